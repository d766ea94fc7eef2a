"""The sayers an article has named beyond doubt, to tell a subject from the object behind it.

``جلالی هدف از این طرح را … دانست``: no mark parts subject and object. Where another sentence says
``جلالی گفت:``, ``جلالی`` is known to be a whole mention.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from gofteh.speakers.lexicon import countries, given_names
from gofteh.statements.lexicon.grammar import (
    DOCUMENT_HEADS,
    ORGANISATION_HEADS,
    PLURAL_PRONOUNS,
    PRONOUNS,
    ROLE_HEADS,
)
from gofteh.text.fold import word_set
from gofteh.text.layout import Layout

# Adjectives that belong to a demonstrative's noun: ``این مقام مسئول``.
_DEMONSTRATIVE_ADJECTIVES = word_set(
    """
    مسیول ارشد قضایی انتظامی نظامی دولتی امنیتی سیاسی اقتصادی فرهنگی محلی آگاه بلندپایه ایرانی
    آمریکایی عراقی روسی استانی کشوری لشکری مذهبی صنفی کارگری پیشین سابق مطلع رسمی خبری دانشگاهی
    حقوقی ورزشی هنری علمی مجلس پارلمان اجرایی
    """
)
_JOINERS = frozenset({"و", "در", "از", "به", "با", "،", "برای"})


@dataclass(frozen=True, slots=True)
class Known:
    """Mentions (folded word tuples) that stand right in front of a marked cue somewhere."""

    mentions: frozenset[tuple[str, ...]]
    surnames: frozenset[str] = frozenset()

    @classmethod
    def of(cls, mentions: Iterable[tuple[str, ...]]) -> Known:
        """Return the known mentions; the empty one is left out."""
        plain = [tuple(w for w in m if w[0].isalnum()) for m in mentions]
        surnames = {m[-1] for m in plain if len(m) == 2 and m[0] in given_names()}
        return cls(frozenset(m for m in plain if m), frozenset(surnames))

    def cut(self, layout: Layout, start: int, end: int) -> int | None:
        """Return where the mention at ``start`` ends within ``[start, end)``, or None."""
        words = layout.tokens.words[start:end]
        for length in range(len(words), 0, -1):
            if words[:length] in self.mentions:
                return start + length
        if words and words[0] in self.surnames:
            return start + 1
        return _by_shape(words, start)

    def begins(self, layout: Layout, start: int, end: int) -> bool:
        """Whether a known mention stands at ``start``."""
        words = layout.tokens.words[start:end]
        return any(words[:n] in self.mentions for n in range(1, len(words) + 1))


def _by_shape(words: tuple[str, ...], start: int) -> int | None:
    if not words:
        return None
    number = next((k for k, w in enumerate(words) if k > 1 and w.isdigit()), None)
    if number is not None and number + 2 < len(words):
        return start + number
    if words[0] in PRONOUNS or words[0] in PLURAL_PRONOUNS:
        return start + 1
    if words[0] in ("این", "آن") and len(words) > 2:
        return start + 2 + (words[2] in _DEMONSTRATIVE_ADJECTIVES)
    if words[0] in ROLE_HEADS or words[0] in ORGANISATION_HEADS:
        return _behind_country(words, start)
    if words[0] in DOCUMENT_HEADS and words[0].endswith("ها"):
        return start + 1
    if words[0] in given_names() and len(words) > 2:
        return start + 2
    return None


def _behind_country(words: tuple[str, ...], start: int) -> int | None:
    """An office's or body's name ends behind a country: ``وزیر خارجه آمریکا``."""
    known = countries()
    for k in range(1, len(words) - 1):
        if words[k] in known and words[k + 1] not in _JOINERS and words[k + 1] not in given_names():
            return start + k + 1
    return None
