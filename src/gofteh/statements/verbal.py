"""Statements introduced by a verb of saying, in each of its constructions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from gofteh.lexicon.acts import Act
from gofteh.lexicon.entries import QUOTABLE, Complement, Trait
from gofteh.lexicon.events import BETWEEN
from gofteh.lexicon.grammar import SUBORDINATORS
from gofteh.lexicon.signs import COMMAS, PAUSES, SENTENCE_ENDS
from gofteh.records import Manner
from gofteh.statements.called import announced, called, confessed, event, recalled
from gofteh.statements.context import Context
from gofteh.statements.counted import counted, must, opens
from gofteh.statements.drafts import Draft, trim
from gofteh.statements.phrases import is_finite, skip_lead
from gofteh.statements.saying import draft_of, reported
from gofteh.statements.scope import (
    clause_scope,
    fragmented,
    quoted,
)
from gofteh.statements.sourced import Sourced
from gofteh.statements.speech import direct_scope
from gofteh.statements.viable import marker
from gofteh.text.tokens import Range

_MIN_CLAUSE = 2
_MIN_WISHED = 3


def verbal(context: Context, item: Sourced) -> Iterator[Draft]:
    """Yield the statement of a verb of saying, by the first construction that fits."""
    told = counted(context, item)
    if told is None:
        return
    sign, start = marker(context.layout, told.cue, context.paragraph.end)
    if sign != ":" and must(context, told.cue):
        return
    drafts = (construction(context, told, sign, start) for construction in _CONSTRUCTIONS)
    yield from islice(filter(None, drafts), 1)


def _colon(context: Context, item: Sourced, sign: str, start: int) -> Draft | None:
    if sign != ":" or Complement.COLON not in item.cue.takes or item.cue.negated:
        return None
    if start >= context.paragraph.end:
        return _next_paragraph(context, item)
    content = direct_scope(
        context.layout, context.paragraph, start, context.cues, context.whole.known
    )
    return draft_of(context, item, content, "verb-colon", Manner.DIRECT)


def _semicolon(context: Context, item: Sourced, sign: str, start: int) -> Draft | None:
    """``وزیر می‌گوید؛ A``: a semicolon right behind sayer and verb stands for a colon."""
    words = context.layout.tokens.words
    if sign or words[start] != "؛" or not {Complement.COLON, Complement.CLAUSE} <= item.cue.takes:
        return None
    beside = item.source is not None and item.source.end == item.cue.start
    if not beside or words[start + 1] in ("و", "اما", "ولی", "یعنی"):
        return None
    return reported(context, item, _clause(context, item, start + 1), "verb-clause")


def _next_paragraph(context: Context, item: Sourced) -> Draft | None:
    """``… به شرح زیر اعلام کرد:`` — the words are the next paragraph."""
    if context.number + 1 >= len(context.layout.paragraphs):
        return None
    below = context.layout.paragraphs[context.number + 1]
    draft = draft_of(
        context, item, Range(below.start, below.end), "colon-next-paragraph", Manner.DIRECT
    )
    return replace(draft, paragraph=context.number + 1) if draft else None


def _that(context: Context, item: Sourced, sign: str, start: int) -> Draft | None:
    that, so_that = Complement.THAT in item.cue.takes, Complement.SO_THAT in item.cue.takes
    fits = (sign == "که" and that) or (sign == "تا" and so_that)
    if not fits or item.cue.negated:
        return None
    if item.cue.has(Trait.WISHES) and item.cue.ongoing and not _asked_of(context, item):
        return None
    return reported(context, item, _clause(context, item, start), "verb-that")


def _clause(context: Context, item: Sourced, start: int) -> Range:
    told = context.inside or item.inner
    first, end = clause_scope(context.layout, context.sentence, start, context.later(), told=told)
    closed = _subordinate_end(context, first, end) if _is_subordinate(context, item) else None
    return Range(first, closed or end)


def _is_subordinate(context: Context, item: Sourced) -> bool:
    """``وقتی X می‌گوید A، …`` and ``X که می‌گوید A، …``: the main clause comes behind."""
    words = context.layout.tokens.words
    first = context.sentence.start
    if any("".join(words[first : first + n]) in SUBORDINATORS for n in (1, 2, 3, 4)):
        return True
    if item.source is None or words[item.source.end] != "که":
        return False
    between = words[item.source.end + 1 : item.cue.start]
    return not any(w in PAUSES or is_finite(w) for w in between)


def _subordinate_end(context: Context, start: int, end: int) -> int | None:
    """The comma behind a verb that closes a subordinate clause."""
    words = context.layout.tokens.words
    commas = (i for i in range(start + 1, end) if words[i] in COMMAS)
    return next((i for i in commas if is_finite(words[i - 1]) or _wished(words[i - 1])), None)


def _wished(word: str) -> bool:
    """``بخوابد``, ``نرود``: the subjunctive, which closes a clause only in front of a comma."""
    return len(word) > _MIN_WISHED and word[0] in "بن" and word.endswith("د")


def _asked_of(context: Context, item: Sourced) -> bool:
    """``از X خواست که …``: a wish put to somebody."""
    low = item.source.end if item.source else context.sentence.start
    return "از" in context.layout.tokens.words[low : item.cue.start]


def _around(context: Context, item: Sourced, sign: str, start: int) -> Draft | None:
    """``«A»، او گفت، «B»`` and ``«A»؛ این را او گفت``: quoted words in front of the saying."""
    words = context.layout.tokens.words
    if Complement.BEFORE not in item.cue.takes or sign in (":", "که") or item.cue.negated:
        return None
    before = _quoted_before(context, item.source.start if item.source else item.cue.start)
    draft = draft_of(context, item, before, "quote-before", Manner.DIRECT) if before else None
    behind = start + (start < context.paragraph.end and words[start] in COMMAS)
    more = quoted(context.layout, behind, context.paragraph.end)
    if draft and more:
        return replace(draft, content=(*draft.content, trim(context.layout, *more)))
    return draft


def _quoted_before(context: Context, low: int) -> Range | None:
    """The quotation that ends in front of a token, over ``، این را``."""
    words = context.layout.tokens.words
    i = low - 1
    while i > context.paragraph.start and words[i] in BETWEEN:
        i -= 1
    opening = context.layout.opening.get(i)
    if opening is None or i - opening < _MIN_CLAUSE or opening < context.paragraph.start:
        return None
    return Range(opening + 1, i)


def _postposed(context: Context, item: Sourced, sign: str, start: int) -> Draft | None:
    """``A، مدیر شرکت گفت.``: a clause in front of the saying that ends the sentence."""
    words = context.layout.tokens.words
    ends = start >= context.sentence.end or words[start] in SENTENCE_ENDS
    takes = Complement.BEFORE in item.cue.takes
    if not takes or not ends or item.source is None or item.cue.negated:
        return None
    first, stop = item.source
    low = skip_lead(context.layout, context.sentence.start, first)
    clause = (
        first > low + _MIN_CLAUSE and words[first - 1] in COMMAS and is_finite(words[first - 2])
    )
    if not clause or stop != item.cue.start:
        return None
    return reported(context, item, Range(low, first - 1), "clause-before")


def _quote(context: Context, item: Sourced, sign: str, start: int) -> Draft | None:
    if sign != "«" or not QUOTABLE & item.cue.takes or item.cue.negated:
        return None
    if item.source is None and not item.shared:
        return None
    layout, later, end = context.layout, context.later(), context.sentence.end
    content = quoted(layout, start, context.paragraph.end)
    if content is None or fragmented(layout, content[1] + 1, end, later):
        content = clause_scope(layout, context.sentence, start, later)
    return reported(context, item, content, "verb-quote")


def _bares(context: Context, item: Sourced) -> bool:
    """Whether a verb may take a clause without a mark: by its source, or as an impersonal."""
    if item.source is None:
        impersonal = item.cue.passive and item.cue.has(Trait.IMPERSONAL)
        said = item.cue.has(Trait.DROPS_SUBJECT) and not item.cue.participle
        said = said or (item.cue.act is Act.ADD and opens(context, item.cue))
        return said or (impersonal and not context.inside)
    beside = item.source.end == item.cue.start
    if item.cue.has(Trait.OF_WHOM):
        return _asked_of(context, item) or (beside and not item.cue.ongoing)
    return not item.cue.participle or beside


def _bare(context: Context, item: Sourced, sign: str, start: int) -> Draft | None:
    """A clause follows without mark: ``معتقد است باید …``."""
    words = context.layout.tokens.words
    takes = Complement.CLAUSE in item.cue.takes
    if not takes or sign or item.cue.negated or not _bares(context, item):
        return None
    if start >= context.sentence.end:
        return None
    start += words[start] in COMMAS
    if start >= context.sentence.end or words[start] in ("و", ".", "؛", ")", "»"):
        return None
    content = _clause(context, item, start)
    span = trim(context.layout, *content)
    if span.end - span.start < _MIN_CLAUSE:
        return None
    return reported(context, item, content, "verb-clause")


_CONSTRUCTIONS = (
    _colon, _semicolon, _that, _around, _postposed, _quote,
    called, confessed, announced, event, recalled, _bare,
)  # fmt: skip
