"""What sort of thing a mention names, mostly by its head: a person, a body, a group, a document."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from gofteh.lexicon.boundaries import NUMBERS, SUPERLATIVES
from gofteh.lexicon.heads import DOCUMENT_HEADS, LAW_PARTS, ORGANISATION_HEADS, ROLE_HEADS
from gofteh.lexicon.mentions import (
    ANOTHER,
    COLLECTIVE_END,
    NO_PLURALS,
    PERSON_PLURAL_ENDS,
    PLURAL_ENDS,
    POSSESSIVE_ENDS,
    SUPERLATIVE_END,
)
from gofteh.lexicon.names import (
    common_words,
    countries,
    countries_and_places,
    given_names,
    is_no_name,
)
from gofteh.lexicon.particles import AND, ONE, ONE_OF
from gofteh.lexicon.people import (
    GROUP_HEADS,
    INDEFINITES,
    KIN,
    KNOWN_ORGANISATIONS,
    NOT_IN_NAMES,
    OUTLET_ENDS,
    PARTIES,
    PLURALS,
    SOMEBODY,
    UNNAMED_SOURCES,
)
from gofteh.lexicon.word_classes import WordClass, names_nobody, word_classes
from gofteh.records import SpeakerKind

_MIN_PLURAL = 5
_COMPARATIVE, _PLURAL_ALONE = "تر", ("ها", "های")
_IN_TWO_WORDS = KNOWN_ORGANISATIONS | ORGANISATION_HEADS  # ``وب سایت``
# Words of an outlet's name: ``میدل ایست نیوز``.
_MOST_OUTLET = 3
# The first table that has a mention's head tells its kind. Groups come first: their table holds
# plurals of offices and of bodies (``نمایندگان``, ``رسانه‌ها``); the others share no word.
_BY_HEAD = (
    (GROUP_HEADS, SpeakerKind.GROUP),
    (DOCUMENT_HEADS, SpeakerKind.DOCUMENT),
    (ROLE_HEADS, SpeakerKind.PERSON),
    (ORGANISATION_HEADS | NOT_IN_NAMES, SpeakerKind.ORGANISATION),
)
# Of a head that no table knows the class that readers gave it tells the kind. Of 124 odd names that
# had been taken for persons and are told so, 111 were bodies, outlets or writings, six persons.
_BY_WORD_CLASS = {
    WordClass.BODY: SpeakerKind.ORGANISATION,
    WordClass.OUTLET: SpeakerKind.ORGANISATION,
    WordClass.WRITING: SpeakerKind.DOCUMENT,
}


def kind_of(words: Sequence[str]) -> SpeakerKind:
    """Return the kind that a mention's words (without signs) tell.

    Whole names that are known come first, then who is nameless on purpose, then number: ``سه وزیر``
    are a group whatever their head is. Only then the head decides, and at last the word's form.
    """
    plain = _whole_plurals(words)
    head, second = (*plain, "", "")[:2]
    two = bool(second) and head + second in _IN_TWO_WORDS
    if head in KNOWN_ORGANISATIONS or two or _is_outlet(plain):
        return SpeakerKind.ORGANISATION
    if head in LAW_PARTS and second[:1].isdigit():
        return SpeakerKind.DOCUMENT
    if _is_nameless(plain, head, second):
        return SpeakerKind.UNNAMED
    if head in countries() and AND in plain[1:]:  # ``ایران و ترکیه``
        return SpeakerKind.GROUP
    if head in INDEFINITES and head != ONE:
        return SpeakerKind.GROUP
    one = head == ONE and len(plain) == len((head, second))
    if head == ONE or head.endswith(SUPERLATIVE_END) or head in SUPERLATIVES:
        head = second
    if second and (head[:1].isdigit() or head in NUMBERS):
        return SpeakerKind.GROUP
    known = next((kind for heads, kind in _BY_HEAD if head in heads), None)
    if one and known is None and "".join(plain[1:]) not in countries():
        return SpeakerKind.UNNAMED  # ``یک آمریکایی``
    return known or _by_form(plain, head)


def _is_outlet(plain: Sequence[str]) -> bool:
    """``سرخاب‌نیوز``, ``سرخاب نیوز``: a few words with an outlet's end behind a name of its own."""
    name = "".join(plain)
    apart = bool(plain) and plain[-1] in OUTLET_ENDS and not _opens_person(plain[0])
    few = 0 < len(plain) <= _MOST_OUTLET and (len(plain) == 1 or apart)
    return few and any(name.endswith(end) and len(name) > len(end) + 2 for end in OUTLET_ENDS)


def _opens_person(word: str) -> bool:
    """Whether a word is an office or a given name: ``سردبیر سرخاب نیوز`` is no outlet."""
    return word in ROLE_HEADS or word in given_names()


def names_no_person(words: Sequence[str]) -> bool:
    """Return whether words that stand as a name are a place, a body, an outlet or a writing."""
    if words[0] in given_names():
        return False
    head = words[0] in DOCUMENT_HEADS or words[0] in ORGANISATION_HEADS or words[0] in NOT_IN_NAMES
    whole = (
        "".join(words) in countries_and_places()
        or _is_outlet(words)
        or "".join(words) in KNOWN_ORGANISATIONS
    )
    return head or whole


def _is_nameless(plain: Sequence[str], head: str, second: str) -> bool:
    """Whether words tell of somebody without a name: ``زنی``, ``فرد دیگری``, ``یک منبع آگاه``."""
    source = head in UNNAMED_SOURCES or (head in INDEFINITES and second in UNNAMED_SOURCES)
    return head in SOMEBODY or list(plain[-1:]) == [ANOTHER] or source or head == ONE_OF


def _by_form(plain: Sequence[str], head: str) -> SpeakerKind:
    """The kind where no table knows the head: a country, a plural, a body, else a person."""
    if "".join(plain) in countries():
        return SpeakerKind.ORGANISATION
    head = _without_possessive(head)
    common = head in common_words() and head not in NO_PLURALS
    # ``حاضران``, ``رانندگان``: a common word whose singular is known, or with a collective ending
    plural = head.endswith(PERSON_PLURAL_ENDS) and common
    if plural and (head[:-2] in _singulars() or head.endswith(COLLECTIVE_END)):
        return SpeakerKind.GROUP
    plural = head.endswith(PLURAL_ENDS) and len(head) > _MIN_PLURAL and head not in given_names()
    if plural:
        return SpeakerKind.GROUP
    if head in KIN:
        return SpeakerKind.PERSON
    if is_no_name(plain):
        return SpeakerKind.ORGANISATION
    return _by_word_class(plain, head) or SpeakerKind.PERSON


def _by_word_class(plain: Sequence[str], head: str) -> SpeakerKind | None:
    """The kind that readers gave the head, where no word can be of a person; else None."""
    letters = word_classes().get(head)
    if letters is None or not names_nobody(plain):
        return None
    return _BY_WORD_CLASS.get(WordClass(letters[0]))


def _without_possessive(head: str) -> str:
    """``نزدیکانش`` without its ending, if what is left is a common plural; else the word itself."""
    for end in POSSESSIVE_ENDS:
        stem = head.removesuffix(end)
        plural = stem.endswith((*PERSON_PLURAL_ENDS, *PLURAL_ENDS))
        if stem != head and plural and stem in common_words():
            return stem
    return head


@cache
def _singulars() -> frozenset[str]:
    """Return the words that can be one of several persons or bodies."""
    return common_words() | ROLE_HEADS | PARTIES


def _whole_plurals(words: Sequence[str]) -> list[str]:
    """The words with a head's plural ending joined on: ``صورت های`` is ``صورتهای``.

    Compounds are written apart, too: ``پخش کنندگان``, ``قدیمی تر ها``.
    """
    if not words or words[0] in given_names():
        return list(words)
    if len(words) > 1 and (words[1] in PLURALS or words[1] in PLURAL_ENDS):
        return [words[0] + words[1], *words[2:]]
    if len(words) > 2 and words[1] == _COMPARATIVE and words[2] in _PLURAL_ALONE:
        return ["".join(words[:3]), *words[3:]]
    return list(words)


def is_body_by_default(words: Sequence[str]) -> bool:
    """Return whether words count as a body only since they are no name: no table knows them."""
    known = any(words[0] in heads for heads, _ in _BY_HEAD) or words[0] in KNOWN_ORGANISATIONS
    return is_no_name(words) and not known and words[0] not in countries()
