"""Where the mention of a source ends, and where adjuncts and clauses begin behind it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from gofteh.lexicon.boundaries import (
    ADJUNCT_STARTERS,
    CLAUSE_WORDS,
    FINITE_VERBS,
    FIXED_WITH_NEXT,
    FIXED_WITH_PREVIOUS,
    GOVERNED,
    NO_VERBS,
    OCCASIONS,
    RELATIVE_TIME_WORDS,
    RELATIVE_TIMES,
    TIME_UNITS,
    TRANSPARENT,
    WEEKDAY,
    WEEKDAY_NUMBERS,
)
from gofteh.lexicon.events import SAYING_NOUNS
from gofteh.lexicon.heads import (
    FIRST_PERSON_PRONOUNS,
    LOCATED_HEADS,
    ORGANISATION_HEADS,
    PLURAL_PRONOUNS,
    PRONOUNS,
    ROLE_HEADS,
)
from gofteh.lexicon.names import countries_and_places, given_names
from gofteh.lexicon.nouns import RAISED, SILENT_THINGS
from gofteh.lexicon.particles import (
    A_FEW,
    AND,
    COMMA,
    FROM,
    IN,
    OBJECT,
    ONE,
    ONGOING_OR_NOT,
    PLURAL,
    SEMICOLON,
    SINCE,
    THAT,
    THIS,
    THIS_OR_THAT,
    THIS_THAT_OR_ONE,
    YEH,
)
from gofteh.lexicon.people import ALSO_ADVERBS, HONORIFICS, RELATED, RELATIONS
from gofteh.lexicon.signs import (
    CLOSING_BRACKETS,
    CLOSING_QUOTES,
    COMMAS,
    OPENING_BRACKETS,
    PAUSES,
    is_pictogram,
)
from gofteh.lexicon.word_classes import OF_VERBS, word_classes
from gofteh.text.layout import QUOTE_PAIRS, Layout

_BRACKETS = OPENING_BRACKETS | CLOSING_BRACKETS
_STOPS = frozenset({":", "را", "که", "اینکه", "آنکه", ".", "؟", "!", "?", "…", "/", "|", "\n"})
_ONE_WORD = (
    PRONOUNS | PLURAL_PRONOUNS | FIRST_PERSON_PRONOUNS | {"خودش", "خودشان", "خودم", "خودمان"}
)
# Short for a blessing, in brackets behind a name.
_BLESSINGS = frozenset({"ع", "ص", "س", "ره", "عج"})
# Connectives and signs that may stand behind a mention, and are no part of it.
_TRAILING = frozenset({"و", "،", ",", "؛", "-", "–", "نیز", "هم", "(", "همچنین", "این", "همین"})
_MAX_MENTION = 30
_MIN_SUBJUNCTIVE = 3
_MAX_NAME = 3
# How a verb form with ``می`` ends; names like ``میرکریمی`` do not.
_PERSONAL_ENDS = ("د", "ت", "م", "شده", "رده")
# It opens surnames in front of a given name of four letters or more: ``میرقاسم``; ``میرسید`` is
# oftener *was arriving*.
_MIR, _LEAST_OF_MIR = "میر", 7
# A longer quotation is nobody's name.
MAX_QUOTED = 8
# Behind an indefinite plural these show that its phrase goes on: ``فیلم‌هایی چون …``.
_LIKE = frozenset({"چون", "مثل", "مانند", "همچون", "از", "که", "نظیر"})
# A list of names ends at one of these.
_NO_LIST = frozenset("؛;(")
# *Some*, *one*, *half*: in front of a unit of time.
_COUNTS = (A_FEW, ONE, "نیم")
# *Ago*, *before*, *later*: behind one.
_AGO = ("پیش", "قبل", "پس", "بعد")
# ``در گفت‌وگو با …`` tells the occasion, never the seat of an organisation.
_TALK = ("گفتوگو", "گفتگو")
# Times of the day, and *young*: also parts of the names of papers and clubs of reporters …
_PAPERS = ("شب", "جوان", "صبح", "عصر", "روز")
# … behind these: ``باشگاه خبرنگاران جوان``, ``روزنامه صبح``.
_BEFORE_PAPERS = ("خبرنگاران", "روزنامه", "سایت")
# How finite verbs end: ``انداخت``, ``گرفتند``, ``داریم``; the second person's are mostly orders.
_FINITE_ENDS, _YOUR_END, _LONGEST_SHORT = ("د", "ت", "م"), "ید", 3
# How a verb's past plural ends: ``آمدند``, ``گفتند``.
_PAST_PLURAL = ("دند", "تند")
# ``گفته‌اند``: the perfect's plural.
_PERFECT_PLURAL = "هاند"
# ``فیلم‌هایی``: an indefinite plural.
_INDEFINITE_PLURAL = "هایی"
# Behind a quoted name, these go on with the mention.
_GOES_ON_BEHIND = ("(", COMMA, ",", SEMICOLON, AND)
# How plurals end: behind ``از`` such a noun tells to which group somebody belongs (``از اعضای …``).
_PLURALS = ("ان", PLURAL, "های")
# How a subjunctive begins, affirmed (``بخوابد``) and negated (``نروند``), and how both end.
_SUBJUNCTIVE_PREFIXES = "بن"
_SUBJUNCTIVE_END = "د"
_UNDER_THE_TITLE = ("تحت", "عنوان")


def is_adjunct(layout: Layout, i: int, end: int, head: str | None) -> bool:
    """Whether an adjunct (not part of the phrase headed by ``head``) begins at token ``i``."""
    words = layout.tokens.words
    if i >= end:
        return False
    word = words[i]
    if (time := is_time(words, i, end)) is not None:
        return time
    if word.startswith(IN) and word[2:] in OCCASIONS:
        return True  # ``درهمایش``: the space was lost
    if word not in ADJUNCT_STARTERS or _is_fixed(words, i, end) or _is_surname(words, i):
        return False
    return head is None or not _governed(words, i, end, head)


def _is_surname(words: Sequence[str], i: int) -> bool:
    """Whether an adverb is a surname here: ``علی زمانی``, ``زمانی، رئیس اداره آب``."""
    if words[i] not in ALSO_ADVERBS or words[i + 1] == THAT:
        return False
    before = words[i - 1] if i else ""
    named = before in given_names() or before in HONORIFICS
    # ``علی رادمنش زمانی، وزیر نیرو، …`` has an adverb: nothing like a name stands before a surname
    begins = not before[:1].isalnum() or word_classes().get(before, "F")[:1] not in "FG"
    return named or (begins and words[i + 1] in COMMAS and words[i + 2] in ROLE_HEADS)


def is_time(words: Sequence[str], i: int, end: int) -> bool | None:
    """Return whether a time begins at a word that can begin one; None at any other word."""
    word, after = words[i], words[i + 1] if i + 1 < end else ""
    if word in WEEKDAY_NUMBERS and after == WEEKDAY:
        return True
    if word in RELATIVE_TIMES:
        return after in RELATIVE_TIME_WORDS
    if word in _COUNTS or word.isdigit() or word in WEEKDAY_NUMBERS:
        later = words[i + 2] if i + 2 < end else ""
        return after in TIME_UNITS and later in _AGO
    return None


def _is_fixed(words: Sequence[str], i: int, end: int) -> bool:
    """Whether a word that opens adjuncts is part of a name or a fixed expression here."""
    word, before = words[i], words[i - 1]
    after = words[i + 1] if i + 1 < end else ""
    like = word == SINCE and before.endswith(YEH)
    return (
        like
        or after in FIXED_WITH_NEXT.get(word, ())
        or before in FIXED_WITH_PREVIOUS.get(word, ())
    )


def _governed(words: tuple[str, ...], i: int, end: int, head: str) -> bool:
    """Whether the preposition at ``i`` belongs to the phrase before it."""
    word = words[i]
    before = words[i - 1]
    if before in TRANSPARENT:
        before = words[i - 2]
    if before in GOVERNED.get(word, ()):
        return True
    after = words[i + 1] if i + 1 < end else ""
    if word == IN and head in LOCATED_HEADS:
        return bool(after) and after not in OCCASIONS and not after.startswith(_TALK)
    return word in _PAPERS and before in _BEFORE_PAPERS


@lru_cache(maxsize=1 << 14)  # asked of the same words again and again, in every article
def is_finite(word: str) -> bool:
    """Return whether a word is a verb form that can close a clause.

    What readers judged it to be counts before what it looks like: ``انداخت`` is one, ``میزگرد`` is
    none.
    """
    letters = word_classes().get(word, "")
    if letters and OF_VERBS.issuperset(letters) and _closes_clause(word):
        return True
    named = letters and word.startswith(ONGOING_OR_NOT) and OF_VERBS.isdisjoint(letters)
    return not named and looks_finite(word)


def _closes_clause(word: str) -> bool:
    """Whether a finite verb can close a clause of a report: no subjunctive, no imperative.

    Short ones may be parts of foreign names (``زد``, ``اند``), which no table knows.
    """
    told = word.endswith(_FINITE_ENDS) and not word.endswith(_YOUR_END)
    return told and len(word) > _LONGEST_SHORT and not is_subjunctive(word)


def looks_finite(word: str) -> bool:
    """Return whether a word is one of the common finite verbs, or begins and ends like one."""
    prefixed = word.startswith(ONGOING_OR_NOT) and len(word) > 4 and word not in NO_VERBS
    ongoing = prefixed and word.endswith(_PERSONAL_ENDS) and not _is_named_so(word)
    plural = word.endswith(_PAST_PLURAL) and word not in NO_VERBS
    return word in FINITE_VERBS or ongoing or plural or word.endswith(_PERFECT_PLURAL)


def _is_named_so(word: str) -> bool:
    """Whether a word that looks like a verb is a name: ``میعاد``, ``مینودشت``, ``میرقاسم``."""
    names = given_names()
    surname = word.startswith(_MIR) and len(word) >= _LEAST_OF_MIR and word[len(_MIR) :] in names
    return surname or word in names or word in countries_and_places()


def is_subjunctive(word: str) -> bool:
    """Return whether a word may be a subjunctive: ``بخوابد``, ``نروند``, ``شود``.

    It looks like many nouns (``نژاد``), so it closes a clause only in front of a comma.
    """
    return (
        len(word) > _MIN_SUBJUNCTIVE
        and word[0] in _SUBJUNCTIVE_PREFIXES
        and word.endswith(_SUBJUNCTIVE_END)
    )


def is_silent_thing(words: Sequence[str], i: int) -> bool:
    """Return whether a phrase that begins at ``i`` is a thing that says nothing: ``این پرونده``."""
    return words[i] in THIS_OR_THAT and words[i + 1] in SILENT_THINGS


def mention_at(layout: Layout, start: int, end: int) -> int:
    """Return the end of the source mention that starts at ``start``; ``start`` if there is none."""
    words = layout.tokens.words
    if start >= end or words[start] in _BRACKETS:
        return start
    if words[start] in _ONE_WORD:
        return start + 1
    head, i = _head(words, start), start
    limit = min(end, start + _MAX_MENTION)
    while i < limit:
        after, head = _step(layout, start, i, limit, head)
        if after == i:
            break
        i = after
        if words[i - 1] in CLOSING_QUOTES and _stands_alone(words, start, i, limit):
            break
    end = _trim(layout, start, i)
    # a year or a count alone is nobody: ``بر اساس داده‌های ۲۰۲۴``
    return end if any(not w.isdigit() for w in words[start:end]) else start


def _head(words: tuple[str, ...], start: int) -> str:
    """The noun behind a demonstrative or article, else the first word."""
    return words[start + 1] if words[start] in THIS_THAT_OR_ONE else words[start]


def _step(layout: Layout, start: int, i: int, limit: int, head: str) -> tuple[int, str]:
    """Return the next token of a mention behind ``i`` (or ``i`` where it ends), and its head."""
    word = layout.tokens.words[i]
    if word in QUOTE_PAIRS or word == '"' or word in OPENING_BRACKETS:
        return _behind_pair(layout, start, i, limit), head
    if word in PAUSES:
        goes_on = _goes_on(layout, start, i, limit)
        return (i + 1, layout.tokens.words[i + 1]) if goes_on else (i, head)
    initial = word == "." and _is_initial(layout.tokens.words, start, i)
    if not initial and (word in _STOPS or _ends_before(layout, start, i, limit, head)):
        return i, head
    heads = word in ROLE_HEADS or word in ORGANISATION_HEADS
    return i + 1, word if heads and head not in LOCATED_HEADS else head


def _behind_pair(layout: Layout, start: int, i: int, limit: int) -> int:
    """Behind a quoted name or a gloss in brackets; ``i`` where the signs hold something else."""
    words = layout.tokens.words
    if words[i] in OPENING_BRACKETS:
        return (_parenthesis(words, i, limit) if i > start else None) or i
    close = layout.closing.get(i, limit)
    return i if close >= limit or close - i > MAX_QUOTED else close + 1


def _is_initial(words: Sequence[str], start: int, stop: int) -> bool:
    """``آقای ج. نوری``: a full stop behind one letter."""
    return stop > start and len(words[stop - 1]) == 1 and words[stop - 1].isalpha()


def _ends_before(layout: Layout, start: int, i: int, limit: int, head: str) -> bool:
    """Whether a mention ends in front of ``i``, since an adjunct or an object begins there."""
    words = layout.tokens.words
    if i == start:
        return is_adjunct(layout, i, limit, None) and words[i] not in ROLE_HEADS
    if words[i] == THIS and words[i + 1] in RAISED:
        return True  # ``از سوی اتاق این پیشنهاد مطرح شد``
    if words[i] == THIS and words[i + 1] in SAYING_NOUNS and words[i + 2] == OBJECT:
        return True  # ``مهندس این جمله را گفت``
    glossed = words[i - 1] == ")" and words[i - 2] in _BLESSINGS
    if (glossed and words[i] == IN) or layout.tokens.at(i, *_UNDER_THE_TITLE):
        return True  # ``امام علی (ع) در نامه‌ای``, ``روزنامه X تحت عنوان «…»``
    if words[i].endswith(_INDEFINITE_PLURAL) and words[i + 1] not in _LIKE:
        return True
    return is_adjunct(layout, i, limit, head)


def _stands_alone(words: tuple[str, ...], start: int, i: int, limit: int) -> bool:
    """A quoted name is the whole mention unless an office, a gloss or a comma follows."""
    after = words[i] if i < limit else ""
    quoted = words[start] in QUOTE_PAIRS or words[start] == '"'
    return quoted and after not in ROLE_HEADS and after not in _GOES_ON_BEHIND


def _parenthesis(words: tuple[str, ...], i: int, limit: int) -> int | None:
    """Return the end of a bracket that glosses a name; None where it does something else."""
    for j in range(i + 1, min(limit, i + 8)):
        if words[j] in CLOSING_BRACKETS:
            gloss = words[i + 1].isascii() or words[i + 1] in _BLESSINGS
            return j + 1 if gloss else None
    return None


def _goes_on(layout: Layout, start: int, comma: int, limit: int) -> bool:
    """Whether the words behind a comma are an apposition or a further member of a list."""
    words = layout.tokens.words
    i = comma + 1
    if i >= limit or (words[start] in THIS_OR_THAT and words[i] not in ROLE_HEADS):
        return False
    word = words[i]
    if word in ROLE_HEADS or word in ORGANISATION_HEADS:
        return True
    if word == FROM and i + 1 < limit and words[i + 1].endswith(_PLURALS):
        return True
    return _list_member(layout, i, limit) or _is_bearers_name(layout, start, i, limit)


def _is_bearers_name(layout: Layout, start: int, i: int, limit: int) -> bool:
    """Whether a name between commas is that of the role in front: ``رئیس باشگاه، حسین نوری،``."""
    words = layout.tokens.words
    related = words[start] in RELATED or words[start] in RELATIONS
    if words[start] not in ROLE_HEADS and not related:
        return False
    near = range(i, min(limit, i + _MAX_NAME + 1))
    ends = (j for j in near if words[j] in COMMAS or is_adjunct(layout, j, limit, None))
    name = words[i : next(ends, limit)]
    plain = all(w.isalpha() and not is_finite(w) and w not in CLAUSE_WORDS for w in name)
    alone = len(name) == 1 and name[0] in given_names()  # ``دختر علی فرهمند، مریم،``
    return (alone or 1 < len(name) <= _MAX_NAME) and plain


def _list_member(layout: Layout, i: int, limit: int) -> bool:
    """Whether a list goes on behind a comma: ``و`` follows in front of any adjunct.

    ``صنایع دستی، گردشگری و …``
    """
    words = layout.tokens.words
    for j in range(i, min(limit, i + 7)):
        word = words[j]
        if word == AND:
            return j > i
        if word in _STOPS or word in _NO_LIST or is_adjunct(layout, j, limit, head=""):
            return False
    return False


def _trim(layout: Layout, start: int, end: int) -> int:
    """Take connectives and signs off the end of a mention."""
    words = layout.tokens.words
    while end > start and (words[end - 1] in _TRAILING or is_pictogram(words[end - 1])):
        end -= 1
    return end
