"""Which letters Persian OCR, keyboards and ears take for one another, and common slips.

Sources: the shapes of the letters (bodies that differ by dots), the standard keyboard layout
ISIRI 9147, and letters of one sound. The slips are words that many writers misspell and that
no word list tells from right ones.
"""

from __future__ import annotations

from itertools import pairwise

# One body, other dots; or bodies that scanners mix up.
_SHAPES = "بپتثنیئ جچحخ دذ رزژ سش صض طظ عغ فق کگ وؤر هةۀ اآأإ لک".split()
# One sound.
_SOUNDS = "زذضظ سثص تط قغ حه اعآ ئی وؤ".split()
_KEYBOARD = ("ضصثقفغعهخحجچ", "شسیبلاتنمکگ", "ظطزرذدپو")


def _groups(groups: list[str]) -> frozenset[str]:
    return frozenset(a + b for group in groups for a in group for b in group if a != b)


SHAPES = _groups(_SHAPES)
SOUNDS = _groups(_SOUNDS)
# Next to each other in a row.
KEYS = frozenset(pair for row in _KEYBOARD for a, b in pairwise(row) for pair in (a + b, b + a))


def _slips(table: str) -> dict[str, str]:
    return {wrong: right for wrong, _, right in (p.partition(">") for p in table.split())}


# Misspelt -> right; each is wrong in every sentence.
SLIPS = _slips(
    """
    سپاسگذار>سپاسگزار سپاسگذاری>سپاسگزاری سپاسگذارم>سپاسگزارم خدمتگذار>خدمتگزار خدمتگذاری>خدمتگزاری
    نمازگذار>نمازگزار نمازگذاران>نمازگزاران شکرگذار>شکرگزار شکرگذاری>شکرگزاری قانونگزار>قانونگذار
    قانونگزاری>قانونگذاری بنیانگزار>بنیانگذار تاثیرگزار>تاثیرگذار تأثیرگزار>تأثیرگذار
    کارگذاران>کارگزاران برگذار>برگزار برگذاری>برگزاری خبرگذاری>خبرگزاری
    ترجیه>ترجیح توجیح>توجیه توجیحی>توجیهی بلاخره>بالاخره حظور>حضور حاظر>حاضر
    حاظرین>حاضرین محظر>محضر اعتساب>اعتصاب صحفه>صفحه صحفات>صفحات مسول>مسئول مسولان>مسئولان
    مسولین>مسئولین مسولیت>مسئولیت زلزه>زلزله پزشگی>پزشکی پزشگ>پزشک پزشگان>پزشکان
    انظباط>انضباط انظباطی>انضباطی راظی>راضی ناراظی>ناراضی مواضب>مواظب مواضبت>مواظبت
    ضرفیت>ظرفیت ظرورت>ضرورت ظروری>ضروری ظمن>ضمن نضارت>نظارت نضام>نظام نضامی>نظامی
    منضور>منظور تضاهرات>تظاهرات اصتلاح>اصطلاح استلاح>اصطلاح اسطان>استان اسطفاده>استفاده
    برخواست>برخاست برخواسته>برخاسته خاهد>خواهد خاهند>خواهند خاستار>خواستار درخاست>درخواست
    طوضیح>توضیح طوجه>توجه طاکید>تاکید اطمام>اتمام اتلاع>اطلاع اتلاعات>اطلاعات اتلاعیه>اطلاعیه
    اغتصاد>اقتصاد اغتصادی>اقتصادی انتغاد>انتقاد موفغ>موفق موفغیت>موفقیت قذا>غذا قذایی>غذایی
    مغام>مقام ثبط>ثبت بعظی>بعضی بعزی>بعضی معظل>معضل
    """
)

# OCR reads ``هایش`` as ``ها بیش``: the plural, a space, and the clitic with its ی as ب.
FALLEN_CLITICS = {"بیش": "یش", "بیشان": "یشان", "بشان": "یشان"}
# Before these the word is itself: ``تلاش‌ها بیش از پیش``.
CLITIC_VETO = frozenset("از تر ترین ازپیش و است بود شد شده می".split())

# Two spellings of one word, both in use: a difference in these is no slip.
VARIANTS = str.maketrans("ئأؤۀ", "یاوه", "ء")
