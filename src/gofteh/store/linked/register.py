"""The persons known so far, in the database: a `gofteh.persons.register.Register`.

Candidates are found by key in SQL. What is looked at stays in memory until `flush`, so that a
batch of articles writes each person once; `flush` must come before the transaction ends.
"""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from gofteh.persons.decided import person_id
from gofteh.persons.records import Form, Person, Tenure
from gofteh.persons.register import BLOCK
from gofteh.store.database import Database, Row
from gofteh.store.entries import batches, marks

# A block of more persons than this loses those with the fewest articles, down to the second.
_LONGEST_BLOCK, _SHORTENED_BLOCK = 4 * BLOCK, 2 * BLOCK
# Persons held in memory before what changed is written and all are let go.
_MOST_HELD = 20_000
# Keys of hostile names are cut: PostgreSQL indexes no more than some thousand bytes.
LONGEST_KEY = 300
_COLUMNS = "key, anchor, name, form, articles, first, last, profile"


class StoreRegister:
    """The register of one transaction."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._persons: dict[str, Person] = {}
        self._keys_of: dict[str, int] = {}
        self._blocks: dict[str, dict[str, None]] = {}
        self._changed: dict[str, None] = {}
        self._new_keys: dict[str, dict[str, None]] = {}
        self._gone: set[str] = set()

    def get(self, id_: str) -> Person | None:
        """Return the person of an id, an ``anchor`` of the table."""
        if id_ not in self._persons and id_ not in self._gone:
            self._load("anchor", [id_])
        return self._persons.get(id_)

    def at(self, key: str) -> Sequence[Person]:
        """Return the persons under a key, those with the most articles first, 40 at most."""
        key = key[:LONGEST_KEY]
        block = self._block(key)
        found = [self._persons[id_] for id_ in block if id_ in self._persons]
        found.sort(key=_most_first)
        if len(block) > _LONGEST_BLOCK:
            self._shorten(key, found)
        return found[:BLOCK]

    def put(self, person: Person, keys: Iterable[str]) -> None:
        """Keep a person as it is now, under these keys too."""
        self._persons[person.id] = person
        self._changed[person.id] = None
        self._gone.discard(person.id)
        for key in (one[:LONGEST_KEY] for one in keys):
            self._new_keys.setdefault(key, {})[person.id] = None
            if key in self._blocks:
                self._blocks[key][person.id] = None

    def drop(self, person: Person) -> None:
        """Forget a person whom no article names any more."""
        self._persons.pop(person.id, None)
        self._changed.pop(person.id, None)
        self._gone.add(person.id)

    def redate(
        self, person: Person, days: Mapping[str | None, tuple[str | None, str | None]]
    ) -> None:
        """Set the first and last days of a person and of the offices that articles give."""
        told = [_day(day) for pair in days.values() for day in pair]
        dated = [day for day in told if day]
        person.first, person.last = min(dated, default=None), max(dated, default=None)
        for office, tenure in person.offices.items():
            if not tenure.known:
                first, last = days.get(office, (None, None))
                tenure.first, tenure.last = _day(first), _day(last)
        self.put(person, ())

    def row_of(self, id_: str) -> int:
        """Return the row key of a person that is there and flushed."""
        if id_ not in self._keys_of:
            (found,) = self._db.rows("SELECT key FROM person WHERE anchor = ?", (id_,))
            self._keys_of[id_] = found[0]
        return self._keys_of[id_]

    def is_large(self) -> bool:
        """Return whether it is time to `flush` and let go."""
        return len(self._persons) > _MOST_HELD

    def flush(self, *, let_go: bool = False) -> None:
        """Write what changed; with ``let_go`` hold nothing in memory any more."""
        changed = [self._persons[id_] for id_ in self._changed]
        taken = self._taken([one.id for one in changed if one.id not in self._keys_of])
        self._db.many(_UPSERT, (_row(person, taken) for person in changed))
        self._find_rows([person.id for person in changed])
        rows = [(self._keys_of[one.id],) for one in changed]
        self._db.many("DELETE FROM office WHERE person = ?", rows)
        self._db.many(_INSERT_OFFICE, self._offices(changed))
        self._db.many(
            "INSERT INTO person_key (name, person) VALUES (?, ?) ON CONFLICT DO NOTHING",
            [
                (key, self._keys_of[id_])
                for key, ids in self._new_keys.items()
                for id_ in ids
                if id_ in self._keys_of
            ],
        )
        self._db.many(_DELETE, [(id_,) for id_ in sorted(self._gone)])
        self._changed, self._new_keys, self._gone = {}, {}, set()
        if let_go:
            self._persons, self._blocks, self._keys_of = {}, {}, {}

    def _taken(self, ids: Sequence[str]) -> set[str]:
        """Return which of the ids of new persons are the address of somebody else."""
        found: set[str] = set()
        for part in batches(ids):
            sql = f"SELECT id FROM person WHERE id IN ({marks(part)}) AND anchor <> id"
            found |= {id_ for (id_,) in self._db.rows(sql, part)}
        return found

    def _block(self, key: str) -> dict[str, None]:
        if key not in self._blocks:
            rows = self._db.rows(
                f"SELECT {_of('p')} FROM person_key k JOIN person p ON p.key = k.person "
                "WHERE k.name = ?",
                (key,),
            )
            self._take(rows)
            block = {row[1]: None for row in rows}
            block |= self._new_keys.get(key, {})
            self._blocks[key] = block
        return self._blocks[key]

    def _shorten(self, key: str, found: Sequence[Person]) -> None:
        """Those of a common surname who were seen once, long ago, are looked at no more."""
        kept, left = found[:_SHORTENED_BLOCK], found[_SHORTENED_BLOCK:]
        self._blocks[key] = {one.id: None for one in kept}
        for one in left:
            self._new_keys.get(key, {}).pop(one.id, None)
        rows = [(key, self._keys_of[one.id]) for one in left if one.id in self._keys_of]
        self._db.many("DELETE FROM person_key WHERE name = ? AND person = ?", rows)

    def _load(self, column: str, values: Sequence[object]) -> None:
        for part in batches(values):
            sql = f"SELECT {_COLUMNS} FROM person WHERE {column} IN ({marks(part)})"
            self._take(self._db.rows(sql, part))

    def _take(self, rows: Sequence[Row]) -> None:
        """Hold the persons of rows, but those that are held already, newer than the rows."""
        new = [row for row in rows if row[1] not in self._persons and row[1] not in self._gone]
        by_row = {row[0]: _person(row) for row in new}
        for part in batches(list(by_row)):
            sql = f"SELECT person, {_OFFICE} FROM office WHERE person IN ({marks(part)})"
            for person, *office in self._db.rows(sql, part):
                by_row[person].offices[office[0]] = _tenure(office)
        for key, person in by_row.items():
            self._persons[person.id] = person
            self._keys_of[person.id] = key

    def _find_rows(self, ids: Sequence[str]) -> None:
        for part in batches([id_ for id_ in ids if id_ not in self._keys_of]):
            sql = f"SELECT anchor, key FROM person WHERE anchor IN ({marks(part)})"
            self._keys_of |= dict(self._db.rows(sql, part))

    def _offices(self, persons: Iterable[Person]) -> Iterable[Sequence[object]]:
        for person in persons:
            key = self._keys_of[person.id]
            offices = {name[:LONGEST_KEY]: tenure for name, tenure in person.offices.items()}
            for name, tenure in offices.items():
                days = (_text(tenure.first), _text(tenure.last))
                label = tenure.label or name
                yield (
                    *(key, name, label, tenure.articles, *days),
                    *(tenure.known + tenure.open, tenure.source),
                )


# What ``known`` holds of an office that a table gives without an end.
_OPEN = 2
_OFFICE = "name, label, articles, first, last, known, source"
_UPSERT = (
    "INSERT INTO person (id, anchor, name, form, articles, first, last, profile) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (anchor) DO UPDATE SET name = excluded.name, "
    "form = excluded.form, articles = excluded.articles, first = excluded.first, "
    "last = excluded.last, profile = excluded.profile"
)
_INSERT_OFFICE = (
    "INSERT INTO office (person, name, label, articles, first, last, known, source) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)
# Whom a ruling or an authority still means stays.
_DELETE = (
    "DELETE FROM person WHERE anchor = ? "
    "AND NOT EXISTS (SELECT 1 FROM naming n WHERE n.found = person.key) "
    "AND NOT EXISTS (SELECT 1 FROM naming n WHERE n.person = person.key) "
    "AND NOT EXISTS (SELECT 1 FROM authority a WHERE a.person = person.key)"
)


def _most_first(person: Person) -> tuple[int, str]:
    return -person.articles, person.id


def _of(table: str) -> str:
    return ", ".join(f"{table}.{column}" for column in _COLUMNS.split(", "))


def _row(person: Person, taken: set[str]) -> Sequence[object]:
    counted = ("names", "written", "words", "outlets")
    profile = {name: getattr(person, name) for name in counted}
    days = (_text(person.first), _text(person.last))
    told = json.dumps(profile, ensure_ascii=False, separators=(",", ":"))
    address = person_id(f"again\0{person.id}") if person.id in taken else person.id
    return address, person.id, person.name, person.form.value, person.articles, *days, told


def _person(row: Row) -> Person:
    _, anchor, name, form, articles, first, last, told = row
    profile = json.loads(told)
    return Person(
        anchor,
        name,
        Form(form),
        articles,
        names=Counter(profile["names"]),
        written=Counter(profile.get("written", {})),
        words=Counter(profile["words"]),
        outlets=Counter(profile["outlets"]),
        first=_day(first),
        last=_day(last),
    )


def _tenure(office: Sequence[object]) -> Tenure:
    _, label, articles, first, last, known, source = office
    assert isinstance(articles, int)
    days = _day(first), _day(last)
    told = source if source is None else str(source)
    return Tenure(articles, *days, bool(known), str(label), told, known == _OPEN)


def _day(text: object) -> dt.date | None:
    return dt.date.fromisoformat(str(text)) if text else None


def _text(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
