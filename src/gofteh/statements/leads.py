"""The lead of a clause: what stands in front of its subject.

That is a byline, quoted words, connectives, times and fronted adverbials, in any order.
"""

from __future__ import annotations

from collections.abc import Sequence

from gofteh.lexicon.boundaries import (
    AFGHAN_MONTHS,
    GUARDIAN_OF,
    LEADS,
    MEETING_KINDS,
    MEETINGS,
    MONTHS,
    ORDINALS,
    RELATIVE_TIME_WORDS,
    STAGES,
    TENS,
    TIME_HEADS,
    WEEKDAY,
    WEEKDAY_NUMBERS,
)
from gofteh.lexicon.heads import (
    ROLE_HEADS,
)
from gofteh.lexicon.outlets import AGENCIES, BYLINE_HEADS
from gofteh.lexicon.particles import (
    AND,
    BUT,
    IN,
    OWN,
    THIS_VERY,
)
from gofteh.lexicon.signs import (
    CLOSING_BRACKETS,
    DASHES,
    OPENING_BRACKETS,
    PAUSES,
    is_pictogram,
)
from gofteh.statements.phrases import is_adjunct, is_finite
from gofteh.text.layout import Layout

_LEADING_SIGNS = frozenset(".:-–—…•*") | PAUSES
_MAX_LEAD_WORDS = 6
_MAX_BYLINE = 9
# A dateline of a place or an outlet alone has so many words in front of its dash.
_MAX_DATELINE = 2
# What ends a sentence in front of a byline.
_BEFORE_BYLINE = frozenset({"", *"\n.…؟!"})
_MONTH, _YEAR = "ماه", "سال"
# Units and days within a date: *month*, *year*, *Friday*, *today* …
_IN_DATE = ("ماه", "سال", "جمعه", "امروز", "دیروز", "هفته", "روز", "امسال", "پارسال")


def skip_lead(layout: Layout, start: int, end: int) -> int:
    """Return the first token behind the lead of a clause: where its subject may begin."""
    i = start
    while i < end:
        after = _behind_lead(layout, i, end)
        if after == i:
            break
        i = after
    return i


def _behind_lead(layout: Layout, i: int, end: int) -> int:
    """Behind one sign, connective or fronted adverbial at ``i``; ``i`` where there is none."""
    words = layout.tokens.words
    if words[i] in _LEADING_SIGNS or is_pictogram(words[i]):
        return i + 1
    for behind in _PARTS:
        if (after := behind(layout, i, end)) > i:
            return after
    return i


def _quotation(layout: Layout, i: int, end: int) -> int:
    """The first token behind quoted words and a comma, unless the words are a name.

    ``«…»، این را X گفت``
    """
    close = layout.closing.get(i)
    words = layout.tokens.words
    if close is None or close + 2 >= end or words[close + 1] not in PAUSES:
        return i
    speech = any(map(is_finite, words[i + 1 : close]))
    return i if words[close + 2] in ROLE_HEADS and not speech else close + 2


def _byline(layout: Layout, i: int, end: int) -> int:
    """The first token behind a byline or dateline: outlet, place, day.

    ``خبرگزاری فارس:``, ``تهران (پانا) -``, ``تهران- ایرنا-``, ``سرخاب‌نیوز-``,
    ``گروه اقتصادی، ۲۵ آذر ۱۳۹۹، ۱۳:۲۴``.
    """
    words = layout.tokens.words
    if words[i - 1] not in _BEFORE_BYLINE:
        return i
    dateline = i
    for j in range(i + 1, min(end, i + _MAX_BYLINE)):
        if words[j] == ":" and (words[i] in BYLINE_HEADS or words[j - 1] in AGENCIES):
            return j + 1
        if words[j] in DASHES and (words[j - 1] == ")" or words[j - 1] in AGENCIES):
            return j + 1
        if words[j] in DASHES and j - i <= _MAX_DATELINE and _is_attached(layout, j):
            dateline = j + 1  # a place; the outlet may follow
        if words[j] in MONTHS and words[j - 1].isdigit() and words[j + 1].isdigit():
            return _behind_hour(words, j + 2, end) or dateline
    return dateline


def _is_attached(layout: Layout, dash: int) -> bool:
    """Whether no blank parts a dash from the word before it, and one from the word behind it.

    ``سرخاب‌نیوز- وزیر گفت``
    """
    starts, ends = layout.tokens.starts, layout.tokens.ends
    return ends[dash - 1] == starts[dash] and ends[dash : dash + 1] < starts[dash + 1 : dash + 2]


def _behind_hour(words: Sequence[str], i: int, end: int) -> int | None:
    """Behind the hour that closes a dateline; None where none follows: a date in a sentence."""
    i += words[i] in PAUSES
    return i + 1 if i < end and ":" in words[i] and words[i][0].isdigit() else None


def _meeting(layout: Layout, i: int, end: int) -> int:
    """The first token behind an occasion without a comma: ``در ادامه این نشست X``."""
    words = layout.tokens.words
    if words[i] != IN or words[i + 1] not in STAGES:
        return i
    j = i + 2 + (words[i + 2] in THIS_VERY)
    if j >= end or words[j] not in MEETINGS:
        return i
    j += 1 + (words[j + 1] in MEETING_KINDS)
    return j + (words[j] == OWN)


def _connective(layout: Layout, i: int, end: int) -> int:
    """The first token behind the longest expression of the table ``LEADS`` that stands at ``i``."""
    words = layout.tokens.words
    text = ""
    best = i
    for j in range(i, min(end, i + _MAX_LEAD_WORDS)):
        text += words[j]
        guardian = words[j] == BUT and j + 1 < end and words[j + 1] in GUARDIAN_OF
        if text in LEADS and not guardian:
            best = j + 1
    return best


def _time(layout: Layout, i: int, end: int) -> int:
    """The first token behind a date without a comma: ``روز سه‌شنبه ۲۶ فروردین``."""
    return behind_date(layout.tokens.words, i, end)


def behind_date(words: Sequence[str], i: int, end: int) -> int:
    """Return the first token behind a date that begins at a token; the token itself without one.

    ``روز سه‌شنبه ۲۶ فروردین``, ``هشتم مردادماه``, ``بیست و پنجم دی سال گذشته``.
    """
    month = _behind_day(words, i)
    alone = len(words[i]) > len(_MONTH) and words[i].endswith(_MONTH)  # ``دی‌ماه``
    dated = month < end and words[month] in MONTHS and (i < month or alone)
    dated = dated and _is_month(words, i, month)
    if words[i] not in TIME_HEADS and not dated:
        return i
    j = month + 1 if dated else i + 1
    while j < end and (
        words[j].isdigit()
        or words[j] in MONTHS
        or words[j] in RELATIVE_TIME_WORDS
        or words[j].endswith(WEEKDAY)
        or words[j] in _IN_DATE
        or (words[j] in WEEKDAY_NUMBERS and words[min(j + 1, end - 1)] == WEEKDAY)
    ):
        j += 1
    return j if j > i + (not dated) else i


def _is_month(words: Sequence[str], day: int, month: int) -> bool:
    """Whether a month's name is one: ``اول سرطان را درمان می‌کنیم`` is of an illness."""
    behind = words[month + 1]
    dated = words[day].isdigit() or behind.isdigit() or behind == _YEAR or behind in PAUSES
    return dated or words[month] not in AFGHAN_MONTHS


def _behind_day(words: Sequence[str], i: int) -> int:
    """Behind the day of a month, in digits or in words; ``i`` where there is none."""
    if words[i] in TENS and words[i + 1] == AND and words[i + 2] in ORDINALS:
        return i + 3
    return i + (words[i].isdigit() or words[i] in ORDINALS)


def behind_time(words: Sequence[str], i: int, end: int) -> int:
    """Return the first token behind a day and its part: ``به گزارش سه‌شنبه شب X``."""
    while i < end and (words[i] in TIME_HEADS or words[i].endswith(WEEKDAY)):
        i += 1
    return i


def _fronted(layout: Layout, i: int, end: int) -> int:
    """The first token behind the comma of a fronted adverbial: ``در پی این حادثه، …``."""
    words = layout.tokens.words
    if not is_adjunct(layout, i, end, head=None):
        return i
    depth = 0
    for j in range(i, end):
        if words[j] in OPENING_BRACKETS:
            depth += 1
        elif words[j] in CLOSING_BRACKETS:
            depth -= 1
        elif words[j] in PAUSES and depth <= 0 and j + 1 < end:
            return j + 1
    return i


# The parts of a lead, as they are tried at a token. Those that end by their own words come first;
# a fronted adverbial comes last, since it runs on to the next comma, and so over a subject that
# stands behind an occasion or a date without comma.
_PARTS = (_byline, _quotation, _meeting, _connective, _time, _fronted)
