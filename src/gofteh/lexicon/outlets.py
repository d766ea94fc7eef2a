"""Agencies, outlets and their staff, as data."""

from __future__ import annotations

from gofteh.text.fold import word_set

# What may stand in front of the name of an outlet that a subject talked to.
OUTLET_WORDS = frozenset({"خبرنگار", "خبرگزاری", "روزنامه", "سایت", "رادیو", "شبکه", "برنامه"})
# In front of an agency's name: its staff and desks.
STAFF = word_set("خبرنگار خبرنگاران خبرگزار گزارشگر سرویس گروه روابط")
# Behind an agency's name they open where its reporter sits.
PLACED = frozenset({"از", "در", "،", "و", "به", "مرکز", "؛", "منطقه"})
# What an outlet is, in front of its name: ``پایگاه خبری تحلیلی انتخاب``.
OUTLET_NOUNS = word_set(
    "خبرگزاری سایت وبسایت پایگاه خبری تحلیلی روزنامه باشگاه اطلاعرسانی تارنمای شبکه"
)
# Home agencies, run together: ``به گزارش`` one of them is the article's byline wherever it stands.
AGENCIES = word_set(
    """
    ایسنا ایرنا فارس مهر تسنیم ایلنا ایکنا شبستان موج پانا برنا آنا ایسکانیوز ایمنا قدسنا شانا
    حوزه ایبنا میزان ایکانا کرد_پرس مشرق تابناک عصر_ایران خبر_آنلاین ابنا دفاع_پرس الف انتخاب
    فرارو پارسینه خانه_ملت صدا_و_سیما ورزش_سه ورزش_3 آریا دانشجو خبرنگاران_جوان خبرنگاران قدس
    جماران همشهری_آنلاین اعتماد_آنلاین اقتصاد_نیوز نمناک خبر_فوری رکنا بسیج تقریب
    """
)
# They open an agency's byline: ``خبرگزاری فارس: …``.
BYLINE_HEADS = word_set("خبرگزاری گروه سرویس پایگاه ایسنا مهر ورزش به خبرنگار")
