"""What flows through the grouping of statements: tellings, and how two of them are related."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from gofteh.records import Change, Flag

__all__ = ["Change", "Flag", "Relation", "Telling"]


class Relation(StrEnum):
    """How one telling of a statement stands to another; the first three make one family."""

    SAME = "same"
    EDITED = "edited"
    PART = "part"
    REPEAT = "repeat"
    OTHER = "other"

    @property
    def joins(self) -> bool:
        """Whether the two are one statement."""
        return self in (Relation.SAME, Relation.EDITED, Relation.PART)


@dataclass(frozen=True, slots=True)
class Telling:
    """One statement as one article tells it.

    ``words`` are the stems of its ``text``. ``speaker`` is the person's id, else the folded name.
    ``minute`` counts from year 1 and is 0 without a date. ``credit`` is the agency that the article
    names as its origin, ``article`` the article's id.
    """

    id: str
    text: str
    words: tuple[str, ...]
    speaker: str | None = None
    manner: str = "indirect"
    outlet: str | None = None
    minute: int = 0
    credit: str | None = None
    article: str = ""
