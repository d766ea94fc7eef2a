"""Pairs of wrong and right texts, and how much of the wrong a tool sets right."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise
from pathlib import Path

from benchmarks.repair.align import shared_blocks

REAL_WORD = ("be", "common", "gozar", "hich", "plural", "tanvin", "virastman")
# Spelling is scored on letters alone: spaces, punctuation, digits and the two scripts' letters,
# which most tools unify, count elsewhere.
_UNIFIED = str.maketrans("يىك", "ییک")


@dataclass(frozen=True, slots=True)
class PairSet:
    """Texts with a slip beside the same texts without."""

    name: str
    pairs: tuple[tuple[str, str], ...]


def pair_sets(folder: Path, limit: int, test_limit: int = 0) -> list[PairSet]:
    """Return PerSpellData's test set and at most ``limit`` pairs of each real-word set.

    The test set is whole unless ``test_limit`` says how many of its pairs to take.
    """
    root = folder / "spell_perspelldata" / "DataSet"
    if not root.exists():
        return []
    tests = list(_pairs(root / "test-set", ""))
    sets = [PairSet("test set", _spread(tests, test_limit or len(tests)))]
    for name in REAL_WORD:
        suffix = f"_{name}" if name != "virastman" else "_virastman_real"
        pairs = list(_pairs(root / "real-word" / name, suffix))
        sets.append(PairSet(f"real words: {name}", _spread(pairs, limit)))
    return sets


def _spread(pairs: list[tuple[str, str]], limit: int) -> tuple[tuple[str, str], ...]:
    """Return at most so many pairs, taken evenly from all."""
    return tuple(pairs[:: max(1, len(pairs) // limit)][:limit])


def _pairs(folder: Path, suffix: str) -> Iterator[tuple[str, str]]:
    """Yield the pairs of a folder whose letters differ."""
    sides = [
        (folder / f"{side}{suffix}.txt").read_text("utf-8").splitlines()
        for side in ("wrong", "correct")
    ]
    for wrong, right in zip(*sides, strict=True):
        if letters(wrong) != letters(right):
            yield wrong.strip(), right.strip()


def letters(text: str) -> str:
    """Return the letters and vowel signs of a text, unified, without anything between."""
    unified = unicodedata.normalize("NFC", text).translate(_UNIFIED)
    return "".join(c for c in unified if unicodedata.category(c) in ("Lo", "Mn"))


@dataclass(slots=True)
class Spelling:
    """Wrong words set right, and right words spoilt."""

    slips: int = 0
    slips_mended: int = 0
    texts: int = 0
    texts_mended: int = 0
    texts_spoilt: int = 0
    words: int = 0
    words_spoilt: int = 0

    def count(self, wrong: str, right: str, from_wrong: str, from_right: str) -> None:
        """Add one pair with what a tool made of each side."""
        words = _words(right)
        slips = words - _kept(right, wrong)
        self.slips += len(slips)
        self.slips_mended += len(slips & _kept(right, from_wrong))
        self.texts += 1
        self.texts_mended += letters(from_wrong) == letters(right)
        self.texts_spoilt += letters(from_right) != letters(right)
        self.words += len(words)
        self.words_spoilt += len(words - _kept(right, from_right))

    def figures(self) -> dict[str, float]:
        """Return the shares in per cent."""
        return {
            "pairs": float(self.texts),
            "words mended": 100 * self.slips_mended / max(1, self.slips),
            "texts mended": 100 * self.texts_mended / max(1, self.texts),
            "right texts spoilt": 100 * self.texts_spoilt / max(1, self.texts),
            "right words spoilt": 100 * self.words_spoilt / max(1, self.words),
        }


def _words(text: str) -> set[tuple[int, int]]:
    """Return the range of each word of a text among its letters."""
    ends = list(accumulate(len(letters(word)) for word in text.split()))
    return {span for span in pairwise([0, *ends]) if span[0] < span[1]}


def _kept(right: str, other: str) -> set[tuple[int, int]]:
    """Return the words of a right text that another has too, with nothing put in at their ends."""
    whole, seen = letters(right), letters(other)
    blocks = [(0, 0, 0), *shared_blocks(whole, seen), (len(whole), len(seen), 0)]
    kept: set[tuple[int, int]] = set()
    for before, block, after in zip(blocks, blocks[1:], blocks[2:], strict=False):
        first, last = block[0] + _grows(before, block), block[0] + block[2] - _grows(block, after)
        kept |= {word for word in _words(right) if first <= word[0] and word[1] <= last}
    return kept


def _grows(block: tuple[int, int, int], following: tuple[int, int, int]) -> bool:
    """Tell whether the other text has more letters between two shared runs."""
    gap, gap_seen = (following[k] - block[k] - block[2] for k in (0, 1))
    return gap_seen > gap


def score(items: Iterable[tuple[str, str, str, str]]) -> dict[str, float]:
    """Return the figures of ``(wrong, right, from wrong, from right)`` texts."""
    total = Spelling()
    for item in items:
        total.count(*item)
    return total.figures()
