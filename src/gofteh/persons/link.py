"""Who each naming of an article stands for: candidates by key, a decision by evidence.

An article is linked against the persons known so far, and what it says is added to them; nothing
of older articles is read again. Full names come first, then surnames, then offices, so that an
article helps itself.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

from gofteh.lexicon.heads import ROLE_HEADS
from gofteh.persons.bodies import body_key
from gofteh.persons.decided import founded, joined, odds, person_id
from gofteh.persons.evidence import Evidence, by_circumstances, of_full_name
from gofteh.persons.holding import by_office, by_only_coach
from gofteh.persons.names import (
    RELATIVES,
    PersonName,
    begins_with_given,
    folded_words,
    has_known_given,
    is_plausible,
    parse_name,
    skeleton,
)
from gofteh.persons.records import Decision, Form, Naming, Person, Scene
from gofteh.persons.register import Register, absorb

# A full name is joined from this score on (see `evidence`); between the two, a human may look.
_JOIN, _DOUBT = 1.5, -1.0
# A surname is joined where one candidate has this share of what speaks for all.
_SURE_SURNAME = 0.65
# Fitted with the weights of `evidence`; whom articles name by surname alone is better known than
# those on whom it was fitted, hence the half.
_PRIOR, _NEW_OUTLET, _UNSEEN = 0.87, -0.86, 0.5 * 0.63
_ORDER = (Form.FULL, Form.BODY, Form.SURNAME, Form.OFFICE)


def link(
    scene: Scene,
    register: Register,
    forms: Sequence[Form] = _ORDER,
    ruled: Mapping[int, str] | None = None,
    decided: Mapping[int, str] | None = None,
) -> list[Decision]:
    """Return whom the namings of an article stand for, and add the article to them.

    Only namings of the ``forms`` are looked at, in their order. ``ruled`` are persons whom a human
    gave to speakers: no evidence is asked then. ``decided`` are the persons whom speakers of the
    article stand for by passes before this one.
    """
    told = [(form_of(naming), naming) for naming in scene.namings]
    known = dict(decided or {})
    made: list[Decision] = []
    for form in forms:
        for naming in (naming for of, naming in told if of is form):
            decision = _decided(form, naming, scene, register, ruled or {}, known)
            made.append(decision)
            if decision.person:
                known[naming.speaker] = decision.person
    return made


def _decided(
    form: Form,
    naming: Naming,
    scene: Scene,
    register: Register,
    ruled: Mapping[int, str],
    known: Mapping[int, str],
) -> Decision:
    if naming.speaker in ruled:
        return _given(form, naming, ruled[naming.speaker], scene, register)
    by_article = by_only_coach(naming, scene, register, known) if form is Form.OFFICE else None
    return by_article or _BY_FORM[form](naming, scene, register)


def _given(form: Form, naming: Naming, id_: str, scene: Scene, register: Register) -> Decision:
    """Whom a human said it is; somebody new where nobody has that id."""
    name = parse_name(naming.name or "") if form in (Form.FULL, Form.SURNAME) else None
    person = register.get(id_) or Person(id_, " ".join((naming.name or "").split()), form)
    return joined(person, name, naming, scene, register, 1.0, ("decided by hand",))


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


def _full(naming: Naming, scene: Scene, register: Register) -> Decision:
    name = parse_name(naming.name or "")
    found = full_candidates(name, naming, scene, register)
    best = found[0] if found else None
    if best and best.score >= _JOIN:
        return joined(best.person, name, naming, scene, register, odds(best.score), best.reasons)
    if not has_known_given(name) and _bearers(name, register):
        return _surname(naming, scene, register)
    maybe = tuple(e.person.id for e in found if e.score >= _DOUBT)
    reasons = ("no known person of this name",)
    if best:
        reasons = ("a namesake: " + "; ".join(best.reasons),)
    doubt = odds(best.score) if best else 0.0
    return founded(Form.FULL, name, naming, scene, register, reasons, maybe, doubt)


def _bearers(name: PersonName, register: Register) -> list[Person]:
    """Those whose whole surname the words are: ``رحمانی فضلی`` has no given name."""
    block = [p for p in register.at(f"s:{name.joined}") if p.form is Form.FULL]
    return [p for p in block if any(begins_with_given(parse_name(n)) for n in p.names)]


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
        by_initial = [p for p in register.at(f"s:{name.surname}") if _initial(p, name.first)]
        full = by_initial or full  # ``ا سلامی`` is a surname with a blank in it
    bare = [p for p in block if p.form is Form.SURNAME]
    scored = [(p, *_weighed(p, naming, scene)) for p in full]
    unseen, share = _unseen(full), 0.0
    if scored:
        total = unseen + sum(weight for _, weight, _ in scored)
        person, weight, reasons = max(scored, key=lambda row: (row[1], row[0].id))
        share = weight / total
        if share >= _SURE_SURNAME:
            why = (f"of this surname, {share:.0%} speaks for {person.name}", *reasons)
            return joined(person, name, naming, scene, register, share, why)
    maybe = [p for p, w, _ in scored if w > unseen / 10]
    return _bare(name, naming, scene, register, bare, maybe, share)


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
    doubt: float,
) -> Decision:
    """A surname that no known person draws: with others like it, or somebody on its own.

    ``doubt`` is the share of the likeliest of those who may be meant.
    """
    near = [(by_circumstances(naming, scene, p), p) for p in bare]
    lone = 2.0 if not maybe else -0.5
    for (score, reasons), person in sorted(near, key=lambda row: (-row[0][0], row[1].id)):
        if score + lone > 1.0:
            why = ("the same surname, whose full name is not known", *reasons)
            return joined(person, name, naming, scene, register, odds(score + lone), why)
    ids = tuple(person.id for person in maybe)
    return founded(
        Form.SURNAME,
        name,
        naming,
        scene,
        register,
        ("a surname that could be several",),
        ids,
        doubt,
    )


def _body(naming: Naming, scene: Scene, register: Register) -> Decision:
    key = body_key(naming.name or "", naming.kind) or ""
    id_ = person_id(key)
    known = [one for one in register.at(key) if one.form is Form.BODY]
    person = known[0] if known else Person(id_, naming.name or "", Form.BODY)
    keys = absorb(person, None, Naming(naming.speaker, naming.name, naming.kind), scene)
    register.put(person, keys | {key})
    return Decision(naming.speaker, person.id, 0.95, "the same name of a body")


_BY_FORM = {Form.FULL: _full, Form.SURNAME: _surname, Form.OFFICE: by_office, Form.BODY: _body}
