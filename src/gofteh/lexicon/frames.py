"""Cues without a verb of saying, as data: the *frames* ``به گفته X`` and ``با بیان این‌که``.

A prepositional frame (*according to*) stands in front of its source; a participle frame (*while
stating that*) behind its subject. ``_`` stands for a space. A frame's key is its letters without
spaces, as the finder compares them; its lemma keeps the spaces.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from gofteh.lexicon.acts import Act
from gofteh.lexicon.forms import beginnings
from gofteh.lexicon.verbs import VERBS
from gofteh.text.fold import fold_word, word_set


@dataclass(frozen=True, slots=True)
class Frame:
    """A cue without a verb: its speech act, its lemma, and its letters without spaces."""

    act: Act
    lemma: str
    key: str


# ``به گفته X، A``: in each line a speech act, then its frames.
_PREPOSITIONAL = """
say      به_گفته به_گفته_ی به_قول از_قول از_زبان به_بیان به_روایت
believe  به_اعتقاد به_عقیده به_باور به_نظر به_زعم از_نظر از_نگاه از_دید از_دیدگاه از_منظر
claim    به_ادعای
confirm  به_اذعان
write    به_نوشته به_نوشته_ی
report   به_نقل_از
report   به_گزارش
predict  به_پیش_بینی
"""
# ``بر اساس``, ``طبق`` … with one of the nouns below: ``بر اساس اعلام وزارت کار، A``.
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
# The noun behind one of the prepositions can itself be the source: ``بر اساس این گزارش، A`` …
DOCUMENT_SOURCES = word_set(
    """
    گزارش گزارش_ها آمار آمار_ها اخبار پژوهش مطالعه تحقیق بیانیه نظرسنجی اطلاعات اطلاعیه
    یافته_ها داده_ها نتایج شواهد اسناد برآورد_ها پیش_بینی_ها مطالعات تحقیقات خبر
    """
)
# … without a determiner where it is plural: ``بنابر گزارش‌ها A``.
PLURAL_SOURCES = word_set("گزارش_ها آمار_ها یافته_ها داده_ها برآورد_ها پیش_بینی_ها شواهد")

# ``با`` or ``ضمن``, a noun of a verb (`entries.Verb.participle_nouns`), and ``این‌که`` or the like.
_PARTICIPLE_PREPOSITIONS = "با ضمن"
_THAT = """
این_که این_مطلب_که این_نکته_که این_موضوع_که این_مساله_که این_مسئله_که این_نکات_که این_امر_که
این_سوال_که این_نظر_که این_واقعیت_که آن_که که این_ادعا_که این_سخن_که این_جمله_که این_حقیقت_که
این_خبر_که
"""


def _spaced(word: str) -> str:
    return word.replace("_", " ")


def _frame(act: Act, *words: str) -> Frame:
    """The frame of words in a row."""
    lemma = " ".join(map(_spaced, words)).removesuffix(" ی")
    return Frame(act, lemma, fold_word("".join(words).replace("_", "")))


def _by_act(table: str) -> list[tuple[Act, str]]:
    """Act and word of every word of a table whose lines begin with their act."""
    lines = (line.split() for line in table.strip().splitlines())
    return [(Act(act), word) for act, *words in lines for word in words]


# Frames by which an outlet passes on another outlet's report, by lemma: those of its byline, and
# all.
BYLINES = frozenset({"به گزارش", "به نقل از"})
RELAYS = BYLINES | {"به نوشته"} | {f"{_spaced(words)} گزارش" for words in _ACCORDING.split()}
# … and those of them whose source is always an outlet: ``به نقل از`` also takes a person.
OUTLET_FRAMES = RELAYS - {"به نقل از"}
# Frames that name whose words somebody else passes on: ``X به نقل از Y گفت``.
CITING = frozenset({"به نقل از", "از قول"})
# Frames that also mean *with respect to*, where no person follows: ``از نظر آمادگی``.
OPINIONS = frozenset({"از نظر", "از دید", "از نگاه", "از منظر", "از دیدگاه", "به نظر", "از زبان"})


@cache
def prepositional_frames() -> dict[str, Frame]:
    """Return the prepositional frames by their letters run together."""
    frames = [_frame(act, word) for act, word in _by_act(_PREPOSITIONAL)]
    for preposition in _ACCORDING.split():
        frames += [_frame(act, preposition, noun) for act, noun in _by_act(_ACCORDING_NOUNS)]
    return {frame.key: frame for frame in frames}


@cache
def according_prepositions() -> dict[str, str]:
    """Return ``بر اساس`` and the like, behind which a document can be the source: key to lemma."""
    return {
        fold_word(preposition.replace("_", "")): _spaced(preposition)
        for preposition in _ACCORDING.split()
    }


@cache
def participle_frames() -> dict[str, Frame]:
    """Return the participle frames, ``این‌که`` included, by their letters run together."""
    frames = [
        _frame(verb.act, preposition, noun, that)
        for verb in VERBS
        for noun in verb.participle_nouns
        for preposition in _PARTICIPLE_PREPOSITIONS.split()
        for that in _THAT.split()
    ]
    return {frame.key: frame for frame in frames}


@cache
def participle_nouns() -> frozenset[str]:
    """Return the nouns of the participle frames: ``بیان``, ``تاکید``."""
    nouns = (noun for verb in VERBS for noun in verb.participle_nouns)
    return frozenset(fold_word(noun.split("_")[0]) for noun in nouns)


@cache
def frame_prefixes() -> frozenset[str]:
    """Return every beginning of a frame: where a look-up may still succeed."""
    keys = [*prepositional_frames(), *participle_frames(), *according_prepositions()]
    return beginnings(keys)
