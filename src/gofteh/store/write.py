"""Readings into the tables: inside one transaction, whole articles at a time.

Everything here runs within ``db.writing()``, so keys can be counted up and speakers and outlets
made without a race.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from gofteh.records import Article, Reading, Span, Speaker
from gofteh.records.codec import origin_record, statement_record
from gofteh.report.jsonlines import encode_line
from gofteh.store.corrections import Corrected, closest
from gofteh.store.database import Database, Entry, Index
from gofteh.store.entries import (
    Indexed,
    article_entries,
    article_entry,
    batches,
    marks,
    statement_entries,
    statement_entry,
)
from gofteh.store.linked.linker import Incoming, Linker
from gofteh.store.moments import NUMBER_BITS, minute_told
from gofteh.store.read import stored_article
from gofteh.store.records import ORIGIN_FIELD, State
from gofteh.text.fold import fold_word
from gofteh.text.terms import terms_of

_UNKEEPABLE = {0: "\ufffd", **dict.fromkeys(range(0xD800, 0xE000), "\ufffd")}
_ID_DIGITS = 16


def keepable(article: Article) -> Article:
    """Return an article that every database can hold, under the key that it has.

    NUL and lone surrogates become U+FFFD, one for one: offsets stay.
    """
    return replace(
        article,
        id=_kept(article.key) or "",
        title=_kept(article.title),
        text=_kept(article.text) or "",
        url=_kept(article.url),
        outlet=_kept(article.outlet),
        published=_kept(article.published),
    )


def _kept(text: str | None) -> str | None:
    return text.translate(_UNKEEPABLE) if text else text


def content_hash(article: Article) -> str:
    """Return a hash of everything an article says, without its id."""
    fields = [article.title, article.text, article.url, article.outlet, article.published]
    whole = json.dumps(fields).encode("ascii") + _extra(article).encode()
    return hashlib.sha256(whole).hexdigest()[:32]


def _extra(article: Article) -> str:
    return encode_line(article.extra).decode().rstrip("\n")


def _kept_extra(article: Article) -> str:
    """Return what the column holds: the unknown fields, and where the article was read."""
    if article.origin is None:
        return _extra(article)
    return _extra(
        replace(article, extra={**article.extra, ORIGIN_FIELD: origin_record(article.origin)})
    )


def speaker_id(folded: str) -> str:
    """Return the id of the speaker of a folded name: the same in every database."""
    return hashlib.sha256(folded.encode()).hexdigest()[:_ID_DIGITS]


# Tables in the order in which rows may refer to one another.
_COLUMNS = {
    "article": "key id hash url outlet published title raw body_start repaired extra "
    "provenance_start provenance_end run".split(),
    "voice": "article number speaker_name name kind role organisation mentions".split(),
    "statement": "key id article voice speaker outlet kind manner act lemma polarity content cue "
    "source_start source_end embedded_in confidence because_statement because_speaker state "
    "found_as".split(),
    "former_statement": "id article now".split(),
}


@dataclass(slots=True)
class Writer:
    """Writes within one transaction; `finish` must be called before it ends.

    Rows and index entries wait for `finish`, so that a batch costs few round trips and FTS5, which
    writes a segment whenever a key goes back, gets them in order. Hence no article may come twice.
    """

    db: Database
    run: int
    _rows: dict[str, list[tuple[object, ...]]] = field(
        default_factory=lambda: {t: [] for t in _COLUMNS}
    )
    _next: dict[tuple[str, int], int] = field(default_factory=dict)
    _in: dict[Index, list[Entry]] = field(default_factory=lambda: {i: [] for i in Index})
    _out: dict[Index, list[Entry]] = field(default_factory=lambda: {i: [] for i in Index})
    _outlets: dict[str, int] = field(default_factory=dict)
    _names: dict[str, tuple[int, int]] = field(default_factory=dict)
    _said: Counter[int] = field(default_factory=Counter)
    _quoted: Counter[tuple[int, int]] = field(default_factory=Counter)
    _tally: Counter[tuple[int, str, str]] = field(default_factory=Counter)
    _incoming: list[Incoming] = field(default_factory=list)
    _linker: Linker | None = None
    _maybe_unused: set[int] = field(default_factory=set)
    _left_outlets: set[int] = field(default_factory=set)

    def add(
        self,
        reading: Reading,
        statements: Sequence[Corrected],
        speakers: Sequence[Speaker],
        former: dict[str, str],
    ) -> None:
        """Store an article that is not there, with its statements and the ids they once had."""
        article = reading.article
        base = minute_told(article.published, article.url) << NUMBER_BITS
        key = self._take("article", base, 1)
        outlet = self._outlet(article.outlet)
        self._add_article(key, reading, outlet)
        terms = terms_of(article.raw)
        self._in[Index.ARTICLES].append(article_entry(key, terms, outlet))
        named = self._add_voices(key, speakers)
        first = self._take("statement", base, len(statements))
        for number, one in enumerate(statements, first):
            speaker = one.statement.speaker
            listed = one.state is not State.REJECTED
            indexed = _indexed(
                number, one, named.get(speaker.id) if listed else None, outlet if listed else None
            )
            self._rows["statement"].append(_statement_row(key, indexed, one))
            if listed:
                self._count(indexed, 1)
                self._in[Index.STATEMENTS].append(statement_entry(indexed, terms))
        self._rows["former_statement"] += [(old, key, now) for old, now in former.items()]
        self._incoming.append(_incoming(key, first, reading, statements, speakers))

    def remove(self, articles: Sequence[int]) -> None:
        """Take articles and all that hangs on them out of tables and indexes."""
        self._linked().unlink(articles, _readings(self.db, articles))
        for part in batches(articles):
            found = statement_entries(self.db, part)
            self._out[Index.STATEMENTS] += [entry for _, entry in found]
            self._out[Index.ARTICLES] += article_entries(self.db, part)
            for row, _ in found:
                self._count(row, -1)
            voices = f"SELECT DISTINCT speaker_name FROM voice WHERE article IN ({marks(part)})"
            self._maybe_unused |= {key for (key,) in self.db.rows(voices, part) if key is not None}
            gone = f"DELETE FROM article WHERE key IN ({marks(part)}) RETURNING outlet"
            self._left_outlets |= {key for (key,) in self.db.rows(gone, part) if key is not None}

    def finish(self) -> None:
        """Write what waits, and let go of speakers and outlets without an article."""
        for table, rows in self._rows.items():
            names, row_marks = ", ".join(_COLUMNS[table]), marks(_COLUMNS[table])
            self.db.many(f"INSERT INTO {table} ({names}) VALUES ({row_marks})", rows)
        for index in Index:
            self.db.unindex(index, sorted(self._out[index], key=_entry_key))
            self.db.index(index, sorted(self._in[index], key=_entry_key))
        self._write_counts()
        self._forget_unused()
        self._linked().link(self._incoming)
        self._linked().finish()
        self._incoming = []

    def _linked(self) -> Linker:
        if self._linker is None:
            self._linker = Linker(self.db)
        return self._linker

    def _write_counts(self) -> None:
        self.db.many(
            "UPDATE speaker SET statements = statements + ? WHERE key = ?",
            [(count, key) for key, count in self._said.items() if count],
        )
        self.db.many(
            "INSERT INTO quoted (speaker, outlet, statements) VALUES (?, ?, ?) "
            "ON CONFLICT (speaker, outlet) "
            "DO UPDATE SET statements = quoted.statements + excluded.statements",
            [(*pair, count) for pair, count in self._quoted.items() if count],
        )
        self.db.many(
            "DELETE FROM quoted WHERE speaker = ? AND outlet = ? AND statements = 0",
            [pair for pair, count in self._quoted.items() if count < 0],
        )
        self.db.many(
            "INSERT INTO tally (outlet, kind, manner, statements) VALUES (?, ?, ?, ?) "
            "ON CONFLICT (outlet, kind, manner) "
            "DO UPDATE SET statements = tally.statements + excluded.statements",
            [(*sort, count) for sort, count in self._tally.items() if count],
        )

    def _take(self, table: str, base: int, count: int) -> int:
        """Return the first of ``count`` free keys of a minute."""
        taken, minute = self._next, (table, base)
        if minute not in taken:
            sql = f"SELECT max(key) FROM {table} WHERE key BETWEEN ? AND ?"
            last = self.db.rows(sql, (base, base + (1 << NUMBER_BITS) - 1))[0][0]
            taken[minute] = base if last is None else last + 1
        first = taken[minute]
        taken[minute] += count
        return first

    def _outlet(self, name: str | None) -> int | None:
        if not name:
            return None
        if name not in self._outlets:
            self._outlets[name] = _made(self.db, "outlet", ("name",), (name,))
        return self._outlets[name]

    def _add_article(self, key: int, reading: Reading, outlet: int | None) -> None:
        article, provenance = reading.article, reading.provenance
        self._rows["article"].append(
            (
                *(key, article.key, content_hash(article), article.url, outlet),
                *(article.published, article.title, article.raw, article.body_start),
                reading.repaired,
                *(_kept_extra(article), *_ends(provenance), self.run),
            )
        )

    def _add_voices(self, article: int, speakers: Iterable[Speaker]) -> dict[int, int]:
        """Store an article's speakers; return the speaker across articles of each with a name."""
        named: dict[int, int] = {}
        for speaker in speakers:
            folded = fold_word(speaker.name or "")
            name, across = self._name(folded, speaker.name) if folded else (None, None)
            if across is not None:
                named[speaker.id] = across
            self._rows["voice"].append(
                (
                    *(article, speaker.id, name, speaker.name, speaker.kind.value, speaker.role),
                    *(speaker.organisation, _spans(speaker.mentions)),
                )
            )
        return named

    def _name(self, folded: str, name: str | None) -> tuple[int, int]:
        if folded not in self._names:
            self._look_up([folded])
        if folded not in self._names:
            self._names[folded] = self._new_name(folded, name)
        return self._names[folded]

    def expect(self, readings: Iterable[Reading]) -> None:
        """Look the names of many readings up at once: less to ask for one by one."""
        names = {fold_word(one.name or "") for reading in readings for one in reading.speakers}
        self._look_up(sorted(names))

    def _look_up(self, names: Sequence[str]) -> None:
        for part in batches(names):
            sql = f"SELECT folded, key, speaker FROM speaker_name WHERE folded IN ({marks(part)})"
            self._names |= {name: (key, speaker) for name, key, speaker in self.db.rows(sql, part)}

    def _new_name(self, folded: str, name: str | None) -> tuple[int, int]:
        id_ = speaker_id(folded)
        speaker = _made(self.db, "speaker", ("id", "name"), (id_, name))
        columns = ("id", "folded", "speaker")
        return _made(self.db, "speaker_name", columns, (id_, folded, speaker)), speaker

    def _count(self, row: Indexed, by: int) -> None:
        if row.speaker is not None:
            self._said[row.speaker] += by
        if row.outlet is not None and row.speaker is not None:
            self._quoted[row.speaker, row.outlet] += by
        if row.outlet is not None:
            self._tally[row.outlet, row.kind, row.manner] += by

    def _forget_unused(self) -> None:
        for name in self._maybe_unused:
            self.db.rows(
                "DELETE FROM speaker_name WHERE key = ? AND NOT EXISTS "
                "(SELECT 1 FROM voice WHERE voice.speaker_name = speaker_name.key)",
                (name,),
            )
        if self._maybe_unused:
            self.db.rows(
                "DELETE FROM speaker WHERE statements = 0 AND NOT EXISTS "
                "(SELECT 1 FROM speaker_name WHERE speaker_name.speaker = speaker.key)"
            )
        for outlet in self._left_outlets:
            gone = self.db.rows(
                "DELETE FROM outlet WHERE key = ? AND NOT EXISTS "
                "(SELECT 1 FROM article WHERE article.outlet = outlet.key) RETURNING key",
                (outlet,),
            )
            self.db.many("DELETE FROM tally WHERE outlet = ?", gone)


def _incoming(
    row: int,
    first: int,
    reading: Reading,
    statements: Sequence[Corrected],
    speakers: Sequence[Speaker],
) -> Incoming:
    listed = {
        one.statement.id: number
        for number, one in enumerate(statements, first)
        if one.state is not State.REJECTED
    }
    counted = tuple(one.statement for one in statements if one.statement.id in listed)
    speaking = {statement.speaker.id for statement in counted}
    voices = tuple(one for one in speakers if one.id in speaking)
    now = replace(reading, statements=counted, speakers=voices)
    return Incoming(row, listed, now)


def _readings(db: Database, articles: Sequence[int]) -> dict[int, Reading]:
    """Return the readings of stored articles, rejected statements left out."""
    return {row: stored_article(db, row).reading for row in articles}


def _entry_key(entry: Entry) -> int:
    return entry.key


def former_ids(before: Sequence[tuple[str, tuple[Span, ...]]], now: Reading) -> dict[str, str]:
    """Return which new id each statement id of before stands for, where it is another one."""
    kept = {statement.id for statement in now.statements}
    found = {id_: closest(content, now.statements) for id_, content in before if id_ not in kept}
    return {old: statement.id for old, statement in found.items() if statement}


def _indexed(key: int, one: Corrected, speaker: int | None, outlet: int | None) -> Indexed:
    statement = one.statement
    voice = statement.speaker
    return Indexed(
        *(key, _spans(statement.content), speaker, outlet, voice.kind.value),
        *(statement.manner.value, statement.act, statement.confidence),
        *(voice.name, voice.role, voice.organisation),
    )


def _statement_row(article: int, row: Indexed, one: Corrected) -> tuple[object, ...]:
    statement = one.statement
    found = encode_line(statement_record(one.found_as)).decode() if one.found_as else None
    return (
        *(row.key, statement.id, article, statement.speaker.id, row.speaker, row.outlet, row.kind),
        *(row.manner, row.act, statement.lemma, statement.polarity.value, row.content),
        *(_spans(statement.cue), *_ends(statement.source), statement.embedded_in),
        *(row.confidence, statement.because.statement, statement.because.speaker),
        *(one.state.value, found),
    )


def _spans(spans: Iterable[Span]) -> str:
    return json.dumps([[span.start, span.end] for span in spans], separators=(",", ":"))


def _ends(span: Span | None) -> tuple[int | None, int | None]:
    return (span.start, span.end) if span else (None, None)


def _made(db: Database, table: str, columns: Sequence[str], values: Sequence[object]) -> int:
    """Return the key of the row with these values, made if need be; the first column is unique."""
    found = db.rows(f"SELECT key FROM {table} WHERE {columns[0]} = ?", values[:1])
    if not found:
        sql = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks(values)}) RETURNING key"
        found = db.rows(sql, values)
    return int(found[0][0])
