"""How a sieve is declared: what it takes, what it can answer, and why it stands where it stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from gofteh.lexicon.rules import Meaning
from gofteh.speakers.answers import Answer, Question


@dataclass(frozen=True, slots=True)
class Rule:
    """One way in which a sieve finds a speaker.

    ``id`` goes into ``because.speaker`` and names its share in the table of confidence. The last
    statement of ``example``, a fictional text, has its speaker by this rule.
    """

    id: str
    meaning: Meaning
    example: str


@dataclass(frozen=True, slots=True)
class Sieve:
    """One step of the resolution.

    ``takes`` says which mentions it looks at, ``why_here`` why it stands before the next one.
    """

    id: str
    run: Callable[[Question], Answer]
    takes: Meaning
    rules: tuple[Rule, ...]
    why_here: str
