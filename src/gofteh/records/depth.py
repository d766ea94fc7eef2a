"""How deep values may nest: beyond it, one program after another fails, each in its own way.

Python's own JSON stops at about a thousand levels, orjson at 1,024 in and 254 out, pickle at some
hundreds. News has three or four.
"""

from __future__ import annotations

from typing import Any

MOST_LEVELS = 200
_INNER = (dict, list, tuple)


def is_too_deep(value: Any) -> bool:
    """Return whether lists and objects stand more than `MOST_LEVELS` deep in one another."""
    level = [value] if isinstance(value, _INNER) else []
    for _ in range(MOST_LEVELS):
        if not level:
            return False
        level = [
            inner
            for outer in level
            for inner in (outer.values() if isinstance(outer, dict) else outer)
            if isinstance(inner, _INNER)
        ]
    return bool(level)
