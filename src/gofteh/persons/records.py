"""What flows through the linking of persons: namings in, decisions out.

Days are `datetime.date`; a period is closed on both sides. Words are folded (`gofteh.text.fold`).
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Period:
    """When an article appeared: from ``first`` to ``last``, one day where its date is known.

    ``estimated`` periods are told by the text alone. They serve to tell who held an office and
    are never shown as a date; ``reasons`` says in words what they rest on.
    """

    first: dt.date
    last: dt.date
    estimated: bool = False
    reasons: tuple[str, ...] = ()

    def meets(self, other: Period) -> bool:
        """Return whether the two have a day in common."""
        return self.first <= other.last and other.first <= self.last


class Form(StrEnum):
    """What a naming gives of a person: the more, the less the rest has to tell."""

    FULL = "full"
    SURNAME = "surname"
    OFFICE = "office"
    BODY = "body"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Naming:
    """One speaker of one article, as the article calls it."""

    speaker: int
    name: str | None
    kind: str
    role: str | None = None
    organisation: str | None = None
    mentions: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scene:
    """One article with all its namings: ``words`` are those of its headline and statements."""

    article: str
    namings: tuple[Naming, ...]
    outlet: str | None = None
    period: Period | None = None
    words: tuple[str, ...] = ()


@dataclass(slots=True)
class Tenure:
    """How often articles give somebody an office, and the days of the first and the last.

    ``known`` marks a tenure that a table of office holders gives: its days are then the office's
    own, and bind; ``source`` names the table or authority. ``open`` marks a known one whose end
    nobody told: its last day is that on which the table was compared. ``label`` is the office
    in its shortest writing.
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

    The only state of the linking; it grows by `gofteh.persons.register.absorb`, and its size is
    bounded however many articles name the person. ``names`` are folded, ``written`` whole names as
    articles have them, of which ``name`` is the commonest.
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
    """Who a naming stands for, how sure that is (0 to 1), and why, in words.

    ``person`` is ``None`` for groups and for whom nothing names. ``others`` are persons who may
    be the same, and were not joined: what a human may want to look at.
    """

    speaker: int
    person: str | None
    confidence: float
    reason: str
    others: tuple[str, ...] = ()
