"""Statements kept, searched and corrected: one SQLite file, or PostgreSQL.

`open_store` is the way in; docs/store.md names every call.
"""

from gofteh.store.audit import Change
from gofteh.store.changes import CorrectionError, UnchangedError
from gofteh.store.database import BusyError, DamagedError, StoreError, TooLongError
from gofteh.store.ingest import Extraction, Ingested, Outcome
from gofteh.store.linked.links import Links
from gofteh.store.linked.records import (
    Copies,
    Copy,
    Doubtful,
    Family,
    HeldOffice,
    Member,
    PersonHead,
    PersonProfile,
    Ruling,
    RulingKind,
    Suggestion,
)
from gofteh.store.linked.rulings import RulingError
from gofteh.store.moments import days_of
from gofteh.store.outlet_figures import OutletDay
from gofteh.store.query import QueryError, Slip, slips
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
from gofteh.store.saved import SavedError, SavedSearch
from gofteh.store.search import Order, Query
from gofteh.store.store import Store, open_store
from gofteh.store.versions import Altered, Said, Version

__all__ = [
    "Altered",
    "ArticleHead",
    "ArticleHit",
    "BusyError",
    "Change",
    "Copies",
    "Copy",
    "Correction",
    "CorrectionError",
    "CorrectionKind",
    "Count",
    "DamagedError",
    "Doubtful",
    "Extraction",
    "Extractor",
    "Facet",
    "Facets",
    "Family",
    "HeldOffice",
    "Hit",
    "Ingested",
    "Links",
    "Member",
    "Order",
    "Outcome",
    "OutletDay",
    "OutletProfile",
    "Page",
    "PersonHead",
    "PersonProfile",
    "Piece",
    "Query",
    "QueryError",
    "Role",
    "Ruling",
    "RulingError",
    "RulingKind",
    "Said",
    "SavedError",
    "SavedSearch",
    "Slip",
    "SpeakerHead",
    "SpeakerProfile",
    "State",
    "Store",
    "StoreError",
    "StoredArticle",
    "StoredStatement",
    "Suggestion",
    "TooLongError",
    "UnchangedError",
    "Version",
    "days_of",
    "open_store",
    "slips",
]
