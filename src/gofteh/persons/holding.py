"""Whom an office alone means: who is said to hold it, how often, in which outlets, at that time."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

from gofteh.persons.decided import joined, own_id
from gofteh.persons.evidence import by_circumstances
from gofteh.persons.offices import Office, parse_office
from gofteh.persons.records import Decision, Form, Naming, Period, Person, Scene, Tenure
from gofteh.persons.register import Register, absorb

# An office is joined where one holder has this share of what speaks for all.
_SURE_OFFICE, _UNNAMED_SHARE = 0.6, 0.15
_SLACK_DAYS = 120
# The share of an outlet in what articles there are of a holder, before any is seen.
_USUAL_SHARE = 0.3
_SEVERAL = 3
_KNOWN = 5.0  # what the table of holders says is worth so many articles
_STILL = 0.1  # that one is still in office after the day on which the table was last compared


def by_only_coach(
    naming: Naming, scene: Scene, register: Register, known: Mapping[int, str]
) -> Decision | None:
    """``سرمربی برزیلی`` is the one coach whom the article names, if there is only one."""
    office = parse_office(naming.name)
    if office is None or not office.is_of_origin:
        return None
    coaches = {
        known[one.speaker]
        for one in scene.namings
        if one.speaker in known and (held := parse_office(one.role)) and held.head == office.head
    }
    person = register.get(next(iter(coaches))) if len(coaches) == 1 else None
    if person is None or person.form is Form.OFFICE:
        return None
    why = ("the only coach whom the article names",)
    return joined(person, None, replace(naming, role=None), scene, register, 0.8, why)


def by_office(naming: Naming, scene: Scene, register: Register) -> Decision:
    """Return whom an office means: its holder at that time, else whoever holds it, not known."""
    office = parse_office(naming.name)
    if office is None or not office.is_held_alone:
        reasons = ("an office that several hold",)
        return Decision(naming.speaker, own_id(scene, naming), 0.5, reasons[0])
    holders = _credible(register.at(f"o:{office.key}"), office, scene.period)
    weighed = [(p, w) for p in holders if (w := _held(p, office, naming, scene)) > 0]
    total = sum(weight for _, weight in weighed) + _UNNAMED_SHARE
    if weighed:
        person, weight = max(weighed, key=lambda row: (row[1], row[0].id))
        if weight / total >= _SURE_OFFICE:
            reasons = (f"holds the office ({naming.name}) {_when(scene.period)}",)
            return joined(person, None, naming, scene, register, weight / total, reasons)
    return _seat(office, naming, scene, register, tuple(p.id for p, _ in weighed))


def _credible(persons: Sequence[Person], office: Office, period: Period | None) -> list[Person]:
    """The holders, without those to whom few articles give it: roles are misread at times.

    Where the table knows a holder at that time, only those that several articles name count too.
    """
    said = {p.id: p.offices[office.key] for p in persons if p.form is Form.FULL}
    binding = any(_binds(tenure, period) for tenure in said.values())
    most = max((tenure.articles for tenure in said.values()), default=0)
    least = max(_SEVERAL if binding else 1, 0.1 * most)
    return [
        p for p in persons if p.id in said and (said[p.id].known or said[p.id].articles >= least)
    ]


def _binds(tenure: Tenure, period: Period | None) -> bool:
    if not tenure.known or tenure.first is None or tenure.last is None:
        return False
    return period is None or period.meets(Period(tenure.first, tenure.last))


def _when(period: Period | None) -> str:
    if period is None:
        return "in most articles (this one has no date)"
    if period.estimated:
        return f"about then ({'; '.join(period.reasons)})"
    return f"on {period.first.isoformat()}"


def _held(person: Person, office: Office, naming: Naming, scene: Scene) -> float:
    """How much a holder draws an office: the articles that give it, in its time."""
    tenure = person.offices.get(office.key)
    if tenure is None:
        return 0.0
    weight = tenure.articles + (_KNOWN if tenure.known else 0.0)
    weight *= _in_time(tenure, scene.period)
    if not weight:
        return 0.0
    score, _ = by_circumstances(
        Naming(naming.speaker, None, naming.kind, words=naming.words), scene, person
    )
    if scene.outlet:
        told = person.outlets[scene.outlet] + 2 * _USUAL_SHARE
        weight *= told / (person.outlets.total() + 2)
    return weight * math.exp(min(1.0, score))


def _in_time(tenure: Tenure, period: Period | None) -> float:
    """What a tenure counts for at a time: nothing where a day lies well outside of it."""
    if period is None or tenure.first is None or tenure.last is None:
        return 1.0
    apart = max((period.first - tenure.last).days, (tenure.first - period.last).days, 0)
    if apart == 0:
        return 20.0 if tenure.known and not period.estimated else 3.0
    if tenure.open and period.first > tenure.last:
        return _STILL if apart > _SLACK_DAYS else 1.0
    if apart > (31 if tenure.known else 2 * 365) and not period.estimated:
        return 0.0
    return 0.2 if apart > _SLACK_DAYS else 1.0


def _seat(
    office: Office, naming: Naming, scene: Scene, register: Register, others: tuple[str, ...]
) -> Decision:
    """An office whose holder is not known: whoever it is, the same one at the same time."""
    seats = [p for p in register.at(f"o:{office.key}") if p.form is Form.OFFICE]
    near = seats if len(others) < 2 else []  # one of several: nothing tells which
    for person in near:
        if _same_time(scene.period, person):
            why = (f"the same office ({naming.name}), its holder not known",)
            return joined(person, None, naming, scene, register, 0.6, why)
    id_ = own_id(scene, naming)
    person = Person(id_, naming.name or office.key, Form.OFFICE)
    keys = absorb(person, None, naming, scene) | {f"o:{office.key}"}
    register.put(person, keys)
    return Decision(naming.speaker, id_, 0.5, "an office whose holder is not known", others)


def _same_time(period: Period | None, person: Person) -> bool:
    if period is None or person.first is None or person.last is None:
        return person.first is None and (period is None or period.estimated)
    apart = max((period.first - person.last).days, (person.first - period.last).days, 0)
    return apart <= 2 * _SLACK_DAYS
