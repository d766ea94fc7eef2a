"""A cue together with its source: the mention that names who says it."""

from __future__ import annotations

from dataclasses import dataclass

from gofteh.lexicon.particles import THAT
from gofteh.lexicon.signs import PAUSES
from gofteh.statements.cues import Cue
from gofteh.statements.phrases import is_finite
from gofteh.text.layout import Layout
from gofteh.text.tokens import Range


@dataclass(frozen=True, slots=True)
class SourcedCue:
    """A cue with its source; None where nobody is named.

    ``shared``: the source is that of the cue before. ``behind``: the first token behind the source,
    where an object may begin. ``inner``: the cue stands inside another statement's content.
    """

    cue: Cue
    source: Range | None
    shared: bool
    behind: int
    inner: bool = False


def is_described(layout: Layout, item: SourcedCue) -> bool:
    """Return whether a cue stands in the relative clause of its source: ``X که می‌گوید A، …``."""
    words = layout.tokens.words
    if item.source is None or words[item.source.end] != THAT:
        return False
    between = words[item.source.end + 1 : item.cue.start]
    return not any(w in PAUSES or is_finite(w) for w in between)
