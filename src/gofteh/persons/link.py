"""Which person each naming of an article stands for: candidates by key, a decision by evidence.

An article is linked against the persons known so far, and what it says is added to them; nothing
of older articles is read again.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence

from gofteh.lexicon.heads import ROLE_HEADS
from gofteh.persons.bodies import body_key
from gofteh.persons.decided import as_known, as_new, person_id, probability_of
from gofteh.persons.evidence import Evidence, by_circumstances, of_full_name
from gofteh.persons.holding import by_office, by_only_coach
from gofteh.persons.names import (
    RELATIVES,
    PersonName,
    begins_with_given,
    folded_words,
    has_known_given,
    is_plausible,
    may_be_same,
    parse_name,
    same_person_name,
    skeleton,
)
from gofteh.persons.records import Decision, Form, Naming, Person, Scene
from gofteh.persons.register import Register, absorb

# A full name is a known person's from the first score on (see `evidence`); a person between the
# two may be meant, for a human to look at.
_JOIN, _DOUBT = 1.5, -1.0
# A surname is a known person's who has this share of the weights of all candidates.
_SURE_SURNAME = 0.65
# The weight of a candidate for a surname grows with this power of the number of its articles;
# what an outlet that has not named it takes off, in log-odds; what an unseen person weighs. Fitted
# with the weights of `evidence`; the half, since persons whom articles name by surname alone are
# better known than those on whom it was fitted.
_PRIOR, _NEW_OUTLET, _UNSEEN = 0.87, -0.86, 0.5 * 0.63
# A surname is that of a person known by it alone from the last score on. Before anything else is
# asked: where no person of a full name may be meant, all with the surname are likely one person.
_ALONE, _AMONG_FULL_NAMES, _JOIN_BARE = 2.0, -0.5, 1.0
# What says more comes first, so that an article helps itself: its full names are known when its
# surnames are looked up, and both when its offices are.
_ORDER = (Form.FULL, Form.BODY, Form.SURNAME, Form.OFFICE)


def link(
    scene: Scene,
    register: Register,
    forms: Sequence[Form] = _ORDER,
    ruled: Mapping[int, str] | None = None,
    decided: Mapping[int, str] | None = None,
) -> list[Decision]:
    """Decide which persons the namings of an article stand for, and add the article to them.

    Only namings of the ``forms`` are looked at, in their order. ``ruled`` gives the person's id for
    speakers whom a human identified: no evidence is asked about them. ``decided`` gives it for
    speakers of the article on whom an earlier pass decided.
    """
    formed = [(form_of(naming), naming) for naming in scene.namings]
    known = dict(decided or {})
    made: list[Decision] = []
    for form in forms:
        for naming in (naming for its_form, naming in formed if its_form is form):
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
        return _ruled(form, naming, ruled[naming.speaker], scene, register)
    by_article = by_only_coach(naming, scene, register, known) if form is Form.OFFICE else None
    return by_article or _BY_FORM[form](naming, scene, register)


def _ruled(form: Form, naming: Naming, id_: str, scene: Scene, register: Register) -> Decision:
    """The person whom a human gave to a speaker; a new one where no person has that id."""
    name = parse_name(naming.name or "") if form in (Form.FULL, Form.SURNAME) else None
    person = register.get(id_) or Person(id_, " ".join((naming.name or "").split()), form)
    return as_known(person, name, naming, scene, register, 1.0, ("decided by hand",))


def form_of(naming: Naming) -> Form:
    """Return by what a naming names its speaker."""
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
    """Return whether the words of a naming's name are an office."""
    if not words:
        return False
    if naming.role and words == folded_words(naming.role):
        return True
    return words[0] in ROLE_HEADS and not parse_name(naming.name or "").is_full


def _full(naming: Naming, scene: Scene, register: Register) -> Decision:
    """A full name: the known person for whom most speaks, if enough does, else somebody new.

    Where no list knows the given name and the words are a known person's whole surname, they are
    looked up as a surname.
    """
    name = parse_name(naming.name or "")
    found = full_candidates(name, naming, scene, register)
    best = found[0] if found else None
    if best and best.score >= _JOIN:
        return as_known(
            best.person, name, naming, scene, register, probability_of(best.score), best.reasons
        )
    if not has_known_given(name) and _bearers(name, register):
        return _surname(naming, scene, register)
    maybe = tuple(e.person.id for e in found if e.score >= _DOUBT)
    reasons = ("no known person of this name",)
    if best:
        reasons = ("a namesake: " + "; ".join(best.reasons),)
    doubt = probability_of(best.score) if best else 0.0
    return as_new(Form.FULL, name, naming, scene, register, reasons, maybe, doubt)


def _bearers(name: PersonName, register: Register) -> list[Person]:
    """Known persons whose whole surname the words are: ``رحمانی فضلی`` holds no given name."""
    block = [p for p in register.at(f"s:{name.joined}") if p.form is Form.FULL]
    return [p for p in block if any(begins_with_given(parse_name(n)) for n in p.names)]


def full_candidates(
    name: PersonName, naming: Naming, scene: Scene, register: Register
) -> list[Evidence]:
    """Return what speaks for each known person whose name a full name can be, the most first."""
    block = _unique(person for key in _keys(name) for person in register.at(key))
    full = [p for p in block if p.form is Form.FULL]
    alike = {p.id for p in full if any(parse_name(n).joined == name.joined for n in _near(name, p))}
    namesakes = len([p for p in full if p.id not in alike])
    # Whoever is called exactly so is meant, not somebody whose name is a letter apart. Of most in
    # a block of a common surname no name is looked at: their given names begin otherwise.
    near = [p for p in full if any(_near(name, p))]
    meant = [p for p in near if p.id in alike or not (alike and _is_other_spelling(name, p))]
    found = [e for p in meant if (e := of_full_name(name, naming, scene, p, namesakes))]
    return sorted(found, key=lambda e: (-e.score, -e.person.articles, e.person.id))


def _near(name: PersonName, person: Person) -> Iterator[str]:
    """Yield the spellings of a person's name that may be this name."""
    return (spelled for spelled in person.names if may_be_same(name, spelled))


def _is_other_spelling(name: PersonName, person: Person) -> bool:
    ways = {same_person_name(name, parse_name(spelled)) for spelled in person.names}
    return ways <= {"spelling", None}


def _keys(name: PersonName) -> tuple[str, ...]:
    """The keys under which persons are looked up who may bear a full name."""
    last = name.words[-1]
    return (f"n:{name.joined}", f"s:{name.surname}", f"l:{last}", f"k:{skeleton(name.surname)}")


def _unique(persons: Iterable[Person]) -> list[Person]:
    return list({person.id: person for person in persons}.values())


def _surname(naming: Naming, scene: Scene, register: Register) -> Decision:
    """A surname alone: a known person's if nearly all weight is on one, else see `_bare`."""
    name = parse_name(naming.name or "")
    block = _unique((*register.at(f"s:{name.joined}"), *register.at(f"n:{name.joined}")))
    full = _with_full_name(name, block, register)
    bare = [p for p in block if p.form is Form.SURNAME]
    scored = [(p, *_weighed(p, naming, scene)) for p in full]
    unseen, share = _unseen(full), 0.0
    if scored:
        total = unseen + sum(weight for _, weight, _ in scored)
        person, weight, reasons = max(scored, key=lambda row: (row[1], row[0].id))
        share = weight / total
        if share >= _SURE_SURNAME:
            why = (f"of this surname, {share:.0%} speaks for {person.name}", *reasons)
            return as_known(person, name, naming, scene, register, share, why)
    maybe = [p for p, w, _ in scored if w > unseen / 10]
    return _bare(name, naming, scene, register, bare, maybe, share)


def _with_full_name(name: PersonName, block: Sequence[Person], register: Register) -> list[Person]:
    """Those known by a full name with this surname; in front of it may stand an initial.

    Where nobody has the initial it is none: ``ا سلامی`` is a surname with a blank in it.
    """
    full = [p for p in block if p.form is Form.FULL]
    if len(name.first) == 1 and name.given:
        surname = register.at(f"s:{name.surname}")
        return [p for p in surname if _has_initial(p, name.first)] or full
    return full


def _has_initial(person: Person, letter: str) -> bool:
    return any(parse_name(spelled).first.startswith(letter) for spelled in person.names)


def _weighed(person: Person, naming: Naming, scene: Scene) -> tuple[float, tuple[str, ...]]:
    """A candidate's weight for a surname: its articles' number, times what else speaks for it."""
    score, reasons = by_circumstances(naming, scene, person)
    if scene.outlet and scene.outlet not in person.outlets:
        score += _NEW_OUTLET
    return (person.articles + 0.1) ** _PRIOR * math.exp(score), reasons


def _unseen(full: Sequence[Person]) -> float:
    """The weight of a person of the surname whom no article has named in full so far.

    After Good and Turing: in proportion to the persons who were named in one article alone.
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
    """A surname that is no known full name's: a person known by it alone, or somebody new.

    ``bare`` are the persons known by the surname alone, ``maybe`` those of a full name who may be
    meant after all, the likeliest of them with the probability ``doubt``.
    """
    weighed = [(by_circumstances(naming, scene, p), p) for p in bare]
    prior = _ALONE if not maybe else _AMONG_FULL_NAMES
    for (score, reasons), person in sorted(weighed, key=lambda row: (-row[0][0], row[1].id)):
        if score + prior > _JOIN_BARE:
            sure = probability_of(score + prior)
            why = ("the same surname, whose full name is not known", *reasons)
            return as_known(person, name, naming, scene, register, sure, why)
    ids = tuple(person.id for person in maybe)
    why = ("a surname that could be several",)
    return as_new(Form.SURNAME, name, naming, scene, register, why, ids, doubt)


def _body(naming: Naming, scene: Scene, register: Register) -> Decision:
    """A body or writing: the one of the same key, which is made with its first article."""
    key = body_key(naming.name or "", naming.kind) or ""
    id_ = person_id(key)
    known = [one for one in register.at(key) if one.form is Form.BODY]
    person = known[0] if known else Person(id_, naming.name or "", Form.BODY)
    keys = absorb(person, None, Naming(naming.speaker, naming.name, naming.kind), scene)
    register.put(person, keys | {key})
    return Decision(naming.speaker, person.id, 0.95, "the same name of a body")


_BY_FORM = {Form.FULL: _full, Form.SURNAME: _surname, Form.OFFICE: by_office, Form.BODY: _body}
