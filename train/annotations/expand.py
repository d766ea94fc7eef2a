"""Turn the annotations, which hold no article text, into articles and gold for training.

    python train/annotations/expand.py CORPUS ARTICLES.jsonl GOLD.jsonl [--part PART]
        [--batch v00] [--last v39]

CORPUS is a folder of ``*.jsonl.gz``. Every line of ``annotations.jsonl`` has an article's id,
the SHA-256 of its text, and statements as offsets; speakers and their other namings are offsets
too. ``--part second`` takes the blind second annotation of some articles, ``first`` (the default)
all others of that round; ``random`` 1,536 articles drawn at random from a crawl of 130 sites, news
channels and newspapers, in batches of 24 that were scored before they were taught from
(``--batch`` takes one, ``--last`` all up to one); ``more`` further batches of the same kinds,
channels and newspapers most; ``latest`` 72 batches of channels and newspapers alone; ``careful``
12 batches read sentence by sentence, the first four by two annotators, a third of the others
chosen where the reader was unsure; ``kept`` 22 batches of these rounds that nobody has read and
nothing is taught from.
Exits with 1 and names the articles whose text is missing or is another.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from gofteh import Article

HERE = Path(__file__).parent
FILES = {
    "first": "annotations.jsonl",
    "second": "second.jsonl",
    "random": "random.jsonl",
    "more": "more.jsonl",
    "latest": "latest.jsonl",
    "careful": "careful.jsonl",
    "kept": "kept.jsonl",
}


def corpus(folder: Path, wanted: set[str]) -> dict[str, dict[str, Any]]:
    """Return the wanted articles of a folder by id."""
    found = {}
    for path in sorted(folder.glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as stream:
            for line in stream:
                record = json.loads(line)
                if record["id"] in wanted:
                    found[record["id"]] = record
    return found


def raw_text(record: dict[str, Any]) -> str:
    """Return the text that offsets count in."""
    return Article(text=record["text"], title=record.get("title")).raw


def gold(annotation: dict[str, Any], raw: str) -> dict[str, Any]:
    """Return an annotation in the form of the yardstick, names spelt out."""

    def words(span: list[int] | None) -> str:
        return raw[span[0] : span[1]] if span else "unknown"

    statements = [
        {
            **{k: s[k] for k in ("content", "cue", "source", "kind", "manner")},
            "speaker": words(s["speaker"]),
            "aliases": [words(a) for a in s["aliases"]],
        }
        for s in annotation["statements"]
    ]
    return {"id": annotation["id"], "statements": statements}


def expand(
    part: str, folder: Path, batch: str | None = None, last: str | None = None
) -> Iterator[tuple[dict[str, Any], dict[str, Any] | None]]:
    """Yield the record and the gold of every annotated article; no gold where the text differs."""
    lines = (HERE / FILES[part]).read_text("utf-8").splitlines()
    annotations = [json.loads(line) for line in lines]
    annotations = [a for a in annotations if batch in (None, a.get("batch"))]
    annotations = [a for a in annotations if last is None or a.get("batch", "") <= last]
    records = corpus(folder, {a["id"] for a in annotations})
    for annotation in annotations:
        record = records.get(annotation["id"], {"id": annotation["id"], "text": ""})
        raw = raw_text(record)
        same = hashlib.sha256(raw.encode()).hexdigest() == annotation["sha256"]
        yield record, gold(annotation, raw) if same else None


def main() -> int:
    """Run the command line; returns the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("articles", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--part", choices=FILES, default="first")
    parser.add_argument("--batch", help="this batch alone")
    parser.add_argument("--last", help="no batch behind this one")
    options = parser.parse_args()
    missing = []
    with options.articles.open("w", encoding="utf-8") as a, options.gold.open("w") as g:
        chosen = expand(options.part, options.corpus, options.batch, options.last)
        for record, statements in chosen:
            if statements is None:
                missing.append(record["id"])
                continue
            a.write(json.dumps(record, ensure_ascii=False) + "\n")
            g.write(json.dumps(statements, ensure_ascii=False) + "\n")
    for key in missing:
        print(f"{key}: not in the corpus, or with another text", file=sys.stderr)
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
