"""Places of a text where constructions are looked for, and what these may know there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gofteh.statements.cues import Cue
from gofteh.statements.drafts import Draft
from gofteh.statements.known import Known
from gofteh.statements.provenance import Provenance
from gofteh.statements.sourced import Sourced
from gofteh.text.layout import Layout, Paragraph
from gofteh.text.tokens import Range


@dataclass(frozen=True, slots=True)
class Whole:
    """What the whole article tells its paragraphs."""

    known: Known
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Context:
    """Where a cue stands: its paragraph, sentence, and the cues around it.

    ``inside`` says that the sentence lies within the words of an earlier statement; ``told`` holds
    what earlier cues of the paragraph tell.
    """

    layout: Layout
    whole: Whole
    paragraph: Paragraph
    number: int
    sentence: Range
    cues: Sequence[Cue]
    sourced: Sequence[Sourced]
    index: int
    inside: bool = False
    told: Sequence[Range] = ()

    def later(self) -> Sequence[Sourced]:
        """The sentence's following cues with their sources."""
        return self.sourced[self.index + 1 :]


@dataclass(frozen=True, slots=True)
class Cued:
    """A cue with its source, the mark behind it, and the first token behind that.

    The mark is ``:``, ``که``, ``تا``, ``«`` or empty (see `viable.marker`).
    """

    context: Context
    item: Sourced
    sign: str
    start: int


@dataclass(frozen=True, slots=True)
class InSentence:
    """A sentence of a paragraph."""

    layout: Layout
    sentence: Range
    number: int
    known: Known


@dataclass(frozen=True, slots=True)
class InParagraph:
    """A paragraph whose cues have been read, with what they tell.

    ``before``: the last sentence of the paragraph before, where it tells nothing.
    """

    layout: Layout
    paragraph: Paragraph
    number: int
    known: Known
    drafts: Sequence[Draft]
    before: Range | None = None


@dataclass(frozen=True, slots=True)
class InTitle:
    """A paragraph of the article's title."""

    layout: Layout
    paragraph: Paragraph
    number: int


@dataclass(frozen=True, slots=True)
class InArticle:
    """The whole article, with its paragraphs' cues, and whether each is furniture."""

    layout: Layout
    cues: Sequence[Sequence[Cue]]
    furniture: Sequence[bool]
    known: Known
