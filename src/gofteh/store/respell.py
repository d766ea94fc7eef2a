"""Did you mean: words of a query that the store hardly has, as words that it has.

Nothing is learned or listed: what a word may have been meant for is made of its letters (one slip
away, or letters of one sound exchanged), and the index is asked how often it has each. So the time
is bounded by the query, whatever the store holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from gofteh.store.database import Database, Index, Match
from gofteh.store.query import OPERATORS, Term
from gofteh.store.read import stored_article_heads, stored_statements
from gofteh.store.records import StoredStatement
from gofteh.text.fold import fold_word
from gofteh.text.terms import terms_of

# A word that so many rows have is meant; a guess must be so many times as common.
_RARE, _TIMES = 2, 5
_SHORTEST, _LONGEST = 3, 16  # letters of a word that is looked at
_MOST_WORDS = 4
_LETTERS = "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"
# Letters that sound alike in Persian, or of which one is the other's beginning.
_ALIKE = ("سصث", "زذضظ", "تط", "هح", "غق", "اعآ", "کگ", "جچ", "بپ", "زژ")
_SOUNDS = {
    letter: "".join(group.replace(letter, "") for group in _ALIKE if letter in group)
    for letter in set("".join(_ALIKE))
}
# What the keys of a Persian keyboard write where it was left on English (ISIRI 9147).
_KEYBOARD = str.maketrans(
    "qwertyuiopasdfghjklzxcvbnm", "ضصثقفغعهخحشسیبلاتنمظطزرذدپ"
)  # fmt: skip
# How much likelier each kind of slip is than any: letters of one sound, the other keyboard.
_SLIP, _SOUND, _SWAP, _SPLIT, _TYPED_LATIN = 1, 8, 4, 2, 8


@dataclass(frozen=True, slots=True)
class _Guess:
    """What a word may have been meant for: one term, or two where a space was left out."""

    keys: tuple[str, ...]
    weight: int


def respelled(db: Database, index: Index, words: str) -> str | None:
    """Return a query with its rare words as similar ones that the store has more of.

    ``None`` where every word is common enough, or nothing similar is commoner.
    """
    terms = terms_of(words)
    places = [
        (i, key)
        for i, key in enumerate(terms.keys)
        if key.isalpha()
        and _SHORTEST <= len(key) <= _LONGEST
        and _raw(words, terms.raw_span(i, i)) not in OPERATORS
    ]
    known = db.frequencies(index, list({key for _, key in places}))
    rare = [(i, key) for i, key in places if known.get(key, 0) <= _RARE][:_MOST_WORDS]
    made = words
    for i, key in reversed(rare):  # from the end, so that offsets before it stay
        found = _best(db, index, key, known.get(key, 0))
        if found:
            start, end = terms.raw_span(i, i)
            made = made[:start] + " ".join(_spelled(db, index, one) for one in found) + made[end:]
    return made if made != words else None


def _raw(words: str, span: tuple[int, int]) -> str:
    return fold_word(words[slice(*span)])


def _best(db: Database, index: Index, key: str, known: int) -> tuple[str, ...]:
    """Return the likeliest guess; nothing where none is much commoner than the word."""
    guesses = list(_guesses(key))
    frequencies = db.frequencies(index, list({one for guess in guesses for one in guess.keys}))
    rated = ((_rated(guess, frequencies), guess.keys) for guess in guesses)
    score, found = max(rated, default=(0, ()))
    likely = score > 0 and min(frequencies[one] for one in found) > known * _TIMES
    return found if likely else ()


def _rated(guess: _Guess, frequencies: Mapping[str, int]) -> int:
    return guess.weight * min(frequencies.get(one, 0) for one in guess.keys)


def _guesses(key: str) -> Iterator[_Guess]:
    if key.isascii():
        typed = key.lower().translate(_KEYBOARD)
        yield from (_Guess((one,), _TYPED_LATIN) for one in {typed, f"آ{typed[1:]}"} if one != key)
        return
    yield from (_Guess((one,), _SOUND) for one in _of_one_sound(key))
    yield from (_Guess((one,), _SWAP) for one in _swapped(key))
    yield from (_Guess((one,), _SLIP) for one in _one_slip_away(key))
    for at in range(2, len(key) - 1):
        yield _Guess((key[:at], key[at:]), _SPLIT)


def _of_one_sound(key: str) -> Iterator[str]:
    """Yield a word with one or two letters as others of their sound."""
    once = list(_sounding(key, 0))
    for word, at in once:
        yield word
        yield from (other for other, _ in _sounding(word, at + 1))


def _sounding(word: str, since: int) -> Iterator[tuple[str, int]]:
    for at in range(since, len(word)):
        for letter in _SOUNDS.get(word[at], ""):
            if letter != "آ" or at == 0:  # a term has it at its beginning alone
                yield word[:at] + letter + word[at + 1 :], at


def _swapped(key: str) -> Iterator[str]:
    for at in range(len(key) - 1):
        yield key[:at] + key[at + 1] + key[at] + key[at + 2 :]


def _one_slip_away(key: str) -> Iterator[str]:
    for at in range(len(key) + 1):
        before, after = key[:at], key[at:]
        if after:
            yield before + after[1:]
            yield from (before + letter + after[1:] for letter in _LETTERS)
        yield from (before + letter + after for letter in _LETTERS)


def _spelled(db: Database, index: Index, key: str) -> str:
    """Return a term as the newest text that has it writes it."""
    keys = db.matching(index, Match(Term(key)), 1)
    for text in _texts(db, index, keys):
        terms = terms_of(text)
        if key in terms.keys:
            at = terms.keys.index(key)
            return text[slice(*terms.raw_span(at, at))]
    return key


def _texts(db: Database, index: Index, keys: list[int]) -> Iterable[str]:
    if index is Index.ARTICLES:
        return [raw for _, raw in stored_article_heads(db, keys)]
    return [text for one in stored_statements(db, keys) for text in _said_and_sayer(one)]


def _said_and_sayer(one: StoredStatement) -> Iterator[str]:
    speaker = one.statement.speaker
    yield one.statement.content_text
    yield from filter(None, (speaker.name, speaker.role, speaker.organisation))
