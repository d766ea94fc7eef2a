"""What may be announced, denied or called something, as data."""

from __future__ import annotations

from gofteh.text.fold import word_set

EMPTY_OBJECTS = frozenset({"این", "آن", "درخواست", "پیشنهاد", "نظر", "استعفای", "اتهام"})
# Behind ``را`` they tell how or to whom, not what it is called: ``X را به Y اعلام کرد``.
HOW_OR_TO_WHOM = word_set("به در با برای طی روز نیز هم پیرامون درباره درخصوص درمورد علیه ضمن")
# What quoted words are called: ``این جمله را گفت``.
SAYING_NOUNS = word_set(
    "جمله جملهها جملات سخن سخنان مطلب حرف حرفها حرفهایی عبارت گفته گفتهها کلمات کلام نقلقول"
)
# They point back to words that stand in front: ``این را``, ``این جمله را``, ``این‌ها را``.
POINTERS = word_set("این اینها همین همینها آن")
# Between quoted words and the saying behind them: ``؛ این جمله را``.
BETWEEN = (POINTERS - {"آن"}) | SAYING_NOUNS | {"،", "؛", ",", "را", ".", "-", "–", "—"}
# Bodies that are named after an event: ``ستاد برگزاری``.
EVENT_ORGANISATIONS = word_set(
    "ستاد سازمان کمیته هیات هییت کمیسیون مرکز اداره شورای بنیاد طرح و از به با"
)
# Objects whose announcing is an event with content: ``آمادگی خود را اعلام کرد``.
EVENT_OBJECTS = word_set(
    """
    آمادگی پایبندی حمایت مخالفت موافقت کاهش افزایش آغاز پایان لغو تعلیق انصراف استعفای استعفا
    توقف کشته قبولی خروج ورود بازداشت دستگیری تشکیل تمدید تعطیلی ارسال دریافت وجود همکاری
    برگزاری عدم پذیرش حضور اتهام ادعای هرگونه هر خبر شایعه شایعات احتمال ابتلای مرگ اخراج کناره
    همبستگی بیزاری براءت شکست پیروزی شروع انتشار اجرای تصویب امضای تخصیص پرداخت وقوع مداخله
    تشدید ایجاد ساخت تاسیس افتتاح کشف شناسایی انتصاب برکناری جدایی پیوستن انهدام شهادت درگذشت
    جانباختن تحویل واگذاری عقبنشینی خداحافظی کنارهگیری قطع بازگشت ختم تنفس
    """
)
# They open an object behind a subject without any mark: ``مرکز آمار نرخ بیکاری را``.
MEASURES = word_set(
    """
    نرخ قیمت میزان تعداد شمار ارزش رقم هزینه مبلغ علت دلیل هدف سهم حجم وضعیت شرایط عملکرد اقدام
    اقدامات نقش اظهارات سخنان گزارشها اخبار
    """
)
# What the accused denies: ``او این اتهام را رد کرد``.
DENIED = word_set("اتهام اتهامها اتهامات اتهامهای ادعا ادعاها سخنان گفتهها نسبت نسبتها")
# To announce these is to do them, not to tell of them: ``ختم جلسه را اعلام کرد``.
DONE_BY_SAYING = word_set("ختم تنفس")

# In front of quotation marks they make a name or a topic of them: ``بر «حق آب» تأکید کرد``.
BEFORE_QUOTED_NAME = word_set(
    "بر به از در با برای درباره پیرامون عنوان کلمه واژه نام طرح فیلم کتاب سرود"
)
