"""Words that somebody answers: ``در واکنش به سخنان X که گفته بود A، گفت: B``.

X says A, and whoever answers says B: the subject in front, or the one dropped.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gofteh.lexicon.answered import ABOUT, ANSWERING, BASED, WORDS_OF
from gofteh.lexicon.mentions import DEMONSTRATIVES
from gofteh.lexicon.particles import THAT, YEH
from gofteh.lexicon.signs import COMMAS
from gofteh.statements.leads import skip_lead
from gofteh.statements.phrases import is_finite, mention_at
from gofteh.text.layout import Layout
from gofteh.text.tokens import Range

# Adverbs between ``که`` and the verb of the words that are answered: ``که دیروز در مجلس گفته بود``.
_MOST_ADVERBS = 8
# Words of a subject in front, with what leads to it; longer is no prose.
_MOST_SUBJECT = 60


@dataclass(frozen=True, slots=True)
class Answered:
    """Words that are answered: whose they are, who answers if he is named in front, their verb.

    ``noun`` is what calls them words; ``behind``, where whoever answers may be told to speak.
    """

    noun: int
    whose: Range
    subject: Range | None
    behind: int
    end: int
    cue: int | None


def answered_words(layout: Layout, start: int, end: int, cues: Sequence[int]) -> Iterator[Answered]:
    """Yield the answered words of a sentence ``[start, end)``; ``cues`` are where cues begin."""
    for i in range(start, end):
        if layout.tokens.words[i] in WORDS_OF and (found := _at(layout, i, start, end, cues)):
            yield found


def _at(layout: Layout, i: int, start: int, end: int, cues: Sequence[int]) -> Answered | None:
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
    return Answered(i, Range(i + 1, stop), _subject(layout, start, opening), behind, end, cue)


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
