"""Find the given names of foreigners that the news writes, which Iranian registers lack.

    python train/names/foreign.py CORPUS src/gofteh/lexicon/data/foreign_names.txt

CORPUS is a folder of ``*.jsonl.gz`` articles. A word counts as a given name where it opens a
phrase of two words, quoted or in front of a comma, that an office follows (``الکساندر X، رئیس …``),
with two surnames or more, in two outlets or more, and often enough for its frequency: a common word
that happens to stand there (``در``, ``تیم``) does so rarely.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from gofteh.lexicon.boundaries import ADJUNCT_STARTERS, FINITE_VERBS
from gofteh.lexicon.heads import ANYBODY, DOCUMENT_HEADS, ORGANISATION_HEADS, ROLE_HEADS
from gofteh.lexicon.names import iranian_names
from gofteh.lexicon.people import HONORIFICS
from gofteh.text.fold import fold, word_set
from gofteh.text.tokens import tokenise

_NO_NAMES = (
    ROLE_HEADS | ORGANISATION_HEADS | DOCUMENT_HEADS | ADJUNCT_STARTERS | FINITE_VERBS | HONORIFICS
)
# Common words that are also given names: more harm than help.
_COMMON_WORDS = word_set("سینا پیمان آنا جان تام آلن")
_OPENERS = frozenset({"\n", ".", "،", "و", "«", '"', "که", ":"})
_MIN_SURNAMES = 2
_MIN_OUTLETS = 2
_MIN_SHARE = 0.02
_MIN_LETTERS = 3


def articles(corpus: Path) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the outlet and the folded words of every article."""
    for path in sorted(corpus.glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                article = json.loads(line)
                raw = f"{article.get('title') or ''}\n{article['text']}"
                yield article["outlet"], tokenise(fold(raw).text).all


def named(words: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield given name and surname of each two words between an opener and an office."""
    for i in range(1, len(words) - 4):
        pair = words[i : i + 2]
        opens = words[i - 1] in _OPENERS
        letters = all(w.isalpha() and len(w) >= _MIN_LETTERS and w not in _NO_NAMES for w in pair)
        if not (opens and letters):
            continue
        quoted = words[i + 2] in ("»", '"')
        after = i + 2 + quoted
        comma = words[after] == "،"
        if (comma or quoted) and words[after + comma] in ROLE_HEADS - ANYBODY:
            yield pair[0], pair[1]


def foreign_names(corpus: Path) -> list[str]:
    """Return the folded given names, sorted."""
    surnames: defaultdict[str, set[str]] = defaultdict(set)
    outlets: defaultdict[str, set[str]] = defaultdict(set)
    borne, seen = Counter[str](), Counter[str]()
    for outlet, words in articles(corpus):
        seen.update(words)
        for given, surname in named(words):
            surnames[given].add(surname)
            outlets[given].add(outlet)
            borne[given] += 1
    told = (
        name
        for name in surnames
        if len(surnames[name]) >= _MIN_SURNAMES
        and len(outlets[name]) >= _MIN_OUTLETS
        and borne[name] >= _MIN_SHARE * seen[name]
    )
    return sorted(set(told) - iranian_names() - _COMMON_WORDS)


def main() -> None:
    """Write the list, one name a line."""
    corpus, target = map(Path, sys.argv[1:3])
    names = foreign_names(corpus)
    target.write_text("\n".join(names) + "\n", "utf-8")
    print(f"{target.name}: {len(names)}")


if __name__ == "__main__":
    main()
