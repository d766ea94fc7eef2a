"""Exact two-way maps between a raw text and a rewritten view of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Maps spans between raw text and view; memory is proportional to the edits.

    Built from edits that change lengths: sorted, non-overlapping raw ranges and the length
    of what replaces each. Between edits, raw and view run in step.
    """

    raw_starts: tuple[int, ...] = ()
    raw_ends: tuple[int, ...] = ()
    view_starts: tuple[int, ...] = ()
    view_ends: tuple[int, ...] = ()

    @classmethod
    def from_edits(cls, edits: Iterable[tuple[int, int, int]]) -> OffsetMap:
        """Return the map of ``(raw_start, raw_end, view_length)`` edits.

        Raises ``ValueError`` if edits overlap or are not in order.
        """
        raw_starts, raw_ends, view_starts, view_ends = [], [], [], []
        shift = last = 0
        for start, end, length in edits:
            if start < last or end < start:
                raise ValueError(f"edit [{start}, {end}) overlaps the one before or is reversed")
            raw_starts.append(start)
            raw_ends.append(end)
            view_starts.append(start + shift)
            view_ends.append(start + shift + length)
            shift += length - (end - start)
            last = end
        return cls(tuple(raw_starts), tuple(raw_ends), tuple(view_starts), tuple(view_ends))

    def to_raw(self, start: int, end: int) -> tuple[int, int]:
        """Return the raw span of a view span, without characters deleted at its borders."""
        return _project(
            start, end, self.view_starts, self.view_ends, self.raw_starts, self.raw_ends
        )

    def to_view(self, start: int, end: int) -> tuple[int, int]:
        """Return the view span of a raw span; empty where all of it was deleted."""
        return _project(
            start, end, self.raw_starts, self.raw_ends, self.view_starts, self.view_ends
        )


def _project(
    start: int,
    end: int,
    from_starts: tuple[int, ...],
    from_ends: tuple[int, ...],
    to_starts: tuple[int, ...],
    to_ends: tuple[int, ...],
) -> tuple[int, int]:
    """Map ``[start, end)``: its first character decides the start, its last one the end."""
    first = _before(start, from_starts, from_ends, to_starts, to_ends)
    if end <= start:
        return first, first
    k = bisect_right(from_starts, end - 1) - 1
    if k < 0:
        last = end
    elif end > from_ends[k]:
        last = to_ends[k] + (end - from_ends[k])
    else:
        last = to_ends[k]
    return first, max(first, last)


def _before(
    position: int,
    from_starts: tuple[int, ...],
    from_ends: tuple[int, ...],
    to_starts: tuple[int, ...],
    to_ends: tuple[int, ...],
) -> int:
    k = bisect_right(from_starts, position) - 1
    if k < 0:
        return position
    if position >= from_ends[k]:
        return to_ends[k] + (position - from_ends[k])
    return to_starts[k]
