"""JSON-LD for the web: W3C Web Annotations and schema.org Quotations.

Each file is one JSON array; every object in it stands for itself, with its own context.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO
from urllib.parse import quote

from gofteh.records import Article, Failure, Reading, Span, SpeakerKind, Statement
from gofteh.report.jsonlines import encode_line
from gofteh.report.wellformed import well_formed

Node = dict[str, Any]

# Characters of context in a quote selector: enough to tell places apart, as Hypothesis has it.
_CONTEXT = 32
_SCHEMA_TYPES = {
    SpeakerKind.PERSON: "Person",
    SpeakerKind.ORGANISATION: "Organization",
    SpeakerKind.GROUP: "Organization",
    SpeakerKind.DOCUMENT: "CreativeWork",
    SpeakerKind.UNNAMED: "Person",
}


class _ArrayWriter:
    """Writes nodes as one JSON array, an object a line."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._between = b"["

    def write(self, item: Reading | Failure) -> None:
        """Write one article's nodes; a failure has none."""
        if isinstance(item, Reading):
            for statement in item.statements:
                node = encode_line(self.node(item.article, statement)).rstrip(b"\n")
                self._out.write(self._between + b"\n" + node)
                self._between = b","

    def close(self) -> None:
        """End the array."""
        self._out.write((b"[" if self._between == b"[" else b"") + b"\n]\n")

    def node(self, article: Article, statement: Statement) -> Node:
        """Return the node of a statement."""
        raise NotImplementedError


class WebAnnotationWriter(_ArrayWriter):
    """Statements as annotations of their articles (W3C Recommendation of 2017-02-23).

    Positions count code points of the article's text: title, blank line, body.
    """

    def node(self, article: Article, statement: Statement) -> Node:
        """Return a statement's annotation."""
        speaker = statement.speaker
        about = {
            "speaker": {"name": speaker.name, "kind": speaker.kind.value, "role": speaker.role},
            "manner": statement.manner.value,
            "act": statement.act,
            "confidence": round(statement.confidence, 4),
        }
        described = encode_line(about).decode().rstrip("\n")
        bodies = [_body("describing", described) | {"format": "application/json"}]
        if speaker.name:
            bodies.insert(0, _body("identifying", speaker.name))
        return {
            "@context": "http://www.w3.org/ns/anno.jsonld",
            "id": statement_urn(statement),
            "type": "Annotation",
            "motivation": "identifying",
            "body": bodies,
            "target": [_target(article, span) for span in statement.content],
        }


class QuotationWriter(_ArrayWriter):
    """Statements as schema.org Quotations, each with the article it is based on."""

    def node(self, article: Article, statement: Statement) -> Node:
        """Return a statement's quotation; retold speech says so."""
        speaker = statement.speaker
        node: Node = {
            "@context": "https://schema.org",
            "@type": "Quotation",
            "@id": statement_urn(statement),
            "identifier": statement.id,
            "inLanguage": "fa",
            "text": well_formed(statement.content_text),
            "description": f"{statement.manner.value} speech",
            "isBasedOn": _without_empty(
                {
                    "@type": "NewsArticle",
                    "@id": source_of(article),
                    "url": article.url,
                    "headline": article.title,
                    "datePublished": article.published,
                    "publisher": _organization(article.outlet),
                }
            ),
        }
        if speaker.name:
            node["creator"] = _without_empty(
                {
                    "@type": _SCHEMA_TYPES[speaker.kind],
                    "name": speaker.name,
                    "jobTitle": speaker.role if speaker.kind is SpeakerKind.PERSON else None,
                }
            )
        return node


def statement_urn(statement: Statement) -> str:
    """Return the name of a statement outside of gofteh."""
    return f"urn:gofteh:statement:{quote(statement.id, safe='')}"


def source_of(article: Article) -> str:
    """Return where an article is: its address, or a name for it."""
    return article.url or f"urn:gofteh:article:{quote(well_formed(article.key), safe='')}"


def _body(purpose: str, value: str) -> Node:
    return {"type": "TextualBody", "purpose": purpose, "value": value}


def _target(article: Article, span: Span) -> Node:
    return {
        "source": source_of(article),
        "type": "SpecificResource",
        "selector": list(_selectors(article.raw, span)),
    }


def _selectors(raw: str, span: Span) -> Iterator[Node]:
    yield {
        "type": "TextQuoteSelector",
        "exact": span.text,
        "prefix": raw[max(0, span.start - _CONTEXT) : span.start],
        "suffix": raw[span.end : span.end + _CONTEXT],
    }
    yield {"type": "TextPositionSelector", "start": span.start, "end": span.end}


def _organization(name: str | None) -> Node | None:
    return {"@type": "Organization", "name": name} if name else None


def _without_empty(node: Node) -> Node:
    return {name: value for name, value in node.items() if value is not None}
