"""Carefully spaced Persian lines: treebank sentences and the well-kept articles of the corpus."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path

HALF = "\u200c"
# Outlets that nothing is trained on.
HELD_OUT = frozenset(
    ("Mashregh", "YJC", "Khabarfoori", "Radio Farda", "IRNA", "PANA", "ISCA", "Tasnim")
)
_LETTERS = str.maketrans({"ي": "ی", "ى": "ی", "ك": "ک", "\u00a0": " ", "\u0640": "", "\u200b": "",
                          "\u200d": "", "\u200e": "", "\u200f": "", "\ufeff": "", "\u00ac": HALF,
                          "\u202b": "", "\u202c": ""})  # fmt: skip
_LOOSE = re.compile(rf"{HALF}+(?=[\s.,،؛:!؟()«»\"]|$)|(?:(?<=[\s.,،؛:!؟()«»\"])|^){HALF}+")
_RUNS = re.compile(f"{HALF}{{2,}}")
# Places that careful writers set with a half-space always; the share of them tells the care.
_KEPT = re.compile(rf"\bن?می{HALF}|{HALF}ها(?:ی|یی)?\b")
_WITHOUT_PLURAL = "تنها آنها اینها انتها منتها اشتها بارها سالها".split()
_LOST = re.compile(
    r"\bن?می (?=[آ-ی])| ها(?:ی|یی)?\b"
    r"|\b[آ-ی]{3,}(?<!تن)(?<!آن)(?<!ب)(?<!ر)ها(?:ی|یی)\b"
    rf"|\b(?!(?:{'|'.join(_WITHOUT_PLURAL)})\b)[آ-ی]{{3,}}ها\b"
    r"|\bن?می(?:شو|کن|ده|گو|توان|خواه|باش)[آ-ی]+\b"
)


def tidy(text: str) -> str:
    """Return a text with letters unified and loose half-spaces dropped."""
    text = _RUNS.sub(HALF, text.translate(_LETTERS))
    return re.sub(" {2,}", " ", _LOOSE.sub("", text))


def treebank(path: Path) -> list[str]:
    """Return the sentences of a plain file or of the ``# text`` lines of a treebank."""
    lines = path.read_text("utf-8").splitlines()
    if path.suffix == ".conllu":
        lines = [x.removeprefix("# text = ") for x in lines if x.startswith("# text = ")]
    return [tidy(line).strip() for line in lines if line.strip()]


def care(text: str) -> float:
    """Return the share of telling places that are written with a half-space; 0 where too few."""
    kept, lost = len(_KEPT.findall(text)), len(_LOST.findall(text))
    return kept / (kept + lost) if kept > 4 else 0.0


def articles(
    folder: Path,
    least: float,
    only: frozenset[str] = frozenset(),
    without: frozenset[str] = frozenset(),
) -> Iterator[tuple[str, str]]:
    """Yield outlet and text of every article with at least this share of its half-spaces."""
    seen = set()
    for path in sorted(folder.glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as stream:
            for line in stream:
                record = json.loads(line)
                if (only and record["outlet"] not in only) or record["outlet"] in without:
                    continue
                text = tidy((record.get("title") or "") + "\n" + record["text"])
                key = re.sub(r"\W", "", text)[:120]
                if key not in seen and care(text) >= least:
                    seen.add(key)
                    yield record["outlet"], text


def careful_lines(text: str) -> list[str]:
    """Return the lines of an article in which no telling place lacks its half-space."""
    lines = (line.strip() for line in text.split("\n"))
    return [line for line in lines if line and not _LOST.search(line)]
