"""Half-space F1 and false edits of a model of spacing, on text it was not trained on."""

from __future__ import annotations

import time
from pathlib import Path

from corpus import HELD_OUT, articles, treebank

from gofteh.repairing.model import unpack
from gofteh.repairing.spacing import spacing_edits
from gofteh.repairing.spacing_lexicon import HALF_SPACE

DAMAGES = {"deleted": "", "as space": " ", "clean": HALF_SPACE}


def report(model_file: Path, ud: Path, corpus: Path) -> None:
    """Print precision, recall and F1 of half-spaces, and the share of gaps changed."""
    model = unpack(model_file.read_bytes())
    sets = {
        "PerDT": treebank(ud / "fa_perdt-ud-dev.conllu"),
        "Seraji": treebank(ud / "fa_seraji-ud-dev.conllu"),
        "held-out news": [
            line.strip()
            for _, text in articles(corpus, 0.95, only=HELD_OUT)
            for line in text.split("\n")
            if line.strip()
        ],
    }
    for name, lines in sets.items():
        for damage, written in DAMAGES.items():
            started, size = time.process_time(), 0
            right = given = wanted = changed = spaces = 0
            for line in lines:
                bad = line.replace(HALF_SPACE, written)
                size += len(bad.encode())
                got = bad
                for edit in reversed(spacing_edits(bad, model)):
                    got = got[: edit.start] + edit.after + got[edit.end :]
                a, b = _gaps(line), _gaps(got)
                halves = {k for k, c in a.items() if c == HALF_SPACE}
                found = {k for k, c in b.items() if c == HALF_SPACE}
                right += len(halves & found)
                given += len(found)
                wanted += len(halves)
                spaces += sum(c == " " for c in a.values())
                changed += sum(c == " " and b.get(k) != " " for k, c in a.items())
            p, r = right / max(given, 1), right / max(wanted, 1)
            speed = size / 1e6 / (time.process_time() - started)
            print(
                f"{name:14} {damage:9} P {p:.4f} R {r:.4f} F1 {2 * p * r / max(p + r, 1e-9):.4f}"
                f"  spaces changed {changed / spaces:.5f}  {speed:.2f} MB/s"
            )


def _gaps(line: str) -> dict[int, str]:
    """Where spaces and half-spaces stand, counted in the other characters."""
    found, n = {}, 0
    for c in line:
        if c in (" ", HALF_SPACE):
            found[n] = c
        else:
            n += 1
    return found
