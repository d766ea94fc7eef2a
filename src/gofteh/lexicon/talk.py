"""Words of interviews, labelled dialogue, letters and headlines, as data."""

from __future__ import annotations

from gofteh.lexicon.acts import Act
from gofteh.text.fold import word_set

# Labels of who asks in an interview.
ASKERS = word_set(
    """
    سوال پرسش س خبرنگار مجری ایسنا فارس مهر تسنیم ایرنا ایلنا سوءال سئوال مصاحبهگر شبستان برنا
    ما
    """
)
# Labels of who answers: ``جواب: …``.
ANSWERERS = word_set("جواب پاسخ ج")
# Nouns by which an article calls itself an interview.
INTERVIEW = word_set("گفتوگو گفتگو گفتوگوی گفتگوی گفتوگویی گفتگویی مصاحبه مصاحبهای گپ")
# Verbs of the second person that end what an interviewer tells the guest, and the ending of others
# behind ``می``.
SECOND_PERSON = word_set(
    """
    کردید نکردید داشتید نداشتید بودید نبودید دارید ندارید گفتید نگفتید شدید نشدید هستید نیستید
    دیدید رفتید آمدید دادید ندادید گرفتید ماندید بردید خواستید زدید کردهاید داشتهاید بودهاید
    گفتهاید شدهاید دادهاید گرفتهاید
    """
)
SECOND_PERSON_END = "ید"
# Of these, verbs that end so in the third person: ``می‌آید``, ``می‌گوید``, ``به گوش می‌رسید``.
THIRD_PERSON_ENDS = tuple(
    word_set(
        """
        آید زاید ساید پاید ستاید سراید گشاید افزاید فرماید نماید رباید آزماید آراید آساید آلاید
        پیماید گوید جوید پوید بوید
        رسید دید خرید کشید فهمید پرسید شنید ترسید خندید کوشید جنگید چرخید خوابید بخشید لرزید نامید
        """
    )
)
# ``پایان پیام``, ``انتهای گزارش``: an agency ends its report.
CLOSINGS = word_set("پایان انتهای")
CLOSING_OF_REPORT = word_set("پیام خبر گزارش")
# In front of a paragraph's colon they name no speaker: captions, credits, tables.
NOT_LABELS = word_set(
    """
    ادعا ادعای واقعیت حقیقت شایعه
    منبع عکس گزارش عکاس نویسنده مترجم تهیه خبر کد ساعت زمان مکان تاریخ نکته توضیح مواد طرز نتیجه
    گل گلها داور داوران تماشاگران ورزشگاه ترکیب تعویض تعویضها اخطار اخطارها کارتها آدرس تلفن
    نشانی ترجمه انتهای بیشتر کارگردان بازیگران
    """
)
# Documents whose text a paragraph can announce: ``متن این نامه به شرح زیر است:``.
ANNOUNCED_DOCUMENTS = word_set(
    """
    پیام نامه بیانیه اطلاعیه اعلامیه متن یادداشت بیانیهای نامهای پیامی حکم توضیحات جوابیه پست
    توییت سخنرانی استوری
    """
)
# In front of a document: ``متن بیانیه X``.
TEXT = "متن"
# Behind its author, how it is given: ``پست X، ترجمه ماشین:``.
RENDERED = word_set("ترجمه زیرنویس")
# Documents that a line of their own can head: ``بیانیه سازمان آب:``. A post is one statement, each
# paragraph of the others one.
POSTS = word_set("پست توییت استوری")
HEADED_DOCUMENTS = POSTS | word_set("بیانیه اطلاعیه اعلامیه پیام نامه جوابیه")
# In front of a colon they name a quotation that is nobody's speech: ``نام فیلم: «…»``.
QUOTED_WORKS = word_set("نام عنوان تیتر شعار فیلم کتاب رمان ترانه شعر ضربالمثل")
# What readers send to an outlet, and who they are: ``پیامهای شما``, ``روایت شهروندان``.
MESSAGES = word_set("روایت روایتهای پیام پیامهای پیامک پیامکهای صدای نظر نظرات دیدگاه دیدگاههای")
READERS = word_set("شما مردم مردمی مخاطبان خوانندگان کاربران شهروندان بینندگان شنوندگان")
# What may stand between a document and its author: ``متن پست اینستاگرام X``.
BETWEEN_DOCUMENT_AND_AUTHOR = word_set(
    """
    کامل تسلیت تبریک اینستاگرام اینستاگرامی توییتر توییتری این ایشان تشکر پاسخ سوال سوالات پرسش
    انصراف استعفا خداحافظی قدردانی عذرخواهی
    صحبتهای سخنان سخنرانی اظهارات گفتههای حرفهای
    """
)
# Documents that stand for their author as a source, and what may stand between the two.
AUTHORED_DOCUMENTS = word_set(
    """
    بیانیه نامه اطلاعیه اعلامیه پیام حکم توییت پست یادداشت جوابیه فراخوان ابلاغیه
    """
)
BETWEEN_AUTHORED_AND_AUTHOR = BETWEEN_DOCUMENT_AND_AUTHOR | word_set(
    "منتشر شده از سوی طرف توسط رسمی مشترک اخیر جدید نوروزی سرگشاده صادره مطبوعاتی"
)
# Of ``از`` these stand behind it there: ``از سوی X``. ``نامه‌ای از X انتقاد کرد`` is against X.
SIDES = word_set("سوی طرف")
# Documents that are quoted at length without quotation marks: ``در پیامی نوشت:``.
QUOTED_AT_LENGTH = AUTHORED_DOCUMENTS | word_set(
    """
    پیامی نامهای بیانیهای اطلاعیهای توییتی پستی یادداشتی توییتر توییتری اینستاگرام اینستاگرامی صفحه
    کانال تلگرامی فیسبوک متنی وبلاگ
    """
)
# *As follows*, without spaces: behind it comes the text that is announced.
AS_FOLLOWS = (
    "شرحزیر", "شرحذیل", "اینشرح", "بدینشرح", "ازاینقرار", "بهاینمتن", "میخوانید", "میآید",
    "بدینمتن", "متنزیر",
)  # fmt: skip
# Verbs of saying run onto the ``و`` in front of them, where a blank was lost: nobody's name.
GLUED_SAYINGS = word_set("وگفت وافزود واضافه وتاکید وتصریح وادامه واظهار وبیان ونوشت واعلام وگفته")
# Rubrics: in front of a headline's colon they name no speaker.
RUBRICS = word_set(
    """
    ویدیو فیلم عکس تصاویر تصویر گزارش یادداشت اینفوگرافی اینفوگرافیک پادکست تحلیل خبر
    قیمت نرخ بهای ارزش هزینه زمان تاریخ ساعت دمای شاخص
    فوری رسمی اختصاصی تکمیلی گفتوگو گفتگو مصاحبه سرمقاله نتیجه نتایج جدول برنامه ببینید بخوانید
    آخرین کرونا آپدیت بهروزرسانی تازهتر پانویس
    """
)
# Things, and documents and organisations that are as often things: in front of a headline's colon
# they are its topic.
HEADLINE_THINGS = word_set(
    """
    سد لیگ برنامه بیمه خانه نیروگاه پالایشگاه کارخانه مدرسه بیمارستان کتابخانه موزه تالار سامانه
    تیم واحد هسته آمار نتایج جدول ارقام شواهد کتاب متن اسناد
    پل جاده خیابان بزرگراه تونل مترو رود رودخانه دریا دریاچه کوه تالاب جنگل فرودگاه بندر میدان معدن
    بازار قطار هواپیما اتوبوس بورس سکه طلا دلار یورو ارز نفت گاز بنزین نان آب برق هوا باران
    برف سیل زلزله آتشسوزی تصادف
    کولاک تندباد گردباد سیلاب آبگرفتگی خشکسالی رانش ریزش آوار گردوغبار ریزگردها آلودگی مهگرفتگی
    یخبندان تگرگ گرما سرما بارش بارندگی انفجار سقوط واژگونی نشت خاموشی خاموشیها قطعی
    کمبود گرانی تورم
    """
)
# Behind a thing they make a headline's topic: ``بورس امروز:``, ``هواشناسی فردا:``.
HEADLINE_DAYS = word_set(
    "امروز فردا دیروز امشب دیشب پسفردا شنبه یکشنبه دوشنبه سهشنبه چهارشنبه پنجشنبه جمعه"
)
# ``واکنش X به Y: …`` *X's reaction to Y*: the noun is the cue, the speaker stands behind it.
SPEECH_NOUNS = word_set(
    """
    واکنش هشدار انتقاد پاسخ درخواست توصیه گلایه وعده تاکید ادعای ادعا اعتراض اعتراف دستور پیام
    توضیح جنجال کنایه توصیف اعترافات افشاگری انتقادات گلایههای هشدارهای ناگفتههای حرفهای صحبتهای
    اظهارات سخنان
    """
)
# Acts and lemmas with which another speaker begins. Who goes on himself adds or stresses.
NEW_TURNS = frozenset({Act.ASK, Act.ANSWER})
NEW_TURN_LEMMAS = frozenset({"گفتن"})
# Frames that tell whose words follow, when they stand right behind another's quotation.
NEW_TURN_FRAMES = frozenset({"به گفته"})
# What an unnamed source wants withheld: ``خواست نامش نوشته نشود`` …
WITHHELD = word_set(
    "نامش نامشان اسمش اسمشان هویتش هویتشان چهرهاش تصویرش عکسش صدایش ناشناس گمنام بینام"
)
# … and what is asked not to be done with it: ``نامش را ننویسیم``.
KEPT_BACK = word_set(
    "ننویسیم ننویسید ننویسند نیاید نیاوریم نیاورید نشود فاش نباشد نبریم نبرید نگوییم نگویید "
    "بماند محفوظ منتشر نکنیم نکنید نکنند"
)
# … and in a clause that describes him also without an ending: ``که خواست نام او نوشته نشود``.
WITHHELD_IN_RELATIVE = WITHHELD | word_set("نام اسم هویت")
