"""How articles stood before they were changed, and what became of their statements."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from gofteh.records import Reading, Statement
from gofteh.records.codec import statement_record
from gofteh.report.jsonlines import encode_line
from gofteh.store.database import Database
from gofteh.store.read import stored_article
from gofteh.text.terms import terms_of

# From this share of common words on (of both together) two statements are one, changed.
_LIKE = 0.5


@dataclass(frozen=True, slots=True)
class Said:
    """A statement of a version: who said what."""

    id: str
    speaker: str | None
    content: str


@dataclass(frozen=True, slots=True)
class Altered:
    """What became of a statement: ``before`` alone was taken out, ``after`` alone put in."""

    before: Said | None
    after: Said | None


@dataclass(frozen=True, slots=True)
class Version:
    """An article as it stood until ``replaced``, and what the version after it altered."""

    article_id: str
    number: int
    replaced: str
    title: str | None
    raw: str
    published: str | None
    altered: tuple[Altered, ...]


def keep_version(db: Database, key: int, now: Reading, moment: str) -> None:
    """Keep a stored article, within the transaction that replaces it; if its text changes."""
    before = stored_article(db, key).reading
    article = before.article
    if article.raw == now.article.raw:
        return
    sql = "SELECT coalesce(max(number), 0) + 1 FROM article_version WHERE article_id = ?"
    number = db.rows(sql, (article.key,))[0][0]
    records = [encode_line(statement_record(one)).decode() for one in before.statements]
    altered = [
        [_listed(one.before), _listed(one.after)]
        for one in alterations(before.statements, now.statements)
    ]
    db.rows(
        "INSERT INTO article_version (article_id, number, replaced, title, raw, published, "
        "statements, changes) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(article.key, number, moment, article.title, article.raw, article.published),
            *("[" + ",".join(records) + "]", json.dumps(altered, ensure_ascii=False)),
        ),
    )


def versions(db: Database, article_id: str) -> tuple[Version, ...]:
    """Return the former versions of an article, the oldest first."""
    found = db.rows(
        "SELECT number, replaced, title, raw, published, changes FROM article_version "
        "WHERE article_id = ? ORDER BY number",
        (article_id,),
    )
    return tuple(
        Version(article_id, number, replaced, title, raw, published, _altered(changes))
        for number, replaced, title, raw, published, changes in found
    )


def alterations(before: Sequence[Statement], after: Sequence[Statement]) -> list[Altered]:
    """Return what was put in, taken out and changed; what stayed word for word is left out.

    A statement that is not there any more is the one after it with the most words in common.
    """
    old, new = list(map(_as_said, before)), list(map(_as_said, after))
    same = {(one.speaker, one.content) for one in old} & {(one.speaker, one.content) for one in new}
    old = [one for one in old if (one.speaker, one.content) not in same]
    new = [one for one in new if (one.speaker, one.content) not in same]
    found: list[Altered] = []
    for one in old:
        like = max(new, key=lambda other: _likeness(one, other), default=None)
        if like is not None and _likeness(one, like) >= _LIKE:
            new.remove(like)
            found.append(Altered(one, like))
        else:
            found.append(Altered(one, None))
    return found + [Altered(None, one) for one in new]


def _likeness(one: Said, other: Said) -> float:
    ours, theirs = set(terms_of(one.content).keys), set(terms_of(other.content).keys)
    return len(ours & theirs) / (len(ours | theirs) or 1)


def _altered(changes: str) -> tuple[Altered, ...]:
    return tuple(Altered(_said(before), _said(after)) for before, after in json.loads(changes))


def _as_said(statement: Statement) -> Said:
    return Said(statement.id, statement.speaker.name, statement.content_text)


def _listed(said: Said | None) -> list[str | None] | None:
    return [said.id, said.speaker, said.content] if said else None


def _said(listed: list[str] | None) -> Said | None:
    return Said(*listed) if listed else None
