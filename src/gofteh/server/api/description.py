"""What FastAPI cannot tell of the API by itself: examples of answers, and who may call."""

from __future__ import annotations

from typing import Any

from gofteh.server.api.examples import answers

# Calls that need no token.
_OPEN = frozenset(("health",))
_TOKEN = {
    "type": "http",
    "scheme": "bearer",
    "description": "A token of `gofteh token add`; none is needed on a server without tokens.",
}


def described(openapi: dict[str, Any]) -> dict[str, Any]:
    """Return an OpenAPI description with both."""
    openapi["components"]["securitySchemes"] = {"token": _TOKEN}
    for calls in openapi["paths"].values():
        for call in calls.values():
            name = call["operationId"]
            call["security"] = [] if name in _OPEN else [{"token": []}]
            good = call["responses"][min(call["responses"])]
            for body in good.get("content", {}).values():
                if name in answers():
                    body["example"] = answers()[name]
    return openapi
