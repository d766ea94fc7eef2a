"""Words and half-spaced compounds of the open lexicons, and the verb forms that follow ``می``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from corpus import tidy

from gofteh.repairing.sites import SEGMENT
from gofteh.repairing.spacing_lexicon import HALF_SPACE

# A word of a counted list is taken from so many occurrences on.
_MIN_SHEKAR, _MIN_HAZM = 20_000, 20_000
_PAST_ENDINGS = ("", "م", "ی", "یم", "ید", "ند", "ه")
_PRESENT_ENDINGS = ("م", "ی", "د", "یم", "ید", "ند")


def entries(resources: Path) -> tuple[frozenset[str], frozenset[str]]:
    """Return the plain words and the half-spaced compounds of lilak, shekar and hazm."""
    found = [tidy(word).strip() for word in _raw_entries(resources)]
    plain = frozenset(w for w in found if SEGMENT.fullmatch(w))
    compounds = frozenset(w for w in found if HALF_SPACE in w and " " not in w)
    return plain, compounds


def _raw_entries(resources: Path) -> Iterator[str]:
    shekar = resources / "lex_shekar/shekar/data/files"
    for line in _lines(shekar / "vocab.csv"):
        word, _, count = line.partition(",")
        if count.isdigit() and int(count) > _MIN_SHEKAR:
            yield word
    yield from _lines(shekar / "compound_words.csv")
    for line in _lines(resources / "lex_hazm/hazm/data/words.dat"):
        word, count, *_ = [*line.split("\t"), "0"]
        if count.isdigit() and int(count) > _MIN_HAZM:
            yield word
    for line in _lines(resources / "lex_lilak/src/data/lexicon"):
        if not line.startswith("#"):
            yield line.split(",")[0]


def verb_forms(resources: Path) -> frozenset[str]:
    """Return the forms of every verb that may stand behind ``می`` or ``نمی``."""
    forms: set[str] = set()
    for line in _lines(resources / "lex_hazm/hazm/data/verbs.dat"):
        past, _, present = line.strip().partition("#")
        forms |= {past + ending for ending in _PAST_ENDINGS} if past else set()
        forms |= {present + ending for ending in _PRESENT_ENDINGS} if present else set()
    return frozenset(forms)


def _lines(path: Path) -> list[str]:
    return path.read_text("utf-8").splitlines()
