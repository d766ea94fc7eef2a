"""Compile the common words of news with which no person's name begins.

    python train/names/common.py LEXICON CORPUS.jsonl.gz … src/gofteh/lexicon/data/common_words.txt

LEXICON is Lilak's word list (Apache-2.0, ``src/data/lexicon``). A word counts as common where it or
its stem is in that list (or the articles hold it very often), the articles hold it ``_MIN_COUNT``
times, and it hardly ever stands where a surname stands: right behind a given name or a title, or
alone in front of a headline's colon. Surnames that are also words (``رضایی``, ``ظریف``) stand there
often and are left out; so are given names and offices.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from gofteh.lexicon.heads import ROLE_HEADS
from gofteh.lexicon.names import given_names
from gofteh.lexicon.people import HONORIFICS, SURNAME_ENDS
from gofteh.text.fold import fold, fold_word
from gofteh.text.tokens import tokenise

_MIN_COUNT = 15
# Without the word list's word for it, a word must be this frequent.
_FREQUENT = 300
# Surnames stand behind a given name or title in one place of ten at least, in headlines in one of
# a hundred; common words stay below these shares.
_MAX_SHARE = 0.02
_MAX_HEADLINES = 0.004
_ENDS = (
    "", "ی", "ای", "ها", "های", "هایی", "هایش", "هایشان", "ش", "شان", "اش", "م", "ات", "ان", "تر",
    "ترین",
)  # fmt: skip
_MIN_STEM = 3


def articles(paths: list[Path]) -> Iterator[tuple[str, str]]:
    """Yield title and text of every article."""
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for article in map(json.loads, lines):
                yield article.get("title") or "", article["text"]


def words_of(lexicon: Path) -> frozenset[str]:
    """Return the folded words of Lilak's list but foreign names."""
    rows = (line.split(",") for line in lexicon.read_text("utf-8").splitlines())
    return frozenset(fold_word(r[0]) for r in rows if len(r) > 2 and r[1] != "foreign")


def common_words(lexicon: frozenset[str], paths: list[Path]) -> list[str]:
    """Return the common words, sorted."""
    seen, named, headed = Counter[str](), Counter[str](), Counter[str]()
    opens = given_names() | HONORIFICS
    for title, text in articles(paths):
        head, body = tokenise(fold(title).text).words, tokenise(fold(text).text).words
        headed.update(head[:1] if head[1:2] == (":",) and len(head) > 2 else ())
        for words in (head, body):
            seen.update(words)
            named.update(b for a, b in pairwise(words) if a in opens)
    names = given_names() | HONORIFICS | SURNAME_ENDS | ROLE_HEADS

    def is_common(word: str, number: int) -> bool:
        listed = any(
            word.endswith(end)
            and word.removesuffix(end) in lexicon
            and (not end or len(word) - len(end) >= _MIN_STEM)
            for end in _ENDS
        )
        rare = named[word] <= _MAX_SHARE * number and headed[word] <= _MAX_HEADLINES * number
        return rare and (listed or (number >= _FREQUENT and headed[word] < 2))

    plain = (w for w in seen if w.isalpha() and not w.isascii() and len(w) > 1 and w not in names)
    return sorted(w for w in plain if seen[w] >= _MIN_COUNT and is_common(w, seen[w]))


def main() -> None:
    """Write the list, one word a line."""
    lexicon, *corpus, target = map(Path, sys.argv[1:])
    found = common_words(words_of(lexicon), corpus)
    target.write_text("\n".join(found) + "\n", "utf-8")
    print(f"{target.name}: {len(found)}")


if __name__ == "__main__":
    main()
