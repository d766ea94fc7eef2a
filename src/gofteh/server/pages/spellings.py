"""Under which other spellings a search found its words: what was taken for one is told. Pure."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gofteh.store import Piece
from gofteh.text.plurals import other_numbers
from gofteh.text.terms import joined_key, terms_of

_MOST_WORDS, _MOST_SPELLINGS = 3, 5
# Arabic letters for Persian ones; half-spaces and the stroke that lengthens a word.
_ONE_LETTER = {ord("ي"): "ی", ord("ى"): "ی", ord("ك"): "ک", 0x200C: None, ord("ـ"): None}


@dataclass(frozen=True, slots=True)
class Spellings:
    """A word as it was typed, and the other spellings under which it was found."""

    typed: str
    others: tuple[str, ...]


def spellings(words: str, snippets: Iterable[Sequence[Piece]]) -> tuple[Spellings, ...]:
    """Return the words of a query that marked pieces spell in other ways, the commonest first.

    A noun in another number is one, too; letters of other alphabets (``ي`` for ``ی``) and vowel
    signs are none.
    """
    typed = _typed(words)
    found: dict[str, Counter[str]] = {}
    for piece in (one for pieces in snippets for one in pieces if one.marked):
        key = _key(piece.text)
        if key in typed and _plain(piece.text) != _plain(typed[key]):
            found.setdefault(typed[key], Counter())[" ".join(piece.text.split())] += 1
    told = (Spellings(word, _distinct(others)) for word, others in found.items())
    return tuple(told)[:_MOST_WORDS]


def _distinct(others: Counter[str]) -> tuple[str, ...]:
    """Return the commonest of those that differ in alphabets and vowel signs alone."""
    kept: dict[str, str] = {}
    for spelling, _ in others.most_common():
        kept.setdefault(_plain(spelling), spelling)
    return tuple(kept.values())[:_MOST_SPELLINGS]


def _plain(text: str) -> str:
    """Return a spelling without what makes no other one of it; hamzas make one."""
    letters = unicodedata.normalize("NFC", text).translate(_ONE_LETTER)
    return "".join(char for char in letters if unicodedata.category(char) != "Mn")


def _typed(words: str) -> dict[str, str]:
    """Return each word of a query under its term; two neighbours too, as one."""
    terms = terms_of(words)
    found: dict[str, str] = {}
    for at, (one, other) in enumerate(zip(terms.keys, terms.keys[1:], strict=False)):
        found[joined_key(one, other)] = words[slice(*terms.raw_span(at, at + 1))]
    for at, key in enumerate(terms.keys):
        word = words[slice(*terms.raw_span(at, at))]
        found |= dict.fromkeys(other_numbers(key), word) | {key: word}
    return found


def _key(piece: str) -> str:
    first, *rest = terms_of(piece).keys or ("",)
    for other in rest:
        first = joined_key(first, other)
    return first
