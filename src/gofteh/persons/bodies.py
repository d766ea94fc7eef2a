"""Bodies and writings that speak: the key by which one is the same in every article."""

from __future__ import annotations

from functools import lru_cache

from gofteh.lexicon.names import countries, places
from gofteh.lexicon.people import KNOWN_ORGANISATIONS
from gofteh.persons.names import bare_alef, folded_words, parse_name

# Names of one body; the first one stands for all. A spokesperson is not the body.
_SAME = (
    "سازمان ملل|سازمان ملل متحد|ملل متحد",
    "سپاه پاسداران|سپاه|سپاه پاسداران انقلاب اسلامی|سپاه پاسداران انقلاب",
    "نیروی انتظامی|ناجا|پلیس ایران|فراجا",
    "وزارت خارجه|وزارت امور خارجه|وزارت امور خارجه ایران|وزارت خارجه ایران",
    "وزارت ارشاد|وزارت فرهنگ و ارشاد اسلامی",
    "وزارت صنعت|وزارت صمت|وزارت صنعت معدن و تجارت",
    "وزارت بهداشت|وزارت بهداشت درمان و آموزش پزشکی",
    "وزارت علوم|وزارت علوم تحقیقات و فناوری",
    "وزارت کار|وزارت تعاون کار و رفاه اجتماعی",
    "وزارت اقتصاد|وزارت امور اقتصادی و دارایی",
    "وزارت راه|وزارت راه و شهرسازی",
    "صدا و سیما|صداوسیما|رسانه ملی|سازمان صدا و سیما",
    "مجلس|مجلس شورای اسلامی|مجلس ایران",
    "آژانس بین المللی انرژی اتمی|آژانس انرژی اتمی|آژانس اتمی",
    "کاخ سفید|کاخ‌سفید",
    "سازمان بهداشت جهانی|سازمان جهانی بهداشت",
    "اتحادیه اروپا|اتحادیه اروپایی",
    "ایسنا|خبرگزاری ایسنا|خبرگزاری دانشجویان ایران|خبرگزاری دانشجویان ایران ایسنا",
    "ایرنا|خبرگزاری ایرنا|خبرگزاری جمهوری اسلامی",
    "تسنیم|خبرگزاری تسنیم",
    "فارس|خبرگزاری فارس",
    "مهر|خبرگزاری مهر",
    "رویترز|خبرگزاری رویترز",
    "حزب الله|حزب‌الله لبنان|جنبش حزب الله",
    "حماس|جنبش حماس|جنبش مقاومت اسلامی حماس",
    "پنتاگون|وزارت دفاع آمریکا|وزارت دفاع ایالات متحده",
    "ارتش|ارتش جمهوری اسلامی|ارتش جمهوری اسلامی ایران",
)
# A body or writing that an article calls by this word alone is another one in every article.
_OF_ITS_ARTICLE = frozenset(
    """
    دولت شرکت سازمان باشگاه دانشگاه موسسه انجمن کمیته کمیسیون دادگاه شورا شورای گروه مرکز ستاد
    بیانیه گزارش اطلاعیه نامه خبر مقاله پژوهش مطالعه وزارتخانه شهرداری استانداری فرمانداری پلیس
    فدراسیون تیم اداره دفتر بانک حزب کشور نهاد دادستانی دادگستری هیات کانون اتحادیه قانون
    """.split()
)
# So is one that is told by something of the article: ``خلاصه داستان این فیلم``.
_POINTING = frozenset("این آن ان همین همان".split())
_ONE = "یک"


@lru_cache(maxsize=100_000)
def body_key(name: str, kind: str) -> str | None:
    """Return the key of a body or writing in all articles; ``None`` where its name tells no more.

    ``kind`` is a value of `gofteh.records.SpeakerKind`.
    """
    words = folded_words(name)
    if not words or words[0] == _ONE or not _POINTING.isdisjoint(words):
        return None
    joined = "".join(words)
    if len(words) == 1 and words[0] in _OF_ITS_ARTICLE:
        return None
    if kind == "document" and len(words) < 3:
        return None
    return f"b:{_same().get(joined, joined)}"


def body_in(name: str) -> str | None:
    """Return the body in what was taken for a person's name (``ادعای X``, ``تهران- X``), if any.

    The name must be known, and only a place, or what is no part of a name, may stand before it.
    """
    words = parse_name(name).words
    if not words or words[-1] not in _known_bodies() or not _places().issuperset(words[:-1]):
        return None
    return name.split()[-1]


@lru_cache(maxsize=1)
def _known_bodies() -> frozenset[str]:
    return frozenset(map(bare_alef, KNOWN_ORGANISATIONS))


@lru_cache(maxsize=1)
def _places() -> frozenset[str]:
    return frozenset(map(bare_alef, countries() | places()))


@lru_cache(maxsize=1)
def _same() -> dict[str, str]:
    rows = [["".join(folded_words(name)) for name in row.split("|")] for row in _SAME]
    return {name: row[0] for row in rows for name in row}
