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
    """The name by which ``because.statement`` tells how a content was found.

    ``heads``: the words stand over the article, so nothing goes on behind them. ``below``: they
    stand in the paragraph below their cue. ``bylines``: what it finds may be the article's own
    byline (``بر اساس این گزارش``).
    """

    id: str
    meaning: Meaning
    headline: bool = False
    in_next_paragraph: bool = False
    maybe_byline: bool = False


@dataclass(frozen=True, slots=True)
class Example:
    """A fictional text, a headline over an empty line, and what the construction finds in it."""

    text: str
    source: str | None
    content: str


@dataclass(frozen=True, slots=True)
class Construction(Generic[Place, Found]):
    """One way in which news give somebody's words, and how it is found at a place of the text.

    ``takes``: the complements of a verb of which its cue must take one; empty where no verb is
    asked. ``before`` says why it is tried before the next one.
    """

    rule: Rule
    find: Callable[[Place], Iterator[Found]]
    example: Example
    before: str
    takes: frozenset[Complement] = frozenset()
