"""Outlets of Latin names, as Persian readers know them: a table, and its look-up."""

from __future__ import annotations

import re
from functools import lru_cache

# A Persian name, then the Latin ones it goes by: letters and digits alone; ``news``, ``agency``
# and the like at the end, a host's ``www.`` and what follows its last dot are left out before.
_NAMES = """
ایسنا: isna; ایرنا: irna; فارس: fars; مهر: mehr; تسنیم: tasnim; ایلنا: ilna; ایکنا: iqna;
شبستان: shabestan; موج: moj; پانا: pana; برنا: borna; آنا: ana; ایسکانیوز: iscanews iscana;
ایمنا: imna; قدسنا: qodsna; شانا: shana; حوزه: hawzah hawza; ایبنا: ibna; میزان: mizan mizanonline;
ابنا: abna; رکنا: rokna; دفاع‌پرس: defapress; کردپرس: kurdpress; خانهٔ ملت: icana;
باشگاه خبرنگاران جوان: yjc youngjournalistsclub; خبرگزاری دانشجو: snn studentnewsnetwork;
صدا و سیما: irib iribnews; العالم: alalam; پرس‌تی‌وی: presstv;
خبرآنلاین: khabaronline; خبرفوری: khabarfouri khabarfoori; همشهری آنلاین: hamshahrionline;
همشهری: hamshahri; تابناک: tabnak; عصر ایران: asriran; انتخاب: entekhab; فرارو: fararu;
پارسینه: parsine; مشرق: mashregh mashreghnews; جماران: jamaran; الف: alef; رجانیوز: rajanews;
برترین‌ها: bartarinha; نمناک: namnak; زومیت: zoomit; دیجیاتو: digiato; ورزش سه: varzesh3;
دنیای اقتصاد: donyaeeqtesad donyaeqtesad; اقتصادآنلاین: eghtesadonline; اقتصادنیوز: eghtesad;
اعتماد: etemad etemaad; اعتمادآنلاین: etemadonline; شرق: shargh sharghdaily; کیهان: kayhan;
اطلاعات: ettelaat; جوان: javan javanonline; رسالت: resalat; هم‌میهن: hammihan hammihanonline;
بی‌بی‌سی فارسی: bbcpersian bbcfarsi; دویچه وله فارسی: dwpersian dwfarsi deutschewellepersian;
یورونیوز فارسی: euronewspersian euronewsfarsi; رادیو فردا: radiofarda;
ایران اینترنشنال: iraninternational iranintl; صدای آمریکا: voapersian voafarsi;
ایندیپندنت فارسی: independentpersian; هشت صبح: 8am hashtesubh; اطلاعات روز: etilaatroz;
طلوع‌نیوز: tolo; پژواک: pajhwok; رویترز: reuters; آسوشیتدپرس: ap associatedpress;
خبرگزاری فرانسه: afp agencefrancepresse; الونیوز: alonews; هات‌نیوز: hotnews;
وحید آنلاین: vahidonline
"""
# Where an outlet says it, in parentheses behind its name.
_PLATFORMS = {
    "telegram": "تلگرام",
    "instagram": "اینستاگرام",
    "twitter": "توییتر",
    "x": "ایکس",
    "youtube": "یوتیوب",
    "website": "وب‌گاه",
}
_PLACED = re.compile(r"(.*\S)\s*\(([A-Za-z]+)\)")
_HOST = re.compile(r"(?:https?://)?(?:www\.)?([\w-]+)\.[a-z]{2,4}/?")
_SAYS_NOTHING = re.compile("(?:newsagency|news|agency)$")
_BY_LATIN = {
    latin: name.strip()
    for entry in _NAMES.split(";")
    for name, latins in [entry.split(":")]
    for latin in latins.split()
}


@lru_cache(1_000)
def persian_outlet(name: str) -> str:
    """Return the Persian name of an outlet; the name itself where none is known.

    ``Mehr News Agency`` and ``www.mehrnews.com`` are ``مهر``, ``Fars (Telegram)`` is ``فارس
    (تلگرام)``.
    """
    placed = _PLACED.fullmatch(name)
    platform = _PLATFORMS.get(placed[2].casefold()) if placed else None
    if placed and platform:
        known = _known(placed[1])
        return f"{known} ({platform})" if known else name
    return _known(name) or name


def _known(name: str) -> str | None:
    host = _HOST.fullmatch(name.strip().casefold())
    key = "".join(filter(str.isalnum, (host[1] if host else name).casefold()))
    return _BY_LATIN.get(key) or _BY_LATIN.get(_SAYS_NOTHING.sub("", key))
