"""What a word can be, as flags: all tables of heads, names and openers in one look-up.

Most questions of the grammar are about a union of tables: "does this word open a mention?". The
unions have names here, each with the reason why it holds more or fewer classes than the others, so
that two rules that ask the same use the same name. All flags stand in one dictionary, built when
the first word is looked up.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntFlag, auto
from functools import cache

from gofteh.lexicon.boundaries import ADJUNCT_STARTERS, CLAUSE_OPENERS, NUMBERS, TIME_HEADS
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
from gofteh.lexicon.people import GROUP_HEADS, HONORIFICS, KNOWN_ORGANISATIONS, SOME, SOMEBODY


class Class(IntFlag):
    """One thing that a word can be; most words are none of them."""

    ROLE = auto()  # وزیر, مربی
    ORGANISATION = auto()  # سازمان, شرکت
    KNOWN_ORGANISATION = auto()  # an organisation by its own name: رویترز
    COUNTRY = auto()  # a country's, or its capital's: they speak as organisations
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


# A common noun for a role or an organisation, whose phrase goes on with its field, its place and
# its name: ``وزیر``, ``وزیر نیرو``. Where such a phrase ends is asked of these classes only.
ROLE_OR_ORGANISATION = Class.ROLE | Class.ORGANISATION
# Words that open a mention of somebody wherever they stand. The unions below add what opens one at
# a certain place of the sentence only, or leave out what does not.
OPENS_MENTION = (
    ROLE_OR_ORGANISATION | Class.HONORIFIC | Class.GIVEN_NAME | Class.PRONOUN | Class.PLURAL_PRONOUN
)
# At the start of a clause that follows another clause's verb: groups and indefinite people too.
# Names of organisations and countries are left out: there they are as often the topic of the
# clause as its subject (``دلار افت کرد و آمریکا …``).
OPENS_CLAUSE = OPENS_MENTION | Class.GROUP | Class.SOME | Class.SOMEBODY
# Right in front of a verb of saying, where hardly anything but its subject stands: also
# organisations by their own names, countries, documents (a report says …), unnamed sources.
CAN_SAY = OPENS_MENTION | Class.KNOWN_ORGANISATION | Class.COUNTRY | Class.DOCUMENT | Class.UNNAMED
# In front of a headline's colon, where anybody who can speak may stand: groups and agencies too.
NAMES_SPEAKER = (
    CAN_SAY | Class.GROUP | Class.SOME | Class.SOMEBODY | Class.AGENCY | Class.FIRST_PERSON
)
# A mention that begins so is a person's (or people's), not an organisation's.
PERSONAL = (
    Class.ROLE | Class.HONORIFIC | Class.GIVEN_NAME | Class.PRONOUN | Class.SOMEBODY | Class.GROUP
)
# In the midst of an adjunct that no comma parts from the subject (``دیروز در شیراز وزیر گفت``).
# Organisations and honorifics are left out: there they are the adjunct's noun (``در سازمان …``).
IN_ADJUNCT = Class.ROLE | Class.GIVEN_NAME | Class.GROUP | Class.SOME | Class.SOMEBODY
# Who announces (``X خبر از باران می‌دهد``, literally *gives news of*): things "give news" of
# something as well, so plural pronouns, which may stand for things, are left out.
GIVES_NEWS = (OPENS_MENTION & ~Class.PLURAL_PRONOUN) | Class.KNOWN_ORGANISATION | Class.COUNTRY
# Who can follow a frame of opinion (``از نظر X``). Given names are left out, since many are common
# nouns too (``از نظر امید``, *in view of hope*): `viable` asks for a surname behind them.
HOLDS_VIEW = OPENS_MENTION & ~Class.GIVEN_NAME
# The author of a letter or declaration, named behind its noun: ``متن پیام وزیر``.
WRITES = ROLE_OR_ORGANISATION | Class.GIVEN_NAME
# Whose report somebody cites inside a speech: with another head (``بر اساس آمارها``) the speaker
# gives figures of his own.
IS_CITED = ROLE_OR_ORGANISATION | Class.COUNTRY


def _tables() -> Iterator[tuple[Class, frozenset[str]]]:
    yield from (
        (Class.ROLE, ROLE_HEADS),
        (Class.ORGANISATION, ORGANISATION_HEADS),
        (Class.KNOWN_ORGANISATION, KNOWN_ORGANISATIONS),
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
    """Return the flags of every word that has any.

    They are plain integers, since flags are looked up at every token and `IntFlag` is slow.
    """
    flags: dict[str, int] = {}
    for one, table in _tables():
        for word in table:
            flags[word] = flags.get(word, 0) | one.value
    return flags


def is_a(word: str, classes: Class) -> bool:
    """Return whether a word can be one of some classes; the empty word is none."""
    return word_classes().get(word, 0) & classes.value != 0
