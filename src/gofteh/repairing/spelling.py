"""Slips of the pen, the keyboard and the scanner, mended where the right word is plain.

A word is doubted when hardly anybody writes it, it stands once in its text, and a frequent word
is one slip away. The candidates are ranked by frequency, neighbours and kind of slip; a trained
judge says how likely the best one is right, against the word being a name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import exp, log

from gofteh.repairing.confusions import (
    CLITIC_VETO,
    FALLEN_CLITICS,
    KEYS,
    SHAPES,
    SLIPS,
    SOUNDS,
    VARIANTS,
)
from gofteh.repairing.edits import Edit
from gofteh.repairing.lexicon import HALF_SPACE
from gofteh.repairing.sites import SEGMENT
from gofteh.repairing.vocabulary import Vocabulary

ALPHABET = "ءآئابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"
# Words written more often than this are not doubted; shorter ones neither.
_DOUBTED = 12
_MIN_LENGTH = 3
# A candidate is so much more frequent than what is written.
_MIN_RATIO = 8
# How sure the judge must be at the level of repair.
SURE = 0.8
# A form of a name that the text has so often draws a lone slip of it.
_NAME_TIMES, _NAME_LENGTH = 3, 5
# Before a name; the word behind is doubted less.
_TITLES = frozenset(
    "آقای آقا خانم دکتر مهندس سید حاج سردار سرهنگ استاد شیخ شهید الاسلام الله نام روستای شهر"
    " شهرستان خیابان استان محله بخش دهستان".split()
)
_AND = "و"
_OPENING, _CLOSING = ("«", '"', "“"), ("»", '"', "”")
# What a surname is worth where one is due, beside the logarithm of a frequency.
_NAME_BONUS = 4.0
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
    words = Words.of(text)
    names = _names(words, vocabulary)
    found: list[Edit] = []
    for word in words.some(lambda w: w in SLIPS or is_doubted(w, words.times[w], vocabulary)):
        edit = _slip(word) or _name_slip(word, names, vocabulary)
        if not edit and not is_quoted_alone(text, word):
            edit = _doubt(word, vocabulary, words.times, sure)
        if edit:
            found.append(edit)
    found += _parted_slips(text, words)
    found += _fallen(text, words)
    found.sort(key=lambda edit: edit.start)
    return [e for i, e in enumerate(found) if not i or e.start >= found[i - 1].end]


def is_quoted_alone(text: str, word: Word) -> bool:
    """Whether a word alone stands in quotation marks: a name that is meant as it is."""
    return (
        text[word.start - 1 : word.start] in _OPENING and text[word.end : word.end + 1] in _CLOSING
    )


@dataclass(frozen=True, slots=True)
class Words:
    """The segments of a text, with their places and how often each stands there."""

    texts: list[str]
    spans: list[tuple[int, int]]
    times: Counter[str]

    @classmethod
    def of(cls, text: str) -> Words:
        """Return the words of a text."""
        matches = list(SEGMENT.finditer(text))
        texts = [m.group() for m in matches]
        return cls(texts, [m.span() for m in matches], Counter(texts))

    def at(self, i: int) -> Word:
        """Return a word with its neighbours."""
        texts = self.texts
        before = texts[i - 1] if i else ""
        after = texts[i + 1] if i + 1 < len(texts) else ""
        return Word(*self.spans[i], texts[i], before, after, self.times[texts[i]])

    def some(self, wanted: Callable[[str], bool]) -> Iterator[Word]:
        """Yield the words whose text is wanted; each text is asked about once."""
        chosen = {text for text in self.times if wanted(text)}
        return (self.at(i) for i, text in enumerate(self.texts) if text in chosen)


def _slip(word: Word) -> Edit | None:
    right = SLIPS.get(word.text)
    return Edit(word.start, word.end, word.text, right, "slip", 0.99) if right else None


def _parted_slips(text: str, words: Words) -> Iterator[Edit]:
    """Slips that a half-space parts: ``سپاس‌گذار``."""
    for i, (word, other) in enumerate(pairwise(words.texts)):
        right = SLIPS.get(word + other)
        if right:
            (start, end), (again, stop) = words.spans[i : i + 2]
            if text[end:again] == HALF_SPACE:
                yield Edit(start, stop, text[start:stop], right, "slip", 0.99)


def _names(words: Words, vocabulary: Vocabulary) -> dict[int, list[str]]:
    """Return the words of the text's own that no list knows and that stand often, by length."""
    found: dict[int, list[str]] = {}
    for name, times in words.times.items():
        often = times >= _NAME_TIMES and len(name) >= _NAME_LENGTH
        if often and vocabulary.count(name) < _DOUBTED:
            found.setdefault(len(name), []).append(name)
    return found


def _name_slip(word: Word, names: dict[int, list[str]], vocabulary: Vocabulary) -> Edit | None:
    """A lone slip of a name that the text writes otherwise, and often."""
    text = word.text
    if not names or word.times > 1 or len(text) < _NAME_LENGTH - 1 or vocabulary.count(text):
        return None
    like = [
        name
        for length in (len(text) - 1, len(text), len(text) + 1)
        for name in names.get(length, ())
        if one_slip(text, name) and text[0] == name[0]
    ]
    return Edit(word.start, word.end, text, like[0], "name", 0.95) if len(like) == 1 else None


def _doubt(word: Word, vocabulary: Vocabulary, own: Mapping[str, int], sure: float) -> Edit | None:
    found = candidates(word, vocabulary, own)
    if not found:
        return None
    confidence = round(_judge(evidence(word, found, vocabulary, own), vocabulary.weights), 3)
    if confidence < sure:
        return None
    best = found[0].text
    if word.text in (_AND + best, best + _AND):  # ``وگردشگری``: two words, none is to be lost
        at = word.start + (len(_AND) if word.text.startswith(_AND) else len(best))
        return Edit(at, at, "", " ", "word-boundary", confidence)
    return Edit(word.start, word.end, word.text, best, "spelling", confidence)


def is_doubted(text: str, times: int, vocabulary: Vocabulary) -> bool:
    """Whether a word that stands so often is so rare in the language that it may be a slip."""
    return (
        times == 1
        and len(text) >= _MIN_LENGTH
        and vocabulary.words.get(text, 0) <= _DOUBTED
        and text.isalpha()
        and len(set(text)) > min(2, len(text) - 2)
        and vocabulary.count(text) <= _DOUBTED
    )


def candidates(word: Word, vocabulary: Vocabulary, own: Mapping[str, int]) -> list[Candidate]:
    """Return the words one slip away that are much more frequent, the best first.

    ``own`` counts the words of the text: what it has again is likely, known or not.
    """
    known, least = vocabulary.words, max(_MIN_RATIO * vocabulary.count(word.text), 6)
    near = {t for t in _near(word.text) if known.get(t, 0) >= least or own.get(t, 0) > 1}
    plain = word.text.translate(VARIANTS)
    near = {t for t in near if t.translate(VARIANTS) != plain}
    if word.before in vocabulary.given_names and plain not in known:
        near = near & vocabulary.surnames or {t for t in near if own.get(t, 0) > 1}
    found = (_candidate(word, text, vocabulary, own) for text in near)
    return sorted(found, key=lambda c: (-c.score, c.text))


def _candidate(word: Word, text: str, vocabulary: Vocabulary, own: Mapping[str, int]) -> Candidate:
    slip = slip_between(word.text, text)
    score = (
        log(1 + vocabulary.words.get(text, 0))
        + 1.5 * log(1 + own.get(text, 0))
        + 1.2 * log(1 + vocabulary.together(word.before, text))
        + 1.2 * log(1 + vocabulary.together(text, word.after))
        - 1.5 * _PENALTY[slip]
        + _NAME_BONUS * _names_somebody(word, text, vocabulary)
    )
    return Candidate(text, score, slip)


def _names_somebody(word: Word, text: str, vocabulary: Vocabulary) -> bool:
    """Whether a surname stands where one is due: behind a given name or a title."""
    return text in vocabulary.surnames and in_name_place(word, vocabulary)


def in_name_place(word: Word, vocabulary: Vocabulary) -> bool:
    """Whether a word stands behind a given name or a title."""
    return word.before in vocabulary.given_names or word.before in _TITLES


def _near(word: str) -> list[str]:
    """Return the spellings one slip away; some of them twice."""
    parts = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    near = [head + letter + tail[1:] for head, tail in parts[:-1] for letter in ALPHABET]
    near += [head + letter + tail for head, tail in parts for letter in ALPHABET]
    near += [head + tail[1:] for head, tail in parts[:-1]]
    near += [head + tail[1] + tail[0] + tail[2:] for head, tail in parts[:-2]]
    return near


def slip_between(wrong: str, right: str) -> str:
    """Return the kind of slip that makes one word of another, one letter away."""
    i = next((i for i, (a, b) in enumerate(zip(wrong, right, strict=False)) if a != b), -1)
    if len(wrong) > len(right):
        return "double" if wrong[i] == wrong[i - 1] else "added"
    if len(wrong) < len(right):
        return "lost"
    if wrong[i + 1 :] != right[i + 1 :]:
        return "swapped"
    return _exchange(wrong[i] + right[i])


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


def evidence(
    word: Word, found: Sequence[Candidate], vocabulary: Vocabulary, own: Mapping[str, int]
) -> dict[str, float]:
    """Return what speaks for and against the best candidate, by name."""
    best = found[0]
    margin = best.score - found[1].score if len(found) > 1 else 8.0
    before = vocabulary.together(word.before, best.text)
    after = vocabulary.together(best.text, word.after)
    length = len(word.text)
    return {
        "bias": 1.0,
        "frequency": log(1 + vocabulary.words.get(best.text, 0)),
        "own": log(1 + own.get(best.text, 0)),
        "margin": min(margin, 8.0),
        "written": log(1 + vocabulary.count(word.text)),
        "before": log(1 + before),
        "after": log(1 + after),
        "no neighbour": float(not before and not after),
        "both neighbours": float(before > 0 and after > 0),
        f"slip {best.slip} {min(length, 8)}": 1.0,
        f"length {min(length, 8)}": 1.0,
        "first letter": float(word.text[0] != best.text[0]),
        "title": float(word.before in _TITLES),
        "name": float(_names_somebody(word, best.text, vocabulary)),
        "no name": float(
            best.text not in vocabulary.surnames and word.before in vocabulary.given_names
        ),
        "seen": float(vocabulary.together(word.before, word.text) > 0),
        "rare neighbour": float(
            sum(bool(w) and vocabulary.count(w) <= _DOUBTED for w in (word.before, word.after))
        ),
    }


def _judge(found: dict[str, float], weights: dict[str, float]) -> float:
    return 1 / (1 + exp(-sum(weights.get(name, 0.0) * value for name, value in found.items())))


def _fallen(text: str, words: Words) -> Iterator[Edit]:
    """Clitics that a scanner parted from their plural."""
    for i, clitic in enumerate(words.texts):
        right = FALLEN_CLITICS.get(clitic)
        if not right or not i or not words.texts[i - 1].endswith("ها"):
            continue
        start, end = words.spans[i - 1][1], words.spans[i][1]
        if text[start : words.spans[i][0]] == " " and words.at(i).after not in CLITIC_VETO:
            yield Edit(start, end, text[start:end], right, "fallen-clitic", 0.9)
