"""A query as the stores look for it: its nouns in every number, ``کارگر`` and ``کارگران``."""

from __future__ import annotations

from gofteh.store.query import All, AnyOf, Node, Phrase, Term, Without, leaves, parse
from gofteh.text.plurals import other_numbers

# Each term may stand for five; of so many, few documents are left anyhow.
_MOST_IN_EVERY_NUMBER = 16


def sought(words: str) -> Node | None:
    """Return the tree of a query with its nouns in every number, as the stores look for them.

    Phrases stay as they are typed, and long queries too. Raises `QueryError` as `parse` does.
    """
    node = parse(words)
    if node is None or sum(1 for _ in leaves(node)) > _MOST_IN_EVERY_NUMBER:
        return node
    return _in_every_number(node)


def _in_every_number(node: Node) -> Node:
    match node:
        case Term(key, prefix):
            others = () if prefix else other_numbers(key)
            return AnyOf((node, *map(Term, others))) if others else node
        case Phrase():
            return node
        case Without(part):
            return Without(_in_every_number(part))
        case All(parts):
            return All(tuple(map(_in_every_number, parts)))
        case AnyOf(parts):
            return AnyOf(tuple(map(_in_every_number, parts)))
