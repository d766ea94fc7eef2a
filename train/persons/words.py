"""Count in how many articles each word stands: the weights by which subjects are compared.

    python train/persons/words.py OUT.tsv ARTICLES.jsonl[.gz]…

Writes words that at least one in 500 articles has, with ln(articles / articles with the word).
"""

from __future__ import annotations

import gzip
import json
import math
import sys
from collections import Counter
from pathlib import Path

from gofteh.persons.names import folded_words

_LEAST = 1 / 500


def main(out: str, *inputs: str) -> None:
    """Count over all inputs and write the table."""
    articles, having = 0, Counter[str]()
    for name in inputs:
        opened = gzip.open if name.endswith(".gz") else open
        with opened(name, "rt", encoding="utf-8") as lines:
            for line in lines:
                article = json.loads(line)
                text = f"{article.get('title') or ''} {article.get('text') or ''}"
                having.update(set(folded_words(text)))
                articles += 1
    kept = sorted(
        (w, n) for w, n in having.items() if n >= articles * _LEAST and w.isalpha() and len(w) > 2
    )
    rows = [f"{word}\t{math.log(articles / n):.2f}" for word, n in kept]
    head = (
        f"# ln(articles / articles with the word), of {articles} articles; train/persons/words.py"
    )
    Path(out).write_text("\n".join((head, *rows)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
