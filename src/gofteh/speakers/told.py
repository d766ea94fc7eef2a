"""What is told: drafts with their speakers, and how sure it is that both are right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from gofteh.speakers.resolve import Resolution
from gofteh.statements.confidence import content_confidence, statement_confidence
from gofteh.statements.drafts import Draft
from gofteh.text.layout import Layout


@dataclass(frozen=True, slots=True)
class Told:
    """A draft, who speaks it, and the probability that content and speaker are right."""

    draft: Draft
    resolution: Resolution
    confidence: float


class StatementJudge(Protocol):
    """Which drafts are told, now that their speakers are known, and how sure each is.

    It is given all drafts with the resolutions of their speakers, in the order of the text, and
    returns those that are told in that order.
    """

    def __call__(
        self, layout: Layout, drafts: Sequence[Draft], resolutions: Sequence[Resolution], /
    ) -> tuple[Told, ...]:
        """Return what is told."""
        ...


def told_by_rules(
    _: Layout, drafts: Sequence[Draft], resolutions: Sequence[Resolution], /
) -> tuple[Told, ...]:
    """Return every draft, as sure as its rule and its speaker's sieve were on annotated articles.

    Where a choice among proposals has worked out a probability of the content, that counts instead
    of the rule's share.
    """
    pairs = zip(drafts, resolutions, strict=True)
    return tuple(Told(draft, r, _confidence(draft, r)) for draft, r in pairs)


def _confidence(draft: Draft, resolution: Resolution) -> float:
    content = content_confidence(draft.rule.id) if draft.sure is None else draft.sure
    return statement_confidence(content, resolution.rule, chosen=draft.sure is not None)
