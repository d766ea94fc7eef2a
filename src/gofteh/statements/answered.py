"""Whose words somebody answers: ``در واکنش به سخنان X که گفته بود A، گفت: B``.

X says A, and whoever answers says B: the subject in front, or the one dropped. A name so near to
the verb is taken for its subject by whoever reads only the words around it, so it is asked of
every draft, whoever proposed it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from gofteh.lexicon.answered import ABOUT, ANSWERING, BASED, WORDS_OF
from gofteh.lexicon.mentions import DEMONSTRATIVES
from gofteh.lexicon.particles import THAT, YEH
from gofteh.lexicon.signs import COMMAS
from gofteh.statements.drafts import Draft
from gofteh.statements.findings import Findings
from gofteh.statements.leads import skip_lead
from gofteh.statements.phrases import is_finite, mention_at
from gofteh.text.layout import Layout
from gofteh.text.tokens import Range

# Adverbs between ``که`` and the verb of the words that are answered: ``که دیروز در مجلس گفته بود``.
_MOST_ADVERBS = 8
# Words of a subject in front, with what leads to it; longer is no prose.
_MOST_SUBJECT = 60
# So many words that are answered may stand in each other: ``سخنان X که درباره ادعای Y گفته بود``.
_MOST_NESTED = 3


@dataclass(frozen=True, slots=True)
class _Answered:
    """Words that are answered: whose they are, who answers if he is named in front, their verb.

    ``noun`` is what calls them words; ``behind``, where whoever answers may be told to speak.
    """

    noun: int
    whose: Range
    subject: Range | None
    behind: int
    end: int
    cue: int | None


def told_by_answerers(findings: Findings, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """Return the drafts, those of whoever answers without the source that he answers."""
    starts = sorted(
        {d.cue[0].start for d in drafts if d.cue} | {c.start for own in findings.cues for c in own}
    )
    answered = list(_answered(findings.layout, starts))
    if not answered:
        return tuple(drafts)
    return tuple(_with_source(draft, answered) for draft in drafts)


def _with_source(draft: Draft, answered: Sequence[_Answered]) -> Draft:
    if not draft.cue:
        return draft
    at = draft.cue[0].start
    last = bisect_right(answered, at, key=lambda a: a.noun)
    near = answered[max(0, last - _MOST_NESTED) : last]
    one = next((a for a in near if at == a.noun or a.behind <= at < a.end), None)
    if one is None:
        return draft
    if at in (one.noun, one.cue):
        # Told by the way: whoever speaks on is who spoke before, not he.
        apart = all(r.end <= one.whose.start or r.start >= one.whose.end for r in draft.content)
        return replace(draft, source=one.whose, embedded=True) if apart else draft
    source = draft.source
    theirs = source is not None and one.noun <= source.start < one.whose.end
    return replace(draft, source=one.subject) if theirs else draft


def _answered(layout: Layout, cues: Sequence[int]) -> Iterator[_Answered]:
    for paragraph in layout.paragraphs:
        for start, end in paragraph.sentences:
            for i in range(start, end):
                if layout.tokens.words[i] in WORDS_OF and (
                    found := _at(layout, i, start, end, cues)
                ):
                    yield found


def _at(layout: Layout, i: int, start: int, end: int, cues: Sequence[int]) -> _Answered | None:
    """The words at a noun, where they are answered and are somebody's."""
    words = layout.tokens.words
    opening = _opening(words, i, start)
    stop = mention_at(layout, i + 1, _next(cues, i + 1, end))
    if opening is None or stop <= i + 1:
        return None
    behind = stop + (words[stop] in COMMAS)
    pointed = words[i - 1] in DEMONSTRATIVES
    clause = words[behind] == THAT or words[behind] in BASED
    # ``این اظهارات، X گفت``: without its own ending the noun is not X's.
    if (pointed and not (clause and words[i].endswith(YEH))) or not (
        clause or _next(cues, behind, end) == behind
    ):
        return None
    cue = _own_cue(words, behind + 1, end, cues) if words[behind] == THAT else None
    return _Answered(i, Range(i + 1, stop), _subject(layout, start, opening), behind, end, cue)


def _opening(words: Sequence[str], i: int, start: int) -> int | None:
    """Where the adjunct begins whose noun stands at ``i``: ``در واکنش به [این]``, ``درباره``."""
    at = i - (words[i - 1] in DEMONSTRATIVES)
    if at - 1 >= start and words[at - 1] in ABOUT:
        return at - 1
    adjunct = tuple(words[max(start, at - 3) : at])
    return at - 3 if adjunct in ANSWERING else None


def _own_cue(words: Sequence[str], low: int, end: int, cues: Sequence[int]) -> int | None:
    """The verb of a relative clause that says whose words these are: ``که گفته بود``."""
    first = _next(cues, low, end)
    near = first < end and first - low <= _MOST_ADVERBS
    return first if near and not any(map(is_finite, words[low:first])) else None


def _next(cues: Sequence[int], low: int, end: int) -> int:
    """The first cue from a token on; ``end`` where there is none before it."""
    at = bisect_left(cues, low)
    return min(cues[at], end) if at < len(cues) else end


def _subject(layout: Layout, start: int, opening: int) -> Range | None:
    """The mention in front of the adjunct, up to it: ``X، وزیر راه، در واکنش به``."""
    if opening - start > _MOST_SUBJECT:
        return None
    first = skip_lead(layout, start, opening)
    stop = mention_at(layout, first, opening)
    reaches = stop == opening or (layout.tokens.words[stop] in COMMAS and stop + 1 == opening)
    return Range(first, stop) if first < stop and reaches else None
