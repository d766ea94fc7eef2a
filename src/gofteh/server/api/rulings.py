"""What humans rule on who is who, and on what is the same."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Body
from pydantic import Field
from starlette.responses import Response

from gofteh.server.answers import Json
from gofteh.server.api import examples
from gofteh.server.api.linked_models import Ruling, Rulings
from gofteh.server.api.models import documented
from gofteh.server.api.parameters import NO_NUL, Id, Limit, Strict, Text
from gofteh.server.errors import missing
from gofteh.server.security.access import Editor, Reader
from gofteh.server.stores import Lent
from gofteh.server.turns import Turn
from gofteh.store import RulingKind
from gofteh.store.linked.jsonrecords import ruling_record

router = APIRouter(tags=["rulings"], route_class=Turn)


class ToRule(Strict):
    """What is to hold from now on.

    ``merge``: the person subject is the person object. ``split``: the speaker ``name`` of an
    ``article`` is the person object, somebody new without one. ``rename``: subject is called
    ``name``. ``nobody``: subject is no person. ``apart``: the persons subject and object are two.
    ``same``, ``not-same``: the statements subject and object are one, or are not.
    """

    kind: RulingKind
    subject: Annotated[Text | None, Field(description="The id of a person or a statement.")] = None
    object: Annotated[Text | None, Field(description="The id of the other one.")] = None
    article: Annotated[Text | None, Field(description="The id of an article.")] = None
    name: Annotated[Text | None, Field(description="A speaker's name, or the new one.")] = None
    note: Annotated[str | None, Field(max_length=2000, pattern=NO_NUL)] = None


Asked = Annotated[ToRule, Body(openapi_examples={"ruling": {"value": examples.TO_RULE}})]


@router.post(
    "/rulings",
    summary="Say who is who, or what is the same",
    status_code=201,
    response_model=Ruling,
)
def rule(access: Editor, stores: Lent, asked: Asked) -> Response:
    """It wins over every evidence, for ever. Needs the role editor; the token's name is kept."""
    with stores.lend() as store:
        made = store.links.rule(
            asked.kind,
            subject=asked.subject,
            object_=asked.object,
            article_id=asked.article,
            name=asked.name,
            note=asked.note,
            author=access.name,
            by=access.name,
        )
    return Json(ruling_record(made), 201)


@router.get("/rulings", summary="The newest rulings", response_model=Rulings)
def rulings(_access: Reader, stores: Lent, limit: Limit = 100) -> Response:
    """The newest first, undone ones too: who ruled what, and when."""
    with stores.lend() as store:
        found = store.links.rulings(limit)
    return Json({"items": [ruling_record(one) for one in found]})


@router.delete(
    "/rulings/{id}",
    summary="Undo a ruling",
    status_code=204,
    response_class=Response,
    responses=documented(404),
)
def undo(access: Editor, stores: Lent, id: Id) -> Response:  # noqa: A002
    """All is as the evidence has it again. Needs the role editor; it stays in the list."""
    with stores.lend() as store:
        if not store.links.undo(id, by=access.name):
            raise missing("ruling in force", id)
    return Response(status_code=204)
