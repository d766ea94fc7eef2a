"""How sure a statement is: what its rules have been worth on annotated articles."""

from __future__ import annotations

# Share of statements of each rule whose content was right.
_CONTENT = {"verb-colon": 0.97, "verb-that": 0.93, "headline": 0.93, "participle": 0.95}
# Share of right speakers by sieve.
_SPEAKER = {"same-name": 0.99, "surname": 0.98, "pronoun-last-person": 0.95}
_UNKNOWN_RULE = 0.8


def confidence(rule: str, sieve: str) -> float:
    """Return the probability that content and speaker are both right."""
    return round(_CONTENT.get(rule, _UNKNOWN_RULE) * _SPEAKER.get(sieve, 0.9), 3)
