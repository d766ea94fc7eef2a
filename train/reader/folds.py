"""Folds by outlet: what is measured was written by nobody whom the network has read."""

from __future__ import annotations

from zlib import crc32

FOLDS = 4


def fold_of(outlet: str) -> int:
    """Return an outlet's fold."""
    return crc32(f"f{outlet}".encode()) % FOLDS
