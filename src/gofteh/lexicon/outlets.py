"""Agencies, outlets and their staff, as data."""

from __future__ import annotations

from gofteh.text.fold import word_set

OUTLET_WORDS = frozenset({"خبرنگار", "خبرگزاری", "روزنامه", "سایت", "رادیو", "شبکه", "برنامه"})
# In front of an agency's name; behind it, where its reporter sits.
STAFF = frozenset({"خبرنگار", "خبرگزار", "گزارشگر", "سرویس", "گروه"})
PLACED = frozenset({"از", "در", "،", "و", "به", "مرکز", "؛", "منطقه"})
# Home agencies: ``به گزارش`` one of them is the article's byline wherever it stands.
AGENCIES = word_set(
    """
    روابط
    ایسنا ایرنا فارس مهر تسنیم ایلنا ایکنا شبستان موج پانا برنا آنا ایسکانیوز ایمنا قدسنا شانا
    حوزه ایبنا میزان ایکانا کردپرس مشرق تابناک عصرایران خبرآنلاین ابنا دفاعپرس الف انتخاب فرارو
    پارسینه خبرگزاری خبرنگار
    """
)
# They open an agency's byline: ``خبرگزاری فارس: …``.
BYLINE_HEADS = word_set("خبرگزاری گروه سرویس پایگاه ایسنا مهر ورزش به خبرنگار")
