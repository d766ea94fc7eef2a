"""A spaCy component: statements, cues, sources and speakers as spans of a ``Doc``.

``nlp.add_pipe("gofteh")`` finds it by its entry point once ``gofteh[spacy]`` is installed. It needs
nothing but the tokens: ``spacy.blank("fa")`` is enough.
"""

# No ``from __future__ import annotations`` here: spaCy reads the types of a factory's arguments.

from collections.abc import Iterable
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from gofteh.pipeline import extract
from gofteh.readers import Reader
from gofteh.records import Article, Reading
from gofteh.records import Span as Place

# The groups of spans; a span's id tells which statement, or which speaker, it belongs to.
STATEMENTS, CUES, SOURCES, SPEAKERS = "statements", "cues", "sources", "speakers"


class Gofteh:
    """Reads a ``Doc`` and marks who said what in it.

    ``reader`` and ``repaired`` are those of `gofteh.extract`. Spans cover whole tokens; the exact
    offsets into ``doc.text`` are in the records, ``doc._.statements`` and ``doc._.speakers``.
    """

    def __init__(self, reader: str = "both", repaired: str | None = None) -> None:
        self._reader = Reader(reader)
        self._repaired = repaired

    def __call__(self, doc: Doc) -> Doc:
        """Return the document with its statements."""
        article = Article(text=doc.text)
        reading = extract(article, reader=self._reader, repaired=self._repaired)
        for name, spans in _spans(doc, reading).items():
            doc.spans[name] = SpanGroup(doc, name=name, spans=spans)
        record = reading.to_dict()
        # Attributes of a group are stored with it: in a DocBin, on disk, between processes.
        for name in (STATEMENTS, SPEAKERS):
            doc.spans[name].attrs["records"] = record[name]
        return doc


@Language.factory(
    "gofteh",
    assigns=["doc.spans", "doc._.statements", "doc._.speakers", "span._.statement"],
    default_config={"reader": "both", "repaired": None},
)
def make_component(
    nlp: Language,  # noqa: ARG001 - spaCy gives it to every factory
    name: str,  # noqa: ARG001 - and this
    reader: str,
    repaired: str | None,
) -> Gofteh:
    """Return the component of a pipeline; what spaCy calls for ``nlp.add_pipe("gofteh")``."""
    return Gofteh(reader, repaired)


def _spans(doc: Doc, reading: Reading) -> dict[str, list[Span]]:
    found: dict[str, list[Span]] = {STATEMENTS: [], CUES: [], SOURCES: [], SPEAKERS: []}

    def add(group: str, places: Iterable[Place], label: str, its: str) -> None:
        for place in places:
            span = doc.char_span(
                place.start, place.end, label, alignment_mode="expand", span_id=its
            )
            if span is not None:
                found[group].append(span)

    for one in reading.statements:
        add(STATEMENTS, one.content, one.manner.value, one.id)
        add(CUES, one.cue, one.act, one.id)
        add(SOURCES, [one.source] if one.source else [], one.speaker.kind.value, one.id)
    for speaker in reading.speakers:
        add(SPEAKERS, speaker.mentions, speaker.kind.value, str(speaker.id))
    return found


def _records(doc: Doc, group: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = doc.spans[group].attrs["records"] if group in doc.spans else []
    return found


def _statement(span: Span) -> dict[str, Any] | None:
    """Return the record of the statement that a content, cue or source belongs to."""
    records = _records(span.doc, STATEMENTS)
    return next((one for one in records if one["id"] == span.id_), None)


# Registered with the first import, as spaCy does it; a second one (a reload) changes nothing.
if not Doc.has_extension("statements"):
    Doc.set_extension("statements", getter=lambda doc: _records(doc, STATEMENTS))
    Doc.set_extension("speakers", getter=lambda doc: _records(doc, SPEAKERS))
    Span.set_extension("statement", getter=_statement)
