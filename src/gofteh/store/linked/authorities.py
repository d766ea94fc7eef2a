"""What authorities know of persons and bodies, taken over: their ids stay with the persons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from gofteh.link.authorities import AuthorityEntry, merged_by_id
from gofteh.persons.bodies import body_key
from gofteh.persons.decided import person_id
from gofteh.persons.names import parse_name
from gofteh.persons.records import Form
from gofteh.persons.register import KnownPerson, introduce
from gofteh.store.database import Database
from gofteh.store.linked.linker import Linker

_BATCH = 500


def take_over(db: Database, entries: Iterable[AuthorityEntry]) -> Iterator[int]:
    """Put what authorities know into the tables, batch by batch; yield how many of each batch.

    Whoever is taken over again is updated. Of several of one full name the first is the person
    whom articles call so, the others are persons of their own: evidence or a human tells them
    apart.
    """
    waiting = merged_by_id(entries)
    while part := list(islice(waiting, _BATCH)):
        with db.writing():
            linker = Linker(db)
            told = [(entry.id, anchor) for entry in part if (anchor := _put(db, linker, entry))]
            linker.finish()
            db.many(
                "INSERT INTO authority (id, person) VALUES (?, ?) "
                "ON CONFLICT (id) DO UPDATE SET person = excluded.person",
                [(id_, linker.register.row_of(anchor)) for id_, anchor in told],
            )
        yield len(told)


def _put(db: Database, linker: Linker, entry: AuthorityEntry) -> str | None:
    """Return the anchor of the person that an entry is; ``None`` for a name that is none."""
    anchor = _anchor(db, entry.id) or _free(db, entry)
    if anchor is None:
        return None
    person = introduce(linker.register, entry.known, anchor)
    if entry.known.form is Form.BODY:
        linker.register.put(person, _body_keys(entry.known))
    return anchor


def _anchor(db: Database, authority: str) -> str | None:
    sql = "SELECT p.anchor FROM authority a JOIN person p ON p.key = a.person WHERE a.id = ?"
    found = db.rows(sql, (authority,))
    return str(found[0][0]) if found else None


def _free(db: Database, entry: AuthorityEntry) -> str | None:
    known = entry.known
    if known.form is Form.BODY:
        key = body_key(known.name, "organisation")
        natural = person_id(key) if key else None
    else:
        name = parse_name(known.name)
        natural = person_id(name.joined) if name.is_full else None
    if natural is None:
        return None
    sql = (
        "SELECT 1 FROM authority a JOIN person p ON p.key = a.person "
        "WHERE p.anchor = ? AND a.id LIKE ?"
    )
    source = entry.id.partition(":")[0].replace("%", "").replace("_", "")
    taken = db.rows(sql, (natural, f"{source}:%"))
    return person_id(f"authority\0{entry.id}") if taken else natural


def _body_keys(known: KnownPerson) -> set[str]:
    keys = (body_key(name, "organisation") for name in (known.name, *known.names))
    return {key for key in keys if key}
