"""Persian text repaired, every edit told."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Body, Request
from pydantic import Field
from starlette.responses import Response

from gofteh.server import tasks
from gofteh.server.answers import Json
from gofteh.server.api import examples
from gofteh.server.api.models import Repaired
from gofteh.server.api.parameters import Strict
from gofteh.server.errors import Problem
from gofteh.server.security.access import Reader
from gofteh.server.turns import Turn, worked
from gofteh.text.levels import Digits, Level

router = APIRouter(tags=["text"], route_class=Turn)


class ToRepair(Strict):
    """A text, how bold the repair is, and which digits it writes."""

    text: Annotated[str, Field(description="Any text.")]
    level: Annotated[Level, Field(description="Each does what the ones before do.")] = Level.SPACING
    digits: Annotated[Digits, Field(description="arabic: only Arabic ones become Persian.")] = (
        Digits.ARABIC
    )


Asked = Annotated[ToRepair, Body(openapi_examples={"repair": {"value": examples.TO_REPAIR}})]


@router.post(
    "/repair",
    summary="A text repaired, with every edit",
    response_model=Repaired,
)
async def repair(request: Request, _access: Reader, asked: Asked) -> Response:
    """Offsets of the edits count code points of the text that was sent."""
    most = request.app.state.settings.limits.characters
    if len(asked.text) > most:
        message = f"the text is longer than {most} characters. Send it in parts."
        raise Problem(422, "too-large", message)
    done = await worked(request, tasks.repaired, asked.text, asked.level, asked.digits)
    return Response(done, media_type=Json.media_type)
