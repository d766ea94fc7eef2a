"""Nouns that tell a saying, alone or parted from their verb, as data."""

from __future__ import annotations

from gofteh.lexicon.acts import Act
from gofteh.text.fold import word_set

# Nouns of saying, with the act they tell.
_ACTS: dict[Act, frozenset[str]] = {
    Act.ANNOUNCE: word_set(
        """
        اعلام اعلامیه اعلامیهای بیانیه بیانیهای موضع مواضع خبر خبری خبرهایی اخبار اخباری اطلاعیه
        ابلاغیه
        """
    ),
    Act.CLAIM: word_set("ادعا ادعای ادعاهای ادعایی ادعاهایی شایعه شایعاتی شایعات اتهام"),
    Act.SAY: word_set(
        "اظهارات اظهار سخنان سخن صحبت صحبتها صحبتهای صحبتهایی پیام پیامی اظهارنظر نظر حرفهایی"
    ),
    Act.REPORT: word_set("گزارش گزارشها گزارشهای گزارشهایی گزارشی نامه نامهای شکایت"),
    Act.PROMISE: word_set("وعده وعدههای وعدهای قول"),
    Act.WARN: word_set("هشدار هشدارهای هشدارهایی تهدید تهدیدهای"),
    Act.STRESS: word_set("تاکیدات تاکید"),
    Act.DEMAND: word_set("درخواست خواسته پیشنهاد توصیه دستور"),
}
ACT_OF = {word: act for act, words in _ACTS.items() for word in words}
# Verbs that close the sentence around the phrase, and the nouns that go with them.
CLOSING_VERBS = word_set(
    """
    است بود شد کرد داشت هست هستند بودند شدند کردند دارد دارند نیست نبود داد گرفت شده کرده داده بوده
    نداده نکرده نشده گفت یافت رسید رفت آمد نشد نکرد
    """
)
VERB_NOUNS = word_set(
    "واکنش نشان شنیده منتشر رد تکذیب مطرح ارایه ارسال صادر تایید اعلام منکر مواجه"
)
# What may be raised without its raiser: ``این پرسش مطرح شد که``.
RAISED = word_set("پرسش سوال ادعا پیشنهاد فرضیه احتمال شایعه دیدگاه نظریه")

# What is counted: in front of a passive it is the subject's end, not an impersonal saying.
AMOUNTS = word_set("تومان ریال دلار یورو درصد نفر تن کیلو کیلومتر متر هکتار مورد لیتر درجه")
