"""Which statement is embedded in which: it stands inside the other's content."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gofteh.records import Span, Statement


def nest(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Return the statements with ``embedded_in`` naming the innermost one around each.

    One sweep in the order of the text: a statement is embedded in one whose content begins before
    its own first word (of cue or content), ends behind its last one, and is longer.
    """
    contents = sorted(((c, s.id) for s in statements for c in s.content), key=_outer_first)
    around: dict[str, str] = {}
    open_contents: list[tuple[Span, str]] = []
    k = 0
    for inner in sorted(statements, key=_begin):
        begin, end = _begin(inner), inner.content[-1].end
        while k < len(contents) and contents[k][0].start <= begin:
            open_contents.append(contents[k])
            k += 1
        open_contents = [o for o in open_contents if o[0].end > begin]
        holding = [o for o in open_contents if _holds(o, inner, end)]
        if holding:
            around[inner.id] = min(holding, key=_size)[1]
    return tuple(replace(s, embedded_in=around.get(s.id)) for s in statements)


def _begin(statement: Statement) -> int:
    starts = [statement.content[0].start, *(c.start for c in statement.cue)]
    return min(starts)


def _holds(outer: tuple[Span, str], inner: Statement, end: int) -> bool:
    span, name = outer
    larger = len(span) > end - inner.content[0].start
    return name != inner.id and end <= span.end and larger


def _size(outer: tuple[Span, str]) -> int:
    return len(outer[0])


def _outer_first(item: tuple[Span, str]) -> tuple[int, int]:
    return item[0].start, -item[0].end
