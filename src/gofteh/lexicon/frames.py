"""Frames of reported speech that are not verbs: prepositions and participles, as data.

All strings are written without spaces, the way the finder compares them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from gofteh.text.fold import word_set


@dataclass(frozen=True, slots=True)
class Frame:
    """A verbless cue: its act, its lemma, and how its words are run together."""

    act: str
    lemma: str
    key: str


# به گفته X، A   — act, then the frames (``_`` for a space)
_PREPOSITIONAL = """
say      به_گفته به_گفته_ی به_گفتهی به_قول از_قول به_بیان به_روایت
believe  به_اعتقاد به_عقیده به_باور به_نظر به_زعم از_نظر از_نگاه از_دید از_دیدگاه از_منظر
claim    به_ادعای بنا_به_ادعای بنابر_ادعای طبق_ادعای
confirm  به_اذعان
write    به_نوشته به_نوشته_ی
report   به_نقل_از
report   به_گزارش
predict  به_پیش_بینی
"""
# بر اساس / طبق + one of the nouns: بر اساس اعلام وزارت کار، A
_ACCORDING = (
    "براساس", "طبق", "برطبق", "مطابق", "بنابر", "بنابه", "بنا به", "برپایه", "برمبنای", "برابر",
)  # fmt: skip
_ACCORDING_NOUNS = {
    "announce": ("اعلام", "اعلامیه", "بیانیه", "اطلاعیه", "ابلاغیه"),
    "say": (
        "گفته", "گفتههای", "اظهارات", "اظهار", "سخنان", "صحبتهای", "توضیحات",
        "فرمایش", "فرمایشات", "فرموده",
    ),
    "believe": ("نظر", "نظرسنجی", "ارزیابی", "برآورد", "برآوردهای", "نظریه", "تحلیل"),
    "report": (
        "گزارش", "گزارشهای", "گزارشات", "آمار", "آمارهای", "اخبار", "خبر", "اطلاعات", "دادههای",
        "یافتههای", "نتایج", "روایت", "نوشته", "مطالعات", "مطالعه", "تحقیقات", "تحقیق", "پژوهش",
        "شکایت",
    ),
    "predict": ("پیشبینی", "پیشبینیهای"),
}  # fmt: skip
# Sources that are nouns of the frame itself: بر اساس این گزارش، A / بنابر گزارش‌ها A
DOCUMENT_SOURCES = word_set(
    """
    گزارش گزارشها آمار آمارها اخبار پژوهش مطالعه تحقیق بیانیه نظرسنجی اطلاعات اطلاعیه یافتهها
    دادهها نتایج شواهد اسناد برآوردها پیشبینیها مطالعات تحقیقات
    """
)

# با / ضمن + noun + preposition + این‌که: the participle frames; act by noun.
_PARTICIPLE_NOUNS = {
    "say": ("بیان", "عنوان", "ذکر", "اظهار", "گفتن", "طرح", "بهزبانآوردن", "ابراز", "نقل"),
    "stress": ("تاکیدبر", "تاکید", "تصریح", "تصریحبر", "یادآوری", "خاطرنشانکردن", "تذکر",
               "اصراربر", "خاطرنشانساختن", "پافشاریبر"),
    "explain": ("اشارهبه", "اشاره", "توضیح", "توضیحدرباره", "تشریح", "تبیین", "استنادبه",
                "استدلالبه", "استدلال"),
    "announce": ("اعلام", "خبردادناز", "اطلاعاز"),
    "confirm": ("اذعانبه", "اذعان", "اعترافبه", "اعتراف", "تایید", "تاییدبر", "اقراربه"),
    "claim": ("ادعای", "طرحادعای", "ادعا"),
    "criticise": ("انتقاداز", "گلایهاز", "اعتراضبه", "انتقادبه", "ابرازتاسفاز", "اظهارتاسفاز"),
    "praise": ("ابرازخرسندیاز", "ابرازخوشحالیاز", "تقدیراز", "ابرازرضایتاز", "قدردانیاز"),
    "hope": ("ابرازامیدواری", "اظهارامیدواری", "ابرازامیدواریاز", "ابرازامیدواریبه", "امیدبه"),
    "fear": ("ابرازنگرانی", "ابرازنگرانیاز", "اظهارنگرانیاز"),
    "warn": ("هشداردرباره", "هشدارنسبتبه", "هشدار", "هشداردرمورد"),
    "predict": ("پیشبینی",),
    "add": ("اضافهکردن", "افزودن"),
    "believe": ("اعتقادبه", "باوربه"),
    "deny": ("رد", "تکذیب"),
}  # fmt: skip
_PARTICIPLE_LEADS = ("با", "ضمن", "وبا", "وضمن", "همچنینبا", "باطرحاین", "باعنوان")
_THAT = (
    "اینکه", "این", "اینمطلبکه", "ایننکتهکه", "اینموضوعکه", "اینمسالهکه", "اینمسیلهکه",
    "ایننکاتکه", "اینامرکه", "اینسوالکه", "ایننظرکه", "اینواقعیتکه", "آنکه", "که",
    "اینادعاکه", "اینسخنکه", "اینجملهکه", "اینحقیقتکه", "اینخبرکه",
)  # fmt: skip
_BARE_THAT = frozenset({"این"})


@cache
def prepositional_frames() -> dict[str, Frame]:
    """Return the prepositional frames by their letters run together."""
    frames: dict[str, Frame] = {}
    for line in _PREPOSITIONAL.strip().splitlines():
        act, *words = line.split()
        for word in words:
            key = word.replace("_", "")
            frames[key] = Frame(act, word.replace("_", " "), key)
    for lead in _ACCORDING:
        for act, nouns in _ACCORDING_NOUNS.items():
            for noun in nouns:
                key = (lead + noun).replace(" ", "")
                frames[key] = Frame(act, f"{lead} {noun}", key)
    return frames


@cache
def according_leads() -> frozenset[str]:
    """Return ``بر اساس`` and its like, which take a document as their source."""
    return frozenset(lead.replace(" ", "") for lead in _ACCORDING)


@cache
def participle_frames() -> dict[str, Frame]:
    """Return the participle frames, ``این‌که`` included, by their letters run together."""
    frames: dict[str, Frame] = {}
    for act, nouns in _PARTICIPLE_NOUNS.items():
        for noun in nouns:
            for lead in _PARTICIPLE_LEADS:
                for that in _THAT:
                    if that not in _BARE_THAT:
                        key = lead + noun + that
                        frames[key] = Frame(act, f"{lead} {noun} {that}", key)
    frames["باطرحاینادعاکه"] = Frame("claim", "با طرح این ادعا", "باطرحاینادعاکه")
    return frames


@cache
def frame_prefixes() -> frozenset[str]:
    """Return every beginning of a verbless frame."""
    keys = [*prepositional_frames(), *participle_frames(), *according_leads()]
    return frozenset(key[:i] for key in keys for i in range(1, len(key)))
