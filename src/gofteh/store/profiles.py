"""Speakers and outlets: who they are, how often they speak, since when."""

from __future__ import annotations

from gofteh.records import Manner, SpeakerKind
from gofteh.store.database import Database, Row
from gofteh.store.linked.quoted import Meant, by_person, with_persons
from gofteh.store.moments import MINUTES_A_DAY, NUMBER_BITS, day_of, day_of_number
from gofteh.store.query import place_of
from gofteh.store.records import OutletProfile, Page, Role, SpeakerHead, SpeakerProfile
from gofteh.text.fold import fold_word

_A_DAY = MINUTES_A_DAY << NUMBER_BITS
# The most quoted persons of an outlet, out of so many names that it has the most of: the same for
# however many persons are shown, so that one person has one number.
QUOTED_MOST, _NAMES_LOOKED_AT = 20, 60
# Names and roles of a speaker are those of so many of the newest articles.
_NEWEST = 5_000


def speakers(db: Database, name: str, cursor: str | None, limit: int) -> Page[SpeakerHead]:
    """Return names, the most quoted first; with ``name``, those that hold it.

    Each comes with the person whom it mostly stands for.
    """
    where, values = "p.statements > 0", []
    if folded := fold_word(name):
        where += f" AND EXISTS (SELECT 1 FROM speaker_name n WHERE n.speaker = p.key AND {_HOLDS})"
        values.append(folded)
    at = place_of(cursor) if cursor is not None else 0
    rows = db.rows(
        f"SELECT p.key, p.id, p.name, p.statements FROM speaker p WHERE {where} "
        "ORDER BY p.statements DESC, p.key LIMIT ? OFFSET ?",
        (*values, limit + 1, at),
    )
    heads = with_persons(Meant(db), [(key, SpeakerHead(*head)) for key, *head in rows[:limit]])
    return Page(tuple(heads), str(at + limit) if len(rows) > limit else None)


# LIKE would take signs of the name for its own.
_HOLDS = "replace(n.folded, ?, '') <> n.folded"


def speaker_head(db: Database, id_: str) -> SpeakerHead | None:
    """Return a speaker's head by the id of any of the names; ``None`` where there is none."""
    rows = db.rows(
        "SELECT p.key, p.id, p.name, p.statements FROM speaker_name n "
        "JOIN speaker p ON p.key = n.speaker WHERE n.id = ?",
        (id_,),
    )
    heads = with_persons(Meant(db), [(key, SpeakerHead(*head)) for key, *head in rows[:1]])
    return heads[0] if heads else None


def speaker_profile(db: Database, key: int) -> SpeakerProfile:
    """Return what is known of a speaker, by the row key."""
    (head,) = db.rows("SELECT id, name, statements FROM speaker WHERE key = ?", (key,))
    spoken = "FROM statement WHERE speaker = ?"
    kinds = db.rows(f"SELECT kind, count(*) {spoken} GROUP BY kind ORDER BY 2 DESC, 1", (key,))
    days = db.rows(f"SELECT key / {_A_DAY}, count(*) {spoken} GROUP BY 1 ORDER BY 1", (key,))
    outlets = db.rows(
        "SELECT o.name, q.statements FROM quoted q JOIN outlet o ON o.key = q.outlet "
        "WHERE q.speaker = ? ORDER BY 2 DESC, 1",
        (key,),
    )
    voices = (
        "FROM (SELECT v.name, v.role, v.article FROM voice v WHERE v.speaker_name IN "
        "(SELECT key FROM speaker_name WHERE speaker = ?) ORDER BY v.article DESC LIMIT ?) newest"
    )
    asked = (key, _NEWEST)
    names = db.rows(f"SELECT name, count(*) {voices} GROUP BY name ORDER BY 2 DESC, 1", asked)
    roles = db.rows(
        f"SELECT role, count(*), min(article), max(article) {voices} "
        "WHERE role IS NOT NULL GROUP BY role ORDER BY 2 DESC, 1",
        asked,
    )
    return SpeakerProfile(
        head=with_persons(Meant(db), [(key, SpeakerHead(*head))])[0],
        kinds=tuple((SpeakerKind(kind), number) for kind, number in kinds),
        names=tuple((name, number) for name, number in names),
        roles=tuple(_role(row) for row in roles),
        outlets=tuple((name, number) for name, number in outlets),
        days=tuple((day_of_number(day), number) for day, number in days),
    )


def _role(row: Row) -> Role:
    role, number, first, last = row
    return Role(role, number, day_of(first), day_of(last))


def outlets(db: Database, speakers: int, name: str | None = None) -> tuple[OutletProfile, ...]:
    """Return all outlets, or one, those with the most statements first.

    Each comes with so many of the persons whom it quotes most.
    """
    meant = Meant(db)
    where = "" if name is None else "WHERE o.name = ? "
    rows = db.rows(
        "SELECT o.key, o.name, (SELECT count(*) FROM article a WHERE a.outlet = o.key), "
        "coalesce(sum(t.statements), 0), "
        "coalesce(sum(CASE WHEN t.manner = ? THEN t.statements END), 0), "
        "coalesce(sum(CASE WHEN t.kind = ? THEN t.statements END), 0) "
        f"FROM outlet o LEFT JOIN tally t ON t.outlet = o.key {where}"
        "GROUP BY o.key, o.name ORDER BY 4 DESC, 2",
        (Manner.DIRECT.value, SpeakerKind.UNNAMED.value, *(() if name is None else (name,))),
    )
    return tuple(
        OutletProfile(
            *(named, articles, int(all_), int(direct), int(unnamed)), _quoted(meant, key, speakers)
        )
        for key, named, articles, all_, direct, unnamed in rows
    )


def outlet_names(db: Database) -> tuple[str, ...]:
    """Return the names of all outlets, in the order of their letters."""
    return tuple(sorted(name for (name,) in db.rows("SELECT name FROM outlet")))


def _quoted(meant: Meant, outlet: int, most: int) -> tuple[SpeakerHead, ...]:
    rows = meant.db.rows(
        "SELECT p.key, p.id, p.name, q.statements FROM quoted q JOIN speaker p "
        "ON p.key = q.speaker WHERE q.outlet = ? ORDER BY q.statements DESC, q.speaker LIMIT ?",
        (outlet, _NAMES_LOOKED_AT if most else 0),
    )
    return tuple(by_person(meant, [(key, SpeakerHead(*head)) for key, *head in rows]))[:most]
