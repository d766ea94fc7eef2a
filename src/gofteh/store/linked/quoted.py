"""Lists of the most quoted by person: one line for whom articles call by several names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from gofteh.store.database import Database
from gofteh.store.linked.people import heads
from gofteh.store.linked.records import PersonHead
from gofteh.store.records import SpeakerHead

# Whom a name stands for is asked of so many of the newest articles that have it.
_NEWEST = 25
_MEANT = (
    "SELECT n.person, count(*) FROM (SELECT v.article, v.number FROM voice v WHERE v.speaker_name "
    "IN (SELECT key FROM speaker_name WHERE speaker = ?) ORDER BY v.article DESC LIMIT ?) newest "
    "JOIN naming n ON n.article = newest.article AND n.number = newest.number "
    "WHERE n.person IS NOT NULL GROUP BY n.person ORDER BY 2 DESC, 1 LIMIT 1"
)


@dataclass(slots=True)
class Meant:
    """The persons whom names mostly stand for; asks the database once for each name."""

    db: Database
    _known: dict[int, PersonHead | None] = field(default_factory=dict)

    def of(self, speakers: Sequence[int]) -> list[PersonHead | None]:
        """Return whom each name (a speaker's row key) mostly stands for in the newest articles."""
        asked = [one for one in dict.fromkeys(speakers) if one not in self._known]
        rows = {one: self.db.rows(_MEANT, (one, _NEWEST)) for one in asked}
        found = heads(self.db, sorted({person for of in rows.values() for person, _ in of}))
        self._known |= {one: found[of[0][0]] if of else None for one, of in rows.items()}
        return [self._known[one] for one in speakers]


def with_persons(meant: Meant, rows: Sequence[tuple[int, SpeakerHead]]) -> list[SpeakerHead]:
    """Return names (with their row keys) as they are, each with whom it mostly stands for."""
    persons = meant.of([row for row, _ in rows])
    found = zip((head for _, head in rows), persons, strict=True)
    return [replace(head, person=one.id) if one else head for head, one in found]


def by_person(meant: Meant, rows: Sequence[tuple[int, SpeakerHead]]) -> list[SpeakerHead]:
    """Return one head for all names of a person, the most quoted first.

    It has the person's name, the id of the most quoted of the names, and all their statements.
    """
    found: dict[str, SpeakerHead] = {}
    persons = meant.of([row for row, _ in rows])
    for (_, head), person in zip(rows, persons, strict=True):
        key = person.id if person else head.id
        if before := found.get(key):
            found[key] = replace(before, statements=before.statements + head.statements)
        else:
            found[key] = replace(head, name=person.name, person=key) if person else head
    return sorted(found.values(), key=lambda head: -head.statements)
