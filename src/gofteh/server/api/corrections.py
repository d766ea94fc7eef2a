"""What humans say of statements."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Body
from fastapi import Query as Parameter
from pydantic import Field
from starlette.responses import Response

from gofteh.records import SpeakerKind
from gofteh.server.answers import Json
from gofteh.server.api import examples
from gofteh.server.api.models import Correction, Corrections, documented
from gofteh.server.api.parameters import NO_NUL, Id, Strict, Text
from gofteh.server.errors import missing
from gofteh.server.security.access import Editor, Reader
from gofteh.server.stores import Lent
from gofteh.server.turns import Turn
from gofteh.store import CorrectionKind
from gofteh.store.jsonrecords import correction_record

router = APIRouter(tags=["corrections"], route_class=Turn)

_LAST_PLACE = 1 << 31
Place = Annotated[int, Field(ge=0, le=_LAST_PLACE)]


class Wrong(StrEnum):
    """What can be wrong with a statement that was found."""

    SPEAKER = "wrong-speaker"
    BOUNDARY = "wrong-boundary"
    NONE = "not-a-statement"


class ToCorrect(Strict):
    """Which statement is wrong, in what, and what is right.

    ``content`` is for a wrong boundary, ``speaker`` for a wrong speaker: null for one whom the
    article does not name.
    """

    statement: Annotated[Text, Field(description="The statement's id.")]
    kind: Wrong
    content: Annotated[
        tuple[tuple[Place, Place], ...],
        Field(max_length=50, description="Where it should stand, in code points of raw."),
    ] = ()
    speaker: Text | None = None
    speaker_kind: SpeakerKind = SpeakerKind.PERSON
    note: Annotated[str | None, Field(max_length=2000, pattern=NO_NUL)] = None


Asked = Annotated[ToCorrect, Body(openapi_examples={"correction": {"value": examples.TO_CORRECT}})]


@router.post(
    "/corrections",
    summary="Correct a statement",
    status_code=201,
    response_model=Correction,
    responses=documented(404),
)
def correct(access: Editor, stores: Lent, asked: Asked) -> Response:
    """It survives later extractions. Needs the role editor; the token's name is kept."""
    with stores.lend() as store:
        if store.statement(asked.statement) is None:
            raise missing("statement", asked.statement)
        made = store.correct(
            asked.statement,
            CorrectionKind(asked.kind),
            content=asked.content,
            speaker=asked.speaker,
            speaker_kind=asked.speaker_kind,
            note=asked.note,
            author=access.name,
            by=access.name,
        )
    return Json(correction_record(made), 201)


@router.get("/corrections", summary="The corrections of an article", response_model=Corrections)
def corrections(
    _access: Reader,
    stores: Lent,
    article: Annotated[Text, Parameter(description="The article's id.")],
) -> Response:
    """In the order they were made."""
    with stores.lend() as store:
        made = store.corrections(article)
    return Json({"items": [correction_record(one) for one in made]})


@router.delete(
    "/corrections/{id}",
    summary="Take a correction back",
    status_code=204,
    response_class=Response,
    responses=documented(404),
)
def withdraw(access: Editor, stores: Lent, id: Id) -> Response:  # noqa: A002
    """The statement reads as it was extracted again. Needs the role editor."""
    with stores.lend() as store:
        if not store.withdraw(id, by=access.name):
            raise missing("correction", id)
    return Response(status_code=204)
