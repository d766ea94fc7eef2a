"""Whom the text introduces by full name, speaker or not: ``علی فرهمند، وزیر راه، آمد``."""

from __future__ import annotations

from collections.abc import Iterator

from gofteh.lexicon.boundaries import ADJUNCT_STARTERS
from gofteh.lexicon.heads import ORGANISATION_HEADS, ROLE_HEADS
from gofteh.lexicon.mentions import INFINITIVE_ENDS
from gofteh.lexicon.names import common_words, given_names
from gofteh.lexicon.particles import OBJECT
from gofteh.lexicon.people import HONORIFICS, NAMED_AFTER, NO_SURNAMES, PLURALS
from gofteh.lexicon.signs import CLOSING_QUOTES, COMMAS
from gofteh.records import SpeakerKind
from gofteh.speakers.mentions import Mention, parse
from gofteh.statements.phrases import is_finite, mention_at
from gofteh.text.layout import Layout
from gofteh.text.tokens import Range

# An article introduces fewer persons; the bound keeps hostile text cheap.
_MAX_PERSONS = 100
# How many tokens the office beside a name may have.
_MAX_OFFICE = 12


def introductions(layout: Layout) -> tuple[Mention, ...]:
    """Return the full names in an article, each with the office beside it, in their order."""
    found: list[Mention] = []
    for paragraph in layout.paragraphs:
        found += _in_range(layout, paragraph.start, paragraph.end)
        if len(found) >= _MAX_PERSONS:
            break
    return tuple(found[:_MAX_PERSONS])


def _in_range(layout: Layout, start: int, end: int) -> Iterator[Mention]:
    known, reached = given_names(), start
    given = [i for i, w in enumerate(layout.tokens.words[start : end - 1], start) if w in known]
    for i in given:
        stop = _name_end(layout, i, end) if i >= reached and _opens_name(layout, start, i) else i
        if stop <= i + 1:
            continue
        mention = parse(layout, Range(i, _behind_office(layout, stop, end)))
        if mention.kind is SpeakerKind.PERSON and len(mention.name) > 1:
            yield mention
        reached = stop


def _opens_name(layout: Layout, start: int, i: int) -> bool:
    """Whether the given name at a token is not already part of another name."""
    before = layout.tokens.words[i - 1] if i > start else ""
    return before not in NAMED_AFTER and before not in given_names()


def _name_end(layout: Layout, i: int, end: int) -> int:
    """Where a full name ends that begins with a given name: one or two of them and a surname."""
    words = layout.tokens.words
    stop = i + 1
    if is_phrase(words[i], words[stop]):
        return i
    if stop < end - 1 and words[stop] in given_names() and is_surname(words[stop + 1]):
        # ``فرزین بهادر دیدار کرد``: the noun of a verb is no surname
        verbal = words[stop + 1] in common_words() and is_finite(words[stop + 2])
        stop += not verbal
    return stop + 1 if stop < end and is_surname(words[stop]) else i


def is_phrase(given: str, word: str) -> bool:
    """Return whether a given name and the word behind it are common words: ``حسن نظر``."""
    common = common_words()
    return word in NO_SURNAMES.get(given, ()) or (given in common and word in common)


def is_surname(word: str) -> bool:
    """Return whether a word behind a given name can be a surname."""
    heads = word in ROLE_HEADS or word in ORGANISATION_HEADS or word in HONORIFICS
    verb = is_finite(word) or (word.endswith(INFINITIVE_ENDS) and word in common_words())
    apart = word in ADJUNCT_STARTERS or word in PLURALS or verb
    return len(word) > 2 and word.isalpha() and not heads and not apart


def _behind_office(layout: Layout, stop: int, end: int) -> int:
    """Where the office beside a name ends; the name's own end without one."""
    words = layout.tokens.words
    i = stop + (words[stop] in CLOSING_QUOTES)
    apart = words[i] in COMMAS
    i += apart
    if i >= end or words[i] not in ROLE_HEADS:
        return stop
    office = mention_at(layout, i, min(end, i + _MAX_OFFICE))
    told = words[i:office]
    if not apart and words[office] == OBJECT:
        return stop  # ``مریم راد شهردار را متهم کرد``: another's office
    return office if office > i and not any(map(is_finite, told)) else stop
