"""Headlines that name a sayer: ``سخنگوی دولت: …``."""

from __future__ import annotations

from collections.abc import Iterator

from gofteh.lexicon.talk import RUBRICS, SPEECH_NOUNS
from gofteh.records import Manner
from gofteh.statements.cues import find_cues
from gofteh.statements.drafts import Draft, trim
from gofteh.statements.phrases import mention_at
from gofteh.text.layout import Layout, Paragraph

_MAX_SAYER = 14


def headline(layout: Layout, paragraph: Paragraph, number: int) -> Iterator[Draft]:
    """Yield the statement of a headline ``X: A``, or nothing."""
    words = layout.tokens.words
    start, end = paragraph.start, paragraph.end
    colon = next((i for i in range(start, min(end, start + _MAX_SAYER)) if words[i] == ":"), None)
    if colon is None or colon == start or colon + 1 >= end:
        return
    first = _sayer_start(words, start, colon)
    cue: tuple[tuple[int, int], ...] = ((colon, colon + 1),)
    if words[first] in SPEECH_NOUNS and colon - first > 1:
        cue = ((first, first + 1), *cue)
        first, stop = first + 1, mention_at(layout, first + 1, colon)
    else:
        stop = colon
    if stop == first:
        return
    if words[first] in RUBRICS or words[colon - 1] in RUBRICS:
        return
    cues = find_cues(layout.tokens, first, colon)
    if any(c.verbs for c in cues):
        return
    yield Draft(
        content=(trim(layout, colon + 1, end),),
        cue=cue,
        source=(first, stop),
        rule="headline",
        manner=Manner.DIRECT,
        act="say",
        lemma=None,
        paragraph=number,
    )


def _sayer_start(words: tuple[str, ...], start: int, colon: int) -> int:
    """Behind a slash, bar or full stop: ``کرمان|وزیر ارتباطات: …``."""
    for i in range(colon - 1, start, -1):
        if words[i] in "|/.!؟؛":
            return i + 1
    return start
