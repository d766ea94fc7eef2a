"""The drafts of an article put together, and speeches extended that run on over paragraphs.

This is the only step that goes through the paragraphs in order and looks back. Whether a paragraph
goes on with the speech of the one before decides how it is read: drafts in it are then embedded in
that speech. So a paragraph that turns out to run on is read again, as speech.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gofteh.lexicon.boundaries import QUESTION_WORDS
from gofteh.statements.drafts import Draft
from gofteh.statements.findings import Findings, SourcedSentences
from gofteh.statements.paragraph_drafts import ParagraphDrafts, read_paragraph
from gofteh.statements.provenance import is_own_report
from gofteh.statements.runon import extended, further, reach, writes_on
from gofteh.text.layout import Layout


def gather(
    findings: Findings, sentences: SourcedSentences, paragraph_drafts: ParagraphDrafts
) -> tuple[Draft, ...]:
    """Return the drafts of an article in the order of the text."""
    drafts: list[Draft] = []
    for number in range(len(findings.layout.paragraphs)):
        if number in findings.dialogue.speeches:
            drafts.append(findings.dialogue.speeches[number].draft)
        if number in findings.headlines and not findings.furniture[number]:
            drafts += paragraph_drafts[number]
        elif findings.is_read(number):
            _add(findings, sentences, number, paragraph_drafts[number], drafts)
    worded = [d for draft in drafts if (d := _with_words(findings.layout, draft)).content]
    kept = (d for d in worded if not _asked(findings.layout, d))
    return tuple(sorted(kept, key=lambda d: (d.start, d.content[0])))


def _add(
    findings: Findings,
    sentences: SourcedSentences,
    number: int,
    found: Sequence[Draft],
    drafts: list[Draft],
) -> None:
    """Add the drafts of a paragraph, and extend the draft whose speech runs on in it."""
    layout = findings.layout
    # A colon that ends the paragraph before has made this one the content of its draft.
    announced = any(d.paragraph == number for d in drafts[-1:])
    spoken = findings.is_speech(number) or announced
    if spoken and not findings.is_speech(number):
        found = read_paragraph(findings, sentences, number, spoken=True)
    every = (*drafts, *found)
    found = [d for d in found if not is_own_report(layout, d, every)]
    running = None if spoken else _running(layout, drafts, number, others_speak=bool(found))
    if running is not None:
        _run_on(layout, drafts, running, number)
        found = read_paragraph(findings, sentences, number, spoken=True) if found else found
    if spoken or running is not None:
        found = [replace(d, embedded=True) for d in found if d.source]
    drafts += found


def _run_on(layout: Layout, drafts: list[Draft], running: int, number: int) -> None:
    """Let a draft go on in a paragraph: of a writing, each paragraph is a statement of its own."""
    last = drafts[running]
    if writes_on(layout, last) and (more := further(layout, last, number)):
        drafts.append(more)
    else:
        drafts[running] = extended(layout, last, number)


def _running(
    layout: Layout, drafts: Sequence[Draft], number: int, *, others_speak: bool
) -> int | None:
    """The index of the draft of the paragraph before that runs on in this one: the outermost."""
    low = len(drafts)
    while low and drafts[low - 1].paragraph == number - 1:
        low -= 1
    going = (
        k
        for k in range(low, len(drafts))
        if reach(layout, drafts[k], number, others_speak=others_speak)
    )
    return next(going, None)


def _asked(layout: Layout, draft: Draft) -> bool:
    """``آنچه وزیر گفت درست بود`` *what he said was right*: refers to a statement, gives none."""
    return draft.source is not None and layout.tokens.words[draft.source.start] in QUESTION_WORDS


def _with_words(layout: Layout, draft: Draft) -> Draft:
    """The draft with those spans of its content that hold letters or digits at all."""
    of = layout.tokens.of
    worded = tuple(s for s in draft.content if any(w[0].isalnum() for w in of(s)))
    return draft if worded == draft.content else replace(draft, content=worded)
