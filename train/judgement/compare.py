"""Would a learned judge do better than the grammar alone? On outlets it has not seen.

    python train/judgement/compare.py ARTICLES GOLD

ARTICLES must name their outlets, which are dealt into five folds; what the judges say of a fold is
learnt from the other four. Three judges are tried on the grammar's statements, each as a logistic
regression and as gradient-boosted trees:

- *keeper*: leave out a statement that is likely wrong;
- *boundary*: end a content at another sentence or clause;
- *speaker*: choose another of the candidates that the resolver met.

A judge overrules the grammar only where it is surer than a threshold, which is chosen on its own
training folds. Printed is the change of ``statement_f1`` with a 95 % interval (bootstrap over
articles). Needs the packages of ``requirements/train.txt``. Deterministic for the same input.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "confidence"))

from crossvalidate import outlets
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from gofteh import Reading, Statement, extract
from gofteh.evaluate.answers import Answer, answers_of, read_answers, read_articles_file
from gofteh.evaluate.names import same_speaker
from gofteh.evaluate.pairing import characters, overlap, pair_up
from gofteh.evaluate.scores import RIGHT

FOLDS, DRAWS, SEED = 5, 2000, 13
THRESHOLDS = (0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5)
_END = re.compile(r"[.!؟؛،](?=\s)|\s(?=و\s)|\n|$")

Features = dict[str, Any]


@dataclass(frozen=True)
class Choice:
    """A statement of the grammar and what a judge may make of it.

    ``options`` are the features of each, the grammar's own first; ``right`` tells for each whether
    the statement would be right so (``None``: the statement would not be given).
    """

    article: int
    options: list[Features]
    right: list[bool | None]


@dataclass
class Data:
    """All choices of the three judges, and the annotated statements an article."""

    fold: list[int]
    gold: list[int]
    choices: dict[str, list[Choice]]


def gather(articles: str, gold: str) -> Data:
    """Return the choices of every annotated article."""
    texts, truth, where = read_articles_file(articles), read_answers(gold), outlets(articles)
    fold_of = dict(zip(sorted(set(where.values())), cycle(range(FOLDS)), strict=False))
    data = Data([], [], {"keeper": [], "boundary": [], "speaker": []})
    for number, (name, answers) in enumerate(truth.items()):
        reading = extract(texts[name], explain=True)
        data.fold.append(fold_of[where[name]])
        data.gold.append(len(answers))
        paired = pair_up(texts[name].raw, answers, answers_of(reading))
        gold_of = {p.predicted: answers[p.gold] for p in paired.pairs}
        for i, statement in enumerate(reading.statements):
            seen = described(reading, statement)
            for judge, make in JUDGES.items():
                made = make(reading, statement, gold_of.get(i), seen)
                data.choices[judge].append(Choice(number, *made))
    return data


def described(reading: Reading, statement: Statement) -> Features:
    """Return what is known of a statement without its annotation."""
    raw, (first, last) = reading.article.raw, (statement.content[0], statement.content[-1])
    length = last.end - first.start
    return {
        "rule": statement.because.statement, "sieve": statement.because.speaker,
        "act": statement.act, "lemma": statement.lemma or "", "manner": statement.manner.value,
        "kind": statement.speaker.kind.value, "embedded": statement.embedded_in is not None,
        "source": len(statement.source.text.split()) if statement.source else -1,
        "before": raw[first.start - 2 : first.start], "after": raw[last.end : last.end + 2],
        "length": min(length.bit_length(), 12),
        "headline": first.start < reading.article.body_start,
        "speakers": min(len(reading.speakers), 6), "parts": len(statement.content),
        "mentions": min(len(statement.speaker.mentions), 5), "sure": statement.confidence,
    }  # fmt: skip


def is_right(raw: str, content: Sequence[tuple[int, int]], name: str | None, gold: Answer) -> bool:
    """Whether a content and a speaker are the annotated ones."""
    close = overlap(characters(raw, content), characters(raw, gold.content)) >= RIGHT
    return close and same_speaker(name, gold.speaker or "", gold.aliases)


Options = tuple[list[Features], list[bool | None]]


def keeper(reading: Reading, one: Statement, gold: Answer | None, seen: Features) -> Options:
    """To give the statement, or not."""
    spans = [(s.start, s.end) for s in one.content]
    right = gold is not None and is_right(reading.article.raw, spans, one.speaker.name, gold)
    return [seen | {"gives": True}, seen | {"gives": False}], [right, None]


def boundary(reading: Reading, one: Statement, gold: Answer | None, seen: Features) -> Options:
    """To end the content where it ends, or at a sign within it, or up to the paragraph's end."""
    raw, start, end = reading.article.raw, one.content[-1].start, one.content[-1].end
    stop = raw.find("\n", end)
    stop = len(raw) if stop < 0 else stop
    ends = [end, *(m.start() for m in _END.finditer(raw, start + 10, stop) if m.start() != end)]
    head = [(s.start, s.end) for s in one.content[:-1]]
    options, right = [], []
    for place in ends[:12]:
        options.append(
            {
                "rule": seen["rule"], "manner": seen["manner"], "own": place == end,
                "longer": place > end, "here": raw[place : place + 1],
                "then": raw[place : place + 4].strip(),
                "was": raw[end : end + 1], "share": (place - start) / (stop - start),
                "far": min(abs(place - end).bit_length(), 10), "between": raw[end:place].count("."),
                "quote": raw[start - 1 : start] in "«\"", "to the end": place == stop,
            }
        )  # fmt: skip
        content = [*head, (start, place)]
        right.append(gold is not None and is_right(raw, content, one.speaker.name, gold))
    return options, right


def speaker(reading: Reading, one: Statement, gold: Answer | None, seen: Features) -> Options:
    """To give the statement to the resolver's speaker, or to another candidate."""
    spans = [(s.start, s.end) for s in one.content]
    named = {s.name: s for s in reading.speakers}
    options, right = [], []
    others = [c for c in one.because.candidates if c.name != one.speaker.name][:6]
    own = (one.speaker.name, one.speaker.kind, "won")
    met = [own, *((c.name, c.kind, c.verdict) for c in others)]
    for rank, (name, kind, verdict) in enumerate(met):
        entity = named.get(name)
        options.append(
            {
                "own": rank == 0, "rank": rank, "verdict": verdict, "kind": kind.value,
                "sieve": seen["sieve"], "both": f"{seen['sieve']} {verdict}",
                "source": seen["source"], "said": min(len(entity.mentions), 6) if entity else 0,
                "role": bool(entity and entity.role), "speakers": seen["speakers"],
            }
        )  # fmt: skip
        right.append(gold is not None and is_right(reading.article.raw, spans, name, gold))
    return options, right


JUDGES: dict[str, Callable[[Reading, Statement, Answer | None, Features], Options]] = {
    "keeper": keeper, "boundary": boundary, "speaker": speaker,
}  # fmt: skip
MODELS: dict[str, Callable[[], Any]] = {
    "logistic": lambda: LogisticRegression(C=0.3, max_iter=1000),
    "trees": lambda: GradientBoostingClassifier(n_estimators=120, max_depth=3, random_state=SEED),
}


def sureness(train: list[Choice], test: list[Choice], model: Any) -> list[list[float]]:
    """Return how sure a judge that learnt from some choices is of each option of others."""
    vectors = DictVectorizer(sparse=False)
    rows = [o for c in train for o, r in zip(c.options, c.right, strict=True) if r is not None]
    labels = [r for c in train for r in c.right if r is not None]
    model.fit(vectors.fit_transform(rows), labels)
    flat = model.predict_proba(vectors.transform([o for c in test for o in c.options]))[:, 1]
    ends = np.cumsum([len(c.options) for c in test])[:-1]
    return [list(part) for part in np.split(flat, ends)]


def chosen(choice: Choice, sure: list[float], least: float) -> bool | None:
    """Return what comes of a statement: right, wrong, or not given."""
    if choice.right[-1] is None:
        return choice.right[0] if sure[0] >= least else None
    best = int(np.argmax(sure))
    return choice.right[best if sure[best] - sure[0] > least else 0]


def counts(
    choices: list[Choice], results: Sequence[bool | None], articles: int
) -> np.ndarray[Any, Any]:
    """Return right and given statements by article."""
    found = np.zeros((articles, 2))
    for choice, result in zip(choices, results, strict=True):
        found[choice.article] += (bool(result), result is not None)
    return found


def f1(found: np.ndarray[Any, Any], gold: np.ndarray[Any, Any]) -> float:
    """Return statement_f1 of right and given statements against annotated ones."""
    right, given = found.sum(axis=0)
    return float(2 * right / (given + gold.sum()))


def judge(data: Data, choices: list[Choice], make: Callable[[], Any]) -> list[bool | None]:
    """Return what becomes of every statement, each fold judged by the others."""
    results: list[bool | None] = [None] * len(choices)
    for fold in range(FOLDS):
        least = threshold(data, choices, fold, make)
        where = [i for i, c in enumerate(choices) if data.fold[c.article] == fold]
        train = [c for c in choices if data.fold[c.article] != fold]
        test = [choices[i] for i in where]
        for i, c, sure in zip(where, test, sureness(train, test, make()), strict=True):
            results[i] = chosen(c, sure, least)
    return results


def threshold(data: Data, choices: list[Choice], fold: int, make: Callable[[], Any]) -> float:
    """Return the threshold that is best on the fold behind this one, learnt without the two.

    Of equally good ones it is the one that lets the grammar alone most.
    """
    other = (fold + 1) % FOLDS
    train = [c for c in choices if data.fold[c.article] not in (fold, other)]
    test = [c for c in choices if data.fold[c.article] == other]
    sure = sureness(train, test, make())
    gold = np.array([n for n, f in zip(data.gold, data.fold, strict=True) if f == other])

    def figure(least: float) -> float:
        results = [chosen(c, s, least) for c, s in zip(test, sure, strict=True)]
        return f1(counts(test, results, len(data.gold)), gold)

    leaves_out = choices[0].right[-1] is None
    return max(THRESHOLDS if leaves_out else THRESHOLDS[::-1], key=figure)


def main() -> None:
    """Print the figures."""
    data = gather(*sys.argv[1:])
    gold, rng = np.array(data.gold), np.random.default_rng(SEED)
    draws = rng.integers(0, len(gold), (DRAWS, len(gold)))
    for name, choices in data.choices.items():
        alone = counts(choices, [c.right[0] for c in choices], len(gold))
        best = counts(choices, [_best(c) for c in choices], len(gold))
        print(f"{name}: grammar {f1(alone, gold):.4f}, every choice right {f1(best, gold):.4f}")
        for model, make in MODELS.items():
            found = counts(choices, judge(data, choices, make), len(gold))
            change = [f1(found[d], gold[d]) - f1(alone[d], gold[d]) for d in draws]
            low, high = np.percentile(change, (2.5, 97.5))
            gain = f1(found, gold) - f1(alone, gold)
            print(f"  {model:9} {gain:+.4f}  ({low:+.4f} to {high:+.4f})")


def _best(choice: Choice) -> bool | None:
    return True if any(choice.right) else choice.right[-1]


if __name__ == "__main__":
    main()
