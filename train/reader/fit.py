"""Teach the network: what the grammar finds in a corpus first, then what people annotated.

    python train/reader/fit.py CORPUS BATCHES DEV -o FOLDER [--without FILE] [--folds 4]

CORPUS is a folder of ``*.jsonl.gz``; BATCHES a folder of ``*.articles.jsonl`` with their
``*.gold.jsonl``; the annotations in ``train/annotations`` are read too. ``--keep t08,t09`` names
batches that stay unread, ``--without`` a file of article ids that nothing may be taught from.
Writes ``reader.npz`` (taught by all annotations) and ``fold-0.npz`` … (each taught without the
outlets of its fold, for ``choose.py`` and for honest figures). With ``--guess`` the network first
learns to guess hidden words. Two runs give the same bytes on one machine; about two hours on one
core that multiplies in 16 bits, the corpus read by two.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from articles import Example, gold, kept, records, silver, unlabelled
from batches import Forms, Piece, batches, damaged, pieces
from export import export
from folds import FOLDS, fold_of
from loss import loss, schedule, seeded
from masked import guess
from model import WORD, Network
from vectors import vectors, vocabulary

# passes, learning rate, tokens a batch, steps to warm up
GUESSED = (3, 3e-3, 5000, 100)
TAUGHT = (2, 2e-3, 5000, 100)
TUNED = (4, 1.5e-3, 2500, 50)
# So often a pass shows the development gold to the package's network: the floors are pinned by it,
# and it is one article in eighty. The folds' networks, by which figures are measured, see it once.
DEV_TIMES = 3
SEED = 1
# The spread of the word vectors at the start.
_SPREAD = 0.3


def teach(
    network: Network, every: Sequence[Piece], plan: tuple[int, float, int, int], name: str
) -> None:
    """Teach the network the pieces by a plan; says on standard error how far it is."""
    passes, rate, tokens, warm = plan
    draw = seeded(SEED)
    optimiser = torch.optim.AdamW(
        network.parameters(), lr=rate, weight_decay=0.01, betas=(0.9, 0.98)
    )
    steps = passes * len(batches(every, draw, tokens))
    network.train()
    step, began, mean = 0, time.monotonic(), 0.0
    for _ in range(passes):
        for batch in batches(every, draw, tokens):
            for group in optimiser.param_groups:
                group["lr"] = rate * schedule(step, steps, warm)
            with torch.autocast("cpu", torch.bfloat16):
                lost = loss(network, [damaged(p, draw) for p in batch])
            optimiser.zero_grad()
            lost.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            mean = mean * 0.98 + lost.item() * 0.02
            step += 1
            if step % 200 == 0:
                passed = time.monotonic() - began
                print(f"{name}: {step} of {steps}, {passed:.0f} s, {mean:.3f}", file=sys.stderr)
    network.eval()


def begun(words: Sequence[str], forms: Forms, rows: np.ndarray) -> Network:
    """Return an untaught network that knows the word vectors."""
    torch.manual_seed(SEED)
    network = Network(len(words), forms.classes())
    with torch.no_grad():
        network.word.weight[1:] = torch.from_numpy(rows / rows.std() * _SPREAD)
        network.word.weight[0] = 0
    return network


def annotated(folder: Path, dev: Path, own: Path, keep: frozenset[str]) -> list[Example]:
    """Return all annotated articles but those of the batches kept, each once."""
    sets = [p for p in sorted(folder.glob("*.articles.jsonl")) if p.name[:3] not in keep]
    sets += [dev, *_own(own)]
    found: dict[str, Example] = {}
    for path in sets:
        marks = path.with_name(path.name.replace(".articles.", ".gold."))
        if not marks.exists():
            continue  # not annotated yet
        for example in gold(path, marks):
            found.setdefault(example.id, example)
    return [example for example in found.values() if example.id not in kept()]


def _own(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.articles.jsonl"))


def taught(options: argparse.Namespace) -> None:
    """Teach what the grammar finds; writes ``taught.pt``."""
    paths, skip = sorted(options.corpus.glob("*.jsonl.gz")), _skipped(options)
    told = silver(paths, skip, SEED, options.teacher, options.processes, options.judged)
    print(f"{len(told)} articles told", file=sys.stderr)
    plain = unlabelled(paths, skip, options.processes) if options.guess else told
    words = vocabulary(e.seen.words for e in plain)
    forms = Forms(words)
    guessed, every = pieces(plain, forms), pieces(told, forms)
    network = begun(words, forms, vectors((e.seen.words for e in plain), words, WORD))
    if options.guess:
        guess(network, guessed, GUESSED)
    teach(network, every, TAUGHT, "taught")
    torch.save((words, forms, network.state_dict()), options.out / "taught.pt")


def resumed(words: Sequence[str], forms: Forms, state: dict[str, torch.Tensor]) -> Network:
    """Return the network of a step before; the kinds of words may have become more since."""
    network = Network(len(words), forms.classes())
    network.load_state_dict(state | {"classes": forms.classes()})
    return network


def _skipped(options: argparse.Namespace) -> frozenset[str]:
    """The articles that are annotated or kept for checks: nothing is learnt of them here."""
    skip = frozenset(options.without.read_text("utf-8").split()) if options.without else frozenset()
    skip |= {r["id"] for r in records(sorted(options.batches.glob("*.articles.jsonl")))} | kept()
    return skip | {r["id"] for r in records([options.dev, *_own(options.own)])}


def tuned(options: argparse.Namespace, fold: int | None) -> None:
    """Tune on the annotated articles of all folds but one; writes the weights."""
    words, forms, state = torch.load(options.out / "taught.pt", weights_only=False)
    keep = frozenset(options.keep.split(",")) - {""}
    examples = annotated(options.batches, options.dev, options.own, keep)
    chosen = [e for e in examples if fold is None or fold_of(e.outlet) != fold]
    print(f"{len(chosen)} of {len(examples)} annotated articles", file=sys.stderr)
    if fold is None:
        pinned = {r["id"] for r in records([options.dev])}
        chosen += [e for e in chosen if e.id in pinned] * (DEV_TIMES - 1)
    every = pieces(chosen, forms)
    network = resumed(words, forms, state)
    teach(network, every, TUNED, f"fold {fold}")
    export(network, words, options.out / ("reader.npz" if fold is None else f"fold-{fold}.npz"))


def main() -> int:
    """Run the command line; returns the exit status."""
    options = _options()
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    options.out.mkdir(parents=True, exist_ok=True)
    if options.step in ("all", "teach"):
        taught(options)
    if options.step in ("all", "tune"):
        folds = [*range(FOLDS), None] if options.fold is None else [options.fold]
        for fold in folds:
            tuned(options, None if fold == FOLDS else fold)
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("batches", type=Path)
    parser.add_argument("dev", type=Path, help="dev.articles.jsonl, beside its dev.gold.jsonl")
    parser.add_argument("own", type=Path, help="a folder of own annotations, as expand.py writes")
    parser.add_argument("--out", "-o", type=Path, required=True)
    parser.add_argument("--step", choices=("all", "teach", "tune"), default="all")
    parser.add_argument("--fold", type=int, help=f"this fold alone; {FOLDS} for all annotations")
    parser.add_argument("--guess", action="store_true", help="guess hidden words first")
    parser.add_argument("--keep", default="", help="batches that stay unread: t08,t09")
    parser.add_argument(
        "--teacher",
        type=Path,
        help="weights taught before: what they and the grammar find is taught",
    )
    parser.add_argument("--judged", type=Path, help="judgements that correct it: judged.jsonl")
    parser.add_argument("--processes", type=int, default=2, help="how many read the corpus")
    parser.add_argument("--without", type=Path, help="ids that nothing may be taught from")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
