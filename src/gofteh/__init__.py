"""gofteh: who said what, in Persian news."""

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
]
