"""``feeds.toml``: what is watched, how often and how gently."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from typing import Any

from gofteh.errors import GoftehError
from gofteh.read import ReadOptions
from gofteh.watch.addresses import canonical

MINUTE, HOUR, DAY = 60.0, 3600.0, 86400.0
_UNITS = {"s": 1.0, "m": MINUTE, "h": HOUR, "d": DAY}
_DURATION = re.compile(r"\s*(\d+(?:\.\d+)?)\s*([smhd])\s*")
_MOST_ASKERS = 64


class PlanError(GoftehError, ValueError):
    """``feeds.toml`` cannot be used; the message says which part of it, and why."""


class Kind(StrEnum):
    """What a source is: found out from what it sends, or a page whose links are read."""

    AUTO = "auto"
    SECTION = "section"


class Text(StrEnum):
    """Where an article's text comes from: its own page, or the feed that lists it."""

    PAGE = "page"
    FEED = "feed"


@dataclass(frozen=True, slots=True)
class Source:
    """One list that is watched. Times in seconds.

    It is asked ``every`` so often, its articles again after each of ``recheck`` since they were
    last read. A sitemap's entries older than ``newest`` are left out; ``most`` bounds the
    articles that one look takes on. ``links`` tells a section page's articles by their addresses.
    """

    url: str
    outlet: str | None = None
    kind: Kind = Kind.AUTO
    text: Text = Text.PAGE
    every: float = 15 * MINUTE
    recheck: tuple[float, ...] = (HOUR, 6 * HOUR, DAY)
    newest: float = 3 * DAY
    most: int = 500
    links: re.Pattern[str] | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """All sources, and what holds for each request.

    Between two requests to one host lies ``pace`` at least, more where its robots.txt wants it.
    """

    sources: tuple[Source, ...]
    pace: float = 5.0
    askers: int = 8
    read: ReadOptions = field(default_factory=ReadOptions)

    def source(self, url: str | None) -> Source | None:
        """Return the source of an address; ``None`` where it is not watched any more."""
        return next((one for one in self.sources if one.url == url), None)


def read_plan(text: str) -> Plan:
    """Return the plan that a ``feeds.toml`` holds. Raises `PlanError`."""
    try:
        whole = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise PlanError(f"no TOML: {error}") from error
    _require_known(whole, ("watch", "source"), "the file")
    watch, given = whole.get("watch", {}), whole.get("source", [])
    if not isinstance(watch, dict) or not isinstance(given, list) or not given:
        raise PlanError("there is nothing to watch. Write a [[source]] with a url for each feed.")
    shared = {name: value for name, value in watch.items() if name in _SHARED}
    own = {name: value for name, value in watch.items() if name not in _SHARED}
    sources = tuple(_source({**shared, **_table(one, n)}, n) for n, one in enumerate(given, 1))
    urls = [one.url for one in sources]
    twice = next((url for url in urls if urls.count(url) > 1), None)
    if twice:
        raise PlanError(f"{twice} is there twice.")
    return _with_limits(sources, own)


def _table(given: Any, number: int) -> Mapping[str, Any]:
    if not isinstance(given, dict):
        raise PlanError(f"source {number} is no table. Write it under [[source]].")
    return given


def _source(given: Mapping[str, Any], number: int) -> Source:
    name = f"source {number} ({given.get('url', 'without a url')})"
    _require_known(given, _READERS, name)
    url = canonical(given["url"]) if isinstance(given.get("url"), str) else None
    if url is None:
        raise PlanError(f"{name} needs a url that begins with http:// or https://.")
    made = Source(url)
    for key, value in given.items():
        if key != "url":
            made = replace(made, **{key: _read(key, value, name)})
    return made


def _with_limits(sources: tuple[Source, ...], given: Mapping[str, Any]) -> Plan:
    _require_known(given, ("pace", "askers", "timeout", "agent", "allow_private"), "[watch]")
    plan = Plan(sources)
    read = plan.read
    if "timeout" in given:
        read = replace(read, timeout=duration(given["timeout"], "timeout"))
    if "agent" in given:
        read = replace(read, user_agent=_word(given["agent"], "agent"))
    if "allow_private" in given:
        read = replace(read, allow_private=given["allow_private"] is True)
    pace = duration(given["pace"], "pace") if "pace" in given else plan.pace
    askers = _number(given.get("askers", plan.askers), "askers")
    return replace(plan, read=read, pace=pace, askers=min(askers, _MOST_ASKERS))


def _require_known(given: Mapping[str, Any], known: Any, where: str) -> None:
    for name in given:
        if name not in known:
            raise PlanError(f"{where} has an unknown {name!r}. Known: {', '.join(sorted(known))}.")


def duration(value: Any, name: str) -> float:
    """Return the seconds of ``15m``, ``6h``, ``1d``, ``30s``. Raises `PlanError`."""
    found = _DURATION.fullmatch(value) if isinstance(value, str) else None
    if not found:
        raise PlanError(f"{name} = {value!r} is no duration. Write it like 30s, 15m, 6h or 1d.")
    return float(found[1]) * _UNITS[found[2]]


def _durations(value: Any, name: str) -> tuple[float, ...]:
    if not isinstance(value, list):
        raise PlanError(f"{name} is a list of durations, like ['1h', '1d'].")
    return tuple(duration(one, name) for one in value)


def _word(value: Any, name: str) -> str:
    if not isinstance(value, str) or not value.strip() or len(value.splitlines()) > 1:
        raise PlanError(f"{name} = {value!r} is no text of one line.")
    return value.strip()


def _number(value: Any, name: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise PlanError(f"{name} = {value!r} is no number from 1 on.")
    return value


def _pattern(value: Any, name: str) -> re.Pattern[str]:
    try:
        return re.compile(_word(value, name))
    except re.error as error:
        raise PlanError(f"{name} = {value!r} is no regular expression: {error}") from error


def _kind(value: Any, name: str) -> Kind:
    if value not in set(Kind):
        raise PlanError(f"{name} = {value!r} is none of {', '.join(Kind)}.")
    return Kind(value)


def _text(value: Any, name: str) -> Text:
    if value not in set(Text):
        raise PlanError(f"{name} = {value!r} is none of {', '.join(Text)}.")
    return Text(value)


_READERS: dict[str, Any] = {
    "url": _word,
    "outlet": _word,
    "kind": _kind,
    "text": _text,
    "every": duration,
    "recheck": _durations,
    "newest": duration,
    "most": _number,
    "links": _pattern,
}
_SHARED = frozenset(("text", "every", "recheck", "newest", "most"))
assert set(_READERS) == {one.name for one in fields(Source)}


def _read(key: str, value: Any, where: str) -> Any:
    try:
        return _READERS[key](value, key)
    except PlanError as error:
        raise PlanError(f"{where}: {error}") from error
