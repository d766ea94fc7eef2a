"""Features of paragraphs that may be somebody's words without a cue: an answer, part of a letter.

The network sees a paragraph and little around it. Whether an article is an interview, a letter or
the reporter's own report shows in all of its paragraphs together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gofteh.lexicon.boundaries import FIRST_PERSON
from gofteh.lexicon.particles import YOU
from gofteh.lexicon.signs import OPENING_QUOTES, QUESTION_MARKS, SENTENCE_ENDS
from gofteh.reader.propose import Proposal
from gofteh.statements.drafts import Draft
from gofteh.statements.interviews import says_interview
from gofteh.statements.runon import is_first_person
from gofteh.text.layout import BULLETS, Layout, Paragraph

# A line of fewer tokens without a full stop is a heading.
_PROSE = 8


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """What an article's paragraphs show together.

    ``proposed`` are those at which the network says that words without a cue begin, by their
    indices; ``spoken`` those with a draft that begins there; shares are of the body's prose.
    """

    layout: Layout
    proposed: frozenset[int]
    spoken: frozenset[int]
    shares: dict[str, float]


def paragraphs_of(
    layout: Layout, drafts: Sequence[Draft], proposals: Sequence[Proposal]
) -> Paragraphs:
    """Return what an article's paragraphs show together."""
    bare = [p.cue.start for p in proposals if p.cue.start == p.cue.end]
    proposed = frozenset(layout.paragraph_at(start) for start in bare)
    own = [d for d in drafts if d.cue and not d.rule.headline]
    spoken = frozenset(layout.paragraph_at(d.content[0].start) for d in own)
    body = [p for p in layout.paragraphs if not p.title]
    prose = max(1, sum(_is_prose(layout, p) for p in body))
    words = layout.tokens.words
    asking = sum(words[p.end - 1] in QUESTION_MARKS for p in body)
    told = [layout.paragraphs[n] for n in proposed]
    sources = {layout.tokens.of(d.source) for d in own if d.source}
    return Paragraphs(
        layout, proposed, spoken,
        {
            "of_proposed": len(proposed) / prose,
            "of_spoken": len(spoken) / prose,
            "of_asking": asking / prose,
            "of_headings": (len(body) - prose) / max(1, len(body)),
            "of_first_person": sum(_speaks_of_itself(layout, p) for p in told) / max(1, len(told)),
            "of_reported": sum(bool(d.source) for d in own) / prose,
            "sources": float(min(9, len(sources))),
            "headline": float(any(d.rule.headline for d in drafts)),
            "interview": float(says_interview(layout)),
            "you": float(min(5, sum(w == YOU for w in words[: len(layout.tokens)]))),
        },
    )  # fmt: skip


def paragraph_features(place: Paragraphs, start: int) -> dict[str, float]:
    """Return features of the paragraph that begins at a token, with those of its article."""
    layout, words = place.layout, place.layout.tokens.words
    number = layout.paragraph_at(start)
    paragraph = layout.paragraphs[number]
    last = layout.paragraphs[number - 1] if number else None
    asked = last is not None and words[last.end - 1] in QUESTION_MARKS
    return {
        **{f"article_{name}": share for name, share in place.shares.items()},
        "prose": float(_is_prose(layout, paragraph)),
        "tokens_here": float(min(200, paragraph.end - paragraph.start)),
        "sentences_here": float(min(12, len(paragraph.sentences))),
        "asks_here": float(words[paragraph.end - 1] in QUESTION_MARKS),
        "first_person_here": float(_speaks_of_itself(layout, paragraph)),
        "quoted_here": float(words[paragraph.start] in OPENING_QUOTES),
        "listed_here": float(words[paragraph.start] in BULLETS or words[paragraph.start].isdigit()),
        "spoken_here": float(number in place.spoken),
        "spoken_before": float(number - 1 in place.spoken),
        "proposed_before": float(number - 1 in place.proposed),
        "proposed_behind": float(number + 1 in place.proposed),
        "asked_before": float(asked),
        "heading_before": float(last is not None and not asked and not _is_prose(layout, last)),
        "announced": float(last is not None and words[last.end - 1] == ":"),
        "in_title": float(paragraph.title),
    }


def _is_prose(layout: Layout, paragraph: Paragraph) -> bool:
    """Whether a paragraph is a sentence rather than a heading or a list's item."""
    stops = layout.tokens.words[paragraph.end - 1] in SENTENCE_ENDS
    return stops or paragraph.end - paragraph.start >= _PROSE


def _speaks_of_itself(layout: Layout, paragraph: Paragraph) -> bool:
    words = layout.tokens.words[paragraph.start : paragraph.end]
    return any(w in FIRST_PERSON or is_first_person(w) for w in words)
