"""Which statement is told inside another's words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gofteh.records import Statement


def nest(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Return the statements with ``embedded_in`` naming the innermost one around each."""
    return tuple(replace(s, embedded_in=_around(s, statements)) for s in statements)


def _around(inner: Statement, statements: Sequence[Statement]) -> str | None:
    start, end = inner.content[0].start, inner.content[-1].end
    best: tuple[int, str] | None = None
    for outer in statements:
        if outer is inner:
            continue
        for span in outer.content:
            size = span.end - span.start
            cue = inner.cue[0].start if inner.cue else start
            holds = span.start <= min(start, cue) and end <= span.end and size > end - start
            if holds and (best is None or size < best[0]):
                best = size, outer.id
    return best[1] if best else None
