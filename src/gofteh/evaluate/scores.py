"""The figures of the yardstick."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from gofteh.evaluate.answers import Answer, Answers
from gofteh.evaluate.names import same_speaker
from gofteh.evaluate.pairing import MATCH, Pair, Paired, characters, overlap, pair_up
from gofteh.records import Article

# A statement is right when this much of its content is, and its speaker.
RIGHT = 0.8

# So much of the content makes its boundaries right.
CLOSE = 0.9

_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Figure:
    """Precision, recall and their harmonic mean, each in 0 to 1."""

    p: float
    r: float
    f1: float

    @classmethod
    def of(cls, right: int, predicted: int, gold: int) -> Figure:
        """Return the figure of some counts; 0 where there is nothing to divide by."""
        precision = right / predicted if predicted else 0.0
        recall = right / gold if gold else 0.0
        both = precision + recall
        mean = 2 * precision * recall / both if both else 0.0
        return cls(round(precision, _DIGITS), round(recall, _DIGITS), round(mean, _DIGITS))


@dataclass(frozen=True, slots=True)
class Scores:
    """All figures of one run. Accuracies are of the statements found (overlap 0.5)."""

    articles: int
    gold: int
    predicted: int
    missing_articles: int
    statement_f1: Figure
    content_f1_50: Figure
    content_f1_90: Figure
    content_char_f1: Figure
    speaker_accuracy: float
    cue_f1: Figure
    source_f1: Figure
    manner_accuracy: float
    kind_accuracy: float

    def as_dict(self) -> dict[str, Any]:
        """Return the figures as JSON types, in the yardstick's names and order."""
        return asdict(self)


def score(articles: Mapping[str, Article], gold: Answers, predicted: Answers) -> Scores:
    """Return the figures of predicted statements against annotated ones.

    Every article of ``gold`` counts; one that is not predicted counts as empty. Raises
    ``ValueError`` where the text of an annotated article is not among ``articles``.
    """
    counts: Counter[str] = Counter()
    for paired in pair_articles(articles, gold, predicted):
        counts += _counts(paired)
    missing = sum(name not in predicted for name in gold)
    return _scores(counts, len(gold), missing)


def pair_articles(
    articles: Mapping[str, Article], gold: Answers, predicted: Answers
) -> list[Paired]:
    """Return every annotated article with its statements paired; raises as `score` does."""
    unknown = [name for name in gold if name not in articles]
    if unknown:
        raise ValueError(
            f"{len(unknown)} annotated articles have no text, the first is {unknown[0]}: "
            "pass the articles that belong to this gold"
        )
    return [
        pair_up(articles[name].raw, statements, predicted.get(name, ()))
        for name, statements in gold.items()
    ]


def right_speaker(gold: Answer, predicted: Answer) -> bool:
    """Return whether a predicted statement names the annotated speaker."""
    return same_speaker(predicted.speaker, gold.speaker or "", gold.aliases)


def cue_overlap(paired: Paired, pair: Pair) -> float | None:
    """Return how far the cues of a pair agree; ``None`` where one of them has no cue."""
    one, other = paired.gold[pair.gold].cue, paired.predicted[pair.predicted].cue
    if not (one and other):
        return None
    return overlap(characters(paired.raw, one), characters(paired.raw, other))


def source_overlap(paired: Paired, pair: Pair) -> float | None:
    """Return how far the sources of a pair agree; ``None`` where one of them has none."""
    one, other = paired.gold[pair.gold].source, paired.predicted[pair.predicted].source
    if one is None or other is None:
        return None
    return overlap(characters(paired.raw, [one]), characters(paired.raw, [other]))


def _counts(paired: Paired) -> Counter[str]:
    gold = frozenset[int]().union(*paired.gold_characters)
    predicted = frozenset[int]().union(*paired.predicted_characters)
    counts = Counter(
        gold=len(paired.gold),
        predicted=len(paired.predicted),
        characters=len(gold & predicted),
        gold_characters=len(gold),
        predicted_characters=len(predicted),
        gold_cues=sum(bool(characters(paired.raw, answer.cue)) for answer in paired.gold),
        predicted_cues=sum(bool(characters(paired.raw, a.cue)) for a in paired.predicted),
        gold_sources=sum(answer.source is not None for answer in paired.gold),
        predicted_sources=sum(answer.source is not None for answer in paired.predicted),
    )
    for pair in paired.pairs:
        counts += _pair_counts(paired, pair)
    return counts


def _pair_counts(paired: Paired, pair: Pair) -> Counter[str]:
    gold, predicted = paired.gold[pair.gold], paired.predicted[pair.predicted]
    speaker = right_speaker(gold, predicted)
    return Counter(
        found=1,
        close=pair.overlap >= CLOSE,
        speaker=speaker,
        right=speaker and pair.overlap >= RIGHT,
        manner=predicted.manner == gold.manner,
        kind=predicted.kind == gold.kind,
        cue=(cue_overlap(paired, pair) or 0.0) >= MATCH,
        source=(source_overlap(paired, pair) or 0.0) >= MATCH,
    )


def _scores(counts: Counter[str], articles: int, missing: int) -> Scores:
    gold, predicted = counts["gold"], counts["predicted"]
    return Scores(
        articles=articles,
        gold=gold,
        predicted=predicted,
        missing_articles=missing,
        statement_f1=Figure.of(counts["right"], predicted, gold),
        content_f1_50=Figure.of(counts["found"], predicted, gold),
        content_f1_90=Figure.of(counts["close"], predicted, gold),
        content_char_f1=Figure.of(
            counts["characters"], counts["predicted_characters"], counts["gold_characters"]
        ),
        speaker_accuracy=_share(counts["speaker"], counts["found"]),
        cue_f1=Figure.of(counts["cue"], counts["predicted_cues"], counts["gold_cues"]),
        source_f1=Figure.of(counts["source"], counts["predicted_sources"], counts["gold_sources"]),
        manner_accuracy=_share(counts["manner"], counts["found"]),
        kind_accuracy=_share(counts["kind"], counts["found"]),
    )


def _share(part: int, whole: int) -> float:
    return round(part / whole, _DIGITS) if whole else 0.0
