"""The probes of ``tests/repairing/probes.toml``: what each tool makes of small texts."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

PATH = Path(__file__).parents[2] / "tests" / "text" / "repair" / "probes.toml"


def load(path: Path = PATH) -> list[dict[str, str]]:
    """Return the probes, each with ``kind``, ``name``, ``level``, ``raw`` and ``want``."""
    probes: list[dict[str, str]] = tomllib.loads(path.read_text("utf-8"))["probe"]
    return probes


def verdict(probe: dict[str, str], output: str) -> str:
    """Return ``ok``, ``BREAK`` (altered what must stay), ``miss`` (left it), or ``other``."""
    if output == probe["want"]:
        return "ok"
    if probe["raw"] == probe["want"]:
        return "BREAK"
    return "miss" if output == probe["raw"] else "other"


def figures(probes: Sequence[dict[str, str]], outputs: Sequence[str]) -> dict[str, object]:
    """Return how many are right, of all and by kind, and the verdict on each baseline probe."""
    verdicts = [verdict(p, o) for p, o in zip(probes, outputs, strict=True)]
    kinds = Counter(p["kind"] for p in probes)
    right = Counter(p["kind"] for p, v in zip(probes, verdicts, strict=True) if v == "ok")
    return {
        "probes": len(probes),
        "right": right.total(),
        "kinds": {kind: [right[kind], size] for kind, size in kinds.items()},
        "baseline": {
            p["name"]: v for p, v in zip(probes, verdicts, strict=True) if p["kind"] == "baseline"
        },
    }
