"""The index terms of a text: the forms under which search finds its words again.

Built on the analysis view (`gofteh.text.fold`), so letters, digits and half-spaces of all kinds
are one already. Some habits of writing are made one here, by closed classes alone, without a
lexicon: what is done to the text is done to the query, so a wrong join still finds itself.

- ``می``, ``نمی`` and endings that stand apart are joined: ``نمی توانیم`` → ``نمیتوانیم``;
- plural endings are dropped: ``تحریم‌ها``, ``تحریمهای`` and ``تحریم`` are one term;
- thousands separators are dropped: ``۱۲٬۰۰۰`` and ``12000`` are one term;
- the ی of an ezafe is dropped where a half-space tells it: ``خانه‌ی``, ``خانهٔ`` and ``خانه``;
- some words that newsrooms write in two ways are one: ``قرآن`` and ``قران``, ``هیئت`` and ``هیأت``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from gofteh.text.fold import View, fold
from gofteh.text.tokens import tokenise

# Raise this whenever a text may get other terms than before: stores then index anew.
TERMS_VERSION = 3

# Joined with the word that follows, where the half-space was typed as a space.
_PREFIXES = frozenset("می نمی همی".split())
# Joined with the word before.
_PLURALS = tuple("هایشان هایمان هایتان هایش هایم هایت هایی های ها".split())
_ENDINGS = frozenset((*_PLURALS, "تر", "ترین", "تری"))
# Joined with a participle or a noun in ه: ``رفته ام``, ``خانه ای``.
_AFTER_HE = frozenset("ام ای اند ایم اید".split())
_CLINGING = _ENDINGS | _AFTER_HE
# A plural ending is no ending of less than this: تنها, آنها.
_SHORTEST_STEM = 3
# Longer "words" are no words; the indexes have limits of their own far above.
_LONGEST = 100
# An ezafe that is written out, behind a half-space or what stands for one.
_EZAFE = re.compile("ه[\u200c\u200b\u00ac\u00ad\ufeff]+[یيى]")
# How the view spells the beginnings of words that are written in two ways, and the way kept.
_TWO_WAYS = {
    "مسیول": "مسوول", "هییت": "هیات", "مسیله": "مساله", "جریت": "جرات", "نشیت": "نشات",
    "سیوال": "سوال", "اطاق": "اتاق", "بلیط": "بلیت", "امپراطور": "امپراتور", "باطری": "باتری",
    "گفتوگو": "گفتگو", "جستوجو": "جستجو", "شستوشو": "شستشو",
    "طهران": "تهران", "ذغال": "زغال", "اطریش": "اتریش", "غلطک": "غلتک", "طوفان": "توفان",
    "آمریکا": "امریکا", "آفریقا": "افریقا", "آذربایجان": "اذربایجان", "مسول": "مسوول",
}  # fmt: skip
_BEGINNINGS = re.compile("|".join(_TWO_WAYS))
_SEPARATORS = str.maketrans({":": "_", "/": "_", ".": "_"})


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of a text in order, each with its half-open place in the view."""

    view: View
    keys: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def raw_span(self, first: int, last: int) -> tuple[int, int]:
        """Return the raw offsets from the start of one term to the end of another."""
        return self.view.map.to_raw(self.starts[first], self.ends[last])

    def within(self, start: int, end: int) -> tuple[str, ...]:
        """Return the terms that begin within a raw span."""
        first, last = self.view.map.to_view(start, end)
        return self.keys[bisect_left(self.starts, first) : bisect_left(self.starts, last)]


def terms_of(raw: str) -> Terms:
    """Return the terms of a raw text: letters and digits, ``_`` only between digits."""
    view = fold(raw)
    tokens = tokenise(view.text)
    keys: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    pending = False  # the last key is a prefix that waits for its word
    last = -2  # where the last word ended
    for word, start, end in zip(tokens.all, tokens.starts, tokens.ends, strict=True):
        if not word[0].isalnum():
            pending = False
            continue
        near = start == last + 1 and view.text[last] == " "
        if near and (pending or (word in _CLINGING and _clings(word, keys[-1]))):
            keys[-1], ends[-1] = keys[-1] + word, end
        elif near and word == "ی" and keys[-1].endswith("ه"):  # خانه ی ما
            ends[-1] = end
        else:
            keys.append(_without_ezafe(word, view, start, end))
            starts.append(start)
            ends.append(end)
        last = end
        pending = word in _PREFIXES
    return Terms(view, tuple(map(_key, keys)), tuple(starts), tuple(ends))


def _without_ezafe(word: str, view: View, start: int, end: int) -> str:
    """Return a word without the ی that a half-space parts from its ه: nothing else tells them."""
    if not word.endswith("هی"):
        return word
    first, last = view.map.to_raw(start, end)
    return word[:-1] if _EZAFE.search(view.raw, first, last) else word


def _clings(word: str, before: str) -> bool:
    if not before.isalpha():
        return False
    return word in _ENDINGS or before.endswith("ه")


def joined_key(one: str, other: str) -> str:
    """Return the term of two words that are written as one."""
    return _key(one + _inside(other))


def _inside(word: str) -> str:
    """Return letters as a term has them behind its first: there آ and ا are one."""
    return word.replace("آ", "ا")


@lru_cache(maxsize=100_000)  # few words make up most of any text
def _key(word: str) -> str:
    if word[0].isdigit():
        return word.replace(",", "").translate(_SEPARATORS)[:_LONGEST]
    word = word[0] + _inside(word[1:])
    if found := _BEGINNINGS.match(word):
        word = _TWO_WAYS[found.group()] + word[found.end() :]
    for ending in _PLURALS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)][:_LONGEST]
    return word[:_LONGEST]
