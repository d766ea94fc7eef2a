"""JSON answers, for text of every kind."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from starlette.responses import Response

from gofteh.report.jsonlines import encode_line


class Json(Response):
    """A record as JSON in UTF-8, lone surrogates escaped."""

    media_type = "application/json"

    def __init__(
        self,
        content: Mapping[str, Any],
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(content, status_code, headers)

    def render(self, content: Any) -> bytes:
        """Return the record's bytes."""
        return encode_line(content)
