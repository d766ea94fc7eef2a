"""``ا...`` for ``الله``: printed papers leave the name of God out of names and titles.

``آیت‌ا...``, ``حبیب ا…``, ``عبدا..``: read as it stands, the dots would end the sentence in the
midst of a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gofteh.text.fold import fold_word, word_set

# What stands in front of it: the first halves of given names, titles and fixed expressions.
_FIRST_HALVES = word_set(
    """
    آیت حجت حزب ثار بقیت بقیه رسول انشاء شاء ماشاء بیت کلمه
    عبد اسد حبیب سیف فرج روح فضل حشمت قدرت عزت نعمت ولی ذبیح نصر نصرت خلیل امر رحمت هدایت عین شکر
    لطف فتح ید عطا عطاء خیر نور سعد حمد حمید حفظ حفیظ عنایت برکت صدر رفیع کرامت محب مسیح بدیع امین
    امان کلیم کریم نجات شمس عزیز حکمت صفی صفت صبغت احسان محبت وجیه ضیاء سبحان سمیع خضر صحبت عباد
    عبید احد صمد عظیم انعام
    """
)
# Of these also with nothing between: ``عبدا...``; ``شکرا...`` may be *thanks*, ``امرا...`` emirs.
_JOINED = word_set("عبد اسد ید سیف حبیب روح فرج ذبیح ولی نعمت حجت")
_GOD = "الله"
# A word of at most twelve letters, a blank or half-space or none, an alef and two to four dots.
_DOTTED = re.compile("(?<!\\w)([^\\W\\d_]{2,12}?)([ \u200c]?)ا(?:\\.{2,4}|…)(?=[ \u200c]?\\w)")


def dotted_names(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield ``(start, end, replacement)`` of each place in a text, in order."""
    if ".." not in text and "…" not in text:
        return
    for found in _DOTTED.finditer(text):
        if fold_word(found[1]) in (_FIRST_HALVES if found[2] else _JOINED):
            joined = "\u200c" if found[2] else ""
            apart = " " if text[found.end()].isalnum() else ""
            yield found.start(2), found.end(), f"{joined}{_GOD}{apart}"
