"""What the first stages found about an article, and the interface of the stage behind them.

`Findings` bundles all that is known before a source is looked for; `SourceFinder` is the interface
of the stage that looks for sources; `DraftChooser` is that of a choice among drafts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from gofteh.statements.context import ArticleFacts
from gofteh.statements.cues import Cue
from gofteh.statements.dialogue import Dialogue
from gofteh.statements.drafts import Draft
from gofteh.statements.sourced_cues import SourcedCue
from gofteh.text.layout import Layout
from gofteh.text.tokens import Range


@dataclass(frozen=True, slots=True)
class Findings:
    """What is known of an article before sources are looked for.

    ``furniture`` and ``cues`` have one entry for each paragraph. ``headlines`` holds the drafts of
    headlines that name their speaker, by the index of their paragraph; ``dialogue`` the speeches
    that fill whole paragraphs.
    """

    layout: Layout
    furniture: Sequence[bool]
    cues: Sequence[Sequence[Cue]]
    facts: ArticleFacts
    headlines: Mapping[int, tuple[Draft, ...]]
    dialogue: Dialogue

    def is_read(self, number: int) -> bool:
        """Whether statements are looked for in a paragraph cue by cue.

        Not in furniture, nor in an interview's questions, nor in a headline that has its draft.
        """
        asks = number in self.dialogue.questions
        return not (self.furniture[number] or asks or number in self.headlines)

    def is_speech(self, number: int) -> bool:
        """Whether a paragraph belongs to one speech: an answer, a labelled turn, a declaration."""
        return number in self.dialogue.spoken


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and its cues with their sources, in the order of the text."""

    range: Range
    sourced: Sequence[SourcedCue] = ()


# The sentences of an article, paragraph by paragraph; none for a paragraph that is not read.
SourcedSentences = Sequence[Sequence[Sentence]]


class SourceFinder(Protocol):
    """The stage that finds, for every cue, its source: the mention that names who says it.

    It is given the findings, and returns the sentences of each paragraph
    (`gofteh.statements.sources.sentences_of` gives them with their cues). The cues of a sentence
    stand in order as `SourcedCue`: the cue as found, or with fewer tokens; its source as a range of
    tokens in that paragraph, or None where nobody is named. Cues that report nothing may be left
    out. `check_sources` checks an implementation on an article.
    """

    def __call__(self, findings: Findings) -> SourcedSentences:
        """Return the sentences of an article with their cues and sources."""
        ...


class DraftChooser(Protocol):
    """Which drafts count: a choice among the grammar's drafts and others that it knows of.

    It is given the findings and the grammar's drafts in the order of the text, and returns those
    that count in that order. Their token ranges lie in the article, and no content is empty.
    """

    def __call__(self, findings: Findings, drafts: Sequence[Draft], /) -> Sequence[Draft]:
        """Return the drafts that count."""
        ...


def check_sources(findings: Findings, sentences: SourcedSentences) -> None:
    """Raise ``ValueError`` where an implementation of `SourceFinder` does not keep its word."""
    paragraphs = findings.layout.paragraphs
    if len(sentences) != len(paragraphs):
        raise ValueError(f"{len(sentences)} lists of sentences for {len(paragraphs)} paragraphs")
    for number, (paragraph, its_own) in enumerate(zip(paragraphs, sentences, strict=True)):
        for sentence in its_own:
            starts = [item.cue.start for item in sentence.sourced]
            if starts != sorted(set(starts)):
                raise ValueError(f"paragraph {number}: the cues of a sentence are out of order")
            for item in sentence.sourced:
                _check_item(number, paragraph.range, item)


def _check_item(number: int, paragraph: Range, item: SourcedCue) -> None:
    source = item.source
    if not paragraph.start <= item.cue.start < item.cue.end <= paragraph.end:
        raise ValueError(f"paragraph {number}: a cue at {item.cue.start} stands outside of it")
    if source and not paragraph.start <= source.start < source.end <= paragraph.end:
        raise ValueError(
            f"paragraph {number}: a source at {source} stands outside of it, or is empty"
        )
