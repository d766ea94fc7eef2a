"""What the web does to the spacing of a careful line, with the right answer kept."""

from __future__ import annotations

import random

HALF = "\u200c"
# Letters that do not join the next one: after them a missing space does not show.
_APART = set("اآدذرزژوأؤ")
_LETTER = set("ءآأؤئابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی")

# kind of damage -> share of the training lines
KINDS = {"clean": 0.35, "deleted": 0.27, "spaced": 0.24, "no-break": 0.04, "mixed": 0.1}
WORDS = 0.12  # share of lines whose words are also glued and split


def kind_of(rng: random.Random) -> str:
    """Return a kind of damage, by its share."""
    return rng.choices(list(KINDS), KINDS.values())[0]


def damage(
    line: str, kind: str, words: bool, rng: random.Random
) -> tuple[str, list[tuple[int, str]]]:
    """Return a damaged line, and the offsets into it where the right writing differs.

    Each is ``(offset, label)``: the character at the offset (or the empty place before it, where
    something was deleted) should be read as ``label``: ``z`` half-space, ``s`` space, ``j``
    nothing.
    """
    out: list[str] = []
    truth: list[tuple[int, str]] = []
    for i, c in enumerate(line):
        if c == HALF:
            new = _half(kind, rng)
            truth.append((len(out), "z"))
            if new:
                out.append(new)
        elif c == " " and words and _glues(line, i, rng):
            truth.append((len(out), "s"))
        else:
            if words and _splits(line, i, rng):
                truth.append((len(out), "j"))
                out.append(" ")
            out.append(c)
    return "".join(out), truth


def _half(kind: str, rng: random.Random) -> str:
    if kind == "mixed":
        kind = rng.choice(("clean", "deleted", "spaced"))
    return {"clean": HALF, "deleted": "", "spaced": " ", "no-break": "\u00a0"}[kind]


def _glues(line: str, i: int, rng: random.Random) -> bool:
    before, after = line[i - 1 : i], line[i + 1 : i + 2]
    if before not in _LETTER or after not in _LETTER:
        return False
    return rng.random() < (0.05 if before in _APART else 0.01)


def _splits(line: str, i: int, rng: random.Random) -> bool:
    if not all(c in _LETTER for c in line[max(0, i - 2) : i + 2]) or i < 2:
        return False
    return rng.random() < (0.01 if line[i - 1] in _APART else 0.002)


def words_too(rng: random.Random) -> bool:
    """Whether this line's words are glued and split as well."""
    return rng.random() < WORDS
