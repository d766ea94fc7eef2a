"""The features by which the model decides how a site is written: nothing, half-space or space.

Most of them depend on the two words alone, some on these and the line's signs, some on the words
around: three functions, so that each is computed as seldom as can be. The first letter of a
feature's name tells its sort, what follows its value; the shipped model knows the features by these
names:

    0            the line's signs            l r p        left word, right word, both
    L R P        the same, by the line's     c k u q d D  counts, lists, frequencies, partners,
                 signs                                    which writing leads, in each source
    e f h i      the shapes of unseen pairs  v w x y V    suffixes and verb prefixes
    a A b B Q    with the words around       E F G        measured: how often one writing is seen
                                                          against another, in each source
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from math import log
from typing import NamedTuple

from gofteh.repairing.affixes import SUFFIXES, VERB_PREFIXES
from gofteh.repairing.sites import HALF, NOTHING, SPACE, SiteFields
from gofteh.repairing.spacing_lexicon import HALF_SPACE, SpacingLexicon

# Suffixes whose separate or joined writing shows how the line was damaged.
_TELLING = SUFFIXES - {"ای", "ام", "ات", "مان", "تان", "تر", "یی"}
# Of nothing, a half-space and a space: how much a feature, or all of them, speak for each.
Scores = tuple[float, float, float]
# Features whose subject is a line, and those whose subject is the left word or the right one.
OF_LINE, OF_LEFT, OF_RIGHT = "0dLRP", "LB", "RAQv"
# Of each source: its number, and how much oftener it has a half-space than one word, a half-space
# than a space, and one word than a space; logarithms.
Measures = tuple[tuple[int, float, float, float], ...]
# Added to counts, so that an unseen writing is unlikely and not impossible.
_UNSEEN = 0.3


@dataclass(frozen=True, slots=True)
class LineDamage:
    """How a line was damaged: its half-spaces, and suffixes or prefixes set apart or run on.

    ``signs`` tells it as features do.
    """

    half_spaces: int
    spaced: int
    glued: int
    signs: str = field(init=False)

    def __post_init__(self) -> None:
        """Spell the signs: most sites of a line share them."""
        object.__setattr__(self, "signs", self._without(0, 0))

    def _without(self, spaced: int, glued: int) -> str:
        """Return the signs (0, 1, 2: or more) where so many are left out."""
        spaced, glued = self.spaced - spaced, self.glued - glued
        return f"{min(self.half_spaces, 2)}{min(spaced, 2)}{min(glued, 2)}"

    def beside(self, observed: str) -> str:
        """Return the signs without a suffix or prefix that stands so."""
        return self._without(0, 1) if observed == NOTHING else self._without(1, 0)


def line_damage(text: str, sites: Iterable[SiteFields]) -> LineDamage:
    """Return how a line was damaged, by its sites."""
    spaced = glued = 0
    for _, _, observed, left, right, _, _ in sites:
        if right in _TELLING or left in VERB_PREFIXES:
            if observed == NOTHING:
                glued += 1
            else:
                spaced += 1
    return LineDamage(text.count(HALF_SPACE), spaced, glued)


def line_signs(observed: str, left: str, right: str, damage: LineDamage) -> str:
    """Return what stands between two words, and the damage of the line without it."""
    telling = right in _TELLING or left in VERB_PREFIXES
    return observed + (damage.beside(observed) if telling else damage.signs)


@dataclass(frozen=True, slots=True)
class PairCounts:
    """How often two words are seen with a half-space, with a space, and as one word.

    ``half``, ``space`` and ``joined`` are sums over all sources; ``sources`` holds the three counts
    of each source, by its number, and is empty where none has the pair in any writing.
    """

    half: int
    space: int
    joined: int
    sources: tuple[tuple[int, int, int], ...]


class Sort(NamedTuple):
    """How often a word is seen, with how many partners (powers of two), and whether it is listed.

    Partners are those on the side in question.
    """

    frequency: int
    partners: int
    listed: bool


NEVER_SEEN = PairCounts(0, 0, 0, ())


def pair_counts(
    left: str, right: str, lexicon: SpacingLexicon, own: tuple[int, str] | None = None
) -> PairCounts:
    """Return how often two words are written how.

    In training ``own`` is the source that the site is from and how it is written there, so that its
    own occurrence is not counted.
    """
    pair, joined = f"{left} {right}", left + right
    found = [
        (source.bound.get(pair, 0), source.spaced.get(pair, 0), source.words.get(joined, 0))
        for source in lexicon.sources
    ]
    if own:
        found[own[0]] = _without(own[1], *found[own[0]])
    half = space = one = 0
    for a, b, c in found:
        half, space, one = half + a, space + b, one + c
    return PairCounts(half, space, one, tuple(found)) if half or space or one else NEVER_SEEN


def pair_features(
    o: str, left: str, right: str, counts: PairCounts, lexicon: SpacingLexicon
) -> list[str]:
    """Return the features of two words between which ``o`` stands."""
    words, listed = lexicon.words, lexicon.listed
    known, j = size(words.get(left, 0)), size(counts.joined)
    seen = f"{size(counts.half)},{size(counts.space)},{j}"
    lefts, rights = lexicon.lefts.get(left, 0), lexicon.rights.get(right, 0)
    names = [
        "l" + o + left, "r" + o + right, f"p{o}{left} {right}", "c" + o + seen,
        f"D{o}{_leaders(counts, lexicon)}", f"u{o}{known},{size(words.get(right, 0))},{j}",
        f"k{o}{left + right in listed}{left in listed}{right in listed}",
        f"q{o}{size(lefts)},{size(rights)},{seen}",
    ]  # fmt: skip
    if not counts.sources:
        names += _shape(o, left, right)
    if right in SUFFIXES:
        names += [f"x{o}{left[-1:]}_{right}", f"y{o}{known}_{right}", f"w{o}{left[-2:]}_{right}"]
    if left in VERB_PREFIXES:
        names.append(f"V{o}{left}{right in lexicon.verbs}")
    return names


# Of two words that no source knows, the features of a pair by what they depend on: the left word,
# the right one, how often each is seen, and their letters. Beside suffixes and prefixes are more.


def left_features(o: str, left: str) -> list[str]:
    """Return the features of such a left word before ``o``."""
    return ["l" + o + left, f"f{o}{left[:2]}"]


def right_features(o: str, right: str) -> list[str]:
    """Return the features of such a right word behind ``o``."""
    return ["r" + o + right, f"e{o}{right[-3:]}"]


def unseen_features(o: str, left: Sort, right: Sort, sources: int) -> list[str]:
    """Return the features of such words, which are not listed as one, by their sorts."""
    return [
        f"c{o}0,0,0", f"D{o}{'-.' * sources}", f"u{o}{left.frequency},{right.frequency},0",
        f"k{o}False{left.listed}{right.listed}", f"q{o}{left.partners},{right.partners},0,0,0",
    ]  # fmt: skip


def outline_features(o: str, last: str, first: str, left: int, right: int) -> list[str]:
    """Return the features of such words by their lengths and the letters beside ``o``."""
    return [f"h{o}{left},{right}", f"i{o}{last}{first}"]


def line_features(line: str, left: str, right: str, counts: PairCounts) -> list[str]:
    """Return the features of two words in a line; ``line`` is what `line_signs` returns."""
    return [
        "0" + line, f"d{line}{_leader(counts.half, counts.space, counts.joined)}",
        "R" + line + right, "L" + line + left, f"P{line}{left} {right}",
    ]  # fmt: skip


def measures(counts: PairCounts) -> Measures:
    """Return the values of the measured features of two words, by the sources that have them."""
    return tuple(
        (
            k,
            log((half + _UNSEEN) / (joined + _UNSEEN)),
            log((half + _UNSEEN) / (space + _UNSEEN)),
            log((joined + _UNSEEN) / (space + _UNSEEN)),
        )
        for k, (half, space, joined) in enumerate(counts.sources)
        if half or space or joined
    )


def measured_features(line: str, source: int) -> tuple[str, str, str]:
    """Return the names of those features in a line, in the same order."""
    return f"E{source}{line}", f"F{source}{line}", f"G{source}{line}"


def _leaders(counts: PairCounts, lexicon: SpacingLexicon) -> str:
    """Which writing leads in each source."""
    each = counts.sources or ((0, 0, 0),) * len(lexicon.sources)
    return "".join([_leader(*seen) + "." for seen in each])


def near_features(o: str, left: str, right: str, before: str, after: str) -> list[str]:
    """Return the features of two words, between which ``o`` stands, with their neighbours."""
    names = [
        f"b{o}{before}_{left} {right}", f"a{o}{left} {right}_{after}",
        f"B{o}{before}_{left}", f"A{o}{right}_{after}", f"Q{o}{before}_{right}",
    ]  # fmt: skip
    if right in SUFFIXES:
        names.append(f"v{o}{right}_{after}")
    return names


def subject_of(name: str) -> str:
    """Return the sort of a feature of a line or of neighbours, with ``o`` and its word or pair.

    Empty for the other features. What the line or the neighbours are is left out.
    """
    sort, value = name[0], name[2:]
    if sort in OF_LINE:
        return name[:2] + value[3:]
    if sort in "aAv":
        return name[:2] + value.partition("_")[0]
    return name[:2] + value.rpartition("_")[2] if sort in "bBQ" else ""


def _without(own: str, half: int, space: int, joined: int) -> tuple[int, int, int]:
    """The counts of a source without the one occurrence that is written so."""
    half, space, joined = half - (own == HALF), space - (own == SPACE), joined - (own == NOTHING)
    return max(half, 0), max(space, 0), max(joined, 0)


def _shape(o: str, left: str, right: str) -> list[str]:
    """What is left to go by where no source has the pair in any writing."""
    return [
        f"e{o}{right[-3:]}", f"f{o}{left[:2]}", f"h{o}{len(left)},{len(right)}",
        f"i{o}{left[-1:]}{right[:1]}",
    ]  # fmt: skip


def size(count: int) -> int:
    """Return the order of magnitude of a count, in powers of two."""
    return min(count.bit_length(), 12)


def _leader(z: int, s: int, j: int) -> str:
    """Which writing leads, and by how far."""
    total = z + s + j
    if not total:
        return "-"
    best, name = max((z, HALF), (s, SPACE), (j, NOTHING))
    share = best / total
    level = 4 if share > 0.99 else 3 if share > 0.95 else 2 if share > 0.8 else 1
    return f"{name}{level}{min(size(total), 5)}"
