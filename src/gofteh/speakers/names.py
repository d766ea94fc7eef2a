"""When two names are one person's, within an article."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from gofteh.lexicon.names import given_names
from gofteh.lexicon.people import HONORIFICS
from gofteh.text.layout import Layout
from gofteh.text.slips import one_slip

_MIN_SPELLING = 5


class NameMatch(StrEnum):
    """Why two names are one person's: the id of the rule that says so."""

    SAME = "same-name"
    SURNAME = "surname"
    FIRST_NAME = "first-name"
    PART = "part-of-name"
    SPELLING = "spelling"


def plain_name(layout: Layout, indices: Sequence[int]) -> tuple[str, ...]:
    """Return a name's folded words without honorifics (unless nothing else is left)."""
    words = [w for i in indices if (w := layout.tokens.words[i]) != "."]
    return tuple(w for w in words if w not in HONORIFICS) or tuple(words)


def same_name(a: Sequence[str], b: Sequence[str]) -> NameMatch | None:
    """Return why two names are one person's; None where they are not."""
    if "".join(a) == "".join(b):
        return NameMatch.SAME
    short, long = sorted((tuple(a), tuple(b)), key=lambda n: len("".join(n)))
    return _shortened(short, long) or _misspelt(short, long)


def _shortened(short: tuple[str, ...], long: tuple[str, ...]) -> NameMatch | None:
    """By which rule one name is part of another, if it is."""
    text = "".join(short)
    if len(text) > 2 and _ends_with(long, text):
        return NameMatch.SURNAME
    given_alone = len(short) == 1 and short[0] == long[0]
    if set(short) < set(long) and len(text) > 2 and not (given_alone and len(long) <= 2):
        last = short[-1] == long[-1] or len(short) > 1
        return NameMatch.SURNAME if last else NameMatch.PART
    first = given_alone and len(long) > 1 and len(text) > 2
    return NameMatch.FIRST_NAME if first else None


def _misspelt(short: tuple[str, ...], long: tuple[str, ...]) -> NameMatch | None:
    """``spelling`` where one slip parts two names, or a surname from the end of a name.

    Not in the first letter, where hardly anybody slips.
    """
    if _two_given(short, long):
        return None
    text = "".join(short)
    if len(text) < _MIN_SPELLING:
        return None
    ends = ("".join(long), "".join(long[-len(short) :]))
    slip = any(end[0] == text[0] and one_slip(text, end) for end in ends)
    return NameMatch.SPELLING if slip else None


def _ends_with(name: tuple[str, ...], end: str) -> bool:
    """Whether a name ends with a shorter one that begins a word, or is run together with it."""
    if len(name) == 1:
        return len(end) > _MIN_SPELLING - 1 and name[0].endswith(end)
    return any("".join(name[k:]) == end for k in range(1, len(name)))


def _two_given(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two names open with different given names: one letter apart is another person."""
    known = given_names()
    return a[0] != b[0] and a[0] in known and b[0] in known
