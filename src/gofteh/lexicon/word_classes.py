"""What the common words of news are: classes that readers gave each, one to three a word.

The network is told them, since of a word that it met a dozen times while it was taught it knows
little by itself; the grammar asks them where its tables know no more. Homographs have the classes
of all their common uses, the likeliest first.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import cache
from importlib.resources import files
from itertools import product


class WordClass(StrEnum):
    """The classes, with the letters that stand for them in ``data/word_classes.txt``."""

    SAYS = "S"  # a finite verb of saying: ``گفت``
    THINKS = "C"  # of thinking, feeling, wanting: ``می‌داند``
    LIGHT = "L"  # light or auxiliary: ``کرد``
    VERB = "V"  # any other finite verb
    PARTICIPLE = "I"  # participles and infinitives
    SAYING = "s"  # a noun or adjective of saying: ``اظهار``, ``سخنان``
    MIND = "m"  # of thinking: ``معتقد``, ``نظر``
    GIVEN_NAME = "G"
    SURNAME = "F"
    TITLE = "h"
    OFFICE = "R"  # an office, a trade, a kind of person
    PERSONS = "g"  # several of them
    KIN = "k"
    BODY = "O"
    OUTLET = "A"
    WRITING = "D"
    PLACE_NAME = "P"
    PLACE = "p"
    TIME = "T"
    NUMBER = "N"
    EVENT = "E"
    NOUN = "n"  # any other noun
    QUALITY = "J"  # an adjective: ``بزرگ``
    RELATION = "r"  # an adjective of belonging: ``ایرانی``
    ADVERB = "a"
    CONJUNCTION = "c"
    PARTICLE = "q"
    PRONOUN = "u"
    BROKEN = "x"


# A word of these alone is a finite verb whatever stands around it.
OF_VERBS = frozenset(
    {WordClass.SAYS, WordClass.THINKS, WordClass.LIGHT, WordClass.VERB}
)  # fmt: skip
# A word of these classes may belong to a person's name or description. What readers could make
# nothing of may be a foreign name.
OF_PERSONS = frozenset(
    {
        WordClass.GIVEN_NAME, WordClass.SURNAME, WordClass.TITLE, WordClass.OFFICE,
        WordClass.PERSONS, WordClass.KIN, WordClass.BROKEN,
    }
)  # fmt: skip
# What names are made of.
_OF_NAMES = frozenset(
    {
        WordClass.GIVEN_NAME, WordClass.SURNAME, WordClass.TITLE, WordClass.PLACE_NAME,
        WordClass.BODY, WordClass.OUTLET,
    }
)  # fmt: skip
# A common noun and an adjective behind it.
_PHRASES = tuple(
    product(
        (WordClass.EVENT, WordClass.NOUN, WordClass.SAYING),
        (WordClass.QUALITY, WordClass.RELATION),
    )
)


@cache
def word_classes() -> Mapping[str, str]:
    """Return the letters of each word's classes, the likeliest first, by folded word.

    A line of the file has letters, then the words that have just these.
    """
    packed = files("gofteh.lexicon").joinpath("data", "word_classes.txt").read_text("utf-8")
    lines = (line.split() for line in packed.splitlines() if not line.startswith("#"))
    return {word: letters for letters, *words in lines for word in words}


def names_nobody(words: Sequence[str]) -> bool:
    """Return whether readers judged all of some words, and none of them to be of a person.

    False where there is no word.
    """
    known = word_classes()
    letters = [known.get(word, WordClass.BROKEN) for word in words]
    return bool(letters) and all(OF_PERSONS.isdisjoint(each) for each in letters)


def are_a_name(words: Sequence[str]) -> bool:
    """Return whether all of some words are most likely parts of names; False for no word."""
    known = word_classes()
    return bool(words) and all(known.get(word, "")[:1] in _OF_NAMES for word in words)


def are_a_phrase(words: Sequence[str]) -> bool:
    """Return whether words are a common noun and an adjective: ``تغییر مثبت``, no name."""
    known = word_classes()
    return tuple(known.get(word, "")[:1] for word in words) in _PHRASES
