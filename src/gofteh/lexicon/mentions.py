"""The function words and endings of mentions, as data."""

from __future__ import annotations

from gofteh.lexicon.particles import ONE, ONE_OF
from gofteh.lexicon.people import SOME
from gofteh.text.fold import word_set

# They point back to somebody: ``این مقام``.
DEMONSTRATIVES = word_set("این آن همین")
# What somebody said, in front of who did: ``سخنان شهردار حاکی است``.
SPEECHES = word_set("صحبتهای سخنان اظهارات حرفهای گفتههای")
# The indefinite article, and *one of*.
ARTICLES = frozenset({ONE, ONE_OF})
# ``فرد دیگری``: somebody else, not further named.
ANOTHER = "دیگری"
# They open a phrase of several people.
SEVERAL = SOME | word_set("چند چندین")
# ``بیش از صد نفر``: an amount of people.
MORE_THAN = (("بیش", "از"), ("نزدیک", "به"), ("کمتر", "از"))
# Behind a mention they show that somebody else spoke before: ``رئیس پژوهشکده نیز گفت``,
# ``وزیر راه اما گفت``.
ALSO = word_set("نیز هم اما ولی")
# *Also*, in one word or two: never the last of a mention.
ALSO_WORDS = word_set("نیز هم همچنین چنین")
# Behind a pronoun they tell that whoever speaks spoke before: ``وی در ادامه گفت``.
GOING_ON = frozenset({"همچنین", "ادامه"})
# Adjectives of somebody's words, in front of whose they are: ``ادعای اخیر وزیر``.
RECENT = word_set("اخیر مذکور اخیرا")
# They tell to whom somebody speaks, between him and the verb: ``مریم راد از وزیر راه پرسید``.
ADDRESSING = word_set("به از خطاب")
# How a verb in the plural ends: ``گفته بودند``.
PLURAL_VERB_END = "ند"
# ``رحیم سنگ‌تراش ملقب به «کوه‌کن»``: what opens a nickname behind a name, with ``به``.
NICKNAMED = word_set("ملقب معروف مشهور موسوم")
# ``یک آمریکایی به نام رابرت پیری``: a name follows, whatever stands in front.
BY_NAME = ("به", "نام")
# Ends of a noun in the plural …
PLURAL_ENDS = (
    "ها", "های", "هایی", "کنندگان", "داران", "گران", "کاران", "شناسان", "آموزان", "نشینان",
    "ورزان", "فروشان", "یندگان", "ندگان",
)  # fmt: skip
# Of those, the ones that only nouns of people have.
PERSON_NOUN_ENDS = tuple(end for end in PLURAL_ENDS if end.endswith("ان"))
# … and those that only a plural verb beside it makes sure: ``مسافران گفتند``, ``معترضین گفتند``.
PERSON_PLURAL_ENDS = ("ان", "ین")
# … and what ends so by chance, with a word in front: ``میزان``.
NO_PLURALS = word_set("میزان باران فرمان جریان دوران درمان پیمان سامان بنیان یاران زمین چنین")
# An indefinite ending in front of ``از``: ``نماینده‌ای از کنگره``.
INDEFINITE_ENDS = ("های", "ندهای")
# ``بودن``, ``ساختن``: no name ends so that is a common word.
INFINITIVE_ENDS = ("دن", "تن")
SUPERLATIVE_END = "ترین"
# The noun of what an outlet tells: ``این گزارش`` goes back to it.
REPORT = "گزارش"
# ``نویسندگان``, ``رانندگان``: the plural of who does something.
COLLECTIVE_END = "گان"
# *His*, *their*, written on a plural: ``نزدیکانش``.
POSSESSIVE_ENDS = ("شان", "ش")
# In front of a number they say that it is not exact: ``حدود ۱۲ نفر``.
ABOUT = word_set("حدود تقریبا نزدیک قریب حدودا")
# Written on a noun they say that it is one of its kind: ``بیانیه‌ای``, ``پیامی``.
INDEFINITE_ARTICLES = frozenset({"ای", "ی", "یی"})
