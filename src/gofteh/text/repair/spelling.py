"""Slips of the pen, the keyboard and the scanner, mended where the right word is plain.

A word is doubted when hardly anybody writes it, it stands once in its text, and a frequent word
is one slip away. The candidates are ranked by frequency, neighbours and kind of slip; a trained
judge says how likely the best one is right, against the word being a name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import exp, log

from gofteh.text.repair.confusions import (
    CLITIC_VETO,
    FALLEN_CLITICS,
    KEYS,
    SHAPES,
    SLIPS,
    SOUNDS,
)
from gofteh.text.repair.edits import Edit
from gofteh.text.repair.lexicon import HALF_SPACE
from gofteh.text.repair.sites import SEGMENT
from gofteh.text.repair.vocabulary import Vocabulary

_ALPHABET = "ءآئابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"
# Words written more often than this are not doubted; shorter ones neither.
_DOUBTED = 12
_MIN_LENGTH = 3
# A candidate is so much more frequent than what is written.
_MIN_RATIO = 8
# How sure the judge must be at the level of repair.
SURE = 0.9
# A form of a name that the text has so often draws a lone slip of it.
_NAME_TIMES, _NAME_LENGTH = 3, 5
# Before a name; the word behind is doubted less.
_TITLES = frozenset(
    "آقای آقا خانم دکتر مهندس سید حاج سردار سرهنگ استاد شیخ شهید الاسلام الله نام روستای شهر"
    " شهرستان خیابان استان محله بخش دهستان".split()
)
# How unlikely each kind of slip is; set by hand, the judge learns the rest.
_PENALTY = {
    "shape": 0.7, "key": 1.6, "sound": 1.2, "other": 3.0,
    "lost": 1.0, "added": 1.2, "double": 0.4, "swapped": 1.0,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the text with its neighbours."""

    start: int
    end: int
    text: str
    before: str
    after: str
    times: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """Another spelling of a word: its score among the candidates, and the kind of slip."""

    text: str
    score: float
    slip: str


def spelling_edits(text: str, vocabulary: Vocabulary, sure: float = SURE) -> list[Edit]:
    """Return the edits that mend slips in a whole text, at least so sure; sorted and disjoint."""
    words = words_of(text)
    names = _names(words, vocabulary)
    found: list[Edit] = []
    for word in words:
        edit = _slip(word) or _name_slip(word, names) or _doubt(word, vocabulary, sure)
        if edit:
            found.append(edit)
    found += _parted_slips(text, words)
    found += _fallen(text, words)
    found.sort(key=lambda edit: edit.start)
    return [e for i, e in enumerate(found) if not i or e.start >= found[i - 1].end]


def words_of(text: str) -> list[Word]:
    """Return the segments of a text with their neighbours and how often each stands there."""
    matches = list(SEGMENT.finditer(text))
    texts = [m.group() for m in matches]
    times = Counter(texts)
    padded = ["", *texts, ""]
    return [
        Word(m.start(), m.end(), t, padded[i], padded[i + 2], times[t])
        for i, (m, t) in enumerate(zip(matches, texts, strict=True))
    ]


def _slip(word: Word) -> Edit | None:
    right = SLIPS.get(word.text)
    return Edit(word.start, word.end, word.text, right, "slip", 0.99) if right else None


def _parted_slips(text: str, words: Sequence[Word]) -> Iterator[Edit]:
    """Slips that a half-space parts: ``سپاس‌گذار``."""
    for word, other in pairwise(words):
        right = SLIPS.get(word.text + other.text)
        if right and text[word.end : other.start] == HALF_SPACE:
            yield Edit(word.start, other.end, text[word.start : other.end], right, "slip", 0.99)


def _names(words: Sequence[Word], vocabulary: Vocabulary) -> dict[int, list[str]]:
    """Return the words of the text's own that no list knows and that stand often, by length."""
    found: dict[int, list[str]] = {}
    for name in {w.text for w in words if w.times >= _NAME_TIMES and len(w.text) >= _NAME_LENGTH}:
        if vocabulary.count(name) < _DOUBTED:
            found.setdefault(len(name), []).append(name)
    return found


def _name_slip(word: Word, names: dict[int, list[str]]) -> Edit | None:
    """A lone slip of a name that the text writes otherwise, and often."""
    text = word.text
    if not names or word.times > 1 or len(text) < _NAME_LENGTH - 1:
        return None
    like = [
        name
        for length in (len(text) - 1, len(text), len(text) + 1)
        for name in names.get(length, ())
        if one_slip(text, name) and text[0] == name[0]
    ]
    return Edit(word.start, word.end, text, like[0], "name", 0.95) if len(like) == 1 else None


def _doubt(word: Word, vocabulary: Vocabulary, sure: float) -> Edit | None:
    if not is_doubted(word, vocabulary):
        return None
    found = candidates(word, vocabulary)
    if not found:
        return None
    confidence = _judge(evidence(word, found, vocabulary), vocabulary.weights)
    if confidence < sure:
        return None
    return Edit(word.start, word.end, word.text, found[0].text, "spelling", round(confidence, 3))


def is_doubted(word: Word, vocabulary: Vocabulary) -> bool:
    """Whether a word is so rare, in the language and in its text, that it may be a slip."""
    text = word.text
    return (
        len(text) >= _MIN_LENGTH
        and word.times == 1
        and text.isalpha()
        and vocabulary.count(text) <= _DOUBTED
        and len(set(text)) > 2
    )


def candidates(word: Word, vocabulary: Vocabulary) -> list[Candidate]:
    """Return the words one slip away that are much more frequent, the best first."""
    least = max(_MIN_RATIO * vocabulary.count(word.text), 6)
    found: dict[str, Candidate] = {}
    for text, slip in _near(word.text):
        count = vocabulary.words.get(text, 0)
        if count < least:
            continue
        score = (
            log(count)
            + 1.2 * log(1 + vocabulary.together(word.before, text))
            + 1.2 * log(1 + vocabulary.together(text, word.after))
            - 1.5 * _PENALTY[slip]
        )
        if text not in found or score > found[text].score:
            found[text] = Candidate(text, score, slip)
    return sorted(found.values(), key=lambda c: (-c.score, c.text))


def _near(word: str) -> Iterator[tuple[str, str]]:
    """Yield the spellings one slip away, with the kind of slip that made the word of them."""
    for i, letter in enumerate(word):
        head, tail = word[:i], word[i + 1 :]
        doubled = i and word[i - 1] == letter
        yield head + tail, "double" if doubled else "added"
        for other in _ALPHABET:
            if other != letter:
                yield head + other + tail, _exchange(letter + other)
            yield head + other + letter + tail, "lost"
        if tail and tail[0] != letter:
            yield head + tail[0] + letter + tail[1:], "swapped"
    for other in _ALPHABET:
        yield word + other, "lost"


def _exchange(pair: str) -> str:
    if pair in SHAPES:
        return "shape"
    return "sound" if pair in SOUNDS else "key" if pair in KEYS else "other"


def one_slip(a: str, b: str) -> bool:
    """Whether two words are one letter apart: another one, one more, or two exchanged."""
    if len(a) == len(b):
        wrong = [i for i in range(len(a)) if a[i] != b[i]]
        if len(wrong) == 2:
            i, j = wrong
            return j == i + 1 and a[i] == b[j] and a[j] == b[i]
        return len(wrong) == 1
    long, short = (a, b) if len(a) > len(b) else (b, a)
    if len(long) - len(short) != 1:
        return False
    return any(long[:i] + long[i + 1 :] == short for i in range(len(long)))


def evidence(word: Word, found: Sequence[Candidate], vocabulary: Vocabulary) -> dict[str, float]:
    """Return what speaks for and against the best candidate, by name."""
    best = found[0]
    margin = best.score - found[1].score if len(found) > 1 else 8.0
    before = vocabulary.together(word.before, best.text)
    after = vocabulary.together(best.text, word.after)
    length = len(word.text)
    return {
        "bias": 1.0,
        "frequency": log(vocabulary.words[best.text]),
        "margin": min(margin, 8.0),
        "written": log(1 + vocabulary.count(word.text)),
        "before": log(1 + before),
        "after": log(1 + after),
        "no neighbour": float(not before and not after),
        f"slip {best.slip}": 1.0,
        f"length {min(length, 8)}": 1.0,
        "first letter": float(word.text[0] != best.text[0]),
        "title": float(word.before in _TITLES),
        "seen": float(vocabulary.together(word.before, word.text) > 0),
        "rare neighbour": float(
            sum(bool(w) and vocabulary.count(w) <= _DOUBTED for w in (word.before, word.after))
        ),
    }


def _judge(found: dict[str, float], weights: dict[str, float]) -> float:
    return 1 / (1 + exp(-sum(weights.get(name, 0.0) * value for name, value in found.items())))


def _fallen(text: str, words: Sequence[Word]) -> Iterator[Edit]:
    """Clitics that a scanner parted from their plural."""
    for word, clitic in pairwise(words):
        right = FALLEN_CLITICS.get(clitic.text)
        if (
            right
            and word.text.endswith("ها")
            and text[word.end : clitic.start] == " "
            and clitic.after not in CLITIC_VETO
        ):
            before = text[word.end : clitic.end]
            yield Edit(word.end, clitic.end, before, right, "fallen-clitic", 0.9)
