"""Offices: when the words of two roles mean the same one, and which ones one person holds alone.

``وزیر نفت``, ``وزیر محترم نفت`` and ``وزیر نفت کشورمان`` are one office; ``معاون وزیر نفت`` is
another, ``سخنگوی وزارت نفت`` a third, and ``وزیر نفت عراق`` one of another country.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from gofteh.lexicon.names import countries
from gofteh.lexicon.particles import AND, YEH
from gofteh.persons.names import bare_alef, folded_words
from gofteh.text.fold import fold_word, word_set

# Behind ``وزیر`` it names a ministry (of the interior), elsewhere it means *of the country*: only
# where the two stand together are they the office.
_OF_THE_COUNTRY = "کشور"
# Among the names of countries and cities, but with an office of Iran they tell nothing.
_NO_LANDS = frozenset({"ایران", "تهران", "اسلامی"})
# Countries that are not among those names, but whose adjectives tell where a coach comes from.
_MORE_NATIONS = ("ایران", "برزیل")


def _words(text: str) -> frozenset[str]:
    return frozenset(bare_alef(word) for word in word_set(text))


# Words that do not tell which office it is: titles, function words, and Iran itself in Iran's news.
_SAYING_NOTHING = _words(
    """
    معظم محترم کنونی فعلی جدید کشورمان کشور ایران اسلامی جمهوری در و از به این ان با وقت ما
    عالی جناب اقای دکتر مهندس سید شورای_اسلامی استان شهرستان شهر سازمان وزارت وزارتخانه عزیز ۶۵
    جوان تیم ملی مردم حوزه انتخابیه تیمملی باشگاه موقت کل متحده رژیم
    """
)
# With one of these a role points to what its article speaks of: elsewhere it is another office.
_POINTING = _words("این ان همین همان")
# From a day or month on, a role tells when somebody spoke, and no office any more.
_WHEN = _words(
    """
    فروردین اردیبهشت خرداد تیر مرداد شهریور مهر ابان اذر دی بهمن اسفند فروردینماه اردیبهشتماه
    خردادماه تیرماه مردادماه شهریورماه مهرماه ابانماه اذرماه دیماه بهمنماه اسفندماه ماه ساعاتی
    دیروز امروز امشب دیشب
    """
)
# The same from one of these words on, where an occasion follows it: ``در جلسه …``.
_IN, _WITH = "در", "با"
_OCCASIONS = _words(
    """
    یک این همان تذکر تذکری مطلبی خاتمه جواب پاسخ واکنش گفتگو گفتوگو گفتگویی جلسه جلسهای نشست
    نشستی پیام پیامی شرایطی سخنان سخنانی انتها ابتدا ادامه جریان حاشیه مصاحبه مصاحبهای کنفرانسی
    جدیدترین تازهترین اظهاراتی توییتی یادداشتی نامه نامهای بیانیهای بخشنامهای دیدار پی سانحه
    بیان اشاره تاکید
    """
)
# Ends of words that some write apart: ``هماهنگ کننده``.
_JOINED_ON = _words("کننده کنندگان گذاری گذار سازی")
# Whoever is called so in a role holds the office no longer, or not yet.
_NOT_NOW = _words("سابق پیشین اسبق وقت فقید اینده منتخب مستعفی برکنار معزول")
# Offices that are written in several ways: a writing, and the one that stands for all of them.
# Of the writings whose words a role holds the longest counts.
_SAME = (
    ("وزیر کشور", "وزیر داخله"),
    ("رهبر", "رهبر انقلاب"),
    ("رهبر جمهوری", "رهبر انقلاب"),
    ("رهبری", "رهبر انقلاب"),
    ("مقام رهبری", "رهبر انقلاب"),
    ("رهبر انقلاب", "رهبر انقلاب"),
    ("رهبری انقلاب", "رهبر انقلاب"),
    ("رهبر ایران", "رهبر انقلاب"),
    ("رهبر جمهوری اسلامی", "رهبر انقلاب"),
    ("رهبر نظام", "رهبر انقلاب"),
    ("رهبری نظام", "رهبر انقلاب"),
    ("رییسجمهوری", "رییسجمهور"),
    ("رییس جمهور", "رییسجمهور"),
    ("رییس جمهوری", "رییسجمهور"),
    ("رییس دولت", "رییسجمهور"),
    ("رییس دستگاه قضا", "رییس قضاییه"),
    ("رییس دستگاه قضایی", "رییس قضاییه"),
    ("رییس قوه قضاییه", "رییس قضاییه"),
    ("رییس قوه مقننه", "رییس مجلس"),
    ("رییس مجلس شورای اسلامی", "رییس مجلس"),
    ("سخنگوی وزارت امور خارجه", "سخنگوی خارجه"),
    ("سخنگوی دستگاه دیپلماسی", "سخنگوی خارجه"),
    ("وزیر امور خارجه", "وزیر خارجه"),
    ("رییس دستگاه دیپلماسی", "وزیر خارجه"),
    ("وزیر فرهنگ ارشاد", "وزیر ارشاد"),
    ("وزیر امور اقتصادی دارایی", "وزیر اقتصاد"),
    ("وزیر اقتصاد دارایی", "وزیر اقتصاد"),
    ("وزیر صنعت معدن", "وزیر صنعت"),
    ("وزیر صمت", "وزیر صنعت"),
    ("وزیر بهداشت درمان", "وزیر بهداشت"),
    ("وزیر علوم تحقیقات", "وزیر علوم"),
    ("وزیر ارتباطات فناوری", "وزیر ارتباطات"),
    ("وزیر راه شهرسازی", "وزیر راه"),
    ("وزیر تعاون کار رفاه", "وزیر کار"),
    ("وزیر جهاد کشاورزی", "وزیر کشاورزی"),
    ("وزیر ورزش جوانان", "وزیر ورزش"),
    ("وزیر دفاع پشتیبانی", "وزیر دفاع"),
    ("وزیر اموزش پرورش", "وزیر اموزشپرورش"),
    ("وزیر میراث فرهنگی", "وزیر میراث"),
    ("رییسکل بانک مرکزی", "رییس بانک مرکزی"),
    ("دادستان کل", "دادستانکل"),
    ("دادستان کل کشور", "دادستانکل"),
    ("نخست وزیر", "نخستوزیر"),
    ("دبیر کل سازمان ملل", "دبیرکل ملل"),
    ("دبیرکل سازمان ملل", "دبیرکل ملل"),
    ("معاون اول رییسجمهور", "معاوناول"),
    ("معاون اول رییس جمهور", "معاوناول"),
    ("امام جمعه", "امامجمعه"),
)
# Other names of countries.
_COUNTRIES = {"امریکا": "امریکا", "ایالات": "امریکا", "بریتانیا": "انگلیس", "انگلستان": "انگلیس",
              "صهیونیستی": "اسراییل", "عربستان": "عربستان", "سعودی": "عربستان"}  # fmt: skip
# Bodies in the words of an office: their long names, and the short one that stands for all.
_BODIES = (
    ("سپاه پاسداران انقلاب", "سپاه"),
    ("سپاه پاسداران", "سپاه"),
    ("قوه قضاییه", "قضاییه"),
    ("دستگاه قضا", "قضاییه"),
    ("دستگاه قضایی", "قضاییه"),
    ("وزارت امور خارجه", "خارجه"),
    ("امور خارجه", "خارجه"),
    ("دستگاه دیپلماسی", "خارجه"),
    ("ملل متحد", "ملل"),
    ("رییسجمهوری", "رییسجمهور"),
    ("رییس جمهور", "رییسجمهور"),
    ("رییس جمهوری", "رییسجمهور"),
)
# Heads of offices that one person at a time holds, where other words tell which office it is.
_ALONE = _words(
    """
    وزیر رییسجمهور رهبر رییس نخستوزیر سخنگوی سخنگو دبیرکل فرمانده مدیرعامل استاندار شهردار
    فرماندار دادستان پادشاه ولیعهد امیر صدراعظم سرمربی رییسکل دبیر سرپرست رییسسازمان مدیرکل
    معاوناول امامجمعه سفیر دادستانکل
    """
)
# Offices of one word that a country has once.
_ONE_WORD = _words("رییسجمهور نخستوزیر معاوناول دادستانکل")
_COACHES = _words("سرمربی مربی")
# Heads of somebody beside or below an office's holder: ``معاون وزیر`` is another office.
_UNDER = _words("معاون مشاور دستیار قایممقام جانشین نایب همسر برادر پسر دختر وکیل دفتر")
_MOST_WORDS = 10


@dataclass(frozen=True, slots=True)
class Office:
    """An office: its head, the other words that tell which it is, and the country if not Iran.

    ``former``: the role says that it is held no longer, or not yet.
    """

    head: str
    words: frozenset[str]
    country: str | None = None
    former: bool = False

    @property
    def key(self) -> str:
        """A text that is the same for all writings of one office."""
        return " ".join((self.head, *sorted(self.words), *([self.country] if self.country else [])))

    @property
    def is_of_origin(self) -> bool:
        """Whether it calls a coach by the country of origin: ``سرمربی برزیلی``."""
        if self.head not in _COACHES or not self.words:
            return False
        return all(map(_is_nationality, self.words))

    @property
    def is_held_alone(self) -> bool:
        """Whether one person at a time holds it, so that the office alone can tell who is meant."""
        if self.former or self.head not in _ALONE or self.is_of_origin:
            return False
        return bool(self.words or self.country) or self.head in _ONE_WORD


@lru_cache(maxsize=100_000)
def parse_office(text: str | None) -> Office | None:
    """Return the office that a role tells, ``None`` where its words tell none in other articles."""
    words = _first_of_two(_office_words(text or ""))[:_MOST_WORDS]
    if not words or not _POINTING.isdisjoint(words):
        return None
    former = not _NOT_NOW.isdisjoint(words)
    country = _country(words)
    words = _one_writing(tuple(w for w in words if w not in _NOT_NOW))
    if not words:
        return None
    rest = frozenset(filter(_tells, _with_short_bodies(frozenset(words[1:]))))
    return Office(words[0], rest, country, former)


def _office_words(text: str) -> tuple[str, ...]:
    """The folded words of a role, without the day or occasion at its end."""
    words = folded_words(text)
    kept: list[str] = []
    for at, word in enumerate(words):
        follower = words[at + 1] if at + 1 < len(words) else ""
        if at and (word in _WHEN or word.isdigit() or _is_occasion(word, follower)):
            break
        if kept and word in _JOINED_ON:
            kept[-1] += word
        else:
            kept.append(word)
    return tuple(kept)


def _is_occasion(word: str, follower: str) -> bool:
    return word in (_IN, _WITH) and follower in _OCCASIONS


def _tells(word: str) -> bool:
    """Whether a word helps to tell which office of Iran it is."""
    return word not in _SAYING_NOTHING and not _is_land(word)


def _with_short_bodies(words: frozenset[str]) -> frozenset[str]:
    """The words with the short names of bodies in place of the long ones."""
    for told, short in _short_bodies():
        if told <= words:
            words = (words - told) | {short}
    return words


@lru_cache(maxsize=1)
def _short_bodies() -> tuple[tuple[frozenset[str], str], ...]:
    return tuple((_words(told), bare_alef(short)) for told, short in _BODIES)


def _first_of_two(words: tuple[str, ...]) -> tuple[str, ...]:
    """The first of two things joined by *and*, where it is an office by itself: ``رهبری و ملت``."""
    if len(words) > 2 and words[1] == AND:
        alone = words[:1]
        return alone if alone in dict(_same_table()) or words[0] in _ONE_WORD else words
    return words


def _one_writing(words: tuple[str, ...]) -> tuple[str, ...]:
    """A role's words with the common writing of its office in place of the one it has.

    What the role tells beyond the writing stays behind it. Two such words or more behind a writing
    of one or two words tell another office, ``رهبر ارکستر زنان سپیدار``, and all words stay.
    """
    for writing, common in _same_table():
        if number := _run_together(writing, words):
            return (*common, *words[number:])
        if _is_written(writing, words):
            own = frozenset(writing) | _parts_of(writing)
            beyond = tuple(w for w in words if w not in own and _tells(w))
            return (*common, *beyond) if len(beyond) < 2 or len(writing) > 2 else words
    return words


def _is_written(writing: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether a role holds all words of a writing, its first one in front."""
    if len(writing) == 1 and len(words) > 1:
        return False
    if writing[-1] == _OF_THE_COUNTRY and len(writing) == 2 and words[:2] != writing:
        return False
    return words[0] == writing[0] and frozenset(words).issuperset(writing)


def _run_together(writing: tuple[str, ...], words: tuple[str, ...]) -> int:
    """How many first words have the letters of a writing of more words: ``وزیر امورخارجه``."""
    letters = "".join(writing)
    for number in range(1, min(len(writing), len(words) + 1)):
        if "".join(words[:number]) == letters:
            return number
    return 0


@lru_cache(maxsize=1)
def _same_table() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """The rows of `_SAME` as folded words, the longest writings first."""
    rows = [
        tuple(tuple(bare_alef(fold_word(w)) for w in side.split()) for side in row) for row in _SAME
    ]
    ordered = sorted(rows, key=lambda row: -len(row[0]))
    return tuple((writing, common) for writing, common in ordered)


# Further words of the long names of ministries, which tell nothing beyond a writing of `_SAME`.
_IN_MINISTRIES = _words(
    "اسلامی معدن تجارت درمان اموزش پزشکی تحقیقات فناوری اطلاعات شهرسازی رفاه اجتماعی جوانان "
    "پشتیبانی نیروهای مسلح دارایی امور صنایع دستی گردشگری شورای قوه دستگاه سازمان"
)


def _parts_of(writing: tuple[str, ...]) -> frozenset[str]:
    return _IN_MINISTRIES if len(writing) > 1 else frozenset()


@lru_cache(maxsize=1)
def _lands() -> frozenset[str]:
    names = (bare_alef(name) for name in countries())
    return frozenset(names) - _NO_LANDS


def _is_land(word: str) -> bool:
    return word in _COUNTRIES or word in _lands()


def _is_nationality(word: str) -> bool:
    return word.endswith(YEH) and (_is_land(word[:-1]) or word[:-1] in _MORE_NATIONS)


def _country(words: tuple[str, ...]) -> str | None:
    """The foreign country that a role names; None for Iran, which its news need not name."""
    for word in words[1:]:
        if word in _COUNTRIES:
            return _COUNTRIES[word]
        if word in _lands():
            return word
    return None


def likeness(one: Office, other: Office) -> float:
    """Return how alike two offices are, from 0 (no word in common) to 1 (the same).

    An office and its deputy's are 0, and so are offices of different countries.
    """
    if one.country != other.country:
        return 0.0
    if (one.head in _UNDER) != (other.head in _UNDER):
        return 0.0
    if one.head == other.head and one.words == other.words:
        return 1.0
    common = len(one.words & other.words) + 0.5 * (one.head == other.head)
    if not common:
        return 0.0
    least = min(len(office.words | {office.head}) for office in (one, other))
    return common / (least - 0.5)
