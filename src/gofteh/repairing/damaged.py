"""Bolder corrections for texts that are damaged throughout, where rare words are mostly slips.

A name that the text has corrects words one slip away from it; a word that hardly ever stands
between its neighbours is corrected to one a letter away that often does. A neighbour beyond the end
of a sentence does not count.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from gofteh.repairing.affixes import SUFFIXES
from gofteh.repairing.edits import Edit
from gofteh.repairing.near import Neighbours, exchanged
from gofteh.repairing.sites import LONGEST_WORD
from gofteh.repairing.spelling import in_name_place, is_quoted_alone
from gofteh.repairing.vocabulary import Vocabulary
from gofteh.repairing.words import TextWords, Word

# A word takes another one's place where it was seen so often beside the neighbours, so many times
# as often as the other, and at least once in so many times that the other was seen at all: a usual
# word may have neighbours with which it was never seen.
_SUPPORT, _RATIO = 30, 100
_USUAL = 40
# Shorter names are too near to other words; a word written so often is no slip of a name.
_NAME_LENGTH, _COMMON = 4, 40
# So long an unknown word is hardly by chance like another.
_LONG = 6
# A word seen no more often is unknown; one seen more often is an everyday word, and no name.
_UNKNOWN, _EVERYDAY = 8, 3000
_END = re.compile(r"[.!؟?:؛،,\n»«\"()/]")
# Verbs before the colon of a quotation.
_BEFORE_COLON = ("گفت", "افزود", "نوشت", "گفته", "پرسید")
# What no sentence begins with.
_NEVER_FIRST = SUFFIXES | {"را"}
# So many signs may stand between two neighbours.
_GAP = 8


def damaged_edits(text: str, vocabulary: Vocabulary) -> list[Edit]:
    """Return the further edits of a damaged text, the surest kinds first; they may overlap."""
    words = TextWords.of(text)
    lone = [_within(text, word) for word in words.some(words.times.keys() - words.again)]
    names = _full_names(words, vocabulary)
    near = Neighbours(names)
    found = [_misplaced(text, word, vocabulary) for word in lone]
    found += [_name_slip(word, near, words.times, vocabulary) for word in lone]
    found += [_given_name_slip(word, names, vocabulary) for word in lone]
    found += [_saying_slip(text, word, vocabulary) for word in lone]
    return [edit for edit in found if edit]


def _within(text: str, word: Word) -> Word:
    """Return the word without the neighbours that are not of its sentence."""
    back = text[max(word.start - len(word.before) - _GAP, 0) : word.start]
    ahead = text[word.end : word.end + len(word.after) + _GAP]
    before = "" if _END.search(back.rpartition(word.before or " ")[2]) else word.before
    after = "" if _END.search(ahead.partition(word.after or " ")[0]) else word.after
    return Word(word.start, word.end, word.text, before, after, word.times)


def _full_names(words: TextWords, vocabulary: Vocabulary) -> set[str]:
    """Return what is, or may be, a name in a text.

    Words that stand twice, that stand behind a given name or a title, and long unknown ones.
    """
    known = ((t, n) for t, n in words.times.items() if len(t) <= LONGEST_WORD)
    found = {text for text, times in known if _may_be_name(text, times, vocabulary)}
    others = [t for t in words.times if len(t) >= _NAME_LENGTH and t not in found]
    for word in words.some(others):
        if in_name_place(word, vocabulary) and vocabulary.words.get(word.text, 0) < _EVERYDAY:
            found.add(word.text)
    return found


def _may_be_name(text: str, times: int, vocabulary: Vocabulary) -> bool:
    length, unknown = len(text), vocabulary.count(text) <= _UNKNOWN
    if times > 1:
        return length > _NAME_LENGTH or (length == _NAME_LENGTH and unknown)
    return unknown and length >= _LONG


def _name_slip(
    word: Word, names: Neighbours, times: Counter[str], vocabulary: Vocabulary
) -> Edit | None:
    if len(word.text) < _NAME_LENGTH or vocabulary.words.get(word.text, 0) > _COMMON:
        return None
    like = names.of(word.text)
    if len(like) != 1 or not _likelier(like[0], word.text, times, vocabulary):
        return None
    return Edit(word.start, word.end, word.text, like[0], "name", 0.7)


def _given_name_slip(word: Word, names: set[str], vocabulary: Vocabulary) -> Edit | None:
    """An unknown word before a surname, one letter from a given name: the likeliest."""
    if len(word.text) < _NAME_LENGTH or vocabulary.count(word.text) > _UNKNOWN:
        return None
    surname = word.after in vocabulary.surnames or word.after in names
    if not surname or vocabulary.words.get(word.after, 0) > _EVERYDAY:
        return None
    like = [text for text in exchanged(word.text) if text in vocabulary.given_names]
    likeliest = max(like, key=lambda text: vocabulary.words.get(text, 0), default="")
    return Edit(word.start, word.end, word.text, likeliest, "name", 0.7) if likeliest else None


def _saying_slip(text: str, word: Word, vocabulary: Vocabulary) -> Edit | None:
    """What stands before a colon, one letter from a verb that is mostly found there."""
    if not word.before or not text.startswith(":", word.end):
        return None
    if vocabulary.words.get(word.text, 0) > _EVERYDAY or word.text in _BEFORE_COLON:
        return None
    like = [verb for verb in _BEFORE_COLON if verb in set(exchanged(word.text))]
    return Edit(word.start, word.end, word.text, like[0], "misplaced", 0.7) if like else None


def _likelier(name: str, text: str, times: Counter[str], vocabulary: Vocabulary) -> bool:
    """Whether a form is better attested than another, in the text or in the language."""
    if times[name] > times[text]:
        return True
    known = vocabulary.words
    if known.get(name, 0) or known.get(text, 0):
        return known.get(name, 0) > 2 * known.get(text, 0)
    seen = _runs_of_names(vocabulary.surnames)
    return sum(seen[run] > 0 for run in _runs(name)) > sum(seen[run] > 0 for run in _runs(text))


@lru_cache(maxsize=2)
def _runs_of_names(names: frozenset[str]) -> Counter[str]:
    """How many of the names have each run of three letters."""
    return Counter(run for name in names for run in _runs(name))


def _runs(word: str) -> list[str]:
    padded = f" {word} "
    return [padded[i : i + 3] for i in range(len(word))]


def _misplaced(text: str, word: Word, vocabulary: Vocabulary) -> Edit | None:
    if len(word.text) < 2 or is_quoted_alone(text, word):
        return None
    known = vocabulary.words
    near = (
        t for t in exchanged(word.text) if t in known and (word.before or t not in _NEVER_FIRST)
    )
    support, best = max(((_support(word, t, vocabulary), t) for t in near), default=(0, ""))
    written = _support(word, word.text, vocabulary)
    if support < max(_SUPPORT, _RATIO * written, known.get(word.text, 0) // _USUAL):
        return None
    return Edit(word.start, word.end, word.text, best, "misplaced", 0.7)


def _support(word: Word, text: str, vocabulary: Vocabulary) -> int:
    """How often a word stands beside the two neighbours."""
    return vocabulary.together(word.before, text) + vocabulary.together(text, word.after)
