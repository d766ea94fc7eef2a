"""The families of statements over many records at once."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from gofteh.families.differences import differences
from gofteh.families.group import Families, Index, Placement, place
from gofteh.families.records import Change, Telling
from gofteh.families.words import stems_of
from gofteh.link.scenes import minute_in, minute_of
from gofteh.persons.names import parse_name

Record = Mapping[str, Any]
_ID_DIGITS = 16


@dataclass(frozen=True, slots=True)
class Sibling:
    """A statement's place in its family: its relation to the nearest, its changes to the earliest.

    ``earliest`` and ``nearest`` are ids of statements.
    """

    family: str
    earliest: str
    relation: str | None
    nearest: str | None
    changes: tuple[Change, ...]


def tellings_of(record: Record, persons: Mapping[int, str | None]) -> list[Telling]:
    """Return the statements of a record as tellings; ``persons`` are its speakers' ids."""
    minute = minute_of(record.get("published")) or minute_in(record.get("url"))
    credit = (record.get("provenance") or {}).get("name")
    found = []
    for statement in record["statements"]:
        text = " … ".join(span["text"] for span in statement["content"])
        speaker = statement["speaker"]
        found.append(
            Telling(
                id=statement["id"],
                text=text,
                words=stems_of(text),
                speaker=persons.get(speaker["id"]) or parse_name(speaker["name"] or "").joined,
                manner=statement["manner"],
                outlet=record.get("outlet"),
                minute=minute,
                credit=credit,
                article=record["id"],
            )
        )
    return found


def group_all(tellings: Iterable[Telling], index: Index) -> dict[str, Sibling]:
    """Return the family of every statement that is not alone, by the statement's id."""
    places: dict[str, Placement] = {}
    kept: list[Telling] = []
    for telling in tellings:
        kept.append(telling)
        places[telling.id] = place(telling, index)
    return families_of(kept, places)


def families_of(tellings: Iterable[Telling], places: Mapping[str, Placement]) -> dict[str, Sibling]:
    """Return the family of every statement that is not alone, by the links of each.

    ``tellings`` stand in the order in which they were placed; ``places`` are by their ids.
    """
    kept = list(tellings)
    families = Families()
    for telling in kept:
        for other in places[telling.id].links:
            families.join(telling.id, other)
    members: dict[str, list[Telling]] = defaultdict(list)
    for telling in kept:
        members[families.of(telling.id)].append(telling)
    found: dict[str, Sibling] = {}
    for family, several in members.items():
        if len(several) > 1:
            found |= _siblings(family, several, places)
    return found


def _siblings(
    family: str, several: list[Telling], places: Mapping[str, Placement]
) -> dict[str, Sibling]:
    first = earliest(several)
    name = hashlib.sha256(f"family\0{family}".encode()).hexdigest()[:_ID_DIGITS]
    return {
        one.id: Sibling(
            family=name,
            earliest=first.id,
            relation=places[one.id].relation.value if places[one.id].links else None,
            nearest=next(iter(places[one.id].links), None),
            changes=() if one is first else differences(first, one),
        )
        for one in several
    }


def earliest(tellings: Iterable[Telling]) -> Telling:
    """Return the telling published first; those without a date come last, in the order given."""
    return min(tellings, key=lambda one: one.minute or float("inf"))
