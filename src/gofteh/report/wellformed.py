"""Text as UTF-8 and a terminal can take it, for outputs that have no escapes of their own."""

from __future__ import annotations

import re
from typing import Any

_SURROGATE = re.compile("[\ud800-\udfff]")

# A terminal obeys control characters: escape sequences, and marks that turn lines around.
_DIRECTION_MARKS = [0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
_CONTROLS = [*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029]
_HARMLESS: dict[int, str | None] = {
    **dict.fromkeys(_CONTROLS, " "),
    **dict.fromkeys(_DIRECTION_MARKS),
}


def well_formed(text: str) -> str:
    """Return a text with every lone surrogate shown as U+FFFD: length and offsets stay."""
    return _SURROGATE.sub("\ufffd", text)


def well_formed_value(value: Any) -> Any:
    """Return a JSON value with every text in it well-formed."""
    if isinstance(value, str):
        return well_formed(value)
    if isinstance(value, dict):
        return {name: well_formed_value(inner) for name, inner in value.items()}
    return [well_formed_value(inner) for inner in value] if isinstance(value, list) else value


def inline(text: str) -> str:
    """Return a piece of text without anything that a terminal would obey; its spaces stay."""
    return well_formed(text).translate(_HARMLESS)


def one_line(text: str) -> str:
    """Return a text as one line without anything that a terminal would obey."""
    return " ".join(inline(text).split())
