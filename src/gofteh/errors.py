"""The root of every error that gofteh raises on purpose."""

from __future__ import annotations


class GoftehError(Exception):
    """Something that gofteh cannot do with what it was given; the message says what to do."""
