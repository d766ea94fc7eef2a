"""Finding the statements of an article: every paragraph, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from gofteh.lexicon.entries import ABOUT_OBJECT, BEHIND_MARK
from gofteh.lexicon.grammar import ADJUNCT_STARTERS, CLAUSE_WORDS, QUESTION_WORDS
from gofteh.lexicon.heads import ORGANISATION_HEADS, ROLE_HEADS
from gofteh.lexicon.names import given_names
from gofteh.statements.context import Context, Whole
from gofteh.statements.cues import MAX_CUES, Cue, CueKind, cues_between, find_cues
from gofteh.statements.dialogue import Dialogue, dialogue
from gofteh.statements.drafts import Draft
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
from gofteh.text.tokens import Range

_MAX_TOPIC = 5
# They end the question or the quotation that ``گفت:`` behind them tells.
_ASKED = frozenset("؟?»")


@dataclass(frozen=True, slots=True)
class Found:
    """The statements of an article in the order of the text, and the agency of its byline."""

    drafts: tuple[Draft, ...]
    agency: Range | None


@dataclass(frozen=True, slots=True)
class _Page:
    """An article in reading: what its paragraphs share, each list in their order.

    ``spoken`` holds the paragraphs that are one voice's speech.
    """

    layout: Layout
    whole: Whole
    cues: Sequence[Sequence[Cue]]
    furniture: Sequence[bool]
    talk: Dialogue
    spoken: frozenset[int]


def find(layout: Layout) -> Found:
    """Return the statements of an article, speakers unresolved."""
    page = _page(layout)
    drafts: list[Draft] = []
    for number in range(len(layout.paragraphs)):
        if number in page.talk.speeches:
            drafts.append(page.talk.speeches[number].draft)
        if not page.furniture[number] and number not in page.talk.questions:
            _add(page, number, drafts)
    told = [d for draft in drafts if (d := _with_words(layout, draft)).content]
    kept = (d for d in told if not _asked(layout, d))
    ordered = sorted(kept, key=lambda d: (d.start, d.content[0]))
    return Found(tuple(ordered), page.whole.provenance.agency)


def _page(layout: Layout) -> _Page:
    """Read an article once over for what its paragraphs share."""
    furniture = is_furniture(layout)
    cues = [_viable_cues(layout, p) for p in layout.paragraphs]
    known = Known.of(layout, _safe_mentions(layout, cues), _surnames(layout))
    whole = Whole(known, find_provenance(layout, cues))
    talk = dialogue(layout, cues, furniture, known)
    spoken = frozenset(n for s in talk.speeches.values() for n in s.paragraphs)
    return _Page(layout, whole, cues, furniture, talk, spoken)


def _add(page: _Page, number: int, drafts: list[Draft]) -> None:
    """Add the statements of a paragraph; those whose words go on in it are made longer."""
    layout, paragraph = page.layout, page.layout.paragraphs[number]
    if paragraph.title and (named := list(headline(layout, paragraph, number))):
        drafts += named
        return
    speech = page.talk.speeches.get(number)
    ahead = any(d.paragraph == number for d in drafts[-1:])  # its colon stands in the one before
    spoken = number in page.spoken or ahead
    found = list(_read(page, number, speech.begin if speech else 0, spoken=spoken))
    every = (*drafts, *found)
    found = [d for d in found if not is_own_report(layout, d, every)]
    running = None if spoken else _running(layout, drafts, number, told=bool(found))
    if running is not None:
        drafts[running] = extended(layout, drafts[running], number)
        found = list(_read(page, number, 0, spoken=True)) if found else found
    if spoken or running is not None:
        found = [replace(d, embedded=True) for d in found if d.source]
    drafts += found


def _running(layout: Layout, drafts: Sequence[Draft], number: int, *, told: bool) -> int | None:
    """The draft that goes on in a paragraph: one of the paragraph before, the outermost first."""
    low = len(drafts)
    while low and drafts[low - 1].paragraph == number - 1:
        low -= 1
    going = (k for k in range(low, len(drafts)) if reach(layout, drafts[k], number, told=told))
    return next(going, None)


def _asked(layout: Layout, draft: Draft) -> bool:
    """``آنچه وزیر گفت درست بود`` refers to a saying and does not tell it."""
    return draft.source is not None and layout.tokens.words[draft.source.start] in QUESTION_WORDS


def _with_words(layout: Layout, draft: Draft) -> Draft:
    """The draft with those spans of its content that hold letters or digits at all."""
    of = layout.tokens.of
    told = tuple(s for s in draft.content if any(w[0].isalnum() for w in of(s)))
    return draft if told == draft.content else replace(draft, content=told)


def _viable_cues(layout: Layout, paragraph: Paragraph) -> list[Cue]:
    found = find_cues(layout.tokens, paragraph.start, paragraph.end)
    found = join_coordinated(layout, found)
    return [c for c in found if is_viable(layout, c, paragraph.end)]


def _safe_mentions(layout: Layout, cues: Sequence[Sequence[Cue]]) -> Iterator[tuple[str, ...]]:
    """Yield mentions that fill all between a sentence's begin and a cue with its mark."""
    for number, (paragraph, inside) in enumerate(zip(layout.paragraphs, cues, strict=True)):
        if paragraph.title:
            yield from (layout.tokens.of(d.source) for d in
                        headline(layout, paragraph, number) if d.source)  # fmt: skip
        for start, end in paragraph.sentences:
            spoken = cues_between(inside, start, end)
            cue = next((c for c in spoken if c.kind is not CueKind.PREPOSITION), None)
            if cue is None:
                continue
            takes_mark = not cue.verb or BEHIND_MARK & cue.takes
            marked = takes_mark and (not cue.verb or marker(layout, cue, paragraph.end)[0])
            if marked or not ABOUT_OBJECT & cue.takes:
                first = skip_lead(layout, start, cue.start)
                stop = mention_at(layout, first, cue.start)
                yield layout.tokens.words[first:stop]


def _surnames(layout: Layout) -> Iterator[str]:
    """Yield the word behind a given name: ``هوشنگ مرادپور روز گذشته …``."""
    known = given_names()
    for word, after in pairwise(layout.tokens.all):
        if word in known and after not in known and _is_surname(after):
            yield after


def _is_surname(word: str) -> bool:
    common = word in ROLE_HEADS or word in ORGANISATION_HEADS or word in ADJUNCT_STARTERS
    return word.isalpha() and not common and not is_finite(word) and word not in CLAUSE_WORDS


def _read(page: _Page, number: int, begin: int, *, spoken: bool) -> Iterator[Draft]:
    """Yield the statements of a paragraph, from a token on; ``spoken``: it is one voice's words."""
    paragraph = page.layout.paragraphs[number]
    reach = paragraph.end if spoken else paragraph.start
    for first, end in _sentences(page.layout, paragraph, page.cues[number]):
        start = max(first, begin) if begin < end else first
        drafts = _sentence(page, number, Range(start, end), inner=start < reach)
        yield from drafts
        reach = max([reach, *(b for d in drafts for _, b in d.content)])


def _sentence(page: _Page, number: int, sentence: Range, *, inner: bool) -> list[Draft]:
    """The statements of a sentence; ``inner``: it lies within words of an earlier one."""
    layout, cues = page.layout, page.cues[number]
    spoken = cues_between(cues, *sentence)[:MAX_CUES]
    sourced = find_sources(layout, *sentence, spoken, page.whole.known) if spoken else []
    drafts: list[Draft] = []
    for k, item in enumerate(sourced):
        told = inner or _inside(drafts, item.cue.start)
        paragraph = layout.paragraphs[number]
        context = Context(layout, page.whole, paragraph, number, sentence, cues, sourced, k, told)
        drafts += _drafts(context, item)
    nouns = [
        d for f in (nominal, split_sayings) for d in islice(f(layout, sentence, number), MAX_CUES)
    ]
    drafts += [replace(d, embedded=inner or _inside(drafts, d.cue[0][0])) for d in nouns]
    return drafts


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
        if out and start in starts and layout.tokens.words[out[-1][1] - 1] in _ASKED:
            out[-1] = Range(out[-1][0], end)
        else:
            out.append(Range(start, end))
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
