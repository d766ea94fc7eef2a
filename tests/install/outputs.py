"""Prints where the core was loaded from, then hashes of its outputs over gold and hostile texts.

A script: `test_compiled.py` runs it once over the sources and once over the compiled wheel.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from benchmarks.hostile import SENTENCES, mixtures, text_of

import gofteh
from gofteh.records.codec import item_record
from gofteh.report.jsonlines import encode_line
from gofteh.text import tokens

GOLD = Path(__file__).parents[1] / "gold" / "fictional.articles.jsonl"
KEPT = ("id", "title", "text", "url", "outlet", "published")


def articles() -> Iterator[gofteh.Article]:
    for line in GOLD.read_text("utf-8").splitlines():
        record = json.loads(line)
        yield gofteh.Article(**{k: record[k] for k in KEPT if record.get(k) is not None})
    for kind in SENTENCES:
        yield gofteh.Article(text=text_of(kind, 25), id=kind)
    for number, text in enumerate(mixtures(60)):
        yield gofteh.Article(text=text, id=f"mixture {number}")


def outputs(article: gofteh.Article) -> Iterator[bytes]:
    for reader in ("grammar", "both"):
        yield encode_line(item_record(gofteh.extract(article, reader=reader, explain=True)))
    for level in ("characters", "spacing", "spelling"):
        repaired = gofteh.repair(article.raw, level)
        yield repr((repaired.text, repaired.edits)).encode("utf-8", "surrogatepass")


if __name__ == "__main__":
    print(Path(tokens.__file__ or "").name)
    for article in articles():
        print(article.id, *(hashlib.sha256(output).hexdigest()[:16] for output in outputs(article)))
