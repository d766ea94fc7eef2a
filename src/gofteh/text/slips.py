"""Two words that one slip of the pen parts: another letter, one more or less, two exchanged."""

from __future__ import annotations


def one_slip(a: str, b: str) -> bool:
    """Return whether one slip parts two words; the same word twice is none."""
    if not -2 < len(a) - len(b) < 2:
        return False
    if len(a) == len(b):
        wrong = [i for i in range(len(a)) if a[i] != b[i]]
        if len(wrong) == 2:
            i, j = wrong
            return j == i + 1 and a[i] == b[j] and a[j] == b[i]
        return len(wrong) == 1
    long, short = (a, b) if len(a) > len(b) else (b, a)
    i = first_difference(long, short)
    return i < 0 or long[i + 1 :] == short[i:]


def first_difference(a: str, b: str) -> int:
    """Return where two words differ first; -1 where one goes on behind the other."""
    for i, (x, y) in enumerate(zip(a, b, strict=False)):
        if x != y:
            return i
    return -1
