"""The drafts of an article's title, before its cues are looked at."""

from __future__ import annotations

from itertools import chain

from gofteh.statements.constructions.order import IN_TITLE
from gofteh.statements.context import InTitle
from gofteh.statements.drafts import Draft
from gofteh.text.layout import Layout


def headlines(layout: Layout) -> dict[int, tuple[Draft, ...]]:
    """Return the drafts of headlines that name their speaker, by the index of their paragraph."""
    places = (InTitle(layout, p, n) for n, p in enumerate(layout.paragraphs) if p.title)
    found = ((p.number, chain.from_iterable(c.find(p) for c in IN_TITLE)) for p in places)
    return {number: some for number, drafts in found if (some := tuple(drafts))}
