"""Words that tell where a noun phrase, an adjunct or a clause begins or ends, as data."""

from __future__ import annotations

from gofteh.text.fold import fold_word, word_set

# A source mention ends before these: prepositions, adverbs, times, particles.
ADJUNCT_STARTERS = word_set(
    """
    در با به از بر برای طی ضمن درباره دربارهی پیرامون خطاب پس پیش بعد قبل هنگام حین تا بدون جهت
    درخصوص درمورد درباب دراین درهمین درپی درحالی باتوجه بااشاره بابیان باتاکید بعنوان بهعنوان
    روز دیروز امروز امشب دیشب شب شامگاه عصر صبح ظهر بامداد سحرگاه غروب نیمهشب پریروز فردا شنبه
    یکشنبه دوشنبه سهشنبه چهارشنبه پنجشنبه جمعه همچنین نیز هم
    چنین سپس آنگاه بارها بار تاکنون اخیرا پیشتر پیشازاین قبلا بعدا مجددا دوباره اینک
    اکنون هماکنون البته ولی اما درنهایت نهایتا همزمان همواره همیشه دیگر ظاهرا برخلاف باوجود
    صریحا رسما مکررا علنا ابتدا نخست ساعتی لحظاتی دقایقی چندی مدتی اینگونه اینچنین چنان نسبت
    مبنی مبتنی علیه بهرغم علیرغم بنابراین لذا زیرا چون چراکه همراه بابت هنوز فقط تنها حتی علاوه
    افزون درواقع درادامه درپایان همانطور همانگونه زمانی هنگامی بنا طبق براساس بهگزارش ظرف
    پیشازآن پسازآن دربارهاین تلویحا بهصراحت بهتازگی یکبار مدعی معتقد یادآور متذکر
    بلافاصله تقریبا چندبار فورا شخصا صراحتا متعاقبا متقابلا مستقیما موکدا مشخصا کرارا عملا شدیدا
    ساعاتی اوایل اواخر اواسط آنوقت مدام گاهی احتمالا کاملا سریعا بازهم حتما مثلا فعلا صرفا اساسا
    عموما اتفاقا کلا بعدازظهر عمدتا غالبا اصلا واقعا دقیقا قطعا
    قویا بهوضوح بهکرات بهطور بهنوعی بهشدت بهزودی بهدرستی
    شفاها کتبا سابقا دایما بعضا لزوما نسبتا گاها مرتبا آشکارا بیتعارف بیاختیار بیدرنگ نفسزنان
    همانطوری همانطورکه همانگونهکه بااینحال درعینحال بعدها سرانجام یکدفعه یکوقت یکریز ناگهان
    اولینبار اینبار اینبین بعلاوه بخوبی پیشاپیش
    """
)
# Two-word times that begin with a number word: سه شنبه, پنج شنبه.
WEEKDAY_NUMBERS = word_set("یک دو سه چهار پنج")
WEEKDAY = "شنبه"
# They open an adjunct only with one of `RELATIVE_TIME_WORDS` behind: ماه گذشته, هفته جاری.
RELATIVE_TIMES = word_set("سال ماه هفته")
TIME_UNITS = word_set("روز سال ماه هفته ساعت دقیقه دهه قرن")
TIME_PLURALS = word_set("روزهای سالهای ماههای هفتههای ساعات ساعتهای")
# Days of a month, in words: ``سوم اردیبهشت``.
_ORDINALS = word_set("اول یکم دوم سوم چهارم پنجم ششم هفتم هشتم نهم")
ORDINALS = (
    _ORDINALS
    | word_set(
        "دهم یازدهم دوازدهم سیزدهم چهاردهم پانزدهم شانزدهم هفدهم هجدهم نوزدهم بیستم سیام سیویکم"
    )
    | {"بیستو" + day for day in _ORDINALS}
)
# ``بیست و پنجم``: in front of ``و`` and one of the first nine.
TENS = word_set("بیست سی")
RELATIVE_TIME_WORDS = word_set("اخیر گذشته جاری قبل پیش آینده")
# Nouns that take a preposition, by that preposition, which then is part of their phrase.
GOVERNED = {
    "با": word_set("مبارزه مقابله مرتبط همکاری رابطه مواجهه برخورد آشنا مخالفت تماس"),
    "از": word_set(
        """
        یکی برخی بعضی هیچیک بیش کمتر بسیاری تعدادی گروهی جمعی شماری بخشی تن نفر حمایت حفاظت صیانت
        پیشگیری جلوگیری پشتیبانی مراقبت دفاع تعداد عدهای آموزش نمایندهای تنی گوشهای غیر
        """
    ),
    "به": word_set(
        """
    رسیدگی کمک خدمات دسترسی ورود موسوم وابسته نزدیک مربوط متعلق منسوب معروف ملقب مشهور پاسخگویی
    خدمترسانی نام
    """
    ),
    "بر": word_set("نظارت مبتنی ناظر مشرف"),
    "برای": word_set("برنامهریزی تلاش"),
    "بدون": word_set("گزارشگران پزشکان خبرنگاران مهندسان"),
    "در": word_set("مستقر ساکن حاضر فعال واقع مقیم"),
}
# Behind one of these ``به گزارش`` and ``به گفته`` are no frames: ``با اشاره به گزارش مرکز``.
NO_FRAME_BEHIND = word_set("اشاره استناد توجه عنایت نسبت پاسخ واکنش مربوط اعتراض رسیدگی نگاه نگاهی")
# May stand between a quantifier and its preposition: ``یکی دیگر از``.
TRANSPARENT = word_set("دیگر")
# Nouns of occasions of speaking: ``در`` in front of one opens an adjunct, even behind a noun that
# keeps its ``در`` elsewhere (`heads.LOCATED_HEADS`).
OCCASIONS = word_set(
    """
    گفتوگو گفتگو گفت گفتوگویی گفتگویی جمع جلسه نشست نشستی دیدار دیداری مراسم مراسمی آیین آیینی
    حاشیه پاسخ پاسخی خصوص مورد ادامه پایان بخش بخشی این همین پی واکنش واکنشی صفحه پیام پیامی
    بیانیه بیانیهای سخنرانی سخنانی نطق تشریح توضیح توضیحی تماس مصاحبه مصاحبهای برنامه برنامهای
    اظهاراتی اظهارات ارتباط رابطه زمینه زمینهی باره همایش کنفرانس گزارش گزارشی صحن سالن محل
    توییتی توییت توییتر حساب یادداشت یادداشتی مقاله مقالهای نامه نامهای بازدید جریان آستانه
    اولین نخستین دومین سومین کانال اینستاگرام صحبتهایی صحبتهای گردهمایی سمینار افتتاحیه اختتامیه
    ابتدای آغاز حالی میان تجمع خطبههای خطبه شبکه پست پستی نامهنگاری حضور جشن آخرین سفر شورای گپ
    جشنواره تکمیل تبیین روز ساعت تاریخ سال ماه هفته رابطهبا مقابل برابر عین نهایت اینباره اینخصوص
    """
)
# Occasions that may also belong to an object: ``اولویت کار در سال جاری را``.
COMMON_OCCASIONS = word_set(
    """
    میان سال ماه هفته روز مورد خصوص زمینه زمینهی رابطه بخش بخشی محل مقابل برابر عین نهایت حضور
    جریان سفر شورای آخرین اولین نخستین دومین سومین جشنواره ساعت تاریخ این همین
    """
)
# Expressions that may stand in front of a subject without belonging to it, without spaces.
LEADS = word_set(
    """
    ساعاتیبعد ساعاتیپیش ساعاتیقبل لحظاتیبعد دقایقیبعد روزبعد مدتیبعد سالهابعد بازهم آنوقت
    بههمیندلیل بههمینخاطر بههمینجهت ازهمینرو تنها فقط حتی حال امسال پارسال امروزه حالا
    متاسفانه خوشبختانه قطعا مسلما معمولا اصولا بیشک بدونشک
    درهرحال بههرحال بههرصورت درهرصورت بهتدریج باهمهاینها
    باردیگر بارها بهشدت مجددا
    آنچنان آنچنانکه چنانکه چنانچه همانطورکه همانگونهکه آنطورکه آنگونهکه
    یعنی یا باوجوداینکه باوجودآنکه وقتی زمانیکه هنگامیکه هرچند اگرچه گرچه هرچندکه
    اینهارا همینرا اینحرفهارا اینحرفرا اینعبارترا اینگفتههارا اینجملاترا اینسخنرا
    اینرا اینجملهرا اینمطلبرا اینسخنانرا درسویدیگر همچنین اما ولی البته و سپس درادامه
    درپایان درهمینراستا درهمینرابطه درهمینزمینه درهمینحال درعینحال ازسویدیگر ازطرفدیگر
    ازسوییدیگر ازطرفیدیگر دراینمیان دراینباره دراینخصوص دراینزمینه دراینراستا دراینرابطه
    ایندرحالیاستکه ایندرحالیستکه باایناحال بااینحال بااینوجود بهاینترتیب بدینترتیب دراینحال
    پیشازاین پیشازآن پسازآن بعدها چندیقبل چندیپیش امروز دیروز دیشب امشب روزگذشته عصرامروز
    صبحامروز ظهرامروز شبگذشته هفتهگذشته ماهگذشته سالگذشته پیشتر قبلا اخیرا بهتازگی درنهایت
      درمقابل همزمان درواقع علاوهبراین افزونبراین بنابراین
    گفتنیاست شایانذکراست لازمبهذکراست همینطور کمااینکه ازجمله بهگزارشایسنا درآخر درپیآن ازاینرو
    نیز درضمن ضمنا هماکنون اکنون درحالحاضر اینکه ازآنجاکه بعدازآن درهمینباره درهمینخصوص
    دربخشدیگری درحالیکه بهطورمثال برایمثال بهعنوانمثال چراکه زیرا بلکه که تا ایندرحالیبودکه
    روزقبل علیایحال علیایحاله
    """
)
# In front of a noun: ``این گزارش``, ``یک مطالعه``.
DETERMINERS = word_set("این آن همین یک")
# ``در ادامه این نشست خبری X گفت``: the stages of a meeting, meetings, and kinds of meetings.
STAGES = word_set("ادامه ابتدای ابتدا پایان حاشیه خلال جریان آغاز انتهای طول")
MEETINGS = word_set(
    """
    جلسه نشست مراسم برنامه همایش دیدار گفتوگو گفتگو مصاحبه آیین کنفرانس گردهمایی سمینار سخنان
    سخنانش صحبتهایش اظهاراتش
    """
)
MEETING_KINDS = word_set("خبری علنی مطبوعاتی تخصصی هماندیشی مشترک")
# A phrase that begins so is no mention: a free relative clause, a question, a condition.
QUESTION_WORDS = word_set("آنچه هرچه کدام چه اگر چطور چگونه")
# Verbs that are nothing else, and so never stand in a phrase: a surname or town may look like any
# other (``میرقاسم``, ``مینودشت``), and ``کرد`` is a people.
CLOSES_SENTENCE = word_set(
    "است نیست هست هستند نیستند بود بودند نبود شد شدند نشد گفتند کردند دارد دارند ندارد"
)
# A phrase with one of these in it is a clause, not a mention.
FINITE_VERBS = word_set(
    """
    است هست هستی هستند بود بودند شد شدند کرد کردند دارد دارند داشت داشتند نداشت نداشتند نیست نیستی
    نیستند باشد باشند شود شوند کند کنند داد دادند گرفت گرفتند رفت رفتند یافت یافتند رسید میشود
    میشوند میکند میکنند میشد میکرد میکردند ندارد ندارند نشد نشدند نکرد نکردند نبود نبودند
    """
)
# Nouns that look like verb forms.
NO_VERBS = word_set(
    """
    میلادی میلاد میدان میدانی میزان میزانی میراث میلیون میلیونی میلیارد میلیاردی میانگین میانی میانه
    میانجی میانجیگری میزبان میزبانی میزبانان میهن میهنی میهمان میهمانی میهمانان میثاق میدانها
    مستند تند دربند
    """
)
# Participles that end a clause in front of ``و`` without their auxiliary: ``منتشر کرده و``.
PARTICIPLES = word_set("کرده شده داده گرفته بوده داشته یافته رفته رسیده زده نکرده نشده نداده")
# They open a sentence whose main clause comes behind the comma: ``وقتی X گفت A، B``.
SUBORDINATORS = word_set(
    "وقتی زمانیکه هنگامیکه اگر گرچه اگرچه هرچند باآنکه بااینکه ازآنجاکه مادامیکه"
    " درحالیکه باوجوداینکه باوجودآنکه"
)
# They set a clause against the one before.
CONTRASTS = word_set("اما ولی لیکن")
# They open a clause, behind which another subject may stand.
CLAUSE_OPENERS = word_set("اما ولی بلکه زیرا چون چراکه لیکن هرچند")
# Words that join clauses and phrases: never part of a name.
CLAUSE_WORDS = word_set("که را و یا هم نیز این آن اما ولی تا ها های")
# ``ولی`` *but* in front of one of these is *guardian of*.
GUARDIAN_OF = word_set("فقیه عصر امر نعمت")
# Words that open an adjunct elsewhere are part of a name or a role with one of these behind them …
FIXED_WITH_NEXT = {"ولی": GUARDIAN_OF, "به": word_set("نام"), "نخست": word_set("وزیر وزیران وزیری"),
    "پیش": word_set("بینی بینیهای نویس فرض"),
}  # fmt: skip
# … or in front of them.
FIXED_WITH_PREVIOUS = {"جمعه": word_set("امام امامان نماز ایمه"), "روز": word_set("خبر")}
# A date: روز سه‌شنبه ۲۶ فروردین.
TIME_HEADS = word_set("روز شامگاه عصر صبح ظهر بامداد شب")
# Months of Afghanistan. Most are common words too: none by themselves behind a day in words.
AFGHAN_MONTHS = word_set("حمل ثور جوزا سرطان اسد سنبله عقرب قوس جدی دلو حوت")
_MONTHS = AFGHAN_MONTHS | word_set(
    """
    فروردین اردیبهشت خرداد تیر مرداد امرداد شهریور مهر آبان آذر دی بهمن اسفند ژانویه فوریه مارس
    آوریل مه می ژوین جولای ژوییه اوت آگوست سپتامبر اکتبر نوامبر دسامبر
    """
)
MONTHS = _MONTHS | {month + "ماه" for month in _MONTHS}
# Days that streets, schools and foundations are called after: no date where nothing stands behind.
NAMING_DAYS = {
    fold_word("۲۲"): word_set("بهمن"),
    fold_word("۱۵"): word_set("خرداد"),
    fold_word("۱۷"): word_set("شهریور"),
    fold_word("۱۳"): word_set("آبان"),
    fold_word("۱۲"): word_set("فروردین"),
    fold_word("۹"): word_set("دی"),
    fold_word("۷"): word_set("تیر"),
    fold_word("۵"): word_set("مهر"),
    fold_word("هفتم"): word_set("تیر"),
    fold_word("سوم"): word_set("خرداد"),
}
# A sentence that begins so is the reporter's own and ends the speech in front of it.
REPORTER_OPENERS = word_set(
    """
    بهگزارش گفتنیاست شایانذکراست لازمبهذکراست لازمبهیادآوریاست یادآورمیشود قابلذکراست گفتهمیشود
    براساساینگزارش بهنوشته خاطرنشانمیشود شایانگفتناست قابلتوجهاست بنابراینگزارش
    طبقگزارش اینخبردرحالی درادامهاینگزارش درادامهایننشست درادامهجلسه
    """
)
# Pronouns and verbs of the first person: prose that holds one is somebody's speech.
FIRST_PERSON = word_set(
    """
    من ما امیدوارم امیدواریم هستم هستیم نیستم نیستیم داریم دارم نداریم ندارم کردیم کردم نکردیم
    شدیم بودیم بودم داشتیم داشتم خواهیم خواهم گفتم گفتیم معتقدم معتقدیم کردهایم کردهام دادیم
    دادم گرفتیم رفتیم رفتم کنیم کنم بتوانیم توانستیم باشیم باشم مان خودم خودمان
    برایمان شدهایم دادهایم داشتهایم بودهایم توانستهایم گرفتهایم دیدیم دیدم آمدم آمدیم خواستم
    """
)
# Quoted words behind one of these are a name or a title: ``فیلم «…»``.
TITLED = word_set(
    """
    فیلم نمایش نمایشنامه کتاب رمان سریال برنامه طرح پروژه جشنواره حزب گروه سامانه شرکت شبکه سایت
    روزنامه مجله عنوان نام کنوانسیون پویش نشست همایش قرارداد موسسه سازمان ترانه قطعه آلبوم مستند
    بازی عملیات کمپین میدان خیابان بلوار کوچه محله پارک مدرسه ناو نظریه بیماری گروهک
    """
)
# Adjectives that belong to a demonstrative's noun: ``این مقام مسئول``.
DEMONSTRATIVE_ADJECTIVES = word_set(
    """
    مسیول ارشد قضایی انتظامی نظامی دولتی امنیتی سیاسی اقتصادی فرهنگی محلی آگاه بلندپایه ایرانی
    آمریکایی عراقی روسی استانی کشوری لشکری مذهبی صنفی کارگری پیشین سابق مطلع رسمی خبری دانشگاهی
    حقوقی ورزشی هنری علمی مجلس پارلمان اجرایی
    """
)
NUMBERS = word_set("دو سه چهار پنج شش هفت هشت نه ده صد هزار")
# They open a new noun phrase: an object behind a subject that no comma parts from it.
OPEN_DETERMINERS = word_set("هرگونه همه تمام تمامی هیچ این یکی برخی بعضی بسیاری")
# Behind a country or in front of a measure they show that the phrase goes on.
JOINERS = frozenset({"و", "در", "از", "به", "با", "،", "برای"})
# Impersonal musts and mays: nobody is reported to say what ``باید گفت`` introduces.
MODALS = word_set("باید میتوان نمیتوان بتوان نباید میبایست")
# In front of a past stem they make it impersonal: ``می‌توان گفت`` *one can say*.
IMPERSONAL = word_set(
    """
    باید نباید توان میتوان نمیتوان میشود نمیشود بتوان شاید بایستی نشود بشود میبایست نمیتوانست
    میتوانست توانست میخواهم
    """
)
# Behind one of these a participle is a noun: ``این گفته``, ``به نوشته``.
NOUN_SIGNALS = frozenset({"این", "به", "از", "آن", "هر", "طبق", "اساس", "بنابر"})
# They open a phrase in front of an occasion: ``در آخرین نشست``.
SUPERLATIVES = frozenset({"آخرین", "اولین", "نخستین", "دومین", "سومین"})
# In front of one of these a participle without auxiliary reports nothing: ``اعلام کرده را``.
NO_SAYING_BEFORE = word_set("را شده و بود است اند ی ها های ام ایم خود وی او نیز هم تا")
