"""Hostile texts: many distinct names, offices and frames, and the grammar's own words in any order.

Made up, the same from one run to the next.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

_LETTERS = "ابپتجچدرزسشصطعفقکگلمنهوی"


def words(seed: int) -> Callable[[], str]:
    """Return a source of words that no table and no other word knows."""
    chosen = random.Random(seed)
    return lambda: "".join(chosen.choice(_LETTERS) for _ in range(7))


# A sentence of each kind; ``w`` gives a new word at every call.
SENTENCES: dict[str, Callable[[Callable[[], str]], str]] = {
    "names": lambda w: f"{w()} {w()}، رئیس {w()}، گفت: {w()} {w()} است.\n",
    "surnames": lambda w: f"علی {w()} گفت: {w()} {w()} است. {w()} افزود: {w()} بود.\n",
    "offices": lambda w: f"رئیس سازمان {w()} {w()} اعلام کرد که {w()} {w()} است.\n",
    "bodies": lambda w: f"این اداره گفت: {w()} است. شرکت {w()} {w()} را {w()} دانست.\n",
    "labels": lambda w: f"علی {w()}: {w()} {w()} {w()} {w()} {w()} است.\n",
    "declarations": lambda w: f"متن نامه {w()} به شرح زیر است:\n{w()} {w()} {w()} است.\n",
    "inline": lambda w: f"متن پیام {w()} به شرح زیر است: {w()} {w()} {w()} است.\n",
    "nouns": lambda w: f"ادعای {w()} مبنی بر {w()} {w()} است و ",
    "nested": lambda w: f"وزیر گفت: رئیس بانک {w()} گفت ",
    "pronouns": lambda w: f"وی گفت: {w()} {w()} است.\n",
    "open quotes": lambda w: f"وی گفت: «{w()} {w()} است.\n",
    "questions": lambda w: f"گفت‌وگو با {w()}\n{w()} {w()}؟\n{w()} {w()} است.\n",
    "clauses": lambda w: f"{w()} {w()} کرد و {w()}، ",
    "frames": lambda w: f"به گفته {w()} {w()}، {w()} است. ",
    "passives": lambda w: f"از سوی {w()} اعلام شد که {w()} است و ",
    "participles": lambda w: f"{w()} با بیان این‌که {w()} است، ",
    "documents": lambda w: f"در گزارش {w()} آمده است که {w()} است. ",
}

# Words and signs that the grammar asks for.
PIECES = (
    "وی", "گفت", ":", "«", "»", '"', "که", "با بیان این‌که", "به گفته", "را", "دانست", ".",
    "،", "؟", "\n", "رئیس", "سازمان", "آب", "زهرا", "کریمی", "از", "خبر داد", "و",
    "افزود", "(", ")", " ",
    "\u200c", "ي", "12", "این", "مقام", "ولی", "اما", "به گزارش", "ایسنا", "…", "/", "*",
    "\u202e", "متن این نامه به شرح زیر است:", "پیام", "به شرح زیر است؛", "گفت‌وگو با",
    "مصاحبه", "خبرنگار:", "\nمجری:", "\nزهرا کریمی:", "براساس‌آمار", "بر اساس گزارش‌ها",
    "طبق یک مطالعه", "وعده", "داد", "مدعی", "شد", "مبنی بر", "ادعای", "از سوی", "اعلام شد",
    "پیش‌بینی می‌شود", "می‌گویند", "ما", "گفتیم که", "تکذیب کرد", "خواست", "به نقل از",
    "خبرگزاری صدا و سیما", "سه", "نماینده", "نیز", "است", "آمده است", "در گزارش", "همچنین",
    "یکی", "خود", "باید", "توصیف کرد", "م.", "آر.وی.ای", "همین گزارش", "سوم", "مهر",
)  # fmt: skip


def text_of(kind: str, sentences: int) -> str:
    """Return a text of so many sentences of one kind."""
    word = words(7)
    return "".join(SENTENCES[kind](word) for _ in range(sentences))


def mixtures(count: int, pieces: int = 40) -> Iterator[str]:
    """Yield texts of the grammar's words in random order."""
    chosen = random.Random(11)
    for _ in range(count):
        yield " ".join(chosen.choices(PIECES, k=pieces))
