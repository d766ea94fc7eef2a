"""What a server writes down: who asked for which path. Never a query, a header or a body.

Queries tell what a journalist looks into, and may carry what should be secret.
"""

from __future__ import annotations

import logging
from typing import Any


class WithoutQuery(logging.Filter):
    """Takes the query out of uvicorn's access records."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Let the record pass, its path cut at the question mark."""
        if isinstance(record.args, tuple) and len(record.args) == 5:
            client, method, path, version, status = record.args
            record.args = (client, method, str(path).partition("?")[0], version, status)
        return True


def config() -> dict[str, Any]:
    """Return the configuration of logging for uvicorn and gofteh."""
    from uvicorn.config import LOGGING_CONFIG

    made: dict[str, Any] = {**LOGGING_CONFIG, "filters": {"query": {"()": WithoutQuery}}}
    made["handlers"] = {
        name: {**handler, "filters": ["query"]} if name == "access" else handler
        for name, handler in LOGGING_CONFIG["handlers"].items()
    }
    made["loggers"] = {
        **LOGGING_CONFIG["loggers"],
        "gofteh": {"handlers": ["default"], "level": "INFO", "propagate": False},
    }
    return made
