"""The quality gate as a command of the repository: ``python -m gofteh.cli.gate``.

``--update`` raises floors, ``--allow-regression`` besides sets them to what is.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from gofteh.evaluate.gate import (
    Figures,
    Floors,
    GoldSet,
    check,
    gold_sets,
    measure,
    pinned,
    read_floors,
    write_floors,
)


def main(
    root: Annotated[Path, typer.Option(help="The repository.")] = Path(),
    update: Annotated[bool, typer.Option("--update", help="Raise floors.")] = False,
    allow_regression: Annotated[
        bool, typer.Option("--allow-regression", help="With --update: lower them too.")
    ] = False,
) -> None:
    """Check the figures of all gold sets that are present against their floors."""
    path = root / "tests" / "gate" / "floors.json"
    floors = read_floors(path)
    failed = False
    for gold_set in _present(gold_sets(root)):
        measured, digest = measure(gold_set), gold_set.digest()
        old = floors.get(gold_set.name)
        if update:
            old = pinned(old, digest, measured, allow_regression=allow_regression)
            floors[gold_set.name] = old
        failed |= _report(gold_set.name, old, digest, measured)
    if update:
        write_floors(path, floors)
    raise typer.Exit(1 if failed else 0)


def _present(sets: Iterable[GoldSet]) -> Iterable[GoldSet]:
    for gold_set in sets:
        if gold_set.present:
            yield gold_set
        else:
            typer.echo(f"{gold_set.name}: not here, skipped", err=True)


def _report(name: str, floors: Floors | None, digest: str, measured: Figures) -> bool:
    """Print one set's figures and what is wrong; return whether anything is."""
    for figure, value in measured.items():
        floor = floors.figures.get(figure) if floors else None
        shown = "no floor" if floor is None else f"floor {floor:.4f}"
        typer.echo(f"{name:10} {figure:20} {value:.4f}  ({shown})")
    problems = check(floors, digest, measured) if floors else []
    for problem in problems:
        typer.echo(f"{name}: {problem}", err=True)
    return bool(problems)


if __name__ == "__main__":
    typer.run(main)
