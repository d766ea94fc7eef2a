"""One noun in its other number: ``کارگر`` and ``کارگران``, ``مذاکره`` and ``مذاکرات``.

For queries alone: the index keeps words as they are, so what is no noun finds, in its made-up other
number, nothing. Plurals in ها are one term with their singular already (`gofteh.text.terms`). Keys
are terms: ی, ک and و are one each, and behind the first letter آ is ا.
"""

from __future__ import annotations

# A stem of less than this is another word more often than not: است and استان, بار and باران.
_SHORTEST = 4
# … but for these, who are people.
_SHORT_PEOPLE = frozenset("زن مرد پسر پدر".split())
# Words in ان, ین and ات that are no plurals to their readers, or mean something of their own.
_OF_THEIR_OWN = frozenset(
    """
    انتخابات اطلاعات ادبیات تبلیغات تسلیحات تشکیلات ارتباطات امکانات تعطیلات مخابرات مطبوعات
    صادرات واردات مالیات اصلاحات عملیات جزییات کلیات ریاضیات الهیات انتظامات تجهیزات احتیاجات
    مقدمات مختصات مصوبات خدمات حیوانات
    کارکنان همچنان همچنین سازمان ساختمان خیابان آذربایجان اذربایجان لبنان خراسان پاکستان
    افغانستان کردستان لرستان خوزستان گلستان سیستان بلوچستان عربستان ترکمنستان تاجیکستان
    داستان بیمارستان دبیرستان دبستان تابستان زمستان شهرستان کوهستان دادستان اصفهان مازندران
    قهرمان درخشان پریشان پشیمان فراوان یکسان آنچنان انچنان ناگهان پنهان فروردین نخستین آخرین
    اخرین پیشین دیرین چندین راستین پایین فلسطین سرزمین همین چنین تضمین
    """.split()
)
# بهترین is no plural of بهتر.
_COMPARATIVE, _SUPERLATIVE = "تر", "ترین"


def other_numbers(key: str) -> tuple[str, ...]:
    """Return the terms that may be the same noun in another number, without the term itself."""
    if not key.isalpha() or key in _OF_THEIR_OWN:
        return ()
    found = dict.fromkeys((*_plurals(key), *_singulars(key)))
    return tuple(one for one in found if one != key and one not in _OF_THEIR_OWN)


def _plurals(key: str) -> list[str]:
    if key in _SHORT_PEOPLE:
        return [f"{key}ان"]
    # Words in ی are surnames more often than what has a plural in یان: کریمی and کریمیان.
    if len(key) < _SHORTEST or key.endswith(("ان", "ات", "ین", "ی", _COMPARATIVE)):
        return []
    if key.endswith("ه"):  # نماینده, مذاکره
        return [f"{key[:-1]}گان", f"{key[:-1]}ات"]
    if key.endswith(("ا", "و")):  # دانشجو
        return [f"{key}یان"]
    return [f"{key}ان", f"{key}ات", f"{key}ین"]


def _singulars(key: str) -> list[str]:
    found = []
    if key.endswith("گان"):
        found.append(f"{key[:-3]}ه")
    if key.endswith(("ایان", "ویان")):
        found.append(key[:-3])
    if key.endswith("ات"):
        found += [key[:-2], f"{key[:-2]}ه"]
    if key.endswith(("ان", "ین")) and not key.endswith((_SUPERLATIVE, "یان")):
        found.append(key[:-2])
    return [one for one in found if len(one) >= _SHORTEST or one in _SHORT_PEOPLE]
