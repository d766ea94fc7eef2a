"""Articles as the network is taught them: what it sees, and where each saying stands.

Labels come from annotations made by hand, or from the grammar with or without a network taught
before (``silver``): then each counts as much as its rule was worth on annotated articles, or as
sure as the choice was.
"""

from __future__ import annotations

import gzip
import json
import random
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing import Pool
from pathlib import Path
from typing import Any

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

Range = tuple[int, int]
# Articles longer than this are left out of the corpus, in tokens.
MAX_SILVER = 3000
# So many articles of the largest outlets are enough: the corpus is four fifths theirs.
SILVER_OF = {"ISNA": 2600, "Varzesh3": 1000, "Fars": 1200}
# So many articles go to a process at once.
_AT_ONCE = 20
# What runs in front of a choice among drafts.
_BEFORE_CHOICE = STAGES[: next(k for k, s in enumerate(STAGES) if s.name == "running on") + 1]
# Parts of a cue that stand further apart are two.
_CUE_GAP = 9
# Parts of a content that stand as near as this go on.
_CONTENT_GAP = 4


@dataclass(frozen=True, slots=True)
class Label:
    """A saying in tokens. ``at`` is its cue, or an empty range where its words have none."""

    at: Range
    source: Range | None
    content: Range
    weight: float

    @property
    def bare(self) -> bool:
        """Whether the words have no cue."""
        return self.at[0] == self.at[1]


@dataclass(frozen=True, slots=True)
class Example:
    """An article with its sayings."""

    id: str
    outlet: str
    seen: Inputs
    labels: tuple[Label, ...]


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
) -> list[Example]:
    """Return what the grammar, or with it a network taught before, finds in a corpus.

    In an order that ``seed`` decides.
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
    with Pool(processes, _ready, (teacher,)) as pool:
        out = [e for e in pool.imap(_read_by_teacher, chosen, _AT_ONCE) if e]
    draw.shuffle(out)
    return out


def unlabelled(paths: Iterable[Path], skip: frozenset[str], processes: int) -> list[Example]:
    """Return the articles of a corpus without any saying, in its order."""
    chosen = [r for r in records(paths) if r["id"] not in skip]
    with Pool(processes) as pool:
        return [e for e in pool.imap(_without_labels, chosen, _AT_ONCE) if e]


# By whom a process of `silver` has articles read: set once, when it begins.
_stages: Sequence[Stage[Work]] = STAGES


def _ready(teacher: Path | None) -> None:
    global _stages
    if teacher:
        network = read_weights(teacher.read_bytes())
        _stages = with_choice(STAGES, settling(choice(network, chooser())))


def _read_by_teacher(record: dict[str, Any]) -> Example | None:
    work = run(_stages, article_of(record))
    if len(work.layout.tokens) > MAX_SILVER:
        return None
    return _example(record, work.layout, _told(work.layout, work.drafts))


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
        out.append(_made(layout, cue, draft.source, content, sure))
    return out


def _label(layout: Layout, statement: dict[str, Any]) -> Label | None:
    def tokens(spans: list[list[int]]) -> list[Range]:
        return [r for s in spans if (r := token_range(layout, s[0], s[1]))]

    content = tokens(statement["content"])
    if not content:
        return None
    source = tokens([statement["source"]] if statement["source"] else [])
    return _made(layout, tokens(statement["cue"]), source[0] if source else None, content, 1.0)


def _made(
    layout: Layout, cue: list[Range], source: Range | None, content: list[Range], weight: float
) -> Label:
    at = _whole_cue(cue) if cue else None
    main = _main_run(content, at)
    if at is None:
        begin = max(p.start for p in layout.paragraphs if p.start <= main[0])
        at = (begin, begin)
    return Label(at, source, main, weight)


def _whole_cue(parts: list[Range]) -> Range:
    if parts[-1][1] - parts[0][0] <= _CUE_GAP:
        return parts[0][0], parts[-1][1]
    return max(parts, key=lambda r: r[1] - r[0])


def _main_run(parts: list[Range], cue: Range | None) -> Range:
    """The longest run of a content's parts; a run does not go on over the cue."""
    runs: list[Range] = []
    for start, end in parts:
        over = cue is not None and bool(runs) and runs[-1][1] <= cue[0] < start
        if runs and start - runs[-1][1] <= _CONTENT_GAP and not over:
            runs[-1] = (runs[-1][0], end)
        else:
            runs.append((start, end))
    return max(runs, key=lambda r: r[1] - r[0])


def token_range(layout: Layout, start: int, end: int) -> Range | None:
    """Return the tokens that raw offsets touch; None where they touch none."""
    first, last = layout.view.map.to_view(start, end)
    low = bisect_right(layout.tokens.ends, first)
    high = bisect_left(layout.tokens.starts, last)
    return (low, high) if high > low else None
