"""What flows from an article to its statements, and its form as JSON.

``types`` are the frozen types, ``fields`` the table of what a record of them holds, ``codec``
turns them into records and back; ``joined`` makes a content one text.
"""

from gofteh.records.types import (
    ELLIPSIS,
    NOT_MINE,
    WON,
    Article,
    Because,
    Candidate,
    Change,
    Failure,
    Flag,
    Link,
    Manner,
    Origin,
    Polarity,
    Quoted,
    Reading,
    Span,
    Speaker,
    SpeakerKind,
    Statement,
    Step,
    Unit,
)

__all__ = [
    "ELLIPSIS",
    "NOT_MINE",
    "WON",
    "Article",
    "Because",
    "Candidate",
    "Change",
    "Failure",
    "Flag",
    "Link",
    "Manner",
    "Origin",
    "Polarity",
    "Quoted",
    "Reading",
    "Span",
    "Speaker",
    "SpeakerKind",
    "Statement",
    "Step",
    "Unit",
]
