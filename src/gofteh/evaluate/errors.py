"""Errors by class: what was done wrong how often, with places to look at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from gofteh.evaluate.answers import Answer, Answers, Range
from gofteh.evaluate.pairing import MATCH, Pair, Paired, characters
from gofteh.evaluate.scores import (
    RIGHT,
    cue_overlap,
    pair_articles,
    right_speaker,
    source_overlap,
)
from gofteh.records import Article

# Characters of a content or a name that an example shows.
_SHOWN = 120


class ErrorClass(StrEnum):
    """What can be wrong; one found statement can be wrong in several ways."""

    MISSED = "missed"
    SPURIOUS = "spurious"
    BOUNDARY = "wrong boundary"
    SPEAKER = "wrong speaker"
    MANNER = "wrong manner"
    KIND = "wrong kind"
    CUE = "wrong cue"
    SOURCE = "wrong source"


@dataclass(frozen=True, slots=True)
class Error:
    """One error: where, and what was expected and given (a text, a name or a label)."""

    kind: ErrorClass
    article: str
    content: str
    expected: str | None
    given: str | None


def errors_by_class(
    articles: Mapping[str, Article], gold: Answers, predicted: Answers
) -> dict[ErrorClass, list[Error]]:
    """Return all errors under their classes, in the order of the gold; empty classes too.

    Raises ``ValueError`` where an annotated article has no text.
    """
    found: dict[ErrorClass, list[Error]] = {kind: [] for kind in ErrorClass}
    paired = pair_articles(articles, gold, predicted)
    for name, statements in zip(gold, paired, strict=True):
        for error in _errors(name, statements):
            found[error.kind].append(error)
    return found


def _errors(article: str, paired: Paired) -> Iterator[Error]:
    found = {pair.gold for pair in paired.pairs}
    used = {pair.predicted for pair in paired.pairs}
    for index, answer in enumerate(paired.gold):
        if index not in found:
            content = _text(paired.raw, answer)
            yield Error(ErrorClass.MISSED, article, content, answer.speaker, None)
    for index, answer in enumerate(paired.predicted):
        if index not in used:
            content = _text(paired.raw, answer)
            yield Error(ErrorClass.SPURIOUS, article, content, None, answer.speaker)
    for pair in sorted(paired.pairs, key=lambda pair: pair.gold):
        yield from _pair_errors(article, paired, pair)


def _pair_errors(article: str, paired: Paired, pair: Pair) -> Iterator[Error]:
    gold, predicted = paired.gold[pair.gold], paired.predicted[pair.predicted]
    raw = paired.raw
    cue, source = cue_overlap(paired, pair), source_overlap(paired, pair)
    checks = (
        (ErrorClass.BOUNDARY, pair.overlap >= RIGHT, _text(raw, gold), _text(raw, predicted)),
        (
            ErrorClass.SPEAKER,
            right_speaker(gold, predicted),
            gold.speaker,
            predicted.speaker,
        ),
        (ErrorClass.MANNER, gold.manner == predicted.manner, gold.manner, predicted.manner),
        (ErrorClass.KIND, gold.kind == predicted.kind, gold.kind, predicted.kind),
        (
            ErrorClass.CUE,
            _agree(cue, _worded(raw, gold.cue), _worded(raw, predicted.cue)),
            _slices(raw, gold.cue),
            _slices(raw, predicted.cue),
        ),
        (
            ErrorClass.SOURCE,
            _agree(source, gold.source is not None, predicted.source is not None),
            _slices(raw, (gold.source,) if gold.source else ()),
            _slices(raw, (predicted.source,) if predicted.source else ()),
        ),
    )
    content = _text(raw, gold)
    for kind, right, expected, given in checks:
        if not right:
            yield Error(kind, article, content, expected, given)


def _agree(value: float | None, expected: bool, given: bool) -> bool:
    """Return whether two parts agree: both absent, or one the other for the most part."""
    return value >= MATCH if value is not None and (expected or given) else expected == given


def _worded(raw: str, ranges: tuple[Range, ...]) -> bool:
    """Return whether a cue has letters: a colon has no overlap to measure."""
    return bool(characters(raw, ranges))


def _text(raw: str, answer: Answer) -> str:
    return _slices(raw, answer.content) or ""


def _slices(raw: str, ranges: tuple[tuple[int, int], ...]) -> str | None:
    text = " ⟂ ".join(raw[start:end] for start, end in ranges)
    if len(text) > _SHOWN:
        text = f"{text[: _SHOWN // 2]} … {text[-_SHOWN // 2 :]}"
    return text or None
