"""The API's documentation as one page, made from its OpenAPI: no script, no other host."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

from fastapi import APIRouter, Request
from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse, Response

from gofteh.records.schema import json_schema

router = APIRouter(include_in_schema=False)


@router.get("/docs")
def documentation(request: Request) -> HTMLResponse:
    """Return the page."""
    page = _environment().get_template("api.html.jinja")
    return HTMLResponse(page.render(api=request.app.openapi()))


@router.get("/docs.css")
def style() -> Response:
    """Return the page's style."""
    text = (files("gofteh.server.api") / "templates" / "api.css").read_text("utf-8")
    return Response(text, media_type="text/css")


@router.get("/record.schema.json")
def schema() -> Response:
    """Return the JSON Schema of the records, which `export` gives as they are."""
    text = json.dumps(json_schema(), ensure_ascii=False, indent=2)
    return Response(text, media_type="application/schema+json")


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("gofteh.server.api"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["pretty"] = _pretty
    return made


def _pretty(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, indent=2)
