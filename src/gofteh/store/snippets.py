"""The part of a raw text to show for a query, with the words of the query marked in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from gofteh.store.query import Node, Phrase, Term, leaves
from gofteh.store.records import Piece
from gofteh.text.terms import Terms, terms_of

# Characters to show at most, and before the first mark where that stands further on.
_WIDTH = 320
_BEFORE = 80
# Of a long text so many characters are looked at together.
_PART = 1_000
_ELLIPSIS = "…"
_BETWEEN = " \n…"


def snippet(raw: str, node: Node | None, width: int = _WIDTH) -> tuple[Piece, ...]:
    """Return about ``width`` characters of a raw text, from before the first marked word on.

    The pieces joined are the raw text's own characters, but for ``…`` where it goes on.
    """
    marked = _merged(_shown(raw, node, width)) if node is not None else []
    start, end = _window(raw, marked[0][0] if marked else 0, width)
    pieces = [Piece(_ELLIPSIS)] if start else []
    at = start
    for first, last in marked:
        if last > end:
            break
        pieces += [Piece(raw[at:first]), Piece(raw[first:last], marked=True)]
        at = last
    pieces.append(Piece(raw[at:end]))
    pieces += [Piece(_ELLIPSIS)] if end < len(raw) else []
    return tuple(piece for piece in pieces if piece.text)


def _window(raw: str, first: int, width: int) -> tuple[int, int]:
    if len(raw) <= width:
        return 0, len(raw)
    start = max(0, min(first - _BEFORE, len(raw) - width)) if first > width - _BEFORE else 0
    end = _at_space(raw, min(len(raw), start + width), -1)
    if end < len(raw):  # no second ellipsis behind one
        end = start + len(raw[start:end].rstrip(_BETWEEN))
    return _at_space(raw, start, 1) if start else 0, end


def _at_space(raw: str, place: int, step: int) -> int:
    """Return the next place, not far away, where no word is cut."""
    if place in (0, len(raw)):
        return place
    for near in range(place, place + 20 * step, step):
        if 0 < near < len(raw) and raw[near - 1 if step > 0 else near].isspace():
            return near
    return place


def _shown(raw: str, node: Node, width: int) -> Iterable[tuple[int, int]]:
    """Return the marks from the first to the end of what is shown of it, and some behind it.

    No term goes over a line's end, so a long text is looked at part by part, and no further than
    needed; a phrase may, so where nothing is found all of it is looked at.
    """
    found: list[tuple[int, int]] = []
    for start, end in _parts(raw):
        found += [(start + a, start + b) for a, b in _marks(terms_of(raw[start:end]), node)]
        if found and end >= min(found)[0] + width:
            return found
    return found or (_marks(terms_of(raw), node) if len(raw) > _PART else ())


def _parts(raw: str) -> Iterator[tuple[int, int]]:
    """Yield the half-open places of whole lines, some of them together."""
    start = 0
    while start < len(raw):
        end = raw.find("\n", start + _PART) + 1 or len(raw)
        yield start, end
        start = end


def _marks(terms: Terms, node: Node) -> Iterable[tuple[int, int]]:
    places: dict[str, list[int]] = {}
    for place, key in enumerate(terms.keys):
        places.setdefault(key, []).append(place)
    for leaf in leaves(node, wanted=True):
        for first, last in _found(leaf, terms.keys, places):
            yield terms.raw_span(first, last)


def _found(
    leaf: Term | Phrase, keys: Sequence[str], places: dict[str, list[int]]
) -> Iterable[tuple[int, int]]:
    if isinstance(leaf, Phrase):
        size = len(leaf.keys)
        for place in places.get(leaf.keys[0], ()):
            if tuple(keys[place : place + size]) == leaf.keys:
                yield place, place + size - 1
    elif leaf.prefix:
        yield from ((i, i) for i, key in enumerate(keys) if key.startswith(leaf.key))
    else:
        yield from ((place, place) for place in places.get(leaf.key, ()))


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif end > start:
            merged.append((start, end))
    return merged
