"""What a sieve is asked (`Question`), and what it may answer: `Found`, or `Passed` and why.

A sieve that looks at an entity and does not choose it says so by `Question.reject`. That does
nothing where no explanation was asked for: so a trace tells what the sieves really did, and costs
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
    """Why a sieve found nobody, and the next one is asked."""

    NOT_MINE = "not-mine"
    NOBODY_FITS = "nobody-fits"
    EMBEDDED = "embedded"
    SOMEBODY_ELSE = "somebody-else"
    TOO_FAR = "too-far"
    SEVERAL_PERSONS = "several-persons"
    NOT_SURE = "not-sure"
    AMBIGUOUS = "ambiguous"


class Against(StrEnum):
    """What speaks against an entity that a sieve looked at."""

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
    SPOKEN_OF = "spoken-of"
    EARLIER = "earlier"


@dataclass(frozen=True, slots=True)
class Found:
    """Who speaks, by which rule, and the token ranges that show it (only where a trace is kept)."""

    entity: Entity
    rule: str
    evidence: tuple[Range, ...] = ()


@dataclass(frozen=True, slots=True)
class Rejected:
    """An entity that a sieve looked at, why it did not choose it, and the ranges that show why."""

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


# Which mention of a rejected entity shows why; for the other reasons it is the latest.
_SHOWS: dict[Against, Fits] = {
    Against.NAME: _has_name,
    Against.SEX: _has_name,
    Against.HAS_NAME: _has_name,
    Against.OFFICE: _has_office,
    Against.HAS_OFFICE: _has_office,
}


@dataclass(frozen=True, slots=True)
class Question:
    """Who is meant by this mention? With its statement, and the discourse up to there.

    ``rejected`` collects whom a sieve rejects; None where no trace was asked for. Where no words
    name the speaker, ``mention`` has none.
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
        """Note what speaks against an entity, with the mention that shows it."""
        if self.rejected is None or any(entity is r.entity for r in self.rejected):
            return
        evidence = self.evidence(entity, _SHOWS.get(why, _any_mention))
        self.rejected.append(Rejected(entity, why, evidence or self.evidence(entity)))

    def cue(self) -> tuple[Range, ...]:
        """Return the ranges of the statement's cue as evidence; nothing without a trace."""
        return self.draft.cue if self.traced else ()

    def evidence(self, entity: Entity, fits: Fits = _any_mention) -> tuple[Range, ...]:
        """Return the range of an entity's latest mention that fits; nothing without a trace."""
        if not self.traced:
            return ()
        latest = next((m for m in reversed(entity.mentions) if fits(m)), None)
        return (latest.range,) if latest else ()
