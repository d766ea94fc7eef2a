"""The newsroom's orthography, where it differs from the Academy's and both are in use.

The Academy sets parts of a word off by a half-space (``آن‌ها``, ``این‌که``, ``پنج‌شنبه``); most
newsrooms write the commonest of them together. Source of the table: words that careful outlets of
the corpus write together more often than with a half-space.
"""

from __future__ import annotations

import re

from gofteh.repairing.edits import Edit
from gofteh.repairing.sites import LETTERS

_HALF = "‌"
_SURE = 0.98
# Parts that a newsroom writes together, parted by ``|``.
_TOGETHER = (
    "آن|ها آن|هایی این|ها این|هایی این|که آن|که آن|چه این|جا آن|جا همین|جا این|گونه آن|گونه"
    " همان|گونه همین|گونه همان|طور همین|طور این|طور آن|طور آن|قدر این|قدر همان|قدر چنان|چه هم|چنین"
    " هم|چنان هم|چون هم|زمان بیش|تر بیش|تری بیش|ترین کم|تر کم|ترین بزرگ|تر بزرگ|ترین کوچک|ترین"
    " یک|شنبه سه|شنبه چهار|شنبه پنج|شنبه یک|سری علی|رغم نام|گذاری نگه|داری وزارت|خانه سامان|دهی"
    " فیلم|ساز فیلم|سازی فیلم|سازان فیلم|برداری فیلم|نامه نمایش|نامه تحلیل|گران گرامی|داشت"
    " خوش|بختانه مربی|گری"
).split()
_TABLE = frozenset(word.replace("|", _HALF) for word in _TOGETHER)
_JOINED = frozenset(word.replace("|", "") for word in _TOGETHER)
_WORD = re.compile(f"(?<![{LETTERS}])[{LETTERS}]++{_HALF}[{LETTERS}]+(?!{_HALF})")
# No word of the table is longer; further letters are not looked at.
_LONGEST = max(map(len, _JOINED)) + 1
# A half-space before a plural that does not show, since the letter before does not join.
_PLURALS = "ها های هایی هایش هایم هایت هایشان هایمان هایتان".split()
_IDLE = re.compile(f"(?<=[اآدذرزژو]){_HALF}(?=(?:{'|'.join(_PLURALS)})(?![{LETTERS}]))")
# Letters that do not join the next one: a plural behind them needs no half-space.
_UNJOINED = "اآدذرزژو"


def newsroom_edits(line: str) -> list[Edit]:
    """Return the edits that write a line as newsrooms do; sorted."""
    places = {m.start() for m in _IDLE.finditer(line)}
    places |= {line.index(_HALF, m.start()) for m in _WORD.finditer(line) if _is_whole(line, m)}
    return [Edit(at, at + 1, _HALF, "", "style", _SURE) for at in sorted(places)]


def _is_whole(line: str, match: re.Match[str]) -> bool:
    """Whether a word of the table stands here, and not as the end of a longer one."""
    return match.group() in _TABLE and not line.startswith(_HALF, match.start() - 1)


def against_newsroom(line: str, edit: Edit) -> bool:
    """Whether an edit puts a half-space or space where newsrooms write together."""
    if edit.before:
        return False
    start, end = edit.start, edit.end
    first, last = max(0, start - _LONGEST), min(len(line), end + _LONGEST)
    while start > first and line[start - 1].isalpha():
        start -= 1
    while end < last and line[end].isalpha():
        end += 1
    word = line[start:end]
    plural = line[edit.end : end] in _PLURALS and line[edit.start - 1] in _UNJOINED
    return word in _JOINED or plural
