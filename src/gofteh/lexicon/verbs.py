"""The verbs of saying, as data: one record a verb, and in it all that is known of it.

A record names the noun (``_`` a space; empty for simple verbs), the speech act, how the content may
stand with it (`Complement`), and the light verbs the noun goes with; then what sets it apart: how
its passive looks, its nouns between ``با`` and ``این‌که``, its split form, its traits (`Trait`). A
record holds for each of its light verbs; where they differ, the verb has two records.

`tests/lexicon/test_verbs.py` builds a sentence of every complement claimed here and extracts it.
"""

from __future__ import annotations

from gofteh.lexicon.acts import Act
from gofteh.lexicon.entries import (
    CITED,
    CLAUSE_OR_MARKED,
    MARKED,
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
# Nouns in front of ``گفت`` that give it another sense: ``تبریک گفت`` *congratulated*, ``دروغ گفت``
# *lied*.
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
HONOURS, THEY_SAY, IMPERSONAL = Trait.HONOURS, Trait.THEY_SAY, Trait.IMPERSONAL
NEEDS_AGENT, NEEDS_DOCUMENT = Trait.NEEDS_AGENT, Trait.NEEDS_DOCUMENT
STANDS_WRITTEN, REMINDS = Trait.STANDS_WRITTEN, Trait.REMINDS
RETOLD, PLANS = Trait.RETOLD, Trait.PLANS
OF_WHOM, WISHES = Trait.OF_WHOM, Trait.WISHES
ACCUSES, DENIES_ALL = Trait.ACCUSES, Trait.DENIES_ALL
LISTS, CONTINUES = Trait.LISTS, Trait.CONTINUES
NO_COMMA, WRITES = Trait.NO_COMMA, Trait.WRITES
# Light verbs behind cried words: ``شعار «…» سر دادند``.
_CRIED = ("سر داد", "داد", "زد")

VERBS: tuple[Verb, ...] = (
    # Saying.
    verb("", SAY, CLAUSE_OR_MARKED | {BEFORE}, "گفت", passive="گفته شد", nouns="گفتن", traits={DROPS_SUBJECT, THEY_SAY, IMPERSONAL, RETOLD}, not_behind=GREETED),
    verb("اظهار", SAY, CLAUSE_OR_MARKED | {BEFORE}, "کرد داشت نمود", nouns="اظهار", traits={BARE_NOUN}),
    verb("ابراز", SAY, CLAUSE_OR_MARKED | {BEFORE}, "کرد داشت نمود", nouns="ابراز"),
    # What is heard says nobody, and only in the passive: ``شنیده می‌شود A``.
    verb("", REPORT, {THAT, CLAUSE}, "شنید", traits={IMPERSONAL}),
    verb("بیان", SAY, CLAUSE_OR_MARKED | {BEFORE, CALLED}, "کرد داشت نمود", passive="شد", nouns="بیان", traits={BARE_NOUN}),
    verb("عنوان", SAY, CLAUSE_OR_MARKED | {BEFORE, CALLED}, "کرد داشت نمود", passive="شد", nouns="عنوان", traits={BARE_NOUN}),
    verb("ذکر", SAY, MARKED | {CALLED}, "کرد", nouns="ذکر", traits={BARE_NOUN}),
    verb("تکرار", SAY, MARKED | {BEFORE}, "کرد"),
    verb("صحبت", SAY, MARKED | {BEFORE}, "کرد نمود"),
    verb("سخنرانی", SAY, MARKED | {BEFORE}, "کرد نمود"),
    # ``پرسشی مطرح شد`` *a question was raised*: its passive reports only behind such a noun
    verb("مطرح", SAY, MARKED | {BEFORE}, "کرد نمود", passive="شد", nouns="طرح", passive_behind=RAISED),
    verb("روایت", SAY, CLAUSE_OR_MARKED | {BEFORE}, "کرد"),
    verb("نقل", SAY, CLAUSE_OR_MARKED | {BEFORE}, "کرد", nouns="نقل"),
    verb("عرض", SAY, CLAUSE_OR_MARKED, "کرد", traits={RETOLD}),
    verb("سخن", SAY, CITED, "گفت", traits={ADVERBIAL}),
    verb("", SAY, CLAUSE_OR_MARKED | {BEFORE}, "فرمود", traits={HONOURS}),
    verb("پیام", SAY, CLAUSE_OR_MARKED, "داد", traits={ADVERBIAL}),
    verb("اولتیماتوم", SAY, CLAUSE_OR_MARKED, "داد"),
    verb("اظهار_بی_اطلاعی", SAY, MARKED, "کرد"),
    verb("ابراز_تعجب", SAY, MARKED, "کرد"),
    verb("ابراز_عقیده", SAY, MARKED, "کرد"),
    verb("اظهار_نظر", SAY, MARKED, "کرد"),
    verb("اظهار_عقیده", SAY, MARKED, "کرد"),
    verb("خطاب", SAY, MARKED, "کرد"),
    verb("بر_زبان", SAY, CITED, "آورد", nouns="به_زبان_آوردن"),
    # Crying: quoted words between noun and verb.
    verb("فریاد", SAY, CITED | {BEFORE}, "زد", split=split(*_CRIED, quoted="فریاد فریادهای")),
    verb("شعار", SAY, CITED, "داد", split=split(*_CRIED, quoted="شعار شعارهای شعارهایی")),
    verb("ندا", SAY, (), "داد", split=split(*_CRIED, quoted="ندای")),
    verb("بانگ", SAY, (), "زد", split=split(*_CRIED, quoted="بانگ")),
    # Going on.
    verb("", ADD, CLAUSE_OR_MARKED | {BEFORE}, "افزود", nouns="افزودن"),
    verb("اضافه", ADD, CLAUSE_OR_MARKED | {BEFORE}, "کرد نمود", nouns="اضافه_کردن"),
    verb("ادامه", ADD, CLAUSE_OR_MARKED | {BEFORE}, "داد", traits={ADVERBIAL, CONTINUES}),
    # Stressing and reminding.
    verb("تاکید", STRESS, CLAUSE_OR_MARKED | {BEFORE}, "کرد نمود داشت ورزید", passive="شد", nouns="تاکید_بر تاکید", traits={BARE_NOUN}),
    verb("تصریح", STRESS, CLAUSE_OR_MARKED | {BEFORE}, "کرد نمود داشت", passive="شد", nouns="تصریح تصریح_بر", traits={BARE_NOUN}),
    verb("خاطرنشان", STRESS, CLAUSE_OR_MARKED | {BEFORE}, "کرد ساخت نمود", nouns="خاطرنشان_کردن خاطرنشان_ساختن", traits={BARE_NOUN}),
    verb("خاطرنشان", STRESS, CLAUSE_OR_MARKED, "شد", traits={REMINDS}),
    verb("یادآور", STRESS, CLAUSE_OR_MARKED | {BEFORE}, "شد گردید", traits={REMINDS}),
    verb("متذکر", STRESS, CLAUSE_OR_MARKED | {BEFORE}, "شد گردید", traits={REMINDS}),
    verb("یادآوری", STRESS, CLAUSE_OR_MARKED | {BEFORE}, "کرد", passive="شد", nouns="یادآوری یاداوری", traits={NEEDS_AGENT}),
    verb("تذکر", STRESS, CLAUSE_OR_MARKED, "داد", passive="داده شد", nouns="تذکر"),
    verb("پافشاری", STRESS, MARKED, "کرد", nouns="پافشاری_بر"),
    verb("اصرار", STRESS, MARKED, "کرد", nouns="اصرار_بر"),
    verb("گوشزد", STRESS, MARKED, "کرد"),
    # Announcing.
    verb("اعلام", ANNOUNCE, CLAUSE_OR_MARKED | {BEFORE, CALLED, EVENT}, "کرد داشت نمود", passive="شد", nouns="اعلام", traits={BARE_NOUN, RETOLD}),
    verb("خبر", ANNOUNCE, CLAUSE_OR_MARKED | {OF_EVENT}, "داد", passive="داده شد", nouns="خبر_دادن_از", split=split("داد", preposition="از", needs_speaker=True)),
    verb("اطلاع", ANNOUNCE, CLAUSE_OR_MARKED, "داد", passive="داده شد", nouns="اطلاع_از"),
    verb("گزارش", ANNOUNCE, CLAUSE_OR_MARKED, "داد", passive="داده شد", traits={ADVERBIAL}),
    verb("گزارش", ANNOUNCE, CLAUSE_OR_MARKED | {EVENT}, "کرد", passive="شد", traits={ADVERBIAL}),
    verb("به_اطلاع", ANNOUNCE, CLAUSE_OR_MARKED, "رساند"),
    verb("به_استحضار", ANNOUNCE, CLAUSE_OR_MARKED, "رساند"),
    verb("ابلاغ", ANNOUNCE, CLAUSE_OR_MARKED, "کرد", passive="شد"),
    verb("اطلاع_رسانی", ANNOUNCE, CLAUSE_OR_MARKED, "کرد", passive="شد"),
    verb("افشا", ANNOUNCE, CLAUSE_OR_MARKED, "کرد"),
    verb("فاش", ANNOUNCE, CLAUSE_OR_MARKED, "کرد"),
    verb("آشکار", ANNOUNCE, CLAUSE_OR_MARKED, "کرد"),
    verb("مشخص", ANNOUNCE, CLAUSE_OR_MARKED, "کرد"),
    # Explaining.
    verb("توضیح", EXPLAIN, CLAUSE_OR_MARKED | {BEFORE}, "داد", passive="داده شد", nouns="توضیح توضیح_درباره", traits={ADVERBIAL, RETOLD}),
    verb("شرح", EXPLAIN, CLAUSE_OR_MARKED, "داد"),
    verb("تشریح", EXPLAIN, CLAUSE_OR_MARKED, "کرد نمود", nouns="تشریح"),
    verb("تبیین", EXPLAIN, CLAUSE_OR_MARKED, "کرد نمود", nouns="تبیین"),
    verb("روشن", EXPLAIN, CLAUSE_OR_MARKED, "کرد نمود"),
    verb("تفسیر", EXPLAIN, CLAUSE_OR_MARKED, "کرد نمود"),
    verb("تحلیل", EXPLAIN, CLAUSE_OR_MARKED, "کرد نمود"),
    verb("استدلال", EXPLAIN, CLAUSE_OR_MARKED, "کرد نمود", nouns="استدلال_به استدلال"),
    verb("استناد", EXPLAIN, (), "کرد", nouns="استناد_به"),
    verb("اشاره", EXPLAIN, MARKED, "کرد داشت", passive="شد", nouns="اشاره_به اشاره", traits={NEEDS_AGENT, LISTS}),
    # Claiming and predicting.
    verb("ادعا", CLAIM, CLAUSE_OR_MARKED | {BEFORE}, "کرد داشت نمود", passive="شد", nouns="ادعا ادعای طرح_ادعای"),
    verb("مدعی", CLAIM, CLAUSE_OR_MARKED, "شد است", split=split("شد")),
    verb("پیش_بینی", PREDICT, CLAUSE_OR_MARKED | {CALLED}, "کرد زد", passive="شد", nouns="پیش_بینی", traits={NEEDS_AGENT, PLANS}),
    verb("تخمین", PREDICT, CLAUSE_OR_MARKED | {CALLED}, "کرد زد", passive="زده شد", traits={NEEDS_AGENT}),
    verb("برآورد", PREDICT, CLAUSE_OR_MARKED | {CALLED}, "کرد زد", passive="شد", traits={NEEDS_AGENT}),
    verb("حدس", PREDICT, CLAUSE_OR_MARKED | {CALLED}, "کرد زد", passive="زده شد", traits={NEEDS_AGENT}),
    verb("احتمال", PREDICT, CLAUSE_OR_MARKED, "داد"),
    # Admitting and denying.
    verb("تایید", CONFIRM, CLAUSE_OR_MARKED | {EVENT}, "کرد نمود", nouns="تایید تایید_بر"),
    verb("تصدیق", CONFIRM, CLAUSE_OR_MARKED | {EVENT}, "کرد نمود"),
    verb("اذعان", CONFIRM, CLAUSE_OR_MARKED | {BEFORE}, "کرد داشت نمود", nouns="اذعان_به اذعان"),
    verb("اقرار", CONFIRM, CLAUSE_OR_MARKED, "کرد داشت نمود", nouns="اقرار_به"),
    verb("اعتراف", CONFIRM, CLAUSE_OR_MARKED | {BEFORE, TO_EVENT}, "کرد داشت نمود", nouns="اعتراف_به اعتراف"),
    verb("معترف", CONFIRM, CLAUSE_OR_MARKED, "شد"),
    verb("", CONFIRM, MARKED, "پذیرفت"),
    verb("تکذیب", DENY, CLAUSE_OR_MARKED | {EVENT}, "کرد", nouns="تکذیب", traits={DENIES_ALL}),
    verb("رد", DENY, CLAUSE_OR_MARKED | {EVENT}, "کرد", nouns="رد"),
    verb("انکار", DENY, CLAUSE_OR_MARKED | {EVENT}, "کرد"),
    verb("منکر", DENY, CLAUSE_OR_MARKED, "شد"),
    # Warning.
    verb("هشدار", WARN, CLAUSE_OR_MARKED | {BEFORE}, "داد", passive="داده شد", nouns="هشدار_درباره هشدار_نسبت_به هشدار هشدار_در_مورد"),
    verb("اخطار", WARN, CLAUSE_OR_MARKED, "داد"),
    verb("تهدید", WARN, CLAUSE_OR_MARKED, "کرد", split=split("کرد", preposition="به")),
    # Wanting of somebody.
    verb("", DEMAND, CLAUSE_OR_MARKED | {SO_THAT}, "خواست", passive="خواسته شد", traits={OF_WHOM, WISHES, NOUN_PARTICIPLE}),
    verb("درخواست", DEMAND, CLAUSE_OR_MARKED | {SO_THAT}, "کرد نمود داشت", passive="شد", traits={OF_WHOM, NEEDS_AGENT}),
    verb("تقاضا", DEMAND, CLAUSE_OR_MARKED | {SO_THAT}, "کرد نمود داشت", traits={OF_WHOM}),
    verb("مطالبه", DEMAND, CLAUSE_OR_MARKED | {SO_THAT}, "کرد نمود داشت"),
    verb("دعوت", DEMAND, {THAT, SO_THAT}, "کرد"),
    verb("مسئلت", DEMAND, {THAT, SO_THAT}, "کرد"),
    verb("خواستار", DEMAND, MARKED | {SO_THAT}, "شد است"),
    verb("خواهان", DEMAND, MARKED | {SO_THAT}, "شد است"),
    verb("خواستار_آن", DEMAND, MARKED | {SO_THAT}, "شد است"),
    verb("خواستار_این", DEMAND, MARKED | {SO_THAT}, "شد است"),
    verb("توصیه", DEMAND, CLAUSE_OR_MARKED | {SO_THAT}, "کرد", passive="شد", traits={NEEDS_AGENT}),
    verb("سفارش", DEMAND, CLAUSE_OR_MARKED | {SO_THAT}, "کرد"),
    verb("دستور", DEMAND, MARKED | {SO_THAT}, "داد"),
    verb("فرمان", DEMAND, MARKED | {SO_THAT}, "داد"),
    # Promising and proposing.
    verb("وعده", PROMISE, CLAUSE_OR_MARKED | {SO_THAT, EVENT}, "داد", passive="داده شد", split=split("داد")),
    verb("قول", PROMISE, CLAUSE_OR_MARKED | {SO_THAT, EVENT}, "داد", passive="داده شد", split=split("داد")),
    verb("نوید", PROMISE, CLAUSE_OR_MARKED | {SO_THAT, EVENT}, "داد", split=split("داد")),
    verb("اطمینان", PROMISE, CLAUSE_OR_MARKED | {SO_THAT}, "داد"),
    verb("قول_مساعد", PROMISE, CLAUSE_OR_MARKED | {SO_THAT}, "داد"),
    verb("تعهد", PROMISE, CLAUSE_OR_MARKED | {SO_THAT}, "کرد شد"),
    verb("متعهد", PROMISE, CLAUSE_OR_MARKED | {SO_THAT}, "کرد شد"),
    verb("پیشنهاد", PROPOSE, CLAUSE_OR_MARKED | {EVENT}, "داد کرد", split=split("داد", "مطرح کرد", "ارایه کرد", "ارایه داد")),
    # Asking and answering.
    verb("", ASK, MARKED | {BEFORE}, "پرسید", traits={RETOLD}),
    verb("سوال", ASK, MARKED, "کرد"),
    verb("پرسش", ASK, MARKED, "کرد"),
    verb("پاسخ", ANSWER, CLAUSE_OR_MARKED | {BEFORE}, "داد", traits={ADVERBIAL, RETOLD}),
    verb("پاسخ", ANSWER, MARKED, "گفت", traits={ADVERBIAL}),
    verb("جواب", ANSWER, CLAUSE_OR_MARKED | {BEFORE}, "داد", traits={ADVERBIAL}),
    verb("جواب", ANSWER, MARKED, "گفت", traits={ADVERBIAL}),
    verb("واکنش_نشان", ANSWER, CITED, "داد", traits={ADVERBIAL}),
    # Believing, where it is said.
    verb("معتقد", BELIEVE, CLAUSE_OR_MARKED, "است"),
    verb("بر_این_باور", BELIEVE, CLAUSE_OR_MARKED, "است"),
    verb("بر_این_عقیده", BELIEVE, CLAUSE_OR_MARKED, "است"),
    verb("بر_این_اعتقاد", BELIEVE, CLAUSE_OR_MARKED, "است"),
    verb("بر_این_نظر", BELIEVE, CLAUSE_OR_MARKED, "است"),
    verb("بر_آن", BELIEVE, CLAUSE_OR_MARKED, "است"),
    verb("اعتقاد", BELIEVE, CLAUSE_OR_MARKED, "داشت", nouns="اعتقاد_به"),
    verb("باور", BELIEVE, CLAUSE_OR_MARKED, "داشت", nouns="باور_به"),
    verb("عقیده", BELIEVE, CLAUSE_OR_MARKED, "داشت"),
    verb("به_این_نتیجه", BELIEVE, {THAT}, "رسید"),
    verb("نتیجه", BELIEVE, CLAUSE_OR_MARKED, "گرفت"),
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
    verb("ابراز_امیدواری", HOPE, CLAUSE_OR_MARKED, "کرد داشت نمود", nouns="ابراز_امیدواری ابراز_امیدواری_از ابراز_امیدواری_به"),
    verb("اظهار_امیدواری", HOPE, CLAUSE_OR_MARKED, "کرد داشت نمود", nouns="اظهار_امیدواری"),
    verb("آرزو", HOPE, CLAUSE_OR_MARKED, "کرد داشت نمود"),
    verb("امیدوار", HOPE, {THAT, CLAUSE}, "است", nouns="امید_به"),
    verb("نگران", FEAR, {THAT, CLAUSE}, "است"),
    verb("بیم", FEAR, {THAT, CLAUSE}, "داشت"),
    verb("ابراز_نگرانی", FEAR, MARKED, "کرد", nouns="ابراز_نگرانی ابراز_نگرانی_از"),
    verb("اظهار_نگرانی", FEAR, MARKED, "کرد", nouns="اظهار_نگرانی_از"),
    verb("ابراز_تاسف", FEAR, MARKED, "کرد", nouns="ابراز_تاسف_از"),
    verb("اظهار_تاسف", FEAR, MARKED, "کرد", nouns="اظهار_تاسف_از"),
    # Blaming and praising.
    verb("انتقاد", CRITICISE, MARKED, "کرد", nouns="انتقاد_از انتقاد_به"),
    verb("گلایه", CRITICISE, MARKED, "کرد", nouns="گلایه_از"),
    verb("گله", CRITICISE, MARKED, "کرد"),
    verb("اعتراض", CRITICISE, MARKED, "کرد", nouns="اعتراض_به", traits={ADVERBIAL}),
    verb("شکایت", CRITICISE, MARKED, "کرد"),
    verb("نقد", CRITICISE, MARKED, "کرد"),
    verb("محکوم", CRITICISE, MARKED, "کرد"),
    verb("متهم", CRITICISE, {CALLED}, "کرد", traits={ACCUSES}),
    verb("تقدیر", PRAISE, MARKED, "کرد", nouns="تقدیر_از"),
    verb("تمجید", PRAISE, MARKED, "کرد"),
    verb("ستایش", PRAISE, MARKED, "کرد"),
    verb("قدردانی", PRAISE, MARKED, "کرد", nouns="قدردانی_از"),
    verb("تحسین", PRAISE, MARKED, "کرد"),
    verb("ابراز_خرسندی", PRAISE, MARKED, "کرد", nouns="ابراز_خرسندی_از"),
    verb("ابراز_خوشحالی", PRAISE, MARKED, "کرد", nouns="ابراز_خوشحالی_از"),
    verb("ابراز_رضایت", PRAISE, MARKED, "کرد", nouns="ابراز_رضایت_از"),
    verb("یاد", PRAISE, {RECALLED}, "کرد", not_behind="سوگند"),
    # Writing.
    verb("", WRITE, CLAUSE_OR_MARKED | {BEFORE}, "نوشت", passive="نوشته شد", traits={NOUN_PARTICIPLE, WRITES}),
    verb("توییت", WRITE, CLAUSE_OR_MARKED | {BEFORE}, "کرد"),
    verb("پست", WRITE, CITED, "گذاشت"),
    # What documents and figures say.
    verb("", REPORT, CLAUSE_OR_MARKED, "آمد", traits={STANDS_WRITTEN, NOUN_PARTICIPLE, WRITES}),
    verb("حاکی", REPORT, {THAT, CLAUSE}, "است", traits={NO_COMMA}),
    verb("حاکی_از_آن", REPORT, {THAT, CLAUSE}, "است", traits={NO_COMMA}),
    verb("نشان", REPORT, {COLON, THAT, CLAUSE}, "داد", traits={NEEDS_DOCUMENT}),
    verb("حکایت_از_آن", REPORT, {COLON, THAT}, "داشت"),
    verb("حکایت", REPORT, {COLON, THAT}, "داشت"),
)
# fmt: on
