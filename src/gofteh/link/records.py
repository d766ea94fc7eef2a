"""Records in, the same records with persons and families out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from gofteh.families.group import MemoryIndex
from gofteh.link.families import Sibling, group_all, tellings_of
from gofteh.link.persons import link_all, new_register
from gofteh.link.scenes import scene_of
from gofteh.persons.holders import Holder
from gofteh.persons.records import Decision, Person
from gofteh.persons.register import MemoryRegister
from gofteh.persons.rulings import Rulings

Record = dict[str, Any]
Records = Callable[[], Iterable[Record]]


@dataclass(frozen=True, slots=True)
class Linked:
    """The persons and families found in a set of records; `over` adds them to the records."""

    register: MemoryRegister
    decisions: dict[str, dict[int, Decision]]
    siblings: dict[str, Sibling]

    def over(self, records: Iterable[Record]) -> Iterator[Record]:
        """Yield the records with persons and families added in place, failures as they are."""
        for record in records:
            if "error" not in record:
                self._add(record)
            yield record

    def _add(self, record: Record) -> None:
        decisions = self.decisions.get(record["id"], {})
        for speaker in record["speakers"]:
            decision = decisions.get(speaker["id"])
            speaker["person"] = decision.person if decision else None
            speaker["linked"] = _linked(decision) if decision else None
        for statement in record["statements"]:
            statement |= sibling_fields(self.siblings.get(statement["id"]))


def link_records(
    records: Records, holders: Iterable[Holder] | None = None, rulings: Rulings | None = None
) -> Linked:
    """Return the persons and families of all records.

    ``records`` is called twice: statements are compared once their persons are known. Raises
    ``KeyError`` or ``TypeError`` for what is no record of ``gofteh extract``.
    """
    register = new_register(tuple(holders) if holders is not None else None)
    decisions = link_all([scene_of(one) for one in _whole(records())], register)
    ruled = rulings or Rulings()
    for article, made in decisions.items():
        decisions[article] = {n: ruled.over(article, one) for n, one in made.items()}
    tellings = (
        telling
        for record in _whole(records())
        for telling in tellings_of(
            record, {n: one.person for n, one in decisions[record["id"]].items()}
        )
    )
    return Linked(register, decisions, group_all(tellings, MemoryIndex()))


def _whole(records: Iterable[Record]) -> Iterator[Record]:
    return (record for record in records if "error" not in record)


def _linked(decision: Decision) -> Record:
    return {
        "confidence": round(decision.confidence, 2),
        "reason": decision.reason,
        "others": list(decision.others),
    }


def sibling_fields(sibling: Sibling | None) -> Record:
    """Return the fields of a statement's record about its family; ``None``: it has none."""
    return {
        "family": sibling.family if sibling else None,
        "differences": _flags(sibling) if sibling else [],
        "changes": _changes(sibling) if sibling else [],
        "nearest": sibling.nearest if sibling else None,
    }


def _flags(sibling: Sibling) -> list[str]:
    return sorted({change.flag.value for change in sibling.changes})


def _changes(sibling: Sibling) -> list[Record]:
    return [
        {"flag": one.flag.value, "before": one.before, "after": one.after}
        for one in sibling.changes
    ]


def person_record(person: Person) -> Record:
    """Return what is known of a person over all articles: names and offices with their days."""
    return {
        "id": person.id,
        "name": person.name,
        "articles": person.articles,
        "names": dict(person.names.most_common()),
        "offices": [
            {
                "office": office,
                "articles": tenure.articles,
                "first": tenure.first.isoformat() if tenure.first else None,
                "last": tenure.last.isoformat() if tenure.last else None,
            }
            for office, tenure in sorted(person.offices.items(), key=lambda row: -row[1].articles)
        ],
        "first": person.first.isoformat() if person.first else None,
        "last": person.last.isoformat() if person.last else None,
        "outlets": dict(person.outlets.most_common()),
    }
