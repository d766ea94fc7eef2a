"""How long to leave what failed alone: doubled each time, spread by chance."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from random import Random

_FIRST = 60.0
_LONGEST = 6 * 3600.0
# Nobody is believed who says to come back in a year.
_LONGEST_ASKED = 86400.0


def delay(failures: int, chance: Random) -> float:
    """Return the seconds after so many failures in a row (from 1 on), half of them by chance.

    "Equal jitter": Brooker, Exponential Backoff And Jitter, AWS Architecture Blog 2015.
    """
    whole = min(_FIRST * 2.0 ** min(failures - 1, 20), _LONGEST)
    return whole / 2 + chance.uniform(0, whole / 2)


def spread(seconds: float, chance: Random) -> float:
    """Return a time around ``seconds``, a tenth more or less: not all come at once."""
    return seconds * chance.uniform(0.9, 1.1)


def asked_for(retry_after: str | None, now: float) -> float:
    """Return the seconds that a server asks for with ``Retry-After``; 0 where it asks for none."""
    if not retry_after:
        return 0.0
    try:
        seconds = float(retry_after)
    except ValueError:
        try:
            moment = parsedate_to_datetime(retry_after)
        except (ValueError, OverflowError):
            return 0.0
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        seconds = (moment - datetime.fromtimestamp(now, UTC)).total_seconds()
    return min(max(seconds, 0.0), _LONGEST_ASKED) if seconds == seconds else 0.0
