"""One statement as several outlets tell it: what the family page shows. Pure; knows no request."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from gofteh.read.dates import TEHRAN
from gofteh.records import Flag
from gofteh.store import Correction, Store, StoredStatement
from gofteh.store.linked.records import Family, Member, Piece
from gofteh.store.linked.runs import Part, Run, runs_of
from gofteh.store.linked.stories import side_by_side


@dataclass(frozen=True, slots=True)
class Wording:
    """A telling: the runs of its words, and from where it has them where that is told.

    ``is_longer``: it has more words than the earliest.
    """

    member: Member
    runs: tuple[Run, ...]
    clock: str | None
    is_first: bool
    is_longer: bool
    nearest_outlet: str | None

    @property
    def stored(self) -> StoredStatement:
        """The statement told."""
        return self.member.stored

    @property
    def is_unchanged(self) -> bool:
        """Whether it has the words of the earliest, letters and signs apart."""
        return all(run.part is Part.SAME for run in self.runs)

    @property
    def relation(self) -> str:
        """How it stands to the earliest: first, same, part, longer or edited."""
        if self.is_first:
            return "first"
        if self.is_unchanged:
            return "same"
        if self.member.relation != "part":
            return "edited"
        return "longer" if self.is_longer else "part"


@dataclass(frozen=True, slots=True)
class Carrier:
    """Another article that tells a statement: its first telling, and how many it has."""

    stored: StoredStatement
    tellings: int
    credit: str | None
    flags: tuple[Flag, ...]


@dataclass(frozen=True, slots=True)
class Others:
    """What a statement's page tells of its family: other articles, and former occasions."""

    family: str | None
    first: StoredStatement | None
    carriers: tuple[Carrier, ...]
    repeats: tuple[StoredStatement, ...]


def others_of(store: Store, stored: StoredStatement) -> Others:
    """Return the other articles that tell a statement, the earliest first."""
    id_, own = stored.statement.id, stored.article.id
    found = store.links.siblings(id_)
    repeats = store.links.repeats(id_)
    if found is None:
        return Others(None, None, (), repeats)
    articles: dict[str, list[Member]] = {}
    for member in found.members:
        articles.setdefault(member.stored.article.id, []).append(member)
    carriers = tuple(_carrier(told) for article, told in articles.items() if article != own)
    first = found.members[0].stored if carriers else None
    return Others(found.id, first, carriers, apart_from(found, repeats))


def _carrier(tellings: Sequence[Member]) -> Carrier:
    flags = dict.fromkeys(change.flag for one in tellings for change in one.changes)
    first = tellings[0]
    return Carrier(first.stored, len(tellings), first.credit, tuple(flags))


def apart_from(family: Family, repeats: Sequence[StoredStatement]) -> tuple[StoredStatement, ...]:
    """Return the repeats that no later telling joined to the family itself."""
    there = {member.stored.statement.id for member in family.members}
    return tuple(one for one in repeats if one.statement.id not in there)


def wordings(family: Family) -> tuple[Wording, ...]:
    """Return the tellings of a family, each beside the words of the earliest."""
    by_id = {member.stored.statement.id: member.stored for member in family.members}
    first = family.members[0].stored if family.members else None
    return tuple(
        Wording(
            member=member,
            runs=tuple(runs_of(first, member)),
            clock=clock_of(member.stored),
            is_first=member.stored is first,
            is_longer=_number_of_words(member.stored) > _number_of_words(first),
            nearest_outlet=_outlet(by_id.get(member.nearest or "")),
        )
        for member in family.members
    )


def _number_of_words(stored: StoredStatement | None) -> int:
    return len(stored.said.split()) if stored else 0


def _outlet(stored: StoredStatement | None) -> str | None:
    return stored.article.outlet if stored else None


def clock_of(stored: StoredStatement) -> str | None:
    """Return the time of day in Tehran at which an article appeared, ``None`` if not told.

    Midnight to the minute is what a date without a time becomes, so it tells none.
    """
    try:
        moment = dt.datetime.fromisoformat(stored.article.published or "")
    except ValueError:
        return None
    if moment.tzinfo is not None:
        moment = moment.astimezone(TEHRAN)
    return f"{moment:%H:%M}" if (moment.hour, moment.minute) != (0, 0) else None


def word_diff(correction: Correction) -> Sequence[Piece]:
    """Return the words of a corrected boundary beside those that stood there."""
    after = " … ".join(span.text for span in correction.content)
    return side_by_side(correction.statement.content_text, after)


def compared(one: str, other: str) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """Return two texts of one another's runs: words that only one has are ``CHANGED``."""
    pieces = side_by_side(one, other)
    return _side([(p.before, p.equal) for p in pieces]), _side([(p.after, p.equal) for p in pieces])


def _side(pieces: Sequence[tuple[str, bool]]) -> tuple[Run, ...]:
    return tuple(Run(Part.SAME if equal else Part.CHANGED, text) for text, equal in pieces if text)
