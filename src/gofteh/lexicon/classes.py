"""What a word can be, as flags: every table of heads, names and openers asked at once.

Most questions of the grammar are about a union of tables: "does this word open a naming?". The
unions have names here, each with its reason, so that two rules that ask the same ask it in the
same words. A word's flags come from one dictionary, made when it is first asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntFlag, auto
from functools import cache

from gofteh.lexicon.grammar import ADJUNCT_STARTERS, CLAUSE_OPENERS, NUMBERS, TIME_HEADS
from gofteh.lexicon.heads import (
    DOCUMENT_HEADS,
    FIRST_PERSON_PRONOUNS,
    ORGANISATION_HEADS,
    PLURAL_PRONOUNS,
    PRONOUNS,
    ROLE_HEADS,
    UNNAMED_HEADS,
)
from gofteh.lexicon.names import countries, given_names
from gofteh.lexicon.outlets import AGENCIES
from gofteh.lexicon.people import GROUP_HEADS, HONORIFICS, KNOWN_BODIES, SOME, SOMEBODY


class Class(IntFlag):
    """One thing that a word can be; most words are none of them."""

    ROLE = auto()  # وزیر, مربی
    BODY = auto()  # سازمان, شرکت
    KNOWN_BODY = auto()  # a body's own name: رویترز
    COUNTRY = auto()  # a country's, or its capital's: they speak as bodies
    AGENCY = auto()  # ایسنا
    DOCUMENT = auto()  # گزارش, بیانیه
    GROUP = auto()  # کارشناسان, مردم
    SOME = auto()  # برخی, گروهی
    SOMEBODY = auto()  # زنی, فردی
    UNNAMED = auto()  # منبع, کسی
    HONORIFIC = auto()  # آقای, دکتر
    GIVEN_NAME = auto()
    PRONOUN = auto()  # وی, او
    PLURAL_PRONOUN = auto()  # آنان
    FIRST_PERSON = auto()  # من, ما
    NUMBER = auto()  # a number in letters: سه
    TIME = auto()  # روز, شنبه
    ADJUNCT_OPENER = auto()  # در, سپس
    CLAUSE_OPENER = auto()  # اما, زیرا


# An office or a body: a common noun whose phrase goes on with its field, its place and its name.
# Only of these is it asked where such a phrase ends.
OFFICE_OR_BODY = Class.ROLE | Class.BODY
# Does this word open a naming of somebody? The one answer; the unions below say what else opens
# one, or does not, where they are asked, and why.
NAMING = OFFICE_OR_BODY | Class.HONORIFIC | Class.GIVEN_NAME | Class.PRONOUN | Class.PLURAL_PRONOUN
# At the begin of a clause behind another's verb: people in number too, whoever they are. Names of
# bodies and countries are as often the clause's topic there (``دلار افت کرد و آمریکا …``).
OPENS_CLAUSE = NAMING | Class.GROUP | Class.SOME | Class.SOMEBODY
# Right in front of a verb of saying, where hardly anything but a sayer stands: bodies by their own
# names, writings, which say, and somebody unnamed.
CAN_SAY = NAMING | Class.KNOWN_BODY | Class.COUNTRY | Class.DOCUMENT | Class.UNNAMED
# In front of a headline's colon, where whoever can speak is named: people and agencies too.
NAMES_SAYER = (
    CAN_SAY | Class.GROUP | Class.SOME | Class.SOMEBODY | Class.AGENCY | Class.FIRST_PERSON
)
# Who is a person by the first word of his naming.
PERSONAL = (
    Class.ROLE | Class.HONORIFIC | Class.GIVEN_NAME | Class.PRONOUN | Class.SOMEBODY | Class.GROUP
)
# Inside an adjunct, where no comma parts a subject from it: only what is hardly ever the adjunct's
# own noun. Bodies and titles are (``در سازمان …``).
IN_ADJUNCT = Class.ROLE | Class.GIVEN_NAME | Class.GROUP | Class.SOME | Class.SOMEBODY
# Of whom news come (``X خبر از باران می‌دهد``): things do as well, so a plural pronoun, which may
# stand for things, is none.
GIVES_NEWS = (NAMING & ~Class.PLURAL_PRONOUN) | Class.KNOWN_BODY | Class.COUNTRY
# Whose view a frame gives (``از نظر X``): a given name is asked for the name behind it besides,
# since many are common nouns (``از نظر امید``).
HOLDS_VIEW = NAMING & ~Class.GIVEN_NAME
# Who writes a letter or a declaration, named behind its noun.
WRITES = OFFICE_OR_BODY | Class.GIVEN_NAME
# Whose report a speaker cites inside his own words, rather than telling his own figures.
IS_CITED = OFFICE_OR_BODY | Class.COUNTRY


def _tables() -> Iterator[tuple[Class, frozenset[str]]]:
    yield from (
        (Class.ROLE, ROLE_HEADS),
        (Class.BODY, ORGANISATION_HEADS),
        (Class.KNOWN_BODY, KNOWN_BODIES),
        (Class.COUNTRY, countries()),
        (Class.AGENCY, AGENCIES),
        (Class.DOCUMENT, DOCUMENT_HEADS),
        (Class.GROUP, GROUP_HEADS),
        (Class.SOME, SOME),
        (Class.SOMEBODY, SOMEBODY),
        (Class.UNNAMED, UNNAMED_HEADS),
        (Class.HONORIFIC, HONORIFICS),
        (Class.GIVEN_NAME, given_names()),
        (Class.PRONOUN, PRONOUNS),
        (Class.PLURAL_PRONOUN, PLURAL_PRONOUNS),
        (Class.FIRST_PERSON, FIRST_PERSON_PRONOUNS),
        (Class.NUMBER, NUMBERS),
        (Class.TIME, TIME_HEADS),
        (Class.ADJUNCT_OPENER, ADJUNCT_STARTERS),
        (Class.CLAUSE_OPENER, CLAUSE_OPENERS),
    )


@cache
def word_classes() -> dict[str, int]:
    """Return the flags of every word that has any, as plain numbers: looked up at every token."""
    flags: dict[str, int] = {}
    for one, table in _tables():
        for word in table:
            flags[word] = flags.get(word, 0) | one.value
    return flags


def is_a(word: str, classes: Class) -> bool:
    """Return whether a word can be one of some classes; the empty word is none."""
    return word_classes().get(word, 0) & classes.value != 0
