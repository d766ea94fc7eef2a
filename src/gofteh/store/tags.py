"""Tags: what rows are filtered by, as terms of the full-text index.

A filter is then one more term of the query, and any mix of words and filters costs what its
rarest part costs. An underscore after the first letter keeps tags apart from all words.
"""

from __future__ import annotations

EVERYTHING = "x_all"
# Confidence is filtered in steps of this size.
CONFIDENCE_STEPS = 20


def speaker_tag(key: int) -> str:
    """Return the tag of a speaker's row key."""
    return f"s_{key}"


def outlet_tag(key: int) -> str:
    """Return the tag of an outlet's row key."""
    return f"o_{key}"


def kind_tag(kind: str) -> str:
    """Return the tag of a kind of speaker."""
    return f"k_{kind}"


def manner_tag(manner: str) -> str:
    """Return the tag of a manner."""
    return f"m_{manner}"


def act_tag(act: str) -> str:
    """Return the tag of a kind of saying."""
    return f"a_{act}"


def confidence_tag(confidence: float) -> str:
    """Return the tag of the step that a confidence stands on."""
    return f"c_{_step(confidence)}"


def confidence_tags(lowest: float) -> tuple[str, ...]:
    """Return the tags of all confidences from the step of ``lowest`` on."""
    return tuple(f"c_{step}" for step in range(_step(lowest), CONFIDENCE_STEPS + 1))


def _step(confidence: float) -> int:
    # The small amount undoes what binary fractions lose: 0.95 stands on step 19.
    return int(confidence * CONFIDENCE_STEPS + 1e-9)
