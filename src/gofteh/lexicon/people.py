"""Honorifics, and the words that tell one kind of speaker from another, as data."""

from __future__ import annotations

from gofteh.text.fold import word_set

# In front of a name; they do not tell one person from another.
HONORIFICS = word_set(
    """
    آقای آقا خانم دکتر مهندس سید حاج حجت حجتالاسلام الاسلام والمسلمین المسلمین آیتالله آیت الله
    سردار سرتیپ سرهنگ سرلشکر سرگرد سروان ستوان دریادار جناب سرکار استاد شیخ ژنرال پروفسور مرحوم
    شهید بانو حضرت دوم سرتیپدوم پاسدار ملا مولوی آیتاللهالعظمی العظمی امیرسرتیپ امیردریادار
    حجهالاسلام حاجآقا دریابان ناخدا کاپیتان خلبان اله حجتالاسلامو حجتالاسلاموالمسلمین
    حجهالاسلامو السلام حجتالسلام
    """
)
# Titles that common words can follow, as an office or an epithet: ``ژنرال صهیونیست``. Behind the
# others they are a surname: ``دکتر آزاد``.
EPITHET_TITLES = word_set("ژنرال سردار کاپیتان خلبان")
# Titles that belong to a team as often as in front of a surname: ``کاپیتان فولادگران``.
TEAM_OFFICES = word_set("کاپیتان")
# The military rank ``امیر`` is a given name too: an honorific only before another one.
RANK_BEFORE_HONORIFIC = word_set("امیر")
INDEFINITES = word_set("چند چندین یک یکی برخی بعضی کسی عدهای گروهی بسیاری شماری تعدادی جمعی")
UNNAMED_SOURCES = word_set("منبع منابع منبعی منابعی شاهد شاهدان ناظران")
# Indefinite quantities of people: they open a mention wherever they stand.
SOME = word_set("برخی بعضی عدهای گروهی بسیاری شماری تعدادی جمعی")
# What is heard from nobody in particular: ``شنیده‌ها حاکی است``. It hides a speaker, and names none.
RUMOURS = word_set("شنیدهها شنیدههای شایعات شایعهها شایعه شایعههای زمزمهها گمانهزنیها گمانهزنیهای")
# What people are counted in: ``هشت نفر``.
PEOPLE_COUNTED = word_set("نفر عضو کشور شرکت حزب نهاد سازمان")
# Plural endings that stand apart: ``لاله های``.
PLURALS = word_set("ها های هایی ی")
# Ends of surnames that are written apart: ``هاشم پور``.
SURNAME_ENDS = word_set(
    "پور زاده نژاد نیا فر راد پناه منش خواه دوست وند تبار مقدم اصل زادگان فرد یان"
)
# Trades that are parts of names as often: ``مالک سپهری‌نیا``, ``رحیم شاه سپهری``.
ALSO_NAMES = word_set("مالک شاه")
# Titles that are surnames as often.
ALSO_SURNAMES = word_set("مولوی شیخ سردار ملا")
# Adverbs that are surnames behind a given name or a title, or in front of an office.
ALSO_ADVERBS = word_set("زمانی")
# Within a name: what stands behind them belongs to it.
BINDS_NAMES = word_set("بن ابن بنت آل ابو عبد فون فان")
# Nouns of groups of people that are no organisation.
GROUP_HEADS = word_set(
    """
    روحانیون سیاسیون انقلابیون معترضین مردم کارشناسان محققان محققین پژوهشگران دانشمندان منتقدان
    منتقدین معترضان تظاهراتکنندگان تظاهرکنندگان نمایندگان اعضای مقامات مقامهای مسیولان هواداران
    شهروندان اهالی کارگران دانشجویان معلمان پزشکان خانواده بازنشستگان تحلیلگران ناظران دیپلماتها
    اروپاییها آمریکاییها کاربران رسانهها رسانههای هنرمندان فعالان سیاستمداران وزرای روسای سران
    رهبران
    شاهدان ساکنان بازیکنان هیاتی کسانی افرادی متخصصان پیروان مخالفان تولیدکنندگان
    خریداران وکلا وکلای علما علمای اولیای ورثه ادبای شعرای
    طرفداران آقایان خانمها خیلیها کشورهای شرکتهای سازمانهای گروههای
    افراد وزرا وزیران اقشار قشر پرسنل
    """
)
# No name of a person contains one: they open the name of an organisation or a document.
NOT_IN_NAMES = word_set(
    """
    سازمان وزارت شرکت دولت مجلس شورای بانک دانشگاه خبرگزاری روزنامه سایت وبسایت پایگاه شبکه
    کانال رژیم
    """
)
# Behind these no name goes on: prepositions, pointing words, adverbs of a sentence, days.
BEHIND_NAMES = word_set(
    """
    در از با به بر برای تا بین پس پیش طی درباره علیه ضمن نیز هم همچنین که اگر چون اما یا را
    این آن همین همان هر دیگر چند روزی دیروز امروز فردا دیشب امشب صبح عصر شب ظهر روز سال هفته
    گذشته جاری اخیر اخیرا سپس ابتدا درست جملگی همگی خود تنها فقط باز هنوز حتی بار یک دو سه
    وابسته
    """
)
# Of what a place or a state is: an office's words, no name's.
PLACE_NOUNS = word_set("استان شهر شهرستان کشور منطقه بخش روستای شهرک ولایت ولسوالی انقلاب نظام")
# Behind a given name they make a phrase of common words: ``حسن نظر``, ``حسن نیت``.
NO_SURNAMES = {
    "حسن": word_set(
        "نظر نیت خلق اجرا اجرای همجواری ظن معاشرت سابقه رفتار انجام جریان تدبیر توجه شهرت"
    ),
    "جیحون": word_set("آباد"),
}
# Somebody, not further named: ``زنی که …``.
SOMEBODY = word_set(
    """
    پیرمرد پیرزن پیرمردی پیرزنی دخترک پسرک کودکی زنی مردی کاربری شخصی فردی جوانی شهروندی مسافری
    مقامی دیپلماتی رانندهای
    """
)
# Organisations by names that do not say what they are: agencies, movements, seats of power.
KNOWN_ORGANISATIONS = word_set(
    """
    حزبالله حماس داعش طالبان انصارالله القاعده هواشناسی دیوان کرملین
    رویترز آسوشیتدپرس فرانسپرس بیبیسی سیانان الجزیره العربیه المنار المیادین گاردین تلگراف
    دیلیتلگراف دیلیمیل اسپوتنیک ریانووستی تاس شینهوا آناتولی بلومبرگ سانا الاهرام لوموند آس
    مخابرات گمرک بورس
    ایسنا ایرنا تسنیم ایلنا ایکنا ایسکانیوز قدسنا تابناک خبرآنلاین عصرایران کردپرس فرارو
    مایکروسافت گوگل اپل فیسبوک توییتر اینستاگرام تلگرام واتساپ آمازون سامسونگ هواوی تسلا اینتل
    ناسا بویینگ ایرباس فیفا یوفا پرسپولیس استقلال سپاهان تراکتور بارسلونا
    شفقنا ابنا آکسیوس اکسیوس پولیتیکو نیوزویک فاکسنیوز هاآرتص مارکا اسکای گل
    واشنگتنپست نیویورکتایمز یورونیوز
    سنتکام وبدا تککرانچ فیگارو لوفیگارو المانیتور پولتیکو سیبیاس اینترسپت هاآرتز اسراییلهیوم
    بوندسبانک حشدشعبی الحشدالشعبی حشدالشعبی نجبا آاس آیاماف قوهقضاییه قوهمجریه قوهمقننه وزارتخارجه
    وزارتکشور وال‌استریتژورنال نیویورکر اینستکس یونیفل آیایاا
    """
)
# Ends of the names of outlets: ``سرخاب‌نیوز``, ``خط‌پرس``.
OUTLET_ENDS = ("نیوز", "پرس", "وایر", "آنلاین", "انلاین", "پلاس", "تایمز")
# Organisations and roles that are whole mentions by themselves.
ONE_WORD_SPEAKERS = KNOWN_ORGANISATIONS | word_set(
    """
    پلیس دولت مجلس ارتش سپاه شهرداری استانداری فرمانداری دادستانی دادگستری پنتاگون ناتو وزیر
    رییسجمهور
    """
)
KINSHIP_NOUNS = word_set(
    """
    مادر پدر خواهر برادر همسر پسر دختر فرزند فرزندان نوه عمو دایی خاله عمه داماد عروس خواهرزاده
    برادرزاده مادربزرگ پدربزرگ
    """
)
# Whose relative somebody is: never another mention of the one who spoke before.
KINSHIP = KINSHIP_NOUNS | word_set("ناشر رقیب نویسنده")
# Who somebody is to another: the name behind such a noun is the other's, ``پدر مریم راد``.
RELATIONS = KINSHIP_NOUNS | word_set(
    """
    وکیل وکلای سخنگو سخنگوی معاون مشاور دستیار جانشین قائممقام نماینده نمایندهی فرستاده
    منشی محافظ مدیربرنامه مدیربرنامههای رییسدفتر پزشکمعالج رانندهشخصی شوهر زنسابق خواهرزن برادرزن
    پدرزن مادرزن پدرشوهر مادرشوهر باجناق ناپدری نامادری پدرخوانده همکار همراه همسایه
    دوست رفیق شریک شاگرد همرزم همبند همکلاسی
    همتیمی هواداران هوادار طرفداران خانواده بستگان نزدیکان
    عموی نامزد بیوه خویشان خویشاوندان آشنایان دوستان همکاران همسایگان همسایهها همسایههای
    مدیردفتر مسئولدفتر
    پسرعمو پسرعموی پسردایی پسرخاله پسرعمه دخترعمو دخترعموی دختردایی دخترخاله دخترعمه
    """
)
# By these endings a noun has its other in itself: ``برادرش``.
_OTHERS_ENDINGS = ("ش", "شان", "اش", "م", "مان", "ام", "ت", "تان")
# The same with their other by an ending: ``برادرش``, ``همسرشان``.
RELATED = frozenset(noun + end for noun in RELATIONS for end in _OTHERS_ENDINGS)
# Of these the kin: ``همسرش``.
KIN = frozenset(noun + end for noun in KINSHIP_NOUNS for end in _OTHERS_ENDINGS)
# They may stand between a relation and its other: ``برادر کوچک‌تر علی``.
BEHIND_RELATION = word_set(
    """
    کوچک کوچکتر تر بزرگ بزرگتر ارشد جوان سابق پیشین اول دوم ویژه رسمی حقوقی مرحوم ناتنی مدافع نوجوان
    خردسال میانی دوقلوی تنی فعلی جدید تازه قدیمی نزدیک صمیمی دیوار ساله شخصی مطبوعاتی رسانهای
    """
)
# The same with the other by an ending: ``برادر بزرگ‌ترش``.
BEHIND_RELATION_RELATED = frozenset(
    word + end for word in BEHIND_RELATION for end in _OTHERS_ENDINGS[:3]
)
# Titles that tell a woman or a man from another of the same surname.
WOMEN_TITLES = word_set("خانم بانو سرکار")
MEN_TITLES = word_set("آقای آقا حاجآقا جناب")
# Offices that one holds by appointment; beside them, what somebody is in a case or by trade. Who is
# known by the one is not newly named by the other: ``متهم پرونده`` is not ``دادستان``.
APPOINTED = word_set(
    """
    رییس رییسجمهور وزیر نخستوزیر معاون سخنگو سخنگوی مدیر مدیرکل دبیر دبیرکل فرماندار استاندار
    شهردار بخشدار دهیار دادستان بازپرس قاضی دادیار نماینده سفیر فرمانده سرپرست رهبر بازرس
    والی ولسوال شاروال سارنوال قوماندان
    """
)
PARTIES = word_set(
    """
    متهم شاکی پیمانکار راننده کارگر کشاورز کارمند ساکن شهروند دانشجو دانشآموز معلم خبرنگار
    روزنامهنگار شاهد قربانی مصدوم محکوم زندانی بازرگان تاجر مالک مسافر بیمار کوهنورد امدادگر
    """
)
# Who plays in a team, and who leads it or judges its matches.
PLAYERS = word_set(
    "بازیکن مهاجم مدافع هافبک دروازهبان گلر وینگر ملیپوش والیبالیست بسکتبالیست فوتبالیست کاپیتان"
)
LEADS_PLAYERS = word_set("مربی سرمربی کمکمربی مدیرعامل مالک سرپرست رییس داور مدیر پزشک")
# Who is known by a head of one is not newly named by a head of the other.
EXCLUSIVE = ((APPOINTED, PARTIES), (PLAYERS, LEADS_PLAYERS))
# An office that somebody holds no more is another one than the office.
FORMER = word_set("سابق پیشین اسبق سابقا")
# A role that hides its bearer on purpose: no later name is his.
ANONYMOUS_HEADS = word_set("مقام مسیول مقامات منبع منابع منبعی شاهد مقامی")
# Who stands in for another, or under him: ``معاون وزیر`` is not ``وزیر``.
DEPUTIES = word_set("معاون قائم قائممقام مشاور دستیار جانشین")
# Before a name these make it the name of a place or organisation: ``دانشگاه شهید بهشتی``.
NAMED_AFTER = word_set("امام شهید حضرت خیابان بزرگراه میدان بیمارستان دانشگاه پل")
# One person can hold several of these.
MANY_SEATS = frozenset({"عضو", "نماینده", "کارشناس", "استاد", "بازیکن", "مدیر"})
# In a role's phrase they say nothing about the role.
DETERMINING = word_set("یک یکی این آن از و")
# Objects of gestures, with which a person begins to speak without a verb of saying:
# ``علی راد سر تکان داد``. They open the object behind his name.
GESTURED = word_set(
    """
    سر سرش سری دست دستش دستی دستهایش شانه شانهاش لبخند لبخندی آه آهی نگاه نگاهی نفس نفسی صدایش
    چشم چشمانش چشمهایش ابرو اشک اشکش گریه خنده پوزخند اخم مکث مکثی سکوت
    """
)
# Moods in front of ``است`` or ``بود``: no part of the mention of a person.
MOODS = word_set(
    """
    نگران خشمگین ناراحت خوشحال شاد ناامید نومید امیدوار عصبانی دلخور غمگین ناراضی راضی مطمین متاسف
    شگفتزده دلتنگ منتظر خسته دلگیر خشنود هراسان مضطرب آرام قاطع بدبین خوشبین شاکی معترض
    """
)
# The same with the copula of the plural written on: ``کارگران خشمگین‌اند``.
MOODS_OF_MANY = frozenset(mood + "اند" for mood in MOODS)
# How plurals of people end: ``کشاورزان``.
PEOPLE_END = "ان"
# Simple pasts of acts that stand in front of a colon in narration: ``پیرمرد خندید: «…»``.
ACTED = word_set(
    """
    خندید گریست کشید نشست ایستاد برخاست چرخید آمد رفت زد ریخت بست گشود برداشت انداخت لرزید فشرد
    ماند دوید پرید افتاد گذاشت تکاند آورد برگشت میخندد میگرید کوبید چرخاند نگریست دوخت پیچید غرید
    """
)
