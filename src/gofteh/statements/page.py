"""What is known of an article before a sayer is looked for, and how sayers are handed on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from gofteh.statements.context import Whole
from gofteh.statements.cues import Cue
from gofteh.statements.dialogue import Dialogue
from gofteh.statements.drafts import Draft
from gofteh.statements.sourced import Sourced
from gofteh.text.layout import Layout
from gofteh.text.tokens import Range


@dataclass(frozen=True, slots=True)
class Page:
    """An article in reading; ``cues`` and ``furniture`` follow its paragraphs.

    ``headlines`` holds the statements of headlines that name their sayer, by paragraph.
    """

    layout: Layout
    furniture: Sequence[bool]
    cues: Sequence[Sequence[Cue]]
    whole: Whole
    headlines: Mapping[int, tuple[Draft, ...]]
    talk: Dialogue

    def is_read(self, number: int) -> bool:
        """Whether statements are looked for in a paragraph, cue by cue."""
        asks = number in self.talk.questions
        return not (self.furniture[number] or asks or number in self.headlines)

    def is_speech(self, number: int) -> bool:
        """Whether one voice fills a paragraph: an answer, a labelled turn, a declaration."""
        return number in self.talk.spoken


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and its cues, in their order, each with the mention that names its sayer."""

    range: Range
    sourced: Sequence[Sourced] = ()


# The sentences of an article, paragraph by paragraph; none for a paragraph that is not read.
Named = Sequence[Sequence[Sentence]]


class NamesSources(Protocol):
    """Who is the subject: the stage that finds, for every cue, the mention that names its sayer.

    ``page`` tells an implementation everything that was found before. It returns the sentences of
    each paragraph (`gofteh.statements.sources.sentences_of` gives them with their cues), and in
    each sentence its cues in order as `Sourced`: the cue unchanged or with fewer tokens; the
    source as a range of tokens in that paragraph, or None where nobody is named; ``shared`` where
    the source is that of the cue before; ``behind``, the first token behind the source, where an
    object may begin; ``inner`` where the cue stands inside another saying's words. Cues that say
    nothing may be left out. `check_named` proves an implementation on an article.
    """

    def __call__(self, page: Page) -> Named:
        """Return the sentences of an article with their cues and sources."""
        ...


class ChoosesDrafts(Protocol):
    """Which drafts count: a choice among the grammar's drafts and others that it knows of.

    It gets the page and the grammar's drafts in the order of the text, and returns those that
    count in that order. Their token ranges lie in the article, and no content is empty.
    """

    def __call__(self, page: Page, drafts: Sequence[Draft], /) -> Sequence[Draft]:
        """Return the drafts that count."""
        ...


def check_named(page: Page, named: Named) -> None:
    """Raise ``ValueError`` where an implementation of `NamesSources` does not keep its word."""
    paragraphs = page.layout.paragraphs
    if len(named) != len(paragraphs):
        raise ValueError(f"{len(named)} lists of sentences for {len(paragraphs)} paragraphs")
    for number, (paragraph, sentences) in enumerate(zip(paragraphs, named, strict=True)):
        for sentence in sentences:
            starts = [item.cue.start for item in sentence.sourced]
            if starts != sorted(set(starts)):
                raise ValueError(f"paragraph {number}: the cues of a sentence are out of order")
            for item in sentence.sourced:
                _check_item(number, paragraph.range, item)


def _check_item(number: int, paragraph: Range, item: Sourced) -> None:
    source = item.source
    if not paragraph.start <= item.cue.start < item.cue.end <= paragraph.end:
        raise ValueError(f"paragraph {number}: a cue at {item.cue.start} stands outside of it")
    if source and not paragraph.start <= source.start < source.end <= paragraph.end:
        raise ValueError(
            f"paragraph {number}: a source at {source} stands outside of it, or is empty"
        )
