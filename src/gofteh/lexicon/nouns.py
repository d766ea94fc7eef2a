"""Nouns of saying, and nouns beside verbs of saying, as data."""

from __future__ import annotations

from gofteh.lexicon.acts import Act
from gofteh.text.fold import word_set

# Nouns of saying by their speech act: ``ادعای X مبنی بر A``.
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
# Verbs that end the sentence around such a noun, and light-verb nouns in front of them: the
# content ends there.
CLOSING_VERBS = word_set(
    """
    است بود شد کرد داشت هست هستند بودند شدند کردند دارد دارند نیست نبود داد گرفت شده کرده داده بوده
    نداده نکرده نشده گفت یافت رسید رفت آمد نشد نکرد
    """
)
VERB_NOUNS = word_set(
    "واکنش نشان شنیده منتشر رد تکذیب مطرح ارایه ارسال صادر تایید اعلام منکر مواجه"
)
# What can be raised without saying by whom: ``این پرسش مطرح شد که``.
RAISED = word_set("پرسش سوال ادعا پیشنهاد فرضیه احتمال شایعه دیدگاه نظریه")

# Units: in front of a passive they end its subject, so that it reports nothing behind it.
AMOUNTS = word_set("تومان ریال دلار یورو درصد نفر تن کیلو کیلومتر متر هکتار مورد لیتر درجه")

# What is written, one of its kind: behind the subject it is the verb's object, as in
# ``شهردار نامه‌ای برای شورا نوشت``.
WRITTEN_OBJECTS = word_set("نامهای یادداشتی توییتی بیانیهای اطلاعیهای مقالهای")

# Things that say nothing: ``این رزمایش``, ``این پرونده`` in front of a verb of saying are its
# object, topic or place, or that of an adjunct (``در این باره``); its subject is left out.
SILENT_THINGS = word_set(
    """
    رزمایش تصویر تصاویر عکس فیلم سریال نمایش اثر قطعه ترانه صحنه نقش بازی مسابقه مسابقات گل
    تنش درگیری حمله حادثه زلزله سیل آتشسوزی انفجار اقدام تصمیم حرکت رفتار سفر دیدار رویداد مراسم
    آیین پرونده موضوع مساله مسیله ماجرا ممنوعیت محدودیت تحریم جهش افزایش کاهش روند مرحله دوره
    ابزار نرمافزار برنامک خودرو چاقو ماهواره کاوشگر هواپیما پهپاد موشک سلاح
    دارو واکسن سازه پل سد جاده بازار محصول کالا قیمت رقم عدد بیماری ویروس
    ادعا شایعه بحث گفتوگو مصاحبه فرصت زمینه باره بین میان روزها نکته
    """
)
