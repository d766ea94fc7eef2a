"""Persons over many records at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gofteh.persons.holders import Holder, known_holders
from gofteh.persons.link import link, person_id
from gofteh.persons.names import parse_name
from gofteh.persons.records import Decision, Form, Scene
from gofteh.persons.register import MemoryRegister, Register, seed

# First everybody who is named in full, so that the order of the articles does not matter to those
# who are named by less.
_PASSES = ((Form.FULL, Form.BODY), (Form.SURNAME,), (Form.OFFICE,))


def new_register(holders: Sequence[Holder] | None = None) -> MemoryRegister:
    """Return a register that knows the holders of offices of a table and nobody else."""
    register = MemoryRegister()
    begin(register, known_holders() if holders is None else holders)
    return register


def begin(register: Register, holders: Iterable[Holder]) -> None:
    """Put the holders of offices into an empty register."""
    seed(
        register,
        (
            (person_id(parse_name(h.name).joined), f"{h.name}|{h.office}", h.first, h.last)
            for h in holders
        ),
    )


def link_all(scenes: Sequence[Scene], register: Register) -> dict[str, dict[int, Decision]]:
    """Return the decisions on every naming of every article, by article and speaker."""
    found: dict[str, dict[int, Decision]] = {scene.article: {} for scene in scenes}
    for forms in _PASSES:
        for scene in scenes:
            for decision in link(scene, register, forms):
                found[scene.article][decision.speaker] = decision
    return found
