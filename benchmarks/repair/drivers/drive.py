"""Run one tool over lines of JSON: ``drive.py CALL IN OUT FIGURES``.

Stands alone: it is run by the interpreter of the tool's own environment. A line in is a text as a
JSON string, a line out what the tool makes of it, or null where the tool raised. ``FIGURES``
receives versions, set-up seconds, processor seconds of the calls alone, and peak memory.
"""

from __future__ import annotations

import json
import os
import platform
import resource
import sys
import time
from collections.abc import Callable
from importlib import metadata
from pathlib import Path

Repair = Callable[[str], str]


def gofteh(level: str) -> Repair:
    """Return gofteh's repair at one level."""
    from gofteh import repair

    return lambda text: repair(text, level=level).text


def gofteh_levels() -> Repair:
    """Return gofteh's repair of ``LEVEL:TEXT`` at that level."""
    from gofteh import repair

    def call(marked: str) -> str:
        level, _, text = marked.partition(":")
        return repair(text, level=level).text

    return call


def six_expressions() -> Repair:
    """Return the expressions that most scripts make do with."""
    import expressions

    return expressions.repair


def hazm() -> Repair:
    """Return hazm's normaliser as it comes."""
    from hazm import Normalizer

    return Normalizer().normalize


def parsivar(statistical: bool = False) -> Repair:
    """Return parsivar's normaliser, by rules or with its spacing model."""
    from parsivar import Normalizer

    return Normalizer(statistical_space_correction=statistical).normalize


def parsivar_spelling() -> Repair:
    """Return parsivar's spelling correction."""
    from parsivar import SpellCheck

    return SpellCheck().spell_corrector


def shekar() -> Repair:
    """Return shekar's normaliser as it comes."""
    from shekar import Normalizer

    return Normalizer()


def shekar_spelling() -> Repair:
    """Return shekar's spelling correction."""
    from shekar import SpellChecker

    return SpellChecker().correct


def dadmatools() -> Repair:
    """Return dadmatools' normaliser as it comes."""
    from dadmatools.normalizer import Normalizer

    return Normalizer().normalize


def persiantools() -> Repair:
    """Return persiantools' Arabic letters and digits to Persian ones."""
    from persiantools import characters, digits

    return lambda text: digits.ar_to_fa(characters.ar_to_fa(text))


def icu() -> Repair:
    """Return Unicode's compatibility composition, what search engines apply."""
    from icu import Normalizer2

    return Normalizer2.getNFKCInstance().normalize


CALLS: dict[str, Callable[[], Repair]] = {
    "gofteh_characters": lambda: gofteh("characters"),
    "gofteh_spacing": lambda: gofteh("spacing"),
    "gofteh_spelling": lambda: gofteh("spelling"),
    "gofteh_levels": gofteh_levels,
    "six_expressions": six_expressions,
    "hazm": hazm,
    "parsivar": parsivar,
    "parsivar_statistical": lambda: parsivar(statistical=True),
    "parsivar_spelling": parsivar_spelling,
    "shekar": shekar,
    "shekar_spelling": shekar_spelling,
    "dadmatools": dadmatools,
    "persiantools": persiantools,
    "icu": icu,
}


def one_core() -> None:
    """Keep this process to one core, threads of libraries included, where the system can."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def run(repair: Repair, texts: list[str]) -> tuple[list[str | None], float]:
    """Return what comes of each text, and the processor seconds."""
    results: list[str | None] = []
    began = time.process_time()
    for text in texts:
        try:
            results.append(repair(text))
        except Exception:  # whatever a tool raises on one text is that text's failure
            results.append(None)
    return results, time.process_time() - began


def peak_mib() -> float:
    """Return the peak memory of this process, without that of the one that started it."""
    status = Path("/proc/self/status")
    if status.exists():
        lines = dict(line.split(":", 1) for line in status.read_text().splitlines())
        return int(lines["VmHWM"].split()[0]) / 2**10
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 2**20 if sys.platform == "darwin" else peak / 2**10


def main() -> None:
    """Read, run, write."""
    call, source, target, figures = sys.argv[1:]
    one_core()
    began = time.perf_counter()
    repair = CALLS[call]()
    repair("سلام." if call != "gofteh_levels" else "characters:سلام.")
    setup = time.perf_counter() - began
    with Path(source).open(encoding="utf-8") as lines:
        texts = [json.loads(line) for line in lines]
    results, seconds = run(repair, texts)
    with Path(target).open("w", encoding="utf-8") as out:
        out.writelines(json.dumps(result) + "\n" for result in results)
    report = {
        "peak_mib": peak_mib(),
        "runtime": f"Python {platform.python_version()}",
        "versions": {d.metadata["Name"]: d.version for d in metadata.distributions()},
        "setup_s": setup,
        "cpu_s": seconds,
    }
    Path(figures).write_text(json.dumps(report), "utf-8")


if __name__ == "__main__":
    main()
