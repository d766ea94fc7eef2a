"""From an article's record to its scene: what the linking of persons reads of it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from gofteh.persons.bodies import body_in
from gofteh.persons.names import folded_words, regrouped
from gofteh.persons.periods import day_in_address, estimate
from gofteh.persons.records import Naming, Period, Scene
from gofteh.persons.weights import keywords
from gofteh.read.dates import TEHRAN, parse_date

Record = Mapping[str, Any]
_MOST_WORDS = 25
_MINUTES_A_DAY = 24 * 60
_PERSON, _BODY = "person", "organisation"


def scene_of(record: Record) -> Scene:
    """Return the scene of a record as ``gofteh extract`` writes it; ``KeyError`` for another."""
    said = _said(record)
    title = folded_words(record.get("title") or "")
    namings = tuple(_naming(one, said[one["id"]], title) for one in record["speakers"])
    return Scene(
        article=record["id"],
        namings=namings,
        outlet=record.get("outlet"),
        period=period_of(record, namings),
    )


def _said(record: Record) -> dict[int, list[str]]:
    """The folded words of what each speaker says, by the speaker's number."""
    said: dict[int, list[str]] = defaultdict(list)
    for statement in record["statements"]:
        for span in statement["content"]:
            said[statement["speaker"]["id"]] += folded_words(span["text"])
    return said


def _naming(speaker: Record, said: Sequence[str], title: Sequence[str]) -> Naming:
    name, role = regrouped(speaker["name"], speaker.get("role"))
    words = (*folded_words(role or ""), *said, *title)
    body = body_in(name) if name and speaker["kind"] == _PERSON else None
    return Naming(
        speaker=speaker["id"],
        name=body or name,
        kind=_BODY if body else speaker["kind"],
        role=role,
        words=keywords(words, _MOST_WORDS),
    )


def period_of(record: Record, namings: Sequence[Naming] = ()) -> Period | None:
    """Return when a record's article appeared: its date, that of its address, or an estimate."""
    day = _published(record.get("published")) or day_in_address(record.get("url"))
    if day:
        return Period(day, day)
    return estimate(_texts(record), namings)


def _published(text: str | None) -> dt.date | None:
    iso = parse_date(text) if text else None
    return dt.date.fromisoformat(iso[:10]) if iso else None


def minute_of(published: str | None) -> int:
    """Return the minute of a date, counted from year 1 on Tehran's clock; 0 without a date."""
    iso = parse_date(published) if published else None
    if iso is None:
        return 0
    moment = dt.datetime.fromisoformat(iso)
    if moment.tzinfo is not None:
        moment = moment.astimezone(TEHRAN).replace(tzinfo=None)
    return (moment - dt.datetime.min) // dt.timedelta(minutes=1)


def minute_in(url: str | None) -> int:
    """Return the first minute of the day that an address holds; 0 where it holds none."""
    day = day_in_address(url)
    return (day.toordinal() - 1) * _MINUTES_A_DAY if day else 0


def _texts(record: Record) -> list[str]:
    """The article's words as far as its record has them: its text if it is there, else contents."""
    if isinstance(record.get("text"), str):
        return [record.get("title") or "", record["text"]]
    spans = [span["text"] for one in record["statements"] for span in one["content"]]
    return [record.get("title") or "", *spans]
