"""The features by which the judge weighs a statement, by name: draft, speaker, neighbours, article.

The names are those of the shipped ``data/judge.json``: a feature that is renamed is untaught.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from heapq import nlargest
from math import log

from gofteh.lexicon.names import given_names
from gofteh.reader.align import whole
from gofteh.reader.choice_features import is_speech, logit
from gofteh.reader.edges import content_edge_features, source_word_features
from gofteh.records import Manner, SpeakerKind
from gofteh.speakers.resolve import Resolution
from gofteh.statements.confidence import content_confidence, speaker_confidence
from gofteh.statements.drafts import Draft
from gofteh.statements.settled import is_quoted
from gofteh.text.layout import Layout
from gofteh.text.tokens import Range

# What stands for a probability, a distance, a count where there is nothing to take it of.
_NO_SCORE, _NO_LOGIT, _FAR, _NO_COUNT = -25.0, -9.0, 250.0, -1.0
# So many drafts before and behind one are looked at for words that they share with it.
_MOST_NEAR = 40
# Farther tokens, and more of a name or more paragraphs, tell no more.
_MOST_APART, _MOST_BEFORE, _MOST_OFTEN, _MOST_PARAGRAPHS = 200, -50, 20, 30


class Weighed:
    """An article's drafts and their speakers, looked at together: the features of each draft."""

    def __init__(
        self, layout: Layout, drafts: Sequence[Draft], resolutions: Sequence[Resolution]
    ) -> None:
        self.layout, self.drafts, self.resolutions = layout, drafts, resolutions
        self.sure = [_sure(d) for d in drafts]
        self._sizes = [sum(r.end - r.start for r in d.content) for d in drafts]
        self._order = sorted(range(len(drafts)), key=lambda k: drafts[k].start)
        self._place = {k: place for place, k in enumerate(self._order)}
        self._in_paragraph = Counter(d.paragraph for d in drafts)
        self._spoken: dict[int, list[float]] = {}
        for sure, resolution in zip(self.sure, resolutions, strict=True):
            self._spoken.setdefault(id(resolution.entity), []).append(sure)
        # the two surest are enough: of the others than one's own the surest is asked for
        self._surest = {key: nlargest(2, every) for key, every in self._spoken.items()}
        self._counts = Counter(layout.tokens.words)
        self._sum = sum(self.sure)
        self._article = self._of_article()

    def features(self, k: int) -> dict[str, float]:
        """Return the features of the draft at an index."""
        draft = self.drafts[k]
        return {
            **_of_draft(self.layout, draft, self.sure[k]),
            **_of_opinion(draft),
            **_of_source(self.layout, draft),
            **content_edge_features(self.layout, whole(draft)),
            **self._of_speaker_at(k),
            **self._of_overlaps(k),
            **self._of_neighbours(k),
            **self._of_paragraph(k),
            **self._article,
            "others_sure": (self._sum - self.sure[k]) / max(1, len(self.drafts) - 1),
        }

    def _of_article(self) -> dict[str, float]:
        told, size = _covered([r for d in self.drafts for r in d.content]), len(self.layout.tokens)
        paragraphs = sum(not p.title for p in self.layout.paragraphs)
        return {
            "statements": log(1 + len(self.drafts)),
            "tokens": log(1 + size),
            "paragraphs": log(1 + paragraphs),
            "told_share": told / max(1, size),
        }

    def _of_paragraph(self, k: int) -> dict[str, float]:
        draft, paragraphs = self.drafts[k], self.layout.paragraphs
        paragraph = paragraphs[min(draft.paragraph, len(paragraphs) - 1)]
        return {
            "paragraph": float(min(_MOST_PARAGRAPHS, draft.paragraph)),
            "paragraph_length": log(1 + paragraph.end - paragraph.start),
            "paragraph_others": float(self._in_paragraph[draft.paragraph] - 1),
            "place": draft.content[0].start / max(1, len(self.layout.tokens)),
        }

    def _of_speaker_at(self, k: int) -> dict[str, float]:
        resolution = self.resolutions[k]
        entity = resolution.entity
        spoken, surest = self._spoken[id(entity)], self._surest[id(entity)]
        others = surest[surest[0] == self.sure[k] :]
        name = max(entity.names, key=len, default=())
        often = self._counts[name[-1]] if name else _NO_COUNT
        return {
            "sieve": logit(speaker_confidence(resolution.rule)),
            "speaker_statements": float(len(spoken) - 1),
            "speaker_surest": others[0] if others else _NO_LOGIT,
            "speaker_mentions": float(len(entity.mentions)),
            "speaker_descriptions": float(len(entity.descriptions)),
            "speaker_person": float(entity.kind is SpeakerKind.PERSON),
            "speaker_body": float(entity.kind is SpeakerKind.ORGANISATION),
            "speaker_document": float(entity.kind is SpeakerKind.DOCUMENT),
            "speaker_group": float(entity.kind is SpeakerKind.GROUP),
            "name_length": float(len(name)),
            "name_given": float(bool(name) and name[0] in given_names()),
            "name_often": float(min(_MOST_OFTEN, often)),
        }

    def _of_overlaps(self, k: int) -> dict[str, float]:
        """Of the other drafts that have words of this one's content, the nearest in their order."""
        own, size = self.drafts[k].content, self._sizes[k]
        near = range(max(0, k - _MOST_NEAR), min(len(self.drafts), k + _MOST_NEAR + 1))
        shared = [(j, _common(own, self.drafts[j].content)) for j in near if j != k]
        others = [(j, n, self._sizes[j]) for j, n in shared if n]
        return {
            "overlap": max((n / (size + other - n) for _, n, other in others), default=0.0),
            "overlap_surest": max((self.sure[j] for j, _, _ in others), default=_NO_LOGIT),
            "holds": float(sum(n == other < size for _, n, other in others)),
            "held": float(sum(n == size < other for _, n, other in others)),
        }

    def _of_neighbours(self, k: int) -> dict[str, float]:
        """Of the statements before and behind, in the order of the text."""
        at, draft = self._place[k], self.drafts[k]
        before = self._order[at - 1] if at else None
        behind = self._order[at + 1] if at + 1 < len(self._order) else None
        return {
            **self._of_neighbour("before", k, before),
            **self._of_neighbour("behind", k, behind),
            "before_apart": _FAR if before is None else self._apart(before, draft.start),
            "behind_apart": _FAR if behind is None else self._apart(k, self.drafts[behind].start),
        }

    def _of_neighbour(self, name: str, k: int, other: int | None) -> dict[str, float]:
        """How sure a neighbour is, and whether it is of the same speaker."""
        if other is None:
            return {f"{name}_sure": _NO_LOGIT, f"{name}_same": 0.0}
        same = self.resolutions[other].entity is self.resolutions[k].entity
        return {f"{name}_sure": self.sure[other], f"{name}_same": float(same)}

    def _apart(self, k: int, start: int) -> float:
        """How many tokens lie between a draft's content and the next draft's first token."""
        return _bounded(start - self.drafts[k].content[-1].end)


def _common(one: Sequence[Range], other: Sequence[Range]) -> int:
    """How many tokens two contents share; both are ranges in their order."""
    total = i = j = 0
    while i < len(one) and j < len(other):
        total += max(0, min(one[i].end, other[j].end) - max(one[i].start, other[j].start))
        if one[i].end < other[j].end:
            i += 1
        else:
            j += 1
    return total


def _covered(ranges: Sequence[Range]) -> int:
    """How many tokens some ranges cover together."""
    total = reached = 0
    for start, end in sorted(ranges):
        total += max(0, end - max(start, reached))
        reached = max(reached, end)
    return total


def _bounded(apart: float) -> float:
    return float(max(_MOST_BEFORE, min(_MOST_APART, apart)))


def _sure(draft: Draft) -> float:
    """The log-odds that a draft's content is right: by the choice, else by its rule."""
    return logit(content_confidence(draft.rule.id) if draft.sure is None else draft.sure)


def _of_draft(layout: Layout, draft: Draft, sure: float) -> dict[str, float]:
    content = whole(draft)
    first, behind = (
        (draft.cue[0].start, draft.cue[-1].end) if draft.cue else (content.start, content.start)
    )
    return {
        "sure": sure,
        "chosen": float(draft.sure is not None),
        "rule": logit(content_confidence(draft.rule.id)),
        "reader": float(draft.by == "reader"),
        "reader_source": float("source" in draft.by),
        "reader_content": float("content" in draft.by),
        "direct": float(draft.manner is Manner.DIRECT),
        "mixed": float(draft.manner is Manner.MIXED),
        "quoted": float(is_quoted(layout, draft)),
        "speech": float(is_speech(draft)),
        "embedded": float(draft.embedded),
        "no_cue": float(not draft.cue),
        "length": log(1 + sum(r.end - r.start for r in draft.content)),
        "spans": float(len(draft.content)),
        "apart": _bounded(content.start - behind),
        "content_first": float(content.end <= first),
    }


def _of_opinion(draft: Draft) -> dict[str, float]:
    told = draft.opinion
    return {
        "reader_cue": logit(told.cue) if told else _NO_LOGIT,
        "reader_valid": logit(told.valid) if told else _NO_LOGIT,
        "source_score": told.source if told else _NO_SCORE,
        "content_score": told.content if told else _NO_SCORE,
        "content_overlap": told.overlap if told else _NO_COUNT,
    }


def _of_source(layout: Layout, draft: Draft) -> dict[str, float]:
    source = draft.source
    cue = draft.cue[0].start if draft.cue else draft.content[0].start
    return {
        "source_apart": _bounded(cue - source.end) if source else _FAR,
        "no_source": float(source is None),
        "antecedent": float(draft.antecedent is not None),
        **source_word_features(layout, source),
    }
