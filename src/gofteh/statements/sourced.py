"""A cue together with its source mention."""

from __future__ import annotations

from dataclasses import dataclass

from gofteh.statements.cues import Cue
from gofteh.text.tokens import Range


@dataclass(frozen=True, slots=True)
class Sourced:
    """A cue with its source.

    ``shared``: inherited from the cue before. ``behind``: the first token behind the source.
    ``inner``: inside another saying's words.
    """

    cue: Cue
    source: Range | None
    shared: bool
    behind: int
    inner: bool = False
