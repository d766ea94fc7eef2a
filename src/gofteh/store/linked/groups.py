"""Which tellings are one family, in the database: joined, parted, and told how they differ."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gofteh.families.differences import differences
from gofteh.families.group import Placement
from gofteh.families.joined import is_one_occasion, is_one_statement, those_that_stand
from gofteh.families.records import Telling
from gofteh.store.database import Database
from gofteh.store.entries import batches, marks
from gofteh.store.linked.changes import encoded_changes
from gofteh.store.linked.standing import Standing
from gofteh.store.linked.tellings import stored_tellings
from gofteh.store.moments import FIRST_DATED, NUMBER_BITS

_ID_DIGITS = 16
# In a larger family what older tellings changed is not told anew when an earlier one comes.
_MOST_RETOLD = 200


@dataclass(frozen=True, slots=True)
class Placed:
    """A new telling, the rows of its statement and article, and what it is the same as."""

    row: int
    article: int
    telling: Telling
    place: Placement


class Groups:
    """The families of one transaction; `finish` must come before it ends."""

    def __init__(self, db: Database, standing: Standing) -> None:
        self._db, self._standing = db, standing
        self._family: dict[str, int | None] = {}
        self._members: dict[int, set[str]] = {}
        self._joined: dict[int, set[str]] = defaultdict(set)
        self._touched: set[int] = set()

    def place(self, placed: Sequence[Placed]) -> None:
        """Store new tellings, each in the family of those that it is the same as."""
        self._db.many(_INSERT, [_row(one, self._links(one)) for one in placed])
        for one in placed:
            self._family[one.telling.id] = None
            links = self._links(one)
            joined = self.join(one.telling.id, links)
            if joined != links:
                self._correct(one, links, joined)

    def join(self, id_: str, links: Sequence[str]) -> list[str]:
        """Make one family of a telling and of others, and return those of them that are in it now.

        Two families stay two where a human said so, or where they are of two occasions or
        statements: unless a human said that the two tellings are one.
        """
        self._look_up([id_, *links])
        joined: list[str] = []
        refused: set[int] = set()
        for link in (link for link in links if link in self._family and link != id_):
            family = self._family[link]
            if (family not in refused or self._is_ruled(id_, link)) and self._join(id_, link):
                joined.append(link)
            elif family is not None:
                refused.add(family)
        return joined

    def part(self, id_: str) -> None:
        """Take a telling out of its family."""
        self._look_up([id_])
        family = self._family.get(id_)
        if family is not None:
            self._load(family).discard(id_)
            self._family[id_] = None
            self._touched.add(family)
            self._db.rows(
                _ALONE.format("statement = (SELECT key FROM statement WHERE id = ?)"), (id_,)
            )

    def leave(self, articles: Sequence[int]) -> None:
        """Tell whose statements are about to be deleted."""
        sql = f"SELECT DISTINCT family FROM telling WHERE article IN ({marks(articles)})"
        self._touched |= {row for (row,) in self._db.rows(sql, articles) if row is not None}
        self._members, self._family = {}, {}

    def finish(self) -> None:
        """Write which families there are now, and how their tellings differ."""
        for family in sorted(self._touched | set(self._joined)):
            self._settle(family)
        self._touched, self._joined = set(), defaultdict(set)

    def _links(self, one: Placed) -> list[str]:
        id_, apart = one.telling.id, self._standing.not_same.get(one.telling.id, set())
        links = [link for link in one.place.links if link not in apart]
        return links + sorted(self._standing.same.get(id_, set()) - set(links))

    def _look_up(self, ids: Iterable[str]) -> None:
        unknown = [id_ for id_ in ids if id_ not in self._family]
        for part in batches(unknown):
            sql = (
                "SELECT s.id, t.family FROM statement s JOIN telling t ON t.statement = s.key "
                f"WHERE s.id IN ({marks(part)})"
            )
            self._family |= dict(self._db.rows(sql, part))

    def _join(self, id_: str, link: str) -> bool:
        one, other = self._family.get(id_), self._family.get(link)
        if one is not None and one == other:
            return True
        if self._standing.not_same and self._are_apart(id_, link, one, other):
            return False
        if not (self._is_ruled(id_, link) or self._may_be_one(id_, link)):
            return False
        self._unite(id_, link, one, other)
        return True

    def _is_ruled(self, id_: str, link: str) -> bool:
        """Whether a human said that two tellings are one."""
        return link in self._standing.same.get(id_, ())

    def _may_be_one(self, id_: str, link: str) -> bool:
        """Whether the families of two tellings are of one occasion and one statement."""
        some, others = self._rows_with(id_), self._rows_with(link)
        if not _are_of_one_occasion(some, others):
            return False
        if len(some) + len(others) == 2:
            return True  # their link has told it
        sides = (those_that_stand(some), those_that_stand(others))
        told = stored_tellings(self._db, [row for side in sides for row in side])
        one, other = ([told[row] for row in side] for side in sides)
        return is_one_statement(one, other, len(some) + len(others))

    def _unite(self, id_: str, link: str, one: int | None, other: int | None) -> None:
        known = [family for family in (one, other) if family is not None]
        into = min(known) if known else self._found(link)
        moved = {each for each, family in ((id_, one), (link, other)) if family is None}
        for gone in set(known) - {into}:
            moved |= self._load(gone)
            self._merge(gone, into)
        if into in self._members:
            self._members[into] |= moved
        self._joined[into] |= moved
        self._family |= dict.fromkeys(moved, into)
        self._move(sorted(moved), into)

    def _rows_with(self, id_: str) -> list[int]:
        """The rows of a telling's family in the order of publication, of one alone its own."""
        family = self._family[id_]
        sql, given = (_ROW, id_) if family is None else (_ROWS_OF_FAMILY, family)
        return [row for (row,) in self._db.rows(sql, (given,))]

    def _correct(self, one: Placed, links: Sequence[str], joined: Sequence[str]) -> None:
        """Write what a telling is closest to, some of its links being of other families.

        Those of other occasions are what the speaker said again, where it is the same one.
        """
        mine = self._rows_with(one.telling.id)
        apart = [
            link
            for link in links
            if link in self._family
            and link not in joined
            and not _are_of_one_occasion(mine, self._rows_with(link))
        ]
        again = [*one.place.repeats, *self._said_by(one.telling.speaker, apart)]
        relation = one.place.relation.value if joined[:1] == list(one.place.links[:1]) else None
        self._db.rows(
            "UPDATE telling SET relation = ?, nearest = ?, repeats = ? WHERE statement = ?",
            (relation if joined else None, next(iter(joined), None), json.dumps(again), one.row),
        )

    def _said_by(self, speaker: str | None, ids: Sequence[str]) -> list[str]:
        """Return which of some tellings have this speaker."""
        if not ids or speaker is None:
            return []
        sql = (
            "SELECT s.id FROM statement s JOIN telling t ON t.statement = s.key "
            f"WHERE t.speaker = ? AND s.id IN ({marks(ids)}) ORDER BY s.key"
        )
        return [id_ for (id_,) in self._db.rows(sql, (speaker, *ids))]

    def _are_apart(self, id_: str, link: str, one: int | None, other: int | None) -> bool:
        """Whether a human said of a statement of each side that the two are not one."""
        mine = self._load(one) if one is not None else {id_}
        theirs = self._load(other) if other is not None else {link}
        return self._standing.are_apart(sorted(mine), sorted(theirs))

    def _load(self, family: int) -> set[str]:
        if family not in self._members:
            sql = (
                "SELECT s.id FROM telling t JOIN statement s ON s.key = t.statement "
                "WHERE t.family = ?"
            )
            self._members[family] = {id_ for (id_,) in self._db.rows(sql, (family,))}
        return self._members[family]

    def _found(self, root: str) -> int:
        """Make a new family, with the id that its first telling tells."""
        id_ = family_id(root)
        while self._db.rows("SELECT 1 FROM family WHERE id = ?", (id_,)):
            id_ = family_id(id_)
        self._db.rows("DELETE FROM former_link WHERE id = ?", (id_,))
        made = self._db.rows("INSERT INTO family (id) VALUES (?) RETURNING key", (id_,))
        self._members[made[0][0]] = set()
        return int(made[0][0])

    def _merge(self, gone: int, into: int) -> None:
        names: dict[int, str] = dict(
            self._db.rows("SELECT key, id FROM family WHERE key IN (?, ?)", (gone, into))
        )
        remember(self._db, [(names[gone], names[into])])
        self._db.rows("UPDATE telling SET family = ? WHERE family = ?", (into, gone))
        self._db.rows("DELETE FROM family WHERE key = ?", (gone,))
        self._members.pop(gone, None)
        self._joined.pop(gone, None)
        self._touched.discard(gone)

    def _move(self, ids: Sequence[str], into: int) -> None:
        self._db.many(
            "UPDATE telling SET family = ? "
            "WHERE statement = (SELECT key FROM statement WHERE id = ?)",
            [(into, id_) for id_ in ids],
        )

    def _settle(self, family: int) -> None:
        before = self._db.rows("SELECT first FROM family WHERE key = ?", (family,))
        if not before:
            return  # merged since
        sql = (
            "SELECT count(*), min(statement), min(CASE WHEN statement >= ? THEN statement END) "
            "FROM telling WHERE family = ?"
        )
        number, oldest, dated = self._db.rows(sql, (FIRST_DATED, family))[0]
        if number < 2:
            self._db.rows(_ALONE.format("family = ?"), (family,))
            self._db.rows("DELETE FROM family WHERE key = ?", (family,))
            return
        first = oldest if dated is None else dated
        new = self._joined.get(family, set())
        if before[0][0] != first and number <= _MOST_RETOLD:
            new = self._load_again(family)
        self._tell(first, new)
        sql = "UPDATE family SET members = ?, first = ? WHERE key = ?"
        self._db.rows(sql, (number, first, family))

    def _load_again(self, family: int) -> set[str]:
        self._members.pop(family, None)
        return self._load(family)

    def _tell(self, first: int, new: set[str]) -> None:
        """Write what the new tellings changed against the first."""
        keys = {first}
        for part in batches(sorted(new)):
            sql = f"SELECT key FROM statement WHERE id IN ({marks(part)})"
            keys |= {key for (key,) in self._db.rows(sql, part)}
        told = dict(self._texts(sorted(keys)))
        earliest = told[first]
        changes = [
            (encoded_changes(() if key == first else differences(earliest, one)), key)
            for key, one in told.items()
        ]
        self._db.many("UPDATE telling SET changes = ? WHERE statement = ?", changes)

    def _texts(self, keys: Sequence[int]) -> Iterable[tuple[int, Telling]]:
        for part in batches(keys):
            sql = (
                "SELECT s.key, s.id, s.content, s.manner, a.raw "
                "FROM statement s JOIN article a ON a.key = s.article "
                f"WHERE s.key IN ({marks(part)})"
            )
            for key, id_, content, manner, raw in self._db.rows(sql, part):
                text = " … ".join(raw[start:end] for start, end in json.loads(content))
                yield key, Telling(id_, text, (), manner=manner)


_INSERT = (
    "INSERT INTO telling (statement, article, speaker, words, relation, nearest, repeats) "
    "VALUES (?, ?, ?, ?, ?, ?, ?)"
)
_ROW = "SELECT key FROM statement WHERE id = ?"
_ROWS_OF_FAMILY = "SELECT statement FROM telling WHERE family = ? ORDER BY statement"
_ALONE = (
    "UPDATE telling SET family = NULL, relation = NULL, nearest = NULL, changes = '[]' WHERE {}"
)


def _are_of_one_occasion(some: Iterable[int], others: Iterable[int]) -> bool:
    """Whether statements of these rows are near enough to be of one family."""
    return is_one_occasion(row >> NUMBER_BITS for row in (*some, *others))


def _row(one: Placed, links: Sequence[str]) -> Sequence[object]:
    place, telling = one.place, one.telling
    return (
        *(one.row, one.article, telling.speaker, " ".join(telling.words)),
        place.relation.value if links and place.links[:1] == tuple(links[:1]) else None,
        next(iter(links), None),
        json.dumps(place.repeats),
    )


def family_id(root: str) -> str:
    """Return the id of the family that a telling began."""
    return hashlib.sha256(f"family\0{root}".encode()).hexdigest()[:_ID_DIGITS]


def remember(db: Database, gone: Iterable[tuple[str, str]]) -> None:
    """Keep ids that are given up as addresses of what is there now."""
    for old, now in gone:
        db.rows("UPDATE former_link SET now = ? WHERE now = ?", (now, old))
        db.rows("DELETE FROM former_link WHERE id = ?", (now,))
        db.rows("DELETE FROM former_link WHERE id = ?", (old,))
        db.rows("INSERT INTO former_link (id, now) VALUES (?, ?)", (old, now))
