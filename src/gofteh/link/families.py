"""The families of statements over many records at once."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from gofteh.families.differences import differences
from gofteh.families.group import Index, Placement, place
from gofteh.families.joined import Families
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
        placed = place(telling, index)
        if placed.links:
            places[telling.id] = placed
    return families_of(kept, places)


def families_of(tellings: Iterable[Telling], places: Mapping[str, Placement]) -> dict[str, Sibling]:
    """Return the family of every statement that is not alone, by the links of each.

    ``tellings`` stand in the order in which they were placed; ``places`` are by the ids of those
    that are linked to earlier ones.
    """
    kept = {telling.id: telling for telling in tellings}
    families = Families()
    joined: dict[str, list[str]] = {}
    for id_, telling in kept.items():
        links = places[id_].links if id_ in places else ()
        joined[id_] = families.join(telling, (kept[other] for other in links))
    members: dict[str, list[Telling]] = defaultdict(list)
    for telling in kept.values():
        members[families.of(telling.id)].append(telling)
    found: dict[str, Sibling] = {}
    for family, several in members.items():
        if len(several) > 1:
            found |= _siblings(family, several, places, joined)
    return found


def _siblings(
    family: str,
    several: list[Telling],
    places: Mapping[str, Placement],
    joined: Mapping[str, Sequence[str]],
) -> dict[str, Sibling]:
    first = earliest(several)
    name = hashlib.sha256(f"family\0{family}".encode()).hexdigest()[:_ID_DIGITS]
    return {
        one.id: Sibling(
            family=name,
            earliest=first.id,
            relation=_relation(places.get(one.id), joined[one.id]),
            nearest=next(iter(joined[one.id]), None),
            changes=() if one is first else differences(first, one),
        )
        for one in several
    }


def _relation(place: Placement | None, joined: Sequence[str]) -> str | None:
    """The relation to the nearest that a telling was joined with, known of the closest of all."""
    return place.relation.value if place and place.links[:1] == tuple(joined[:1]) else None


def earliest(tellings: Iterable[Telling]) -> Telling:
    """Return the telling published first; those without a date come last, in the order given."""
    return min(tellings, key=lambda one: one.minute or float("inf"))
