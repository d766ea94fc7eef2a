"""How a construction is declared: what it takes, how it is found, why it stands where it does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from gofteh.lexicon.entries import Complement
from gofteh.lexicon.rules import Meaning

Place = TypeVar("Place")
Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Rule:
    """What ``because.statement`` names: how a content was found, and what follows from that.

    ``headline``: the content is a headline's, so it does not run on. ``in_next_paragraph``: it
    begins in the paragraph below its cue. ``maybe_byline``: the source may be the article itself
    (``بر اساس این گزارش``). ``at_length``: it is one of the paragraphs of a writing or a talk,
    whose speaker goes on behind whomever he quotes.
    """

    id: str
    meaning: Meaning
    headline: bool = False
    in_next_paragraph: bool = False
    maybe_byline: bool = False
    at_length: bool = False


@dataclass(frozen=True, slots=True)
class Example:
    """A fictional text, a headline over an empty line, and what the construction finds in it."""

    text: str
    source: str | None
    content: str


@dataclass(frozen=True, slots=True)
class Construction(Generic[Place, Found]):
    """One way in which news report speech, and how it is found at a place of the text.

    ``takes``: complements of which the cue's verb must take one; empty if there need be no verb.
    ``why_here`` says why it is tried before the next one.
    """

    rule: Rule
    find: Callable[[Place], Iterator[Found]]
    example: Example
    why_here: str
    takes: frozenset[Complement] = frozenset()
