"""What flows through the linking of persons: scenes of namings in, decisions out.

Days are `datetime.date`; a period is closed on both sides. Words are folded (`gofteh.text.fold`).
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Period:
    """When an article appeared: between ``first`` and ``last``, which are one day if it is known.

    An ``estimated`` period is inferred from the text. It serves to tell who held an office then,
    and is never shown as a date; ``reasons`` says in words what it rests on.
    """

    first: dt.date
    last: dt.date
    estimated: bool = False
    reasons: tuple[str, ...] = ()

    def meets(self, other: Period) -> bool:
        """Return whether the two have a day in common."""
        return self.first <= other.last and other.first <= self.last


class Form(StrEnum):
    """By what a naming names somebody: the less it is, the more the circumstances must tell."""

    FULL = "full"
    SURNAME = "surname"
    OFFICE = "office"
    BODY = "body"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Naming:
    """One speaker of one article, by all that the article calls it.

    ``speaker`` is its number in the article, ``kind`` a value of `gofteh.records.SpeakerKind`,
    ``words`` the keywords of what it says and of its role and the headline.
    """

    speaker: int
    name: str | None
    kind: str
    role: str | None = None
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scene:
    """One article as the linking sees it: the namings of its speakers, and where and when it was.

    ``article`` is its id.
    """

    article: str
    namings: tuple[Naming, ...]
    outlet: str | None = None
    period: Period | None = None


@dataclass(slots=True)
class Tenure:
    """Somebody in an office: how many articles say so, and the days of the first and the last.

    ``known`` marks a tenure from a table of office holders or an authority, which ``source`` names:
    its days are those of the tenure itself, and rule other times out. ``open`` marks a known one
    without an end: its last day is that on which the table was last compared. ``label`` is the
    office in its shortest writing.
    """

    articles: int = 0
    first: dt.date | None = None
    last: dt.date | None = None
    known: bool = False
    label: str = ""
    source: str | None = None
    open: bool = False


@dataclass(slots=True)
class Person:
    """What the articles so far say of one person, body or document.

    The only state of the linking. `gofteh.persons.register.absorb` adds an article to it; its size
    is bounded however many there are. ``names`` are folded names with their counts, ``written``
    full names as articles write them, of which ``name`` is the commonest. ``words`` are keywords
    of what it says, and ``@name`` for each other speaker of an article.
    """

    id: str
    name: str
    form: Form
    articles: int = 0
    names: Counter[str] = field(default_factory=Counter)
    written: Counter[str] = field(default_factory=Counter)
    offices: dict[str, Tenure] = field(default_factory=dict)
    words: Counter[str] = field(default_factory=Counter)
    outlets: Counter[str] = field(default_factory=Counter)
    first: dt.date | None = None
    last: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """Which person a naming stands for, how sure that is (0 to 1), and why, in words.

    ``person`` is an id; ``None`` for groups and speakers without a name. ``others`` are ids of
    persons who may be the same and were not joined: what an editor may want to look at.
    """

    speaker: int
    person: str | None
    confidence: float
    reason: str
    others: tuple[str, ...] = ()
