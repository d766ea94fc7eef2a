"""Changes to what is stored: corrections, deletion, newer extractions, a new index."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Sequence
from dataclasses import replace

from gofteh.errors import GoftehError
from gofteh.records import Article, Span, Speaker, Statement
from gofteh.records.codec import statement_record
from gofteh.report.jsonlines import encode_line
from gofteh.store.audit import Change, note, without_trace
from gofteh.store.corrections import changes_nothing
from gofteh.store.database import Database, Index
from gofteh.store.entries import article_entries, batches, marks, statement_entries
from gofteh.store.extractor import is_older
from gofteh.store.ingest import replace_reading
from gofteh.store.moments import FIRST_DATED, first_key
from gofteh.store.read import article_key, corrections_of, extracted, stored_articles
from gofteh.store.records import Correction, Extractor
from gofteh.store.write import Writer
from gofteh.text.terms import TERMS_VERSION

_BATCH = 100


class CorrectionError(GoftehError, ValueError):
    """A correction that cannot be made; the message says why."""


class UnchangedError(CorrectionError):
    """A correction that says what is shown already: nothing is kept."""


def refuse_unchanged(shown: Statement, correction: Correction) -> None:
    """Raise `UnchangedError` where a correction says of a statement what is shown already."""
    speaker = Speaker(0, correction.speaker, correction.speaker_kind)
    if changes_nothing(shown, correction.kind, correction.content, speaker):
        raise UnchangedError("the statement says so already. Nothing was changed.")


def checked_content(raw: str, content: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
    """Return the spans of a corrected boundary.

    Raises `CorrectionError` where they are empty, overlap, stand in no order or outside the text.
    """
    at = 0
    for start, end in content:
        if not at <= start < end <= len(raw):
            raise CorrectionError(
                f"[{start}, {end}) cannot be content: spans must stand in order, "
                f"not overlap, hold something, and lie within the {len(raw)} characters."
            )
        at = end
    if not content:
        raise CorrectionError("a corrected boundary needs at least one span.")
    return tuple(Span.of(raw, start, end) for start, end in content)


def put_correction(db: Database, correction: Correction, made: Change | None = None) -> None:
    """Keep a correction and lay it over its article, if that is stored."""
    content = [[span.start, span.end, span.text] for span in correction.content]
    with db.writing():
        db.rows(
            "INSERT INTO correction (id, article_id, kind, record, content, speaker, "
            "speaker_kind, note, author, created) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (id) DO NOTHING",
            (
                *(correction.id, correction.article_id, correction.kind.value),
                encode_line(statement_record(correction.statement)).decode(),
                *(json.dumps(content), correction.speaker, correction.speaker_kind.value),
                *(correction.note, correction.author, correction.created),
            ),
        )
        _lay_again(db, correction.article_id)
        if made is not None:
            note(db, made)


def withdraw(db: Database, id_: str, made: Change) -> bool:
    """Take a correction back; return whether there was one."""
    with db.writing():
        sql = "DELETE FROM correction WHERE id = ? RETURNING article_id, kind, record"
        gone = db.rows(sql, (id_,))
        for article_id, kind, record in gone:
            _lay_again(db, article_id)
            # What was taken back, and of which statement, is all that stays of it.
            note(db, replace(made, detail=f"{kind} {json.loads(record)['id']}"))
    return bool(gone)


def _lay_again(db: Database, article_id: str) -> None:
    key = article_key(db, article_id)
    if key is None:
        return
    run = db.rows("SELECT run FROM article WHERE key = ?", (key,))[0][0]
    writer = Writer(db, run)
    replace_reading(writer, extracted(db, key), key, corrections_of(db, [article_id]))
    writer.finish()


def forget(db: Database, ids: Sequence[str], made: Change) -> int:
    """Delete articles with all that is known of them; return how many there were."""
    gone = 0
    for at in range(0, len(ids), _BATCH):
        part = ids[at : at + _BATCH]
        with db.writing():
            sql = f"SELECT key, id FROM article WHERE id IN ({marks(part)})"
            there = db.rows(sql, part)
            keys = [key for key, _ in there]
            writer = Writer(db, 0)
            writer.remove(keys)
            writer.finish()
            db.rows(f"DELETE FROM correction WHERE article_id IN ({marks(part)})", part)
            for table in ("error", "article_version", "saved_hit", "arrival", "ruling"):
                db.rows(f"DELETE FROM {table} WHERE article_id IN ({marks(part)})", part)
            db.rows(  # nor does the watch bring it back
                "UPDATE watch_address SET state = 'forgotten', next_at = NULL, mark = NULL, "
                f"entry = NULL, etag = NULL, modified = NULL WHERE article IN ({marks(part)})",
                part,
            )
            for _, id_ in there:
                note(db, replace(made, item=without_trace(id_)))
        gone += len(keys)
    return gone


def ids_before(db: Database, day: dt.date) -> list[str]:
    """Return the ids of the articles published before a day; the undated are not among them."""
    sql = "SELECT id FROM article WHERE key >= ? AND key < ?"
    return [id_ for (id_,) in db.rows(sql, (FIRST_DATED, first_key(day)))]


def outdated(db: Database, extractor: Extractor) -> Iterator[Article]:
    """Yield the stored articles that another, not newer extractor has read."""
    runs = [
        run
        for run, *by in db.rows("SELECT key, version, rules, model FROM run")
        if Extractor(*by) != extractor and not is_older(extractor.version, by[0])
    ]
    for run in runs:
        keys = [key for (key,) in db.rows("SELECT key FROM article WHERE run = ?", (run,))]
        for part in batches(keys):
            yield from stored_articles(db, part)


def has_current_index(db: Database) -> bool:
    """Return whether the index holds the terms that this gofteh makes."""
    return db.rows("SELECT value FROM meta WHERE name = 'terms'") == [(str(TERMS_VERSION),)]


def reindex(db: Database) -> None:
    """Make the full-text indexes anew, all of them or nothing."""
    with db.writing():
        if has_current_index(db):
            return
        for index in Index:
            db.clear(index)
        last = -1
        while keys := _articles_after(db, last):
            last = keys[-1]
            db.index(Index.ARTICLES, article_entries(db, keys))
            db.index(Index.STATEMENTS, [entry for _, entry in statement_entries(db, keys)])
        db.rows("DELETE FROM meta WHERE name = 'terms'")
        db.rows("INSERT INTO meta (name, value) VALUES ('terms', ?)", (str(TERMS_VERSION),))


def _articles_after(db: Database, key: int) -> list[int]:
    rows = db.rows("SELECT key FROM article WHERE key > ? ORDER BY key LIMIT ?", (key, _BATCH))
    return [found for (found,) in rows]
