"""Stored things as JSON: what ``gofteh search`` prints and the REST API answers."""

from __future__ import annotations

from typing import Any

from gofteh.report.records import statement_record
from gofteh.store.records import ArticleHead, ArticleHit, Hit, Piece, StoredStatement

Record = dict[str, Any]


def head_record(head: ArticleHead) -> Record:
    """Return an article without its text."""
    return {
        "id": head.id,
        "title": head.title,
        "url": head.url,
        "outlet": head.outlet,
        "published": head.published,
        "day": head.day.isoformat() if head.day else None,
    }


def stored_record(stored: StoredStatement) -> Record:
    """Return a statement's record with its article, state and speaker across articles."""
    across = {"id": stored.speaker_id, "name": stored.speaker_name} if stored.speaker_id else None
    return statement_record(stored.statement) | {
        "role": stored.statement.speaker.role,
        "across": across,
        "state": stored.state.value,
        "article": head_record(stored.article),
    }


def hit_record(hit: Hit) -> Record:
    """Return a statement that was searched for, with its snippet."""
    return stored_record(hit.stored) | {"snippet": _pieces(hit.snippet)}


def article_hit_record(hit: ArticleHit) -> Record:
    """Return an article that was searched for, with its snippet."""
    return head_record(hit.head) | {"snippet": _pieces(hit.snippet)}


def _pieces(pieces: tuple[Piece, ...]) -> list[Record]:
    return [{"text": piece.text, "marked": piece.marked} for piece in pieces]
