"""Headlines that name a sayer: ``سخنگوی دولت: …``."""

from __future__ import annotations

from collections.abc import Iterator

from gofteh.records import Manner
from gofteh.statements.cues import find_cues
from gofteh.statements.drafts import Draft, trim
from gofteh.statements.phrases import mention_at
from gofteh.text.fold import word_set
from gofteh.text.layout import Layout, Paragraph

_MAX_SAYER = 14
# What stands in front of a colon in headlines without saying anything.
_LABELS = word_set(
    """
    ویدیو ویدیو+ فیلم عکس تصاویر تصویر گزارش یادداشت اینفوگرافی اینفوگرافیک پادکست تحلیل خبر
    فوری گفتوگو گفتگو مصاحبه سرمقاله نتیجه نتایج جدول برنامه ببینید بخوانید آخرین کرونا
    """
)


# ``واکنش X به Y: …``: the noun is part of the cue, the sayer stands behind it.
_SPEECH_NOUNS = word_set(
    """
    واکنش هشدار انتقاد پاسخ درخواست توصیه گلایه وعده تاکید ادعای ادعا اعتراض اعتراف دستور پیام
    توضیح
    """
)


def headline(layout: Layout, paragraph: Paragraph, number: int) -> Iterator[Draft]:
    """Yield the statement of a headline ``X: A``, or nothing."""
    words = layout.tokens.words
    start, end = paragraph.start, paragraph.end
    colon = next((i for i in range(start, min(end, start + _MAX_SAYER)) if words[i] == ":"), None)
    if colon is None or colon == start or colon + 1 >= end:
        return
    first = _sayer_start(words, start, colon)
    cue: tuple[tuple[int, int], ...] = ((colon, colon + 1),)
    if words[first] in _SPEECH_NOUNS and colon - first > 1:
        cue = ((first, first + 1), *cue)
        first, stop = first + 1, mention_at(layout, first + 1, colon)
    else:
        stop = colon
    if stop == first:
        return
    if words[first] in _LABELS or words[colon - 1] in _LABELS:
        return
    cues = find_cues(layout.tokens, first, colon)
    if any(c.verbs for c in cues):
        return
    yield Draft(
        content=(trim(layout, colon + 1, end),),
        cue=cue,
        source=(first, stop),
        rule="headline",
        manner=Manner.DIRECT,
        act="say",
        lemma=None,
        paragraph=number,
    )


def _sayer_start(words: tuple[str, ...], start: int, colon: int) -> int:
    """Behind a slash, bar or full stop: ``کرمان|وزیر ارتباطات: …``."""
    for i in range(colon - 1, start, -1):
        if words[i] in "|/.!؟؛":
            return i + 1
    return start
