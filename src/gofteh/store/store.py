"""The store: everything that callers do with a gofteh database."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType

from gofteh.records import Article, Failure, Span, SpeakerKind
from gofteh.roles import Role
from gofteh.store import profiles, saved, search
from gofteh.store.audit import Change, changes
from gofteh.store.changes import (
    CorrectionError,
    checked_content,
    forget,
    has_current_index,
    ids_before,
    outdated,
    put_correction,
    refuse_unchanged,
    reindex,
    withdraw,
)
from gofteh.store.check import check
from gofteh.store.database import Database, Index, StoreError
from gofteh.store.extractor import current_extractor
from gofteh.store.ingest import Extraction, Ingested, Intake, ingest
from gofteh.store.linked.links import Links
from gofteh.store.read import (
    article_key,
    corrections_of,
    newest_corrections,
    speaker_key,
    statement_key,
    stored_article,
    stored_statements,
)
from gofteh.store.records import (
    ArticleHit,
    Correction,
    CorrectionKind,
    Count,
    Extractor,
    Facets,
    Hit,
    OutletProfile,
    Page,
    SpeakerHead,
    SpeakerProfile,
    StoredArticle,
    StoredStatement,
)
from gofteh.store.saved import SavedSearch
from gofteh.store.search import Query
from gofteh.store.tokens import Token, add_token, had_tokens, note_used, revoke_token, tokens
from gofteh.store.versions import Version, versions

DEFAULT_LIMIT = 20
_ID_BYTES = 8


def open_store(place: str, *, make: bool = True, durable: bool = False) -> Store:
    """Open a database and bring its tables up to date.

    ``place`` is the path of a SQLite file, ``:memory:``, or a ``postgresql://`` address. A file
    that is not there is made, unless ``make`` is false; one that may not be written can be read.
    With ``durable`` a change is on the disk when it is told done: what a power cut leaves.
    Raises `StoreError` where that is not possible; the message says what to do.
    """
    db: Database
    if place.startswith(("postgresql://", "postgres://")):
        from gofteh.store.postgres import PostgresDatabase

        db = PostgresDatabase(place)
    else:
        from gofteh.store.sqlite import SqliteDatabase

        if not make and place != ":memory:" and not Path(place).exists():
            raise StoreError(f"there is no database {place}. Make one: gofteh ingest INPUT…")
        db = SqliteDatabase(place, durable=durable)
    try:
        if not has_current_index(db):
            reindex(db)
    except StoreError:
        db.close()
        raise
    return Store(db)


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")


class Store:
    """An open database: one connection, for one thread at a time. Open one for each thread."""

    def __init__(self, db: Database, now: Callable[[], str] = _now) -> None:
        self.db = db
        self._now = now

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the connection."""
        self.db.close()

    def wait_at_most(self, seconds: float) -> None:
        """Give up each query after so long, with `TooLongError`; for servers."""
        self.db.wait_at_most(seconds)

    def interrupt(self) -> None:
        """Break off the query at work, from another thread."""
        self.db.interrupt()

    def state(self) -> str:
        """Return a mark that is another one once anybody else has changed anything.

        Only marks of the same open store can be compared; what it changes itself does not count.
        """
        return self.db.state()

    # --- in -------------------------------------------------------------------------------

    def ingest(
        self,
        items: Iterable[Article | Failure],
        extract: Extraction,
        extractor: Extractor | None = None,
        *,
        by: str | None = None,
    ) -> Iterator[Ingested]:
        """Store the readings of articles; yield, in order, what became of each.

        ``extract`` turns items into readings and hands failures on as they are
        (`gofteh.batch.extracting.extract_all`). Known articles that this or a newer gofteh has
        read are passed over; changed or outdated ones are replaced, and keep their corrections. An
        outcome is yielded once it is safely stored. Nothing happens until the iterator is read.
        """
        extractor = extractor or current_extractor()
        return ingest(self.db, items, extract, extractor, self._now, by)

    def intake(self, extractor: Extractor | None = None) -> Intake:
        """Return what takes articles in as they come, a few at a time, as one ingest."""
        return Intake(self.db, extractor or current_extractor(), self._now)

    def reextract(
        self, extract: Extraction, extractor: Extractor | None = None
    ) -> Iterator[Ingested]:
        """Read all articles again that an older or different gofteh has read; as `ingest`."""
        extractor = extractor or current_extractor()
        return self.ingest(outdated(self.db, extractor), extract, extractor)

    # --- one thing ------------------------------------------------------------------------

    def article(self, id_: str) -> StoredArticle | None:
        """Return an article with all its statements; ``None`` where there is none."""
        with self.db.reading():
            key = article_key(self.db, id_)
            return None if key is None else stored_article(self.db, key)

    def versions(self, id_: str) -> tuple[Version, ...]:
        """Return how an article stood before it was changed, the oldest version first."""
        return versions(self.db, id_)

    def statement(self, id_: str) -> StoredStatement | None:
        """Return a statement by its id, or by one that it had before a newer extraction."""
        with self.db.reading():
            key = statement_key(self.db, id_)
            found = [] if key is None else stored_statements(self.db, [key])
            return found[0] if found else None

    def speaker(self, id_: str) -> SpeakerProfile | None:
        """Return what is known of a speaker; ``None`` where there is none."""
        with self.db.reading():
            key = speaker_key(self.db, id_)
            return None if key is None else profiles.speaker_profile(self.db, key)

    def speaker_head(self, id_: str) -> SpeakerHead | None:
        """Return a speaker's name and number of statements, at less cost than `speaker`."""
        return profiles.speaker_head(self.db, id_)

    # --- many -----------------------------------------------------------------------------

    def search(
        self, query: Query, cursor: str | None = None, limit: int = DEFAULT_LIMIT
    ) -> Page[Hit]:
        """Return a page of statements. Raises `QueryError` for a query or cursor that is none."""
        return search.search(self.db, query, cursor, limit)

    def search_articles(
        self, query: Query, cursor: str | None = None, limit: int = DEFAULT_LIMIT
    ) -> Page[ArticleHit]:
        """Return a page of articles; words, outlets, days and order of the query count."""
        return search.search_articles(self.db, query, cursor, limit)

    def count_articles(self, query: Query) -> Count:
        """Return how many articles match, exactly up to `search.COUNTED`."""
        return search.count_articles(self.db, query)

    def count(self, query: Query) -> Count:
        """Return how many statements match, exactly up to `search.COUNTED`."""
        return search.count(self.db, query)

    def counts(self, query: Query, days: Sequence[tuple[dt.date, dt.date]]) -> tuple[Count, ...]:
        """Return the same for each of some ranges of days, both ends included."""
        with self.db.reading():
            return search.counts(self.db, query, days)

    def days(self, query: Query | None = None) -> tuple[dt.date, dt.date] | None:
        """Return the days of the oldest and the newest that match; ``None`` without any date."""
        with self.db.reading():
            return search.days_of_all(self.db, query or Query())

    def meant(self, query: Query, *, articles: bool = False) -> Query | None:
        """Return a query with misspelt words mended, where that finds something; else ``None``."""
        return search.respelled(self.db, query, Index.ARTICLES if articles else Index.STATEMENTS)

    def facets(self, query: Query) -> Facets:
        """Return what results can be narrowed to, with counts among the newest."""
        return search.facets(self.db, query)

    def speakers(
        self, name: str = "", cursor: str | None = None, limit: int = DEFAULT_LIMIT
    ) -> Page[SpeakerHead]:
        """Return speakers, the most quoted first; with ``name``, those whose name holds it."""
        return profiles.speakers(self.db, name, cursor, limit)

    def outlets(self, speakers: int = profiles.QUOTED_MOST) -> tuple[OutletProfile, ...]:
        """Return all outlets, those with the most statements first, each with so many speakers."""
        with self.db.reading():
            return profiles.outlets(self.db, speakers)

    def outlet(self, name: str) -> OutletProfile | None:
        """Return one outlet; ``None`` where there is none of that name."""
        with self.db.reading():
            return next(iter(profiles.outlets(self.db, profiles.QUOTED_MOST, name)), None)

    def outlet_names(self) -> tuple[str, ...]:
        """Return the names of all outlets, in the order of their letters."""
        return profiles.outlet_names(self.db)

    def each_article(self, query: Query | None = None) -> Iterator[StoredArticle]:
        """Yield all articles that match, oldest first, without holding more than one."""
        return search.each_article(self.db, query or Query())

    @property
    def links(self) -> Links:
        """Who is who and what is the same over all articles: persons, families, rulings."""
        return Links(self.db, self._now)

    # --- corrections ----------------------------------------------------------------------

    def correct(
        self,
        statement_id: str,
        kind: CorrectionKind,
        *,
        content: Sequence[tuple[int, int]] = (),
        speaker: str | None = None,
        speaker_kind: SpeakerKind = SpeakerKind.PERSON,
        note: str | None = None,
        author: str | None = None,
        by: str | None = None,
    ) -> Correction:
        """Keep what a human says of a statement, and show it from now on.

        ``content`` gives the spans of a `WRONG_BOUNDARY` in the raw text, ``speaker`` the name
        of a `WRONG_SPEAKER`, ``None`` for one whom the article does not name. Raises
        `CorrectionError` where there is no such statement, the spans are not possible, or
        (`UnchangedError`) nothing would change. A `MISSED` one goes to `put_correction`.
        """
        stored = self.statement(statement_id)
        article = self.article(stored.article.id) if stored else None
        if stored is None or article is None:
            raise CorrectionError(f"there is no statement {statement_id}.")
        spans: tuple[Span, ...] = ()
        if kind is CorrectionKind.WRONG_BOUNDARY:
            spans = checked_content(article.reading.article.raw, content)
        correction = Correction(
            article_id=stored.article.id,
            kind=kind,
            statement=stored.found_as or stored.statement,
            content=spans,
            speaker=speaker,
            speaker_kind=speaker_kind,
            note=note,
            author=author,
            created=self._now(),
            id=secrets.token_hex(_ID_BYTES),
        )
        refuse_unchanged(stored.statement, correction)
        made = Change(correction.created, by, "corrected", statement_id, kind.value)
        put_correction(self.db, correction, made)
        return correction

    def put_correction(self, correction: Correction) -> None:
        """Keep a correction that was made elsewhere; one that is known changes nothing."""
        put_correction(self.db, correction)

    def corrections(self, article_id: str | None = None) -> list[Correction]:
        """Return the corrections of an article, or all, in the order they were made."""
        return corrections_of(self.db, None if article_id is None else [article_id])

    def newest_corrections(
        self, cursor: str | None = None, limit: int = DEFAULT_LIMIT
    ) -> Page[Correction]:
        """Return a page of all corrections, the newest first."""
        return newest_corrections(self.db, cursor, limit)

    def withdraw(self, correction_id: str, *, by: str | None = None) -> bool:
        """Take a correction back; return whether there was one."""
        made = Change(self._now(), by, "correction-withdrawn", correction_id)
        return withdraw(self.db, correction_id, made)

    # --- saved searches ------------------------------------------------------------------

    def save_search(
        self,
        name: str,
        query: Query,
        *,
        webhook: str | None = None,
        email: str | None = None,
        by: str | None = None,
    ) -> SavedSearch:
        """Keep a search under a name: from now on it finds what comes in. Raises `SavedError`."""
        made = Change(self._now(), by, "search-saved")
        wanted = SavedSearch("", name, query, by, "", webhook, None, email)
        return saved.save(self.db, wanted, made)

    def saved_searches(self) -> tuple[SavedSearch, ...]:
        """Return all saved searches by name."""
        return saved.searches(self.db)

    def saved_search(self, id_: str) -> SavedSearch | None:
        """Return a saved search; ``None`` where there is none."""
        return next(iter(saved.searches(self.db, id_)), None)

    def delete_search(self, id_: str, *, by: str | None = None) -> bool:
        """Delete a saved search with its hits; return whether there was one."""
        return saved.delete(self.db, id_, Change(self._now(), by, "search-deleted"))

    def new_hits(self, search: str, since: str, until: str) -> list[StoredStatement]:
        """Return what a saved search found from a moment to another (ISO 8601, UTC), in order."""
        with self.db.reading():
            ids = saved.hits(self.db, search, since, until)
            keys = [key for id_ in ids if (key := statement_key(self.db, id_)) is not None]
            return stored_statements(self.db, list(dict.fromkeys(keys)))

    # --- who may --------------------------------------------------------------------------

    def add_token(self, name: str, role: Role, expires: dt.datetime | None = None) -> str:
        """Make a token for a server and return it, this once. Raises `TokenError`."""
        return add_token(self.db, name, role, self._now(), expires)

    def had_tokens(self) -> bool:
        """Return whether there ever was a token; then nobody is served without one."""
        return had_tokens(self.db)

    def note_used(self, seen: Mapping[str, dt.datetime]) -> None:
        """Write down when tokens, by their ids, were last used."""
        note_used(self.db, seen)

    def changes(self, limit: int = 100) -> tuple[Change, ...]:
        """Return who changed what, the newest first; ``by`` names him in the calls that change."""
        return changes(self.db, limit)

    def tokens(self) -> tuple[Token, ...]:
        """Return all tokens, the oldest first; of each the hash alone."""
        return tokens(self.db)

    def revoke_token(self, name: str) -> bool:
        """Take a token back; return whether there was one of that name."""
        return revoke_token(self.db, name, self._now())

    # --- out ------------------------------------------------------------------------------

    def forget(self, ids: Sequence[str], *, by: str | None = None) -> int:
        """Delete articles with statements, corrections, errors and index; return how many."""
        return forget(self.db, ids, Change(self._now(), by, "article-deleted"))

    def forget_before(self, day: dt.date) -> int:
        """Delete what was published before a day; the undated stay."""
        return self.forget(ids_before(self.db, day))

    def check(self) -> Iterator[str]:
        """Yield what is wrong with the database, in words; reads everything once."""
        return check(self.db)

    def backup(self, target: str) -> None:
        """Copy a SQLite database into a new file, while others read and write.

        Raises `StoreError` where that fails, and for PostgreSQL, which has programs of its own.
        """
        self.db.backup(target)

    def compact(self) -> None:
        """Give back the space of what was deleted, so that no trace of it is left in the files.

        Takes minutes on a large database, and wants no other connection at work.
        """
        self.db.compact()
