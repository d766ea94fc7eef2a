"""The register of persons known so far, from which candidates are looked up by key.

A register may hold its persons in memory (here) or in a database; the decisions are the same.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from sys import intern
from typing import Protocol

from gofteh.lexicon.heads import ROLE_HEADS
from gofteh.persons.names import PersonName, is_plausible, name_keys, parse_name
from gofteh.persons.offices import parse_office
from gofteh.persons.records import Form, Naming, Person, Scene, Tenure

# So many persons under a key are candidates, those with the most articles.
BLOCK = 40
# What is kept of a person, however often it is named; pruned at twice as much.
_MOST_WORDS = 100
_MOST_NAMES = 12
_MOST_OFFICES = 24
_MOST_OUTLETS = 20


class Register(Protocol):
    """Persons by id and by key."""

    def get(self, id_: str) -> Person | None:
        """Return the person of an id."""

    def at(self, key: str) -> Sequence[Person]:
        """Return the persons under a key, those with the most articles first, `BLOCK` at most."""

    def put(self, person: Person, keys: Iterable[str]) -> None:
        """Keep a person as it is now, under these keys too."""


class MemoryRegister:
    """A register in memory."""

    def __init__(self) -> None:
        self._persons: dict[str, Person] = {}
        self._keys: dict[str, dict[str, None]] = {}

    def get(self, id_: str) -> Person | None:
        """Return the person of an id."""
        return self._persons.get(id_)

    def at(self, key: str) -> Sequence[Person]:
        """Return the persons under a key, those with the most articles first."""
        ids = self._keys.get(key, ())
        if len(ids) < 2:
            return [self._persons[id_] for id_ in ids]
        found = sorted((self._persons[id_] for id_ in ids), key=lambda one: (-one.articles, one.id))
        if len(ids) > 4 * BLOCK:
            # A common surname: persons with few articles are no candidates any more.
            self._keys[key] = {one.id: None for one in found[: 2 * BLOCK]}
        return found[:BLOCK]

    def put(self, person: Person, keys: Iterable[str]) -> None:
        """Keep a person as it is now, under these keys too."""
        self._persons[person.id] = person
        for key in keys:
            self._keys.setdefault(key, {})[person.id] = None

    def __len__(self) -> int:
        return len(self._persons)

    def __iter__(self) -> Iterator[Person]:
        """Yield the persons that articles name, the most named first."""
        named = (person for person in self._persons.values() if person.articles)
        return iter(sorted(named, key=lambda one: (-one.articles, one.id)))


def absorb(person: Person, name: PersonName | None, naming: Naming, scene: Scene) -> set[str]:
    """Add what one article says of a person; return the new keys under which to look it up."""
    person.articles += 1
    keys: set[str] = set()
    if name and name.words:
        spelled = " ".join(name.words)
        if spelled not in person.names and len(person.names) < _MOST_NAMES:
            keys |= set(name_keys(name)) if name.is_full else {f"n:{name.joined}"}
        if spelled in person.names or len(person.names) < _MOST_NAMES:
            person.names[spelled] += 1
        if name.is_full and person.form is Form.FULL:
            _take_writing(person, as_written(naming.name or ""))
    keys |= _take_office(person, naming, scene)
    _take_context(person, naming, scene)
    return keys


# Letters that Arabic keyboards have in place of the Persian ones.
_PERSIAN = str.maketrans("يك", "یک")


def as_written(name: str) -> str:
    """Return a name as it is shown: as an article writes it, in Persian letters, single blanks."""
    return " ".join(name.translate(_PERSIAN).split())


def _take_writing(person: Person, written: str) -> None:
    if written in person.written or len(person.written) < _MOST_NAMES:
        person.written[written] += 1
    if person.written[written] > person.written[person.name]:
        person.name = written


def release(person: Person, name: PersonName | None, naming: Naming, scene: Scene) -> None:
    """Take back what one article says of a person: undo `absorb`, but for first and last days.

    Counts of words that were pruned since may come out too low, but never below none.
    """
    person.articles = max(0, person.articles - 1)
    if name and name.words:
        _less(person.names, (" ".join(name.words),))
        _less(person.written, (as_written(naming.name or ""),))
    office = parse_office(naming.role)
    tenure = person.offices.get(office.key) if office and not office.former else None
    if office and tenure:
        tenure.articles -= 1
        if tenure.articles < 1 and not tenure.known:
            del person.offices[office.key]
    _less(person.words, (*naming.words, *(f"@{other}" for other in beside(naming, scene))))
    _less(person.outlets, (scene.outlet,) if scene.outlet else ())


def _less(counts: Counter[str], gone: Iterable[str]) -> None:
    """Count each of these once less; what reaches none is dropped."""
    for one in gone:
        if counts.get(one, 0) > 1:
            counts[one] -= 1
        elif counts.get(one):
            del counts[one]


def _take_office(person: Person, naming: Naming, scene: Scene) -> set[str]:
    office = parse_office(naming.role)
    if office is None or office.former:
        return set()
    key = office.key
    known = key in person.offices
    if not known and len(person.offices) >= _MOST_OFFICES:
        return set()
    label = " ".join((naming.role or "").split())
    tenure = person.offices.setdefault(key, Tenure(label=label))
    if not tenure.known and len(label) < len(tenure.label):
        tenure.label = label  # the longer ones hold a day, an occasion or the like
    tenure.articles += 1
    if scene.period and not scene.period.estimated and not tenure.known:
        tenure.first = min(tenure.first or scene.period.first, scene.period.first)
        tenure.last = max(tenure.last or scene.period.last, scene.period.last)
    return {f"o:{key}"} if office.is_held_alone and not known else set()


def _take_context(person: Person, naming: Naming, scene: Scene) -> None:
    # Interned: the same keywords stand at thousands of persons.
    person.words.update(map(intern, naming.words))
    person.words.update(intern(f"@{other}") for other in beside(naming, scene))
    if len(person.words) > 2 * _MOST_WORDS:
        person.words = Counter(dict(person.words.most_common(_MOST_WORDS)))
    if scene.outlet and (scene.outlet in person.outlets or len(person.outlets) < _MOST_OUTLETS):
        person.outlets[scene.outlet] += 1
    if scene.period and not scene.period.estimated:
        person.first = min(person.first or scene.period.first, scene.period.first)
        person.last = max(person.last or scene.period.last, scene.period.last)


def beside(naming: Naming, scene: Scene) -> set[str]:
    """Return the names, letters run together, of an article's other speakers."""
    others = (one for one in scene.namings if one.speaker != naming.speaker and one.name)
    return {parse_name(one.name or "").joined for one in others} - {""}


@dataclass(frozen=True, slots=True)
class OfficeTerm:
    """An office of somebody in a table or an authority, from one day to another.

    ``open``: the last day is that on which it was looked up, and the office was still held.
    """

    office: str
    first: dt.date | None = None
    last: dt.date | None = None
    source: str | None = None
    open: bool = False


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """Somebody in a table or an authority: all names, and offices with their days.

    ``id`` is the person's in the register; where it is ``None``, that of the full name.
    """

    name: str
    names: tuple[str, ...] = ()
    offices: tuple[OfficeTerm, ...] = ()
    form: Form = Form.FULL
    id: str | None = None


def introduce(register: Register, known: KnownPerson, id_: str) -> Person:
    """Register somebody of a table or an authority under an id, and return the person."""
    person = register.get(id_) or Person(id_, known.name, known.form)
    keys: set[str] = set()
    for spelled in dict.fromkeys((known.name, *known.names)):
        name = parse_name(spelled)
        if known.form is Form.FULL and _can_be_called(name):
            person.names[" ".join(name.words)] += 0
            keys |= set(name_keys(name))
    for term in known.offices:
        keys |= _take_term(person, term)
    register.put(person, keys)
    return person


def _can_be_called(name: PersonName) -> bool:
    """Whether a name is a full one: the aliases of authorities are surnames and offices, too."""
    return name.is_full and name.words[0] not in ROLE_HEADS and is_plausible(name)


def _take_term(person: Person, term: OfficeTerm) -> set[str]:
    """Give a person a known tenure; return the key under which its holders are looked up."""
    office = parse_office(term.office)
    if office is None or term.first is None:
        return set()
    before = person.offices.get(office.key)
    told = (term.office, term.source, term.open)
    tenure = Tenure(0, term.first, term.last, True, *told)
    if before:
        tenure.articles = before.articles
        if before.known and before.first and before.last and term.last:  # held a second time
            tenure.open = term.open if term.last >= before.last else before.open
            tenure.first = min(before.first, term.first)
            tenure.last = max(before.last, term.last)
    person.offices[office.key] = tenure
    return {f"o:{office.key}"}
