"""Counts of words, half-spaced pairs and spaced pairs in careful lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from gofteh.repairing.sites import SEGMENT
from gofteh.repairing.spacing_lexicon import HALF_SPACE, Counts

_TOKEN = re.compile(f"{SEGMENT.pattern}(?:{HALF_SPACE}{SEGMENT.pattern})*")


@dataclass
class Tally:
    """Counts being made of one collection; ``tokens`` are its half-spaced words."""

    words: Counter[str] = field(default_factory=Counter)
    bound: Counter[str] = field(default_factory=Counter)
    pairs: Counter[str] = field(default_factory=Counter)
    tokens: Counter[str] = field(default_factory=Counter)

    def read(self, lines: Iterable[str]) -> Tally:
        """Count the words of lines; returns itself."""
        for line in lines:
            self._read(line)
        return self

    def _read(self, line: str) -> None:
        before, stop = "", -1
        for match in _TOKEN.finditer(line):
            parts = match.group().split(HALF_SPACE)
            if len(parts) > 1:
                self.tokens[match.group()] += 1
                self.bound.update(f"{a} {b}" for a, b in pairwise(parts))
            else:
                self.words[parts[0]] += 1
            if before and stop == match.start() - 1 and line[stop] == " ":
                self.pairs[f"{before} {parts[0]}"] += 1
            before, stop = parts[-1], match.end()

    def counts(self, bound: Counter[str], words: Counter[str]) -> Counts:
        """Return the counts; of spaced pairs only those that somebody writes otherwise."""
        spaced = {
            pair: n
            for pair, n in self.pairs.items()
            if pair in bound or words.get(pair.replace(" ", ""), 0) > 1
        }
        return Counts(dict(self.words), dict(self.bound), spaced)
