"""The stems by which statements are compared, and the keys (hashes) by which they are looked up.

A key is a pair of neighbouring stems. Of a statement's pairs those are kept whose hash is the least
among its neighbours' (winnowing: Schleimer, Wilkerson, Aiken, SIGMOD 2003), so that two texts with
a run of words in common keep the same pairs of that run, however long the rest is. The speaker with
each of the rarest words is a key too, since a statement told in other words has no run in common.
"""

from __future__ import annotations

import itertools
import re
import zlib
from functools import lru_cache

from gofteh.lexicon.particles import ONGOING
from gofteh.persons.names import folded_words
from gofteh.persons.weights import weights_of
from gofteh.text.fold import word_set

# Function words, in which wordings differ most.
FUNCTION_WORDS = frozenset(
    word.replace("آ", "ا")
    for word in word_set(
        """
    و را که در به از با این ان است هم نیز یا تا بر برای های ها ای می شد شده شود بود باشد اند هست
    یک خود ما من او وی انها اینکه کرد کرده کند کردند شدند بودند هستند دارد دارند داشت نمی اما ولی
    اگر چه چون پس هر هیچ همه همین همان انجام گردد گردید گرفت گرفته داد داده دهد خواهد خواهند دیگر
    """
    )
)
_ENDINGS = re.compile(r"(?:هایشان|هایمان|هایش|هایی|های|ها|ترین|تر)$")
_SHORTEST = 3
_LONGEST_STEM = 7
# Of so many neighbouring pairs at least one is kept.
_WINDOW = 3
_MOST_KEYS = 64
# With the speaker at most so many words are keys, of those of this inverse document frequency (one
# article in 33) or more.
_RAREST, _RARE = 12, 3.5
# A statement of fewer stems than this is too short to be compared.
FEWEST_WORDS = 3


def stems_of(text: str) -> tuple[str, ...]:
    """Return the stems of a text's words in order, function words left out."""
    return tuple(_stem(word) for word in folded_words(text) if word not in FUNCTION_WORDS)


@lru_cache(maxsize=200_000)
def _stem(word: str) -> str:
    """A word without ``می`` and its plural, comparative or enclitic: ``میکنند``, ``تحریمهای``.

    Of one word it is the same object, however many tellings hold it.
    """
    if len(word) > 5 and word.startswith(ONGOING):
        word = word[2:]
    stem = _ENDINGS.sub("", word)
    return stem if len(stem) >= _SHORTEST else word


def keys_of(words: tuple[str, ...], speaker: str | None = None) -> tuple[int, ...]:
    """Return the keys of a statement's words: 32 bits each, `_MOST_KEYS` and `_RAREST` at most."""
    said = _keys_with(speaker, words) if speaker else ()
    return tuple(dict.fromkeys((*_keys_of_pairs(words), *said)))


def _keys_with(speaker: str, words: tuple[str, ...]) -> tuple[int, ...]:
    weights = weights_of(words).items()
    rare = sorted((-weight, word) for word, weight in weights if weight >= _RARE)
    return tuple(_hash(f"@{speaker}", word) for _, word in rare[:_RAREST])


def _keys_of_pairs(words: tuple[str, ...]) -> tuple[int, ...]:
    stems = tuple(word[:_LONGEST_STEM] for word in words)
    pairs = [_hash(a, b) for a, b in itertools.pairwise(stems)]
    if len(pairs) <= 2 * _WINDOW:
        # Short ones have few pairs, and a word put between two loses one: pairs around a word too.
        kept = set(pairs) | {_hash(a, b) for a, b in zip(stems, stems[2:], strict=False)}
    else:
        windows = range(len(pairs) - _WINDOW + 1)
        kept = {min(pairs[i : i + _WINDOW]) for i in windows}
    return tuple(sorted(kept)[:_MOST_KEYS])


def _hash(one: str, other: str) -> int:
    return zlib.crc32(f"{one} {other[:_LONGEST_STEM]}".encode())
