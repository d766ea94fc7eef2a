"""What the constructions may know of a cue's surroundings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gofteh.statements.cues import Cue
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

    ``inside`` says that the sentence lies within the words of an earlier statement.
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

    def later(self) -> Sequence[Sourced]:
        """The sentence's following cues with their sources."""
        return self.sourced[self.index + 1 :]
