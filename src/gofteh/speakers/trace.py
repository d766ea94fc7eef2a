"""The sieves' answers as records: what ``gofteh explain`` and the pages' «چرا؟» (why?) show."""

from __future__ import annotations

from gofteh.records import WON, Candidate, Span, Step
from gofteh.speakers.answers import Found, Rejected
from gofteh.speakers.entities import Entity
from gofteh.speakers.records import full_name
from gofteh.speakers.resolve import Resolution, Tried
from gofteh.text.layout import Layout
from gofteh.text.tokens import Range


def steps(layout: Layout, decision: Resolution) -> tuple[Step, ...]:
    """Return what each sieve answered, in the order they were asked; empty without a trace."""
    return tuple(_step(layout, tried) for tried in decision.tried)


def _step(layout: Layout, tried: Tried) -> Step:
    answer = tried.answer
    if not isinstance(answer, Found):
        rejected = tuple(_rejected(layout, one) for one in tried.rejected)
        return Step(tried.sieve.id, False, answer.value, rejected)
    found = _candidate(layout, answer.entity, WON, answer.evidence)
    others = (r for r in tried.rejected if r.entity is not answer.entity)
    weighed = (found, *(_rejected(layout, one) for one in others))
    return Step(tried.sieve.id, True, answer.rule, weighed)


def _rejected(layout: Layout, rejected: Rejected) -> Candidate:
    return _candidate(layout, rejected.entity, rejected.why.value, rejected.evidence)


def _candidate(
    layout: Layout, entity: Entity, verdict: str, evidence: tuple[Range, ...]
) -> Candidate:
    name = None if entity.hidden else full_name(layout, entity)
    spans = tuple(Span.of(layout.view.raw, *layout.raw_span(*r)) for r in evidence)
    return Candidate(name, entity.kind, verdict, spans)
