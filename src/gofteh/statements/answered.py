"""Whose words somebody answers: ``در واکنش به سخنان X که گفته بود A، گفت: B``.

A name so near to the verb is taken for its subject by whoever reads only the words around it, so
it is asked of every draft, whoever proposed it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from gofteh.statements.answered_words import Answered, answered_words
from gofteh.statements.drafts import Draft
from gofteh.statements.findings import Findings

# So many words that are answered may stand in each other: ``سخنان X که درباره ادعای Y گفته بود``.
_MOST_NESTED = 3


def told_by_answerers(findings: Findings, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """Return the drafts, those of whoever answers without the source that he answers."""
    starts = sorted(
        {d.cue[0].start for d in drafts if d.cue} | {c.start for own in findings.cues for c in own}
    )
    layout = findings.layout
    sentences = (s for paragraph in layout.paragraphs for s in paragraph.sentences)
    answered = [a for start, end in sentences for a in answered_words(layout, start, end, starts)]
    if not answered:
        return tuple(drafts)
    return tuple(_with_source(draft, answered) for draft in drafts)


def _with_source(draft: Draft, answered: Sequence[Answered]) -> Draft:
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
