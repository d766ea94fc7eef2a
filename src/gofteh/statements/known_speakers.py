"""Mentions that an article names beyond doubt, to tell a subject from the object behind it.

``جلالی هدف از این طرح را … دانست``: no mark parts subject and object. Where another sentence says
``جلالی گفت:``, ``جلالی`` is known to be a whole mention.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from gofteh.lexicon.boundaries import DEMONSTRATIVE_ADJECTIVES, JOINERS, NUMBERS, OPEN_DETERMINERS
from gofteh.lexicon.classes import ROLE_OR_ORGANISATION, is_a
from gofteh.lexicon.events import EVENT_OBJECTS, EVENT_ORGANISATIONS, MEASURES
from gofteh.lexicon.heads import (
    DOCUMENT_HEADS,
    PLURAL_PRONOUNS,
    PRONOUNS,
    ROLE_HEADS,
)
from gofteh.lexicon.names import countries, countries_and_places, given_names
from gofteh.lexicon.outlets import OUTLET_NOUNS
from gofteh.lexicon.particles import AND, COMMA, ON, PLURAL, THIS, THIS_OR_THAT, YEH
from gofteh.lexicon.people import BINDS_NAMES, HONORIFICS, ONE_WORD_SPEAKERS, SURNAME_ENDS
from gofteh.statements.repeats import Repeats
from gofteh.text.layout import Layout
from gofteh.text.tokens import word_at

_SHORT_OBJECT = 3
# Words of a role or organisation: head, field and place.
_OFFICE = 3
# How far into a mention a repeated name may begin: روابط عمومی شرکت …
_DEEP = 4


@dataclass(frozen=True, slots=True)
class KnownSpeakers:
    """What an article shows about its speakers' mentions, each a tuple of folded words.

    ``mentions`` stand alone in front of a cue with a marker somewhere (``جلالی گفت:``). Their
    surnames, and words behind a given name, are the ``surnames``. ``names`` stand behind a given
    name or an outlet's noun (``روزنامه``) somewhere: even a common word is a name there.
    ``repeats`` tells which words stand together more than once.
    """

    mentions: frozenset[tuple[str, ...]]
    surnames: frozenset[str]
    names: frozenset[str]
    repeats: Repeats

    @classmethod
    def of(
        cls, layout: Layout, mentions: Iterable[tuple[str, ...]], surnames: Iterable[str] = ()
    ) -> KnownSpeakers:
        """Return what some mentions, and further surnames, show about an article's speakers."""
        plain = [tuple(w for w in m if w[0].isalnum()) for m in mentions]
        plain += [m[:k] for m in plain if (k := _office_at(m))]
        family = {m[-1] for m in plain if len(m) == 2 and m[0] in given_names()}
        whole = frozenset(m for m in plain if m)
        family |= set(surnames)
        opens = _name_openers()
        names = frozenset([b for a, b in pairwise(layout.tokens.words) if a in opens])
        return cls(whole, frozenset(family), names, Repeats(layout))

    def cut(self, layout: Layout, start: int, end: int) -> int | None:
        """Return where the mention at ``start`` ends within ``[start, end)``, or None.

        The surest evidence first: a mention that the article names elsewhere, then words that it
        repeats, then a surname that it shows; last the words themselves, which only suggest an end.
        """
        found = self._cut(layout, start, end)
        binds = found is not None and found < end and layout.tokens.words[found - 1] in BINDS_NAMES
        return found + 1 if found is not None and binds else found  # ``سالم بن ناصر``

    def _cut(self, layout: Layout, start: int, end: int) -> int | None:
        words = layout.tokens.words[start:end]
        for length in range(len(words), 0, -1):
            if words[:length] in self.mentions:
                return start + length
        heads = (k for k, w in enumerate(words) if k < _DEEP and _is_head(w))
        repeated = next((r for k in heads if (r := self.repeats.longest(start + k, end))), None)
        if repeated:
            return repeated
        if words and words[0] in self.surnames:
            return start + 1
        return _by_shape(words, start)

    def surname(self, layout: Layout, start: int, end: int) -> int | None:
        """Return where a surname alone ends, in front of what is not part of a mention.

        ``نوری تصویری از …``: two words that stand together only here are no name.
        """
        words = layout.tokens.words
        alone = end > start + 1 and words[start] in self.surnames
        if not alone or _is_head(words[start]) or not _is_noun(words[start + 1]):
            return None
        return start + 1 if self.repeats.by_chance(start) else None

    def begins(self, layout: Layout, start: int, end: int) -> bool:
        """Whether a known mention stands at ``start``."""
        words = layout.tokens.words[start:end]
        return any(words[:n] in self.mentions for n in range(1, len(words) + 1))


@cache
def _name_openers() -> frozenset[str]:
    """Return the words behind which a name stands."""
    return given_names() | OUTLET_NOUNS


def _is_noun(word: str) -> bool:
    return word.isalpha() and word != AND and not _is_head(word)


def _office_at(mention: tuple[str, ...]) -> int:
    """Where the role behind a name begins in a mention; 0 where it has none."""
    if not mention or _is_head(mention[0]):
        return 0
    return next((k for k, w in enumerate(mention) if k and w in ROLE_HEADS), 0)


def _is_head(word: str) -> bool:
    return is_a(word, ROLE_OR_ORGANISATION)


def _by_shape(words: tuple[str, ...], start: int) -> int | None:
    """Where a mention ends by its own words alone, or None."""
    if not words:
        return None
    length = _before_object(words) or _by_head(words)
    return start + length if length else None


def _before_object(words: tuple[str, ...]) -> int | None:
    """Where an object opens: at a number, event, measure or determiner; None if at none.

    Or where a comma ends the mention.
    """
    number = next((k for k, w in enumerate(words) if k > 1 and w.isdigit()), None)
    if number is not None and number + 2 < len(words):
        return number
    event = _event_at(words) if _is_head(words[0]) else None
    event = event or _measure_at(words)
    comma = (k for k, w in enumerate(words) if w == COMMA and _closes_name(words, k))
    determined = (k for k in range(1, len(words)) if _opens_object(words, k))
    first = next(determined, None)
    if event is not None and first is not None and words[first] in NUMBERS:
        return min(event, first)  # ``به گفته پلیس ده نفر بازداشت شدند``
    return event or next(comma, None) or first


def _by_head(words: tuple[str, ...]) -> int | None:
    """How many words the mention is that the first one heads."""
    first = words[0]
    if first in countries():
        return 1 if len(words) > 1 and words[1] not in JOINERS else None
    if first in PRONOUNS or first in PLURAL_PRONOUNS:
        return 1
    if first in THIS_OR_THAT and len(words) > 2:
        return 2 + (words[2] in DEMONSTRATIVE_ADJECTIVES)
    if _is_head(first):
        named = words[-1] in countries_and_places()  # ``انجمن تخصصی مواد مخدر آلمان``
        return _behind_country(words) or (None if named else _behind_field(words))
    if first in DOCUMENT_HEADS and first.endswith(PLURAL):
        return 1
    return _name_length(words) if first in given_names() and len(words) > 2 else None


def _name_length(words: tuple[str, ...]) -> int:
    """How many words a name is that begins with a given one: ``محمدهادی هاشم پور``."""
    given = 2 if words[1] in given_names() else 1
    length = min(given + 1, len(words))
    return length + (word_at(words, length) in SURNAME_ENDS)


def titled_length(words: tuple[str, ...]) -> int | None:
    """Return how many words a titled name has in front of something else: ``آقای نوری دولت``."""
    titles = next(k for k, w in enumerate((*words, "")) if w not in HONORIFICS)
    if titles >= len(words) or _is_head(words[titles]):
        return None
    given = words[titles] in given_names() and titles + 2 < len(words)
    length = titles + given + 1
    length += word_at(words, length) in SURNAME_ENDS
    return length if length < len(words) and words[length] not in ROLE_HEADS else None


def _event_at(words: tuple[str, ...]) -> int | None:
    """Where an event that an organisation announces or denies begins: ``وزارت نیرو قطع برق را``."""
    first = 1 if words[0] in ONE_WORD_SPEAKERS else 2
    events = (k for k, w in enumerate(words) if k >= first and w in EVENT_OBJECTS)
    event = next((k for k in events if words[k - 1] not in EVENT_ORGANISATIONS), None)
    determined = event is not None and event > first and words[event - 1] in OPEN_DETERMINERS
    return event - 1 if event is not None and determined else event


def _measure_at(words: tuple[str, ...]) -> int | None:
    """Where what is measured begins: ``مرکز آمار نرخ بیکاری را``."""
    first = 1 if words[0] in ONE_WORD_SPEAKERS else 2
    measured = (k for k, w in enumerate(words) if k >= first and w in MEASURES)
    at = next((k for k in measured if words[k - 1] not in JOINERS and words[k - 1] != ON), None)
    return at - 1 if at is not None and words[at - 1] in OPEN_DETERMINERS else at


def _closes_name(words: tuple[str, ...], k: int) -> bool:
    """Whether a comma ends a mention: no apposition and no row of adjectives follows."""
    after = word_at(words, k + 1)
    adjectives = word_at(words, k - 1).endswith(YEH) and after.endswith(YEH)
    return k > 0 and after not in ROLE_HEADS and not adjectives


def _behind_field(words: tuple[str, ...]) -> int | None:
    """Three words for a role or organisation whose end nothing else shows: head, field, place."""
    end = _OFFICE
    while end < len(words) and "." in words[end - 1 : end + 1]:
        end += 1  # ``باشگاه آ.اس رم``
    end += end > _OFFICE
    return end if len(words) > end + 1 else None


def _opens_object(words: tuple[str, ...], k: int) -> bool:
    """Whether a determiner or number at ``k`` opens a new phrase rather than going on."""
    if words[k] in NUMBERS:
        return True
    short = len(words) - k <= _SHORT_OBJECT
    return words[k] in OPEN_DETERMINERS and (words[k] != THIS or (k > 1 and short))


def _behind_country(words: tuple[str, ...]) -> int | None:
    """How many words a role or organisation has up to a country: ``وزیر خارجه آمریکا``."""
    known = countries_and_places()
    for k in range(1, len(words) - 1):
        if words[k] in known and words[k + 1] not in JOINERS and words[k + 1] not in given_names():
            return k + 1
    return None
