"""The elements that stand around a statement's parts in its article's text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from gofteh.records import Reading, Span, Statement
from gofteh.report.html.weave import Mark

# Speakers of one article get different colours; more than these begin again from the first.
HUES = 8

_SPAN_END = Markup("</span>")


@dataclass(frozen=True, slots=True)
class Look:
    """How a statement is marked: its anchor on the page, number, speaker's colour.

    ``label`` names it for those who hear the page, ``hint`` is what a pointer resting on the
    content shows; all are plain text.
    """

    anchor: str
    number: str
    hue: int
    label: str
    hint: str = ""


def hues(reading: Reading) -> dict[int, int]:
    """Return a colour for every speaker, in the order in which they speak."""
    order = dict.fromkeys(statement.speaker.id for statement in reading.statements)
    return {speaker: index % HUES for index, speaker in enumerate(order)}


def statement_marks(statement: Statement, look: Look) -> Iterator[Mark]:
    """Yield the marks of a statement's content, cue and source; its number leads the content."""
    title = Markup(' title="{}"').format(look.hint) if look.hint else ""
    opening = Markup('<mark class="q h{}" data-s="{}"{}>').format(look.hue, look.anchor, title)
    badge = Markup(
        '<a class="n h{0}" id="{1}t" href="#{1}" data-s="{1}" aria-label="{2}">{3}</a>'
    ).format(look.hue, look.anchor, look.label, look.number)
    for index, span in enumerate(statement.content):
        lead = badge if index == 0 else None
        yield _mark(span, opening, Markup("</mark>"), rank=0, lead=lead)
    part = Markup('<span class="{} h{}" data-s="{}">')
    for span in statement.cue:
        yield _mark(span, part.format("cue", look.hue, look.anchor), _SPAN_END, rank=2)
    if statement.source:
        opening = part.format("src", look.hue, look.anchor)
        yield _mark(statement.source, opening, _SPAN_END, rank=1)


def provenance_mark(span: Span, title: str) -> Mark:
    """Return the mark of the agency that an article says it comes from."""
    opening = Markup('<span class="prov" title="{}">').format(title)
    return Mark(span.start, span.end, opening, _SPAN_END)


def _mark(
    span: Span, opening: Markup, closing: Markup, *, rank: int, lead: Markup | None = None
) -> Mark:
    return Mark(span.start, span.end, opening, closing, rank, lead)
