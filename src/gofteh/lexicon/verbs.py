"""The verbs of saying, as data.

Each line: what is said (act), in which constructions its content may stand, and the words.
Constructions:

C  a colon follows            ``گفت: …``
K  a ``که`` clause follows     ``گفت که …``
Q  quoted words follow        ``گفت «…»``
B  a bare clause follows      ``معتقد است …``
R  object with ``را`` and what it is called   ``X را Y دانست``
A  ``از`` + an event           ``از X خبر داد``
O  an event as object         ``X را اعلام کرد``
T  a clause with ``تا``        ``خواستار شد تا …``
P  content before the verb    ``«…»، X گفت``
V  ``از`` X ``به عنوان`` Y      ``از X به عنوان Y یاد کرد``
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class VerbEntry:
    """One verb of saying: its words, act, lemma and constructions."""

    noun: str
    light: str
    act: str
    frames: str

    @property
    def lemma(self) -> str:
        """The infinitive, as a dictionary lists it."""
        infinitive = STEMS[self.light][2]
        return f"{self.noun.replace('_', ' ')} {infinitive}".strip()


# past stem, present stem, infinitive
STEMS: dict[str, tuple[str, str | None, str]] = {
    "گفت": ("گفت", "گوی", "گفتن"),
    "افزود": ("افزود", "افزای", "افزودن"),
    "نوشت": ("نوشت", "نویس", "نوشتن"),
    "پرسید": ("پرسید", "پرس", "پرسیدن"),
    "خواست": ("خواست", "خواه", "خواستن"),
    "دانست": ("دانست", "دان", "دانستن"),
    "خواند": ("خواند", "خوان", "خواندن"),
    "نامید": ("نامید", "نام", "نامیدن"),
    "شمرد": ("شمرد", "شمار", "شمردن"),
    "برشمرد": ("برشمرد", "برمیشمار", "برشمردن"),
    "فرمود": ("فرمود", "فرمای", "فرمودن"),
    "کرد": ("کرد", "کن", "کردن"),
    "داشت": ("داشت", "دار", "داشتن"),
    "نمود": ("نمود", "نمای", "نمودن"),
    "ساخت": ("ساخت", "ساز", "ساختن"),
    "داد": ("داد", "ده", "دادن"),
    "شد": ("شد", "شو", "شدن"),
    "زد": ("زد", "زن", "زدن"),
    "گرفت": ("گرفت", "گیر", "گرفتن"),
    "است": ("", None, "بودن"),
    "ورزید": ("ورزید", "ورز", "ورزیدن"),
    "آورد": ("آورد", "آور", "آوردن"),
    "آمد": ("آمد", "آی", "آمدن"),
    "گذاشت": ("گذاشت", "گذار", "گذاشتن"),
    "پذیرفت": ("پذیرفت", "پذیر", "پذیرفتن"),
    "رسید": ("رسید", "رس", "رسیدن"),
    "رساند": ("رساند", "رسان", "رساندن"),
    "گردید": ("گردید", "گرد", "گردیدن"),
}

# act, constructions, light verbs, then nouns (``-``: a verb without a noun; ``_``: a space)
_TABLE = """
say        CKQBP  گفت                      -
say        CKQBP  کرد داشت نمود            اظهار ابراز
say        CKQBPR کرد داشت نمود            بیان عنوان
say        CKQR   کرد                      ذکر
say        CKQ    کرد                      تکرار
say        CKQP   کرد نمود                 صحبت سخنرانی مطرح
say        CKQB   کرد                      روایت نقل عرض
say        CQ     گفت                      سخن
say        CKQB   فرمود                    -
say        CKQB   داد                      پیام اولتیماتوم
believe    K      رسید                     به_این_نتیجه
promise    CKQBT  داد                      اطمینان قول_مساعد
add        CKQB   افزود                    -
add        CKQB   کرد نمود                 اضافه
add        CKQB   داد                      ادامه
stress     CKQB   کرد نمود داشت ورزید     تاکید
stress     CKQB   کرد نمود داشت           تصریح
stress     CKQB   کرد ساخت نمود شد        خاطرنشان
stress     CKQB   شد گردید                 یادآور متذکر
stress     CKQB   کرد                      یادآوری
stress     CKQB   داد                      تذکر
stress     CKQ    کرد                      پافشاری اصرار گوشزد
announce   CKQBOPR کرد داشت نمود            اعلام
announce   CKQBA  داد                      خبر
announce   CKQB   داد                      اطلاع گزارش
announce   CKQB   رساند                    به_اطلاع به_استحضار
announce   CKQBO  کرد                      گزارش
announce   CKQB   کرد                      ابلاغ اطلاع_رسانی افشا فاش آشکار مشخص
explain    CKQB   داد                      توضیح شرح
explain    CKQB   کرد نمود                 تشریح تبیین روشن تفسیر تحلیل استدلال
explain    CKQ    کرد داشت                 اشاره
claim      CKQB   کرد داشت نمود            ادعا
claim      CKQB   شد است                   مدعی
confirm    CKQBO  کرد نمود                 تایید تصدیق
confirm    CKQB   کرد داشت نمود            اذعان اقرار
confirm    CKQBA  کرد داشت نمود            اعتراف
confirm    CKQB   شد                       معترف
deny       CKQBO  کرد                      تکذیب رد انکار
deny       CKQB   شد                       منکر
warn       CKQB   داد                      هشدار اخطار
warn       CKQB   کرد                      تهدید
demand     KCQTB  کرد نمود داشت            درخواست تقاضا مطالبه
demand     KT     کرد                      دعوت مسئلت
demand     KTCQ   شد است                   خواستار خواهان خواستار_آن خواستار_این
demand     CKTQB  خواست                    -
demand     KCQTB  کرد                      توصیه سفارش
demand     KTCQ   داد                      دستور فرمان
criticise  CKQ    کرد                      انتقاد گلایه گله اعتراض شکایت نقد
criticise  R      کرد                      متهم
criticise  CKQ    کرد                      محکوم
praise     CKQ    کرد                      تقدیر تمجید ستایش قدردانی تحسین
promise    CKQBOT داد                      وعده قول نوید
promise    CKQBT  کرد شد                   تعهد متعهد
predict    CKQBR  کرد زد                   پیش_بینی تخمین برآورد حدس
predict    CKQB   داد                      احتمال
propose    CKQBO  داد کرد                  پیشنهاد
ask        CKQ    پرسید                    -
ask        CKQ    کرد                      سوال پرسش
answer     CKQB   داد                      پاسخ جواب
answer     CKQ    گفت                      پاسخ جواب
answer     CQ     داد                      واکنش_نشان
hope       CKQB   کرد داشت نمود            ابراز_امیدواری اظهار_امیدواری آرزو
hope       KB     است                      امیدوار
fear       KB     است                      نگران
fear       KB     داشت                     بیم
confirm    KCQ    پذیرفت                   -
fear       CKQ    کرد                      ابراز_نگرانی اظهار_نگرانی ابراز_تاسف اظهار_تاسف
say        CKQ    کرد                      ابراز_خرسندی ابراز_خوشحالی ابراز_رضایت
say        CKQ    کرد                      اظهار_بی_اطلاعی ابراز_تعجب
say        CKQ    کرد                      ابراز_عقیده اظهار_نظر اظهار_عقیده خطاب
believe    CKQB   است                      معتقد بر_این_باور بر_این_عقیده بر_آن
believe    CKQB   است                      بر_این_اعتقاد بر_این_نظر
believe    CKQB   داشت                     اعتقاد باور عقیده
believe    R      دانست خواند نامید        -
believe    R      برشمرد شمرد              -
believe    R      کرد                      قلمداد تلقی تعبیر
believe    RCQ    کرد                      توصیف
believe    CKQR   کرد                      ارزیابی
believe    CKQB   گرفت                     نتیجه
praise     V      کرد                      یاد
write      CKQBP  نوشت                     -
write      CKQB   کرد                      توییت
write      CQ     گذاشت                    پست
report     KB     است                      حاکی حاکی_از_آن
report     KCB    داد                      نشان
report     KC     داشت                     حکایت_از_آن حکایت
report     CKQB   آمد                      -
say        CQ     زد                       فریاد
say        CQ     داد                      شعار
say        CQ     آورد                     بر_زبان
"""


def _entries() -> tuple[VerbEntry, ...]:
    entries = []
    for line in _TABLE.strip().splitlines():
        act, frames, rest = line.split(None, 2)
        words = rest.split()
        lights = [w for w in words if w in STEMS]
        nouns = [w for w in words if w not in STEMS and w != "-"] or [""]
        entries += [VerbEntry(n, v, act, frames) for n in nouns for v in lights]
    return tuple(entries)


VERBS: tuple[VerbEntry, ...] = _entries()
# Wishes that take a clause without ``که`` only where ``از`` tells of whom.
ASKED = frozenset({"خواستن", "درخواست کردن", "تقاضا کردن"})
# ``یادآور می‌شود``: what the reporter himself adds.
REMINDERS = frozenset({"یادآور شدن", "خاطرنشان شدن", "متذکر شدن"})
# Passives that tell a saying only with who is behind them: ``در این نامه اشاره شد که``.
NEEDS_AGENT = frozenset({"اشاره کردن", "توصیه کردن", "درخواست کردن", "یادآوری کردن"})
# Sayings of nobody in particular that take a clause without ``که``: ``پیش‌بینی می‌شود …``.
IMPERSONAL_SAYINGS = frozenset({"گفتن", "پیش بینی کردن", "تخمین زدن", "حدس زدن", "برآورد کردن"})
