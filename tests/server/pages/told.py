"""News that several outlets tell, with one person under several names. Fiction."""

from __future__ import annotations

from gofteh.records import Article

_FIRST = (
    "لیلا فرهمند، رئیس سازمان آب سپیدار، گفت: ذخیرهٔ سد مهتاب به ۳۰ درصد رسیده و آب شهر تا "
    "پایان مهر جیره‌بندی نمی‌شود."
)
_CHANGED = (
    "به گزارش پگاه، لیلا فرهمند، رئیس سازمان آب سپیدار، گفت: ذخیرهٔ سد مهتاب به ۲۰ درصد رسیده و آب "
    "شهر تا پایان مهر جیره‌بندی می‌شود."
)
_YEARLY = (
    "لیلا فرهمند، رئیس سازمان آب سپیدار، گفت: آب شهر سپیدار امسال هم تا پایان مهر جیره‌بندی نمی‌شود "
    "و ذخیرهٔ سد مهتاب به ۴۰ درصد رسیده است."
)
_CLUB = "لیلا فرهمند گفت: تیم ما امسال قهرمان می‌شود."


def _news(id_: str, outlet: str, published: str | None, text: str) -> Article:
    return Article(text, id=id_, outlet=outlet, published=published, title=f"خبر {id_}")


TOLD = (
    _news("first", "پگاه", "2023-08-05T09:10:00+03:30", _FIRST),
    _news("changed", "کوی نو", "2023-08-05T11:40:00+03:30", _CHANGED),
    _news("copied", "598.ir", "2023-08-06T08:00:00+03:30", _FIRST),
    _news("again", "سپیدار نیوز", "2024-02-10T08:00:00+03:30", _FIRST),
    _news("yearly", "پگاه", "2024-09-01T08:00:00+03:30", _YEARLY),
    _news("club", "پگاه", "2024-03-10T08:00:00+03:30", _CLUB),
    _news("mayor", "پگاه", None, "الهام مشکاتی گفت: پل تازه پیش از زمستان باز می‌شود."),
)
