"""A whole store linked at once: the same answer whatever the order in which articles came.

Everybody who is named in full anywhere comes first, then surnames, then offices. Ids of persons
and families stay with those who have most of their namings or tellings, rulings with the ids.
"""

from __future__ import annotations

import json
import pickle
import tempfile
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import IO, Any

from gofteh.link.persons import PASSES
from gofteh.link.scenes import scene_of
from gofteh.persons.link import link
from gofteh.persons.records import Decision, Form, Scene
from gofteh.store.database import Database
from gofteh.store.entries import batches, marks
from gofteh.store.linked.groups import remember
from gofteh.store.linked.linker import Incoming, Linker
from gofteh.store.linked.rulings import recount
from gofteh.store.read import stored_article

_CHUNK = 256
_FORMER = ("former_person", "former_family", "former_reprint")
_OF_TEXTS = ("article_key", "sketch")


def link_all_again(db: Database) -> Iterator[int]:
    """Link every stored article anew, in one transaction; yield the articles done in each pass.

    There are four passes: three over the speakers, one over the statements.
    """
    with db.writing(), tempfile.TemporaryFile() as spool:
        _put_aside(db)
        linker = Linker(db)
        yield from _spooled(db, linker, spool)
        for forms in PASSES:
            for chunk in _chunks(spool):
                _link(db, linker, chunk, forms)
                yield len(chunk)
        for chunk in _chunks(spool):
            for one, record, _ in chunk:
                decisions = {n: _told(n, id_) for n, id_ in _persons(db, one.row).items()}
                linker.keep_tellings(one, record, decisions)
            yield len(chunk)
        linker.finish()
        _name_as_before(db)
        keys = [key for (key,) in db.rows("SELECT DISTINCT person FROM naming WHERE person > 0")]
        db.rows("UPDATE person SET statements = 0")
        recount(db, keys)


def _put_aside(db: Database) -> None:
    """Remember who had which id, and empty the tables, but for what tables and authorities tell."""
    for name in _FORMER:
        db.rows(f"DROP TABLE IF EXISTS {name}")
    db.rows(
        "CREATE TEMPORARY TABLE former_person AS SELECT n.article, n.number, p.id, p.given "
        "FROM naming n JOIN person p ON p.key = n.found"
    )
    db.rows(
        "CREATE TEMPORARY TABLE former_reprint AS SELECT c.article, r.id FROM copy c "
        "JOIN reprint r ON r.key = c.reprint"
    )
    db.rows(
        "CREATE TEMPORARY TABLE former_family AS SELECT t.statement, f.id FROM telling t "
        "JOIN family f ON f.key = t.family"
    )
    for table in ("naming", "telling", "telling_key", "family", "copy", "reprint", *_OF_TEXTS):
        db.rows(f"DELETE FROM {table}")
    db.rows("DELETE FROM office WHERE known = 0")
    db.rows(
        "DELETE FROM person WHERE NOT EXISTS (SELECT 1 FROM office o WHERE o.person = person.key) "
        "AND NOT EXISTS (SELECT 1 FROM authority a WHERE a.person = person.key)"
    )
    db.rows("UPDATE office SET articles = 0")
    _unsay(db)


def _unsay(db: Database) -> None:
    """Leave of the persons that stay what no article told."""
    rows = db.rows("SELECT profile, key FROM person")
    emptied = [
        (
            json.dumps(
                {"names": dict.fromkeys(json.loads(told)["names"], 0), "words": {}, "outlets": {}}
            ),
            key,
        )
        for told, key in rows
    ]
    db.many(
        "UPDATE person SET profile = ?, articles = 0, first = NULL, last = NULL WHERE key = ?",
        emptied,
    )


def _spooled(db: Database, linker: Linker, spool: IO[bytes]) -> Iterator[int]:
    """Put all articles, oldest first, as the linking reads them into a file; compare texts."""
    keys = [key for (key,) in db.rows("SELECT key FROM article ORDER BY key")]
    for part in batches(keys):
        numbers = _statement_rows(db, part)
        for key in part:
            one = Incoming(key, numbers.get(key, {}), stored_article(db, key).reading)
            record = one.record()
            scene = scene_of(record)
            record.pop("text")
            linker.reprints.place(key, one.reading.article.text)
            pickle.dump((Incoming(key, one.statements, None), record, scene), spool)  # type: ignore[arg-type]
        yield 0


def _statement_rows(db: Database, articles: Sequence[int]) -> dict[int, dict[str, int]]:
    found: dict[int, dict[str, int]] = {}
    sql = (
        f"SELECT article, id, key FROM statement WHERE article IN ({marks(articles)}) "
        "AND state <> 'rejected'"
    )
    for article, id_, key in db.rows(sql, articles):
        found.setdefault(article, {})[id_] = key
    return found


Spooled = tuple[Incoming, dict[str, Any], Scene]


def _chunks(spool: IO[bytes]) -> Iterator[list[Spooled]]:
    spool.seek(0)
    articles = _loaded(spool)
    while chunk := list(islice(articles, _CHUNK)):
        yield chunk


def _loaded(spool: IO[bytes]) -> Iterator[Spooled]:
    while True:
        try:
            yield pickle.load(spool)
        except EOFError:
            return


def _link(db: Database, linker: Linker, chunk: Sequence[Spooled], forms: Sequence[Form]) -> None:
    given = linker.ruled(scene for *_, scene in chunk)
    decisions: dict[str, dict[int, Decision]] = {}
    for one, _, scene in chunk:
        decided = _persons(db, one.row)
        made = link(scene, linker.register, forms, given.get(scene.article), decided)
        decisions[scene.article] = {one.speaker: one for one in made}
    linker.keep_namings({one.row: scene for one, _, scene in chunk}, decisions)
    if linker.register.is_large():
        linker.register.flush(let_go=True)


def _persons(db: Database, article: int) -> dict[int, str]:
    """Return the anchors of those for whom the speakers of an article stand by passes before."""
    sql = (
        "SELECT n.number, p.anchor FROM naming n JOIN person p ON p.key = n.found "
        "WHERE n.article = ?"
    )
    return dict(db.rows(sql, (article,)))


def _told(speaker: int, person: str) -> Decision:
    return Decision(speaker, person, 1.0, "")


def _name_as_before(db: Database) -> None:
    """Give persons and families the ids of those who had most of their namings or tellings."""
    now = "SELECT p.key, p.id, f.id, count(*) FROM former_person f JOIN naming n "
    now += "ON n.article = f.article AND n.number = f.number JOIN person p ON p.key = n.found "
    _rename(db, "person", db.rows(now + "GROUP BY p.key, p.id, f.id"))
    now = "SELECT g.key, g.id, f.id, count(*) FROM former_family f JOIN telling t "
    now += "ON t.statement = f.statement JOIN family g ON g.key = t.family "
    _rename(db, "family", db.rows(now + "GROUP BY g.key, g.id, f.id"))
    now = "SELECT r.key, r.id, f.id, count(*) FROM former_reprint f JOIN copy c "
    now += "ON c.article = f.article JOIN reprint r ON r.key = c.reprint "
    _rename(db, "reprint", db.rows(now + "GROUP BY r.key, r.id, f.id"))
    given = db.rows("SELECT DISTINCT id, given FROM former_person WHERE given IS NOT NULL")
    db.many("UPDATE person SET given = ? WHERE id = ?", [(name, id_) for id_, name in given])
    for name in _FORMER:
        db.rows(f"DROP TABLE {name}")


def _rename(db: Database, table: str, shared: Sequence[Sequence[Any]]) -> None:
    """``shared``: row, id, former id, and how much the two have in common."""
    kept: dict[int, str] = {}
    left: dict[str, int] = {}
    for row, _, former, _ in sorted(shared, key=lambda one: (-one[3], one[2], one[0])):
        if row not in kept and former not in left:
            kept[row] = former
        left.setdefault(former, row)
    names = {row: id_ for row, id_, _, _ in shared}
    changed = [(row, id_) for row, id_ in kept.items() if names[row] != id_]
    # Two may change places: through ids that nobody has.
    db.many(f"UPDATE {table} SET id = ? WHERE key = ?", [(f"~{row}", row) for row, _ in changed])
    taken = {id_ for _, id_ in changed}
    for part in batches(sorted(taken)):
        sql = f"SELECT key, id FROM {table} WHERE id IN ({marks(part)})"
        for row, id_ in db.rows(sql, part):
            db.rows(
                f"UPDATE {table} SET id = ? WHERE key = ?", (f"{id_[:12]}{row % 10**4:04}", row)
            )
    db.many(f"UPDATE {table} SET id = ? WHERE key = ?", [(id_, row) for row, id_ in changed])
    gone = [(former, row) for former, row in left.items() if kept.get(row) != former]
    ids: dict[int, str] = dict(db.rows(f"SELECT key, id FROM {table}")) if gone else {}
    remember(db, [(former, ids[row]) for former, row in gone if ids.get(row) not in (None, former)])
