"""The drafts of each paragraph taken by itself: those of its cues, then those without a cue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from gofteh.statements.at_cue import draft_at_cue
from gofteh.statements.constructions.order import IN_PARAGRAPH, IN_SENTENCE
from gofteh.statements.context import CueContext, InParagraph, InSentence
from gofteh.statements.cues import MAX_CUES, cues_between
from gofteh.statements.drafts import Draft
from gofteh.statements.findings import Findings, Sentence, SourcedSentences
from gofteh.text.tokens import Range

# A quotation in front of a cue can be the content of one of so many drafts before it.
_NEAR = 8
# The drafts of an article, paragraph by paragraph.
ParagraphDrafts = Sequence[Sequence[Draft]]


def find_drafts(findings: Findings, sentences: SourcedSentences) -> ParagraphDrafts:
    """Return the drafts of each paragraph, taken by itself."""
    paragraphs = range(len(findings.layout.paragraphs))
    return [
        read_paragraph(findings, sentences, n, spoken=findings.is_speech(n)) for n in paragraphs
    ]


def read_paragraph(
    findings: Findings, sentences: SourcedSentences, number: int, *, spoken: bool
) -> list[Draft]:
    """Return the drafts of a paragraph; ``spoken``: it is part of somebody's speech."""
    if number in findings.headlines:
        return list(findings.headlines[number])
    paragraph = findings.layout.paragraphs[number]
    # how far the contents reach that have been found so far
    reach = paragraph.end if spoken else paragraph.start
    out: list[Draft] = []
    for sentence in sentences[number]:
        near = [content for draft in out[-_NEAR:] for content in draft.content]
        drafts = _in_sentence(findings, number, sentence, near, inside=sentence.range.start < reach)
        out += drafts
        reach = max([reach, *(content.end for d in drafts for content in d.content)])
    if not spoken:
        before, known = _silent_before(findings, number), findings.facts.known
        place = InParagraph(findings.layout, paragraph, number, known, out, before)
        out += [draft for c in IN_PARAGRAPH for draft in c.find(place)]
    return out


def _silent_before(findings: Findings, number: int) -> Range | None:
    """The last sentence of the paragraph before, if no cue stands in it."""
    paragraphs = findings.layout.paragraphs
    if not number or paragraphs[number - 1].title or not findings.is_read(number - 1):
        return None
    last = paragraphs[number - 1].sentences[-1]
    return None if cues_between(findings.cues[number - 1], *last) else last


def _in_sentence(
    findings: Findings, number: int, sentence: Sentence, near: Sequence[Range], *, inside: bool
) -> list[Draft]:
    """The drafts of a sentence; ``inside``: it lies within the content of an earlier draft.

    ``near`` holds the contents found in front of it in its paragraph.
    """
    drafts = _at_cues(findings, number, sentence, near, inside=inside)
    place = InSentence(findings.layout, sentence.range, number, findings.facts.known)
    beside = [d for c in IN_SENTENCE for d in islice(c.find(place), MAX_CUES)]
    within = (inside or _is_inside(drafts, d.cue[0].start) for d in beside)
    embedded = [replace(d, embedded=is_in) for d, is_in in zip(beside, within, strict=True)]
    return [*drafts, *embedded]


def _at_cues(
    findings: Findings, number: int, sentence: Sentence, near: Sequence[Range], *, inside: bool
) -> list[Draft]:
    """The drafts of a sentence's cues, in their order."""
    layout, sourced = findings.layout, sentence.sourced
    drafts: list[Draft] = []
    for k, item in enumerate(sourced):
        earlier = (*near, *(content for d in drafts for content in d.content))
        context = CueContext(
            layout, findings.facts, layout.paragraphs[number], number, sentence.range,
            findings.cues[number], sourced, k, inside or _is_inside(drafts, item.cue.start),
            earlier,
        )  # fmt: skip
        drafts += draft_at_cue(context, item)
    return drafts


def _is_inside(drafts: Sequence[Draft], position: int) -> bool:
    """Whether a token stands within the content of a draft."""
    return any(r.start <= position < r.end for d in drafts for r in d.content)
