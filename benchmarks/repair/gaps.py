"""Scores over the gaps between letters: half-spaces found, and clean text left alone."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from benchmarks.repair.align import shared_blocks
from benchmarks.repair.texts import HALF_SPACE

NOTHING, SPACE, HALF = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Spaced:
    """A text without its spaces, and for each letter what stands before it."""

    letters: str
    gaps: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Spaced:
        """Return a text taken apart. A gap with a space in it is a space."""
        letters: list[str] = []
        gaps: list[int] = []
        before = NOTHING
        for char in text:
            if char.isspace():
                before = SPACE
            elif char == HALF_SPACE:
                before = before or HALF
            else:
                letters.append(char)
                gaps.append(before if len(letters) > 1 else NOTHING)
                before = NOTHING
        return cls("".join(letters), tuple(gaps))

    def inner_gaps(self, start: int, length: int) -> tuple[int, ...]:
        """Return the gaps between the letters of a run."""
        return self.gaps[start + 1 : start + length]


@dataclass(slots=True)
class HalfSpaces:
    """Half-spaces found right, made up, and missed."""

    right: int = 0
    made_up: int = 0
    missed: int = 0

    def count(self, gold: str, output: str) -> None:
        """Add one text: a half-space is right at the same gap of the same two letters."""
        want, got = Spaced.of(gold), Spaced.of(output)
        right = sum(
            a == b == HALF
            for i, j, n in shared_blocks(want.letters, got.letters)
            for a, b in zip(want.inner_gaps(i, n), got.inner_gaps(j, n), strict=True)
        )
        self.right += right
        self.made_up += got.gaps.count(HALF) - right
        self.missed += want.gaps.count(HALF) - right

    def figures(self) -> dict[str, float]:
        """Return precision, recall and F1 in per cent."""
        precision = self.right / max(1, self.right + self.made_up)
        recall = self.right / max(1, self.right + self.missed)
        f1 = 2 * self.right / max(1, 2 * self.right + self.made_up + self.missed)
        return {"precision": 100 * precision, "recall": 100 * recall, "f1": 100 * f1}


@dataclass(slots=True)
class Clean:
    """What a tool changes in text that is right."""

    texts: int = 0
    texts_changed: int = 0
    texts_with_signs_changed: int = 0
    letters: int = 0
    letters_changed: int = 0
    word_gaps: int = 0
    gaps_changed: int = 0
    spaces: int = 0
    spaces_changed: int = 0

    def count(self, clean: str, output: str) -> None:
        """Add one text. A gap can change only between letters that stayed."""
        want, got = Spaced.of(clean), Spaced.of(output)
        blocks = shared_blocks(want.letters, got.letters)
        kept = sum(_word_letters(want.letters[i : i + n]) for i, _, n in blocks)
        sizes = (_word_letters(want.letters), _word_letters(got.letters))
        pairs = [
            pair
            for i, j, n in blocks
            for pair in zip(want.inner_gaps(i, n), got.inner_gaps(j, n), strict=True)
        ]
        self.texts += 1
        self.texts_changed += clean != output
        self.texts_with_signs_changed += want.letters != got.letters
        self.letters += sizes[0]
        self.letters_changed += max(sizes) - kept
        self.word_gaps += len(want.gaps) - want.gaps.count(NOTHING)
        self.gaps_changed += sum(a != b for a, b in pairs)
        self.spaces += want.gaps.count(SPACE)
        self.spaces_changed += sum(a == SPACE != b for a, b in pairs)

    def figures(self) -> dict[str, float]:
        """Return the shares in per cent; changed gaps are counted per gap between words."""
        return {
            "texts changed": 100 * self.texts_changed / max(1, self.texts),
            "texts with signs changed": 100 * self.texts_with_signs_changed / max(1, self.texts),
            "letters changed": 100 * self.letters_changed / max(1, self.letters),
            "gaps changed": 100 * self.gaps_changed / max(1, self.word_gaps),
            "spaces changed": 100 * self.spaces_changed / max(1, self.spaces),
        }


def _word_letters(text: str) -> int:
    """Return how many letters, vowel signs and digits a text has: words without punctuation."""
    return sum(unicodedata.category(char)[0] in "LMN" for char in text)


def half_spaces(pairs: Iterable[tuple[str, str]]) -> dict[str, float]:
    """Return precision, recall and F1 over pairs of a gold text and a tool's."""
    score = HalfSpaces()
    for gold, output in pairs:
        score.count(gold, output)
    return score.figures()


def clean(pairs: Iterable[tuple[str, str]]) -> dict[str, float]:
    """Return what changed over pairs of a right text and what a tool made of it."""
    score = Clean()
    for text, output in pairs:
        score.count(text, output)
    return score.figures()
