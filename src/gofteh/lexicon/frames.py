"""Frames of reported speech that are not verbs: prepositions and participles, as data.

``_`` stands for a space. A frame's key is its letters run together, the way the finder compares
them; its lemma keeps the spaces.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from gofteh.text.fold import fold_word, word_set


@dataclass(frozen=True, slots=True)
class Frame:
    """A verbless cue: its act, its lemma, and how its words are run together."""

    act: str
    lemma: str
    key: str


# به گفته X، A   — act, then the frames
_PREPOSITIONAL = """
say      به_گفته به_گفته_ی به_قول از_قول به_بیان به_روایت
believe  به_اعتقاد به_عقیده به_باور به_نظر به_زعم از_نظر از_نگاه از_دید از_دیدگاه از_منظر
claim    به_ادعای
confirm  به_اذعان
write    به_نوشته به_نوشته_ی
report   به_نقل_از
report   به_گزارش
predict  به_پیش_بینی
"""
# بر اساس / طبق + one of the nouns: بر اساس اعلام وزارت کار، A
_ACCORDING = "بر_اساس طبق بر_طبق مطابق بنابر بنا_به بر_پایه بر_مبنای برابر"
_ACCORDING_NOUNS = """
announce اعلام اعلامیه بیانیه اطلاعیه ابلاغیه
say      گفته گفته_های اظهارات اظهار سخنان صحبت_های توضیحات فرمایش فرمایشات فرموده
believe  نظر نظرسنجی ارزیابی برآورد برآورد_های نظریه تحلیل
claim    ادعای
report   گزارش گزارش_های گزارشات آمار آمار_های اخبار خبر اطلاعات داده_های یافته_های نتایج روایت
report   نوشته مطالعات مطالعه تحقیقات تحقیق پژوهش شکایت
predict  پیش_بینی پیش_بینی_های
"""
# Sources that are nouns of the frame itself: بر اساس این گزارش، A …
DOCUMENT_SOURCES = word_set(
    """
    گزارش گزارش_ها آمار آمار_ها اخبار پژوهش مطالعه تحقیق بیانیه نظرسنجی اطلاعات اطلاعیه
    یافته_ها داده_ها نتایج شواهد اسناد برآورد_ها پیش_بینی_ها مطالعات تحقیقات خبر
    """
)
# … and those that need no determiner, being plural: بنابر گزارش‌ها A.
PLURAL_SOURCES = word_set("گزارش_ها آمار_ها یافته_ها داده_ها برآورد_ها پیش_بینی_ها شواهد")

# با / ضمن + noun + preposition + این‌که: the participle frames, nouns by act.
_PARTICIPLE_LEADS = "با ضمن"
_PARTICIPLE_NOUNS = """
say       بیان عنوان ذکر اظهار گفتن طرح به_زبان_آوردن ابراز نقل
stress    تاکید_بر تاکید تصریح تصریح_بر یادآوری یاداوری خاطرنشان_کردن تذکر اصرار_بر خاطرنشان_ساختن
stress    پافشاری_بر
explain   اشاره_به اشاره توضیح توضیح_درباره تشریح تبیین استناد_به استدلال_به استدلال
announce  اعلام خبر_دادن_از اطلاع_از
confirm   اذعان_به اذعان اعتراف_به اعتراف تایید تایید_بر اقرار_به
claim     ادعای طرح_ادعای ادعا
criticise انتقاد_از گلایه_از اعتراض_به انتقاد_به ابراز_تاسف_از اظهار_تاسف_از
praise    ابراز_خرسندی_از ابراز_خوشحالی_از تقدیر_از ابراز_رضایت_از قدردانی_از
hope      ابراز_امیدواری اظهار_امیدواری ابراز_امیدواری_از ابراز_امیدواری_به امید_به
fear      ابراز_نگرانی ابراز_نگرانی_از اظهار_نگرانی_از
warn      هشدار_درباره هشدار_نسبت_به هشدار هشدار_در_مورد
predict   پیش_بینی
add       اضافه_کردن افزودن
believe   اعتقاد_به باور_به
deny      رد تکذیب
"""
_THAT = """
این_که این_مطلب_که این_نکته_که این_موضوع_که این_مساله_که این_مسئله_که این_نکات_که این_امر_که
این_سوال_که این_نظر_که این_واقعیت_که آن_که که این_ادعا_که این_سخن_که این_جمله_که این_حقیقت_که
این_خبر_که
"""


def _spaced(word: str) -> str:
    return word.replace("_", " ")


def _frame(act: str, *words: str) -> Frame:
    """The frame of words in a row."""
    lemma = " ".join(map(_spaced, words)).removesuffix(" ی")
    return Frame(act, lemma, fold_word("".join(words).replace("_", "")))


def _by_act(table: str) -> list[tuple[str, str]]:
    """Act and word of every word of a table whose lines begin with their act."""
    lines = (line.split() for line in table.strip().splitlines())
    return [(act, word) for act, *words in lines for word in words]


# Frames by which an outlet passes on another's report, by lemma.
BYLINES = frozenset({"به گزارش", "به نقل از"})
RELAYS = BYLINES | {"به نوشته"} | {f"{_spaced(lead)} گزارش" for lead in _ACCORDING.split()}
# … and those of them whose source is always an outlet: ``به نقل از`` also takes a person.
OUTLET_FRAMES = RELAYS - {"به نقل از"}


@cache
def prepositional_frames() -> dict[str, Frame]:
    """Return the prepositional frames by their letters run together."""
    frames = [_frame(act, word) for act, word in _by_act(_PREPOSITIONAL)]
    for lead in _ACCORDING.split():
        frames += [_frame(act, lead, noun) for act, noun in _by_act(_ACCORDING_NOUNS)]
    return {frame.key: frame for frame in frames}


@cache
def according_leads() -> dict[str, str]:
    """Return ``بر اساس`` and its like, which take a document as their source: key to lemma."""
    return {fold_word(lead.replace("_", "")): _spaced(lead) for lead in _ACCORDING.split()}


@cache
def participle_frames() -> dict[str, Frame]:
    """Return the participle frames, ``این‌که`` included, by their letters run together."""
    frames = [
        _frame(act, lead, noun, that)
        for act, noun in _by_act(_PARTICIPLE_NOUNS)
        for lead in _PARTICIPLE_LEADS.split()
        for that in _THAT.split()
    ]
    return {frame.key: frame for frame in frames}


@cache
def participle_nouns() -> frozenset[str]:
    """Return the nouns of the participle frames: ``بیان``, ``تاکید``."""
    return frozenset(fold_word(word.split("_")[0]) for _, word in _by_act(_PARTICIPLE_NOUNS))


@cache
def frame_prefixes() -> frozenset[str]:
    """Return every beginning of a verbless frame."""
    keys = [*prepositional_frames(), *participle_frames(), *according_leads()]
    return frozenset(key[:i] for key in keys for i in range(1, len(key)))
