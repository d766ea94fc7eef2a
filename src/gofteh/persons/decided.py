"""A decision on a naming put down: the article is added to the person whom it stands for."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Sequence

from gofteh.persons.names import PersonName
from gofteh.persons.records import Decision, Form, Naming, Person, Scene
from gofteh.persons.register import Register, absorb

_ID_DIGITS = 16
# How sure it is at most that somebody is new.
_NEW = 0.9


def person_id(text: str) -> str:
    """Return the id of a person that is known by this text: the same in every database."""
    return hashlib.sha256(text.encode()).hexdigest()[:_ID_DIGITS]


def own_id(scene: Scene, naming: Naming) -> str:
    """Return the id of somebody who is known by this naming alone."""
    return person_id(f"{scene.article}\0{naming.speaker}")


def joined(
    person: Person,
    name: PersonName | None,
    naming: Naming,
    scene: Scene,
    register: Register,
    confidence: float,
    reasons: Sequence[str],
) -> Decision:
    """Return that a naming stands for a person who is known."""
    register.put(person, absorb(person, name, naming, scene))
    return Decision(naming.speaker, person.id, confidence, "; ".join(reasons))


def founded(
    form: Form,
    name: PersonName,
    naming: Naming,
    scene: Scene,
    register: Register,
    reasons: Sequence[str],
    maybe: tuple[str, ...],
    doubt: float,
) -> Decision:
    """Somebody new. The first of a full name has the id that the name alone tells.

    ``doubt`` is how likely it is one of those who are known after all.
    """
    id_ = person_id(name.joined) if form is Form.FULL else own_id(scene, naming)
    if register.get(id_):
        id_ = own_id(scene, naming)
    person = Person(id_, " ".join(naming.name.split()) if naming.name else name.joined, form)
    register.put(person, absorb(person, name, naming, scene))
    sure = round(min(_NEW, 1.0 - doubt), 4)
    return Decision(naming.speaker, id_, sure, "; ".join(reasons), maybe)


def odds(score: float) -> float:
    """Return the share that a score in log-odds stands for, 0 to 1."""
    return round(1 / (1 + math.exp(-score)), 4)
