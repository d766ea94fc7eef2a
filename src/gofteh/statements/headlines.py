"""Headlines that name a sayer: ``سخنگوی دولت: …``."""

from __future__ import annotations

from collections.abc import Iterator

from gofteh.lexicon.talk import RUBRICS, SPEECH_NOUNS
from gofteh.records import Manner
from gofteh.statements.cues import find_cues
from gofteh.statements.drafts import Draft, trim
from gofteh.statements.phrases import is_adjunct, mention_at
from gofteh.text.layout import Layout, Paragraph
from gofteh.text.tokens import Range

_MAX_SAYER = 14
# Behind these a headline's sentence begins anew.
_SENTENCE_SIGNS = frozenset("|/.!؟؛")


def headlines(layout: Layout) -> dict[int, tuple[Draft, ...]]:
    """Return the statements of headlines that name their sayer, by paragraph."""
    titles = ((n, p) for n, p in enumerate(layout.paragraphs) if p.title)
    found = ((n, tuple(headline(layout, p, n))) for n, p in titles)
    return {n: drafts for n, drafts in found if drafts}


def headline(layout: Layout, paragraph: Paragraph, number: int) -> Iterator[Draft]:
    """Yield the statement of a headline ``X: A``, or nothing."""
    words, start, end = layout.tokens.words, paragraph.start, paragraph.end
    colon = next((i for i in range(start, min(end, start + _MAX_SAYER)) if words[i] == ":"), None)
    if colon is None or colon == start or colon + 1 >= end:
        return
    cue, source = _sayer(layout, _sayer_start(words, start, colon), colon)
    if source and not _is_rubric(layout, source.start, colon):
        yield Draft(
            content=(trim(layout, colon + 1, end),), cue=cue, source=source, rule="headline",
            manner=Manner.DIRECT, act="say", lemma=None, paragraph=number,
        )  # fmt: skip


def _sayer(layout: Layout, first: int, colon: int) -> tuple[tuple[Range, ...], Range | None]:
    """The cue and the sayer in front of a headline's colon: ``X:``, ``هشدار X:``."""
    sign = Range(colon, colon + 1)
    if layout.tokens.words[first] not in SPEECH_NOUNS or colon - first < 2:
        stop = mention_at(layout, first, colon)
        addressed = first < stop < colon and is_adjunct(layout, stop, colon, None)
        return (sign,), Range(first, stop if addressed else colon) if colon > first else None
    stop = mention_at(layout, first + 1, colon)
    return (Range(first, first + 1), sign), Range(first + 1, stop) if stop > first + 1 else None


def _is_rubric(layout: Layout, first: int, colon: int) -> bool:
    """Whether a topic or a clause stands in front of the colon, and no sayer."""
    words = layout.tokens.words
    rubric = words[first] in RUBRICS or words[colon - 1] in RUBRICS
    return rubric or any(c.verb for c in find_cues(layout.tokens, first, colon))


def _sayer_start(words: tuple[str, ...], start: int, colon: int) -> int:
    """Behind a slash, bar or full stop: ``کرمان|وزیر ارتباطات: …``."""
    for i in range(colon - 1, start, -1):
        if words[i] in _SENTENCE_SIGNS:
            return i + 1
    return start
