"""Drafts: statements as found, in token ranges, before their speakers are resolved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gofteh.lexicon.acts import Act
from gofteh.lexicon.boundaries import TITLED
from gofteh.lexicon.signs import CLOSING_QUOTES, OPENING_QUOTES
from gofteh.lexicon.word_classes import are_a_name, are_a_phrase
from gofteh.records import Manner, Polarity
from gofteh.statements.declared import Rule
from gofteh.statements.phrases import is_finite
from gofteh.text.layout import BULLETS, Layout
from gofteh.text.tokens import Range

_LEADING = frozenset({":", "،", ",", "-", "–", ".", "؛", "که", "…"})
_TRAILING = frozenset({".", "،", ",", "؛", ";", ":", "-", "–", "/", "و", "…"})
# Straight single marks are not paired in a layout, since they are apostrophes as often.
_SINGLE = "'"
# Up to this many quoted words are a name or a title rather than a quotation.
TITLE_WORDS = 2


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a second reader says of a draft, by its own view of the words that are the cue.

    ``cue`` and ``valid``: the probabilities that the words are a cue, and that a statement belongs
    to it. ``source`` and ``content``: the logarithms of the probabilities of the draft's source
    and content. ``overlap``: how much of the draft's content and its own is common, in 0 to 1.
    """

    cue: float
    valid: float
    source: float
    content: float
    overlap: float


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement as found: token ranges, manner, and the rule that found it.

    ``source`` is the mention that names the speaker; several drafts may share it. Without a source,
    ``antecedent`` may be a mention elsewhere that names the speaker. ``unknown``: a passive or
    impersonal verb, whose speaker the article hides. ``embedded``: inside another draft's content.
    ``plural``: the verb's subject is. ``paragraph``: the index of the last one of its content.
    ``by``: who proposed it. ``sure``: the probability that its content is right, where a choice
    among proposals has worked it out; ``opinion``: what it was told of the draft.
    """

    content: tuple[Range, ...]
    cue: tuple[Range, ...]
    source: Range | None
    rule: Rule
    manner: Manner
    act: Act
    lemma: str | None
    paragraph: int
    polarity: Polarity = Polarity.AFFIRMED
    unknown: bool = False
    embedded: bool = False
    first_person: bool = False
    antecedent: Range | None = None
    plural: bool = False
    sure: float | None = None
    opinion: Opinion | None = None
    by: str = "grammar"

    @property
    def start(self) -> int:
        """The first token of cue, source or content, by which drafts are put in order."""
        starts = [a for a, _ in (*self.content, *self.cue)]
        if self.source:
            starts.append(self.source.start)
        return min(starts)


def trim(layout: Layout, start: int, end: int) -> Range:
    """Return a content range without leading ``که`` and signs, outer quotation marks, full stop."""
    words = layout.tokens.words
    changed = True
    while changed and start < end:
        changed = False
        if words[start] in _LEADING or words[start] in BULLETS:
            start, changed = start + 1, True
        elif words[end - 1] in _TRAILING:
            end, changed = end - 1, True
        elif _is_inner_pair(words, start, end):
            break
        elif words[start] in OPENING_QUOTES and layout.closing.get(start, end) >= end - 1:
            end = end - 1 if layout.closing.get(start) == end - 1 else end
            start, changed = start + 1, True
        elif words[end - 1] in CLOSING_QUOTES and not _opened_inside(layout, start, end - 1):
            end, changed = end - 1, True
    return Range(start, end)


def _is_inner_pair(words: Sequence[str], start: int, end: int) -> bool:
    """``'راه' باز است``, ``راه 'باز'``: whether a single mark at one edge has its other inside."""
    inside = words[start + 1 : end - 1]
    return any(words[i] == _SINGLE for i in (start, end - 1)) and _SINGLE in inside


def _opened_inside(layout: Layout, start: int, close: int) -> bool:
    return layout.opening.get(close, -1) >= start


def _is_fragment(layout: Layout, opening: int, closing: int, title: int) -> bool:
    """Whether quoted words are the speaker's, not a name, a title or another's quotation."""
    words = layout.tokens.words
    inside, before = words[opening + 1 : closing], words[opening - 1]
    letters = sum(w[0].isalpha() for w in inside)
    quotes = letters > title or (letters > 1 and is_finite(words[closing - 1]))
    # ``«علی رضا فرهمند»`` is a name, ``«تغییر مثبت»`` is none
    quotes = (quotes and not are_a_name(inside)) or are_a_phrase(inside)
    return quotes and before != ":" and before not in TITLED


def manner_of(layout: Layout, content: Range, *, colon: bool, title: int = TITLE_WORDS) -> Manner:
    """Return the manner of a content, by its colon and the quotation marks around or inside it.

    Up to ``title`` quoted words inside are taken for a name.
    """
    start, end = content
    before = start - 1
    quoted = layout.tokens.words[before] in OPENING_QUOTES
    if colon or (quoted and layout.closing.get(before, -1) in (end, end + 1)):
        return Manner.DIRECT
    partly = any(_quotes_part(layout, i, content, title) for i in range(start, end))
    return Manner.MIXED if partly else Manner.INDIRECT


def _quotes_part(layout: Layout, i: int, content: Range, title: int) -> bool:
    """Whether a mark at ``i`` opens or closes a quotation of only part of a content."""
    start, end = content
    closing = layout.closing.get(i)
    opens = closing is not None and (closing >= end or _is_fragment(layout, i, closing, title))
    return opens or layout.opening.get(i, start) < start
