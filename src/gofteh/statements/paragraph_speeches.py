"""Speeches that fill whole paragraphs: an answer, a turn of a dialogue, a letter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from gofteh.lexicon.acts import Act
from gofteh.lexicon.particles import IS, TO
from gofteh.records import Manner
from gofteh.statements.context import InArticle
from gofteh.statements.cues import Cue
from gofteh.statements.declared import Rule
from gofteh.statements.drafts import Draft, trim
from gofteh.statements.writings import Part
from gofteh.text.layout import Layout, Paragraph
from gofteh.text.tokens import Range

_SPEECH_ENDS = frozenset('.!؟»"…')
# ``به گزارش X`` *as X reports* …
_REPORT = "گزارش"
# … and ``گفتنی است`` *it should be said*: a paragraph that begins so is the reporter's.
_NOTABLY = "گفتنی"
_HANDLES = frozenset("@#")


@dataclass(frozen=True, slots=True)
class Speech:
    """A run of paragraphs, by their indices, that holds one speaker's words; and their draft."""

    paragraphs: tuple[int, ...]
    draft: Draft

    @property
    def begin(self) -> int:
        """The first token of its content: behind the label, where it has one."""
        return self.draft.content[0][0] if self.draft.content else 0


def speech(
    run: tuple[int, ...], content: tuple[Range, ...], rule: Rule, act: Act, *,
    cue: tuple[Range, ...] = (), source: Range | None = None, antecedent: Range | None = None,
) -> Speech:  # fmt: skip
    """Return a run of paragraphs as the speech of whom ``source`` or ``antecedent`` names."""
    return Speech(run, Draft(
        content=content, cue=cue, source=source, rule=rule, manner=Manner.DIRECT, act=act,
        lemma=None, paragraph=run[-1], antecedent=antecedent,
    ))  # fmt: skip


def speeches_of(
    parts: Sequence[Part], rule: Rule, *,
    cue: tuple[Range, ...], source: Range | None, author: Range | None,
) -> Iterator[Speech]:  # fmt: skip
    """Yield the statements of a writing, a part each: cue and source stand with the first alone."""
    first, *further = parts
    yield speech(
        first.paragraphs, first.content, rule, Act.WRITE, cue=cue, source=source, antecedent=author
    )
    for part in further:
        yield speech(part.paragraphs, part.content, rule, Act.WRITE, antecedent=source or author)


def run_of(
    place: InArticle, first: int, stops: AbstractSet[int], *,
    long: bool = False, last: int | None = None,
) -> tuple[int, ...]:  # fmt: skip
    """Return the paragraphs from ``first`` on that belong to one speech.

    It ends in front of one of ``stops``, of furniture, of a paragraph that is no prose (unless
    ``long``), and of one in which somebody else speaks or the reporter reports. With a further stop
    below, what is no prose is a heading within the speech: it is passed over. ``last`` is the last
    of the stops, where the caller knows it.
    """
    layout, cues, furniture = place.layout, place.cues, place.furniture
    if last is None:
        last = first if long else max(stops, default=first)
    run = [first]
    for number in range(first + 1, len(layout.paragraphs)):
        paragraph = layout.paragraphs[number]
        if number in stops or furniture[number] or _is_report(layout, paragraph, cues[number]):
            break
        if long or layout.tokens.words[paragraph.end - 1] in _SPEECH_ENDS:
            run.append(number)
        elif number > last:
            break
    return tuple(run)


def _is_report(layout: Layout, paragraph: Paragraph, cues: Sequence[Cue]) -> bool:
    """Whether the reporter reports in a paragraph, or somebody else speaks."""
    words = layout.tokens.words
    tokens, begin = layout.tokens, paragraph.start
    reported = tokens.at(begin, TO, _REPORT) or tokens.at(begin, _NOTABLY, IS)
    return reported or any(words[c.end] == ":" and not c.first_person for c in cues)


def spans_of(layout: Layout, run: Sequence[int]) -> tuple[Range, ...]:
    """Return the content of a run of paragraphs: a span for each that is not empty."""
    spans = (layout.paragraphs[n] for n in run)
    trimmed = (trim(layout, p.start, p.end) for p in spans)
    return tuple(r for r in trimmed if r.end > r.start)


def is_signed_off(layout: Layout, number: int) -> bool:
    """Return whether a line is the channel's name, a link or a tag: ``@News``; not signs alone."""
    words = layout.tokens.of(layout.paragraphs[number].range)
    foreign = all(w.isascii() or not w[0].isalnum() for w in words)
    return words[0] in _HANDLES or (foreign and is_worded(layout, number))


def is_worded(layout: Layout, number: int) -> bool:
    """Return whether a paragraph has a word: more than signs and pictograms."""
    return any(w[0].isalnum() for w in layout.tokens.of(layout.paragraphs[number].range))
