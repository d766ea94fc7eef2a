"""Edits as JSON."""

from __future__ import annotations

from typing import Any

from gofteh.repairing.edits import Edit


def edit_record(edit: Edit, start: int = 0) -> dict[str, Any]:
    """Return the record of a repair's edit, its offsets counted from ``start``."""
    return {
        "start": edit.start - start,
        "end": edit.end - start,
        "before": edit.before,
        "after": edit.after,
        "kind": edit.kind,
        "confidence": edit.confidence,
    }
