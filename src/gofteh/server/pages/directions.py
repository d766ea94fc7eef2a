"""Which way a text runs, for files whose programs do not find out by themselves. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

# Letters and digits of the Arabic script.
_LETTER = "[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]"
# Stretches against the direction of their paragraph: ``598.ir`` is Latin from its first digit on,
# and what stands between two Persian words of one part of a line is Persian.
_AGAINST = {
    "rtl": re.compile(
        r"(?:[0-9]+[.\-]?)?[A-Za-z](?:[\w\-./:?=&%#~+@,]*[A-Za-z0-9/])?(?: (?=[A-Za-z]))?"
    ),
    "ltr": re.compile(rf"{_LETTER}(?:[^A-Za-z,“”()]*{_LETTER})?"),
}
_STRONG = re.compile(rf"[A-Za-z]|{_LETTER}")
# Put behind Persian in a line from left to right: without it a comma and a number that follow are
# taken for a part of the Persian, by the rules of Unicode that office programs go by.
_LEFT_TO_RIGHT = "\u200e"


def direction_of(text: str) -> str:
    """Return ``rtl`` or ``ltr``, as the first letter of a text says."""
    found = _STRONG.search(text)
    return "ltr" if found is None or found.group().isascii() else "rtl"


def pieces(text: str, direction: str) -> Iterator[tuple[str, bool]]:
    """Yield the text of a paragraph in stretches, each with whether it runs from right to left."""
    from_right = direction == "rtl"
    at = 0
    for found in _AGAINST[direction].finditer(text):
        if found.start() > at:
            yield text[at : found.start()], from_right
        yield found.group(), not from_right
        at = found.end()
        if not from_right:
            yield _LEFT_TO_RIGHT, False
    if at < len(text):
        yield text[at:], from_right
