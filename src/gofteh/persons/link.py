"""Who each naming of an article stands for: candidates by key, a decision by evidence.

An article is linked against the persons known so far, and what it says is added to them; nothing
of older articles is read again. Full names come first, then surnames, then offices, so that an
article helps itself.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable, Mapping, Sequence

from gofteh.lexicon.heads import ROLE_HEADS
from gofteh.persons.bodies import body_key
from gofteh.persons.evidence import Evidence, by_circumstances, of_full_name
from gofteh.persons.names import (
    RELATIVES,
    PersonName,
    folded_words,
    is_plausible,
    parse_name,
    skeleton,
)
from gofteh.persons.offices import Office, parse_office
from gofteh.persons.records import Decision, Form, Naming, Period, Person, Scene, Tenure
from gofteh.persons.register import Register, absorb

_ID_DIGITS = 16
# A full name is joined from this score on (see `evidence`); between the two, a human may look.
_JOIN, _DOUBT = 1.5, -1.0
# A surname or an office is joined where one candidate has this share of what speaks for all.
_SURE_SURNAME, _SURE_OFFICE = 0.65, 0.6
# Fitted with the weights of `evidence`; whom articles name by surname alone is better known than
# those on whom it was fitted, hence the half.
_PRIOR, _NEW_OUTLET, _UNSEEN = 0.87, -0.86, 0.5 * 0.63
_UNNAMED_SHARE = 0.15
_ORDER = (Form.FULL, Form.BODY, Form.SURNAME, Form.OFFICE)


def link(
    scene: Scene,
    register: Register,
    forms: Sequence[Form] = _ORDER,
    ruled: Mapping[int, str] | None = None,
) -> list[Decision]:
    """Return whom the namings of an article stand for, and add the article to them.

    Only namings of the ``forms`` are looked at, in their order. ``ruled`` are persons whom a human
    gave to speakers: no evidence is asked then.
    """
    told = [(form_of(naming), naming) for naming in scene.namings]
    given = ruled or {}
    return [
        _given(form, naming, given[naming.speaker], scene, register)
        if naming.speaker in given
        else _BY_FORM[form](naming, scene, register)
        for form in forms
        for of, naming in told
        if of is form
    ]


def _given(form: Form, naming: Naming, id_: str, scene: Scene, register: Register) -> Decision:
    """Whom a human said it is; somebody new where nobody has that id."""
    name = parse_name(naming.name or "") if form in (Form.FULL, Form.SURNAME) else None
    person = register.get(id_) or Person(id_, " ".join((naming.name or "").split()), form)
    return _joined(person, name, naming, scene, register, 1.0, ("decided by hand",))


def form_of(naming: Naming) -> Form:
    """Return what a naming gives of who it means."""
    if naming.kind in ("organisation", "document"):
        return Form.BODY if naming.name and body_key(naming.name, naming.kind) else Form.NOBODY
    if naming.kind != "person" or not naming.name:
        return Form.NOBODY
    words = folded_words(naming.name)
    if is_office(words, naming):
        return Form.OFFICE
    name = parse_name(naming.name)
    if not name.words or not is_plausible(name) or name.words[0] in RELATIVES:
        return Form.NOBODY
    return Form.FULL if name.is_full and len(name.first) > 1 else Form.SURNAME


def is_office(words: Sequence[str], naming: Naming) -> bool:
    """Return whether what stands for a name is an office."""
    if not words:
        return False
    if naming.role and words == folded_words(naming.role):
        return True
    return words[0] in ROLE_HEADS and not parse_name(naming.name or "").is_full


def person_id(text: str) -> str:
    """Return the id of a person that is known by this text: the same in every database."""
    return hashlib.sha256(text.encode()).hexdigest()[:_ID_DIGITS]


def _full(naming: Naming, scene: Scene, register: Register) -> Decision:
    name = parse_name(naming.name or "")
    found = full_candidates(name, naming, scene, register)
    best = found[0] if found else None
    if best and best.score >= _JOIN:
        return _joined(best.person, name, naming, scene, register, _odds(best.score), best.reasons)
    maybe = tuple(e.person.id for e in found if e.score >= _DOUBT)
    reasons = ("no known person of this name",)
    if best:
        reasons = ("a namesake: " + "; ".join(best.reasons),)
    return _founded(Form.FULL, name, naming, scene, register, reasons, maybe)


def full_candidates(
    name: PersonName, naming: Naming, scene: Scene, register: Register
) -> list[Evidence]:
    """Return what speaks for each known person whose name a full name can be, the most first."""
    block = _unique(person for key in _asked(name) for person in register.at(key))
    full = [p for p in block if p.form is Form.FULL]
    alike = {p.id for p in full if any(parse_name(n).joined == name.joined for n in p.names)}
    namesakes = len([p for p in full if p.id not in alike])
    found = [e for p in full if (e := of_full_name(name, naming, scene, p, namesakes))]
    return sorted(found, key=lambda e: (-e.score, -e.person.articles, e.person.id))


def _asked(name: PersonName) -> tuple[str, ...]:
    last = name.words[-1]
    return (f"n:{name.joined}", f"s:{name.surname}", f"l:{last}", f"k:{skeleton(name.surname)}")


def _unique(persons: Iterable[Person]) -> list[Person]:
    return list({person.id: person for person in persons}.values())


def _surname(naming: Naming, scene: Scene, register: Register) -> Decision:
    name = parse_name(naming.name or "")
    block = _unique((*register.at(f"s:{name.joined}"), *register.at(f"n:{name.joined}")))
    full = [p for p in block if p.form is Form.FULL]
    if len(name.first) == 1 and name.given:
        full = [p for p in register.at(f"s:{name.surname}") if _initial(p, name.first)]
    bare = [p for p in block if p.form is Form.SURNAME]
    scored = [(p, *_weighed(p, naming, scene)) for p in full]
    unseen = _unseen(full)
    if scored:
        total = unseen + sum(weight for _, weight, _ in scored)
        person, weight, reasons = max(scored, key=lambda row: (row[1], row[0].id))
        share = weight / total
        if share >= _SURE_SURNAME:
            why = (f"of this surname, {share:.0%} speaks for {person.name}", *reasons)
            return _joined(person, name, naming, scene, register, share, why)
    return _bare(name, naming, scene, register, bare, [p for p, w, _ in scored if w > unseen / 10])


def _initial(person: Person, letter: str) -> bool:
    return any(parse_name(spelled).first.startswith(letter) for spelled in person.names)


def _weighed(person: Person, naming: Naming, scene: Scene) -> tuple[float, tuple[str, ...]]:
    """How much a person draws a bare surname: its articles, times what the rest says."""
    score, reasons = by_circumstances(naming, scene, person)
    if scene.outlet and scene.outlet not in person.outlets:
        score += _NEW_OUTLET
    return (person.articles + 0.1) ** _PRIOR * math.exp(score), reasons


def _unseen(full: Sequence[Person]) -> float:
    """The weight of somebody of the surname whom no article has named in full so far.

    After Good and Turing: as much as all who were named in one article alone.
    """
    return _UNSEEN * (sum(person.articles == 1 for person in full) + 0.3)


def _bare(
    name: PersonName,
    naming: Naming,
    scene: Scene,
    register: Register,
    bare: Sequence[Person],
    maybe: Sequence[Person],
) -> Decision:
    """A surname that no known person draws: with others like it, or somebody on its own."""
    near = [(by_circumstances(naming, scene, p), p) for p in bare]
    lone = 2.0 if not maybe else -0.5
    for (score, reasons), person in sorted(near, key=lambda row: (-row[0][0], row[1].id)):
        if score + lone > 1.0:
            why = ("the same surname, whose full name is not known", *reasons)
            return _joined(person, name, naming, scene, register, _odds(score + lone), why)
    ids = tuple(person.id for person in maybe)
    return _founded(
        Form.SURNAME, name, naming, scene, register, ("a surname that could be several",), ids
    )


def _office(naming: Naming, scene: Scene, register: Register) -> Decision:
    office = parse_office(naming.name)
    if office is None or not office.is_held_alone:
        reasons = ("an office that several hold",)
        return Decision(naming.speaker, _own(scene, naming), 0.5, reasons[0])
    holders = _credible(register.at(f"o:{office.key}"), office, scene.period)
    weighed = [(p, w) for p in holders if (w := _held(p, office, naming, scene)) > 0]
    total = sum(weight for _, weight in weighed) + _UNNAMED_SHARE
    if weighed:
        person, weight = max(weighed, key=lambda row: (row[1], row[0].id))
        if weight / total >= _SURE_OFFICE:
            reasons = (f"holds the office ({naming.name}) {_when(scene.period)}",)
            return _joined(person, None, naming, scene, register, weight / total, reasons)
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


def _own(scene: Scene, naming: Naming) -> str:
    return person_id(f"{scene.article}\0{naming.speaker}")


def _when(period: Period | None) -> str:
    if period is None:
        return "in most articles (this one has no date)"
    if period.estimated:
        return f"about then ({'; '.join(period.reasons)})"
    return f"on {period.first.isoformat()}"


_SLACK_DAYS = 120
# The share of an outlet in what articles there are of a holder, before any is seen.
_USUAL_SHARE = 0.3
_SEVERAL = 3
_KNOWN = 5.0  # what the table of holders says is worth so many articles


def _held(person: Person, office: Office, naming: Naming, scene: Scene) -> float:
    """How much a holder draws an office: the articles that give it, in its time."""
    tenure = person.offices.get(office.key)
    if tenure is None:
        return 0.0
    weight = tenure.articles + (_KNOWN if tenure.known else 0.0)
    if scene.period and tenure.first and tenure.last:
        apart = max(
            (scene.period.first - tenure.last).days, (tenure.first - scene.period.last).days, 0
        )
        if apart > (31 if tenure.known else 2 * 365) and not scene.period.estimated:
            return 0.0
        weight *= 0.2 if apart > _SLACK_DAYS else 1.0
        if apart == 0:
            weight *= 20.0 if tenure.known and not scene.period.estimated else 3.0
    score, _ = by_circumstances(
        Naming(naming.speaker, None, naming.kind, words=naming.words), scene, person
    )
    if scene.outlet:
        told = person.outlets[scene.outlet] + 2 * _USUAL_SHARE
        weight *= told / (person.outlets.total() + 2)
    return weight * math.exp(min(1.0, score))


def _seat(
    office: Office, naming: Naming, scene: Scene, register: Register, others: tuple[str, ...]
) -> Decision:
    """An office whose holder is not known: whoever it is, the same one at the same time."""
    seats = [p for p in register.at(f"o:{office.key}") if p.form is Form.OFFICE]
    near = seats if len(others) < 2 else []  # one of several: nothing tells which
    for person in near:
        if _same_time(scene.period, person):
            why = (f"the same office ({naming.name}), its holder not known",)
            return _joined(person, None, naming, scene, register, 0.6, why)
    id_ = _own(scene, naming)
    person = Person(id_, naming.name or office.key, Form.OFFICE)
    keys = absorb(person, None, naming, scene) | {f"o:{office.key}"}
    register.put(person, keys)
    return Decision(naming.speaker, id_, 0.5, "an office whose holder is not known", others)


def _same_time(period: Period | None, person: Person) -> bool:
    if period is None or person.first is None or person.last is None:
        return person.first is None and (period is None or period.estimated)
    apart = max((period.first - person.last).days, (person.first - period.last).days, 0)
    return apart <= 2 * _SLACK_DAYS


def _body(naming: Naming, scene: Scene, register: Register) -> Decision:
    key = body_key(naming.name or "", naming.kind) or ""
    id_ = person_id(key)
    known = [one for one in register.at(key) if one.form is Form.BODY]
    person = known[0] if known else Person(id_, naming.name or "", Form.BODY)
    keys = absorb(person, None, Naming(naming.speaker, naming.name, naming.kind), scene)
    register.put(person, keys | {key})
    return Decision(naming.speaker, person.id, 0.95, "the same name of a body")


def _joined(
    person: Person,
    name: PersonName | None,
    naming: Naming,
    scene: Scene,
    register: Register,
    confidence: float,
    reasons: Sequence[str],
) -> Decision:
    register.put(person, absorb(person, name, naming, scene))
    return Decision(naming.speaker, person.id, confidence, "; ".join(reasons))


def _founded(
    form: Form,
    name: PersonName,
    naming: Naming,
    scene: Scene,
    register: Register,
    reasons: Sequence[str],
    maybe: tuple[str, ...],
) -> Decision:
    """Somebody new. The first of a full name has the id that the name alone tells."""
    id_ = person_id(name.joined) if form is Form.FULL else _own(scene, naming)
    if register.get(id_):
        id_ = _own(scene, naming)
    person = Person(id_, " ".join(naming.name.split()) if naming.name else name.joined, form)
    register.put(person, absorb(person, name, naming, scene))
    return Decision(naming.speaker, id_, 0.9, "; ".join(reasons), maybe)


def _odds(score: float) -> float:
    return round(1 / (1 + math.exp(-score)), 4)


_BY_FORM = {Form.FULL: _full, Form.SURNAME: _surname, Form.OFFICE: _office, Form.BODY: _body}
