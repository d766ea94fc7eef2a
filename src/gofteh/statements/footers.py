"""The page's own words behind somebody's, in the same line: ``پایان پیام``, ``@channel``."""

from __future__ import annotations

from collections.abc import Sequence

from gofteh.lexicon.signs import SENTENCE_ENDS, is_pictogram
from gofteh.lexicon.talk import CLOSING_OF_REPORT, CLOSINGS
from gofteh.statements.drafts import trim
from gofteh.text.layout import Layout
from gofteh.text.tokens import Range

# How an address of the web begins.
_ADDRESSES = ("http", "https", "www", "telegra")
_HANDLE, _HASH = "@", "#"
_SIGNED = (_HANDLE, _HASH)
_RULES = ("|", "_")
# ``پایان پیام/ت ۱۲``: tokens from its first to the end of the line.
_MAX_CLOSING = 7


def without_footers(layout: Layout, content: Sequence[Range]) -> tuple[Range, ...]:
    """Return a content's spans without the footers behind them; a span of nothing else falls away.

    Empty where the whole content is footers: nobody has said anything then.
    """
    cut = ((span, _end(layout, span)) for span in content)
    kept = (span if end == span.end else trim(layout, span.start, end) for span, end in cut)
    return tuple(span for span in kept if span.end > span.start)


def _end(layout: Layout, span: Range) -> int:
    """Where a span ends in front of the footers behind it."""
    end = span.end
    while end > span.start:
        ahead = _ahead_of_sign(layout, end)
        ahead = _ahead_of_closing(layout, span.start, end) if ahead == end else ahead
        ahead = _ahead_of_link(layout, span, end) if ahead == end else ahead
        if ahead == end:
            return _kept_signs(layout, end, span.end)
        end = ahead
    return end


def _kept_signs(layout: Layout, end: int, whole: int) -> int:
    """Pictograms alone are the speaker's: only in front of a footer do they belong to that."""
    cut = layout.tokens.words[end:whole]
    return end if any(w[0].isalnum() for w in cut) else whole


def _ahead_of_sign(layout: Layout, end: int) -> int:
    last = layout.tokens.words[end - 1]
    return end - 1 if is_pictogram(last) or last in _RULES else end


def _ahead_of_closing(layout: Layout, start: int, end: int) -> int:
    """In front of ``پایان پیام`` behind a sentence."""
    words = layout.tokens.words
    for i in range(max(start, end - _MAX_CLOSING), end - 1):
        closes = words[i] in CLOSINGS and words[i + 1] in CLOSING_OF_REPORT
        if closes and (i == start or words[i - 1] in SENTENCE_ENDS):
            return i
    return end


def _ahead_of_link(layout: Layout, span: Range, end: int) -> int:
    """In front of a handle, an address, or a hashtag that is no word of a sentence."""
    words, starts, ends = layout.tokens.words, layout.tokens.starts, layout.tokens.ends
    first = end - 1
    while first > span.start and ends[first - 1] == starts[first] and words[first] not in _SIGNED:
        first -= 1
    joined = first > span.start and ends[first - 1] == starts[first]
    if joined and words[first] == _HANDLE and words[first - 1].isalnum():  # ``name@example``
        return end
    opened = first == span.start or end < span.end or words[first - 1] in SENTENCE_ENDS
    tagged = words[first] == _HASH and opened
    return first if words[first] == _HANDLE or tagged or words[first] in _ADDRESSES else end
