"""Statements kept, searched and corrected: one SQLite file, or PostgreSQL.

`open_store` is the way in; docs/store.md names every call.
"""

from gofteh.store.changes import CorrectionError
from gofteh.store.database import StoreError, TooLongError
from gofteh.store.ingest import Ingested, Outcome
from gofteh.store.moments import days_of
from gofteh.store.query import QueryError
from gofteh.store.records import (
    ArticleHead,
    ArticleHit,
    Correction,
    CorrectionKind,
    Count,
    Extractor,
    Facet,
    Facets,
    Hit,
    OutletProfile,
    Page,
    Piece,
    Role,
    SpeakerHead,
    SpeakerProfile,
    State,
    StoredArticle,
    StoredStatement,
)
from gofteh.store.search import Order, Query
from gofteh.store.store import Store, open_store

__all__ = [
    "ArticleHead",
    "ArticleHit",
    "Correction",
    "CorrectionError",
    "CorrectionKind",
    "Count",
    "Extractor",
    "Facet",
    "Facets",
    "Hit",
    "Ingested",
    "Order",
    "Outcome",
    "OutletProfile",
    "Page",
    "Piece",
    "Query",
    "QueryError",
    "Role",
    "SpeakerHead",
    "SpeakerProfile",
    "State",
    "Store",
    "StoreError",
    "StoredArticle",
    "StoredStatement",
    "TooLongError",
    "days_of",
    "open_store",
]
