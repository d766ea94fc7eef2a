"""The judge: how sure a statement's content and speaker are, and which statements are told.

The chooser decides before anybody knows who speaks. The judge sees each statement with its speaker,
its neighbours and the whole article, and weighs it by boosted trees over the features of
`gofteh.reader.judge_features`; ``train/reader/judge.py`` taught it on annotated articles, each read
by a network and a chooser that had not been taught its outlet. Its probability is the statement's
confidence. What is likely wrong is not told, yet who was heard in it stays known: a pronoun behind
it may mean him.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from gofteh.reader.choice_features import is_speech
from gofteh.reader.choose import is_short
from gofteh.reader.classifier import Classifier, classifier_of
from gofteh.reader.judge_features import Weighed
from gofteh.speakers.resolve import Resolution
from gofteh.speakers.told import Told
from gofteh.statements.drafts import Draft
from gofteh.statements.settled import is_quoted
from gofteh.text.layout import Layout

_DIGITS = 3


@dataclass(frozen=True, slots=True)
class Judge:
    """The trees, and the probability from which a statement is told; in a short text its own.

    Speeches over paragraphs are always told, as the chooser always keeps them, and so are words
    that quotation marks enclose behind their cue: whoever says them, they are said.
    """

    trees: Classifier
    least: float
    short_least: float

    def __call__(
        self, layout: Layout, drafts: Sequence[Draft], resolutions: Sequence[Resolution]
    ) -> tuple[Told, ...]:
        """Return what is told, each with its probability: see `StatementJudge`."""
        weighed = Weighed(layout, drafts, resolutions)
        least = self.short_least if is_short(layout) else self.least
        worth = [self.trees.probability(weighed.features(k)) for k in range(len(drafts))]
        every = zip(drafts, resolutions, worth, strict=True)
        told = ((d, r, p) for d, r, p in every if p >= least or _is_firm(layout, d))
        return tuple(Told(d, r, round(p, _DIGITS)) for d, r, p in told)


def _is_firm(layout: Layout, draft: Draft) -> bool:
    """Whether a draft is told whatever the trees say."""
    behind = bool(draft.cue) and draft.cue[-1].end <= draft.content[0].start
    return is_speech(draft) or (behind and is_quoted(layout, draft))


@cache
def judge() -> Judge:
    """Return the judge that the package ships."""
    return read(files("gofteh.reader").joinpath("data", "judge.json").read_text("utf-8"))


def read(text: str) -> Judge:
    """Return a judge from its JSON."""
    data = json.loads(text)
    return Judge(classifier_of(data["trees"]), data["least"], data["short_least"])
