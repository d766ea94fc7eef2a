"""From an article to its statements: the whole extraction, pure and in one direction."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from gofteh.records import ELLIPSIS, Article, Because, Reading, Span, Speaker, Statement
from gofteh.repairing.reading import reading_edits
from gofteh.repairing.repair import Repaired, repair
from gofteh.speakers.entities import Entity
from gofteh.speakers.records import speaker_of
from gofteh.speakers.resolve import Decision, resolve
from gofteh.speakers.trace import steps
from gofteh.statements.confidence import confidence
from gofteh.statements.drafts import Draft
from gofteh.statements.find import find
from gofteh.statements.nesting import nest
from gofteh.text.layout import Layout, lay_out
from gofteh.text.levels import Level
from gofteh.text.tokens import Range


def extract(
    article: str | Article, *, explain: bool = False, repaired: Level | str | None = None
) -> Reading:
    """Return what an article reports somebody to have said.

    A plain string is read as a body without a title. ``explain`` adds to each statement's
    ``because`` what each sieve answered when it was asked for the speaker. ``repaired`` adds
    the text repaired up to a level, the article's and each content's; raw words and offsets stay.
    Raises ``ValueError`` for an unknown level.
    """
    if isinstance(article, str):
        article = Article(text=article)
    layout = lay_out(article.raw, article.body_start, reading_edits(article.raw))
    found = find(layout)
    decisions = resolve(layout, found.drafts, traced=explain)
    speakers = _speakers(layout, [decision.entity for decision in decisions])
    key = article.key
    statements = [
        _statement(key, layout, draft, speakers[id(decision.entity)], decision)
        for draft, decision in zip(found.drafts, decisions, strict=True)
    ]
    reading = Reading(
        article=article,
        statements=nest(statements),
        speakers=tuple(sorted(set(speakers.values()), key=lambda s: s.id)),
        provenance=_span(layout, found.agency) if found.agency else None,
    )
    return _with_repaired(reading, repair(article.raw, repaired)) if repaired else reading


def surest(reading: Reading, least: float) -> Reading:
    """Return a reading with the statements that are at least so sure.

    A statement whose outer one is left out stands alone then.
    """
    kept = [s for s in reading.statements if s.confidence >= least]
    ids = {s.id for s in kept}
    alone = (s if s.embedded_in in ids else replace(s, embedded_in=None) for s in kept)
    return replace(reading, statements=tuple(alone))


def _with_repaired(reading: Reading, fixed: Repaired) -> Reading:
    def rendered(statement: Statement) -> str:
        places = (fixed.to_repaired((span.start, span.end)) for span in statement.content)
        return ELLIPSIS.join(fixed.text[start:end] for start, end in places)

    statements = tuple(replace(s, repaired=rendered(s)) for s in reading.statements)
    return replace(reading, statements=statements, repaired=fixed.text)


def _speakers(layout: Layout, entities: Sequence[Entity]) -> dict[int, Speaker]:
    unique = {id(e): e for e in entities}
    return {key: speaker_of(layout, e, i) for i, (key, e) in enumerate(unique.items())}


def _statement(
    key: str, layout: Layout, draft: Draft, speaker: Speaker, decision: Decision
) -> Statement:
    content = tuple(_span(layout, r) for r in draft.content)
    cue = _span(layout, draft.cue[0]).start if draft.cue else -1
    place = f"{key}:{content[0].start}-{content[-1].end}:{cue}:{draft.rule}"
    return Statement(
        id=hashlib.sha256(place.encode("utf-8", "surrogatepass")).hexdigest()[:16],
        content=content,
        cue=tuple(_span(layout, r) for r in draft.cue),
        source=_span(layout, draft.source) if draft.source else None,
        speaker=speaker,
        manner=draft.manner,
        act=draft.act,
        lemma=draft.lemma,
        confidence=confidence(draft.rule, decision.rule),
        because=Because(draft.rule, decision.rule, steps(layout, decision)),
        polarity=draft.polarity,
    )


def _span(layout: Layout, tokens: Range) -> Span:
    return Span.of(layout.view.raw, *layout.raw_span(*tokens))
