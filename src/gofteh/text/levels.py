"""What a repair can be asked for."""

from __future__ import annotations

from enum import StrEnum


class Level(StrEnum):
    """How bold a repair is; each level does what the ones before it do."""

    CHARACTERS = "characters"
    SPACING = "spacing"
    SPELLING = "spelling"


class Style(StrEnum):
    """Which orthography: the Academy's, or the commonest of newsrooms where the two differ."""

    ACADEMY = "academy"
    NEWSROOM = "newsroom"


class Digits(StrEnum):
    """Which digits to write: ``ARABIC`` turns only Arabic ones into Persian ones."""

    KEEP = "keep"
    ARABIC = "arabic"
    PERSIAN = "persian"
    LATIN = "latin"
