"""Where an article comes from: the agency of its byline, ``به گزارش ایسنا، …``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gofteh.lexicon.frames import BYLINES, RELAYS
from gofteh.lexicon.outlets import AGENCIES, OUTLET_NOUNS, PLACED, STAFF
from gofteh.lexicon.particles import ONE, THIS_VERY
from gofteh.lexicon.people import ANONYMOUS_HEADS, UNNAMED_SOURCES
from gofteh.lexicon.signs import CLOSING_QUOTES, OPENING_QUOTES
from gofteh.statements.cues import Cue
from gofteh.statements.drafts import Draft
from gofteh.text.layout import Layout
from gofteh.text.tokens import Range

# A byline stands in one of the first three paragraphs; that of a home agency in the first five.
_TOP = 3
_LAST = 5
_MAX_NAME = 12
_NAME_ENDS = frozenset("،,؛:\n")
# Words of the longest agency's name.
_MAX_AGENCY = 3
# … and of its staff and desk in front of it: ``خبرنگار گروه سیاسی خبرگزاری X``.
_MAX_DESK = 7
# The lemma of the byline's frame: *according to*.
_BYLINE = "به گزارش"
# What an article calls itself.
_REPORTS = ("گزارش", "خبر")


@dataclass(frozen=True, slots=True)
class Provenance:
    """The byline of an article: the index of its paragraph, and the agencies it names.

    ``names`` are their letters without spaces, ``agency`` the tokens of the first one.
    """

    paragraph: int = -1
    names: tuple[str, ...] = ()
    agency: Range | None = None


def find_provenance(layout: Layout, cues: Sequence[Sequence[Cue]]) -> Provenance:
    """Return the byline of an article, empty where it has none."""
    for number, inside in enumerate(cues[:_LAST]):
        bylines = [c for c in inside if c.frame and c.frame.lemma in BYLINES]
        if any(_opens(layout, number, c) for c in bylines):
            spans = [_name(layout, c) for c in bylines]
            names = tuple("".join(layout.tokens.of(s)) for s in spans if s[1] > s[0])
            return Provenance(number, names, _agency(layout, spans[0]))
    return Provenance()


def _opens(layout: Layout, number: int, cue: Cue) -> bool:
    """Whether a frame opens the byline.

    ``به گزارش`` does anywhere in its paragraph, ``به نقل از`` only at its start.
    """
    words, start = layout.tokens.words, cue.end
    head = words[start + (words[start] == ONE)]
    if head in UNNAMED_SOURCES or head in ANONYMOUS_HEADS:
        return False  # ``به نقل از یک منبع آگاه``
    reported = cue.frame is not None and cue.frame.lemma == _BYLINE
    top = number < _TOP or agency_end(layout.tokens.words, *_name(layout, cue)) is not None
    return top and (reported or cue.start == layout.paragraphs[number].start)


def agency_end(words: Sequence[str], start: int, end: int) -> int | None:
    """Return where the home agency's name that heads a phrase ends; None for other names."""
    i = start
    while i < end and (words[i] in OUTLET_NOUNS or words[i] in OPENING_QUOTES):
        i += 1
    if (stop := _agency_at(words, i, end)) is not None:
        return _behind_gloss(words, stop, end)
    if words[start] not in STAFF:
        return None
    desk = range(start + 1, min(end, start + _MAX_DESK))
    return next((stop for i in desk if (stop := _agency_at(words, i, end))), end)


def _agency_at(words: Sequence[str], i: int, end: int) -> int | None:
    """Where the home agency's name ends that stands at a token."""
    stops = range(min(end, i + _MAX_AGENCY), i, -1)
    return next((stop for stop in stops if "".join(words[i:stop]) in AGENCIES), None)


def _behind_gloss(words: Sequence[str], i: int, end: int) -> int:
    """The first token behind an agency's closing quotation mark and its short name in brackets."""
    i += i < end and words[i] in CLOSING_QUOTES
    return i + 3 if words[i] == "(" and words[i + 2] == ")" else i


def _name(layout: Layout, cue: Cue) -> Range:
    """What stands behind a byline's frame, up to the sign that ends it."""
    words = layout.tokens.words
    limit = min(len(layout.tokens), cue.end + _MAX_NAME)
    stop = next((i for i in range(cue.end, limit) if words[i] in _NAME_ENDS), limit)
    return Range(cue.end, stop)


def _agency(layout: Layout, span: Range) -> Range | None:
    """The agency alone: without its reporter, and without the town he writes from."""
    words = layout.tokens.words
    start, end = span
    while start < end and words[start] in STAFF:
        start += 1
    stop = next((i for i in range(start, end) if words[i] in PLACED), end)
    return Range(start, stop) if stop > start else None


def is_own_report(layout: Layout, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Return whether a draft's source is the article itself: ``بر اساس این گزارش``.

    Not where the article has cited another outlet's report before.
    """
    if not draft.rule.maybe_byline or draft.source is None:
        return False
    words = layout.tokens.of(draft.source)
    if len(words) != 2 or words[0] not in THIS_VERY or words[1] not in _REPORTS:
        return False
    return not any(d.lemma in RELAYS and d.start < draft.start for d in drafts)
