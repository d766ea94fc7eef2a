"""gofteh: who said what, in Persian news."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from gofteh.errors import GoftehError
from gofteh.extras import MissingExtraError, needing_extras
from gofteh.records import (
    Article,
    Because,
    Failure,
    Manner,
    Origin,
    Polarity,
    Quoted,
    Reading,
    Span,
    Speaker,
    SpeakerKind,
    Statement,
)
from gofteh.version import __version__

if TYPE_CHECKING:
    from gofteh.arrow import extract_table, repair_table
    from gofteh.pipeline import extract
    from gofteh.repairing import Edit, Level, Repaired, repair
__all__ = [
    "Article",
    "Because",
    "Edit",
    "Failure",
    "GoftehError",
    "Level",
    "Manner",
    "MissingExtraError",
    "Origin",
    "Polarity",
    "Quoted",
    "Reading",
    "Repaired",
    "Span",
    "Speaker",
    "SpeakerKind",
    "Statement",
    "__version__",
    "extract",
    "extract_table",
    "repair",
    "repair_table",
]


_LATER = {
    "extract": "gofteh.pipeline",
    **dict.fromkeys(("extract_table", "repair_table"), "gofteh.arrow"),
    **dict.fromkeys(("Edit", "Level", "Repaired", "repair"), "gofteh.repairing"),
}


def __getattr__(name: str) -> Any:
    """Import what works when it is first asked for: ``import gofteh`` stays light."""
    if name in _LATER:
        with needing_extras():
            return getattr(import_module(_LATER[name]), name)
    raise AttributeError(f"module 'gofteh' has no attribute {name!r}")


def __dir__() -> list[str]:
    """Return all names, those that are still to be imported too."""
    return sorted({*globals(), *__all__})
