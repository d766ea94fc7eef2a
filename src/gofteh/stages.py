"""Stages: the steps of a reading, each of which says what it needs and what it adds.

A stage is a function from the work so far to one new thing. `assemble` checks a row of stages
before any text is read: what a stage needs must have been added before it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from gofteh.errors import GoftehError

Work = TypeVar("Work")


@dataclass(frozen=True, slots=True)
class Stage(Generic[Work]):
    """One step: ``run`` reads what it ``needs`` of the work and returns what it ``adds``.

    Both are names of the work's attributes. A stage may add what it also needs: what it returns
    then replaces that, as drafts are by a choice among them. ``does`` says in words what it does.
    ``score`` names its own score on annotated articles (a key of `benchmarks.stages.SCORES`); it
    is empty where only the stages that need what it adds can be scored.
    """

    name: str
    run: Callable[[Work], object]
    needs: tuple[str, ...]
    adds: str
    does: str
    score: str = ""


class StageError(GoftehError, ValueError):
    """A row of stages that cannot run; the message names the stage and what is wrong."""


def assemble(stages: Sequence[Stage[Work]], given: Sequence[str]) -> tuple[Stage[Work], ...]:
    """Return the stages if they can run in their order on work that holds what is ``given``.

    Raises `StageError` naming the first stage that needs what no stage before it adds, that adds
    what is there already without needing it, or that bears the name of another.
    """
    there: dict[str, str] = dict.fromkeys(given, "the input")
    names: set[str] = set()
    for stage in stages:
        missing = [need for need in stage.needs if need not in there]
        if missing:
            raise StageError(
                f"stage {stage.name!r} needs {', '.join(missing)}: put it behind what adds it"
            )
        if stage.adds in there and stage.adds not in stage.needs:
            raise StageError(
                f"stage {stage.name!r} adds {stage.adds}, which {there[stage.adds]} has added: "
                "let it need what it replaces, or leave one out"
            )
        if stage.name in names:
            raise StageError(f"two stages are called {stage.name!r}")
        names.add(stage.name)
        there[stage.adds] = f"stage {stage.name!r}"
    return tuple(stages)


def replaced(
    stages: Sequence[Stage[Work]], name: str, run: Callable[[Work], object]
) -> tuple[Stage[Work], ...]:
    """Return the stages with another implementation of one; ``KeyError`` for an unknown name."""
    if all(stage.name != name for stage in stages):
        raise KeyError(name)
    return tuple(replace(s, run=run) if s.name == name else s for s in stages)


def inserted_behind(
    stages: Sequence[Stage[Work]], name: str, new: Stage[Work]
) -> tuple[Stage[Work], ...]:
    """Return the stages with a new one behind another; ``KeyError`` for an unknown name."""
    at = next((k for k, stage in enumerate(stages) if stage.name == name), None)
    if at is None:
        raise KeyError(name)
    return (*stages[: at + 1], new, *stages[at + 1 :])
