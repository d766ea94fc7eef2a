"""Tokens of a server: kept as hashes, made and taken back by name."""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gofteh.errors import GoftehError
from gofteh.roles import Role
from gofteh.store.audit import Change, note
from gofteh.store.database import Database

_PREFIX = "gofteh"
_ID_BYTES = 6
_SECRET_BYTES = 32


@dataclass(frozen=True, slots=True)
class Token:
    """Who holds a token and what for; ``hash`` tells whether a shown one is it."""

    id: str
    name: str
    role: Role
    hash: str
    created: str
    expires: str | None = None
    used: str | None = None

    def is_expired(self, now: dt.datetime) -> bool:
        """Return whether its time is over."""
        return self.expires is not None and now >= dt.datetime.fromisoformat(self.expires)


class TokenError(GoftehError, ValueError):
    """A token that cannot be made; the message says why."""


def add_token(
    db: Database, name: str, role: Role, created: str, expires: dt.datetime | None = None
) -> str:
    """Make a token and return it: the only time that it is seen.

    Raises `TokenError` where the name is empty, unprintable, too long or taken.
    """
    if not name.isprintable() or not 0 < len(name.strip()) <= 100:
        raise TokenError("a token needs a name of 1 to 100 printable characters.")
    id_, secret = secrets.token_hex(_ID_BYTES), secrets.token_hex(_SECRET_BYTES)
    with db.writing():
        if db.rows("SELECT 1 FROM token WHERE name = ?", (name,)):
            raise TokenError(f"there is a token {name} already. Revoke it, or choose a new name.")
        db.rows(
            "INSERT INTO token (id, name, role, hash, created, expires) VALUES (?, ?, ?, ?, ?, ?)",
            (id_, name, role.value, _hash(secret), created, _moment(expires)),
        )
        db.rows("INSERT INTO meta (name, value) VALUES ('tokens', 'once') ON CONFLICT DO NOTHING")
        note(db, Change(created, None, "token-added", name, role.value))
    return f"{_PREFIX}_{id_}_{secret}"


def tokens(db: Database) -> tuple[Token, ...]:
    """Return all tokens, the oldest first."""
    columns = "id, name, role, hash, created, expires, used"
    rows = db.rows(f"SELECT {columns} FROM token ORDER BY created, name")
    return tuple(Token(id_, name, Role(role), *rest) for id_, name, role, *rest in rows)


def had_tokens(db: Database) -> bool:
    """Return whether there ever was a token: such a database is open to nobody without one."""
    return bool(db.rows("SELECT 1 FROM meta WHERE name = 'tokens'"))


def note_used(db: Database, seen: Mapping[str, dt.datetime]) -> None:
    """Write down when tokens, by their ids, were last used."""
    with db.writing():
        db.many(
            "UPDATE token SET used = ? WHERE id = ?",
            [(_moment(moment), id_) for id_, moment in seen.items()],
        )


def _moment(moment: dt.datetime | None) -> str | None:
    return moment.astimezone(dt.UTC).isoformat(timespec="seconds") if moment else None


def revoke_token(db: Database, name: str, now: str) -> bool:
    """Take a token back; return whether there was one of that name."""
    with db.writing():
        gone = bool(db.rows("DELETE FROM token WHERE name = ? RETURNING id", (name,)))
        if gone:
            note(db, Change(now, None, "token-revoked", name))
    return gone


def matching(known: Sequence[Token], shown: str) -> Token | None:
    """Return the token that was shown, compared in constant time; ``None`` where it is none.

    One round of SHA-256 is enough: 256 random bits cannot be guessed, however fast the hash.
    """
    prefix, _, rest = shown.partition("_")
    id_, _, secret = rest.partition("_")
    found = _hash(secret)
    meant = next((token for token in known if token.id == id_), None)
    same = hmac.compare_digest(meant.hash if meant else "", found)
    return meant if same and prefix == _PREFIX else None


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


__all__ = ["Role", "Token", "TokenError", "add_token", "matching", "revoke_token", "tokens"]
