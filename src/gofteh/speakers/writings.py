"""Writings whose words are their writer's: ``بیانیه سازمان X``, ``این نامه``."""

from __future__ import annotations

from gofteh.lexicon.boundaries import NUMBERS
from gofteh.lexicon.heads import ORGANISATION_HEADS, ROLE_HEADS
from gofteh.lexicon.names import countries, given_names
from gofteh.lexicon.people import GROUP_HEADS, HONORIFICS, KNOWN_ORGANISATIONS
from gofteh.lexicon.talk import AUTHORED_DOCUMENTS, BETWEEN_AUTHORED_AND_AUTHOR
from gofteh.records import SpeakerKind
from gofteh.speakers.mentions import Mention, parse
from gofteh.text.layout import Layout
from gofteh.text.tokens import Range

# ``متن این بیانیه``: within so many words of a mention's begin its writing stands.
_NEAR = 3
_NAMING = ROLE_HEADS | ORGANISATION_HEADS | GROUP_HEADS | HONORIFICS | KNOWN_ORGANISATIONS


def writing_of(mention: Mention) -> int | None:
    """Return the index of the noun of a writing among a mention's words; None for no writing."""
    if mention.kind is not SpeakerKind.DOCUMENT:
        return None
    return next((k for k, w in enumerate(mention.words[:_NEAR]) if w in AUTHORED_DOCUMENTS), None)


def writer_of(layout: Layout, mention: Mention) -> Mention | None:
    """Return who a mention names as the writer of its writing: ``پیام رئیس مجلس``."""
    at = writing_of(mention)
    if at is None:
        return None
    k = at + 1
    while k < len(mention.words) and mention.words[k] in BETWEEN_AUTHORED_AND_AUTHOR:
        k += 1
    if k >= len(mention.words) or not _names(mention.words[k:]):
        return None
    writer = parse(layout, Range(mention.range.start + k, mention.range.end))
    return None if writer.kind is SpeakerKind.DOCUMENT else writer


def _names(words: tuple[str, ...]) -> bool:
    """Whether words open a naming of somebody rather than tell what a writing is about."""
    counted = words[0].isdigit() or words[0] in NUMBERS
    return counted or words[0] in _NAMING or words[0] in given_names() or words[0] in countries()
