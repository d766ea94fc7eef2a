"""Saved searches asked of what came in, and what they found told: now, or later if it fails."""

from __future__ import annotations

import datetime as dt
import json
import smtplib
from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

from gofteh.alerts import mail, webhook
from gofteh.errors import GoftehError
from gofteh.read import ReadOptions
from gofteh.read.errors import ReadError
from gofteh.store import Store, StoredStatement
from gofteh.store.jsonrecords import stored_record
from gofteh.store.saved import Delivery, Way, claim, look, settle
from gofteh.watch.backoff import delay

# Somebody who could not be told for two days is told no more of that.
_MOST_FAILURES = 16
# What was begun and never ended is begun anew after so long, in seconds.
_ABANDONED = 600.0
# One message tells of so many statements, and says how many more there are.
_MOST_TOLD = 50


@dataclass(frozen=True, slots=True)
class Telling:
    """How people are told: the server's own address, SMTP, and what a webhook may be.

    ``public`` is the address under which people see the server; without it, messages carry the
    articles' addresses alone. ``hooks`` bounds webhooks; private addresses are refused by default.
    """

    public: str | None = None
    smtp: mail.Smtp | None = None
    hooks: ReadOptions = field(default_factory=lambda: ReadOptions(timeout=10.0))


def tell(store: Store, how: Telling, now: float, chance: Random, most: int = 20) -> int:
    """Ask the saved searches, and tell what is due; return how much was told.

    ``now`` is in seconds since 1970. At most ``most`` are told in one call; several processes may
    call it for one database, each thing is told by one of them.
    """
    moment = dt.datetime.fromtimestamp(now, dt.UTC).isoformat(timespec="seconds")
    look(store.db, moment, now)
    told = 0
    for _ in range(most):
        due = claim(store.db, now, now + _ABANDONED)
        if due is None:
            break
        told += _told(store, due, how, now, chance)
    return told


def _told(store: Store, due: Delivery, how: Telling, now: float, chance: Random) -> bool:
    found = [one for id_ in due.statements if (one := store.statement(id_)) is not None]
    try:
        if found:  # else all of it was deleted since
            _send(due, found, how, now)
    except (ReadError, GoftehError, OSError, smtplib.SMTPException, ValueError) as error:
        last = due.failures + 1 >= _MOST_FAILURES
        again = None if last else now + delay(due.failures + 1, chance)
        settle(store.db, due.id, again, str(error)[:300] or type(error).__name__)
        return False
    settle(store.db, due.id, None, None)
    return True


def _send(due: Delivery, found: Sequence[StoredStatement], how: Telling, now: float) -> None:
    search = due.search
    if due.way is Way.WEBHOOK:
        body = json.dumps(payload(due, found, how), ensure_ascii=False).encode("utf-8", "replace")
        url, secret = search.webhook or "", search.secret or ""
        webhook.send(url, secret, due.id, int(now), body, how.hooks)
    elif how.smtp is None:
        raise mail.MailError("no SMTP server is named. Start gofteh serve with --smtp.")
    else:
        subject = f"{search.name}: {len(found)} گفتهٔ تازه"
        text = letter(search.name, found, how)
        mail.send(how.smtp, mail.message(search.email or "", how.smtp.sender, subject, text))


def payload(due: Delivery, found: Sequence[StoredStatement], how: Telling) -> dict[str, Any]:
    """Return what a webhook is sent: the search, and its new statements as the API gives them."""
    return {
        "type": "search.hits",
        "search": {"id": due.search.id, "name": due.search.name},
        "total": len(found),
        "statements": [
            stored_record(one) | {"page": address_of(one, how)} for one in found[:_MOST_TOLD]
        ],
    }


def letter(name: str, found: Sequence[StoredStatement], how: Telling) -> str:
    """Return an e-mail's text: who said what where, with addresses."""
    parts = [name, ""]
    for one in found[:_MOST_TOLD]:
        who = one.speaker_name or one.statement.speaker.role or "گویندهٔ نامعلوم"
        parts += [f"{who}: {' '.join(one.said.split())}"]
        parts += [" — ".join(filter(None, (one.article.outlet, one.article.title)))]
        parts += [address for address in (address_of(one, how), one.article.url) if address]
        parts.append("")
    if len(found) > _MOST_TOLD:
        parts.append(f"… و {len(found) - _MOST_TOLD} گفتهٔ دیگر")
    return "\n".join(parts)


def address_of(one: StoredStatement, how: Telling) -> str | None:
    """Return a statement's page on the server; ``None`` where nobody knows its address."""
    return f"{how.public.rstrip('/')}/statements/{one.statement.id}" if how.public else None
