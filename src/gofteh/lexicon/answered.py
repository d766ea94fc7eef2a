"""How writers name the words that somebody answers: ``در واکنش به سخنان X``."""

from __future__ import annotations

from gofteh.text.fold import word_set

# Nouns for somebody's words, whose they are behind them. No reports and letters: ``در پاسخ
# به نامه وزیر گفت`` may be the minister's own letter to whoever speaks.
WORDS_OF = word_set(
    """
    سخن سخنان سخنانی اظهارات اظهار اظهارنظر اظهارنظرهای گفته گفتهی گفتههای صحبت صحبتهای حرف حرفهای
    ادعا ادعای ادعاهای انتقاد انتقادات انتقادهای اتهام اتهامات موضع مواضع موضعگیری تهدید تهدیدهای
    """
)
# The adjuncts that they stand in. Behind ``به نقل از`` and ``به گفته`` they are a source's.
ANSWERING = tuple(
    tuple(adjunct.split())
    for adjunct in (
        "در واکنش به", "در پاسخ به", "در اعتراض به", "با اشاره به", "با استناد به",
        "با انتقاد از", "در انتقاد از", "ضمن انتقاد از", "ضمن اشاره به", "در واکنشی به",
        "در رابطه با",
    )
)  # fmt: skip
ABOUT = word_set("درباره دربارهی پیرامون")
# ``مبنی بر این‌که``: what the words are stands behind it, with no verb of theirs.
BASED = word_set("مبنی")
