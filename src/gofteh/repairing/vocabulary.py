"""The words of Persian with their frequencies, and which follow one another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any, cast

import orjson
import zstandard

from gofteh.repairing.near import Spellings, letter_contexts

# A word must be so frequent to be a candidate; a word more frequent than the second is not doubted.
USUAL, DOUBTED = 6, 12
_FILE = "spelling.json.zst"
# Endings and beginnings of words that lists give without them.
_ENDINGS = (
    "هایشان هایش هایی های ها ترین تر شان مان تان ات ان اش ام ای اند ایم ید یم ند ش م ی ت یی"
).split()
_BEGINNINGS = ("نمی", "می", "ن", "ب", "بی", "نا", "هم")
# The same by their last and first letter, by which they are looked up.
_BY_LAST = {e[-1]: [a for a in _ENDINGS if a[-1] == e[-1]] for e in _ENDINGS}
_BY_FIRST = {b[0]: [a for a in _BEGINNINGS if a[0] == b[0]] for b in _BEGINNINGS}
# A stem must be so long and so frequent before it vouches for an inflected word.
_MIN_STEM, _MIN_STEM_COUNT = 3, 40


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Frequencies of words and of pairs ``before after``, names, and the judge's weights.

    ``pairs`` is called for the pairs: they are most of the vocabulary, and only a word that may be
    a slip asks for them.
    """

    words: dict[str, int]
    pairs: Callable[[], dict[str, int]]
    weights: dict[str, float]
    given_names: frozenset[str] = frozenset()
    surnames: frozenset[str] = frozenset()
    contexts: dict[str, str] = field(default_factory=dict, repr=False)
    common: frozenset[str] = field(init=False, repr=False, compare=False)
    spellings: Spellings = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index the words that are no slips, and those that slips may be of."""
        common = frozenset(word for word, times in self.words.items() if times > DOUBTED)
        object.__setattr__(self, "common", common)
        contexts = self.contexts or contexts_of(self.words)
        object.__setattr__(self, "spellings", Spellings(self.words, contexts))

    def count(self, word: str) -> int:
        """How often a word is written; an inflected one counts as a rare word."""
        found = self.words.get(word, 0)
        return found or self._inflected(word)

    def _inflected(self, word: str) -> int:
        """The count of an inflected word by its stem: a 64th of the stem's, 8 at least; else 0."""
        for stem in _stems(word):
            count = self.words.get(stem, 0)
            if count >= _MIN_STEM_COUNT and len(stem) >= _MIN_STEM:
                return max(count >> 6, 8)
        return 0

    def together(self, before: str, after: str) -> int:
        """How often two words follow one another."""
        return self.pairs().get(f"{before} {after}", 0)


def _stems(word: str) -> list[str]:
    """What is left of a word without an ending, then without a beginning, that it may have."""
    endings, beginnings = _BY_LAST.get(word[-1:], []), _BY_FIRST.get(word[:1], [])
    return [word[: -len(one)] for one in endings if word.endswith(one)] + [
        word[len(one) :] for one in beginnings if word.startswith(one)
    ]


def contexts_of(words: dict[str, int]) -> dict[str, str]:
    """Return between which letters each letter stands in the words that slips may be of."""
    return letter_contexts(word for word, times in words.items() if times >= USUAL)


def pack(vocabulary: Vocabulary) -> bytes:
    """Return the bytes of a vocabulary file: all but the pairs, then the pairs, packed apart."""
    record = {
        "words": vocabulary.words, "weights": vocabulary.weights,
        "given_names": sorted(vocabulary.given_names), "surnames": sorted(vocabulary.surnames),
        "contexts": contexts_of(vocabulary.words),
    }  # fmt: skip
    return _packed(record) + _packed(vocabulary.pairs())


def _packed(record: dict[str, Any]) -> bytes:
    return zstandard.ZstdCompressor(level=19).compress(
        orjson.dumps(record, option=orjson.OPT_SORT_KEYS)
    )


def unpack(data: bytes) -> Vocabulary:
    """Return the vocabulary that ``pack`` wrote; its pairs are unpacked when first asked for."""
    first = zstandard.ZstdDecompressor().decompressobj()
    record = orjson.loads(first.decompress(data))
    behind = first.unused_data

    @cache
    def pairs() -> dict[str, int]:
        return cast("dict[str, int]", orjson.loads(zstandard.ZstdDecompressor().decompress(behind)))

    return Vocabulary(
        record["words"], pairs, record["weights"],
        frozenset(record["given_names"]), frozenset(record["surnames"]), record["contexts"],
    )  # fmt: skip


@cache
def vocabulary() -> Vocabulary:
    """Return the vocabulary that comes with the package; read at the first call."""
    return unpack(files("gofteh.repairing").joinpath("data", _FILE).read_bytes())
