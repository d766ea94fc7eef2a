"""Articles as the network is taught them: what it sees, and where each saying stands.

Labels come from annotations made by hand, or from the grammar with or without a network taught
before (``silver``): then each counts as much as its rule was worth on annotated articles, or as
sure as the choice was.
"""

from __future__ import annotations

import gzip
import json
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing import Pool
from pathlib import Path
from typing import Any

from corrected import Judgements, corrected, judgements
from labels import Label, Range, made, token_range

from gofteh import Article
from gofteh.pipeline import STAGES, Work, run, with_choice
from gofteh.reader.choose import chooser
from gofteh.reader.features import Inputs, inputs_of
from gofteh.reader.stage import choice
from gofteh.reader.weights import read as read_weights
from gofteh.stages import Stage
from gofteh.statements.confidence import content_confidence
from gofteh.statements.drafts import Draft
from gofteh.statements.settled import settling
from gofteh.text.layout import Layout

# Articles longer than this are left out of the corpus, in tokens.
MAX_SILVER = 3000
# So many articles of the largest outlets are enough: the corpus is four fifths theirs.
SILVER_OF = {"ISNA": 2600, "Varzesh3": 1000, "Fars": 1200}
_KEPT = Path(__file__).parents[1] / "annotations" / "kept.jsonl"
# So many articles go to a process at once.
_AT_ONCE = 20
# What runs in front of a choice among drafts.
_BEFORE_CHOICE = STAGES[: next(k for k, s in enumerate(STAGES) if s.name == "running on") + 1]


@dataclass(frozen=True, slots=True)
class Example:
    """An article with its sayings."""

    id: str
    outlet: str
    seen: Inputs
    labels: tuple[Label, ...]


def kept() -> frozenset[str]:
    """Return the ids of own annotated articles that nothing is taught from."""
    return frozenset(r["id"] for r in records([_KEPT]))


def records(paths: Iterable[Path]) -> Iterator[dict[str, Any]]:
    """Yield the records of JSON lines, packed or not, in order."""
    for path in paths:
        opened = gzip.open if path.suffix == ".gz" else open
        with opened(path, "rt", encoding="utf-8") as lines:
            yield from map(json.loads, filter(str.strip, lines))


def outlet_of(record: dict[str, Any]) -> str:
    """Return an article's outlet; articles of a crawl without one are told apart by their id."""
    return record.get("outlet") or f"{record.get('set') or '?'}:{record['id'][-2:]}"


def article_of(record: dict[str, Any]) -> Article:
    """Return a record's article."""
    return Article(id=record["id"], title=record.get("title"), text=record["text"])


def layout_of_record(record: dict[str, Any]) -> Layout:
    """Return an article's layout as the extraction reads it."""
    return run(STAGES, article_of(record)).layout


def grammar_drafts(record: dict[str, Any]) -> tuple[Draft, ...]:
    """Return what the grammar alone finds in an article, as a choice among drafts gets it."""
    return tuple(run(_BEFORE_CHOICE, article_of(record)).drafts)


def gold(articles: Path, annotations: Path) -> Iterator[Example]:
    """Yield annotated articles; offsets of the annotations become tokens."""
    annotated = {r["id"]: r["statements"] for r in records([annotations])}
    for record in records([articles]):
        if record["id"] in annotated:
            layout = layout_of_record(record)
            found = (_label(layout, s) for s in annotated[record["id"]])
            yield _example(record, layout, [label for label in found if label])


def silver(
    paths: Iterable[Path],
    skip: frozenset[str],
    seed: int,
    teacher: Path | None,
    processes: int,
    judged: Path | None = None,
) -> list[Example]:
    """Return what the grammar, or with it a network taught before, finds in a corpus.

    In an order that ``seed`` decides; as the judgements of ``judged`` correct it.
    """
    by_outlet: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for record in records(paths):
        if record["id"] not in skip:
            by_outlet[record.get("outlet") or record.get("set") or "?"].append(record)
    draw = random.Random(seed)
    chosen: list[dict[str, Any]] = []
    for outlet in sorted(by_outlet):
        draw.shuffle(by_outlet[outlet])
        chosen += by_outlet[outlet][: SILVER_OF.get(outlet)]
    with Pool(processes, _ready, (teacher, judgements(judged))) as pool:
        out = [e for e in pool.imap(_read_by_teacher, chosen, _AT_ONCE) if e]
    draw.shuffle(out)
    return out


def unlabelled(paths: Iterable[Path], skip: frozenset[str], processes: int) -> list[Example]:
    """Return the articles of a corpus without any saying, in its order."""
    chosen = [r for r in records(paths) if r["id"] not in skip]
    with Pool(processes) as pool:
        return [e for e in pool.imap(_without_labels, chosen, _AT_ONCE) if e]


# By whom a process of `silver` has articles read, and what corrects it: set once, when it begins.
_stages: Sequence[Stage[Work]] = STAGES
_judged: Judgements = {}


def _ready(teacher: Path | None, judged: Judgements) -> None:
    global _stages, _judged
    _judged = judged
    if teacher:
        network = read_weights(teacher.read_bytes())
        _stages = with_choice(STAGES, settling(choice(network, chooser())))


def _read_by_teacher(record: dict[str, Any]) -> Example | None:
    work = run(_stages, article_of(record))
    if len(work.layout.tokens) > MAX_SILVER:
        return None
    told = corrected(work.layout, _told(work.layout, work.drafts), _judged)
    return _example(record, work.layout, told)


def _without_labels(record: dict[str, Any]) -> Example | None:
    layout = layout_of_record(record)
    return None if len(layout.tokens) > MAX_SILVER else _example(record, layout, [])


def _example(record: dict[str, Any], layout: Layout, labels: list[Label]) -> Example:
    return Example(record["id"], outlet_of(record), inputs_of(layout), tuple(labels))


def _told(layout: Layout, drafts: Iterable[Draft]) -> list[Label]:
    out = []
    for draft in drafts:
        cue, content = list(draft.cue), list(draft.content)
        sure = content_confidence(draft.rule.id) if draft.sure is None else draft.sure
        out.append(made(layout, cue, draft.source, content, sure))
    return out


def _label(layout: Layout, statement: dict[str, Any]) -> Label | None:
    def tokens(spans: list[list[int]]) -> list[Range]:
        return [r for s in spans if (r := token_range(layout, s[0], s[1]))]

    content = tokens(statement["content"])
    if not content:
        return None
    source = tokens([statement["source"]] if statement["source"] else [])
    return made(layout, tokens(statement["cue"]), source[0] if source else None, content, 1.0)
