"""Families for readers: every outlet's wording, who was first, and what each changed."""

from __future__ import annotations

import json
from collections.abc import Sequence

from gofteh.families.aligned import aligned
from gofteh.store.database import Database
from gofteh.store.entries import batches, marks
from gofteh.store.linked.records import Copies, Copy, Family, Member, Piece
from gofteh.store.moments import FIRST_DATED
from gofteh.store.read import stored_article_heads, stored_statements
from gofteh.store.records import StoredStatement

# More tellings than this are not shown at once.
_MOST = 500


def family(db: Database, id_: str) -> Family | None:
    """Return a family by an id of today or a former one, the earliest telling first."""
    sql = "SELECT key, id FROM family WHERE id = ?"
    found = db.rows(sql, (id_,)) or db.rows(
        "SELECT f.key, f.id FROM former_link o JOIN family f ON f.id = o.now WHERE o.id = ?",
        (id_,),
    )
    return _family(db, *found[0]) if found else None


def siblings(db: Database, statement: str) -> Family | None:
    """Return the family of a statement; ``None`` for one that stands alone, or is not there."""
    sql = (
        "SELECT f.key, f.id FROM statement s JOIN telling t ON t.statement = s.key "
        "JOIN family f ON f.key = t.family WHERE s.id = ?"
    )
    found = db.rows(sql, (statement,))
    return _family(db, *found[0]) if found else None


def repeats(db: Database, statement: str) -> tuple[StoredStatement, ...]:
    """Return what the same person said with the same words on other occasions, before."""
    sql = "SELECT t.repeats FROM telling t JOIN statement s ON s.key = t.statement WHERE s.id = ?"
    ids = [id_ for (told,) in db.rows(sql, (statement,)) for id_ in json.loads(told)]
    keys: list[int] = []
    for part in batches(ids):
        keys += [
            k for (k,) in db.rows(f"SELECT key FROM statement WHERE id IN ({marks(part)})", part)
        ]
    return tuple(stored_statements(db, sorted(keys)))


def side_by_side(one: str, other: str) -> tuple[Piece, ...]:
    """Return two wordings word by word: runs that are equal, runs that stand for one another."""
    return tuple(Piece(before, after, equal) for before, after, equal in aligned(one, other))


def _family(db: Database, row: int, id_: str) -> Family:
    rows = db.rows(
        "SELECT statement, relation, nearest FROM telling WHERE family = ? LIMIT ?", (row, _MOST)
    )
    rows.sort(key=lambda one: (one[0] < FIRST_DATED, one[0]))
    stored = stored_statements(db, [key for key, *_ in rows])
    agencies = _credits(db, [one.article.id for one in stored])
    by_id = {one.statement.id: one for one in stored}
    members: list[Member] = []
    for one, (_, relation, nearest) in zip(stored, rows, strict=True):
        credit = agencies.get(one.article.id)
        near = by_id.get(nearest or "")
        members.append(
            Member(
                stored=one,
                relation=relation if near else None,
                nearest=nearest if near else None,
                changes=one.statement.changes,
                credit=credit,
                origin=_origin(one, credit, near, members),
            )
        )
    return Family(id_, tuple(members))


def _origin(
    one: StoredStatement, credit: str | None, near: StoredStatement | None, before: Sequence[Member]
) -> str | None:
    """Where the words come from: the agency that is credited, else the closest earlier outlet."""
    if credit:
        return credit
    earlier = {member.stored.statement.id for member in before}
    if (
        near is not None
        and near.statement.id in earlier
        and near.article.outlet != one.article.outlet
    ):
        return near.article.outlet
    return None


def _credits(db: Database, ids: Sequence[str]) -> dict[str, str]:
    """Return the agencies that articles name as where they come from, by the articles' ids."""
    found: dict[str, str] = {}
    for part in batches(list(dict.fromkeys(ids))):
        sql = (
            "SELECT id, substr(raw, CAST(provenance_start + 1 AS integer), "
            "CAST(provenance_end - provenance_start AS integer)) "
            f"FROM article WHERE provenance_start IS NOT NULL AND id IN ({marks(part)})"
        )
        found |= {id_: " ".join(text.split()) for id_, text in db.rows(sql, part)}
    return found


def copies(db: Database, article: str) -> Copies | None:
    """Return all articles of the text of one; ``None`` where no other has it."""
    sql = (
        "SELECT r.key, r.id FROM article a JOIN copy c ON c.article = a.key "
        "JOIN reprint r ON r.key = c.reprint WHERE a.id = ?"
    )
    found = db.rows(sql, (article,))
    if not found:
        return None
    rows = db.rows(
        "SELECT article, relation, origin, why, credit FROM copy WHERE reprint = ? LIMIT ?",
        (found[0][0], _MOST),
    )
    rows.sort(key=lambda one: (one[0] < FIRST_DATED, one[0]))
    titles = stored_article_heads(db, [row[0] for row in rows])
    return Copies(
        found[0][1],
        tuple(Copy(head, *row[1:]) for (head, _), row in zip(titles, rows, strict=True)),
    )
