"""What a sieve is asked, and what it may answer: found, or passed and why.

A sieve that looks at somebody and does not choose him says so by `Question.reject`. Where nobody
asked for an explanation that does nothing, so that the trace is what the sieves did and costs
nothing otherwise.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from gofteh.speakers.discourse import Discourse
from gofteh.speakers.entities import Entity
from gofteh.speakers.mentions import Mention
from gofteh.statements.drafts import Draft
from gofteh.text.tokens import Range


class Passed(StrEnum):
    """Why a sieve did not answer."""

    NOT_MINE = "not-mine"
    NOBODY_FITS = "nobody-fits"
    EMBEDDED = "embedded"
    SOMEBODY_ELSE = "somebody-else"
    TOO_FAR = "too-far"
    SEVERAL_PERSONS = "several-persons"
    NOT_SURE = "not-sure"
    AMBIGUOUS = "ambiguous"


class Against(StrEnum):
    """Why somebody whom a sieve looked at was not chosen by it."""

    KIND = "other-kind"
    NAME = "other-name"
    SEX = "other-sex"
    NOUN = "other-noun"
    OFFICE = "other-office"
    HAS_NAME = "has-name"
    HAS_OFFICE = "has-office"
    NO_OFFICE = "no-office"
    NO_NAME = "no-name"
    ANONYMOUS = "anonymous"
    MERELY_QUOTED = "merely-quoted"
    EARLIER = "earlier"


@dataclass(frozen=True, slots=True)
class Found:
    """Who speaks, by which rule, and the token ranges that tell it (where a trace is kept)."""

    entity: Entity
    rule: str
    evidence: tuple[Range, ...] = ()


@dataclass(frozen=True, slots=True)
class Rejected:
    """Somebody whom a sieve looked at, why it did not choose him, and what tells it."""

    entity: Entity
    why: Against
    evidence: tuple[Range, ...] = ()


Answer = Found | Passed


Fits = Callable[[Mention], bool]


def _any_mention(mention: Mention) -> bool:
    return bool(mention.words)


def _has_name(mention: Mention) -> bool:
    return bool(mention.name)


def _has_office(mention: Mention) -> bool:
    return bool(mention.role)


# Which of somebody's mentions tells what speaks against him; for the rest it is the latest.
_TELLS: dict[Against, Fits] = {
    Against.NAME: _has_name,
    Against.SEX: _has_name,
    Against.HAS_NAME: _has_name,
    Against.OFFICE: _has_office,
    Against.HAS_OFFICE: _has_office,
}


@dataclass(frozen=True, slots=True)
class Question:
    """One mention that needs its speaker: its statement, and the discourse up to there.

    ``rejected`` collects whom the sieves reject; None where nobody asked for a trace. A statement
    without a mention of its sayer has one of no words.
    """

    discourse: Discourse
    draft: Draft
    mention: Mention
    rejected: list[Rejected] | None = None

    @property
    def traced(self) -> bool:
        """Whether an explanation was asked for."""
        return self.rejected is not None

    def reject(self, entity: Entity, why: Against) -> None:
        """Note why somebody was not chosen, with the mention that tells it."""
        if self.rejected is None or any(entity is r.entity for r in self.rejected):
            return
        evidence = self.evidence(entity, _TELLS.get(why, _any_mention))
        self.rejected.append(Rejected(entity, why, evidence or self.evidence(entity)))

    def cue(self) -> tuple[Range, ...]:
        """Return the ranges of the statement's cue; nothing without a trace."""
        return self.draft.cue if self.traced else ()

    def evidence(self, entity: Entity, fits: Fits = _any_mention) -> tuple[Range, ...]:
        """Return the range of somebody's latest mention that fits; nothing without a trace."""
        if not self.traced:
            return ()
        latest = next((m for m in reversed(entity.mentions) if fits(m)), None)
        return (latest.range,) if latest else ()
