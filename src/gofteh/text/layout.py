"""Paragraphs, sentences and quotations of an article, as token ranges."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from unicodedata import category

from gofteh.text.breaks import Edit, lost_breaks
from gofteh.text.fold import View, fold
from gofteh.text.marks import mended_marks
from gofteh.text.tokens import Range, Tokens, tokenise

_ENDERS = frozenset(".!؟?…")
# Signs that may stand behind the full stop of a sentence and still belong to the sentence.
_CLOSERS = frozenset("»”\"’')]›")
QUOTE_PAIRS = {"«": "»", "“": "”", "„": "“", "‹": "›", "”": "“", "‘": "’"}
# Each opens an item of a list, even in the midst of a line.
BULLETS = frozenset("🔹🔸🔻🔺🔷🔶▪◾◼●■")
_STRAIGHT = '"'
_MARKS = frozenset({*QUOTE_PAIRS, *QUOTE_PAIRS.values(), _STRAIGHT})
# Every token at which a line, a sentence or a quotation may begin or end: the others, by far the
# most, need not be looked at.
_CUTS = _ENDERS | BULLETS | _MARKS | {"\n"}
# Prose nests no quotations deeper; the bound keeps hostile text cheap.
_MAX_NESTED = 50
# A quotation of up to this many tokens can be a name with initials.
_MAX_NAME = 9
_DOTS = frozenset(".…")
# Persian letters that spell the name of a Latin letter: ``وی`` for V, ``ای`` for E.
_MAX_LETTERS = 3
# No letter bears more marks; the bound keeps hostile text cheap.
_MAX_MARKS = 8


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the article: token range, and its sentences as token ranges."""

    start: int
    end: int
    sentences: tuple[Range, ...]
    title: bool = False

    @property
    def range(self) -> Range:
        """Its tokens."""
        return Range(self.start, self.end)

    def sentence_start(self, token: int) -> int:
        """Return where the sentence of one of its tokens begins."""
        return self.sentences[bisect_right(self.sentences, token, key=_begin) - 1].start


@dataclass(frozen=True, slots=True)
class Layout:
    """An article's view, cut up. ``closing`` maps an opening quotation mark to its closing one.

    Token ranges are half-open; ``closing`` holds only pairs that
    both stand in one paragraph; ``opening`` is its inverse, ``openings`` its keys in order.
    ``repairs`` are the slips as they are read: ``(start, end, replacement)``, raw offsets.
    """

    view: View
    tokens: Tokens
    paragraphs: tuple[Paragraph, ...]
    closing: dict[int, int]
    openings: tuple[int, ...] = ()
    opening: dict[int, int] = field(default_factory=dict)
    repairs: tuple[tuple[int, int, str], ...] = ()

    def quote_around(self, position: int) -> Range | None:
        """Return the innermost pair of quotation marks around a token, as token indices."""
        k = bisect_right(self.openings, position) - 1
        for opening in reversed(self.openings[max(0, k - _MAX_NESTED) : k + 1]):
            if opening < position < self.closing[opening]:
                return Range(opening, self.closing[opening])
        return None

    def paragraph_at(self, token: int) -> int:
        """Return the index of the paragraph that holds a token; the one before, for a line break.

        0 for a token in front of the first paragraph.
        """
        return max(0, bisect_right(self.paragraphs, token, key=_begin) - 1)

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the raw offsets of a token range; ValueError where it is empty.

        Marks upon its last character belong to it, though the view drops them: the last one of
        ``فعلاً``, the variation selector of an emoji.
        """
        if end <= start:
            raise ValueError(f"an empty token range has no raw span: [{start}, {end})")
        first, last = self.view.map.to_raw(self.tokens.starts[start], self.tokens.ends[end - 1])
        marks = takewhile(_is_mark, self.view.raw[last : last + _MAX_MARKS])
        return first, last + sum(1 for _ in marks)

    def written(self, start: int, end: int) -> str:
        """Return a token range as it is read: the raw text with its slips mended."""
        first, last = self.raw_span(start, end)
        parts: list[str] = []
        done = first
        for k in range(bisect_left(self.repairs, (first,)), len(self.repairs)):
            edit_start, edit_end, seen = self.repairs[k]
            if edit_end > last:
                break
            parts += (self.view.raw[done:edit_start], seen)
            done = edit_end
        return "".join((*parts, self.view.raw[done:last]))


def _begin(part: Paragraph | Range) -> int:
    return part.start


def _is_mark(character: str) -> bool:
    """Whether a character stands upon the one before it: a vowel sign, a variation selector."""
    return category(character) == "Mn"


def lay_out(raw: str, body_start: int, repairs: Iterable[tuple[int, int, str]] = ()) -> Layout:
    """Return the layout of a raw text whose title, if any, ends before ``body_start``.

    ``repairs`` are the ``(start, end, replacement)`` by which the text is read; paragraph breaks
    that the text lost are read too (`lost_breaks`), and quotation marks that it mixed up
    (`mended_marks`).
    """
    repairs = tuple(repairs)
    slips = _without_touched(lost_breaks(raw, body_start), mended_marks(raw))
    view = fold(raw, _with_breaks(repairs, slips))
    tokens = tokenise(view.text)
    title_end = view.map.to_view(0, body_start)[1] if body_start else 0
    paragraphs = []
    closing: dict[int, int] = {}
    for start, end, cuts in _lines(tokens):
        pairs = _pair_quotes(tokens, cuts)
        closing |= pairs
        sentences = _sentences(tokens, start, end, cuts, _short_quotes(pairs))
        paragraphs.append(Paragraph(start, end, sentences, tokens.starts[start] < title_end))
    opening = {b: a for a, b in closing.items()}
    return Layout(
        view, tokens, tuple(paragraphs), closing, tuple(sorted(closing)), opening, repairs
    )


def _lines(tokens: Tokens) -> Iterator[tuple[int, int, list[int]]]:
    """Start and end of each line that is not empty, with the positions of its `_CUTS`."""
    start, cuts = 0, []
    words = (*tokens.all, "\n")
    for i in [i for i, word in enumerate(words) if word in _CUTS]:
        if words[i] != "\n":
            cuts.append(i)
            continue
        if i > start:
            yield start, i, cuts
        start, cuts = i + 1, []


def _without_touched(breaks: Sequence[Edit], marks: Sequence[Edit]) -> list[Edit]:
    """The edits of breaks and of marks in order; where both touch a place, the break's."""
    broken = {k for start, end, _ in breaks for k in range(start, end)}
    return sorted((*breaks, *(m for m in marks if m[0] not in broken)))


def _with_breaks(repairs: Sequence[Edit], breaks: Sequence[Edit]) -> list[Edit]:
    """The edits of repairs and of breaks in order; where both touch a place, the repair's."""
    if not breaks:
        return list(repairs)
    taken = {k for start, end, _ in repairs for k in range(start, end)}
    free = (b for b in breaks if taken.isdisjoint(range(b[0], b[1])))
    return sorted((*repairs, *free))


def _pair_quotes(tokens: Tokens, cuts: Sequence[int]) -> dict[int, int]:
    """The closing mark of each opening one in a line; marks without a partner are left out.

    A straight mark closes one that is open, or else opens one. ``»`` also closes over marks that
    were left open inside.
    """
    pairs: dict[int, int] = {}
    stack: list[tuple[str, int]] = []
    for i in cuts:
        word = tokens.words[i]
        if stack and word == stack[-1][0]:
            pairs[stack.pop()[1]] = i
        elif word == _STRAIGHT:
            stack.append((_STRAIGHT, i))
        elif word in QUOTE_PAIRS:
            stack.append((QUOTE_PAIRS[word], i))
        elif word == "»":
            while stack and stack[-1][0] != "»":
                stack.pop()
            if stack:
                pairs[stack.pop()[1]] = i
    return pairs


def _short_quotes(pairs: dict[int, int]) -> frozenset[int]:
    """The tokens inside a paragraph's short quotations: a full stop there belongs to a name."""
    short = ((a, b) for a, b in pairs.items() if b - a <= _MAX_NAME)
    return frozenset(k for a, b in short for k in range(a, b - 1))


def _sentences(
    tokens: Tokens, start: int, end: int, cuts: Sequence[int], names: frozenset[int]
) -> tuple[Range, ...]:
    """The sentences of a line; a full stop in ``names`` ends none."""
    out = []
    first = start
    for i in cuts:
        # signs in front of ``first`` belong to the end of the sentence before
        stop = _sentence_end(tokens, i, end, names) if i >= first else None
        if stop is not None and stop > first:
            out.append(Range(first, stop))
            first = stop
    if first < end:
        out.append(Range(first, end))
    return tuple(out)


def _sentence_end(tokens: Tokens, i: int, end: int, names: frozenset[int]) -> int | None:
    """Where the sentence ends that a sign at ``i`` closes; None where the sign closes none."""
    words = tokens.words
    if words[i] in BULLETS:
        return i
    if words[i] not in _ENDERS or i in names or not _ends_sentence(tokens, i, end):
        return None
    stop = i + 1
    while stop < end and (words[stop] in _ENDERS or _closes(tokens, stop, end)):
        stop += 1
    return stop


def _closes(tokens: Tokens, i: int, end: int) -> bool:
    """Whether a closing sign belongs to the sentence before it: nothing but space follows."""
    if tokens.words[i] not in _CLOSERS:
        return False
    if tokens.words[i] != _STRAIGHT:
        return True
    return i + 1 >= end or tokens.starts[i + 1] > tokens.ends[i]


def _ends_sentence(tokens: Tokens, i: int, end: int) -> bool:
    """Whether a sign ends a sentence: not in an initial, a Latin name, or a row of dots."""
    words = tokens.words
    if words[i] == "?" and "?" in (words[i - 1], words[i + 1]):
        return i + 1 >= end  # ``(?? مهر)``: digits that a bad encoding has lost
    if words[i] not in _DOTS:
        return True
    if i + 1 >= end:
        return True
    after = words[i + 1]
    if words[i + 1] in _DOTS:
        return False
    if words[i - 1] in _DOTS and tokens.starts[i + 1] - tokens.ends[i] < 2:
        return False
    glued = tokens.starts[i + 1] == tokens.ends[i]
    if glued and (after.isascii() and after.isalnum()):
        return False
    before = words[i - 1]
    initial = len(before) == 1 and before.isalpha() and before != "و"
    return not (initial or (glued and _abbreviates(words, i, end)))


def _abbreviates(words: tuple[str, ...], i: int, end: int) -> bool:
    """Whether a full stop parts letters spoken one by one: ``آر.وی.ای``."""
    dots = words[i - 2] == "." or (i + 2 < end and words[i + 2] == ".")
    return dots and all(
        w.isalpha() and len(w) <= _MAX_LETTERS for w in (words[i - 1], words[i + 1])
    )
