"""What a host's robots.txt allows (RFC 9309), read by Scrapy's Protego."""

from __future__ import annotations

from functools import lru_cache

from protego import Protego

from gofteh.read.encodings import decode
from gofteh.read.errors import ReadError

# The name that rules may be written for.
ROBOT = "gofteh"
# What is read of a file: RFC 9309 asks for 500 KiB at least.
MOST_BYTES = 512 * 1024
# A day, as RFC 9309 has it; a copy that cannot be had anew holds for a week.
FRESH, STALE = 86400.0, 7 * 86400.0
_LONGEST_DELAY = 300.0


def rules_in(data: bytes) -> str:
    """Return the text of a robots.txt; nothing where it is no text: then nothing is forbidden."""
    try:
        return decode(data[:MOST_BYTES]).text.replace("\0", "")
    except ReadError:
        return ""


def allows(rules: str, url: str) -> bool:
    """Return whether the rules let us ask for an address."""
    return bool(_parsed(rules).can_fetch(url, ROBOT))


def pace_of(rules: str) -> float:
    """Return the seconds between two requests that the rules ask for, five minutes at most."""
    asked = _parsed(rules).crawl_delay(ROBOT)
    return min(float(asked), _LONGEST_DELAY) if asked and asked > 0 else 0.0


@lru_cache(maxsize=256)
def _parsed(rules: str) -> Protego:
    return Protego.parse(rules)
