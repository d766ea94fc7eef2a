"""Persons and bodies in authority files: dumps of Wikidata, and lists as CSV.

Streaming: a dump is read line by line, and twice, since it names offices by the ids of entities
that may come later.
"""

from __future__ import annotations

import bz2
import csv
import datetime as dt
import gzip
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, cast

from gofteh.persons.records import Form
from gofteh.persons.register import KnownPerson, OfficeTerm

_HUMAN = "Q5"
# What a body is an instance of: organisation, agency, ministry, party, company, club, university …
_BODIES = frozenset(
    """
    Q43229 Q327333 Q192350 Q7278 Q484652 Q4830453 Q783794 Q6881511 Q891723 Q476028 Q847017 Q3918
    Q875538 Q11032 Q192283 Q1110794 Q31855 Q79913 Q163740 Q2659904 Q176799 Q245065 Q7210356
    Q35749 Q37002670 Q1752346 Q20857065 Q22687 Q848197 Q17149090 Q4358176 Q15911314 Q1802419
    """.split()
)
_INSTANCE_OF, _HELD, _SINCE, _UNTIL = "P31", "P39", "P580", "P582"
_LANGUAGE = "fa"
_DAY = re.compile(r"\+(\d{4})-(\d\d)-(\d\d)")
_LONGEST_LINE = 20_000_000
_COLUMNS = ("id", "name", "kind", "aliases", "office", "first", "last")


@dataclass(frozen=True, slots=True)
class AuthorityEntry:
    """A person or body of an authority; ``id`` is ``authority:number``."""

    id: str
    known: KnownPerson


def read_authority(path: str) -> Iterator[AuthorityEntry]:
    """Yield the entries of a file: ``.csv`` a list, ``.json[.gz|.bz2]`` a dump of Wikidata.

    Of a dump only persons and bodies with a Persian label are taken. A list has the columns
    ``id, name`` and, if one likes, ``kind`` (person or body), ``aliases`` (parted by ``|``),
    ``office, first, last`` (days like 2013-08-15); a line for each office. Raises ``ValueError``
    naming file and line where it is none, ``OSError`` where it cannot be opened.
    """
    if path.lower().endswith(".csv"):
        return _list(path)
    return _dump(path)


def _list(path: str) -> Iterator[AuthorityEntry]:
    name = Path(path).stem
    with Path(path).open(encoding="utf-8-sig", newline="") as stream:
        rows = csv.DictReader(stream)
        missing = {"id", "name"} - set(rows.fieldnames or ())
        if missing:
            raise ValueError(
                f"{path}: a list of an authority has the columns {', '.join(_COLUMNS)}; "
                f"this one lacks {', '.join(sorted(missing))}."
            )
        for number, row in enumerate(rows, 2):
            try:
                entry = _listed(row, name)
            except ValueError as error:
                raise ValueError(f"{path}:{number}: {error}") from error
            if entry:
                yield entry


def _listed(row: Mapping[str, str | None], source: str) -> AuthorityEntry | None:
    told = {name: (row.get(name) or "").strip() for name in _COLUMNS}
    if not told["id"] or not told["name"]:
        return None
    aliases = tuple(alias.strip() for alias in told["aliases"].split("|") if alias.strip())
    days = {n: dt.date.fromisoformat(told[n]) for n in ("first", "last") if told[n]}
    held = OfficeTerm(told["office"], days.get("first"), days.get("last"), source)
    offices = (held,) if told["office"] else ()
    id_ = told["id"] if ":" in told["id"] else f"{source}:{told['id']}"
    form = Form.BODY if told["kind"] == "body" else Form.FULL
    return AuthorityEntry(id_, KnownPerson(told["name"], aliases, offices, form))


def _dump(path: str) -> Iterator[AuthorityEntry]:
    labels = _office_labels(path)
    for entity in _entities(path):
        if entry := _entry(entity, labels):
            yield entry


def _office_labels(path: str) -> dict[str, str]:
    """Return the Persian labels of the offices that persons of a dump hold, by number.

    Offices may stand in front of their holders, so all that is neither a person nor a body and
    has a label is kept; in a whole dump that is some hundred thousand short texts.
    """
    labels: dict[str, str] = {}
    for entity in _entities(path):
        kinds = _kinds(entity)
        if _HUMAN not in kinds and kinds.isdisjoint(_BODIES):
            label = _label(entity)
            if label:
                labels[str(entity.get("id"))] = label
    return labels


def _entities(path: str) -> Iterator[Mapping[str, Any]]:
    """Yield the objects of a dump that have a Persian label: a line each, in one list or not.

    A line may also hold a whole list, or what ``Special:EntityData`` answers.
    """
    with _opened(path) as lines:
        for number, line in enumerate(lines, 1):
            text = line.strip().rstrip(b",")
            if b'"fa"' not in text or len(text) > _LONGEST_LINE:
                continue
            try:
                entity = json.loads(text)
            except ValueError as error:
                raise ValueError(f"{path}:{number}: no line of a dump ({error})") from error
            yield from _each(entity)


def _each(told: object) -> Iterator[Mapping[str, Any]]:
    if isinstance(told, dict) and isinstance(told.get("entities"), dict):
        told = list(told["entities"].values())
    for one in told if isinstance(told, list) else [told]:
        if isinstance(one, dict):
            yield one


def _opened(path: str) -> IO[bytes]:
    if path.endswith(".gz"):
        return cast(IO[bytes], gzip.open(path, "rb"))
    return cast(IO[bytes], bz2.open(path, "rb")) if path.endswith(".bz2") else Path(path).open("rb")


def _entry(entity: Mapping[str, Any], labels: Mapping[str, str]) -> AuthorityEntry | None:
    kinds, label = _kinds(entity), _label(entity)
    human = _HUMAN in kinds
    if not label or not (human or kinds & _BODIES):
        return None
    aliases = _map(entity, "aliases").get(_LANGUAGE, ())
    names = tuple(one["value"] for one in aliases if isinstance(one.get("value"), str))
    offices = tuple(_offices(entity, labels)) if human else ()
    form = Form.FULL if human else Form.BODY
    return AuthorityEntry(f"wikidata:{entity.get('id')}", KnownPerson(label, names, offices, form))


def _label(entity: Mapping[str, Any]) -> str | None:
    value = _map(_map(entity, "labels"), _LANGUAGE).get("value")
    return value if isinstance(value, str) else None


def _map(told: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    """The JSON object under a name; a dump writes an empty one as an empty list."""
    found = told.get(name)
    return found if isinstance(found, dict) else {}


def _kinds(entity: Mapping[str, Any]) -> frozenset[str]:
    return frozenset(filter(None, map(_value, _claims(entity, _INSTANCE_OF))))


def _offices(entity: Mapping[str, Any], labels: Mapping[str, str]) -> Iterator[OfficeTerm]:
    for claim in _claims(entity, _HELD):
        label = labels.get(_value(claim) or "")
        since = _qualified(claim, _SINCE)
        if label and since:
            yield OfficeTerm(
                label, since[0], (_qualified(claim, _UNTIL) or (None, None))[1], "Wikidata"
            )


def _claims(entity: Mapping[str, Any], name: str) -> Sequence[Mapping[str, Any]]:
    found = _map(entity, "claims").get(name, ())
    return [one for one in found if isinstance(one, dict) and one.get("rank") != "deprecated"]


def _value(claim: Mapping[str, Any]) -> str | None:
    value = _data(claim.get("mainsnak"))
    number = value.get("numeric-id")
    found = value.get("id") or (f"Q{number}" if number else None)  # old dumps have the number alone
    return found if isinstance(found, str) else None


def _qualified(claim: Mapping[str, Any], name: str) -> tuple[dt.date, dt.date] | None:
    """Return the first and the last day that a time can mean: it may be a month or a year."""
    for snak in _map(claim, "qualifiers").get(name, ()):
        found = _DAY.match(str(_data(snak).get("time")))
        if found and (days := _days(*map(int, found.groups()))):
            return days
    return None


def _data(snak: object) -> Mapping[str, Any]:
    """The value of a snak; nothing where it says that there is none, or that it is not known."""
    return _map(_map(snak, "datavalue"), "value") if isinstance(snak, dict) else {}


def _days(year: int, month: int, day: int) -> tuple[dt.date, dt.date] | None:
    try:
        first = dt.date(year, month or 1, day or 1)
        after = dt.date(year + (month in (0, 12)), month % 12 + 1, 1)
    except ValueError:
        return None
    return first, first if day else after - dt.timedelta(days=1)


def merged_by_id(entries: Iterable[AuthorityEntry]) -> Iterator[AuthorityEntry]:
    """Yield entries, neighbours of one id as one: a list has a line for each office."""
    last: AuthorityEntry | None = None
    for entry in entries:
        if last is not None and entry.id == last.id:
            offices = (*last.known.offices, *entry.known.offices)
            names = (*last.known.names, *entry.known.names)
            last = AuthorityEntry(
                last.id, KnownPerson(last.known.name, names, offices, last.known.form)
            )
        else:
            if last is not None:
                yield last
            last = entry
    if last is not None:
        yield last
