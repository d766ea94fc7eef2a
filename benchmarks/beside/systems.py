"""Who is measured, and what each needs to run."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
HERE, COMPILED, HAZM = "here", "compiled", "hazm"
# What `make beside-env` makes: the compiled wheel unpacked, and hazm, whose numpy is an old one.
MADE = {COMPILED: ROOT / "build" / "beside" / "compiled", HAZM: ROOT / "build" / "beside" / "hazm"}


@dataclass(frozen=True, slots=True)
class System:
    """One row of the table: what `worker` calls, and in which place that runs."""

    name: str
    call: str
    place: str = HERE
    needs: str = "gofteh"


_REPAIR = {
    "repair, characters": "repair:characters:academy",
    "repair, spacing": "repair:spacing:academy",
    "repair, spacing, newsroom": "repair:spacing:newsroom",
    "repair, spelling": "repair:spelling:academy",
}
_EXTRACT = {
    "extract, grammar": "extract:grammar",
    "extract, grammar and reader": "extract:both",
}
SYSTEMS = {
    one.name: one
    for one in (
        System("a copy of the JSON", "json", needs="json"),
        System("spaCy, blank Persian tokeniser", "spacy", needs="spacy"),
        System("hazm, normalised, sentences, words", "hazm", HAZM, needs="hazm"),
        *(System(f"gofteh {name}", call) for name, call in {**_REPAIR, **_EXTRACT}.items()),
        *(
            System(f"gofteh compiled, {name}", call, COMPILED)
            for name, call in {**_REPAIR, **_EXTRACT}.items()
            if "characters" not in name and "newsroom" not in name
        ),
    )
}


class LackingError(Exception):
    """What is missing for what was asked for; the message says how to get it."""


def python_of(system: System) -> tuple[str, dict[str, str]]:
    """Return the interpreter that runs a system, and what its environment holds."""
    python = MADE[HAZM] / "bin" / "python" if system.place == HAZM else Path(sys.executable)
    source = MADE[COMPILED] if system.place == COMPILED else ROOT / "src"
    path = {} if system.place == HAZM else {"PYTHONPATH": str(source)}
    return str(python), os.environ | {"OPENBLAS_NUM_THREADS": "1", "PYTHONUTF8": "1"} | path


def check(systems: Iterable[System]) -> None:
    """Raise `LackingError` naming every system that cannot be measured here, and what it lacks."""
    lacking = [f"  {one.name}: {why}" for one in systems if (why := _lacks(one))]
    if lacking:
        told = "\n".join(lacking)
        raise LackingError(f"{told}\nmake beside-env installs all of it; --systems asks for fewer")


def _lacks(system: System) -> str:
    if system.place in MADE and not MADE[system.place].exists():
        return f"no {MADE[system.place].relative_to(ROOT)}"
    python, environment = python_of(system)
    tried = [python, "-c", f"import {system.needs}"]
    done = subprocess.run(tried, env=environment, capture_output=True, text=True, timeout=300)
    return "" if done.returncode == 0 else done.stderr.strip().rpartition("\n")[2]
