"""What may be announced, denied or called something, as data."""

from __future__ import annotations

from gofteh.text.fold import word_set

EMPTY_OBJECTS = frozenset({"این", "آن", "درخواست", "پیشنهاد", "نظر", "استعفای", "اتهام"})
# Between quoted words and the saying behind them: ``؛ این جمله را``.
BETWEEN = frozenset({"،", "؛", ",", "این", "را", "جمله", "سخن", "مطلب", "سخنان", ".", "-"})
# Objects whose announcing is an event with content: ``آمادگی خود را اعلام کرد``.
EVENT_OBJECTS = word_set(
    """
    آمادگی پایبندی حمایت مخالفت موافقت کاهش افزایش آغاز پایان لغو تعلیق انصراف استعفای استعفا
    توقف کشته قبولی خروج ورود بازداشت دستگیری تشکیل تمدید تعطیلی ارسال دریافت وجود همکاری
    برگزاری عدم پذیرش حضور اتهام ادعای هرگونه هر خبر شایعه شایعات احتمال ابتلای مرگ اخراج کناره
    همبستگی بیزاری براءت شکست پیروزی
    """
)
