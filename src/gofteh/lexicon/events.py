"""Words of objects that are announced, denied, quoted or called something, as data."""

from __future__ import annotations

from gofteh.text.fold import word_set

# Objects without a content: what is denied or announced stands elsewhere.
EMPTY_OBJECTS = word_set(
    """
    این آن درخواست درخواستها درخواستهای پیشنهاد پیشنهادی پیشنهادها پیشنهادات پیشنهادهای نظر استعفای
    اتهام قطعنامه لایحه
    """
)
# Behind ``را`` they open how or to whom, and no name for the object: ``X را به Y اعلام کرد``.
HOW_OR_TO_WHOM = word_set("به در با برای طی روز نیز هم پیرامون درباره درخصوص درمورد علیه ضمن")
# What quoted words are called: ``این جمله را گفت``.
SAYING_NOUNS = word_set(
    "جمله جملهها جملات سخن سخنان مطلب حرف حرفها حرفهایی عبارت گفته گفتهها کلمات کلام نقلقول"
)
# They point back to quoted words in front: ``این را``, ``این جمله را``, ``این‌ها را``.
POINTERS = word_set("این اینها همین همینها آن")
# What may stand between quoted words and the clause of their verb: ``«…»؛ این جمله را X گفت``.
BETWEEN = (POINTERS - {"آن"}) | SAYING_NOUNS | {"،", "؛", ",", "را", ".", "-", "–", "—"}
# Behind one of these a noun of an event is part of a name: ``ستاد برگزاری``.
EVENT_ORGANISATIONS = word_set(
    "ستاد سازمان کمیته هیات هییت کمیسیون مرکز اداره شورای بنیاد طرح و از به با"
)
# Nouns of events: their announcing has a content of its own: ``آمادگی خود را اعلام کرد``.
EVENT_OBJECTS = word_set(
    """
    آمادگی پایبندی حمایت مخالفت موافقت کاهش افزایش آغاز پایان لغو تعلیق انصراف استعفای استعفا
    توقف کشته قبولی خروج ورود بازداشت دستگیری تشکیل تمدید تعطیلی ارسال دریافت وجود همکاری
    برگزاری عدم پذیرش حضور اتهام ادعای هرگونه هر خبر شایعه شایعات احتمال ابتلای مرگ اخراج کناره
    همبستگی بیزاری براءت شکست پیروزی شروع انتشار اجرای تصویب امضای تخصیص پرداخت وقوع مداخله
    تشدید ایجاد ساخت تاسیس افتتاح کشف شناسایی انتصاب برکناری جدایی پیوستن انهدام شهادت درگذشت
    جانباختن تحویل واگذاری عقبنشینی خداحافظی کنارهگیری قطع بازگشت ختم تنفس
    برد باخت تساوی صعود سقوط
    """
)
# They open an object that no comma parts from its subject: ``مرکز آمار نرخ بیکاری را``.
MEASURES = word_set(
    """
    نرخ قیمت میزان تعداد شمار ارزش رقم هزینه مبلغ علت دلیل هدف سهم حجم وضعیت شرایط عملکرد اقدام
    اقدامات نقش اظهارات سخنان گزارشها اخبار
    """
)
# What an accused person denies: ``او این اتهام را رد کرد``.
DENIED = word_set("اتهام اتهامها اتهامات اتهامهای ادعا ادعاها سخنان گفتهها نسبت نسبتها")
# To announce one of these is to do it, which reports nothing: ``ختم جلسه را اعلام کرد``.
DONE_BY_SAYING = word_set("ختم تنفس")

# Quoted words behind one of these are a name or a topic: ``بر «حق آب» تأکید کرد``.
BEFORE_QUOTED_NAME = word_set(
    "بر به از در با برای درباره پیرامون عنوان کلمه واژه نام طرح فیلم کتاب سرود"
)
