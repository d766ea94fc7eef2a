"""Whether a database holds what was written: its pages, its index, its counts, its records."""

from __future__ import annotations

from collections.abc import Iterator

from gofteh.store.database import DamagedError, Database, Index, Match
from gofteh.store.moments import LAST_KEY
from gofteh.store.read import stored_article
from gofteh.store.write import content_hash

_STEP = 5_000

# What is counted ahead, and how it is counted anew: rows that differ are told.
_COUNTS = {
    "the number of a speaker's statements": (
        "SELECT key, statements FROM speaker",
        "SELECT speaker, count(*) FROM statement WHERE speaker IS NOT NULL GROUP BY speaker",
    ),
    "how often an outlet quotes a speaker": (
        "SELECT speaker, outlet, statements FROM quoted",
        "SELECT speaker, outlet, count(*) FROM statement "
        "WHERE speaker IS NOT NULL AND outlet IS NOT NULL GROUP BY speaker, outlet",
    ),
    "the number of an outlet's statements": (
        "SELECT outlet, kind, manner, statements FROM tally",
        "SELECT outlet, kind, manner, count(*) FROM statement "
        "WHERE outlet IS NOT NULL GROUP BY outlet, kind, manner",
    ),
    "the number of a person's statements": (
        "SELECT key, statements FROM person",
        "SELECT n.person, count(*) FROM naming n JOIN statement s ON s.article = n.article "
        "AND s.voice = n.number WHERE n.person IS NOT NULL AND s.state <> 'rejected' "
        "GROUP BY n.person",
    ),
    "the number of a family's statements": (
        "SELECT key, members FROM family",
        "SELECT family, count(*) FROM telling WHERE family IS NOT NULL GROUP BY family",
    ),
}
_INDEXED = {
    Index.ARTICLES: "SELECT key FROM article WHERE key BETWEEN ? AND ?",
    Index.STATEMENTS: "SELECT key FROM statement WHERE state <> 'rejected' AND key BETWEEN ? AND ?",
}


def check(db: Database) -> Iterator[str]:
    """Yield what is wrong, in words; nothing where all is whole. Reads everything once."""
    try:
        yield from db.integrity()
        for index, sql in _INDEXED.items():
            yield from _index(db, index, sql)
        for what, (ahead, anew) in _COUNTS.items():
            yield from _counts(db, what, ahead, anew)
        yield from _articles(db)
    except DamagedError as error:
        yield str(error)


def _index(db: Database, index: Index, sql: str) -> Iterator[str]:
    table = "article" if index is Index.ARTICLES else "statement"
    missing = idle = 0
    for first, last in _ranges(db, table):
        there = {key for (key,) in db.rows(sql, (first, last))}
        found = set(db.matching(index, Match(first=first, last=last), 10 * _STEP))
        missing += len(there - found)
        idle += len(found - there)
    if missing:
        yield f"the index lacks {missing} of the {table}s: searches do not find them."
    if idle:
        yield f"the index has {idle} {table}s that are not there."


def _ranges(db: Database, table: str) -> Iterator[tuple[int, int]]:
    """Yield ranges of keys that hold so many rows each, and together all keys."""
    first = 0
    while True:
        sql = f"SELECT key FROM {table} WHERE key >= ? ORDER BY key LIMIT 1 OFFSET {_STEP}"
        following = db.rows(sql, (first,))
        if not following:
            yield first, LAST_KEY
            return
        yield first, following[0][0] - 1
        first = following[0][0]


def _counts(db: Database, what: str, ahead: str, anew: str) -> Iterator[str]:
    with db.reading():
        told = {row[:-1]: row[-1] for row in db.rows(ahead) if row[-1]}
        counted = {row[:-1]: row[-1] for row in db.rows(anew)}
    wrong = sum(told.get(key) != counted.get(key) for key in told.keys() | counted.keys())
    if wrong:
        yield f"{what} is wrong in {wrong} places."


def _articles(db: Database) -> Iterator[str]:
    for first, last in _ranges(db, "article"):
        sql = "SELECT key, id, hash FROM article WHERE key BETWEEN ? AND ?"
        for key, id_, hash_ in db.rows(sql, (first, last)):
            try:
                article = stored_article(db, key).reading.article
            except DamagedError as error:
                yield f"article {id_!r}: {error}"
                continue
            if content_hash(article) != hash_:
                yield f"article {id_!r}: its text is not what was stored. Ingest it again."
