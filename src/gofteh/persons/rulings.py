"""Rulings: what editors decided on who is who. They win over every decision by evidence.

Rulings are kept in order with who made them and when; one is undone by leaving it out, so nothing
is lost. A merge says that two persons are one, a split that one naming of one article means
somebody else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from gofteh.persons.records import Decision


@dataclass(frozen=True, slots=True)
class Merge:
    """Two persons are one: what stood for ``person`` stands for ``into`` from now on."""

    person: str
    into: str
    author: str | None = None
    created: str | None = None


@dataclass(frozen=True, slots=True)
class Split:
    """A naming of an article that means ``person``, whatever the evidence says."""

    article: str
    speaker: int
    person: str
    author: str | None = None
    created: str | None = None


Ruling = Merge | Split


def parse_ruling(entry: Mapping[str, Any]) -> Ruling:
    """Return the ruling of a JSON object; ``ValueError`` says what it should look like.

    ``{"merge": "id", "into": "id"}`` or ``{"article": "id", "speaker": 0, "person": "id"}``, each
    with ``author`` and ``created`` if one likes.
    """
    by = {name: entry.get(name) for name in ("author", "created")}
    try:
        if "merge" in entry:
            return Merge(str(entry["merge"]), str(entry["into"]), **by)
        return Split(str(entry["article"]), int(entry["speaker"]), str(entry["person"]), **by)
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError(
            'a ruling is {"merge": ID, "into": ID} or {"article": ID, "speaker": NUMBER, '
            f'"person": ID}}; this one lacks or garbles {error}'
        ) from error


class Rulings:
    """Rulings to be applied to decisions; of two on the same thing the later one holds."""

    def __init__(self, rulings: Iterable[Ruling] = ()) -> None:
        self._into: dict[str, str] = {}
        self._splits: dict[tuple[str, int], str] = {}
        for ruling in rulings:
            if isinstance(ruling, Split):
                self._splits[ruling.article, ruling.speaker] = ruling.person
            elif self.standing(ruling.into) != ruling.person:  # a circle would never end
                self._into[ruling.person] = ruling.into

    def standing(self, person: str) -> str:
        """Return the id of the person into whom a person was merged, at last; else its own."""
        while person in self._into:
            person = self._into[person]
        return person

    def over(self, article: str, decision: Decision) -> Decision:
        """Return a decision on a naming of an article as the rulings change it."""
        split = self._splits.get((article, decision.speaker))
        person = split or decision.person
        if person is None:
            return decision
        standing = self.standing(person)
        if standing == decision.person:
            return decision
        return replace(decision, person=standing, confidence=1.0, reason="decided by hand")
