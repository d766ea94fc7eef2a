"""Features of where a content begins and ends, and of what a source's words can be."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING

from gofteh.lexicon.classes import Class, is_a
from gofteh.lexicon.signs import CLOSING_QUOTES, OPENING_QUOTES, PAUSES, SENTENCE_ENDS
from gofteh.lexicon.word_classes import WordClass as W
from gofteh.lexicon.word_classes import word_classes
from gofteh.text.layout import Layout
from gofteh.text.tokens import Range

if TYPE_CHECKING:
    from collections.abc import Sequence

_THAT = "که"
# Word classes that tell speakers from things, by the name of their feature.
_SPEAKERS = {
    "role": Class.ROLE,
    "body": Class.ORGANISATION | Class.KNOWN_ORGANISATION | Class.AGENCY | Class.COUNTRY,
    "document": Class.DOCUMENT,
    "group": Class.GROUP | Class.SOME | Class.SOMEBODY | Class.UNNAMED,
    "name": Class.GIVEN_NAME | Class.HONORIFIC,
    "pronoun": Class.PRONOUN | Class.PLURAL_PRONOUN | Class.FIRST_PERSON,
    "opener": Class.ADJUNCT_OPENER | Class.CLAUSE_OPENER | Class.TIME,
}
# What readers judged a word to be, in fewer kinds, by the name of their feature.
_JUDGED = {
    "verb": W.SAYS + W.THINKS + W.LIGHT + W.VERB,
    "participle": W.PARTICIPLE,
    "saying": W.SAYING,
    "mind": W.MIND,
    "person": W.OFFICE + W.PERSONS + W.KIN + W.TITLE,
    "name": W.GIVEN_NAME + W.SURNAME,
    "body": W.BODY + W.OUTLET,
    "writing": W.WRITING,
    "place": W.PLACE_NAME + W.PLACE,
    "time": W.TIME + W.NUMBER,
    "event": W.EVENT,
    "noun": W.NOUN + W.BROKEN,
    "adjective": W.QUALITY + W.RELATION,
    "adverb": W.ADVERB,
    "link": W.CONJUNCTION + W.PARTICLE,
    "pronoun": W.PRONOUN,
}
# A word's likeliest class counts so much, any other of its classes so much.
_FIRST, _OTHER = 1.0, 0.5


def content_edge_features(layout: Layout, span: Range) -> dict[str, float]:
    """Return features of the signs and breaks at a content's edges, and of how much it spans."""
    words, (start, end) = layout.tokens.words, span
    last, behind, before = words[end - 1], words[end], words[start - 1]
    return {
        "content_stops": float(last in SENTENCE_ENDS or behind in SENTENCE_ENDS),
        "content_ends_line": float(behind in ("\n", "") or words[end + 1] in ("\n", "")),
        "content_pauses": float(behind in PAUSES or last in PAUSES),
        "content_closes": float(behind in CLOSING_QUOTES or last in CLOSING_QUOTES),
        "content_opens": float(before in OPENING_QUOTES or words[start] in OPENING_QUOTES),
        "content_that": float(_THAT in (before, words[start])),
        "content_lines": float(_lines(layout, span)),
        "content_sentences": float(_sentences(layout, span)),
    }


def source_word_features(layout: Layout, source: Range | None) -> dict[str, float]:
    """Return features of a source's word classes: whether they name a speaker at all."""
    words = layout.tokens.words[slice(*source)] if source else ()
    found = {
        f"source_{name}": float(any(is_a(w, some) for w in words))
        for name, some in _SPEAKERS.items()
    }
    return {
        **found,
        "source_opener_first": float(bool(words) and is_a(words[0], _SPEAKERS["opener"])),
        "source_length": float(len(words)),
    }


def source_edge_features(layout: Layout, source: Range | None, name: str) -> dict[str, float]:
    """Return features of what readers judged a source's first and last word to be.

    ``name`` tells whose source it is: it stands in front of each feature's name.
    """
    words = layout.tokens.words
    first, last = (words[source.start], words[source.end - 1]) if source else ("", "")
    return {**_judged(first, f"{name}_first"), **_judged(last, f"{name}_last")}


def _judged(word: str, name: str) -> dict[str, float]:
    letters = word_classes().get(word, "")
    found = {f"{name}_{kind}": _share(letters, those) for kind, those in _JUDGED.items()}
    return found | {f"{name}_unjudged": float(not letters and any(c.isalpha() for c in word))}


def _share(letters: str, those: str) -> float:
    """How much a word with some classes is one of those: by its likeliest class, or by another."""
    if letters[:1] and letters[0] in those:
        return _FIRST
    return _OTHER if any(c in those for c in letters) else 0.0


def _lines(layout: Layout, span: Range) -> int:
    """How many lines begin inside a span, behind its first word."""
    first, behind = _touched(layout, span)
    return sum(span[0] < p.start < span[1] for p in layout.paragraphs[first:behind])


def _sentences(layout: Layout, span: Range) -> int:
    """How many sentences begin inside a span, behind its first word."""
    first, behind = _touched(layout, span)
    return sum(_begun(p.sentences, span) for p in layout.paragraphs[first:behind])


def _begun(sentences: Sequence[Range], span: Range) -> int:
    """How many of a paragraph's sentences begin behind a span's first word, found by halving."""
    begins = attrgetter("start")
    return max(
        0,
        bisect_left(sentences, span[1], key=begins) - bisect_right(sentences, span[0], key=begins),
    )


def _touched(layout: Layout, span: Range) -> tuple[int, int]:
    """The paragraphs that a span touches: looking at all of them for each would be quadratic."""
    begins = attrgetter("start")
    first = bisect_right(layout.paragraphs, span[0], key=begins) - 1
    return max(0, first), bisect_left(layout.paragraphs, span[1], key=begins)
