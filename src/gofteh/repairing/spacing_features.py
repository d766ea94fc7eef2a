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

from dataclasses import dataclass
from math import log

from gofteh.repairing.affixes import SUFFIXES, VERB_PREFIXES
from gofteh.repairing.sites import HALF, NOTHING, SPACE, Site
from gofteh.repairing.spacing_lexicon import HALF_SPACE, Counts, SpacingLexicon

# Suffixes whose separate or joined writing shows how the line was damaged.
_TELLING = SUFFIXES - {"ای", "ام", "ات", "مان", "تان", "تر", "یی"}
# Of nothing, a half-space and a space: how much a feature, or all of them, speak for each.
Scores = tuple[float, float, float]
# Added to counts, so that an unseen writing is unlikely and not impossible.
_UNSEEN = 0.3


@dataclass(frozen=True, slots=True)
class LineDamage:
    """How a line was damaged: its half-spaces, and suffixes or prefixes set apart or run on."""

    half_spaces: int
    spaced: int
    glued: int


def line_damage(text: str, sites: list[Site]) -> LineDamage:
    """Return how a line was damaged, by its sites."""
    spaced = glued = 0
    for site in sites:
        if site.right in _TELLING or site.left in VERB_PREFIXES:
            if site.observed == NOTHING:
                glued += 1
            else:
                spaced += 1
    return LineDamage(text.count(HALF_SPACE), spaced, glued)


def line_signs(site: Site, damage: LineDamage) -> str:
    """Return what stands at a site, and the damage of the line without it (0, 1, 2: or more)."""
    spaced, glued = damage.spaced, damage.glued
    if site.right in _TELLING or site.left in VERB_PREFIXES:
        if site.observed == NOTHING:
            glued -= 1
        else:
            spaced -= 1
    return f"{site.observed}{min(damage.half_spaces, 2)}{min(spaced, 2)}{min(glued, 2)}"


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


_NEVER_SEEN = PairCounts(0, 0, 0, ())


def pair_counts(
    left: str, right: str, lexicon: SpacingLexicon, own: tuple[int, str] | None = None
) -> PairCounts:
    """Return how often two words are written how.

    In training ``own`` is the source that the site is from and how it is written there, so that its
    own occurrence is not counted.
    """
    pair, joined = f"{left} {right}", left + right
    for source in lexicon.sources:
        if pair in source.bound or pair in source.spaced or joined in source.words:
            break
    else:
        return _NEVER_SEEN  # as most pairs of a text
    found = tuple(
        _seen(source, pair, joined, own[1] if own and own[0] == k else "")
        for k, source in enumerate(lexicon.sources)
    )
    half, space, one = map(sum, zip(*found, strict=True))
    return PairCounts(half, space, one, found) if half or space or one else _NEVER_SEEN


def pair_features(
    o: str, left: str, right: str, counts: PairCounts, lexicon: SpacingLexicon
) -> list[str]:
    """Return the features of two words between which ``o`` stands."""
    words, listed = lexicon.words, lexicon.listed
    known, j = _size(words.get(left, 0)), _size(counts.joined)
    seen = f"{_size(counts.half)},{_size(counts.space)},{j}"
    lefts, rights = lexicon.lefts.get(left, 0), lexicon.rights.get(right, 0)
    names = [
        "l" + o + left, "r" + o + right, f"p{o}{left} {right}", "c" + o + seen,
        f"D{o}{_leaders(counts, lexicon)}", f"u{o}{known},{_size(words.get(right, 0))},{j}",
        f"k{o}{left + right in listed}{left in listed}{right in listed}",
        f"q{o}{_size(lefts)},{_size(rights)},{seen}",
    ]  # fmt: skip
    if not counts.sources:
        names += _shape(o, left, right)
    if right in SUFFIXES:
        names += [f"x{o}{left[-1:]}_{right}", f"y{o}{known}_{right}", f"w{o}{left[-2:]}_{right}"]
    if left in VERB_PREFIXES:
        names.append(f"V{o}{left}{right in lexicon.verbs}")
    return names


def line_features(
    line: str, left: str, right: str, counts: PairCounts
) -> tuple[list[str], list[tuple[str, float]]]:
    """Return the features of two words in a line, and the measured ones with their values.

    ``line`` is what `line_signs` returns.
    """
    names = [
        "0" + line, f"d{line}{_leader(counts.half, counts.space, counts.joined)}",
        "R" + line + right, "L" + line + left, f"P{line}{left} {right}",
    ]  # fmt: skip
    numbers: list[tuple[str, float]] = []
    for k, (a, b, c) in enumerate(counts.sources):
        if a or b or c:
            numbers.append((f"E{k}{line}", log((a + _UNSEEN) / (c + _UNSEEN))))
            numbers.append((f"F{k}{line}", log((a + _UNSEEN) / (b + _UNSEEN))))
            numbers.append((f"G{k}{line}", log((c + _UNSEEN) / (b + _UNSEEN))))
    return names, numbers


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
    if sort in "0dLRP":
        return name[:2] + value[3:]
    if sort in "aAv":
        return name[:2] + value.partition("_")[0]
    return name[:2] + value.rpartition("_")[2] if sort in "bBQ" else ""


def neighbours_about(o: str, left: str, right: str) -> list[str]:
    """Return the subjects of the features of two words with any neighbours."""
    pair = f"{o}{left} {right}"
    names = ["b" + pair, "a" + pair, f"B{o}{left}", f"A{o}{right}", f"Q{o}{right}"]
    return [*names, f"v{o}{right}"] if right in SUFFIXES else names


def lines_about(o: str, left: str, right: str) -> list[str]:
    """Return the subjects of the features of two words that no source knows, in any line."""
    return ["0" + o, f"d{o}-", f"R{o}{right}", f"L{o}{left}", f"P{o}{left} {right}"]


def _seen(source: Counts, pair: str, joined: str, own: str) -> tuple[int, int, int]:
    """How often a source writes a pair with a half-space, a space, and nothing between."""
    z = source.bound.get(pair, 0) - (own == HALF)
    s = source.spaced.get(pair, 0) - (own == SPACE)
    j = source.words.get(joined, 0) - (own == NOTHING)
    return max(z, 0), max(s, 0), max(j, 0)


def _shape(o: str, left: str, right: str) -> list[str]:
    """What is left to go by where no source has the pair in any writing."""
    return [
        f"e{o}{right[-3:]}", f"f{o}{left[:2]}", f"h{o}{len(left)},{len(right)}",
        f"i{o}{left[-1:]}{right[:1]}",
    ]  # fmt: skip


def _size(count: int) -> int:
    """The order of magnitude of a count, in powers of two."""
    return min(count.bit_length(), 12)


def _leader(z: int, s: int, j: int) -> str:
    """Which writing leads, and by how far."""
    total = z + s + j
    if not total:
        return "-"
    best, name = max((z, HALF), (s, SPACE), (j, NOTHING))
    share = best / total
    level = 4 if share > 0.99 else 3 if share > 0.95 else 2 if share > 0.8 else 1
    return f"{name}{level}{min(_size(total), 5)}"
