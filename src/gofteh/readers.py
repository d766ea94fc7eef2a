"""Who reads an article: names that the pipeline, the command line and the measures share."""

from __future__ import annotations

from enum import StrEnum


class Reader(StrEnum):
    """The grammar alone, the learned reader alone, or both, with a choice between them."""

    GRAMMAR = "grammar"
    LEARNED = "reader"
    BOTH = "both"
