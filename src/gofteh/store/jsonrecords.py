"""Stored things as JSON: what ``gofteh search`` prints and the REST API answers."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from typing import Any

from gofteh.records.codec import reading_record, statement_record
from gofteh.store.records import (
    ArticleHead,
    ArticleHit,
    Correction,
    Count,
    Facet,
    Facets,
    Hit,
    OutletProfile,
    Piece,
    Role,
    SpeakerHead,
    SpeakerProfile,
    StoredArticle,
    StoredStatement,
)
from gofteh.store.saved import SavedSearch, query_text

Record = dict[str, Any]


def head_record(head: ArticleHead) -> Record:
    """Return an article without its text."""
    return {
        "id": head.id,
        "title": head.title,
        "url": head.url,
        "outlet": head.outlet,
        "published": head.published,
        "day": day_text(head.day),
    }


def day_text(day: dt.date | None) -> str | None:
    """Return a day as ISO 8601 has it."""
    return day.isoformat() if day else None


def days_record(days: Iterable[tuple[dt.date | None, int]]) -> list[Record]:
    """Return statements by day, null for the undated."""
    return [{"day": day_text(day), "statements": number} for day, number in days]


def counts_record(counts: Iterable[tuple[str, int]], of: str) -> list[Record]:
    """Return names with their numbers of what ``of`` tells."""
    return [{"name": name, of: number} for name, number in counts]


def article_record(article: StoredArticle) -> Record:
    """Return an article as `gofteh.extract` gives it, with its text; offsets count into ``raw``."""
    by = article.extractor
    return reading_record(article.reading) | {
        "day": day_text(article.head.day),
        "raw": article.reading.article.raw,
        "repaired": article.repaired,
        "extractor": {"version": by.version, "rules": by.rules, "model": by.model},
    }


def stored_record(stored: StoredStatement) -> Record:
    """Return a statement's record with its article, state and speaker across articles."""
    across = {"id": stored.speaker_id, "name": stored.speaker_name} if stored.speaker_id else None
    return statement_record(stored.statement) | {
        "role": stored.statement.speaker.role,
        "across": across,
        "person": stored.statement.speaker.person,
        "state": stored.state.value,
        "article": head_record(stored.article),
    }


def hit_record(hit: Hit) -> Record:
    """Return a statement that was searched for, with its snippet."""
    return stored_record(hit.stored) | {"snippet": _pieces(hit.snippet)}


def article_hit_record(hit: ArticleHit) -> Record:
    """Return an article that was searched for, with its snippet."""
    return head_record(hit.head) | {"snippet": _pieces(hit.snippet)}


def count_record(count: Count) -> Record:
    """Return how many results there are."""
    return {"number": count.number, "exact": count.exact}


def facets_record(facets: Facets) -> Record:
    """Return what results can be narrowed to."""
    return {
        "over": facets.over,
        "exact": facets.exact,
        "speakers": _facets(facets.speakers),
        "outlets": _facets(facets.outlets),
        "kinds": _facets(facets.kinds),
        "manners": _facets(facets.manners),
        "acts": _facets(facets.acts),
    }


def _facets(facets: tuple[Facet, ...]) -> list[Record]:
    return [{"value": one.value, "label": one.label, "count": one.count} for one in facets]


def speaker_record(speaker: SpeakerHead) -> Record:
    """Return a speaker across articles, and the person whom the name mostly stands for."""
    told = ("id", "name", "statements", "person")
    return {name: getattr(speaker, name) for name in told}


def profile_record(profile: SpeakerProfile) -> Record:
    """Return what is known of a speaker; ``days`` are null for the undated."""
    return speaker_record(profile.head) | {
        "kinds": [{"kind": kind.value, "statements": number} for kind, number in profile.kinds],
        "names": counts_record(profile.names, "articles"),
        "roles": [_role(role) for role in profile.roles],
        "outlets": counts_record(profile.outlets, "statements"),
        "days": days_record(profile.days),
    }


def _role(role: Role) -> Record:
    return {
        "role": role.role,
        "articles": role.articles,
        "first": day_text(role.first),
        "last": day_text(role.last),
    }


def outlet_record(outlet: OutletProfile) -> Record:
    """Return whom an outlet gives the word."""
    return {
        "name": outlet.name,
        "articles": outlet.articles,
        "statements": outlet.statements,
        "direct": outlet.direct,
        "unnamed": outlet.unnamed,
        "speakers": [speaker_record(speaker) for speaker in outlet.speakers],
    }


def correction_record(correction: Correction) -> Record:
    """Return what a human said of a statement, with the statement as it stood then."""
    return {
        "id": correction.id,
        "article": correction.article_id,
        "kind": correction.kind.value,
        "statement": statement_record(correction.statement),
        "content": [
            {"start": span.start, "end": span.end, "text": span.text} for span in correction.content
        ],
        "speaker": correction.speaker,
        "speaker_kind": correction.speaker_kind.value,
        "note": correction.note,
        "author": correction.author,
        "created": correction.created,
    }


def saved_record(search: SavedSearch) -> Record:
    """Return a saved search, without where it tells of what it finds."""
    return {
        "id": search.id,
        "name": search.name,
        "query": json.loads(query_text(search.query)),
        "author": search.author,
        "created": search.created,
        "webhook": search.webhook is not None,
        "email": search.email is not None,
        "hits": search.hits,
    }


def _pieces(pieces: tuple[Piece, ...]) -> list[Record]:
    return [{"text": piece.text, "marked": piece.marked} for piece in pieces]
