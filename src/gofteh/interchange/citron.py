"""Citron's annotation format, one document a line. Citron itself takes a file a document.

Format: the BBC's Citron, "Citron Annotation Format". ``id`` stands beside the text, so that the
article is found again. Contents stand without the quotation marks around them, which Citron's own
have.
"""

from __future__ import annotations

from typing import Any, BinaryIO

from gofteh.records import Failure, Reading, Span, Statement
from gofteh.report.jsonlines import encode_line


class CitronWriter:
    """Writes one line an article; failures have no text."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out

    def write(self, item: Reading | Failure) -> None:
        """Write one article's line."""
        if isinstance(item, Reading):
            self._out.write(encode_line(document(item)))

    def close(self) -> None:
        """Do nothing: every line is complete already."""


def document(reading: Reading) -> dict[str, Any]:
    """Return a reading as a document of Citron's."""
    mentions = {one.id: [_span(mention) for mention in one.mentions] for one in reading.speakers}
    return {
        "id": reading.article.key,
        "text": reading.article.raw,
        "quotes": [_quote(one, mentions) for one in reading.statements],
        "coreference_groups": [group for group in mentions.values() if len(group) > 1],
    }


def _quote(statement: Statement, mentions: dict[int, list[dict[str, Any]]]) -> dict[str, Any]:
    return {
        "id": statement.id,
        # Citron knows cues of one place: of a verb in several, the first.
        "cue": _span(statement.cue[0]) if statement.cue else None,
        "sources": [_span(statement.source)] if statement.source else [],
        "contents": [_span(one) for one in statement.content],
        "coreferences": mentions.get(statement.speaker.id, []),
        "confidence": statement.confidence,
    }


def _span(span: Span) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "text": span.text}
