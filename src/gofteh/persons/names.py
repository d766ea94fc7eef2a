"""Names of persons: their given names and surnames, and when two are one person's.

Names are compared by their letters run together, since half of the web has lost its half-spaces:
``محمد باقر`` and ``محمدباقر`` are one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from gofteh.lexicon.heads import DOCUMENT_HEADS, ROLE_HEADS
from gofteh.lexicon.names import given_names, iranian_names
from gofteh.lexicon.nouns import ACT_OF
from gofteh.lexicon.particles import ONGOING_OR_NOT
from gofteh.lexicon.people import HONORIFICS, RANK_BEFORE_HONORIFIC, SURNAME_ENDS
from gofteh.persons.weights import word_weights
from gofteh.text.fold import fold_text, fold_word, word_set

# Words in front of a name that are no part of it: honorifics, writings and acts by which somebody
# speaks, and adverbs that the extraction took into the name.
_BEFORE = (
    HONORIFICS
    | DOCUMENT_HEADS
    | frozenset(ACT_OF)
    | word_set(
        """
    حجتالاسلاموالمسلمین حجتالاسلامو حجهالاسلاموالمسلمین حجتالسلام امیرسرلشکر امیرسرلشگر
    پاسخ واکنش سخنرانی حضور انتقاد اعتراض تصمیم رفتار ایا گفتار عملکرد دیدگاه روایت وصیت
    اقای اقا جناباقای دیدار پیام حکم نامه سخنان سخن اظهارات گفته گفتههای صفحه توییت توییتر خود
    مثلا شخص مرحومه سرکارخانم برادر_ارجمند حضرتایتالله ایتالله ایت ایتاللهالعظمی علامه امام دکتر
    دکترسید مهندسسید سرتیپ۲ سرتیپ2 سرلشگر سپهبد ارتشبد مستر لرد سر پرنسس پرنس شاهزاده پاپ قاضی
    پرزیدنت پرفسور سیده میر کربلایی مشهدی حاجیه کاپ دستور تیم حتی البته پست پیامک مصاحبه گزارش
    """
    )
)
# Joined to a given name: ``سیدمرتضی``.
_JOINED = ("سیده", "سید", "حاج")
# Blessings behind a name, as if they were parts of it.
_AFTER = word_set("ره رض ع س ص دامت مدظله العالی زید عزه")
# Endings that writers set apart from a name, and the last letter of those that take them:
# ``خامنه ای``.
_ENDINGS = frozenset(("ای", "یی"))
# Many write the name of God as its first letter and dots: ``آیت ا...``, ``روح ا…``, ``آیت ا لله``.
_GOD, _FIRST_OF_GOD, _REST_OF_GOD = "الله", "ا", ("لله", "له")
_OF_GOD = word_set(
    "ایت آیت حجت روح نصر فتح عزت رحمت نعمت قدرت اسد ید فضل خیر شکر حبیب امر سیف ذبیح عین ولی نبی "
    "لطف حشمت نور حجه حجة"
)
_TAKES_ENDINGS = "ه"
# Words of sentences: what holds one is no name, or more than one.
_NO_NAME = word_set(
    """
    این ان که را در به از با باید هر هرگونه هیچ و یا تا بر برای است بود شد کرد گفت نیز هم همه ملی
    چه چرا اگر اما هنوز همچنین دیروز امروز فردا
    """
)
# A name behind one of these is not the speaker's: ``همسر …``.
RELATIVES = word_set(
    """
    همسر برادر خواهر پدر مادر پسر دختر فرزند فرزندان خانواده خانوادهی عروس داماد عموی دایی وکیل
    وکلای دفتر مشاور مشاوران سخنگوی نماینده یاران طرفداران هواداران رقیب رقبای مخالفان منتقدان
    دولت کابینه حامیان شاگرد شاگردان جانشین دوست دوستان همکار همکاران هیات ستاد تیم بستگان
    """
)
_WORD = re.compile(r"[^\W_]+")
_MOST_WORDS = 6
# A word of this inverse document frequency (one article in 150) or more can be a name.
_RARE = 5.0
_LONGEST_GIVEN = 3
_LONGEST_SURNAME = 3
_SHORTEST_GIVEN = 3


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name's folded words, of which the first ``given`` are given names.

    ``words`` are empty where a text holds no name.
    """

    words: tuple[str, ...]
    given: int

    @property
    def joined(self) -> str:
        """The letters of the name, run together."""
        return "".join(self.words)

    @property
    def surname(self) -> str:
        """The letters behind the given names; all where nothing stands in front."""
        return "".join(self.words[self.given :])

    @property
    def first(self) -> str:
        """The letters of the given names; empty without one."""
        return "".join(self.words[: self.given])

    @property
    def is_full(self) -> bool:
        """Whether a given name and more is there."""
        return 0 < self.given < len(self.words)


# Many writers leave out the mark of ``آ``, and the hamza.
_MARKED_ALEF, _ALEF, _HAMZA = "آ", "ا", "ء"


def bare_alef(text: str) -> str:
    """Return a text with ``ا`` for ``آ`` and without ``ء`` (``علاءالدین``)."""
    return text.replace(_MARKED_ALEF, _ALEF).replace(_HAMZA, "")


def folded_words(text: str) -> tuple[str, ...]:
    """Return the words of a text, letters folded, ``آ`` as ``ا``, signs left out."""
    return tuple(_WORD.findall(bare_alef(fold_text(text))))


@lru_cache(maxsize=200_000)
def parse_name(text: str) -> PersonName:
    """Return a name's parts, without honorifics and other words that are no part of it."""
    words = _without_surroundings(_closed_up(folded_words(text)))
    words = (*map(_without_joined, words[:1]), *words[1:])
    return PersonName(words, _given(words))


def regrouped(name: str | None, role: str | None) -> tuple[str | None, str | None]:
    """Return name and role with a surname put back that the extraction took for part of the role.

    ``سعید`` and ``رهنما وزیر راه`` become ``سعید رهنما`` and ``وزیر راه``: an article hardly calls
    the holder of an office by a given name alone.
    """
    if not name or not role or len(name.split()) != 1:
        return name, role
    words = role.split()
    heads = (at for at, word in enumerate(words) if fold_word(word) in ROLE_HEADS)
    head = next(heads, 0)
    whole = " ".join((name, *words[:head]))
    if not 0 < head <= _LONGEST_SURNAME or not has_known_given(parse_name(whole)):
        return name, role
    return whole, " ".join(words[head:])


def is_plausible(name: PersonName) -> bool:
    """Return whether a name can be one: no longer than names are, and no grammar in it."""
    if len(name.words) > _MOST_WORDS or not _NO_NAME.isdisjoint(name.words):
        return False
    if len(name.words) > 1 and all(map(_is_common, name.words)):
        return False
    return not any(word.startswith(ONGOING_OR_NOT) and len(word) > 6 for word in name.words[1:])


def _closed_up(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words with parts that stand apart joined on: ``خامنه ای``, ``روح ا...``."""
    closed: list[str] = []
    for word in words:
        before = closed[-1] if closed else ""
        if word in _ENDINGS and before.endswith(_TAKES_ENDINGS):
            closed[-1] += word
        elif word == _FIRST_OF_GOD and before in _OF_GOD:
            closed[-1] += _GOD
        elif not (word in _REST_OF_GOD and before.removesuffix(_GOD) in _OF_GOD):
            closed.append(word)
    return tuple(closed)


@lru_cache(maxsize=1)
def _plain_given() -> frozenset[str]:
    return frozenset(bare_alef(name) for name in given_names())


@lru_cache(maxsize=1)
def _plain_iranian() -> frozenset[str]:
    return frozenset(bare_alef(name) for name in iranian_names())


@lru_cache(maxsize=1)
def _plain_before() -> frozenset[str]:
    return frozenset(bare_alef(word) for word in _BEFORE)


def _without_surroundings(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words without those in front and behind that are no name, unless nothing is left."""
    before, first, end = _plain_before(), 0, len(words)
    while first < end - 1 and _is_before(words, first, before):
        first += 1
    while end - 1 > first and words[end - 1] in _AFTER:
        end -= 1
    return words[first:end]


def _is_before(words: tuple[str, ...], at: int, before: frozenset[str]) -> bool:
    """Whether a word stands in front of the name that follows, and is no part of it."""
    word, follower = words[at], words[at + 1]
    if word in RANK_BEFORE_HONORIFIC:
        return follower in before
    if word in RELATIVES:
        return False
    if word in before or (word in ROLE_HEADS and follower in _plain_given()):
        return True
    # ``شانس پیروزی بوریس …``: words of the news in front of a given name and a surname.
    return at < len(words) - 2 and _is_common(word) and follower in _plain_given()


@lru_cache(maxsize=50_000)
def _is_common(word: str) -> bool:
    """Whether a word is so frequent in the news that it is no name: ``یادداشت``, ``پاسخ``."""
    weight = word_weights().get(word, _RARE)
    return weight < _RARE and word not in _plain_given() and not _is_iranian_part(word)


def _is_iranian_part(word: str) -> bool:
    """Whether a word begins with a given name, as compounds do: ``محمدباقر``."""
    return any(word[:k] in _plain_iranian() for k in range(3, len(word)))


def _without_joined(word: str) -> str:
    """A given name without the honorific joined to its front: ``سیدمرتضی``.

    Within a name it is no honorific, but the beginning of a surname: ``حاج‌علی مقدم``.
    """
    for prefix in _JOINED:
        rest = word.removeprefix(prefix)
        if rest != word and rest in _plain_iranian():
            return rest
    return word


def _given(words: tuple[str, ...]) -> int:
    """How many of the first words are given names; the last word never is."""
    known, count = _plain_given(), 0
    while count < min(_LONGEST_GIVEN, len(words) - 1) and words[count] in known:
        count += 1
    if count == 0 and len(words) > 1:
        # A foreign given name, which no list knows: the first word of two or more.
        return 0 if words[1] in SURNAME_ENDS else 1
    # ``علی رضا زاده``: the end of a surname is no surname by itself.
    while count > 1 and "".join(words[count:]) in SURNAME_ENDS:
        count -= 1
    return count


def has_known_given(name: PersonName) -> bool:
    """Return whether the list of Iranian given names has the one in front of the surname."""
    return name.first in _plain_iranian()


def begins_with_given(name: PersonName) -> bool:
    """Return whether the list of Iranian given names has the first word."""
    return name.words[:1] != () and name.words[0] in _plain_iranian()


def same_person_name(one: PersonName, other: PersonName) -> str | None:
    """Return how two full names are one person's: ``same``, ``longer``, ``spelling``; or ``None``.

    ``longer``: the given names are the same, and one surname begins or ends the other.
    ``spelling``: one letter apart, or a name from abroad with the same consonants.
    """
    if one.joined == other.joined:
        return "same"
    if _longer(one, other) or _longer(other, one):
        return "longer"
    return "spelling" if _misspelt(one, other) else None


def is_mixed_up(one: PersonName, other: PersonName) -> bool:
    """Return whether two names are one but for the second of two given names.

    ``محمدجعفر`` and ``محمدجواد``: outlets mix them up, of the holder of one office they are a slip.
    """
    if one.surname != other.surname or one.first == other.first:
        return False
    starts = (one.first[:k] for k in range(_SHORTEST_GIVEN, len(one.first) + 1))
    return any(start in _plain_iranian() and other.first.startswith(start) for start in starts)


def may_be_same(name: PersonName, spelled: str) -> bool:
    """Return whether `same_person_name` may be of a name and a spelling (folded words, blanks).

    Told by the first letters alone, which are the same, or the next two where one is a slip.
    """
    letters = name.joined
    return spelled[:1] == letters[:1] or letters[1:3] in spelled[:4]


def _longer(short: PersonName, long: PersonName) -> bool:
    """``علی نجفی`` and ``علی نجفی خوشرودی``; ``جلال حسینی`` and ``محمد جلال حسینی`` are not."""
    if len(short.joined) >= len(long.joined) or not short.is_full:
        return False
    if short.first != long.first:
        return False
    kept = short.words[short.given :]
    rest = long.words[long.given :]
    whole = rest[: len(kept)] == kept or rest[-len(kept) :] == kept
    return whole or _run_on(short.surname, rest)


def _run_on(surname: str, words: tuple[str, ...]) -> bool:
    """Whether some first or last words, run together, are a surname."""
    cuts = range(1, len(words))
    return any(surname in ("".join(words[:k]), "".join(words[k:])) for k in cuts)


# Vowels are left out of a skeleton; of letters that sound alike one stands for all.
_SKELETON = str.maketrans(
    dict.fromkeys("اویئعهح", "") | dict(zip("طصثذظضغ", "تسسزززق", strict=True))
)
# In shorter names one letter makes another name.
_SHORTEST_MISSPELT = 6


def skeleton(letters: str) -> str:
    """Return the first letter and the consonants of a name, one for all that sound alike."""
    return letters[:1] + letters[1:].translate(_SKELETON)


def _misspelt(one: PersonName, other: PersonName) -> bool:
    """Whether two full names are spellings of one; Iranian given names must be the same."""
    if not (one.is_full and other.is_full):
        return False
    if one.first in _plain_iranian() and other.first in _plain_iranian():
        return one.first == other.first and _close(one.surname, other.surname)
    same_first = skeleton(one.first) == skeleton(other.first) or _close(one.first, other.first)
    same_last = skeleton(one.surname) == skeleton(other.surname)
    return same_first and (same_last or _close(one.surname, other.surname))


def _close(one: str, other: str) -> bool:
    """Whether two words are the same, or long enough for one letter between them to be a slip."""
    if min(len(one), len(other)) < _SHORTEST_MISSPELT or abs(len(one) - len(other)) > 1:
        return one == other
    if len(one) == len(other):
        return sum(a != b for a, b in zip(one, other, strict=True)) <= 1
    long, short = (one, other) if len(one) > len(other) else (other, one)
    return any(long[:i] + long[i + 1 :] == short for i in range(len(long)))


def name_keys(name: PersonName) -> tuple[str, ...]:
    """Return the keys under which a person of a full name is registered and looked up.

    ``n:`` the whole name, ``l:`` its last word, ``s:`` the surname and each of its ends, ``k:`` its
    skeleton, ``f:`` a given name from abroad (and ``s:``, as articles may use it like a surname).
    """
    keys = {f"n:{name.joined}", f"l:{name.words[-1]}", f"s:{name.surname}"}
    keys |= {f"s:{''.join(name.words[k:])}" for k in range(1, len(name.words))}
    keys.add(f"k:{skeleton(name.surname)}")
    if name.is_full and name.first not in _plain_iranian():
        keys |= {f"f:{name.first}", f"s:{name.first}"}
    return tuple(sorted(keys))
