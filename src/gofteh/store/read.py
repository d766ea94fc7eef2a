"""Rows back to records."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any

from gofteh.records import (
    Article,
    Because,
    Link,
    Manner,
    Polarity,
    Reading,
    Span,
    Speaker,
    SpeakerKind,
    Statement,
)
from gofteh.records.codec import record_origin, record_statement
from gofteh.records.joined import joins_of
from gofteh.report.jsonlines import decode_line
from gofteh.store.corrections import Corrected, uncorrected
from gofteh.store.database import Database, Row, told_if_damaged
from gofteh.store.entries import batches, marks
from gofteh.store.linked.changes import decoded_changes, flags_of
from gofteh.store.moments import LAST_KEY, day_of
from gofteh.store.query import place_of
from gofteh.store.records import (
    ORIGIN_FIELD,
    ArticleHead,
    Correction,
    CorrectionKind,
    Extractor,
    Page,
    State,
    StoredArticle,
    StoredStatement,
)
from gofteh.text.quotations import Quotations, quotations

_STATEMENT = (
    "s.key, s.id, s.article, s.voice, s.lemma, s.manner, s.act, s.polarity, s.content, s.cue, "
    "s.source_start, s.source_end, s.embedded_in, s.confidence, s.because_statement, "
    "s.because_speaker, s.state, s.found_as, p.id, p.name, f.id, t.changes, t.nearest"
)


def spans_of(places: str, raw: str) -> tuple[Span, ...]:
    """Return the spans of a JSON list of ``[start, end]``."""
    return tuple(Span.of(raw, start, end) for start, end in json.loads(places))


def article_key(db: Database, id_: str) -> int | None:
    """Return the row key of an article; ``None`` where there is none."""
    found = db.rows("SELECT key FROM article WHERE id = ?", (id_,))
    return int(found[0][0]) if found else None


def statement_key(db: Database, id_: str) -> int | None:
    """Return the row key of a statement, found by an id of today or a former one."""
    sql = "SELECT key FROM statement WHERE id = ?"
    found = db.rows(sql, (id_,)) or db.rows(
        "SELECT s.key FROM former_statement f JOIN statement s ON s.id = f.now WHERE f.id = ?",
        (id_,),
    )
    return int(found[0][0]) if found else None


def speaker_key(db: Database, id_: str) -> int | None:
    """Return the row key of the speaker whom an id, or that of any name of theirs, tells."""
    found = db.rows("SELECT speaker FROM speaker_name WHERE id = ?", (id_,))
    return int(found[0][0]) if found else None


def person_key(db: Database, id_: str) -> int | None:
    """Return the row key of a person by an id of today or a former one."""
    sql = "SELECT key FROM person WHERE id = ?"
    found = db.rows(sql, (id_,)) or db.rows(
        "SELECT p.key FROM former_link f JOIN person p ON p.id = f.now WHERE f.id = ?", (id_,)
    )
    return int(found[0][0]) if found else None


def outlet_key(db: Database, name: str) -> int | None:
    """Return the row key of an outlet."""
    found = db.rows("SELECT key FROM outlet WHERE name = ?", (name,))
    return int(found[0][0]) if found else None


@told_if_damaged
def stored_statements(db: Database, keys: Sequence[int]) -> list[StoredStatement]:
    """Return statements by their keys, in the order of the keys."""
    rows: list[Row] = []
    for part in batches(keys):
        rows += db.rows(
            f"SELECT {_STATEMENT} FROM statement s LEFT JOIN speaker p ON p.key = s.speaker "
            "LEFT JOIN telling t ON t.statement = s.key LEFT JOIN family f ON f.key = t.family "
            f"WHERE s.key IN ({marks(part)})",
            part,
        )
    articles = _articles(db, sorted({row[2] for row in rows}))
    found = {row[0]: _stored(row, articles[row[2]]) for row in rows}
    return [found[key] for key in keys if key in found]


@told_if_damaged
def stored_article_heads(db: Database, keys: Sequence[int]) -> list[tuple[ArticleHead, str]]:
    """Return the heads and raw texts of articles by their keys, in the order of the keys."""
    found = _articles(db, keys)
    return [(found[key].head, found[key].raw) for key in keys if key in found]


@told_if_damaged
def stored_articles(db: Database, keys: Sequence[int]) -> list[Article]:
    """Return articles by their keys, as they were ingested."""
    found = _articles(db, keys)
    return [found[key].article for key in keys if key in found]


@told_if_damaged
def stored_article(db: Database, key: int) -> StoredArticle:
    """Return an article with everything in it."""
    columns = "a.repaired, r.version, r.rules, r.model"
    sql = f"SELECT {columns} FROM article a JOIN run r ON r.key = a.run WHERE a.key = ?"
    repaired, *by = db.rows(sql, (key,))[0]
    keys = [k for (k,) in db.rows("SELECT key FROM statement WHERE article = ?", (key,))]
    loaded = _articles(db, [key])[key]
    stored = sorted(stored_statements(db, keys), key=lambda one: one.statement.content)
    counted = [one.statement for one in stored if one.state is not State.REJECTED]
    speaking = {statement.speaker.id for statement in counted}
    reading = Reading(
        article=loaded.article,
        statements=tuple(_unhooked(counted)),
        speakers=tuple(s for s in loaded.voices.values() if s.id in speaking),
        provenance=loaded.provenance,
        repaired=repaired,
        gofteh=by[0],
    )
    return StoredArticle(loaded.head, reading, tuple(stored), Extractor(*by))


@told_if_damaged
def extracted(db: Database, key: int) -> Reading:
    """Return an article's reading as it was extracted, without corrections."""
    loaded = _articles(db, [key])[key]
    keys = [k for (k,) in db.rows("SELECT key FROM statement WHERE article = ?", (key,))]
    laid = [Corrected(s.statement, s.state, s.found_as) for s in stored_statements(db, keys)]
    (repaired,) = db.rows("SELECT repaired FROM article WHERE key = ?", (key,))[0]
    reading = Reading(loaded.article, provenance=loaded.provenance, repaired=repaired)
    return uncorrected(reading, laid, loaded.voices.values())


def _unhooked(statements: Sequence[Statement]) -> list[Statement]:
    """Return statements none of which is embedded in one that is not among them."""
    ids = {statement.id for statement in statements}
    return [
        statement if statement.embedded_in in ids else replace(statement, embedded_in=None)
        for statement in statements
    ]


class _Loaded:
    """An article's row, unpacked."""

    def __init__(self, row: Row) -> None:
        (_, id_, url, outlet, published, title, self.raw, body_start, extra, start, end) = row
        known = (self.raw[body_start:], title, id_, url, outlet, published)
        carried = decode_line(extra.encode())
        origin = carried.pop(ORIGIN_FIELD, None)
        self.article = Article(*known, carried, record_origin(origin) if origin else None)
        self.head = ArticleHead(id_, title, url, outlet, published, day_of(row[0]))
        self.provenance = None if start is None else Span.of(self.raw, start, end)
        self.voices: dict[int, Speaker] = {}

    @cached_property
    def quotations(self) -> Quotations:
        """What stands in quotation marks: no column, so it holds for corrected contents too."""
        return quotations(self.raw)

    def marked(self, statement: Statement) -> Statement:
        """Return a statement of this article with how much of it is quoted."""
        content, cue, manner = statement.content, statement.cue, statement.manner
        quoted = self.quotations.of(self.raw, content, cue, manner)
        return replace(statement, quoted=quoted)

    def add_voice(self, row: Row) -> None:
        number, name, kind, role, organisation, mentions, person, *how = row
        spans = spans_of(mentions, self.raw)
        linked = Link(how[0], how[1], tuple(json.loads(how[2]))) if person else None
        told = (number, name, SpeakerKind(kind), role, organisation, spans)
        self.voices[number] = Speaker(*told, person, linked)


def _articles(db: Database, keys: Sequence[int]) -> dict[int, _Loaded]:
    found: dict[int, _Loaded] = {}
    for part in batches(keys):
        for row in db.rows(
            "SELECT a.key, a.id, a.url, o.name, a.published, a.title, a.raw, a.body_start, "
            "a.extra, a.provenance_start, a.provenance_end "
            "FROM article a LEFT JOIN outlet o ON o.key = a.outlet "
            f"WHERE a.key IN ({marks(part)})",
            part,
        ):
            found[row[0]] = _Loaded(row)
        for article, *voice in db.rows(
            "SELECT v.article, v.number, v.name, v.kind, v.role, v.organisation, v.mentions, "
            "p.id, n.confidence, n.reason, n.others FROM voice v "
            "LEFT JOIN naming n ON n.article = v.article AND n.number = v.number "
            "LEFT JOIN person p ON p.key = n.person "
            f"WHERE v.article IN ({marks(part)}) ORDER BY v.article, v.number",
            part,
        ):
            found[article].add_voice(tuple(voice))
    _name_others(db, found.values())
    return found


def _name_others(db: Database, loaded: Iterable[_Loaded]) -> None:
    """Name persons who may be the same by their ids; the linking knows them by anchors."""
    voices = [(one, voice) for one in loaded for voice in one.voices.values()]
    anchors = sorted({a for _, voice in voices if voice.linked for a in voice.linked.others})
    ids: dict[str, str] = {}
    for part in batches(anchors):
        sql = f"SELECT anchor, id FROM person WHERE anchor IN ({marks(part)})"
        ids |= dict(db.rows(sql, part))
    for one, voice in voices:
        if voice.linked and voice.linked.others:
            others = tuple(ids[anchor] for anchor in voice.linked.others if anchor in ids)
            linked = replace(voice.linked, others=others)
            one.voices[voice.id] = replace(voice, linked=linked)


def _stored(row: Row, loaded: _Loaded) -> StoredStatement:
    (_, id_, _, voice, lemma, manner, act, polarity, content, cue, start, end) = row[:12]
    (embedded_in, confidence, because_statement, because_speaker) = row[12:16]
    (state, found_as, speaker_id, speaker_name, family, changes, nearest) = row[16:]
    told = decoded_changes(changes) if family else ()
    statement = Statement(
        id=id_,
        content=spans_of(content, loaded.raw),
        cue=spans_of(cue, loaded.raw),
        source=None if start is None else Span.of(loaded.raw, start, end),
        speaker=loaded.voices[voice],
        manner=Manner(manner),
        act=act,
        lemma=lemma,
        confidence=confidence,
        because=Because(because_statement, because_speaker),
        polarity=Polarity(polarity),
        embedded_in=embedded_in,
        family=family,
        differences=flags_of(told),
        changes=told,
        nearest=nearest if family else None,
    )
    was = record_statement(json.loads(found_as), loaded.voices) if found_as else None
    found, statement = was and loaded.marked(was), loaded.marked(statement)
    joins = joins_of(loaded.raw, statement.content)
    across = (speaker_id, speaker_name)
    return StoredStatement(statement, loaded.head, *across, State(state), found, joins)


_CORRECTION = "id, article_id, kind, record, content, speaker, speaker_kind, note, author, created"


@told_if_damaged
def corrections_of(db: Database, articles: Sequence[str] | None = None) -> list[Correction]:
    """Return the corrections of some articles (few), or all, in the order they were made."""
    where = "" if articles is None else f"WHERE article_id IN ({marks(articles)}) "
    sql = f"SELECT {_CORRECTION} FROM correction {where}ORDER BY key"
    rows = db.rows(sql, articles or ()) if articles != [] else []
    return [_correction(row) for row in rows]


@told_if_damaged
def newest_corrections(db: Database, cursor: str | None, limit: int) -> Page[Correction]:
    """Return a page of all corrections, the newest first."""
    before = place_of(cursor) if cursor else LAST_KEY
    sql = f"SELECT key, {_CORRECTION} FROM correction WHERE key < ? ORDER BY key DESC LIMIT ?"
    rows = db.rows(sql, (before, limit + 1))
    found = tuple(_correction(row[1:]) for row in rows[:limit])
    return Page(found, str(rows[limit - 1][0]) if len(rows) > limit else None)


def _correction(row: Row) -> Correction:
    (id_, article_id, kind, record, content, speaker, speaker_kind, note, author, created) = row
    entry: dict[str, Any] = json.loads(record)
    voice = entry["speaker"]
    known = {voice["id"]: Speaker(voice["id"], voice["name"], SpeakerKind(voice["kind"]))}
    return Correction(
        article_id=article_id,
        kind=CorrectionKind(kind),
        statement=record_statement(entry, known),
        content=tuple(Span(*span) for span in json.loads(content or "[]")),
        speaker=speaker,
        speaker_kind=SpeakerKind(speaker_kind or SpeakerKind.PERSON),
        note=note,
        author=author,
        created=created,
        id=id_,
    )
