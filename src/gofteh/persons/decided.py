"""What follows from a decision on a naming: its article is added to a person known or new."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Sequence

from gofteh.persons.names import PersonName
from gofteh.persons.records import Decision, Form, Naming, Person, Scene
from gofteh.persons.register import Register, absorb

_ID_DIGITS = 16
# The highest confidence that somebody is new.
_NEW = 0.9


def person_id(text: str) -> str:
    """Return the id made of a text that identifies a person: the same in every database."""
    return hashlib.sha256(text.encode()).hexdigest()[:_ID_DIGITS]


def own_id(scene: Scene, naming: Naming) -> str:
    """Return an id for the person of this one naming, whom nothing else identifies."""
    return person_id(f"{scene.article}\0{naming.speaker}")


def as_known(
    person: Person,
    name: PersonName | None,
    naming: Naming,
    scene: Scene,
    register: Register,
    confidence: float,
    reasons: Sequence[str],
) -> Decision:
    """Decide that a naming stands for a known person, and add the article to that person."""
    register.put(person, absorb(person, name, naming, scene))
    return Decision(naming.speaker, person.id, confidence, "; ".join(reasons))


def as_new(
    form: Form,
    name: PersonName,
    naming: Naming,
    scene: Scene,
    register: Register,
    reasons: Sequence[str],
    maybe: tuple[str, ...],
    doubt: float,
) -> Decision:
    """Decide that a naming stands for somebody new, and register that person.

    The first person of a full name has an id made of the name alone, so that it is the same in
    every database. ``maybe`` are known persons who may be meant after all, with the probability
    ``doubt``.
    """
    id_ = person_id(name.joined) if form is Form.FULL else own_id(scene, naming)
    if register.get(id_):
        id_ = own_id(scene, naming)
    person = Person(id_, " ".join(naming.name.split()) if naming.name else name.joined, form)
    register.put(person, absorb(person, name, naming, scene))
    sure = round(min(_NEW, 1.0 - doubt), 4)
    return Decision(naming.speaker, id_, sure, "; ".join(reasons), maybe)


def probability_of(score: float) -> float:
    """Return the probability of a score in log-odds."""
    return round(1 / (1 + math.exp(-score)), 4)
