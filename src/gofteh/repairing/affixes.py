"""Affixes that the Academy's orthography sets off by a half-space, and words often run together.

Source: Academy of Persian Language and Literature, «دستور خط فارسی» (1401), chapters on plural,
enclitics, comparatives, verb prefixes and auxiliaries. Written without half-spaces of their own.
"""

from __future__ import annotations

# Person enclitics, after a plural or a noun: ``کتاب‌هایشان``, ``خانه‌اش``.
_CLITICS = "م ت ش مان تان شان".split()
PLURALS = frozenset(
    ["ها", "های", "هایی", "هائی"]
    + [f"های{c}" for c in _CLITICS]
    + [f"ها{c}" for c in ("ش", "شان", "مان", "تان", "یم")]
    + ["هاست", "هایند", "هاییم", "هاشون", "هامون", "هاتون", "هارو", "هام", "هات"]
)
# Of those, the ones that are no word of their own anywhere: ``مادر هایشان`` is one word.
POSSESSED_PLURALS = frozenset(f"های{c}" for c in ("ش", "شان", "مان", "تان"))
_COMPARATIVES = "تر ترین تری ترها ترهای ترین‌ها ترینها ترینهای ترش".replace("\u200c", "").split()
_ENCLITICS = "ام ات اش ای اند ایم اید مان تان شان یی".split()

# Words that stand after the half-space.
SUFFIXES = frozenset((*PLURALS, *_COMPARATIVES, *_ENCLITICS))
# Suffixes so telling that a word of unknown stem is split before them.
SURE_SUFFIXES = frozenset((*PLURALS, "ترین"))
LONGEST_SUFFIX = max(map(len, SUFFIXES))

# Words that stand before the half-space.
VERB_PREFIXES = ("نمی", "می")

# Spoken verbs as they are typed after ``می``: present stems, past stems, and their endings. Forms
# of آمدن and آوردن are left out: a half-space would show an alef that nobody speaks (``میاد``).
_SPOKEN_STEMS = (
    "گ دون تون ر ش د کن ذار زار شین خور زن گیر بین گرد مون خون سوز پرس فهم ترس خند شناس بر شور پز"
    " دوز فروش فرست رسون کشون پوش چرخ گذر کش بند ساز خر رس پیچ جنگ لرز نویس پسند چسب کوب"
    " بخش خواب دزد جوش تاب مال چین آموز انداز ریز گریز پذیر"
).split()
_SPOKEN_ENDINGS = "م ی ه یم ین ید ن".split()
_SPOKEN_PAST = (
    "گفت کرد رفت شد داد خواست تونست دونست دید زد خورد گرفت برد موند خوند ذاشت نوشت".split()
)
_SPOKEN_PAST_ENDINGS = ("م", "ی", "یم", "ین", "ن")
_NO_SPOKEN = frozenset("ری رم دی".split())
SPOKEN_VERBS = frozenset(
    [s + e for s in _SPOKEN_STEMS for e in _SPOKEN_ENDINGS if s + e not in _NO_SPOKEN]
    + [s + e for s in _SPOKEN_PAST for e in _SPOKEN_PAST_ENDINGS]
    + [*"خوام خوای خواد خوایم خواین خوان تونست دونست شنوم شنوی شنوه شنویم شنوین شنون".split()]
)
# The same with whom they act upon: ``می‌بینمش``, ``می‌گفتمتون``. Third persons without an ending of
# their own are left out: ``بینش`` and the like are nouns.
_SPOKEN_OBJECTS = "ش ت شون تون مون شان تان مان".split()
_ACTING_STEMS = (*_SPOKEN_STEMS, "خوا", "دان", "گوی", "شنو")
_ACTING = (
    *[stem + ending for stem in _ACTING_STEMS for ending in "م یم ین ید ن ند".split()],
    *[stem + ending for stem in _SPOKEN_PAST for ending in _SPOKEN_PAST_ENDINGS],
)
SPOKEN_VERBS |= {verb + whom for verb in _ACTING for whom in _SPOKEN_OBJECTS}
# Pointing words as they are spoken, one word each: ``اونارو`` is no ``او نارو``.
SPOKEN_POINTERS = frozenset(
    pointer + ending
    for pointer in ("این", "اون", "همین", "همون")
    for ending in "ا ارو ام اهم اش ام_رو و جارو جام جاها".replace("_", "").split()
)
# … and possessors on a noun whose final ه they swallow: ``خونمون``, ``مدرسشون``.
SPOKEN_POSSESSORS = ("مون", "تون", "شون")
# … and those forms of آمدن and آوردن, one word each: ``نمیام``, ``بیاره``.
SPOKEN_WHOLE = frozenset(
    prefix + "ا" + ending
    for prefix in ("می", "نمی", "بی", "نی")
    for ending in "م ی د یم ین ن رم ری ره ریم رین رن".split()
)

# Short words that are run into the next one where their last letter does not join: ``درسال``.
GLUED_BEFORE = frozenset("در از و را بر به که با هر این آن تا یا برای نیز هم".split())
# Words that are run onto the one before: ``کشوراست``, ``اظهارداشت``.
GLUED_AFTER = frozenset(
    "است را و در از که کرد شد بود داشت دارد داد کرده شده بوده دارند کردند شدند خواهد باید این"
    " آن به با بر تا هم نیز".split()
)
# Of those, also parts of verbs: ``برخواهد``, ``درگرفت`` are whole.
VERB_PARTICLES = frozenset("در بر با".split())
# Verbs that follow a noun of their own: ``خبرداد``.
GLUED_VERBS = frozenset("است کرد شد بود داشت دارد داد کردند شدند دادند داشتند".split())

# Written as one word, however they are parted.
ONE_WORD = frozenset(
    "کمتر بیشتر بهتر یکدیگر همدیگر همچنین همچنان همکاری همکاران همکار چنانچه سخنگو سخنگوی"
    " سخنگویان".split()
)
# Three words that are one with two half-spaces or one: ``گفت‌وگو``. The third in all its endings.
COUPLED = {"گفت": "گو", "جست": "جو", "شست": "شو", "پرس": "جو"}

# Names of Latin letters: three in a row are an abbreviation, ``بی‌بی‌سی``.
LETTER_NAMES = frozenset(
    "ای بی سی دی اف جی اچ آی کی ال ام ان او پی کیو آر اس تی یو وی ایکس وای".split()
)

# What is written onto a number: ordinals and the like; letters that name a building or a clause.
NUMBER_SUFFIXES = frozenset("ام امین مین گانه تایی ین اُم الف".split())
# A number is run into what it counts, a date into its name: ``۱۲درصد``, ``سال۱۴۰۲``.
COUNTED = (
    "درصد نفر نفره هزار میلیون میلیارد تومان ریال دلار یورو متر کیلومتر هکتار تن کیلوگرم لیتر"
    " مگاوات روز ماه سال ساعت دقیقه کشور استان شهر روستا مورد واحد فروردین اردیبهشت خرداد تیر مرداد"
    " شهریور مهر آبان آذر دی بهمن اسفند"
).split()
NUMBERED = "سال ساعت شماره ماده بند دقیقه روز حدود تا از".split()
