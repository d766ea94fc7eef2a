"""What careful readers judged of single proposals, put right in what the corpus is told to hold.

``train/annotations/judged.jsonl`` has for articles of the corpus proposals of which the choice was
unsure, each judged by the definition: is there a statement with this cue and content (``y``,
``n``); which of two contents is its content (``A``, ``B``; ``X``: neither)? No article is judged
whole, so that it only corrects what grammar and network find there.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from labels import Label, Range, made, token_range

from gofteh.text.layout import Layout

Judgements = Mapping[str, Sequence[dict[str, Any]]]
# The share of the longer content that a refused one has to have in common with one that is told, so
# that it is the same.
_SAME = 0.75
_YES, _FIRST, _SECOND = "y", "A", "B"


@dataclass(frozen=True, slots=True)
class _Verdict:
    """A judged proposal in tokens: ``right``, or none; ``cue_alone``: none whatever its content."""

    label: Label
    right: bool
    cue_alone: bool


def judgements(path: Path | None) -> Judgements:
    """Return the judgements by the SHA-256 of the article's text; none without a file."""
    lines = path.read_text("utf-8").splitlines() if path else []
    return {r["sha256"]: r["judged"] for r in map(json.loads, lines)}


def corrected(layout: Layout, labels: Sequence[Label], known: Judgements) -> list[Label]:
    """Return an article's labels as the judgements of it have them, in their order."""
    items = known.get(hashlib.sha256(layout.view.raw.encode()).hexdigest(), ())
    out = list(labels)
    verdicts = [v for v in (_verdict(layout, item) for item in items) if v]
    # what is refused first: of one cue another content may have been judged right
    for verdict in sorted(verdicts, key=lambda v: v.right):
        out = _told(labels, out, verdict) if verdict.right else _untold(out, verdict)
    return sorted(out, key=lambda x: x.at)


def _verdict(layout: Layout, item: dict[str, Any]) -> _Verdict | None:
    def tokens(spans: Sequence[Sequence[int]]) -> list[Range]:
        return [r for s in spans if (r := token_range(layout, s[0], s[1]))]

    second = item["answer"] == _SECOND
    content = tokens([item["alt"]] if second else item["content"])
    if not content:
        return None
    source = tokens([item["source"]] if item["source"] else [])
    label = made(layout, tokens(item["cue"]), source[0] if source else None, content, 1.0)
    right = item["answer"] in (_YES, _FIRST, _SECOND)
    return _Verdict(label, right, "alt" in item)


def _told(first: Sequence[Label], labels: Sequence[Label], verdict: _Verdict) -> list[Label]:
    """The labels with a judged one, which keeps the source that its cue had at ``first``."""
    same = [x for x in first if _same_cue(x, verdict.label)]
    source = same[0].source if same else verdict.label.source
    others = [x for x in labels if not _same_cue(x, verdict.label)]
    return [*others, replace(verdict.label, source=source)]


def _untold(labels: Sequence[Label], verdict: _Verdict) -> list[Label]:
    """The labels without what was judged to be none."""

    def gone(label: Label) -> bool:
        alike = verdict.cue_alone or _alike(verdict.label.content, label.content)
        return alike and _same_cue(label, verdict.label)

    return [x for x in labels if not gone(x)]


def _same_cue(a: Label, b: Label) -> bool:
    return a.at == b.at or (a.at[0] < b.at[1] and b.at[0] < a.at[1])


def _alike(a: Range, b: Range) -> bool:
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return shared >= _SAME * max(1, a[1] - a[0], b[1] - b[0])
