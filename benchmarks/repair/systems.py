"""The tools: their environments, and one process for each run."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
DRIVERS = HERE / "drivers"


class Unavailable(Exception):  # noqa: N818 - not an error of ours: the tool is left out
    """A tool that cannot be installed or started here, with the reason."""


@dataclass(frozen=True, slots=True)
class Environment:
    """What a tool is installed into: a virtual environment, or a folder of npm packages."""

    name: str
    packages: tuple[str, ...] = ()
    npm: tuple[str, ...] = ()
    with_dependencies: bool = True

    def install(self, home: Path) -> None:
        """Install below ``home`` unless it is there; raises ``Unavailable`` with the reason."""
        folder, done = home / self.name, home / self.name / ".installed"
        wanted = " ".join((*self.packages, *self.npm))
        if done.exists() and done.read_text("utf-8") == wanted:
            return
        folder.mkdir(parents=True, exist_ok=True)
        for command in self._commands(folder):
            _must_run(command)
        done.write_text(wanted, "utf-8")

    def _commands(self, folder: Path) -> list[list[str]]:
        if self.npm:
            return [["npm", "install", "--silent", "--prefix", str(folder), *self.npm]]
        pip = [str(folder / "bin" / "python"), "-m", "pip", "--disable-pip-version-check"]
        alone = [] if self.with_dependencies else ["--no-deps"]
        return [
            [sys.executable, "-m", "venv", str(folder)],
            [*pip, "install", "--quiet", *alone, *self.packages],
        ]

    def driver(self, home: Path) -> list[str]:
        """Return the command that runs a tool of this environment, without its arguments."""
        if self.npm:
            return ["node", str(DRIVERS / "drive.mjs")]
        return [str(home / self.name / "bin" / "python"), str(DRIVERS / "drive.py")]


@dataclass(frozen=True, slots=True)
class System:
    """One tool to measure; without an environment it runs in the project's own."""

    name: str
    call: str
    tasks: tuple[str, ...]
    environment: Environment | None = None
    slow: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """What a tool made of the texts (``None`` where it raised), and what that took."""

    results: list[str | None]
    runtime: str
    versions: dict[str, str]
    setup_s: float
    cpu_s: float
    peak_mib: float


def known_systems() -> list[System]:
    """Return the tools of ``systems.toml``, in its order."""
    table = tomllib.loads((HERE / "systems.toml").read_text("utf-8"))
    places = {name: Environment(name, **_tuples(e)) for name, e in table["environment"].items()}
    return [
        System(**_tuples(s) | {"environment": places.get(s.get("environment", ""))})
        for s in table["system"]
    ]


def _tuples(table: dict[str, Any]) -> dict[str, Any]:
    return {k: tuple(v) if isinstance(v, list) else v for k, v in table.items()}


def run(system: System, texts: Sequence[str], home: Path, seconds: float) -> Run:
    """Run a tool over texts in a process of its own; raises ``Unavailable`` if that ends badly."""
    with tempfile.TemporaryDirectory() as name:
        source, target, figures = (Path(name) / f for f in ("in", "out", "figures"))
        with source.open("w", encoding="utf-8") as lines:
            lines.writelines(json.dumps(text) + "\n" for text in texts)
        _must_run([*_command(system, home, source, target, figures)], seconds)
        with target.open(encoding="utf-8") as lines:
            results = [json.loads(line) for line in lines]
        return Run(results, **json.loads(figures.read_text("utf-8")))


def _command(system: System, home: Path, *files: Path) -> list[str]:
    place = system.environment
    driver = place.driver(home) if place else [sys.executable, str(DRIVERS / "drive.py")]
    modules = [str((home / place.name).resolve())] if place and place.npm else []
    return [*driver, system.call, *map(str, files), *modules]


def _must_run(command: list[str], seconds: float | None = None) -> None:
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=seconds, check=False)
    except FileNotFoundError as error:
        raise Unavailable(f"{command[0]} is not installed") from error
    except subprocess.TimeoutExpired as error:
        raise Unavailable(f"took more than {seconds:.0f} s") from error
    if done.returncode:
        said = done.stderr.strip().split("\n")[-1] or f"exit status {done.returncode}"
        raise Unavailable(said.replace(f"{Path.cwd()}/", ""))
