"""The features by which the model decides how a site is written: nothing, half-space or space.

Most of them depend on the two words alone and are computed once a pair; those of the neighbours
are made for each site anew. The first letter of a feature's name tells its sort, what follows its
value; the shipped model knows the features by these names:

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


def pair_features(
    left: str, right: str, line: str, lexicon: SpacingLexicon, own: tuple[int, str] | None = None
) -> tuple[list[str], list[tuple[str, float]]]:
    """Return the features of two words, and the measured ones with their values.

    ``line`` is what `line_signs` returns. In training ``own`` is the source that the site is from
    and how it is written there, so that its own occurrence is not counted.
    """
    o, pair, joined = line[0], f"{left} {right}", left + right
    numbers: list[tuple[str, float]] = []
    leaders, total, z, s, j = "", 0, 0, 0, 0
    for k, source in enumerate(lexicon.sources):
        a, b, c = _seen(source, pair, joined, own[1] if own and own[0] == k else "")
        leaders += _leader(a, b, c) + "."
        z, s, j, total = z + a, s + b, j + c, total + a + b + c
        if a or b or c:
            numbers.append((f"E{k}{line}", log((a + _UNSEEN) / (c + _UNSEEN))))
            numbers.append((f"F{k}{line}", log((a + _UNSEEN) / (b + _UNSEEN))))
            numbers.append((f"G{k}{line}", log((c + _UNSEEN) / (b + _UNSEEN))))
    counts = f"{_size(z)},{_size(s)},{_size(j)}"
    words, listed = lexicon.words, lexicon.listed
    known = f"{_size(words.get(left, 0))}"
    names = [
        "0" + line, "l" + o + left, "r" + o + right, "p" + o + pair, "c" + o + counts,
        "d" + line + _leader(z, s, j), "D" + o + leaders,
        f"u{o}{known},{_size(words.get(right, 0))},{_size(j)}",
        "R" + line + right, "L" + line + left, "P" + line + pair,
        f"k{o}{joined in listed}{left in listed}{right in listed}",
        f"q{o}{_size(lexicon.lefts.get(left, 0))},{_size(lexicon.rights.get(right, 0))},{counts}",
    ]  # fmt: skip
    if not total:
        names += _shape(o, left, right)
    if right in SUFFIXES:
        names += [f"x{o}{left[-1:]}_{right}", f"y{o}{known}_{right}", f"w{o}{left[-2:]}_{right}"]
    if left in VERB_PREFIXES:
        names.append(f"V{o}{left}{right in lexicon.verbs}")
    return names, numbers


def near_features(site: Site) -> list[str]:
    """Return the features of a site's neighbours."""
    o, left, right, before, after = site.observed, site.left, site.right, site.before, site.after
    names = [
        f"b{o}{before}_{left} {right}", f"a{o}{left} {right}_{after}",
        f"B{o}{before}_{left}", f"A{o}{right}_{after}", f"Q{o}{before}_{right}",
    ]  # fmt: skip
    if right in SUFFIXES:
        names.append(f"v{o}{right}_{after}")
    return names


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
