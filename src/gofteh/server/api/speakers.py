"""Speakers and outlets."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter
from fastapi import Query as Parameter
from pydantic import Field
from starlette.responses import Response

from gofteh.server.answers import Json
from gofteh.server.api.models import Outlets, SpeakerProfile, Speakers, documented
from gofteh.server.api.parameters import Id, Paged, Text
from gofteh.server.errors import missing
from gofteh.server.security.access import Reader
from gofteh.server.stores import Lent
from gofteh.server.turns import Turn
from gofteh.store.jsonrecords import outlet_record, profile_record, speaker_record

router = APIRouter(tags=["speakers"], route_class=Turn)


class PagedSpeakers(Paged):
    """A page of speakers."""

    name: Annotated[
        Text,
        Field(description="A part of the name; spelling does not matter.", examples=["فرهمند"]),
    ] = ""


@router.get("/speakers", summary="Speakers, the most quoted first", response_model=Speakers)
def speakers(
    _access: Reader, stores: Lent, asked: Annotated[PagedSpeakers, Parameter()]
) -> Response:
    """A speaker is everything under one exactly folded name.

    ``person`` says whom the name mostly stands for; ``/persons`` has one line for each of them.
    """
    with stores.lend() as store:
        page = store.speakers(asked.name, asked.cursor, asked.limit)
    return Json({"items": [speaker_record(one) for one in page.items], "next": page.next})


@router.get(
    "/speakers/{id}",
    summary="What is known of a speaker",
    response_model=SpeakerProfile,
    responses=documented(404),
)
def speaker(_access: Reader, stores: Lent, id: Id) -> Response:  # noqa: A002
    """Names, roles with dates, outlets, and statements by day."""
    with stores.lend() as store:
        found = store.speaker(id)
    if found is None:
        raise missing("speaker", id)
    return Json(profile_record(found))


@router.get("/outlets", summary="Whom outlets give the word", response_model=Outlets)
def outlets(_access: Reader, stores: Lent) -> Response:
    """Numbers of articles and statements, direct and unnamed ones, the most quoted speakers."""
    with stores.lend() as store:
        found = store.outlets()
    return Json({"items": [outlet_record(one) for one in found]})
