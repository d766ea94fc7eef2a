"""The draft of a cue: by the first construction that finds its content."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice

from gofteh.statements.constructions.order import AT_CUE
from gofteh.statements.context import AtCue, CueContext
from gofteh.statements.cues import CueKind
from gofteh.statements.drafts import Draft
from gofteh.statements.refusals import accepted, is_under_modal
from gofteh.statements.sourced_cues import SourcedCue
from gofteh.statements.viable import marker_behind


def draft_at_cue(context: CueContext, item: SourcedCue) -> Iterator[Draft]:
    """Yield the draft of a cue, or nothing where the cue reports nobody's words."""
    place = _place_of(context, item)
    if place is None:
        return
    takes = item.cue.takes
    fitting = (c for c in AT_CUE[item.cue.kind] if not c.takes or not takes.isdisjoint(c.takes))
    yield from islice(chain.from_iterable(c.find(place) for c in fitting), 1)


def _place_of(context: CueContext, item: SourcedCue) -> AtCue | None:
    """The cue with what stands behind it; None for a verb that reports nobody's words."""
    if item.cue.kind is not CueKind.VERB:
        return AtCue(context, item, "", item.cue.end)
    verb = accepted(context, item)
    if verb is None:
        return None
    marker, start = marker_behind(context.layout, verb.cue, context.paragraph.end)
    if marker != ":" and is_under_modal(context, verb.cue):
        return None
    return AtCue(context, verb, marker, start)
