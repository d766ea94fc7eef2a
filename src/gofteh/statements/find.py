"""The statements of each paragraph, sentence by sentence, by the construction around each cue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from gofteh.statements.context import Context
from gofteh.statements.cues import MAX_CUES, CueKind
from gofteh.statements.drafts import Draft
from gofteh.statements.nominal import nominal
from gofteh.statements.page import Named, Page, Sentence
from gofteh.statements.sourced import Sourced
from gofteh.statements.split import split_sayings
from gofteh.statements.verbal import verbal
from gofteh.statements.verbless import participial, prepositional

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
        drafts = _sentence(page, number, sentence, inner=sentence.range.start < reach)
        out += drafts
        reach = max([reach, *(r.end for d in drafts for r in d.content)])
    return out


def _sentence(page: Page, number: int, sentence: Sentence, *, inner: bool) -> list[Draft]:
    """The statements of a sentence; ``inner``: it lies within words of an earlier one."""
    layout, sourced = page.layout, sentence.sourced
    drafts: list[Draft] = []
    for k, item in enumerate(sourced):
        told = inner or _inside(drafts, item.cue.start)
        context = Context(
            layout, page.whole, layout.paragraphs[number], number, sentence.range,
            page.cues[number], sourced, k, told,
        )  # fmt: skip
        drafts += _drafts(context, item)
    nouns = [
        d
        for told_as_noun in (nominal, split_sayings)
        for d in islice(told_as_noun(layout, sentence.range, number), MAX_CUES)
    ]
    drafts += [replace(d, embedded=inner or _inside(drafts, d.cue[0].start)) for d in nouns]
    return drafts


def _inside(drafts: Sequence[Draft], position: int) -> bool:
    """Whether a cue stands within the words of a statement already read."""
    return any(r.start <= position < r.end for d in drafts for r in d.content)


def _drafts(context: Context, item: Sourced) -> Iterator[Draft]:
    if item.cue.kind is CueKind.VERB:
        yield from verbal(context, item)
    elif item.cue.kind is CueKind.PREPOSITION:
        yield from prepositional(context, item)
    else:
        yield from participial(context, item)
