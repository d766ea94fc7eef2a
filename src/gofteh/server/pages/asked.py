"""What a reader asks the search page for, as its address says it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from typing import Any
from urllib.parse import urlencode

from starlette.datastructures import QueryParams

from gofteh.errors import GoftehError
from gofteh.read.dates import TEHRAN
from gofteh.server.pages.spoken_dates import days_said
from gofteh.store import Order, Query

# The parameter of each part of a question.
_SINGLE = ("q", "speaker", "who", "confidence", "since", "until", "undated", "order", "scope")
_REPEATED = {"outlet": "outlets", "kind": "kinds", "manner": "manners", "act": "acts"}
ARTICLES = "articles"
# Values of one filter; nobody chooses more.
_MOST = 50
_LONGEST = 2000


class AskedError(GoftehError, ValueError):
    """A part of a question that cannot be understood: ``field`` names its parameter."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


@dataclass(frozen=True, slots=True)
class Filter:
    """One filter in force: its parameter, its value, and the address without it."""

    field: str
    value: str
    without: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, part by part as it was typed. ``speaker`` is an id, ``who`` are words."""

    q: str = ""
    speaker: str = ""
    who: str = ""
    outlets: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    manners: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    confidence: str = ""
    since: str = ""
    until: str = ""
    undated: str = ""
    order: str = ""
    scope: str = ""

    @classmethod
    def of(cls, params: QueryParams) -> Asked:
        """Return the question of an address; empty parts are none."""
        single = {name: _clean(params.get(name, "")) for name in _SINGLE}
        repeated = {
            field: tuple(dict.fromkeys(filter(None, map(_clean, params.getlist(name)))))[:_MOST]
            for name, field in _REPEATED.items()
        }
        return cls(**single, **repeated)  # type: ignore[arg-type]  # each name has its own type

    @property
    def of_articles(self) -> bool:
        """Whether whole articles are asked for."""
        return self.scope == ARTICLES

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked for but the newest."""
        return not any(getattr(self, one.name) for one in fields(self) if one.name != "scope")

    def query(self, today: dt.date | None = None) -> Query:
        """Return the store's query. Raises `AskedError` for a date or number that is none.

        ``today`` is the day that ``yesterday`` is told from; in Tehran, where none is given.
        """
        day = today or dt.datetime.now(TEHRAN).date()
        return Query(
            words=self.q,
            speaker=self.speaker or None,
            speaker_name=self.who,
            outlets=self.outlets,
            kinds=self.kinds,
            manners=self.manners,
            acts=self.acts,
            min_confidence=self._confidence(),
            since=_days("since", self.since, day)[0] if self.since else None,
            undated=bool(self.undated),
            until=_days("until", self.until, day)[1] if self.until else None,
            order=Order(self.order) if self.order in set(Order) else Order.NEWEST,
        )

    @property
    def leaves_undated_out(self) -> bool:
        """Whether a range of days leaves out what has no date."""
        return bool(self.since or self.until) and not self.undated

    def of_undated(self) -> Asked:
        """Return the same question to what has no date."""
        return replace(self, since="", until="", undated="1")

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The parameters of the question."""
        return tuple(self._pairs())

    def _confidence(self) -> float:
        try:
            share = float(self.confidence or 0)
        except ValueError as error:
            raise AskedError("confidence") from error
        if not 0 <= share <= 1:
            raise AskedError("confidence")
        return share

    def address(self, path: str = "/", **more: str) -> str:
        """Return the address that asks this; ``more`` are parameters beside the question."""
        pairs = [*self._pairs(), *more.items()]
        return f"{path}?{urlencode(pairs)}" if pairs else path

    def toggled(self, field: str, value: str) -> Asked:
        """Return the question with a value put in, or taken out if it is there."""
        name = _REPEATED.get(field)
        if name is None:
            return self._with(field, "" if getattr(self, field) == value else value)
        values: tuple[str, ...] = getattr(self, name)
        kept = tuple(v for v in values if v != value)
        return self._with(name, kept if value in values else (*values, value))

    def _with(self, name: str, value: str | tuple[str, ...]) -> Asked:
        changes: dict[str, Any] = {name: value}
        return replace(self, **changes)

    def of_year(self, year: str) -> Asked:
        """Return the question with a year as its days, or without days if it is that already."""
        days = "" if self.since == self.until == year else year
        return replace(self, since=days, until=days, undated="")

    def has(self, field: str, value: str) -> bool:
        """Return whether a filter is in force."""
        found: str | tuple[str, ...] = getattr(self, _REPEATED.get(field, field))
        return value == found if isinstance(found, str) else value in found

    def filters(self) -> tuple[Filter, ...]:
        """Return the filters in force, words and order apart."""
        passed = {"q", "order", "scope"}
        found = []
        if self.since and self.since == self.until:  # a year or a month is one filter, not two
            passed |= {"since", "until"}
            without = replace(self, since="", until="")
            found.append(Filter("days", self.since, without.address()))
        found += [
            Filter(name, value, self.toggled(name, value).address())
            for name, value in self._pairs()
            if name not in passed
        ]
        return tuple(found)

    def _pairs(self) -> Iterator[tuple[str, str]]:
        for name in _SINGLE:
            if value := getattr(self, name):
                yield name, value
        for name, field in _REPEATED.items():
            for value in getattr(self, field):
                yield name, value


def asked_of(query: Query) -> Asked:
    """Return the question that a query answers."""
    return Asked(
        q=query.words,
        speaker=query.speaker or "",
        who=query.speaker_name,
        outlets=query.outlets,
        kinds=query.kinds,
        manners=query.manners,
        acts=query.acts,
        confidence=f"{query.min_confidence:g}" if query.min_confidence else "",
        since=query.since.isoformat() if query.since else "",
        until=query.until.isoformat() if query.until else "",
        order=query.order.value if query.order is not Order.NEWEST else "",
    )


def _clean(text: str) -> str:
    """Return a value without NUL, which PostgreSQL refuses, and of bounded length."""
    return text.replace("\0", "").strip()[:_LONGEST]


def _days(field: str, text: str, today: dt.date) -> tuple[dt.date, dt.date]:
    try:
        return days_said(text, today)
    except ValueError as error:
        raise AskedError(field) from error
