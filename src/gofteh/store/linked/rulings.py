"""Rulings made and undone: laid over what the evidence found, at once and for ever."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gofteh.errors import GoftehError
from gofteh.store.audit import Change, note
from gofteh.store.database import Database
from gofteh.store.entries import batches, marks
from gofteh.store.linked.linker import Linker
from gofteh.store.linked.records import Ruling, RulingKind
from gofteh.store.linked.standing import ruling_of, split_person, standing
from gofteh.store.read import person_key, stored_article
from gofteh.text.fold import fold_word

_FAMILIES = (RulingKind.SAME, RulingKind.NOT_SAME)
_COLUMNS = "id, kind, subject, object, article_id, name, note, author, created, undone, undone_by"


class RulingError(GoftehError, ValueError):
    """A ruling that cannot be made; the message says why."""


def rule(db: Database, ruling: Ruling, by: str | None = None) -> Ruling:
    """Keep a ruling and lay it over the tables; return it as it was kept.

    One whose id is known changes nothing. Raises `RulingError` where it names what is not there.
    """
    with db.writing():
        if known := _ruling(db, ruling.id):
            return known
        made = _checked(db, ruling)
        values = [getattr(made, name) for name in _COLUMNS.split(", ")]
        values[1] = made.kind.value
        db.rows(f"INSERT INTO ruling ({_COLUMNS}) VALUES ({marks(values)})", values)
        _lay(db, made)
        note(db, Change(made.created, by, f"ruled-{made.kind.value}", made.id, made.subject))
    return made


def undo(db: Database, id_: str, now: str, by: str | None = None) -> bool:
    """Take a ruling back, as if it had never been; return whether one was in force."""
    with db.writing():
        found = _ruling(db, id_)
        if found is None or found.undone is not None:
            return False
        db.rows("UPDATE ruling SET undone = ?, undone_by = ? WHERE id = ?", (now, by, id_))
        _lay(db, replace(found, undone=now))
        note(db, Change(now, by, f"undone-{found.kind.value}", id_, found.subject))
    return True


def rulings(db: Database, limit: int, *, undone: bool = True) -> tuple[Ruling, ...]:
    """Return the newest rulings, the newest first, undone ones too if asked for."""
    where = "" if undone else "WHERE undone IS NULL "
    sql = f"SELECT {_COLUMNS} FROM ruling {where}ORDER BY key DESC LIMIT ?"
    return tuple(ruling_of(row) for row in db.rows(sql, (limit,)))


def _ruling(db: Database, id_: str) -> Ruling | None:
    found = db.rows(f"SELECT {_COLUMNS} FROM ruling WHERE id = ?", (id_,))
    return ruling_of(found[0]) if found else None


def _checked(db: Database, ruling: Ruling) -> Ruling:
    """Return the ruling with what it leaves open; raise where it cannot be."""
    if ruling.kind in _FAMILIES:
        _require_statements(db, ruling)
        return ruling
    if ruling.kind is RulingKind.SPLIT:
        return _checked_split(db, ruling)
    _require_person(db, ruling.subject)
    if ruling.kind is RulingKind.RENAME and not (ruling.name or "").strip():
        raise RulingError("a renaming needs a name.")
    if ruling.kind in (RulingKind.MERGE, RulingKind.APART):
        _require_person(db, ruling.object)
        if ruling.subject == ruling.object:
            raise RulingError("a person and itself are one already.")
    return ruling


def _require_person(db: Database, id_: str | None) -> None:
    if not id_ or person_key(db, id_) is None:
        raise RulingError(f"there is no person {(id_ or '')[:100]!r}.")


def _require_statements(db: Database, ruling: Ruling) -> None:
    for id_ in (ruling.subject, ruling.object):
        if not db.rows("SELECT 1 FROM statement WHERE id = ?", (id_,)):
            raise RulingError(f"there is no statement {(id_ or '')[:100]!r}.")
    if ruling.subject == ruling.object:
        raise RulingError("a statement and itself are one already.")


def _checked_split(db: Database, ruling: Ruling) -> Ruling:
    """A split names a speaker of an article, and the person it means or a new one."""
    folded = fold_word(ruling.name or "")
    rows = db.rows(
        "SELECT v.name FROM voice v JOIN article a ON a.key = v.article WHERE a.id = ?",
        (ruling.article_id,),
    )
    if not folded or not any(fold_word(name or "") == folded for (name,) in rows):
        raise RulingError(
            f"the article {(ruling.article_id or '')[:100]!r} has no speaker "
            f"{(ruling.name or '')[:100]!r}."
        )
    if ruling.object is None:
        return replace(ruling, object=split_person(ruling.id))
    if person_key(db, ruling.object) is None and not ruling.undone:
        raise RulingError(f"there is no person {ruling.object[:100]!r}.")
    return ruling


def _lay(db: Database, ruling: Ruling) -> None:
    """Bring the tables to what the rulings in force say, where this one changes it."""
    if ruling.kind in _FAMILIES:
        _lay_family(db, ruling)
    elif ruling.kind is RulingKind.RENAME:
        _lay_name(db, ruling.subject or "")
    elif ruling.kind is RulingKind.SPLIT:
        _link_again(db, ruling.article_id or "")
    elif ruling.kind is not RulingKind.APART:
        restand(db)


def _lay_name(db: Database, id_: str) -> None:
    """Give a person the name of the last renaming in force, or that of the articles."""
    sql = (
        "SELECT name FROM ruling WHERE kind = 'rename' AND subject = ? AND undone IS NULL "
        "ORDER BY key DESC LIMIT 1"
    )
    found = db.rows(sql, (id_,))
    name = " ".join(found[0][0].split()) if found else None
    db.rows("UPDATE person SET given = ? WHERE key = ?", (name, person_key(db, id_)))


def _link_again(db: Database, article_id: str) -> None:
    """Link one article anew, as its splits say now."""
    rows = db.rows("SELECT key FROM article WHERE id = ?", (article_id,))
    if rows:
        linker = Linker(db)
        linker.link_speakers_again(rows[0][0], stored_article(db, rows[0][0]).reading)
        linker.finish()


def _lay_family(db: Database, ruling: Ruling) -> None:
    """Join or part two statements as the rulings in force say."""
    linker = Linker(db)
    one, other = ruling.subject or "", ruling.object or ""
    is_same_no_more = ruling.undone is not None and ruling.kind is RulingKind.SAME
    if other in linker.standing.not_same.get(one, set()) or is_same_no_more:
        linker.groups.part(one)
        linker.finish()
        linker = Linker(db)
    if other in linker.standing.same.get(one, set()):
        linker.groups.join(one, [other])
    elif ruling.undone:
        for id_ in (one, other):
            linker.groups.join(id_, linker.same_as(id_))
    linker.finish()


def restand(db: Database) -> None:
    """Set whom each naming stands for to what the rulings in force say."""
    now = standing(db)
    stand = {anchor: now.of(anchor) for anchor in (*now.into, *now.nobodies)}
    rows = _rows(db, sorted({*stand, *(to for to in stand.values() if to)}))
    changed = db.rows(
        "SELECT DISTINCT n.found, p.anchor FROM naming n JOIN person p ON p.key = n.found "
        "WHERE n.person IS NULL OR n.person <> n.found"
    )
    wanted = {rows[anchor]: rows.get(to or "") for anchor, to in stand.items() if anchor in rows}
    wanted |= {row: row for row, anchor in changed if anchor not in stand}
    touched = {row for pair in wanted.items() for row in pair if row is not None}
    touched |= {
        row
        for found in wanted
        for (row,) in db.rows("SELECT DISTINCT person FROM naming WHERE found = ?", (found,))
        if row is not None
    }
    db.many(
        "UPDATE naming SET person = ? WHERE found = ?", [(to, row) for row, to in wanted.items()]
    )
    recount(db, sorted(touched))


def _rows(db: Database, anchors: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for part in batches(anchors):
        sql = f"SELECT anchor, key FROM person WHERE anchor IN ({marks(part)})"
        found |= dict(db.rows(sql, part))
    return found


def recount(db: Database, persons: Sequence[int]) -> None:
    """Count the statements of some persons anew."""
    sql = (
        "UPDATE person SET statements = (SELECT count(*) FROM naming n JOIN statement s "
        "ON s.article = n.article AND s.voice = n.number "
        "WHERE n.person = person.key AND s.state <> 'rejected') WHERE key = ?"
    )
    db.many(sql, [(row,) for row in persons])
