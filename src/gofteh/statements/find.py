"""Finding the statements of an article: every paragraph, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from gofteh.lexicon.grammar import ADJUNCT_STARTERS, CLAUSE_WORDS, QUESTION_WORDS
from gofteh.lexicon.heads import ORGANISATION_HEADS, ROLE_HEADS
from gofteh.lexicon.names import given_names
from gofteh.statements.context import Context, Whole
from gofteh.statements.cues import MAX_CUES, Cue, CueKind, cues_between, find_cues
from gofteh.statements.dialogue import dialogue
from gofteh.statements.drafts import Draft, Range
from gofteh.statements.headlines import headline
from gofteh.statements.known import Known
from gofteh.statements.nominal import nominal
from gofteh.statements.phrases import is_finite, mention_at, skip_lead
from gofteh.statements.provenance import find_provenance, is_own_report
from gofteh.statements.runon import extended, reach
from gofteh.statements.sourced import Sourced
from gofteh.statements.sources import find_sources
from gofteh.statements.split import split_sayings
from gofteh.statements.verbal import verbal
from gofteh.statements.verbless import participial, prepositional
from gofteh.statements.viable import is_viable, join_coordinated, marker
from gofteh.text.furniture import is_furniture
from gofteh.text.layout import Layout, Paragraph

_MAX_TOPIC = 5


@dataclass(frozen=True, slots=True)
class Found:
    """The statements of an article in the order of the text, and the agency of its byline."""

    drafts: tuple[Draft, ...]
    agency: Range | None


def find(layout: Layout) -> Found:
    """Return the statements of an article, speakers unresolved."""
    drafts: list[Draft] = []
    furniture = is_furniture(layout)
    cues = [_viable_cues(layout, p) for p in layout.paragraphs]
    whole = Whole(
        Known.of(layout, _safe_mentions(layout, cues), _surnames(layout)),
        find_provenance(layout, cues),
    )
    talk = dialogue(layout, cues, furniture, whole.known)
    speeches = talk.speeches
    taken = {n for s in speeches.values() for n in s.paragraphs}
    for number, paragraph in enumerate(layout.paragraphs):
        if number in speeches:
            drafts.append(speeches[number].draft)
        if furniture[number] or number in talk.questions:
            continue
        if paragraph.title and (named := list(headline(layout, paragraph, number))):
            drafts += named
            continue
        begin = speeches[number].begin if number in speeches else 0
        found = list(_read(layout, whole, number, cues[number], begin))
        every = (*drafts, *found)
        found = [d for d in found if not is_own_report(layout, d, every)]
        if number in taken:
            found = [replace(d, embedded=True) for d in found if d.source]
        elif (k := _running(layout, drafts, number, told=bool(found))) is not None:
            drafts[k] = extended(layout, drafts[k], number)
            found = [replace(d, embedded=True) for d in found if d.source]
        drafts += found
    told = [d for draft in drafts if (d := _with_words(layout, draft)).content]
    told = [d for d in told if not _asked(layout, d)]
    ordered = sorted(told, key=lambda d: (d.start, d.content[0]))
    return Found(tuple(ordered), whole.provenance.agency)


def _running(layout: Layout, drafts: Sequence[Draft], number: int, *, told: bool) -> int | None:
    """The draft that goes on in a paragraph: one of the paragraph before, the outermost first."""
    low = len(drafts)
    while low and drafts[low - 1].paragraph == number - 1:
        low -= 1
    going = (k for k in range(low, len(drafts)) if reach(layout, drafts[k], number, told=told))
    return next(going, None)


def _asked(layout: Layout, draft: Draft) -> bool:
    """``آنچه وزیر گفت درست بود`` refers to a saying and does not tell it."""
    return draft.source is not None and layout.tokens.words[draft.source[0]] in QUESTION_WORDS


def _with_words(layout: Layout, draft: Draft) -> Draft:
    """The draft with those spans of its content that hold letters or digits at all."""
    words = layout.tokens.words
    told = tuple(s for s in draft.content if any(w[0].isalnum() for w in words[slice(*s)]))
    return draft if told == draft.content else replace(draft, content=told)


def _viable_cues(layout: Layout, paragraph: Paragraph) -> list[Cue]:
    found = find_cues(layout.tokens, paragraph.start, paragraph.end)
    found = join_coordinated(layout, found)
    return [c for c in found if is_viable(layout, c, paragraph.end)]


def _safe_mentions(layout: Layout, cues: Sequence[Sequence[Cue]]) -> Iterator[tuple[str, ...]]:
    """Yield mentions that fill all between a sentence's begin and a cue with its mark."""
    for number, (paragraph, inside) in enumerate(zip(layout.paragraphs, cues, strict=True)):
        if paragraph.title:
            yield from (layout.tokens.words[slice(*d.source)] for d in
                        headline(layout, paragraph, number) if d.source)  # fmt: skip
        for start, end in paragraph.sentences:
            spoken = cues_between(inside, start, end)
            cue = next((c for c in spoken if c.kind is not CueKind.PREPOSITION), None)
            if cue is None:
                continue
            marked = cue.kind is not CueKind.VERB or marker(layout, cue, paragraph.end)[0]
            if marked or not set("RAOV") & set(cue.frames):
                first = skip_lead(layout, start, cue.start)
                stop = mention_at(layout, first, cue.start)
                yield layout.tokens.words[first:stop]


def _surnames(layout: Layout) -> Iterator[str]:
    """Yield the word behind a given name: ``هوشنگ مرادپور روز گذشته …``."""
    words, known = layout.tokens.words, given_names()
    for i in range(len(words) - 2):
        if words[i] in known and words[i + 1] not in known and _is_surname(words[i + 1]):
            yield words[i + 1]


def _is_surname(word: str) -> bool:
    common = word in ROLE_HEADS or word in ORGANISATION_HEADS or word in ADJUNCT_STARTERS
    return word.isalpha() and not common and not is_finite(word) and word not in CLAUSE_WORDS


def _read(
    layout: Layout, whole: Whole, number: int, cues: Sequence[Cue], begin: int = 0
) -> Iterator[Draft]:
    paragraph = layout.paragraphs[number]
    reach = paragraph.start
    for first, end in _sentences(layout, paragraph, cues):
        start = max(first, begin) if begin < end else first
        inner = start < reach
        spoken = cues_between(cues, start, end)[:MAX_CUES]
        finders = (nominal, split_sayings)
        nouns = [d for f in finders for d in islice(f(layout, (start, end), number), MAX_CUES)]
        drafts: list[Draft] = []
        sourced = find_sources(layout, start, end, spoken, whole.known) if spoken else []
        for k, item in enumerate(sourced):
            told = inner or _inside(drafts, item.cue.start)
            context = Context(
                layout, whole, paragraph, number, (start, end), cues, sourced, k, told
            )
            drafts += _drafts(context, item)
        drafts += [replace(d, embedded=inner or _inside(drafts, d.cue[0][0])) for d in nouns]
        yield from drafts
        reach = max([reach, *(b for d in drafts for _, b in d.content)])


def _inside(drafts: Sequence[Draft], position: int) -> bool:
    """Whether a cue stands within the words of a statement already read."""
    return any(a <= position < b for d in drafts for a, b in d.content)


def _sentences(layout: Layout, paragraph: Paragraph, cues: Sequence[Cue]) -> list[Range]:
    """The sentences; one that begins with its cue belongs to the question before: ``…؟ گفت:``."""
    starts = {c.start for c in cues if c.kind is CueKind.VERB}
    out: list[Range] = []
    for start, end in paragraph.sentences:
        if paragraph.title:
            start = _behind_topic(layout, start, end)
        if out and start in starts and layout.tokens.words[out[-1][1] - 1] in "؟?»":
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return out


def _behind_topic(layout: Layout, start: int, end: int) -> int:
    """``کرونا؛ شهردار …``: a headline's topic is no part of its sentence."""
    words = layout.tokens.words
    stops = (i for i in range(start, min(end - 1, start + _MAX_TOPIC)) if words[i] == "؛")
    return next((i + 1 for i in stops), start)


def _drafts(context: Context, item: Sourced) -> Iterator[Draft]:
    if item.cue.kind is CueKind.VERB:
        yield from verbal(context, item)
    elif item.cue.kind is CueKind.PREPOSITION:
        yield from prepositional(context, item)
    else:
        yield from participial(context, item)
