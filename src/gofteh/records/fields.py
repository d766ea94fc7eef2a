"""The one table of the objects in a record: every field with its type and its meaning.

The JSON codec, the columns of CSV and Parquet, the API's models and the published JSON Schema
come from here: a new field is one entry in one of these tables. Whole records are in `items`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import Any

from gofteh.records.shapes import Cell, Field, ListOf, Scalar, Shape, own_cell
from gofteh.records.types import (
    Because,
    Change,
    Flag,
    Link,
    Manner,
    Polarity,
    Quoted,
    Span,
    Speaker,
    SpeakerKind,
    Statement,
)

# A probability of six digits would claim a precision that no calibration has.
_CONFIDENCE_DIGITS = 4


def _offsets(spans: Iterable[Span]) -> str:
    # A colon, as "12-19" alone would be read as a date.
    return " ".join(f"{span.start}:{span.end}" for span in spans)


def _optional_offsets(statement: Statement) -> str:
    return _offsets([statement.source] if statement.source else [])


def _changed(statement: Statement) -> str:
    return "; ".join(f"{one.before} → {one.after}" for one in statement.changes)


SPAN = Shape(
    "Place",
    "A half-open run of code points of the raw text, with the text that stands there.",
    (
        Field("start", Scalar.INTEGER, "offset of the first code point"),
        Field("end", Scalar.INTEGER, "offset behind the last code point"),
        Field("text", Scalar.TEXT, "the text between them"),
    ),
    Span,
)

PROVENANCE = Shape(
    "Named",
    "The news agency that an article says it comes from, and where.",
    (
        Field("name", Scalar.TEXT, "its name as it stands there", value=attrgetter("text")),
        Field("start", Scalar.INTEGER, "offset of the first code point"),
        Field("end", Scalar.INTEGER, "offset behind the last code point"),
    ),
    lambda name, start, end: Span(start, end, name),
)

_VOICE = (
    Field("id", Scalar.INTEGER, "number within the article"),
    Field("name", Scalar.TEXT, "the fullest name; null for the unnamed", nullable=True),
    Field("kind", SpeakerKind, "what sort of speaker"),
)

VOICE = Shape(
    "Voice",
    "Who speaks, by the number within the article.",
    _VOICE,
    lambda id, name, kind: id,  # noqa: A006, ARG005 - the names are those of the fields
)

LINK = Shape(
    "Link",
    "How a speaker was found to be a person whom other articles name.",
    (
        Field("confidence", Scalar.NUMBER, "how sure that is, 0 to 1"),
        Field("reason", Scalar.TEXT, "what it rests on, in words"),
        Field("others", ListOf(Scalar.TEXT), "ids of persons who may be the same, not joined"),
    ),
    Link,
)

CHANGE = Shape(
    "Change",
    "Words that an outlet changed against the earliest telling of a statement.",
    (
        Field("flag", Flag, "what sort of change"),
        Field("before", Scalar.TEXT, "the words of the earliest telling; empty where added"),
        Field("after", Scalar.TEXT, "the words here; empty where left out"),
    ),
    Change,
)


def _linked(name: str) -> Callable[[Statement], Any]:
    """The value of an attribute that only statements of a family have; None for the others."""
    return lambda s: None if s.family is None else getattr(s, name)


SPEAKER = Shape(
    "Speaker",
    "A speaker of one article with all the places that name it.",
    (
        *_VOICE,
        Field("role", Scalar.TEXT, "office or profession", nullable=True, if_absent=(None,)),
        Field("organisation", Scalar.TEXT, "whose role it is", nullable=True, if_absent=(None,)),
        Field("mentions", ListOf(SPAN), "all places that name the speaker"),
        Field(
            "person",
            Scalar.TEXT,
            "the same for one person, body or document in all articles, where they are linked",
            nullable=True,
            always=False,
            if_absent=(None,),
        ),
        Field(
            "linked",
            LINK,
            "how that was found",
            nullable=True,
            always=False,
            if_absent=(None,),
        ),
    ),
    Speaker,
)

BECAUSE = Shape(
    "Because",
    "Which rule or model decided what is said, and by whom.",
    (
        Field("statement", Scalar.TEXT, "what found the content"),
        Field("speaker", Scalar.TEXT, "what found the speaker"),
        Field(
            "by",
            Scalar.TEXT,
            "who proposed it: grammar, reader, or grammar with parts as the reader has them",
            if_absent=("grammar",),
        ),
    ),
    Because,
)

STATEMENT = Shape(
    "Statement",
    "What an article reports somebody to have said.",
    (
        Field(
            "id",
            Scalar.TEXT,
            "the same for the same place and rule",
            cells=own_cell("statement_id", 100, "id"),
        ),
        Field(
            "content",
            ListOf(SPAN),
            "the words, in several places where the article interrupts",
            cells=(
                *own_cell("content", 320, "content_text"),
                Cell("content_spans", 400, lambda s: _offsets(s.content)),
            ),
        ),
        Field(
            "cue",
            ListOf(SPAN),
            "the verb or phrase that signals them",
            cells=(
                *own_cell("cue", 300, "cue_text"),
                Cell("cue_spans", 410, lambda s: _offsets(s.cue)),
            ),
        ),
        Field(
            "source",
            SPAN,
            "the words that name the speaker here",
            nullable=True,
            cells=(
                Cell("source", 310, lambda s: s.source.text if s.source else None),
                Cell("source_span", 420, _optional_offsets),
            ),
        ),
        Field(
            "speaker",
            VOICE,
            "who speaks",
            cells=(
                *own_cell("speaker", 110, "speaker.name"),
                *own_cell("person", 115, "speaker.person"),
                *own_cell("speaker_kind", 120, "speaker.kind.value"),
                *own_cell("role", 130, "speaker.role"),
                *own_cell("organisation", 140, "speaker.organisation"),
            ),
        ),
        Field(
            "manner",
            Manner,
            "how the words are given",
            cells=own_cell("manner", 200, "manner.value"),
        ),
        Field("act", Scalar.TEXT, "the kind of saying", cells=own_cell("act", 210)),
        Field(
            "lemma",
            Scalar.TEXT,
            "the cue's dictionary form",
            nullable=True,
            cells=own_cell("lemma", 220),
        ),
        Field(
            "embedded_in",
            Scalar.TEXT,
            "id of the statement in whose words this one stands",
            nullable=True,
            cells=own_cell("embedded_in", 500),
        ),
        Field(
            "confidence",
            Scalar.NUMBER,
            "probability that content and speaker are right, 0 to 1",
            value=lambda s: round(s.confidence, _CONFIDENCE_DIGITS),
            cells=(Cell("confidence", 510, lambda s: round(s.confidence, _CONFIDENCE_DIGITS)),),
        ),
        Field(
            "because",
            BECAUSE,
            "what decided",
            cells=(
                *own_cell("because_statement", 520, "because.statement"),
                *own_cell("because_speaker", 530, "because.speaker"),
            ),
        ),
        Field(
            "polarity",
            Polarity,
            "whether it was said, denied as untrue, or not said at all",
            if_absent=(Polarity.AFFIRMED,),
            cells=own_cell("polarity", 230, "polarity.value"),
        ),
        Field(
            "quoted",
            Quoted,
            "how much of the content stands in quotation marks",
            if_absent=(Quoted.NONE,),
            cells=own_cell("quoted", 240, "quoted.value"),
        ),
        Field(
            "repaired",
            Scalar.TEXT,
            "the content in the repaired text, where asked for",
            nullable=True,
            always=False,
            if_absent=(None,),
            cells=own_cell("repaired", 330),
        ),
        Field(
            "family",
            Scalar.TEXT,
            "the same for one statement in all articles that tell it; absent where it stands alone",
            nullable=True,
            always=False,
            if_absent=(None,),
            cells=own_cell("family", 340),
        ),
        Field(
            "differences",
            ListOf(Flag),
            "what it changed against the family's earliest telling",
            nullable=True,
            always=False,
            if_absent=((),),
            value=_linked("differences"),
            cells=(Cell("differences", 350, lambda s: " ".join(s.differences)),),
        ),
        Field(
            "changes",
            ListOf(CHANGE),
            "the words that differ",
            nullable=True,
            always=False,
            if_absent=((),),
            value=_linked("changes"),
            cells=(Cell("changes", 360, _changed),),
        ),
        Field(
            "nearest",
            Scalar.TEXT,
            "id of the statement of the family whose words are closest",
            nullable=True,
            always=False,
            if_absent=(None,),
            cells=own_cell("nearest", 540),
        ),
    ),
    Statement,
)
