"""What the network is given of each token: its word, its affixes, its classes, its position."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from zlib import crc32

import numpy as np
import numpy.typing as npt

from gofteh.lexicon.boundaries import (
    ADJUNCT_STARTERS,
    CLAUSE_OPENERS,
    FINITE_VERBS,
    FIRST_PERSON,
    IMPERSONAL,
    MODALS,
    MONTHS,
    NUMBERS,
    PARTICIPLES,
    REPORTER_OPENERS,
    TIME_HEADS,
    TIME_UNITS,
)
from gofteh.lexicon.forms import cue_forms
from gofteh.lexicon.frames import participle_nouns
from gofteh.lexicon.heads import (
    DOCUMENT_HEADS,
    LOCATED_HEADS,
    ORGANISATION_HEADS,
    PLURAL_PRONOUNS,
    PRONOUNS,
    ROLE_HEADS,
    UNNAMED_HEADS,
)
from gofteh.lexicon.names import countries, given_names, places
from gofteh.lexicon.outlets import AGENCIES
from gofteh.lexicon.people import (
    GROUP_HEADS,
    HONORIFICS,
    KINSHIP,
    KNOWN_ORGANISATIONS,
    SOME,
    SOMEBODY,
    SURNAME_ENDS,
)
from gofteh.lexicon.signs import PAUSES
from gofteh.lexicon.verbs import VERBS
from gofteh.lexicon.word_classes import WordClass, word_classes
from gofteh.statements.phrases import looks_finite
from gofteh.text.layout import Layout

Ints = npt.NDArray[np.int32]
Floats = npt.NDArray[np.float32]

# Prefixes and suffixes are hashed into so many rows each.
END_ROWS = 4096
# So many flags of a word's letters stand behind those of its classes.
SHAPES = 8
# Flags of the classes that readers gave words: that a word has one, that it is its likeliest.
JUDGED = 2 * len(WordClass)
# Words longer than this stand apart in the flags.
_LONG = 6


@dataclass(frozen=True, slots=True)
class Inputs:
    """An article as the network is given it: its words, and arrays of one row a token.

    ``positions`` has four columns of 0 or 1: whether the token is quoted, stands in the title, is
    glued to the token before, or is one of two neighbours that stand together again elsewhere.
    ``sentences`` and ``paragraphs`` are running numbers; ``pauses`` is 1 for commas and semicolons.
    """

    words: tuple[str, ...]
    positions: Floats
    sentences: Ints
    paragraphs: Ints
    pauses: Floats


@dataclass(frozen=True, slots=True)
class WordFeatures:
    """What a word shows by itself: the rows of its affixes in the hashed tables, and its flags."""

    suffix: int
    prefix: int
    flags: tuple[bool, ...]


def inputs_of(layout: Layout) -> Inputs:
    """Return what the network is given of an article."""
    words = layout.tokens.all
    paragraphs = np.cumsum([w == "\n" for w in words], dtype=np.int32)
    pauses = np.fromiter((w in PAUSES for w in words), np.float32, len(words))
    numbers = np.asarray(paragraphs, np.int32)
    return Inputs(words, _positions(layout), _sentences(layout), numbers, pauses)


def features_of_word(word: str) -> WordFeatures:
    """Return what a word shows without its context."""
    classes = (word in known for known in CLASSES)
    shape = (
        looks_finite(word), word.isdigit(), word.isalpha(), word.isascii(), len(word) == 1,
        len(word) > _LONG, word in '«“"', word in "»”",
    )  # fmt: skip
    # what readers judged stands in flags of its own, beside what the word looks like
    letters = word_classes().get(word, "")
    has = (each in letters for each in WordClass)
    likeliest = (letters[:1] == each for each in WordClass)
    flags = (*classes, *shape, *has, *likeliest)
    return WordFeatures(_row(word[-3:]), _row(word[:3] + "^"), flags)


def _row(letters: str) -> int:
    return crc32(letters.encode("utf-8", "surrogatepass")) % END_ROWS


_CUES = frozenset(cue_forms())
_SAYING_NOUNS = frozenset(v.noun.replace("_", "") for v in VERBS if v.noun)
# Word classes of the lexicon, in the order in which the weights know them.
CLASSES: tuple[frozenset[str], ...] = (
    given_names(), countries(), places(), ROLE_HEADS, ORGANISATION_HEADS, DOCUMENT_HEADS,
    PRONOUNS, PLURAL_PRONOUNS, UNNAMED_HEADS, LOCATED_HEADS, HONORIFICS, GROUP_HEADS,
    KNOWN_ORGANISATIONS, SOME | SOMEBODY, KINSHIP, SURNAME_ENDS, AGENCIES, _CUES, _SAYING_NOUNS,
    ADJUNCT_STARTERS, FINITE_VERBS, PARTICIPLES, CLAUSE_OPENERS, REPORTER_OPENERS,
    TIME_HEADS | MONTHS | TIME_UNITS, participle_nouns(), FIRST_PERSON, NUMBERS, MODALS,
    IMPERSONAL,
)  # fmt: skip


def _positions(layout: Layout) -> Floats:
    words, starts, ends = layout.tokens.all, layout.tokens.starts, layout.tokens.ends
    out = np.zeros((len(words), 4), np.float32)
    for opening, closing in layout.closing.items():
        out[opening + 1 : closing, 0] = 1
    out[: max((p.end for p in layout.paragraphs if p.title), default=0), 1] = 1
    out[1:, 2] = np.asarray(ends[:-1]) == np.asarray(starts[1:])
    pairs = list(pairwise(words))
    again = {p for p, n in Counter(pairs).items() if n > 1 and p[0].isalpha() and p[1].isalpha()}
    at = np.array([i for i, pair in enumerate(pairs) if pair in again], np.intp)
    out[at, 3] = 1
    out[at + 1, 3] = 1
    return out


def _sentences(layout: Layout) -> Ints:
    """Running numbers of sentences; what stands between two has the number of the one before."""
    numbers = np.zeros(len(layout.tokens), np.int32)
    k = 0
    for paragraph in layout.paragraphs:
        for start, end in paragraph.sentences:
            k += 1
            numbers[start:end] = k
    np.maximum.accumulate(numbers, out=numbers)
    return numbers
