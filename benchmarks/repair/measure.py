"""One row of the table: what a tool is asked, and what its answers are worth."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.repair import gaps, probes, spelling
from benchmarks.repair.systems import System, Unavailable, run
from benchmarks.repair.texts import DAMAGES, Corpus

SECONDS = 7200.0  # a tool that needs longer for all its texts is left out
SLOW_LINES = 100
BY_LEVEL = "gofteh_levels"  # the call that takes a level with each text
PAGE_LINES = 40  # sentences of one call where whole articles are timed, some 6 KB


@dataclass(frozen=True, slots=True)
class Material:
    """All that the tools are asked."""

    corpora: list[Corpus]
    probes: list[dict[str, str]]
    pairs: list[spelling.PairSet]
    speed: list[str]


@dataclass(slots=True)
class Answers:
    """What a tool made of each text. Those of other tools are kept on disk between runs."""

    path: Path | None
    versions: str
    known: dict[str, str | None] = field(default_factory=dict)

    @classmethod
    def open(cls, system: System, home: Path) -> Answers:
        """Return the answers of earlier runs of the same packages; none for gofteh itself."""
        place = system.environment
        if place is None:
            return cls(None, "")
        path, versions = home / f"{system.call}.answers.json", "\n".join(place.packages + place.npm)
        if path.exists():
            kept = json.loads(path.read_text("utf-8"))
            if kept["versions"] == versions:
                return cls(path, versions, kept["answers"])
        return cls(path, versions)

    def save(self) -> None:
        """Keep the answers for the next run."""
        if self.path:
            kept = {"versions": self.versions, "answers": self.known}
            self.path.write_text(json.dumps(kept), "utf-8")

    def __getitem__(self, text: str) -> str:
        """Return what became of a text: itself where the tool raised."""
        answer = self.known[text]
        return text if answer is None else answer


def measure(system: System, material: Material, home: Path) -> dict[str, Any]:
    """Return the figures of one tool; raises ``Unavailable`` where it cannot be had."""
    if system.environment:
        system.environment.install(home)
    answers = Answers.open(system, home)
    asked = list(dict.fromkeys(_questions(system, material)))
    missing = [text for text in asked if text not in answers.known]
    if missing:
        done = run(system, missing, home, SECONDS)
        answers.known |= dict(zip(missing, done.results, strict=True))
        answers.save()
    row: dict[str, Any] = {"failed": sum(answers.known[text] is None for text in asked)}
    row |= _scores(system, material, answers)
    return row | _speed(system, material, home)


def _questions(system: System, material: Material) -> Iterator[str]:
    if "spacing" in system.tasks:
        for corpus in material.corpora:
            yield from corpus.texts
            for damage in DAMAGES.values():
                yield from map(damage, corpus.texts)
    if "probes" in system.tasks:
        for probe in _probes(system, material):
            yield _question(system, probe)
    if "spelling" in system.tasks:
        for pair_set in material.pairs:
            for pair in pair_set.pairs:
                yield from pair


def _probes(system: System, material: Material) -> list[dict[str, str]]:
    """Return the probes that a tool can be asked: those on levels only where it has levels."""
    if system.call == BY_LEVEL:
        return material.probes
    return [probe for probe in material.probes if probe["kind"] != "level"]


def _question(system: System, probe: dict[str, str]) -> str:
    return f"{probe['level']}:{probe['raw']}" if system.call == BY_LEVEL else probe["raw"]


def _scores(system: System, material: Material, answers: Answers) -> dict[str, Any]:
    row: dict[str, Any] = {}
    if "spacing" in system.tasks:
        row["spacing"] = {c.name: _spacing(c, answers) for c in material.corpora}
        row["clean"] = {
            c.name: gaps.clean((text, answers[text]) for text in c.texts) for c in material.corpora
        }
    if "probes" in system.tasks:
        asked = _probes(system, material)
        outputs = [answers[_question(system, probe)] for probe in asked]
        row["probes"] = probes.figures(asked, outputs)
    if "spelling" in system.tasks:
        row["spelling"] = {
            s.name: spelling.score((w, r, answers[w], answers[r]) for w, r in s.pairs)
            for s in material.pairs
        }
    return row


def _spacing(corpus: Corpus, answers: Answers) -> dict[str, dict[str, float]]:
    return {
        name: gaps.half_spaces((text, answers[damage(text)]) for text in corpus.texts)
        for name, damage in DAMAGES.items()
    }


def _speed(system: System, material: Material, home: Path) -> dict[str, Any]:
    """Return speed, set-up and memory, from processes that do nothing else."""
    if "speed" not in system.tasks or not material.speed:
        return {}
    lines = material.speed[:SLOW_LINES] if system.slow else material.speed
    pages = _pages(lines)
    done, by_page = (run(system, texts, home, SECONDS) for texts in (lines, pages))
    size = sum(len(text.encode()) for text in lines) / 1e6
    if not done.cpu_s or not by_page.cpu_s:
        raise Unavailable("too little text to time")
    return {
        "runtime": done.runtime,
        "version": _version(system, done.versions),
        "speed": {
            "mb_per_s": size / done.cpu_s,
            "mb_per_s_by_page": size / by_page.cpu_s,
            "setup_s": done.setup_s,
            "peak_mib": done.peak_mib,
            "mb": size,
        },
    }


def _version(system: System, installed: dict[str, str]) -> str:
    """Return the versions of what a tool's environment was asked to hold."""
    place = system.environment
    if place is None:
        return f"gofteh {installed['gofteh']}" if "gofteh" in system.call else "-"
    wanted = [name.rpartition("@")[0] for name in place.npm]
    wanted += [name.partition("==")[0] for name in place.packages]
    by_name = {name.lower(): version for name, version in installed.items()}
    return ", ".join(f"{name} {by_name[name.lower()]}" for name in wanted)


def _pages(lines: list[str]) -> list[str]:
    return ["\n".join(lines[i : i + PAGE_LINES]) for i in range(0, len(lines), PAGE_LINES)]
