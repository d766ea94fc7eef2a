"""The persons of many articles at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from gofteh.persons.decided import person_id
from gofteh.persons.holders import Holder, known_holders
from gofteh.persons.link import link
from gofteh.persons.names import parse_name
from gofteh.persons.records import Decision, Form, Scene
from gofteh.persons.register import KnownPerson, MemoryRegister, OfficeTerm, Register, introduce

# All articles are gone through once for full names, then for surnames, then for offices: so for
# those who are named by less the order of the articles does not matter.
PASSES = ((Form.FULL, Form.BODY), (Form.SURNAME,), (Form.OFFICE,))

# Persons whom humans gave to speakers: ids by article and speaker.
Ruled = Mapping[str, Mapping[int, str]]


def new_register(holders: Sequence[Holder] | None = None) -> MemoryRegister:
    """Return a register of the office holders in a table, and of nobody else."""
    register = MemoryRegister()
    introduce_holders(register, known_holders() if holders is None else holders)
    return register


def introduce_holders(register: Register, holders: Iterable[Holder]) -> None:
    """Put the holders of offices into a register."""
    for one in holders:
        held = OfficeTerm(one.office, one.first, one.last, one.source, one.open)
        known = KnownPerson(one.name, offices=(held,))
        introduce(register, known, person_id(parse_name(one.name).joined))


def link_all(
    scenes: Sequence[Scene], register: Register, ruled: Ruled | None = None
) -> dict[str, dict[int, Decision]]:
    """Return the decisions on every naming of every article, by article and speaker."""
    given = ruled or {}
    found: dict[str, dict[int, Decision]] = {scene.article: {} for scene in scenes}
    for forms in PASSES:
        for scene in scenes:
            made = found[scene.article]
            decided = {n: one.person for n, one in made.items() if one.person}
            for decision in link(scene, register, forms, given.get(scene.article), decided):
                made[decision.speaker] = decision
    return found
