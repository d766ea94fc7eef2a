"""Tokens for tools that know no characters, only tokens. Pure."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from gofteh.annotate.marks import Place

# Words with their half-spaces, and every other sign by itself.
_TOKEN = re.compile(r"[^\W_]+(?:\u200c[^\W_]+)*|\S")


def cut_tokens(text: str, offset: int, edges: Sequence[int]) -> list[Place]:
    """Return the tokens of a text that begins at an offset, cut at the edges (in their order)."""
    found = []
    for match in _TOKEN.finditer(text):
        first, last = match.start() + offset, match.end() + offset
        for edge in edges[bisect_left(edges, first + 1) : bisect_left(edges, last)]:
            found.append((first, edge))
            first = edge
        found.append((first, last))
    return found
