"""What speaks for a naming being a certain known person, and what against, with reasons.

Scores are log-odds. Those of offices, subjects and outlets were fitted on articles whose full
names had been cut to surnames (``train/persons/hide.py``: who is meant is then known without
annotation); those of names are judgement.
"""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass

from gofteh.lexicon.names import places
from gofteh.persons.names import PersonName, is_mixed_up, parse_name, same_person_name
from gofteh.persons.offices import Office, likeness, parse_office
from gofteh.persons.records import Naming, Period, Person, Scene
from gofteh.persons.register import beside
from gofteh.persons.weights import topic_odds

_NAME = {"same": 3.0, "longer": 1.0, "spelling": 1.0, "mixed up": -0.5}
# By how many other persons of the surname are known, up to this number: a common one tells less.
_RARITY = ((0, 1.5), (3, 0.5), (12, 0.0), (10**9, -0.7))
# A common surname may be part of a longer one by chance: then it counts so many times as much.
_LONGER = 2.0
# For each unit of ln(1 + articles): whoever is named often is meant, rather than a namesake.
_FAME = 0.5
_SAME_OFFICE, _LIKE_OFFICE, _OTHER_OFFICE = 3.4, 1.5, -1.5
_CONTEXT, _LEAST_CONTEXT, _MOST_CONTEXT = 1.7, -1.0, 3.5
# For another office, of a town, and other things at once, with a full name: so speaks a namesake.
_ELSEWHERE = -2.0
# A province, and the commonest word behind a bank.
_CENTRAL = "مرکزی"
# For more than ten years between a person's articles and this one.
_APART = -1.5
_FAR = dt.timedelta(days=3653)
# By the time between a person's articles and one that gives a surname alone: whoever is in the
# news at that time is meant.
_AWAY = ((dt.timedelta(days=5 * 365), -2.0), (dt.timedelta(days=365), -1.0))


@dataclass(frozen=True, slots=True)
class Evidence:
    """How much speaks for one person (log-odds), and what, in words."""

    person: Person
    score: float
    reasons: tuple[str, ...]


def of_full_name(
    name: PersonName, naming: Naming, scene: Scene, person: Person, namesakes: int
) -> Evidence | None:
    """Return what speaks for a full name being this person's; ``None`` for another name.

    ``namesakes`` is how many other persons of the surname are known.
    """
    known = (parse_name(spelled) for spelled in person.names)
    full = [other for other in known if other.is_full]
    ways = {same_person_name(name, other) for other in full}
    if _holds(naming, person) and any(is_mixed_up(name, other) for other in full):
        ways.add("mixed up")
    how = next((way for way in _NAME if way in ways), None)
    if how is None:
        return None
    score, reasons = _NAME[how], [_NAME_REASONS[how]]
    rarity = next(part for most, part in _RARITY if namesakes <= most)
    score += min(rarity, _LONGER * rarity) if how == "longer" else rarity
    score += _FAME * math.log1p(person.articles)
    if namesakes == 0:
        reasons.append("nobody else of this surname is known")
    by_office, by_context = _by_office(naming, person), _by_context(naming, scene, person)
    for part, reason in (by_office, by_context):
        score += part
        reasons += [reason] if reason else []
    if by_office[0] == _OTHER_OFFICE and by_context[0] < 0 and _is_of_a_town(naming):
        score += _ELSEWHERE
    if _years_apart(scene.period, person):
        score += _APART
        reasons.append("more than ten years between the articles")
    return Evidence(person, score, tuple(reasons))


_NAME_REASONS = {
    "same": "the same full name",
    "longer": "a longer form of the name",
    "spelling": "another spelling of the name",
    "mixed up": "the second given name mixed up",
}


def _is_of_a_town(naming: Naming) -> bool:
    """Whether a naming gives an office of a town or province: ``فرماندار …``."""
    office = parse_office(naming.role)
    return (
        office is not None
        and office.is_held_alone
        and not office.words.isdisjoint(places() - {_CENTRAL})
    )


def _holds(naming: Naming, person: Person) -> bool:
    """Whether the naming gives an office that one at a time holds, and articles give the person."""
    office = parse_office(naming.role)
    return office is not None and office.is_held_alone and office.key in person.offices


def by_circumstances(naming: Naming, scene: Scene, person: Person) -> tuple[float, tuple[str, ...]]:
    """Return what office, topics and time say for a person, the name apart, in log-odds."""
    parts = (
        _by_office(naming, person),
        _by_context(naming, scene, person),
        _by_time(scene.period, person),
    )
    return sum(part for part, _ in parts), tuple(reason for _, reason in parts if reason)


def _by_office(naming: Naming, person: Person) -> tuple[float, str]:
    office = parse_office(naming.role)
    if office is None or not person.offices:
        return 0.0, ""
    best = max((likeness(office, _read_key(key)) for key in person.offices), default=0.0)
    if best >= 0.9:
        return _SAME_OFFICE, f"the same office ({naming.role})"
    if best >= 0.5:
        return _LIKE_OFFICE, f"a like office ({naming.role})"
    return _OTHER_OFFICE, f"another office ({naming.role})"


def _read_key(key: str) -> Office:
    return parse_office(key) or Office("", frozenset())


def _by_context(naming: Naming, scene: Scene, person: Person) -> tuple[float, str]:
    words = (*naming.words, *(f"@{other}" for other in beside(naming, scene)))
    told = topic_odds(words, person.words, person.articles)
    part = max(_LEAST_CONTEXT, min(_MOST_CONTEXT, _CONTEXT * told))
    if told <= 0:
        return part, "speaks of other things" if words else ""
    common = [w for w in words if w in person.words][:3]
    shown = "، ".join(word.lstrip("@") for word in common)
    return part, f"speaks of the same things ({shown})"


def _by_time(period: Period | None, person: Person) -> tuple[float, str]:
    """What the time between an article of a known day and a person's articles says against it."""
    if period is None or period.estimated or person.first is None or person.last is None:
        return 0.0, ""
    away = max(period.first - person.last, person.first - period.last)
    part = next((part for days, part in _AWAY if away > days), 0.0)
    return part, "years between the articles" if part else ""


def _years_apart(period: Period | None, person: Person) -> bool:
    if period is None or period.estimated or person.first is None or person.last is None:
        return False
    return period.first - person.last > _FAR or person.first - period.last > _FAR
