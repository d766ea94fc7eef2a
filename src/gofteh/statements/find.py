"""The statements of each paragraph, sentence by sentence, by the construction around each cue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from gofteh.statements.constructions.order import IN_PARAGRAPH, IN_SENTENCE
from gofteh.statements.context import Context, InParagraph, InSentence
from gofteh.statements.cues import MAX_CUES, cues_between
from gofteh.statements.drafts import Draft
from gofteh.statements.page import Named, Page, Sentence
from gofteh.statements.sayings import saying
from gofteh.text.tokens import Range

# So many sayings before a sentence can have told the words in front of it.
_NEAR = 8
# The statements of an article, paragraph by paragraph.
Told = Sequence[Sequence[Draft]]


def find(page: Page, named: Named) -> Told:
    """Return the statements of each paragraph, taken by itself."""
    paragraphs = range(len(page.layout.paragraphs))
    return [read(page, named, n, spoken=page.is_speech(n)) for n in paragraphs]


def read(page: Page, named: Named, number: int, *, spoken: bool) -> list[Draft]:
    """Return the statements of a paragraph; ``spoken``: it is one voice's words."""
    if number in page.headlines:
        return list(page.headlines[number])
    paragraph = page.layout.paragraphs[number]
    reach = paragraph.end if spoken else paragraph.start
    out: list[Draft] = []
    for sentence in named[number]:
        told = [r for d in out[-_NEAR:] for r in d.content]
        inner = sentence.range.start < reach
        drafts = _sentence(page, number, sentence, told, inner=inner)
        out += drafts
        reach = max([reach, *(r.end for d in drafts for r in d.content)])
    if not spoken:
        before = _silent_before(page, number)
        place = InParagraph(page.layout, paragraph, number, page.whole.known, out, before)
        out += [d for c in IN_PARAGRAPH for d in c.find(place)]
    return out


def _silent_before(page: Page, number: int) -> Range | None:
    """The sentence in front of a paragraph, if no cue stands in it."""
    if not number or page.layout.paragraphs[number - 1].title or not page.is_read(number - 1):
        return None
    last = page.layout.paragraphs[number - 1].sentences[-1]
    return None if cues_between(page.cues[number - 1], *last) else last


def _sentence(
    page: Page, number: int, sentence: Sentence, before: Sequence[Range], *, inner: bool
) -> list[Draft]:
    """The statements of a sentence; ``inner``: it lies within words of an earlier one.

    ``before`` holds what the sentences before it in its paragraph tell.
    """
    layout, sourced = page.layout, sentence.sourced
    drafts: list[Draft] = []
    for k, item in enumerate(sourced):
        told = (*before, *(r for d in drafts for r in d.content))
        context = Context(
            layout, page.whole, layout.paragraphs[number], number, sentence.range,
            page.cues[number], sourced, k, inner or _inside(drafts, item.cue.start), told,
        )  # fmt: skip
        drafts += saying(context, item)
    place = InSentence(layout, sentence.range, number, page.whole.known)
    nouns = [d for c in IN_SENTENCE for d in islice(c.find(place), MAX_CUES)]
    drafts += [replace(d, embedded=inner or _inside(drafts, d.cue[0].start)) for d in nouns]
    return drafts


def _inside(drafts: Sequence[Draft], position: int) -> bool:
    """Whether a cue stands within the words of a statement already read."""
    return any(r.start <= position < r.end for d in drafts for r in d.content)
