"""The tellings so far, in the database: a `gofteh.families.group.Index`.

Rows wait for `flush`, which must come before the transaction ends. A key leads to so many tellings
as it has slots: each holds the newest that fell into it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from gofteh.families.group import COMPARED, nearest, slot_of
from gofteh.families.records import Telling
from gofteh.store.database import Database
from gofteh.store.entries import batches, marks
from gofteh.store.moments import NUMBER_BITS


class StoreIndex:
    """The index of one transaction. Ids of tellings are those of their statements."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._new: dict[int, Telling] = {}
        self._rows: dict[str, int] = {}
        self._keys: dict[int, dict[int, int]] = {}

    def expect(self, rows: Iterable[tuple[str, int]]) -> None:
        """Tell the row keys of statements that are to be added."""
        self._rows |= dict(rows)

    def near(self, keys: Sequence[int]) -> Iterator[Telling]:
        """Yield tellings that share keys, those for which most speaks first."""
        slots: dict[tuple[int, int], int] = {}
        for part in batches(keys):
            sql = f"SELECT word, slot, statement FROM telling_key WHERE word IN ({marks(part)})"
            slots |= {(word, slot): row for word, slot, row in self._db.rows(sql, part)}
        for key in keys:
            slots |= {(key, slot): row for slot, row in self._keys.get(key, {}).items()}
        blocks: dict[int, list[int]] = defaultdict(list)
        for (word, _), row in slots.items():
            blocks[word].append(row)
        ranked = nearest(blocks.values())
        for at in range(0, len(ranked), COMPARED):  # mostly the first are all that are compared
            yield from self._those(ranked[at : at + COMPARED])

    def _those(self, rows: Sequence[int]) -> list[Telling]:
        there = {row: self._new[row] for row in rows if row in self._new}
        there |= stored_tellings(self._db, [row for row in rows if row not in there])
        return [there[row] for row in rows if row in there]

    def add(self, telling: Telling, keys: Sequence[int]) -> None:
        """Keep a telling."""
        row = self._rows[telling.id]
        self._new[row] = telling
        for key in keys:
            self._keys.setdefault(key, {})[slot_of(key, telling.id)] = row

    def flush(self) -> None:
        """Write the keys; `gofteh.store.linked.linker` writes the tellings themselves."""
        self._db.many(
            "INSERT INTO telling_key (word, slot, statement) VALUES (?, ?, ?) "
            "ON CONFLICT (word, slot) DO UPDATE SET statement = excluded.statement",
            [
                (word, slot, row)
                for word, slots in self._keys.items()
                for slot, row in slots.items()
            ],
        )
        self._keys, self._new = {}, {}


def stored_tellings(db: Database, rows: Sequence[int]) -> dict[int, Telling]:
    """Return stored tellings by the rows of their statements, without their texts."""
    found: dict[int, Telling] = {}
    for part in batches(rows):
        sql = (
            "SELECT t.statement, s.id, t.words, t.speaker, s.manner, a.id "
            "FROM telling t JOIN statement s ON s.key = t.statement "
            f"JOIN article a ON a.key = t.article WHERE t.statement IN ({marks(part)})"
        )
        for row, id_, words, speaker, manner, article in db.rows(sql, part):
            found[row] = Telling(
                id=id_,
                text="",
                words=tuple(words.split()),
                speaker=speaker,
                manner=manner,
                minute=row >> NUMBER_BITS,
                article=article,
            )
    return found


def forget_keys(db: Database, rows: Iterable[tuple[int, str, Sequence[int]]]) -> None:
    """Take statements (row, id, keys) out of the index."""
    db.many(
        "DELETE FROM telling_key WHERE word = ? AND slot = ? AND statement = ?",
        [(key, slot_of(key, id_), row) for row, id_, keys in rows for key in keys],
    )
