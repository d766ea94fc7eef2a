"""Whose words somebody passes on: ``X به نقل از Y گزارش داد A`` is told by X, and by Y too.

Both are statements with one content (`docs/annotation.md`). This runs behind a choice among drafts,
so that Y's has whatever content X's has been given.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from gofteh.lexicon.acts import Act
from gofteh.lexicon.frames import CITING
from gofteh.statements.constructions.frames import ACCORDING_TO
from gofteh.statements.drafts import Draft
from gofteh.statements.findings import Findings
from gofteh.statements.phrases import mention_at
from gofteh.text.layout import Layout
from gofteh.text.tokens import Range

# The words of a citing frame, as an article writes them.
_CITING = frozenset(tuple(lemma.split()) for lemma in CITING) | {("بهنقل", "از")}
# Tokens between the relaying outlet and its verb.
_MAX_BETWEEN = 45


def with_relayed(findings: Findings, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """Return the drafts; behind each that passes on another's words stands that other's."""
    layout = findings.layout
    cited = {d.source.start: d for d in drafts if d.source and _is_citing(layout, d)}
    relayed = {d: twin for d in drafts if (twin := _twin(layout, d, cited)) and _is_apart(twin)}
    found_anew = {twin.source for twin in relayed.values()}
    every: list[Draft] = []
    for draft in drafts:
        if not (_is_citing(layout, draft) and draft.source in found_anew):
            every.append(draft)
        if draft in relayed:
            every.append(relayed[draft])
    return tuple(every)


def _twin(layout: Layout, draft: Draft, cited: Mapping[int, Draft]) -> Draft | None:
    """The draft of whom a draft cites, with its content; by its own rule where it has one."""
    frame = _frame(layout, draft)
    if frame is None or draft.cue[0] == frame:
        return None
    known = cited.get(frame.end)
    if known is not None:
        return replace(known, content=draft.content, manner=draft.manner)
    stop = mention_at(layout, frame.end, draft.cue[0].start)
    if stop <= frame.end:
        return None
    return replace(
        draft, cue=(frame,), source=Range(frame.end, stop), rule=ACCORDING_TO.rule,
        act=Act.REPORT, lemma=None, antecedent=None, first_person=False, plural=False,
    )  # fmt: skip


def _is_apart(twin: Draft) -> bool:
    """Whether whom somebody cites stands outside the content: not in ``به نقل از وی خبر داد``."""
    parts = (*twin.cue, twin.source) if twin.source else twin.cue
    return all(r.end <= p.start or p.end <= r.start for r in twin.content for p in parts)


def _frame(layout: Layout, draft: Draft) -> Range | None:
    """The words ``به نقل از`` between a draft's source and its cue."""
    if draft.source is None or not draft.cue or draft.embedded:
        return None
    last = min(draft.cue[0].start, draft.source.end + _MAX_BETWEEN)
    for i in range(draft.source.end, last):
        for words in _CITING:
            if layout.tokens.at(i, *words) and i + len(words) < last:
                return Range(i, i + len(words))
    return None


def _is_citing(layout: Layout, draft: Draft) -> bool:
    """Whether a draft's cue is ``به نقل از`` itself."""
    return any(layout.tokens.of(span) in _CITING for span in draft.cue)
