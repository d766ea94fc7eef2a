"""Which characters of one text stand in another: the ground of every score."""

from __future__ import annotations

from difflib import SequenceMatcher


def shared_blocks(a: str, b: str) -> list[tuple[int, int, int]]:
    """Return ``(start in a, start in b, length)`` of what two texts share, in order.

    Common ends are cut off first, so that near-equal texts, the rule here, cost next to nothing.
    """
    if a == b:
        return [(0, 0, len(a))] if a else []
    head = _common(a, b)
    tail = _common(a[head:][::-1], b[head:][::-1])
    middle_a, middle_b = a[head : len(a) - tail], b[head : len(b) - tail]
    matcher = SequenceMatcher(None, middle_a, middle_b, autojunk=False)
    blocks = [(0, 0, head)]
    blocks += [(m.a + head, m.b + head, m.size) for m in matcher.get_matching_blocks()]
    blocks.append((len(a) - tail, len(b) - tail, tail))
    return [block for block in blocks if block[2]]


def _common(a: str, b: str) -> int:
    return next(
        (i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b))
    )
