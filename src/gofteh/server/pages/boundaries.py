"""The words among which an editor chooses where a statement begins and ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gofteh.records import Span
from gofteh.report.html.inert import inert_text
from gofteh.text.fold import fold
from gofteh.text.tokens import tokenise

# Words beside the statement to choose from, and in all; beyond them a choice is no help.
_BESIDE = 120
_MOST = 1200
_LABEL = 3  # words that tell a place from others of the same word


@dataclass(frozen=True, slots=True)
class Word:
    """A word or sign of the raw text, with what stands next to it, so that it can be told."""

    start: int
    end: int
    text: str
    following: str
    preceding: str


@dataclass(frozen=True, slots=True)
class Part:
    """One span of a statement's content: where its first word starts, where its last one ends."""

    start: int
    end: int


def words_around(raw: str, content: Sequence[Span]) -> tuple[Word, ...]:
    """Return the words of a raw text around a statement, in order."""
    view = fold(raw)
    tokens = tokenise(view.text)
    spans = [
        view.map.to_raw(start, end)
        for word, start, end in zip(tokens.all, tokens.starts, tokens.ends, strict=True)
        if word != "\n"
    ]
    first = max(0, sum(1 for _, end in spans if end <= content[0].start) - _BESIDE)
    last = sum(1 for start, _ in spans if start < content[-1].end) + _BESIDE
    near = spans[first : min(last, first + _MOST)]
    texts = [inert_text(raw[start:end]) for start, end in near]
    return tuple(
        Word(
            *span,
            texts[i],
            " ".join(texts[i : i + _LABEL]),
            " ".join(texts[max(0, i - _LABEL + 1) : i + 1]),
        )
        for i, span in enumerate(near)
    )


def parts_of(content: Sequence[Span], words: Sequence[Word]) -> tuple[Part, ...]:
    """Return a content's spans as words that can be chosen; those beyond the words are left out."""
    found = []
    for span in content:
        inside = [word for word in words if word.end > span.start and word.start < span.end]
        if inside:
            found.append(Part(inside[0].start, inside[-1].end))
    return tuple(found)
