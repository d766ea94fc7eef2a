"""The texts: careful Persian from treebanks and articles, and the damage done to it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from gofteh import Article
from gofteh.read import ReadOptions, read_articles

HALF_SPACE = "\u200c"

# How half-spaces get lost on the web, by the name that the tables use.
DAMAGES: dict[str, Callable[[str], str]] = {
    "deleted": lambda text: text.replace(HALF_SPACE, ""),
    "as space": lambda text: text.replace(HALF_SPACE, " "),
    "as NBSP": lambda text: text.replace(HALF_SPACE, "\u00a0"),
}

# A line is no yardstick for half-spaces where one of these is left undone, or where it was typed
# on an Arabic keyboard.
_CARELESS = re.compile(
    r"[يك\u00a0]|\bن?می (?=[آ-ی])|[آ-ی] ها(?:ی|یی)?\b|[آ-ی] تر(?:ین)?\b|ه (?:ام|ای|اش|اند)\b"
)


@dataclass(frozen=True, slots=True)
class Corpus:
    """Clean texts under the name that the tables use."""

    name: str
    texts: tuple[str, ...]


def treebanks(folder: Path) -> list[Corpus]:
    """Return the sentences of each ``*-ud-dev.conllu`` in a folder, by the treebank's name."""
    corpora = []
    for path in sorted(folder.glob("*-ud-dev.conllu")):
        lines = path.read_text("utf-8").splitlines()
        texts = (line.removeprefix("# text = ") for line in lines if line.startswith("# text = "))
        name = path.name.removeprefix("fa_").partition("-")[0]
        corpora.append(Corpus(f"{name} dev", tuple(unicodedata.normalize("NFC", t) for t in texts)))
    return corpora


def sentences(folder: Path) -> list[str]:
    """Return the lines of each ``*-train.txt`` in a folder: plain text to time tools on."""
    paths = sorted(folder.glob("*-train.txt"))
    return [line for path in paths for line in path.read_text("utf-8").splitlines() if line]


def articles(paths: Sequence[str], outlets: Sequence[str], limit: int) -> Corpus:
    """Return carefully spaced lines of articles, at most ``limit``, spread evenly over them.

    ``outlets`` names those to take, empty for all. A line counts as careful when it has a
    half-space and none that plainly lacks.
    """
    items = read_articles(list(paths), options=ReadOptions())
    wanted = (
        item
        for item in items
        if isinstance(item, Article) and (not outlets or item.outlet in outlets)
    )
    lines = [line for item in wanted for line in _careful_lines(item.text)]
    step = max(1, len(lines) // limit) if limit else 1
    return Corpus("articles", tuple(islice(lines[::step], limit or None)))


def _careful_lines(text: str) -> Iterator[str]:
    for line in map(str.strip, text.splitlines()):
        if HALF_SPACE in line and len(line) >= 40 and not _CARELESS.search(line):
            yield unicodedata.normalize("NFC", line)


def informal(folder: Path) -> Corpus | None:
    """Return the sentences that annotators of Shekasteh wrote in standard Persian, if there.

    The set writes some half-spaces as U+200E; lines without any half-space are left out.
    """
    path = folder / "spell_shekasteh" / "test.tsv"
    if not path.exists():
        return None
    rows = (line.split("\t") for line in path.read_text("utf-8").splitlines())
    texts = (row[1].replace("\u200e", HALF_SPACE).strip() for row in rows if len(row) > 1)
    kept = (text for text in texts if HALF_SPACE in text and not _CARELESS.search(text))
    return Corpus("Shekasteh", tuple(kept))
