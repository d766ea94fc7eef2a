"""Finding the statements of an article: every paragraph, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gofteh.records import Manner
from gofteh.statements.cues import Cue, CueKind, find_cues
from gofteh.statements.drafts import Draft, Range, trim
from gofteh.statements.headlines import headline
from gofteh.statements.lexicon.grammar import FIRST_PERSON_PRONOUNS
from gofteh.statements.scope import runs_on
from gofteh.statements.subjects import Sourced, find_sources
from gofteh.statements.verbal import Context, verbal
from gofteh.statements.verbless import participial, prepositional
from gofteh.text.furniture import is_furniture
from gofteh.text.layout import Layout, Paragraph

# Impersonal musts and mays: nobody is reported to say what ``باید گفت`` introduces.
_IMPERSONAL = frozenset(
    "باید نباید توان میتوان نمیتوان میشود نمیشود بتوان شاید بایستی نشود بشود میبایست نمیتوانست".split()
)


def find_drafts(layout: Layout) -> list[Draft]:
    """Return the statements of an article in the order of the text, speakers unresolved."""
    drafts: list[Draft] = []
    furniture = is_furniture(layout)
    for number, paragraph in enumerate(layout.paragraphs):
        if furniture[number]:
            continue
        if paragraph.title:
            drafts += headline(layout, paragraph, number)
            continue
        found = list(_read(layout, paragraph, number))
        if not found and drafts and _continues(layout, drafts[-1], paragraph, number):
            drafts[-1] = _extended(layout, drafts[-1], paragraph, number)
        drafts += found
    return drafts


def _read(layout: Layout, paragraph: Paragraph, number: int) -> Iterator[Draft]:
    cues = [c for c in find_cues(layout.tokens, paragraph.start, paragraph.end) if _real(layout, c)]
    reach = paragraph.start
    for start, end in paragraph.sentences:
        inside = [c for c in cues if start <= c.start < end]
        if not inside:
            continue
        sourced = find_sources(layout, start, end, inside)
        for k, item in enumerate(sourced):
            context = Context(layout, paragraph, number, (start, end), cues, sourced, k, start < reach)
            for draft in _drafts(context, item):
                yield draft
                reach = max(reach, *(b for _, b in draft.content))


def _drafts(context: Context, item: Sourced) -> Iterator[Draft]:
    if item.cue.kind is CueKind.VERB:
        yield from verbal(context, item)
    elif item.cue.kind is CueKind.PREPOSITION:
        yield from prepositional(context, item)
    else:
        yield from participial(context, item)


def _real(layout: Layout, cue: Cue) -> bool:
    """Whether a form is a saying at all: not ``گفت و گو``, ``باید گفت``, ``این گفته``."""
    words = layout.tokens.words
    before = words[cue.start - 1] if cue.start else ""
    after = words[cue.end] if cue.end < len(words) else ""
    if cue.kind is not CueKind.VERB:
        return True
    if words[cue.start] == "گفت" and after in ("و", "وگو") and _word(words, cue.end + 1).startswith("گو"):
        return False
    if before in _IMPERSONAL:
        return False
    if all(v.form.participle for v in cue.verbs):
        return before not in ("این", "به", "از", "آن", "هر") and after in (
            "که", ":", "«", '"', "،", "و", "بود", "است", "."
        )
    return True


def _word(words: Sequence[str], i: int) -> str:
    return words[i] if i < len(words) else ""


def _continues(layout: Layout, last: Draft, paragraph: Paragraph, number: int) -> bool:
    """Whether a paragraph without a frame goes on with the speech of the one before."""
    if last.paragraph != number - 1 or last.manner is not Manner.DIRECT or last.rule == "headline":
        return False
    previous = layout.paragraphs[number - 1]
    reaches = max(b for _, b in last.content) >= previous.end - 3
    return reaches and runs_on(layout, paragraph) and _is_prose(layout, paragraph)


def _is_prose(layout: Layout, paragraph: Paragraph) -> bool:
    words = layout.tokens.words
    return words[paragraph.end - 1] in ".!؟»\"" and words[paragraph.start] not in FIRST_PERSON_PRONOUNS | {
        "به"
    }


def _extended(layout: Layout, last: Draft, paragraph: Paragraph, number: int) -> Draft:
    more: Range = trim(layout, paragraph.start, paragraph.end)
    return Draft(
        (*last.content, more), last.cue, last.source, last.rule, last.manner, last.act, last.lemma,
        number, last.polarity, last.unknown, last.embedded, last.first_person,
    )  # fmt: skip
