"""Who changed what, and when: written in the transaction of the change itself."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from gofteh.store.database import Database

_DIGITS = 16


@dataclass(frozen=True, slots=True)
class Change:
    """A change: ``token`` is the name of whose it was, ``None`` at the machine itself.

    ``item`` is the id of what was changed; of an article that was deleted, a hash of it.
    """

    moment: str
    token: str | None
    change: str
    item: str | None = None
    detail: str | None = None


def note(db: Database, made: Change) -> None:
    """Write a change down, within its transaction."""
    db.rows(
        "INSERT INTO audit (moment, token, change, item, detail) VALUES (?, ?, ?, ?, ?)",
        (made.moment, made.token, made.change, made.item, made.detail),
    )


def changes(db: Database, limit: int) -> tuple[Change, ...]:
    """Return the newest changes, the newest first."""
    sql = "SELECT moment, token, change, item, detail FROM audit ORDER BY key DESC LIMIT ?"
    return tuple(Change(*row) for row in db.rows(sql, (limit,)))


def without_trace(id_: str) -> str:
    """Return what stands for a deleted thing: it can be recognised, and not read."""
    return hashlib.sha256(id_.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
