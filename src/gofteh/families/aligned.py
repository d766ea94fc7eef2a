"""Two wordings side by side, word by word, for people to see."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from gofteh.families.words import FUNCTION_WORDS
from gofteh.persons.names import folded_words

_WORD = re.compile(r"\S+\s*")
# Texts are aligned over this many words: the time grows with the square.
_MOST_WORDS = 600
# Function words alone between two changes of so many words stand in both by chance.
_LARGE = 5


@dataclass(frozen=True, slots=True)
class _Run:
    """Where a run of words begins and ends in each text, and whether they are the same."""

    i: int
    j: int
    k: int
    m: int
    equal: bool

    @property
    def is_large_change(self) -> bool:
        return not self.equal and max(self.j - self.i, self.m - self.k) >= _LARGE

    def with_next(self, other: _Run) -> _Run:
        return _Run(self.i, other.j, self.k, other.m, self.equal and other.equal)


def aligned(one: str, other: str) -> Iterator[tuple[str, str, bool]]:
    """Yield runs of two texts in pairs, and whether both are the same.

    Letters' forms, spaces and signs apart. The first parts join to the whole of ``one``, the second
    to that of ``other``.
    """
    a, b = (_WORD.findall(text) for text in (one, other))
    for run in _in_sense(_runs(_keys(a[:_MOST_WORDS]), _keys(b[:_MOST_WORDS]))):
        yield "".join(a[run.i : run.j]), "".join(b[run.k : run.m]), run.equal
    rest = "".join(a[_MOST_WORDS:]), "".join(b[_MOST_WORDS:])
    if any(rest):
        yield *rest, False


def _runs(first: Sequence[str], second: Sequence[str]) -> Iterator[tuple[_Run, bool]]:
    """Yield the runs of two texts, and whether they are of function words alone."""
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    for _, i, j, k, m in matcher.get_opcodes():
        same = "".join(first[i:j]) == "".join(second[k:m])
        yield _Run(i, j, k, m, same), same and FUNCTION_WORDS.issuperset(first[i:j])


def _in_sense(runs: Iterator[tuple[_Run, bool]]) -> list[_Run]:
    """The runs in order, those that are alike joined, and what is the same by chance a change."""
    found: list[_Run] = []
    by_chance: _Run | None = None
    for run, is_binding in runs:
        if by_chance and run.is_large_change:
            found[-2:] = [found[-2].with_next(by_chance).with_next(run)]
        elif found and found[-1].equal == run.equal:
            found[-1] = found[-1].with_next(run)
        else:
            found.append(run)
        is_chance = is_binding and len(found) > 1 and found[-2].is_large_change
        by_chance = found[-1] if is_chance else None
    return found


def _keys(words: list[str]) -> list[str]:
    return ["".join(folded_words(word)) for word in words]
