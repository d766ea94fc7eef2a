"""What quotation marks settle: drafts of the grammar that no choice among proposals may undo.

Words between quotation marks beside a source are its content from mark to mark, whatever a learned
reader makes of them; and a source is not cut out of the midst of a person's mention. A
rumour is settled too, by its verb, and somebody's view by its frame (``به نظر او``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gofteh.lexicon.classes import Class, is_a
from gofteh.lexicon.events import DONE_BY_SAYING
from gofteh.lexicon.names import given_names
from gofteh.lexicon.particles import THAT
from gofteh.lexicon.people import GESTURED
from gofteh.lexicon.signs import OPENING_QUOTES
from gofteh.lexicon.stems import STEMS
from gofteh.records import Manner
from gofteh.statements.drafts import Draft
from gofteh.statements.findings import DraftChooser, Findings
from gofteh.statements.phrases import is_finite
from gofteh.text.layout import Layout
from gofteh.text.ranges import RangeIndex
from gofteh.text.tokens import Range

# ``شنیده می‌شود A`` counts by its verb alone; annotated articles hardly have it to teach a reader.
_RUMOUR = STEMS["شنید"].infinitive
_PRONOUN = Class.PRONOUN | Class.PLURAL_PRONOUN
# What a network that has read ``به نظر می‌رسد`` takes for no cue.
_IN_THE_VIEW_OF = ("به", "نظر")
# So few words say little of whether they are somebody's.
_MAX_SHORT = 3
# Signs between the last word and the closing mark, or behind it.
_MAX_SIGNS = 2
# A mention that opens so is a person's from its first word on.
_OPENS_PERSON = Class.GIVEN_NAME | Class.HONORIFIC | Class.ROLE
# They open an adjunct or an object behind a mention rather than going on with it:
# ``پیرمرد به کوه``, ``ژاله سروستان سر``, ``رییس دادگاه ختم جلسه``.
_OVER = frozenset({"به", "خطاب"}) | GESTURED | DONE_BY_SAYING


def settling(choice: DraftChooser) -> DraftChooser:
    """Return a choice that leaves the drafts that quotation marks settle as the grammar's are."""

    def chosen(findings: Findings, drafts: Sequence[Draft]) -> Sequence[Draft]:
        kept = _Kept(choice(findings, drafts))
        spoken_of = {d.antecedent for d in drafts if is_quoted(findings.layout, d)}
        for draft in drafts:
            vouched = draft.source is not None and draft.source in spoken_of
            _settle(findings.layout, draft, kept, vouched=vouched)
        return tuple(sorted(kept.drafts, key=lambda d: (d.start, d.content[0])))

    return chosen


class _Kept:
    """The drafts that are kept so far, and which of them stand near some tokens."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        self.drafts = list(drafts)
        self._near = RangeIndex(range(len(self.drafts)), self._covers)

    def _covers(self, at: int) -> tuple[Range, ...]:
        return (*self.drafts[at].cue, *self.drafts[at].content)

    def near(self, draft: Draft) -> list[int]:
        """Return where those are, in their order, that share a token of cue or content."""
        return sorted({*self._near.near(*draft.cue, *draft.content)})

    def put(self, at: int, draft: Draft) -> None:
        """Put a draft in another one's place, or behind the last."""
        self.drafts[at : at + 1] = [draft]
        self._near.add(at)


def _settle(layout: Layout, draft: Draft, kept: _Kept, *, vouched: bool) -> None:
    """Put a draft of the grammar back among those kept, if quotation marks settle it.

    ``vouched``: the quotation behind it has its source for speaker: ``به گفته X، A. «B.»``.
    """
    quoted = is_quoted(layout, draft) and (draft.source or draft.antecedent) is not None
    firm = quoted or draft.lemma == _RUMOUR or _is_plain(layout, draft) or _is_view(layout, draft)
    near = [(k, kept.drafts[k]) for k in kept.near(draft)]
    at = next((k for k, other in near if _same(draft, other)), None)
    if at is None:
        if firm and (cut := _cut_of(layout, draft, near)) is not None:
            kept.put(cut, draft)
        elif (firm or vouched) and not any(_overlap(draft, other) for _, other in near):
            kept.put(len(kept.drafts), draft)
        return
    other = kept.drafts[at]
    if other.content != draft.content and (firm or _cuts_name(layout, draft, other)):
        other = replace(other, content=draft.content, manner=draft.manner)
    if _is_cut(layout, draft.source, other.source):
        other = replace(other, source=draft.source)
    kept.put(at, other)


def _is_view(layout: Layout, draft: Draft) -> bool:
    """Whether it is in the view of a pronoun: ``به نظر او A``, unlike ``به نظر می‌رسد A``.

    Behind ``به نظر`` of somebody named it may mean attention: ``به نظر شورا درباره پل پرداخت``.
    """
    if draft.source is None or not draft.cue:
        return False
    cue, source = layout.tokens.of(draft.cue[0]), layout.tokens.of(draft.source)
    return tuple(cue) == _IN_THE_VIEW_OF and len(source) == 1 and is_a(source[0], _PRONOUN)


def _is_plain(layout: Layout, draft: Draft) -> bool:
    """Whether a headline's colon parts a person from a sentence, or ``که`` a verb from its own.

    ``مدیر غله: آرد می‌رسد``, ``علی راد گفت که می‌ماند``: too short for a reader to be sure of.
    """
    words = layout.tokens.words
    if draft.source is None or not is_a(words[draft.source.start], _OPENS_PERSON):
        return False
    content = draft.content[0]
    short = len(draft.content) == 1 and content.end - content.start <= _MAX_SHORT
    told = draft.rule.headline or words[content.start - 1] == THAT
    return short and told and is_finite(words[content.end - 1])


def is_quoted(layout: Layout, draft: Draft) -> bool:
    """Return whether a content is direct speech that quotation marks open and close.

    Each span's own; or, over paragraphs, those of the first and the last.
    """
    opened = [layout.tokens.words[r.start - 1] in OPENING_QUOTES for r in draft.content]
    closed = [_closes(layout, r) for r in draft.content]
    whole = (opened[0] and closed[-1]) or (all(opened) and all(closed))
    return draft.manner is Manner.DIRECT and whole and draft.rule.headline is False


def _closes(layout: Layout, span: Range) -> bool:
    """Whether a closing quotation mark follows a span, over a full stop."""
    words = layout.tokens.words
    for i in range(span.end, span.end + _MAX_SIGNS):
        if i in layout.opening or words[i] == "»":
            return True
        if words[i][:1].isalnum():
            return False
    return False


def _same(one: Draft, other: Draft) -> bool:
    """Whether two drafts are of one statement: they share the cue, or without one the content."""
    return one.cue == other.cue if one.cue or other.cue else _overlap(one, other)


def _cut_of(layout: Layout, draft: Draft, kept: Sequence[tuple[int, Draft]]) -> int | None:
    """The index of the draft with the same content by another cue and a cut of the source.

    Or with a source that takes in words of the cue: ``زبان علی راد`` of ``از زبان علی راد``.
    """
    same = ((k, other) for k, other in kept if other.content == draft.content)
    cut = (
        k
        for k, other in same
        if _is_cut(layout, draft.source, other.source) or _takes_in(other.source, draft.cue)
    )
    return next(cut, None)


def _takes_in(source: Range | None, cue: Sequence[Range]) -> bool:
    """Whether a source holds words of a cue."""
    return source is not None and any(r.start < source.end and source.start < r.end for r in cue)


def _overlap(one: Draft, other: Draft) -> bool:
    """Whether the content of one begins or ends where the other's does."""
    first, second = one.content, other.content
    return first[0].start == second[0].start or first[-1].end == second[-1].end


def _cuts_name(layout: Layout, draft: Draft, other: Draft) -> bool:
    """Whether a content leaves out only the given name that a draft's begins with."""
    first, *rest = draft.content
    cut = other.content == (Range(first.start + 1, first.end), *rest)
    return cut and layout.tokens.words[first.start] in given_names()


def _is_cut(layout: Layout, mention: Range | None, source: Range | None) -> bool:
    """Whether a source cuts a person's mention short, or runs over its end."""
    if mention is None or source is None or mention == source:
        return False
    words, start = layout.tokens.words, mention.start
    inside = start < source.start < mention.end and is_a(words[start], _OPENS_PERSON)
    alone = source == Range(start, start + 1) and words[start] in given_names()
    over = source.start == start and source.end > mention.end
    return inside or (alone and mention.end > source.end) or (over and words[mention.end] in _OVER)
