"""A saying as the network is taught it: where its cue, source and content stand, in tokens."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from gofteh.text.layout import Layout

Range = tuple[int, int]
# Parts of a cue that stand further apart are two.
_CUE_GAP = 9
# Parts of a content that stand as near as this go on.
_CONTENT_GAP = 4


@dataclass(frozen=True, slots=True)
class Label:
    """A saying in tokens. ``at`` is its cue, or an empty range where its words have none."""

    at: Range
    source: Range | None
    content: Range
    weight: float

    @property
    def bare(self) -> bool:
        """Whether the words have no cue."""
        return self.at[0] == self.at[1]


def made(
    layout: Layout, cue: list[Range], source: Range | None, content: list[Range], weight: float
) -> Label:
    """Return a saying as a label: of a cue and content in parts the main ones."""
    at = _whole_cue(cue) if cue else None
    main = _main_run(content, at)
    if at is None:
        begin = max(p.start for p in layout.paragraphs if p.start <= main[0])
        at = (begin, begin)
    return Label(at, source, main, weight)


def _whole_cue(parts: list[Range]) -> Range:
    if parts[-1][1] - parts[0][0] <= _CUE_GAP:
        return parts[0][0], parts[-1][1]
    return max(parts, key=lambda r: r[1] - r[0])


def _main_run(parts: list[Range], cue: Range | None) -> Range:
    """The longest run of a content's parts; a run does not go on over the cue."""
    runs: list[Range] = []
    for start, end in parts:
        over = cue is not None and bool(runs) and runs[-1][1] <= cue[0] < start
        if runs and start - runs[-1][1] <= _CONTENT_GAP and not over:
            runs[-1] = (runs[-1][0], end)
        else:
            runs.append((start, end))
    return max(runs, key=lambda r: r[1] - r[0])


def token_range(layout: Layout, start: int, end: int) -> Range | None:
    """Return the tokens that raw offsets touch; None where they touch none."""
    first, last = layout.view.map.to_view(start, end)
    low = bisect_right(layout.tokens.ends, first)
    high = bisect_left(layout.tokens.starts, last)
    return (low, high) if high > low else None
