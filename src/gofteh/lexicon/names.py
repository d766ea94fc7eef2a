"""Given names, countries and places, compiled by the commands in ``train/names``."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from gofteh.lexicon.word_classes import WordClass, word_classes
from gofteh.text.fold import word_set

# Given names that the registers lack or count too seldom: of Iranians and of Afghans.
_FURTHER_WOMEN = word_set("زرمینه وژمه پلوشه گلالی زرغونه ملالی اسپوژمی گلرخ گلنار حسینا")
_FURTHER_MEN = word_set(
    """
    فرزین کاوه کامبیز کوروش هوتن فرج_الله میرویس احمدشاه احمدضیا احمدولی زلمی بصیراحمد نوراحمد
    حفیظ_الله سمیع_الله شفیق_الله صبغت_الله عنایت_الله فضل_الله کلیم_الله نجیب_الله وحیدالله
    هدایت_الله عبدالبصیر عبدالرئوف عبدالظاهر عبدالقدیر عبدالقهار عبدالقیوم عبدالمتین عبدالمنان
    عبدالولی عبدالکبیر
    """
)


# Ends that make a further word of a common one, and how short the parts of a compound may be.
_COMMON_ENDS = ("ها", "های", "هایی", "کردن", "شدن", "مندی")
_ACTING = "کنندگی"  # ``تهیه‌کنندگی``
_ARABIC_PLURAL = "اتی"  # ``توضیحاتی``
_MIN_PART = 3


@cache
def given_names() -> frozenset[str]:
    """Return folded given names, of Iranians and of foreigners in the news."""
    return iranian_names() | _read("foreign_names.txt")


def opens_full_name(given: str, behind: Sequence[str]) -> bool:
    """Return whether a word is a given name in front of some words.

    One that readers judged to be something else is so in front of a surname alone: ``ساحل رضایی``,
    but ``امور خیریه سپیدار``.
    """
    judged = word_classes()
    another = given in judged and WordClass.GIVEN_NAME not in judged[given]
    surname = any(WordClass.SURNAME in judged.get(word, "") for word in behind)
    return given in given_names() and (surname or not another)


@cache
def iranian_names() -> frozenset[str]:
    """Return folded given names of Iranians and Afghans: those of registers, and a few more.

    ``train/names/compile.py`` compiles the registers.
    """
    return _read("given_names.txt") | _FURTHER_WOMEN | _FURTHER_MEN


@cache
def women() -> frozenset[str]:
    """Return the folded given names that only women bear."""
    return _read("women.txt") | _FURTHER_WOMEN


@cache
def common_words() -> frozenset[str]:
    """Return folded common words with which no name begins (``train/names/common.py``)."""
    return _read("common_words.txt") - _FURTHER_WOMEN - _FURTHER_MEN


def is_common_form(word: str) -> bool:
    """Return whether a word is a common one, a form of one, or made of two of them.

    ``توضیحاتی``, ``تهیه‌کنندگی``, ``پشت‌پرده``: as surnames go, few look so.
    """
    known = common_words()
    if word in known:
        return True
    if word.endswith(_ARABIC_PLURAL) and word[:-1] in known:
        return True
    if any(word.endswith(end) and word[: -len(end)] in known for end in _COMMON_ENDS):
        return True
    if word.endswith(_ACTING):
        return True
    if word.endswith("ی"):  # ``جهانگیری``: made of two, and a surname
        return False
    parts = ((word[:k], word[k:]) for k in range(_MIN_PART, len(word) - _MIN_PART + 1))
    return any(a in known and b in known for a, b in parts)


def is_no_name(words: Sequence[str]) -> bool:
    """Return whether words cannot be a person's name, since they begin with a common word.

    With a rarer word behind it they can: many given names are common words too
    (``بهمن مرادنیا``).
    """
    if not words or words[0] not in common_words():
        return False
    return len(words) < 2 or words[1] in common_words() or words[1] in countries_and_places()


@cache
def countries() -> frozenset[str]:
    """Return folded names of countries, which speak as organisations: ``ایران اعلام کرد``."""
    return _read("countries.txt") | word_set(
        """
    آمریکا امریکا اروپا انگلیس اسرائیل کاخ_سفید تل_آویو کرملین پنتاگون واشنگتن مسکو پکن
    آنکارا تهران ریاض کابل بغداد
    """
    )


@cache
def countries_and_places() -> frozenset[str]:
    """Return countries and places together."""
    return countries() | places()


@cache
def places() -> frozenset[str]:
    """Return folded one-word names of Iranian provinces, counties and cities."""
    return _read("places.txt")


def _read(name: str) -> frozenset[str]:
    text = files("gofteh.lexicon").joinpath("data", name).read_text("utf-8")
    return frozenset(text.split("\n")) - {""}
