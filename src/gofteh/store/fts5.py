"""What SQLite's full-text index is asked: a match as an FTS5 expression. Pure."""

from __future__ import annotations

from gofteh.store.database import Match
from gofteh.store.query import All, AnyOf, Node, Phrase, Term, Without
from gofteh.store.tags import EVERYTHING


def expression(match: Match) -> str:
    """Return the FTS5 expression of a match. Terms hold letters, digits and ``_`` alone."""
    parts = ["(" + " OR ".join(f'"{tag}"' for tag in group) + ")" for group in match.tags]
    if match.who is not None:
        parts.append(f"who : {_fts(match.who)}")
    if match.words is not None:
        parts.append(_fts(match.words))
    return " AND ".join(parts) or f'"{EVERYTHING}"'


def _fts(node: Node) -> str:
    match node:
        case Term(key, prefix):
            return f'("{key}"*)' if prefix else f'("{key}")'
        case Phrase(keys):
            return f'("{" ".join(keys)}")'
        case AnyOf(parts):
            return "(" + " OR ".join(map(_fts, parts)) + ")"
        case Without():
            return _fts(All((node,)))
        case All(parts):
            wanted = [_fts(part) for part in parts if not isinstance(part, Without)]
            banned = [_fts(part.part) for part in parts if isinstance(part, Without)]
            found = " AND ".join(wanted) or f'"{EVERYTHING}"'
            return f"(({found}) NOT ({' OR '.join(banned)}))" if banned else f"({found})"
