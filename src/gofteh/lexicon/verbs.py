"""The verbs of saying, as data: one record a verb, and in it all that is known of it.

A record names the noun (``_`` a space; empty for simple verbs), the act, how the words told may
stand with it (`Complement`), the light verbs the noun goes with, and what is its own: how its
passive looks, its nouns behind ``با … این‌که``, its split form, its traits (`Trait`). What holds of
a verb holds with each of its light verbs; where it does not, the verb has two records.

`tests/lexicon/test_verbs.py` builds a sentence of every complement claimed here and extracts it.
"""

from __future__ import annotations

from gofteh.lexicon.acts import Act
from gofteh.lexicon.entries import (
    CITED,
    MARKED,
    WORDS,
    Complement,
    Trait,
    Verb,
    split,
    verb,
)
from gofteh.lexicon.nouns import RAISED

# Short names for the table.
# fmt: off
SAY, ADD, STRESS, ANNOUNCE = Act.SAY, Act.ADD, Act.STRESS, Act.ANNOUNCE
EXPLAIN, CLAIM, CONFIRM, DENY = Act.EXPLAIN, Act.CLAIM, Act.CONFIRM, Act.DENY
WARN, DEMAND, PROMISE, PROPOSE = Act.WARN, Act.DEMAND, Act.PROMISE, Act.PROPOSE
ASK, ANSWER, BELIEVE, PREDICT = Act.ASK, Act.ANSWER, Act.BELIEVE, Act.PREDICT
HOPE, FEAR, CRITICISE, PRAISE = Act.HOPE, Act.FEAR, Act.CRITICISE, Act.PRAISE
WRITE, REPORT = Act.WRITE, Act.REPORT
# ``تبریک گفت``, ``دروغ گفت``: how somebody speaks, not what he says.
GREETED = (
    "تبریک تسلیت خوشامد خیرمقدم لبیک بدرود دروغ دروغی راست ناسزا دشنام آفرین هذیان یاوه چرند"
    " متلک شکر سپاس اذان تکبیر قصه شعر لطیفه"
)
COLON, THAT = Complement.COLON, Complement.THAT
CLAUSE, SO_THAT = Complement.CLAUSE, Complement.SO_THAT
BEFORE, CALLED = Complement.BEFORE, Complement.CALLED
EVENT, OF_EVENT = Complement.EVENT, Complement.OF_EVENT
TO_EVENT, RECALLED = Complement.TO_EVENT, Complement.RECALLED
BARE_NOUN, ADVERBIAL = Trait.BARE_NOUN, Trait.ADVERBIAL
NOUN_PARTICIPLE, DROPS_SUBJECT = Trait.NOUN_PARTICIPLE, Trait.DROPS_SUBJECT
THEY_SAY, IMPERSONAL = Trait.THEY_SAY, Trait.IMPERSONAL
NEEDS_AGENT, NEEDS_DOCUMENT = Trait.NEEDS_AGENT, Trait.NEEDS_DOCUMENT
STANDS_WRITTEN, REMINDS = Trait.STANDS_WRITTEN, Trait.REMINDS
RETOLD, PLANS = Trait.RETOLD, Trait.PLANS
OF_WHOM, WISHES = Trait.OF_WHOM, Trait.WISHES
ACCUSES, DENIES_ALL = Trait.ACCUSES, Trait.DENIES_ALL
LISTS, CONTINUES = Trait.LISTS, Trait.CONTINUES
NO_COMMA, WRITES = Trait.NO_COMMA, Trait.WRITES
# What closes a cry: ``شعار «…» سر دادند``.
_CRIED = ("سر داد", "داد", "زد")

VERBS: tuple[Verb, ...] = (
    # Saying.
    verb("", SAY, WORDS | {BEFORE}, "گفت", passive="گفته شد", leads="گفتن", traits={DROPS_SUBJECT, THEY_SAY, IMPERSONAL, RETOLD}, not_behind=GREETED),
    verb("اظهار", SAY, WORDS | {BEFORE}, "کرد داشت نمود", leads="اظهار", traits={BARE_NOUN}),
    verb("ابراز", SAY, WORDS | {BEFORE}, "کرد داشت نمود", leads="ابراز"),
    verb("بیان", SAY, WORDS | {BEFORE, CALLED}, "کرد داشت نمود", passive="شد", leads="بیان", traits={BARE_NOUN}),
    verb("عنوان", SAY, WORDS | {BEFORE, CALLED}, "کرد داشت نمود", passive="شد", leads="عنوان", traits={BARE_NOUN}),
    verb("ذکر", SAY, MARKED | {CALLED}, "کرد", leads="ذکر", traits={BARE_NOUN}),
    verb("تکرار", SAY, MARKED | {BEFORE}, "کرد"),
    verb("صحبت", SAY, MARKED | {BEFORE}, "کرد نمود"),
    verb("سخنرانی", SAY, MARKED | {BEFORE}, "کرد نمود"),
    # ``پرسشی مطرح شد``: its passive tells only what is raised, and without its raiser
    verb("مطرح", SAY, MARKED | {BEFORE}, "کرد نمود", passive="شد", leads="طرح", passive_behind=RAISED),
    verb("روایت", SAY, WORDS | {BEFORE}, "کرد"),
    verb("نقل", SAY, WORDS | {BEFORE}, "کرد", leads="نقل"),
    verb("عرض", SAY, WORDS, "کرد", traits={RETOLD}),
    verb("سخن", SAY, CITED, "گفت", traits={ADVERBIAL}),
    verb("", SAY, WORDS | {BEFORE}, "فرمود"),
    verb("پیام", SAY, WORDS, "داد", traits={ADVERBIAL}),
    verb("اولتیماتوم", SAY, WORDS, "داد"),
    verb("اظهار_بی_اطلاعی", SAY, MARKED, "کرد"),
    verb("ابراز_تعجب", SAY, MARKED, "کرد"),
    verb("ابراز_عقیده", SAY, MARKED, "کرد"),
    verb("اظهار_نظر", SAY, MARKED, "کرد"),
    verb("اظهار_عقیده", SAY, MARKED, "کرد"),
    verb("خطاب", SAY, MARKED, "کرد"),
    verb("بر_زبان", SAY, CITED, "آورد", leads="به_زبان_آوردن"),
    # Crying: quoted words between noun and verb.
    verb("فریاد", SAY, CITED, "زد", split=split(*_CRIED, quoted="فریاد فریادهای")),
    verb("شعار", SAY, CITED, "داد", split=split(*_CRIED, quoted="شعار شعارهای شعارهایی")),
    verb("ندا", SAY, (), "داد", split=split(*_CRIED, quoted="ندای")),
    verb("بانگ", SAY, (), "زد", split=split(*_CRIED, quoted="بانگ")),
    # Going on.
    verb("", ADD, WORDS | {BEFORE}, "افزود", leads="افزودن"),
    verb("اضافه", ADD, WORDS | {BEFORE}, "کرد نمود", leads="اضافه_کردن"),
    verb("ادامه", ADD, WORDS | {BEFORE}, "داد", traits={ADVERBIAL, CONTINUES}),
    # Stressing and reminding.
    verb("تاکید", STRESS, WORDS | {BEFORE}, "کرد نمود داشت ورزید", passive="شد", leads="تاکید_بر تاکید", traits={BARE_NOUN}),
    verb("تصریح", STRESS, WORDS | {BEFORE}, "کرد نمود داشت", passive="شد", leads="تصریح تصریح_بر", traits={BARE_NOUN}),
    verb("خاطرنشان", STRESS, WORDS | {BEFORE}, "کرد ساخت نمود", leads="خاطرنشان_کردن خاطرنشان_ساختن", traits={BARE_NOUN}),
    verb("خاطرنشان", STRESS, WORDS, "شد", traits={REMINDS}),
    verb("یادآور", STRESS, WORDS | {BEFORE}, "شد گردید", traits={REMINDS}),
    verb("متذکر", STRESS, WORDS | {BEFORE}, "شد گردید", traits={REMINDS}),
    verb("یادآوری", STRESS, WORDS | {BEFORE}, "کرد", passive="شد", leads="یادآوری یاداوری", traits={NEEDS_AGENT}),
    verb("تذکر", STRESS, WORDS, "داد", passive="داده شد", leads="تذکر"),
    verb("پافشاری", STRESS, MARKED, "کرد", leads="پافشاری_بر"),
    verb("اصرار", STRESS, MARKED, "کرد", leads="اصرار_بر"),
    verb("گوشزد", STRESS, MARKED, "کرد"),
    # Announcing.
    verb("اعلام", ANNOUNCE, WORDS | {BEFORE, CALLED, EVENT}, "کرد داشت نمود", passive="شد", leads="اعلام", traits={BARE_NOUN, RETOLD}),
    verb("خبر", ANNOUNCE, WORDS | {OF_EVENT}, "داد", passive="داده شد", leads="خبر_دادن_از", split=split("داد", preposition="از", speaker=True)),
    verb("اطلاع", ANNOUNCE, WORDS, "داد", passive="داده شد", leads="اطلاع_از"),
    verb("گزارش", ANNOUNCE, WORDS, "داد", passive="داده شد", traits={ADVERBIAL}),
    verb("گزارش", ANNOUNCE, WORDS | {EVENT}, "کرد", passive="شد", traits={ADVERBIAL}),
    verb("به_اطلاع", ANNOUNCE, WORDS, "رساند"),
    verb("به_استحضار", ANNOUNCE, WORDS, "رساند"),
    verb("ابلاغ", ANNOUNCE, WORDS, "کرد", passive="شد"),
    verb("اطلاع_رسانی", ANNOUNCE, WORDS, "کرد", passive="شد"),
    verb("افشا", ANNOUNCE, WORDS, "کرد"),
    verb("فاش", ANNOUNCE, WORDS, "کرد"),
    verb("آشکار", ANNOUNCE, WORDS, "کرد"),
    verb("مشخص", ANNOUNCE, WORDS, "کرد"),
    # Explaining.
    verb("توضیح", EXPLAIN, WORDS | {BEFORE}, "داد", passive="داده شد", leads="توضیح توضیح_درباره", traits={ADVERBIAL, RETOLD}),
    verb("شرح", EXPLAIN, WORDS, "داد"),
    verb("تشریح", EXPLAIN, WORDS, "کرد نمود", leads="تشریح"),
    verb("تبیین", EXPLAIN, WORDS, "کرد نمود", leads="تبیین"),
    verb("روشن", EXPLAIN, WORDS, "کرد نمود"),
    verb("تفسیر", EXPLAIN, WORDS, "کرد نمود"),
    verb("تحلیل", EXPLAIN, WORDS, "کرد نمود"),
    verb("استدلال", EXPLAIN, WORDS, "کرد نمود", leads="استدلال_به استدلال"),
    verb("استناد", EXPLAIN, (), "کرد", leads="استناد_به"),
    verb("اشاره", EXPLAIN, MARKED, "کرد داشت", passive="شد", leads="اشاره_به اشاره", traits={NEEDS_AGENT, LISTS}),
    # Claiming and predicting.
    verb("ادعا", CLAIM, WORDS | {BEFORE}, "کرد داشت نمود", passive="شد", leads="ادعا ادعای طرح_ادعای"),
    verb("مدعی", CLAIM, WORDS, "شد است", split=split("شد")),
    verb("پیش_بینی", PREDICT, WORDS | {CALLED}, "کرد زد", passive="شد", leads="پیش_بینی", traits={IMPERSONAL, PLANS}),
    verb("تخمین", PREDICT, WORDS | {CALLED}, "کرد زد", passive="زده شد", traits={IMPERSONAL}),
    verb("برآورد", PREDICT, WORDS | {CALLED}, "کرد زد", passive="شد", traits={IMPERSONAL}),
    verb("حدس", PREDICT, WORDS | {CALLED}, "کرد زد", passive="زده شد", traits={IMPERSONAL}),
    verb("احتمال", PREDICT, WORDS, "داد"),
    # Admitting and denying.
    verb("تایید", CONFIRM, WORDS | {EVENT}, "کرد نمود", leads="تایید تایید_بر"),
    verb("تصدیق", CONFIRM, WORDS | {EVENT}, "کرد نمود"),
    verb("اذعان", CONFIRM, WORDS | {BEFORE}, "کرد داشت نمود", leads="اذعان_به اذعان"),
    verb("اقرار", CONFIRM, WORDS, "کرد داشت نمود", leads="اقرار_به"),
    verb("اعتراف", CONFIRM, WORDS | {BEFORE, TO_EVENT}, "کرد داشت نمود", leads="اعتراف_به اعتراف"),
    verb("معترف", CONFIRM, WORDS, "شد"),
    verb("", CONFIRM, MARKED, "پذیرفت"),
    verb("تکذیب", DENY, WORDS | {EVENT}, "کرد", leads="تکذیب", traits={DENIES_ALL}),
    verb("رد", DENY, WORDS | {EVENT}, "کرد", leads="رد"),
    verb("انکار", DENY, WORDS | {EVENT}, "کرد"),
    verb("منکر", DENY, WORDS, "شد"),
    # Warning.
    verb("هشدار", WARN, WORDS | {BEFORE}, "داد", passive="داده شد", leads="هشدار_درباره هشدار_نسبت_به هشدار هشدار_در_مورد"),
    verb("اخطار", WARN, WORDS, "داد"),
    verb("تهدید", WARN, WORDS, "کرد", split=split("کرد", preposition="به")),
    # Wanting of somebody.
    verb("", DEMAND, WORDS | {SO_THAT}, "خواست", passive="خواسته شد", traits={OF_WHOM, WISHES, NOUN_PARTICIPLE}),
    verb("درخواست", DEMAND, WORDS | {SO_THAT}, "کرد نمود داشت", passive="شد", traits={OF_WHOM, NEEDS_AGENT}),
    verb("تقاضا", DEMAND, WORDS | {SO_THAT}, "کرد نمود داشت", traits={OF_WHOM}),
    verb("مطالبه", DEMAND, WORDS | {SO_THAT}, "کرد نمود داشت"),
    verb("دعوت", DEMAND, {THAT, SO_THAT}, "کرد"),
    verb("مسئلت", DEMAND, {THAT, SO_THAT}, "کرد"),
    verb("خواستار", DEMAND, MARKED | {SO_THAT}, "شد است"),
    verb("خواهان", DEMAND, MARKED | {SO_THAT}, "شد است"),
    verb("خواستار_آن", DEMAND, MARKED | {SO_THAT}, "شد است"),
    verb("خواستار_این", DEMAND, MARKED | {SO_THAT}, "شد است"),
    verb("توصیه", DEMAND, WORDS | {SO_THAT}, "کرد", passive="شد", traits={NEEDS_AGENT}),
    verb("سفارش", DEMAND, WORDS | {SO_THAT}, "کرد"),
    verb("دستور", DEMAND, MARKED | {SO_THAT}, "داد"),
    verb("فرمان", DEMAND, MARKED | {SO_THAT}, "داد"),
    # Promising and proposing.
    verb("وعده", PROMISE, WORDS | {SO_THAT, EVENT}, "داد", passive="داده شد", split=split("داد")),
    verb("قول", PROMISE, WORDS | {SO_THAT, EVENT}, "داد", passive="داده شد", split=split("داد")),
    verb("نوید", PROMISE, WORDS | {SO_THAT, EVENT}, "داد", split=split("داد")),
    verb("اطمینان", PROMISE, WORDS | {SO_THAT}, "داد"),
    verb("قول_مساعد", PROMISE, WORDS | {SO_THAT}, "داد"),
    verb("تعهد", PROMISE, WORDS | {SO_THAT}, "کرد شد"),
    verb("متعهد", PROMISE, WORDS | {SO_THAT}, "کرد شد"),
    verb("پیشنهاد", PROPOSE, WORDS | {EVENT}, "داد کرد", split=split("داد", "مطرح کرد", "ارایه کرد", "ارایه داد")),
    # Asking and answering.
    verb("", ASK, MARKED | {BEFORE}, "پرسید", traits={RETOLD}),
    verb("سوال", ASK, MARKED, "کرد"),
    verb("پرسش", ASK, MARKED, "کرد"),
    verb("پاسخ", ANSWER, WORDS | {BEFORE}, "داد", traits={ADVERBIAL, RETOLD}),
    verb("پاسخ", ANSWER, MARKED, "گفت", traits={ADVERBIAL}),
    verb("جواب", ANSWER, WORDS | {BEFORE}, "داد", traits={ADVERBIAL}),
    verb("جواب", ANSWER, MARKED, "گفت", traits={ADVERBIAL}),
    verb("واکنش_نشان", ANSWER, CITED, "داد", traits={ADVERBIAL}),
    # Believing, where it is said.
    verb("معتقد", BELIEVE, WORDS, "است"),
    verb("بر_این_باور", BELIEVE, WORDS, "است"),
    verb("بر_این_عقیده", BELIEVE, WORDS, "است"),
    verb("بر_این_اعتقاد", BELIEVE, WORDS, "است"),
    verb("بر_این_نظر", BELIEVE, WORDS, "است"),
    verb("بر_آن", BELIEVE, WORDS, "است"),
    verb("اعتقاد", BELIEVE, WORDS, "داشت", leads="اعتقاد_به"),
    verb("باور", BELIEVE, WORDS, "داشت", leads="باور_به"),
    verb("عقیده", BELIEVE, WORDS, "داشت"),
    verb("به_این_نتیجه", BELIEVE, {THAT}, "رسید"),
    verb("نتیجه", BELIEVE, WORDS, "گرفت"),
    # Calling something something.
    verb("", BELIEVE, {CALLED}, "دانست"),
    verb("", BELIEVE, {CALLED}, "خواند", passive="خوانده شد"),
    verb("", BELIEVE, {CALLED}, "نامید", passive="نامیده شد"),
    verb("", BELIEVE, {CALLED}, "برشمرد"),
    verb("", BELIEVE, {CALLED}, "شمرد"),
    verb("قلمداد", BELIEVE, {CALLED}, "کرد"),
    verb("تلقی", BELIEVE, {CALLED}, "کرد"),
    verb("تعبیر", BELIEVE, {CALLED}, "کرد"),
    verb("توصیف", BELIEVE, CITED | {CALLED}, "کرد", traits={BARE_NOUN}),
    verb("ارزیابی", BELIEVE, MARKED | {CALLED}, "کرد", traits={BARE_NOUN}),
    # Hoping and fearing.
    verb("ابراز_امیدواری", HOPE, WORDS, "کرد داشت نمود", leads="ابراز_امیدواری ابراز_امیدواری_از ابراز_امیدواری_به"),
    verb("اظهار_امیدواری", HOPE, WORDS, "کرد داشت نمود", leads="اظهار_امیدواری"),
    verb("آرزو", HOPE, WORDS, "کرد داشت نمود"),
    verb("امیدوار", HOPE, {THAT, CLAUSE}, "است", leads="امید_به"),
    verb("نگران", FEAR, {THAT, CLAUSE}, "است"),
    verb("بیم", FEAR, {THAT, CLAUSE}, "داشت"),
    verb("ابراز_نگرانی", FEAR, MARKED, "کرد", leads="ابراز_نگرانی ابراز_نگرانی_از"),
    verb("اظهار_نگرانی", FEAR, MARKED, "کرد", leads="اظهار_نگرانی_از"),
    verb("ابراز_تاسف", FEAR, MARKED, "کرد", leads="ابراز_تاسف_از"),
    verb("اظهار_تاسف", FEAR, MARKED, "کرد", leads="اظهار_تاسف_از"),
    # Blaming and praising.
    verb("انتقاد", CRITICISE, MARKED, "کرد", leads="انتقاد_از انتقاد_به"),
    verb("گلایه", CRITICISE, MARKED, "کرد", leads="گلایه_از"),
    verb("گله", CRITICISE, MARKED, "کرد"),
    verb("اعتراض", CRITICISE, MARKED, "کرد", leads="اعتراض_به", traits={ADVERBIAL}),
    verb("شکایت", CRITICISE, MARKED, "کرد"),
    verb("نقد", CRITICISE, MARKED, "کرد"),
    verb("محکوم", CRITICISE, MARKED, "کرد"),
    verb("متهم", CRITICISE, {CALLED}, "کرد", traits={ACCUSES}),
    verb("تقدیر", PRAISE, MARKED, "کرد", leads="تقدیر_از"),
    verb("تمجید", PRAISE, MARKED, "کرد"),
    verb("ستایش", PRAISE, MARKED, "کرد"),
    verb("قدردانی", PRAISE, MARKED, "کرد", leads="قدردانی_از"),
    verb("تحسین", PRAISE, MARKED, "کرد"),
    verb("ابراز_خرسندی", PRAISE, MARKED, "کرد", leads="ابراز_خرسندی_از"),
    verb("ابراز_خوشحالی", PRAISE, MARKED, "کرد", leads="ابراز_خوشحالی_از"),
    verb("ابراز_رضایت", PRAISE, MARKED, "کرد", leads="ابراز_رضایت_از"),
    verb("یاد", PRAISE, {RECALLED}, "کرد", not_behind="سوگند"),
    # Writing.
    verb("", WRITE, WORDS | {BEFORE}, "نوشت", passive="نوشته شد", traits={NOUN_PARTICIPLE, WRITES}),
    verb("توییت", WRITE, WORDS | {BEFORE}, "کرد"),
    verb("پست", WRITE, CITED, "گذاشت"),
    # What writings and figures tell.
    verb("", REPORT, WORDS, "آمد", traits={STANDS_WRITTEN, NOUN_PARTICIPLE, WRITES}),
    verb("حاکی", REPORT, {THAT, CLAUSE}, "است", traits={NO_COMMA}),
    verb("حاکی_از_آن", REPORT, {THAT, CLAUSE}, "است", traits={NO_COMMA}),
    verb("نشان", REPORT, {COLON, THAT, CLAUSE}, "داد", traits={NEEDS_DOCUMENT}),
    verb("حکایت_از_آن", REPORT, {COLON, THAT}, "داشت"),
    verb("حکایت", REPORT, {COLON, THAT}, "داشت"),
)
# fmt: on
