"""gofteh: who said what, in Persian news."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gofteh.records import (
    Article,
    Because,
    Failure,
    Manner,
    Polarity,
    Reading,
    Span,
    Speaker,
    SpeakerKind,
    Statement,
)

if TYPE_CHECKING:
    from gofteh.pipeline import extract

__version__ = "0.1.0"

__all__ = [
    "Article",
    "Because",
    "Failure",
    "Manner",
    "Polarity",
    "Reading",
    "Span",
    "Speaker",
    "SpeakerKind",
    "Statement",
    "__version__",
    "extract",
]


def __getattr__(name: str) -> Any:
    """Import the extraction when it is first asked for: ``import gofteh`` stays light."""
    if name == "extract":
        from gofteh.pipeline import extract

        return extract
    raise AttributeError(f"module 'gofteh' has no attribute {name!r}")
