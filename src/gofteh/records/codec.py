"""The JSON record of a reading, and the reading of a JSON record.

Fields stand in the order of the contract. Unknown fields of the article follow after them,
untouched; a field of the contract always wins over an unknown one of the same name.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gofteh.records.types import (
    Article,
    Because,
    Failure,
    Manner,
    Polarity,
    Reading,
    Span,
    Speaker,
    SpeakerKind,
    Statement,
)

Record = dict[str, Any]

# A probability of six digits would claim a precision that no calibration has.
_CONFIDENCE_DIGITS = 4

# An unknown field of one of these names would change what the record says.
_RESERVED = frozenset(
    (
        *("id", "url", "outlet", "published", "title", "text"),
        *("provenance", "speakers", "statements", "error"),
    )
)


def item_record(item: Reading | Failure) -> Record:
    """Return the record of whichever stands at this place of the output."""
    return failure_record(item) if isinstance(item, Failure) else reading_record(item)


def failure_record(failure: Failure) -> Record:
    """Return the record that stands in an unreadable article's place.

    Its ``id`` is the article's where that is known, and the item's name otherwise.
    """
    name = failure.item if failure.id is None else failure.id
    return {"id": name, "error": {"code": failure.code, "message": failure.message}}


def reading_record(reading: Reading) -> Record:
    """Return one article's record: JSON types only, every span with its text."""
    article = reading.article
    record: Record = {
        "id": article.key,
        "url": article.url,
        "outlet": article.outlet,
        "published": article.published,
        "title": article.title,
        "provenance": _provenance_record(reading.provenance),
        "speakers": [_speaker_record(speaker) for speaker in reading.speakers],
        "statements": [statement_record(statement) for statement in reading.statements],
    }
    record.update({name: article.extra[name] for name in article.extra if name not in _RESERVED})
    return record


def _provenance_record(span: Span | None) -> Record | None:
    return {"name": span.text, "start": span.start, "end": span.end} if span else None


def _span_record(span: Span) -> Record:
    return {"start": span.start, "end": span.end, "text": span.text}


def _speaker_record(speaker: Speaker) -> Record:
    return {
        "id": speaker.id,
        "name": speaker.name,
        "kind": speaker.kind.value,
        "role": speaker.role,
        "organisation": speaker.organisation,
        "mentions": [_span_record(span) for span in speaker.mentions],
    }


def statement_record(statement: Statement) -> Record:
    """Return one statement's record, as it stands within its article's."""
    speaker = statement.speaker
    record: Record = {
        "id": statement.id,
        "content": [_span_record(span) for span in statement.content],
        "cue": [_span_record(span) for span in statement.cue],
        "source": _span_record(statement.source) if statement.source else None,
        "speaker": {"id": speaker.id, "name": speaker.name, "kind": speaker.kind.value},
        "manner": statement.manner.value,
        "act": statement.act,
        "lemma": statement.lemma,
        "embedded_in": statement.embedded_in,
        "confidence": round(statement.confidence, _CONFIDENCE_DIGITS),
        "because": {
            "statement": statement.because.statement,
            "speaker": statement.because.speaker,
        },
        "polarity": statement.polarity.value,
    }
    if statement.repaired is not None:
        record["repaired"] = statement.repaired
    return record


def record_reading(record: Mapping[str, Any], article: Article | None = None) -> Reading:
    """Return the reading that a record tells of.

    The record holds no article text: without ``article`` the reading's article has an empty
    one. Raises ``KeyError``, ``TypeError`` or ``ValueError`` for a record that breaks the
    contract.
    """
    speakers = tuple(_speaker(entry) for entry in record["speakers"])
    known = {speaker.id: speaker for speaker in speakers}
    return Reading(
        article=article or _article(record),
        statements=tuple(record_statement(entry, known) for entry in record["statements"]),
        speakers=speakers,
        provenance=_provenance(record.get("provenance")),
    )


def record_failure(record: Mapping[str, Any]) -> Failure:
    """Return the failure that an error record tells of; raise ``KeyError`` for another one."""
    error = record["error"]
    return Failure(record["id"], error["code"], error["message"], record["id"])


def record_item(record: Mapping[str, Any]) -> Reading | Failure:
    """Return what a record stands for: a failure where it holds an error."""
    return record_failure(record) if "error" in record else record_reading(record)


def _article(record: Mapping[str, Any]) -> Article:
    return Article(
        text="",
        title=record.get("title"),
        id=record["id"],
        url=record.get("url"),
        outlet=record.get("outlet"),
        published=record.get("published"),
        extra={name: value for name, value in record.items() if name not in _RESERVED},
    )


def _provenance(entry: Mapping[str, Any] | None) -> Span | None:
    return Span(entry["start"], entry["end"], entry["name"]) if entry else None


def _span(entry: Mapping[str, Any]) -> Span:
    return Span(entry["start"], entry["end"], entry["text"])


def _speaker(entry: Mapping[str, Any]) -> Speaker:
    return Speaker(
        id=entry["id"],
        name=entry["name"],
        kind=SpeakerKind(entry["kind"]),
        role=entry.get("role"),
        organisation=entry.get("organisation"),
        mentions=tuple(_span(span) for span in entry["mentions"]),
    )


def record_statement(entry: Mapping[str, Any], speakers: Mapping[int, Speaker]) -> Statement:
    """Return the statement of a record; ``KeyError`` for a speaker that is none of these."""
    return Statement(
        id=entry["id"],
        content=tuple(_span(span) for span in entry["content"]),
        cue=tuple(_span(span) for span in entry["cue"]),
        source=_span(entry["source"]) if entry["source"] else None,
        speaker=speakers[entry["speaker"]["id"]],
        manner=Manner(entry["manner"]),
        act=entry["act"],
        lemma=entry["lemma"],
        confidence=entry["confidence"],
        because=Because(entry["because"]["statement"], entry["because"]["speaker"]),
        polarity=Polarity(entry.get("polarity", Polarity.AFFIRMED)),
        embedded_in=entry["embedded_in"],
        repaired=entry.get("repaired"),
    )
