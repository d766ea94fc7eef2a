"""What a telling changed, as the table keeps it."""

from __future__ import annotations

import json
from collections.abc import Iterable

from gofteh.records import Change, Flag


def encoded_changes(changes: Iterable[Change]) -> str:
    """Return changes as text."""
    rows = [[one.flag.value, one.before, one.after] for one in changes]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def decoded_changes(changes: str) -> tuple[Change, ...]:
    """Return the changes of a text."""
    return tuple(Change(Flag(flag), before, after) for flag, before, after in json.loads(changes))


def flags_of(changes: Iterable[Change]) -> tuple[Flag, ...]:
    """Return the flags of some changes, each once, in the order of their names."""
    return tuple(sorted({change.flag for change in changes}))
