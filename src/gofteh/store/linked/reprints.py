"""Articles that are one text in several outlets, in the database: found, told apart, traced."""

from __future__ import annotations

import json
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gofteh.families.copies import (
    CopyRelation,
    PossibleOriginal,
    Sketch,
    compare_texts,
    keys_of_sketch,
    original_of,
    sketch_of,
)
from gofteh.persons.decided import person_id
from gofteh.store.database import Database
from gofteh.store.entries import batches, marks
from gofteh.store.linked.groups import remember
from gofteh.store.moments import FIRST_DATED, NUMBER_BITS

# Articles under a hash, at most: each falls into a slot, the newest stays.
_SLOTS = 32
_COMPARED = 16
# Where an article comes from is looked for among so many, the earliest; a new one may be the origin
# of older ones, which are asked again as long as they are few.
_MOST_TRACED, _RETRACED = 40, 12


@dataclass(frozen=True, slots=True)
class _Copied:
    """A member of a group of copies."""

    row: int
    id: str
    outlet: str | None
    credit: str | None
    sketch: Sketch

    @property
    def minute(self) -> int:
        return self.row >> NUMBER_BITS


class Reprints:
    """The copies of one transaction; `finish` must come before it ends."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._touched: set[int] = set()
        self._new: dict[int, set[int]] = defaultdict(set)

    def place(self, row: int, text: str) -> None:
        """Keep an article's text, and group it with those that have the same."""
        sketch = sketch_of(text)
        if not sketch.hashes:
            return
        same = self._same(sketch)
        self._keep(row, sketch)
        if same:
            self._join([row, *same])

    def leave(self, articles: Sequence[int]) -> None:
        """Tell which articles are about to be deleted."""
        sql = f"SELECT DISTINCT reprint FROM copy WHERE article IN ({marks(articles)})"
        self._touched |= {row for (row,) in self._db.rows(sql, articles)}
        for row, sketch in self._sketches(articles).items():
            gone = [(key, _slot(key, row), row) for key in keys_of_sketch(sketch)]
            self._db.many(
                "DELETE FROM article_key WHERE word = ? AND slot = ? AND article = ?", gone
            )

    def finish(self) -> None:
        """Write which groups there are now, and where their articles come from."""
        for reprint in sorted(self._touched):
            self._settle(reprint)
        self._touched, self._new = set(), defaultdict(set)

    def _same(self, sketch: Sketch) -> list[int]:
        """Return the articles that have the text of a sketch."""
        keys = keys_of_sketch(sketch)
        sql = f"SELECT article FROM article_key WHERE word IN ({marks(keys)})"
        found = Counter(row for (row,) in self._db.rows(sql, keys))
        near = sorted(found, key=lambda row: (-found[row], row))[:_COMPARED]
        there = self._sketches(near)
        return [row for row in near if row in there and compare_texts(sketch, there[row])]

    def _keep(self, row: int, sketch: Sketch) -> None:
        told = json.dumps(sketch.hashes, separators=(",", ":"))
        sql = "INSERT INTO sketch (article, hashes, runs) VALUES (?, ?, ?)"
        self._db.rows(sql, (row, told, sketch.runs))
        self._db.many(
            "INSERT INTO article_key (word, slot, article) VALUES (?, ?, ?) "
            "ON CONFLICT (word, slot) DO UPDATE SET article = excluded.article",
            [(key, _slot(key, row), row) for key in keys_of_sketch(sketch)],
        )

    def _sketches(self, rows: Sequence[int]) -> dict[int, Sketch]:
        found: dict[int, Sketch] = {}
        for part in batches(rows):
            sql = f"SELECT article, hashes, runs FROM sketch WHERE article IN ({marks(part)})"
            for row, hashes, runs in self._db.rows(sql, part):
                found[row] = Sketch(tuple(json.loads(hashes)), runs)
        return found

    def _join(self, rows: Sequence[int]) -> None:
        sql = f"SELECT DISTINCT reprint FROM copy WHERE article IN ({marks(rows)})"
        known = sorted(row for (row,) in self._db.rows(sql, rows))
        into = known[0] if known else self._found(rows)
        for gone in known[1:]:
            self._merge(gone, into)
        self._db.many(
            "INSERT INTO copy (article, reprint) VALUES (?, ?) ON CONFLICT (article) DO NOTHING",
            [(row, into) for row in rows],
        )
        self._touched.add(into)
        self._new[into] |= set(rows[:1])

    def _found(self, rows: Sequence[int]) -> int:
        (first,) = self._db.rows("SELECT id FROM article WHERE key = ?", (min(rows),))
        id_ = person_id(f"reprint\0{first[0]}")
        while self._db.rows("SELECT 1 FROM reprint WHERE id = ?", (id_,)):
            id_ = person_id(id_)
        self._db.rows("DELETE FROM former_link WHERE id = ?", (id_,))
        made = self._db.rows("INSERT INTO reprint (id) VALUES (?) RETURNING key", (id_,))
        return int(made[0][0])

    def _merge(self, gone: int, into: int) -> None:
        sql = "SELECT key, id FROM reprint WHERE key IN (?, ?)"
        names: dict[int, str] = dict(self._db.rows(sql, (gone, into)))
        remember(self._db, [(names[gone], names[into])])
        self._db.rows("UPDATE copy SET reprint = ? WHERE reprint = ?", (into, gone))
        self._db.rows("DELETE FROM reprint WHERE key = ?", (gone,))
        self._touched.discard(gone)
        self._new[into] |= self._new.pop(gone, set())

    def _settle(self, reprint: int) -> None:
        (number,) = self._db.rows("SELECT count(*) FROM copy WHERE reprint = ?", (reprint,))[0]
        if number < 2:
            self._db.rows("DELETE FROM copy WHERE reprint = ?", (reprint,))
            self._db.rows("DELETE FROM reprint WHERE key = ?", (reprint,))
            return
        sql = (
            "SELECT article FROM copy WHERE reprint = ? "
            "ORDER BY CASE WHEN article < ? THEN 1 ELSE 0 END, article LIMIT ?"
        )
        rows = self._db.rows(sql, (reprint, FIRST_DATED, _MOST_TRACED))
        old = [row for (row,) in rows]
        there = self._new.get(reprint, set()) - set(old)
        members = sorted(self._members([*old, *sorted(there)]), key=_dated_first)
        self._trace(members, set(old[:_RETRACED]) | self._new.get(reprint, set()))
        sql = "UPDATE reprint SET members = ?, first = ? WHERE key = ?"
        self._db.rows(sql, (number, members[0].row, reprint))

    def _members(self, rows: Sequence[int]) -> Iterable[_Copied]:
        sketches = self._sketches(rows)
        for part in batches(rows):
            sql = (
                "SELECT a.key, a.id, o.name, "
                "substr(a.raw, CAST(a.provenance_start + 1 AS integer), "
                "CAST(a.provenance_end - a.provenance_start AS integer)) "
                "FROM article a LEFT JOIN outlet o ON o.key = a.outlet "
                f"WHERE a.key IN ({marks(part)})"
            )
            for row, id_, outlet, credit in self._db.rows(sql, part):
                told = " ".join(credit.split()) if credit else None
                yield _Copied(row, id_, outlet, told, sketches[row])

    def _trace(self, members: Sequence[_Copied], wanted: set[int]) -> None:
        rows = []
        for one in (member for member in members if member.row in wanted):
            sources = [s for other in members if other is not one and (s := _source(one, other))]
            found = original_of(one.credit, one.minute, one.outlet, sources)
            relation = found[0].relation if found else _to_first(one, members[0])
            told = (found[0].article, found[1]) if found else (None, None)
            rows.append((relation and relation.value, *told, one.credit, one.row))
        self._db.many(
            "UPDATE copy SET relation = ?, origin = ?, why = ?, credit = ? WHERE article = ?", rows
        )


def _source(one: _Copied, other: _Copied) -> PossibleOriginal | None:
    found = compare_texts(one.sketch, other.sketch)
    if found is None:
        return None
    return PossibleOriginal(other.id, other.outlet, other.minute, *found, other.credit)


def _to_first(one: _Copied, first: _Copied) -> CopyRelation | None:
    found = None if one is first else compare_texts(one.sketch, first.sketch)
    return found[0] if found else None


def _dated_first(one: _Copied) -> tuple[bool, int]:
    return one.row < FIRST_DATED, one.row


def _slot(key: int, row: int) -> int:
    return zlib.crc32(f"{key} {row}".encode()) % _SLOTS
