"""The statement of a cue: by the first construction that finds its words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice

from gofteh.statements.constructions.order import AT_CUE
from gofteh.statements.context import Context, Cued
from gofteh.statements.counted import counted, must
from gofteh.statements.cues import CueKind
from gofteh.statements.drafts import Draft
from gofteh.statements.sourced import Sourced
from gofteh.statements.viable import marker


def saying(context: Context, item: Sourced) -> Iterator[Draft]:
    """Yield the statement of a cue, if it tells one."""
    if item.cue.kind is CueKind.VERB:
        told = counted(context, item)
        if told is None:
            return
        sign, start = marker(context.layout, told.cue, context.paragraph.end)
        if sign != ":" and must(context, told.cue):
            return
        place = Cued(context, told, sign, start)
    else:
        place = Cued(context, item, "", item.cue.end)
    takes = item.cue.takes
    fitting = (c for c in AT_CUE[item.cue.kind] if not c.takes or not takes.isdisjoint(c.takes))
    yield from islice(chain.from_iterable(c.find(place) for c in fitting), 1)
