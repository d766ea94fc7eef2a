"""Whom an office alone means: by how many articles, in which outlets and when somebody held it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

from gofteh.persons.decided import as_known, own_id
from gofteh.persons.evidence import by_circumstances
from gofteh.persons.offices import Office, parse_office
from gofteh.persons.records import Decision, Form, Naming, Period, Person, Scene, Tenure
from gofteh.persons.register import Register, absorb

# An office means the holder who has this share of the weights of all; a holder whom nothing names
# yet weighs the second figure.
_SURE_OFFICE, _UNNAMED_SHARE = 0.6, 0.15
# Articles may give an office so many days before and after the days that are known.
_SLACK_DAYS = 120
# The share of an outlet among the articles that name a holder, before any is seen.
_USUAL_SHARE = 0.3
# Where the table of holders says who it is, others need so many articles.
_SEVERAL = 3
# An office of a person is given by this share of the person's articles or more.
_SHARE_OF_ARTICLES = 0.05
# What the table of holders says is worth so many articles.
_KNOWN = 5.0
# The factor for being still in office long after the day on which the table was last compared.
_STILL = 0.1


def by_only_coach(
    naming: Naming, scene: Scene, register: Register, known: Mapping[int, str]
) -> Decision | None:
    """Return whom ``سرمربی برزیلی`` means: the only coach whom the article names."""
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
    return as_known(person, None, replace(naming, role=None), scene, register, 0.8, why)


def by_office(naming: Naming, scene: Scene, register: Register) -> Decision:
    """Return whom an office means: its holder at that time, else a person without a name."""
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
            return as_known(person, None, naming, scene, register, weight / total, reasons)
    return _unknown_holder(office, naming, scene, register, tuple(p.id for p, _ in weighed))


def _credible(persons: Sequence[Person], office: Office, period: Period | None) -> list[Person]:
    """The holders to whom articles give an office often enough: roles are misread at times.

    Those of the table always count. Where it has a holder at that time, others need `_SEVERAL`
    articles; everybody else needs a tenth of the articles of the commonest.
    """
    # The key of an office outlives it where the articles that gave it are gone, or linked anew.
    there = [p for p in persons if p.form is Form.FULL and office.key in p.offices]
    named = [p for p in there if not _is_abroad(p, office)]
    said = {p.id: p.offices[office.key] for p in named if _is_often(p, office)}
    binding = any(_binds(tenure, period) for tenure in said.values())
    most = max((tenure.articles for tenure in said.values()), default=0)
    least = max(_SEVERAL if binding else 1, 0.1 * most)
    return [
        p for p in persons if p.id in said and (said[p.id].known or said[p.id].articles >= least)
    ]


def _is_abroad(person: Person, office: Office) -> bool:
    """Whether more articles give a person the same office of another country.

    ``رئیس‌جمهور`` alone is Iran's, also where a few articles call a foreigner no more than that.
    """
    if office.country:
        return False
    here = person.offices[office.key].articles
    others = (
        (parse_office(key), tenure.articles)
        for key, tenure in person.offices.items()
        if key.startswith(office.key)
    )
    return any(
        other and other.country and other.words == office.words and articles > here
        for other, articles in others
    )


def _is_often(person: Person, office: Office) -> bool:
    """Whether a person's articles give the office often enough for it to be no misread role."""
    tenure = person.offices[office.key]
    return tenure.known or tenure.articles >= _SHARE_OF_ARTICLES * person.articles


def _binds(tenure: Tenure, period: Period | None) -> bool:
    """Whether the table of holders gives a tenure at that time."""
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
    """A holder's weight: the articles that give the office, by time, topics and outlet."""
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
    """The factor of a tenure at a time: high within it, nothing where a known day is well outside.

    Set by hand: the table's days count for more than those of articles that happened to be read,
    and an estimated day rules nothing out.
    """
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


def _unknown_holder(
    office: Office, naming: Naming, scene: Scene, register: Register, others: tuple[str, ...]
) -> Decision:
    """An office whose holder is not known: a person known by it alone, one at a time.

    Where several known persons may be meant, each naming stands for itself.
    """
    unknown = [p for p in register.at(f"o:{office.key}") if p.form is Form.OFFICE]
    for person in unknown if len(others) < 2 else []:
        if _same_time(scene.period, person):
            why = (f"the same office ({naming.name}), its holder not known",)
            return as_known(person, None, naming, scene, register, 0.6, why)
    id_ = own_id(scene, naming)
    person = Person(id_, naming.name or office.key, Form.OFFICE)
    keys = absorb(person, None, naming, scene) | {f"o:{office.key}"}
    register.put(person, keys)
    return Decision(naming.speaker, id_, 0.5, "an office whose holder is not known", others)


def _same_time(period: Period | None, person: Person) -> bool:
    """Whether an article appeared near those that name a person; undated ones go together."""
    if period is None or person.first is None or person.last is None:
        return person.first is None and (period is None or period.estimated)
    apart = max((period.first - person.last).days, (person.first - period.last).days, 0)
    return apart <= 2 * _SLACK_DAYS
