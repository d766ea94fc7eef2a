"""Titles in front of names: which words of a mention they are, and when they are an office."""

from __future__ import annotations

from collections.abc import Sequence

from gofteh.lexicon.heads import ORGANISATION_HEADS, ROLE_HEADS
from gofteh.lexicon.names import common_words, given_names, is_no_name
from gofteh.lexicon.particles import AND
from gofteh.lexicon.people import (
    ALSO_SURNAMES,
    EPITHET_TITLES,
    FORMER,
    HONORIFICS,
    RANK_BEFORE_HONORIFIC,
    SURNAME_ENDS,
    TEAM_OFFICES,
)
from gofteh.lexicon.signs import OPENING_QUOTES

# Signs that may stand in a mention and belong to neither name nor role.
SIGNS = frozenset("«»\"“”'‘’()[]،,؛;-–")
MAX_SURNAME = 3
# A word no table knows is taken for a surname behind a trade by these ends alone.
SURNAME_LETTERS = ("ی", *SURNAME_ENDS)
# Words of a mention that belong together: indices into its words.
Piece = list[int]


def skip_honorifics(words: Sequence[str], piece: Piece) -> Piece:
    """Return a piece behind its leading honorifics; ``استاد دانشگاه`` is an office, and stays."""
    rest = piece
    if rest and words[rest[0]] in ROLE_HEADS and not _before_name(words, rest):
        return rest
    while rest and _is_honorific(words, rest):
        rest = rest[1:]
    return rest


def is_epithet(words: Sequence[str], whole: Piece, behind: Piece) -> bool:
    """Return whether a title stands before common words, not a name: ``ژنرال صهیونیست``."""
    titled = behind != whole and words[whole[0]] in EPITHET_TITLES
    return titled and is_no_name([words[k] for k in behind])


def _is_honorific(words: Sequence[str], rest: Piece) -> bool:
    """Whether a piece begins with a sign or a title, or with what leads to another title."""
    word = words[rest[0]]
    titled = len(rest) > 1 and words[rest[1]] in HONORIFICS
    leads = titled and (word == AND or word in RANK_BEFORE_HONORIFIC)
    if len(rest) == 1 and word in ALSO_SURNAMES:
        return False  # ``دکتر مولوی، رئیس دانشگاه``
    return word in HONORIFICS or word in SIGNS or leads


def _before_name(words: Sequence[str], piece: Piece) -> bool:
    """Whether a title that is also a trade stands before a name: ``استاد شجریان``."""
    later = [words[k] for k in piece[1:]]
    if later and (later[0] in FORMER or later[0] in ORGANISATION_HEADS):
        return False  # ``کاپیتان پیشین شاهین``
    quoted = bool(later) and later[0] in OPENING_QUOTES | {'"'}
    if quoted or any(map(opens_name, later[:1])):
        return True
    if words[piece[0]] in TEAM_OFFICES and not _may_be_surname(later):
        return False  # ``کاپیتان فولادگران``
    if len(later) > 1 and is_no_name(later):
        return False  # two common words are an office's field
    return len(later) < MAX_SURNAME or any(w in ROLE_HEADS for w in later)


def _may_be_surname(later: Sequence[str]) -> bool:
    """Whether what stands behind a title can be a surname by its end: ``کاپیتان کاویانی``."""
    told = [w for w in later if w not in SIGNS]
    return bool(told) and told[0] not in common_words() and told[0].endswith(SURNAME_LETTERS)


def opens_name(word: str) -> bool:
    """Return whether a word is a given name or a title."""
    return word in given_names() or word in HONORIFICS
