"""The command: gather, measure each tool, write the tables."""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from itertools import takewhile
from pathlib import Path
from typing import Any

from benchmarks.repair import probes, spelling, table, texts
from benchmarks.repair.measure import Material, measure
from benchmarks.repair.systems import System, Unavailable, known_systems


def main() -> None:
    """Measure, print what happens, write ``repair.md`` and ``repair.json``."""
    options = _options()
    material = gather(options)
    rows: dict[str, dict[str, Any]] = {}
    absent: dict[str, str] = {}
    options.peers.mkdir(parents=True, exist_ok=True)
    for system in chosen(options):
        print(f"{system.name} …", file=sys.stderr, flush=True)
        try:
            rows[system.name] = measure(system, material, options.peers)
        except Unavailable as reason:
            absent[system.name] = str(reason)
            print(f"  left out: {reason}", file=sys.stderr)
    result = {"machine": _machine(), "texts": _sizes(material), "systems": rows, "absent": absent}
    options.output.mkdir(parents=True, exist_ok=True)
    report = json.dumps(result, ensure_ascii=False, indent=1)
    (options.output / "repair.json").write_text(report + "\n", "utf-8")
    (options.output / "repair.md").write_text(table.markdown(result), "utf-8")
    print(table.markdown(result))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.repair", description=__doc__)
    add = parser.add_argument
    add("--ud", type=Path, help="folder of *-ud-dev.conllu and *-train.txt")
    add("--corpus", nargs="*", default=[], help="articles, as gofteh reads them")
    add("--outlets", nargs="*", default=[], help="of the articles, those of these outlets alone")
    add("--lines", type=int, default=2000, help="lines of articles at most (default 2000)")
    add("--spell", type=Path, help="folder of spell_perspelldata and spell_shekasteh")
    add("--pairs", type=int, default=100, help="pairs of each real-word set at most (default 100)")
    add("--test-pairs", type=int, default=0, help="pairs of the test set at most (default all)")
    add("--speed-mb", type=float, default=4.0, help="megabytes to time (default 4)")
    add("--only", nargs="*", default=[], help="tools whose name holds one of these")
    add("--skip", nargs="*", default=[], help="tools whose name holds one of these are left out")
    add("--peers", type=Path, default=Path("build/peers"), help="where tools are installed")
    add("-o", "--output", type=Path, default=Path("build/repair"), help="where the tables go")
    return parser.parse_args()


def chosen(options: argparse.Namespace) -> list[System]:
    """Return the tools asked for."""

    def named(system: System, parts: list[str]) -> bool:
        return any(part in system.name for part in parts)

    return [
        system
        for system in known_systems()
        if (not options.only or named(system, options.only)) and not named(system, options.skip)
    ]


def gather(options: argparse.Namespace) -> Material:
    """Return all texts that the options name."""
    corpora = texts.treebanks(options.ud) if options.ud else []
    if options.corpus:
        corpora.append(texts.articles(options.corpus, options.outlets, options.lines))
    informal = texts.informal(options.spell) if options.spell else None
    corpora += [informal] if informal else []
    pairs = []
    if options.spell:
        pairs = spelling.pair_sets(options.spell, options.pairs, options.test_pairs)
    speed = texts.sentences(options.ud) if options.ud else [t for c in corpora for t in c.texts]
    return Material(corpora, probes.load(), pairs, _at_most(speed, options.speed_mb))


def _at_most(lines: list[str], megabytes: float) -> list[str]:
    left = megabytes * 1e6

    def fits(line: str) -> bool:
        nonlocal left
        left -= len(line.encode())
        return left >= 0

    return list(takewhile(fits, lines))


def _machine() -> dict[str, Any]:
    return {
        "system": platform.platform(terse=True),
        "processor": platform.machine(),
        "cores": os.cpu_count(),
    }


def _sizes(material: Material) -> dict[str, int]:
    sizes = {corpus.name: len(corpus.texts) for corpus in material.corpora}
    return sizes | {pairs.name: len(pairs.pairs) for pairs in material.pairs}


if __name__ == "__main__":
    main()
