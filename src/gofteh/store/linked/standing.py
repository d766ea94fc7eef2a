"""What humans ruled, ready to be asked while articles are linked: it wins over every evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from gofteh.persons.decided import person_id
from gofteh.store.database import Database, Row
from gofteh.store.entries import batches, marks
from gofteh.store.linked.records import Ruling, RulingKind
from gofteh.text.fold import fold_word

_RULING = "id, kind, subject, object, article_id, name, note, author, created, undone, undone_by"
_PERSONS = (RulingKind.MERGE, RulingKind.SPLIT, RulingKind.NOBODY)


def rulings_in_force(db: Database) -> list[Ruling]:
    """Return the rulings that nobody undid, in the order they were made."""
    sql = f"SELECT {_RULING} FROM ruling WHERE undone IS NULL ORDER BY key"
    return [ruling_of(row) for row in db.rows(sql)]


def ruling_of(row: Row) -> Ruling:
    """Return the ruling of a row."""
    id_, kind, *rest = row
    return Ruling(id_, RulingKind(kind), *rest)


@dataclass(slots=True)
class Standing:
    """Who stands for whom, by anchors of persons; which statements are one, and which are not."""

    into: dict[str, str] = field(default_factory=dict)
    nobodies: set[str] = field(default_factory=set)
    splits: dict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    same: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    not_same: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def of(self, person: str | None) -> str | None:
        """Return who stands for a person; ``None`` for one whom a human said to be none."""
        while person is not None and person in self.into:
            person = self.into[person]
        return None if person in self.nobodies else person

    def ruled(self, article: str, voices: Sequence[tuple[int, str | None]]) -> Mapping[int, str]:
        """Return the persons given to speakers of an article, by their numbers.

        ``voices`` are numbers and names: a ruling finds its speaker by name, since another
        extraction may number the speakers otherwise.
        """
        given = self.splits.get(article)
        if not given:
            return {}
        told = {number: given.get(fold_word(name or "")) for number, name in voices}
        return {number: person for number, person in told.items() if person}

    def are_apart(self, some: Sequence[str], others: Sequence[str]) -> bool:
        """Return whether a human said of a statement of each that the two are not one."""
        there = set(others)
        return any(not there.isdisjoint(self.not_same.get(id_, ())) for id_ in some)


def standing(db: Database) -> Standing:
    """Return the rulings in force; of two on the same thing the later holds."""
    made = rulings_in_force(db)
    anchors = _anchors(db, [r for r in made if r.kind in _PERSONS])
    found = Standing()
    for ruling in made:
        subject, other = (anchors.get(id_ or "", id_) for id_ in (ruling.subject, ruling.object))
        _take(found, ruling, subject, other)
    return found


def _take(found: Standing, ruling: Ruling, subject: str | None, other: str | None) -> None:
    match ruling.kind:
        case RulingKind.MERGE if subject and other and found.of(other) != subject:
            found.into[subject] = other  # a circle would never end
            found.nobodies.discard(subject)
        case RulingKind.NOBODY if subject:
            found.nobodies.add(subject)
        case RulingKind.SPLIT if other and ruling.article_id:
            found.splits[ruling.article_id][fold_word(ruling.name or "")] = other
        case RulingKind.SAME if subject and other:
            _pair(found.same, found.not_same, subject, other)
        case RulingKind.NOT_SAME if subject and other:
            _pair(found.not_same, found.same, subject, other)
        case _:
            pass


def _pair(into: dict[str, set[str]], out_of: dict[str, set[str]], one: str, other: str) -> None:
    for a, b in ((one, other), (other, one)):
        into[a].add(b)
        out_of[a].discard(b)


def _anchors(db: Database, made: Sequence[Ruling]) -> dict[str, str]:
    """Return the anchors of the persons that rulings name by their ids, former ones too."""
    ids = sorted({id_ for one in made for id_ in (one.subject, one.object) if id_})
    found: dict[str, str] = {}
    for part in batches(ids):
        there = f"IN ({marks(part)})"
        found |= dict(
            db.rows(
                "SELECT f.id, p.anchor FROM former_link f JOIN person p ON p.id = f.now "
                f"WHERE f.id {there}",
                part,
            )
        )
        found |= dict(db.rows(f"SELECT id, anchor FROM person WHERE id {there}", part))
    return found


def split_person(ruling_id: str) -> str:
    """Return the id of the person that a split makes."""
    return person_id(f"ruling\0{ruling_id}")
