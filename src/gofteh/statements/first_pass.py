"""The first pass over an article's cues: whom it names as speakers beyond doubt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from gofteh.lexicon.boundaries import CLAUSE_WORDS
from gofteh.lexicon.classes import ROLE_OR_ORGANISATION, Class, is_a
from gofteh.lexicon.entries import ABOUT_OBJECT, BEHIND_MARK
from gofteh.lexicon.names import given_names
from gofteh.statements.cues import Cue, CueKind, cues_between
from gofteh.statements.drafts import Draft
from gofteh.statements.known_speakers import KnownSpeakers
from gofteh.statements.leads import skip_lead
from gofteh.statements.phrases import is_finite, mention_at
from gofteh.statements.viable import marker_behind
from gofteh.text.layout import Layout


def known_speakers(
    layout: Layout, cues: Sequence[Sequence[Cue]], headlines: Mapping[int, Sequence[Draft]]
) -> KnownSpeakers:
    """Return the mentions that stand whole in front of a cue with its marker, and all surnames."""
    return KnownSpeakers.of(layout, _safe_mentions(layout, cues, headlines), _surnames(layout))


def _safe_mentions(
    layout: Layout, cues: Sequence[Sequence[Cue]], headlines: Mapping[int, Sequence[Draft]]
) -> Iterator[tuple[str, ...]]:
    """Yield the mentions between the start of a sentence and its first cue, where they are sure.

    They are where a marker follows the cue, or where the cue takes no object, so that nothing else
    can stand there.
    """
    for number, (paragraph, inside) in enumerate(zip(layout.paragraphs, cues, strict=True)):
        titled = headlines.get(number, ())
        yield from (layout.tokens.of(d.source) for d in titled if d.source)
        for start, end in paragraph.sentences:
            spoken = cues_between(inside, start, end)
            cue = next((c for c in spoken if c.kind is not CueKind.PREPOSITION), None)
            if cue is None:
                continue
            takes_mark = not cue.verb or BEHIND_MARK & cue.takes
            marked = takes_mark and (not cue.verb or marker_behind(layout, cue, paragraph.end)[0])
            if marked or not ABOUT_OBJECT & cue.takes:
                first = skip_lead(layout, start, cue.start)
                stop = mention_at(layout, first, cue.start)
                yield layout.tokens.words[first:stop]


def _surnames(layout: Layout) -> Iterator[str]:
    """Yield the words that stand behind a given name and can be surnames: ``هوشنگ مرادپور …``."""
    known = given_names()
    for word, after in pairwise(layout.tokens.all):
        if word in known and after not in known and _is_surname(after):
            yield after


def _is_surname(word: str) -> bool:
    common = is_a(word, ROLE_OR_ORGANISATION | Class.ADJUNCT_OPENER)
    return word.isalpha() and not common and not is_finite(word) and word not in CLAUSE_WORDS
