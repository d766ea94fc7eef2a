"""The places of a text at which constructions are looked for, and what is known at each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gofteh.statements.cues import Cue
from gofteh.statements.drafts import Draft
from gofteh.statements.known_speakers import KnownSpeakers
from gofteh.statements.provenance import Provenance
from gofteh.statements.sourced_cues import SourcedCue
from gofteh.text.layout import Layout, Paragraph
from gofteh.text.tokens import Range


@dataclass(frozen=True, slots=True)
class ArticleFacts:
    """What holds for a whole article: the speakers it names beyond doubt, and its byline."""

    known: KnownSpeakers
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class CueContext:
    """Where a cue stands: its paragraph and sentence, and the cues around it.

    ``number`` is the paragraph's index. ``cues`` are the paragraph's, ``sourced`` the sentence's
    with their sources; ``index`` is the cue's own place among these. ``inside`` says that the
    sentence lies within the content of an earlier statement; ``earlier_contents`` are the contents
    that earlier cues of the paragraph have.
    """

    layout: Layout
    facts: ArticleFacts
    paragraph: Paragraph
    number: int
    sentence: Range
    cues: Sequence[Cue]
    sourced: Sequence[SourcedCue]
    index: int
    inside: bool = False
    earlier_contents: Sequence[Range] = ()

    def later(self) -> Sequence[SourcedCue]:
        """The sentence's cues behind this one, with their sources."""
        return self.sourced[self.index + 1 :]


@dataclass(frozen=True, slots=True)
class AtCue:
    """A cue with its source, the marker behind it, and the first token behind that marker.

    The marker is ``:``, ``که``, ``تا``, ``«`` or empty (`viable.marker_behind`).
    """

    context: CueContext
    item: SourcedCue
    marker: str
    start: int


@dataclass(frozen=True, slots=True)
class InSentence:
    """A sentence, with the index of its paragraph."""

    layout: Layout
    sentence: Range
    number: int
    known: KnownSpeakers


@dataclass(frozen=True, slots=True)
class InParagraph:
    """A paragraph with its index and the drafts that its cues gave.

    ``silent_before`` is the last sentence of the paragraph before, if no cue stands in it.
    """

    layout: Layout
    paragraph: Paragraph
    number: int
    known: KnownSpeakers
    drafts: Sequence[Draft]
    silent_before: Range | None = None


@dataclass(frozen=True, slots=True)
class InTitle:
    """A paragraph of the article's title, with its index."""

    layout: Layout
    paragraph: Paragraph
    number: int


@dataclass(frozen=True, slots=True)
class InArticle:
    """The whole article; ``cues`` and ``furniture`` have one entry for each paragraph."""

    layout: Layout
    cues: Sequence[Sequence[Cue]]
    furniture: Sequence[bool]
    known: KnownSpeakers
