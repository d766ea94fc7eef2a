"""Each stage's own score on annotated articles: how much of what it should add it adds.

    python -m benchmarks.stages ARTICLES GOLD [ARTICLES GOLD …]

A stage is asked only for what the stages before it left possible: sources are counted where the
cue was found, speakers where the content was. So a stage that is replaced is judged by itself.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

from gofteh.evaluate.answers import Answer, Range, answers_of, read_answers, read_articles_file
from gofteh.evaluate.names import same_speaker
from gofteh.evaluate.pairing import characters, overlap, pair_up
from gofteh.pipeline import STAGES, Work, reading_of, run
from gofteh.statements.drafts import Draft

# So much of a content must be found, and not much more: about a word in six may be wrong.
_CONTENT = 0.8
_SOURCE = 0.5
# What is right, and out of how many.
Score = tuple[int, int]
Gold = Sequence[Answer]


def _raw(work: Work, ranges: Iterable[Range]) -> list[Range]:
    return [work.layout.raw_span(*r) for r in ranges]


def _alike(work: Work, one: Iterable[Range], other: Iterable[Range]) -> float:
    raw = work.article.raw
    return overlap(characters(raw, one), characters(raw, other))


def _touches(one: Iterable[Range], other: Sequence[Range]) -> bool:
    return any(a < d and c < b for a, b in one for c, d in other)


def cues(work: Work, gold: Gold) -> Score:
    """Annotated cues that some cue touches."""
    found = _raw(work, (part for inside in work.cues for cue in inside for part in cue.parts))
    told = [answer for answer in gold if answer.cue]
    return sum(_touches(answer.cue, found) for answer in told), len(told)


def sources(work: Work, gold: Gold) -> Score:
    """Annotated sources that the cue was given which tells their statement."""
    items = [i for inside in work.sentences for sentence in inside for i in sentence.sourced]
    right = of = 0
    for answer in gold:
        mine = [i for i in items if _touches(answer.cue, _raw(work, i.cue.parts))]
        if answer.source and mine:
            of += 1
            named = (_raw(work, [i.source]) for i in mine if i.source)
            right += any(_alike(work, [answer.source], source) >= _SOURCE for source in named)
    return right, of


def contents(work: Work, gold: Gold) -> Score:
    """Annotated contents that a draft holds, before speeches run on."""
    return _held(work, list(chain.from_iterable(work.paragraph_drafts)), gold)


def drafts(work: Work, gold: Gold) -> Score:
    """Annotated contents that a draft holds, all paragraphs together."""
    return _held(work, work.drafts, gold)


def _held(work: Work, found: Sequence[Draft], gold: Gold) -> Score:
    held = [_raw(work, draft.content) for draft in found]
    right = (any(_alike(work, a.content, h) >= _CONTENT for h in held) for a in gold)
    return sum(right), len(gold)


def speakers(work: Work, gold: Gold) -> Score:
    """Annotated speakers with a name that are told of the statements found."""
    answers = answers_of(reading_of(work))
    right = of = 0
    for pair in pair_up(work.article.raw, tuple(gold), answers).pairs:
        one, other = gold[pair.gold], answers[pair.predicted]
        if one.speaker:
            of += 1
            right += same_speaker(other.speaker, one.speaker, one.aliases)
    return right, of


# By the names that `gofteh.pipeline.STAGES` gives them.
SCORES: dict[str, Callable[[Work, Gold], Score]] = {
    "cues": cues, "sources": sources, "contents": contents, "drafts": drafts, "speakers": speakers,
}  # fmt: skip


def scored(articles: str, gold: str) -> Iterator[tuple[str, Score]]:
    """Yield the score of each stage that has one, article by article."""
    answers = read_answers(gold)
    for name, article in read_articles_file(articles).items():
        work = run(STAGES, article)
        for stage in STAGES:
            if stage.score:
                yield stage.name, SCORES[stage.score](work, answers.get(name, ()))


def main() -> None:
    """Score the stages on some gold sets and print."""
    right: Counter[str] = Counter()
    of: Counter[str] = Counter()
    for articles, gold in zip(sys.argv[1::2], sys.argv[2::2], strict=True):
        for name, (good, whole) in scored(articles, gold):
            right[name] += good
            of[name] += whole
    for stage in STAGES:
        if stage.name in of:
            share = right[stage.name] / max(1, of[stage.name])
            print(f"{share:6.1%}  {right[stage.name]} of {of[stage.name]}  {stage.name}")


if __name__ == "__main__":
    main()
