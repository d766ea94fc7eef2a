"""Teach the network: what the grammar finds in a corpus first, then what people annotated.

    python train/reader/fit.py CORPUS BATCHES DEV -o FOLDER [--without FILE] [--folds 4]

CORPUS is a folder of ``*.jsonl.gz``; BATCHES a folder of ``*.articles.jsonl`` with their
``*.gold.jsonl``; the annotations in ``train/annotations`` are read too. ``--keep t08,t09`` names
batches that stay unread, ``--without`` a file of article ids that nothing may be taught from.
Writes ``reader.npz`` (taught by all annotations) and ``fold-0.npz`` … (each taught without the
outlets of its fold, for ``choose.py`` and for honest figures). Two runs give the same bytes on one
machine; about 40 minutes on one core.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from articles import Example, gold, records, silver
from batches import Forms, Piece, batches, damaged, pieces
from export import export
from folds import FOLDS, fold_of
from loss import loss, schedule, seeded
from model import Network
from vectors import vectors, vocabulary

# passes, learning rate, tokens a batch, steps to warm up
TAUGHT = (2, 3e-3, 5000, 100)
TUNED = (8, 1.5e-3, 2500, 50)
SEED = 1
# The spread of the word vectors at the start.
_SPREAD = 0.3


def teach(
    network: Network, every: Sequence[Piece], plan: tuple[int, float, int, int], name: str
) -> None:
    """Teach the network the pieces by a plan; says on standard error how far it is."""
    passes, rate, tokens, warm = plan
    draw = seeded(SEED)
    optimiser = torch.optim.AdamW(network.parameters(), lr=rate, weight_decay=0.01, betas=(0.9, 0.98))
    steps = passes * len(batches(every, draw, tokens))
    network.train()
    step, began, mean = 0, time.monotonic(), 0.0
    for _ in range(passes):
        for batch in batches(every, draw, tokens):
            for group in optimiser.param_groups:
                group["lr"] = rate * schedule(step, steps, warm)
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
    sets += [dev, *sorted(own.glob("*.articles.jsonl"))]
    found: dict[str, Example] = {}
    for path in sets:
        marks = path.with_name(path.name.replace(".articles.", ".gold."))
        for example in gold(path, marks):
            found.setdefault(example.id, example)
    return list(found.values())


def kept_ids(folder: Path, keep: frozenset[str]) -> frozenset[str]:
    """Return the ids of articles in the batches that stay unread."""
    paths = [folder / f"{name}.articles.jsonl" for name in sorted(keep)]
    return frozenset(r["id"] for r in records(p for p in paths if p.exists()))


def main() -> int:
    """Run the command line; returns the exit status."""
    options = _options()
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    keep = frozenset(options.keep.split(",")) - {""}
    examples = annotated(options.batches, options.dev, options.own, keep)
    without = frozenset(options.without.read_text("utf-8").split()) if options.without else frozenset()
    skip = without | kept_ids(options.batches, keep) | {e.id for e in examples}
    told = silver(sorted(options.corpus.glob("*.jsonl.gz")), skip, SEED)
    print(f"{len(examples)} annotated, {len(told)} told by the grammar", file=sys.stderr)
    words = vocabulary(e.seen.words for e in told)
    forms = Forms(words)
    taught, tuned = pieces(told, forms), {e.id: pieces([e], forms) for e in examples}
    network = begun(words, forms, vectors((e.seen.words for e in told), words, 64))
    teach(network, taught, TAUGHT, "taught")
    state = {k: v.clone() for k, v in network.state_dict().items()}
    options.out.mkdir(parents=True, exist_ok=True)
    torch.save((words, state), options.out / "taught.pt")
    for fold in (*range(FOLDS), None):
        network.load_state_dict(state)
        chosen = [e for e in examples if fold is None or fold_of(e.outlet) != fold]
        teach(network, [p for e in chosen for p in tuned[e.id]], TUNED, f"fold {fold}")
        name = "reader.npz" if fold is None else f"fold-{fold}.npz"
        export(network, words, options.out / name)
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
    parser.add_argument("--keep", default="", help="batches that stay unread: t08,t09")
    parser.add_argument("--without", type=Path, help="ids that nothing may be taught from")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
