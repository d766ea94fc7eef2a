"""Slips of the pen, the keyboard and the scanner, mended where the right word is plain.

A word is doubted when hardly anybody writes it, it stands once in its text, and a frequent word
is one slip away. The candidates are ranked by frequency, neighbours and kind of slip; a trained
judge says how likely the best one is right, against the word being a name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log

from gofteh.repairing.confusions import (
    CLITIC_VETO,
    FALLEN_CLITICS,
    SLIPS,
    VARIANTS,
)
from gofteh.repairing.edits import Edit
from gofteh.repairing.near import Neighbours, is_near, slip_between
from gofteh.repairing.sites import LONGEST_WORD
from gofteh.repairing.spacing_lexicon import HALF_SPACE
from gofteh.repairing.vocabulary import DOUBTED, USUAL, Vocabulary
from gofteh.repairing.words import TextWords, Word

# Shorter words are not doubted.
_MIN_LENGTH = 3
# A candidate is at least so many times as frequent as what is written.
_MIN_RATIO = 8
# From this probability on the repair corrects a word.
SURE = 0.8
# A name that the text has so often corrects a slip of it that stands once.
_NAME_TIMES, _NAME_LENGTH = 3, 5
# A name follows these: what stands there is doubted less.
_TITLES = frozenset(
    "آقای آقا خانم دکتر مهندس سید حاج سردار سرهنگ استاد شیخ شهید الاسلام الله نام روستای شهر"
    " شهرستان خیابان استان محله بخش دهستان".split()
)
_AND = "و"
# A final ``ه`` with the sign of an ezafe, and without.
_EZAFE, _BARE = "ۀ", "ه"
# What a slip may begin with where a half-space parts it, and how it may go on then.
_SLIP_BEGINNINGS: dict[str, set[str]] = {}
for _misspelt in SLIPS:
    for _i in range(1, len(_misspelt)):
        _SLIP_BEGINNINGS.setdefault(_misspelt[:_i], set()).add(_misspelt[_i:])
_OPENING, _CLOSING = ("«", '"', "“"), ("»", '"', "”")
# A surname where one is expected counts like so much more of the logarithm of its frequency.
_NAME_BONUS = 4.0
# How unlikely each kind of slip is, to rank candidates. Set by hand: what it lacks, the regression
# that judges the best candidate has learnt.
_PENALTY = {
    "shape": 0.7, "key": 1.6, "sound": 1.2, "other": 3.0,
    "lost": 1.0, "added": 1.2, "double": 0.4, "swapped": 1.0,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Candidate:
    """Another spelling of a word: its score among the candidates, and the kind of slip."""

    text: str
    score: float
    slip: str


def spelling_edits(text: str, vocabulary: Vocabulary, sure: float = SURE) -> list[Edit]:
    """Return the edits that mend slips in a whole text, at least so sure; sorted and disjoint."""
    words = TextWords.of(text)
    names = _names(words, vocabulary)
    found: list[Edit] = []
    doubted = _doubted(words, vocabulary)
    for word in words.some(doubted):
        edit = _slip(word) or _name_slip(word, names, vocabulary)
        if not edit and not is_quoted_alone(text, word):
            edit = _doubt(word, vocabulary, words, sure)
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


def _slip(word: Word) -> Edit | None:
    right = SLIPS.get(word.text)
    return Edit(word.start, word.end, word.text, right, "slip", 0.99) if right else None


def _parted_slips(text: str, words: TextWords) -> Iterator[Edit]:
    """The edits of slips in words that a half-space parts: ``سپاس‌گذار``."""
    begun = _SLIP_BEGINNINGS.keys() & words.times
    if all(_SLIP_BEGINNINGS[one].isdisjoint(words.times) for one in begun):
        return
    for i, word in enumerate(words.texts[:-1]):
        if word in begun and (right := SLIPS.get(word + words.texts[i + 1])):
            first, second = words.at(i), words.at(i + 1)
            if text[first.end : second.start] == HALF_SPACE:
                written = text[first.start : second.end]
                yield Edit(first.start, second.end, written, right, "slip", 0.99)


def _names(words: TextWords, vocabulary: Vocabulary) -> Neighbours:
    """Return the words that a text has often and no list knows: names, most likely."""
    names = [
        name
        for name in words.again
        if words.times[name] >= _NAME_TIMES
        and _NAME_LENGTH <= len(name) <= LONGEST_WORD
        and vocabulary.count(name) < DOUBTED
    ]
    return Neighbours(names)


def _name_slip(word: Word, names: Neighbours, vocabulary: Vocabulary) -> Edit | None:
    """The edit of a slip that stands once of a name that the text has often."""
    text = word.text
    if word.times > 1 or len(text) < _NAME_LENGTH - 1:
        return None
    like = [name for name in names.of(text) if text[0] == name[0]]
    if len(like) != 1 or vocabulary.count(text):
        return None
    return Edit(word.start, word.end, text, like[0], "name", 0.95)


def _doubted(words: TextWords, vocabulary: Vocabulary) -> set[str]:
    """Return the words of a text that may be slips; any other word costs one look-up."""
    rare = words.times.keys() - words.again - vocabulary.common
    doubted = {text for text in rare if is_doubted(text, 1, vocabulary)}
    return doubted.union(SLIPS.keys() & words.times)


def _doubt(word: Word, vocabulary: Vocabulary, words: TextWords, sure: float) -> Edit | None:
    """The edit of a doubted word where its best candidate is right with such a probability."""
    found = candidates(word, vocabulary, words)
    if not found:
        return None
    confidence = round(
        _judge(features(word, found, vocabulary, words.times), vocabulary.weights), 3
    )
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
        and vocabulary.words.get(text, 0) <= DOUBTED
        and text.isalpha()
        and len(set(text)) > min(2, len(text) - 2)
        and vocabulary.count(text) <= DOUBTED
        # ``نامۀ`` is ``نامه`` with its ezafe written out
        and not (text[-1] == _EZAFE and vocabulary.count(text[:-1] + _BARE) > DOUBTED)
    )


def candidates(word: Word, vocabulary: Vocabulary, words: TextWords) -> list[Candidate]:
    """Return the words one slip away that are much more frequent, the best first.

    What the text of ``words`` has again is likely, known or not.
    """
    known, least = vocabulary.words, max(_MIN_RATIO * vocabulary.count(word.text), USUAL)
    again = {t for t in words.repeated.of(word.text) if is_near(word.text, t)}
    near = {t for t in vocabulary.spellings.near(word.text) if known[t] >= least} | again
    plain = word.text.translate(VARIANTS)
    near = {t for t in near if t.translate(VARIANTS) != plain}
    if word.before in vocabulary.given_names and plain not in known:
        near = near & vocabulary.surnames or near & again
    found = (_candidate(word, text, vocabulary, words.times) for text in near)
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


def features(
    word: Word, found: Sequence[Candidate], vocabulary: Vocabulary, own: Mapping[str, int]
) -> dict[str, float]:
    """Return the features of the best candidate by name, as the regression was taught them."""
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
            sum(bool(w) and vocabulary.count(w) <= DOUBTED for w in (word.before, word.after))
        ),
    }


def _judge(found: dict[str, float], weights: dict[str, float]) -> float:
    """The probability that a candidate of these features is right: a logistic regression."""
    return 1 / (1 + exp(-sum(weights.get(name, 0.0) * value for name, value in found.items())))


def _fallen(text: str, words: TextWords) -> Iterator[Edit]:
    """Clitics that a scanner parted from their plural."""
    if FALLEN_CLITICS.keys().isdisjoint(words.times):
        return
    for i, clitic in enumerate(words.texts):
        right = FALLEN_CLITICS.get(clitic)
        if not right or not i or not words.texts[i - 1].endswith("ها"):
            continue
        plural, word = words.at(i - 1), words.at(i)
        if text[plural.end : word.start] == " " and word.after not in CLITIC_VETO:
            written = text[plural.end : word.end]
            yield Edit(plural.end, word.end, written, right, "fallen-clitic", 0.9)
