"""What the finder knows of a statement before its speaker is resolved; token ranges only."""

from __future__ import annotations

from dataclasses import dataclass

from gofteh.lexicon.acts import Act
from gofteh.lexicon.boundaries import TITLED
from gofteh.lexicon.signs import CLOSING_QUOTES, OPENING_QUOTES
from gofteh.records import Manner, Polarity
from gofteh.statements.declared import Rule
from gofteh.statements.phrases import is_finite
from gofteh.text.layout import Layout
from gofteh.text.tokens import Range

_LEADING = frozenset({":", "،", ",", "-", "–", ".", "؛", "که", "…"})
_TRAILING = frozenset({".", "،", ",", "؛", ";", ":", "-", "–", "/", "و", "…"})
# Up to this many quoted words are a name or a title, not somebody's words.
TITLE_WORDS = 2


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement as found: token ranges, manner, and the rule that found it.

    ``source`` may be shared with another cue. ``unknown`` marks a passive or impersonal saying,
    whose speaker the article hides; ``embedded`` one inside another's words; ``antecedent`` names
    the speaker of words without a source beside them; ``plural`` tells that the verb's subject is.
    ``by`` tells who proposed it and ``sure`` how probable its content is, where a choice was made.
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
    by: str = "grammar"

    @property
    def start(self) -> int:
        """The first token of cue, source or content: the reading order."""
        starts = [a for a, _ in (*self.content, *self.cue)]
        if self.source:
            starts.append(self.source.start)
        return min(starts)


def trim(layout: Layout, start: int, end: int) -> Range:
    """Return a content range without introducing words, surrounding quotes, final full stop."""
    words = layout.tokens.words
    changed = True
    while changed and start < end:
        changed = False
        if words[start] in _LEADING:
            start, changed = start + 1, True
        elif words[end - 1] in _TRAILING:
            end, changed = end - 1, True
        elif words[start] in OPENING_QUOTES and layout.closing.get(start, end) >= end - 1:
            end = end - 1 if layout.closing.get(start) == end - 1 else end
            start, changed = start + 1, True
        elif words[end - 1] in CLOSING_QUOTES and not _opened_inside(layout, start, end - 1):
            end, changed = end - 1, True
    return Range(start, end)


def _opened_inside(layout: Layout, start: int, close: int) -> bool:
    return layout.opening.get(close, -1) >= start


def _is_fragment(layout: Layout, opening: int, closing: int, title: int) -> bool:
    """Whether quoted words are somebody's, and not a name, a title or an inner saying's content."""
    words = layout.tokens.words
    letters = sum(w[0].isalpha() for w in words[opening + 1 : closing])
    before = words[opening - 1]
    told = letters > title or (letters > 1 and is_finite(words[closing - 1]))
    return told and before not in (":", *TITLED)


def manner_of(layout: Layout, content: Range, *, colon: bool, title: int = TITLE_WORDS) -> Manner:
    """Return how the words are given: by the colon, and by the quotation marks around or inside.

    Up to ``title`` quoted words inside are taken for a name.
    """
    start, end = content
    before = start - 1
    quoted = layout.tokens.words[before] in OPENING_QUOTES
    if colon or (quoted and layout.closing.get(before, -1) in (end, end + 1)):
        return Manner.DIRECT
    partly = any(_parts_words(layout, i, content, title) for i in range(start, end))
    return Manner.MIXED if partly else Manner.INDIRECT


def _parts_words(layout: Layout, i: int, content: Range, title: int) -> bool:
    """Whether a quotation mark at ``i`` parts words that are quoted from words that are not."""
    start, end = content
    closing = layout.closing.get(i)
    opens = closing is not None and (closing >= end or _is_fragment(layout, i, closing, title))
    return opens or layout.opening.get(i, start) < start
