"""Who wrote a text that a paragraph announces (``متن نامه X به شرح زیر است:``)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from gofteh.lexicon.boundaries import PARTICIPLES
from gofteh.lexicon.classes import NAMES_SPEAKER, WRITES, Class, is_a
from gofteh.lexicon.particles import FROM, THIS, TO
from gofteh.lexicon.talk import (
    ANNOUNCED_DOCUMENTS,
    BETWEEN_AUTHORED_AND_AUTHOR,
    QUOTED_AT_LENGTH,
    SIDES,
)
from gofteh.statements.known_speakers import KnownSpeakers
from gofteh.statements.leads import skip_lead
from gofteh.statements.person_mentions import is_person
from gofteh.statements.phrases import is_finite, mention_at
from gofteh.statements.writings import says
from gofteh.text.layout import Layout, Paragraph
from gofteh.text.tokens import Range

# How an author's mention begins.
_AUTHOR = WRITES | Class.HONORIFIC
# A document is spoken of so many paragraphs in front of the one that announces its text.
_BEFORE = 2
# How far in front of a document's noun its sender is looked for, in tokens.
_MAX_SENDER = 20
# The longest signature, in tokens.
_MAX_SIGNATURE = 12
# Words of an office in front of a name.
_MAX_OFFICE = 5
# An article names who it is about in one of its first paragraphs.
_OPENING = 3


@dataclass(frozen=True, slots=True)
class Announcement:
    """The paragraph that announces a text, and the text's own spans.

    ``noun`` is the token of the document's noun, ``sign`` the colon behind which the text begins.
    """

    layout: Layout
    number: int
    noun: int
    sign: int
    content: Sequence[Range]
    known: KnownSpeakers

    @property
    def paragraph(self) -> Paragraph:
        """The paragraph itself."""
        return self.layout.paragraphs[self.number]


def author_of(announced: Announcement) -> tuple[Range | None, Range | None]:
    """Return the mention of a text's author as its source, or else as its antecedent; or neither.

    It is the source where it stands in front of the sign, in the paragraph that announces the text.
    """
    found = next((mention for search in _SEARCHES if (mention := search(announced))), None)
    beside = found is not None and announced.paragraph.start <= found.start < announced.sign
    return (found, None) if beside else (None, found)


def _subject(announced: Announcement) -> Range | None:
    found = _subject_of(announced.layout, announced.paragraph, announced.noun)
    return found if found and _can_write(announced, found) else None


def _can_write(announced: Announcement, mention: Range) -> bool:
    """Whether a mention is of somebody: by the words near its begin, or by what else is known."""
    words = announced.layout.tokens.of(mention)
    if any(is_finite(w) or w in PARTICIPLES for w in words):
        return False
    known = announced.known.begins(announced.layout, *mention)
    return known or any(is_a(w, NAMES_SPEAKER | _AUTHOR) for w in words[:_MAX_OFFICE])


def _subject_of(layout: Layout, paragraph: Paragraph, noun: int) -> Range | None:
    """The mention that opens the sentence of a document's noun; it ends in front of that.

    ``انجمن کتابداران نامه‌ای سرگشاده منتشر کرد``: the noun is the object behind its subject.
    """
    first = skip_lead(layout, paragraph.sentence_start(noun), noun)
    stop = mention_at(layout, first, noun) if first < noun else first
    return Range(first, stop) if first < stop else None


def named_behind(layout: Layout, noun: int, end: int) -> Range | None:
    """Return the mention behind a document's noun: ``متن پیام مدیر سد``; None where none is."""
    words, at = layout.tokens.words, noun
    while at < end and (
        words[at] in ANNOUNCED_DOCUMENTS or words[at] in BETWEEN_AUTHORED_AND_AUTHOR
    ):
        if words[at] == FROM and words[at + 1] not in SIDES:
            break
        at += 1
    stop = mention_at(layout, at, end)
    return Range(at, stop) if stop > at else None


def _named_behind(announced: Announcement) -> Range | None:
    """``متن پیام X``, ``متن نامه این نماینده``: the mention behind the document's noun."""
    layout, words = announced.layout, announced.layout.tokens.words
    mention = named_behind(layout, announced.noun, announced.paragraph.end)
    if mention is None:
        return None
    at, stop = mention
    told = layout.tokens.of(mention)
    if any(is_finite(w) or w in PARTICIPLES for w in told):
        return None
    if is_a(words[at], _AUTHOR) or announced.known.begins(layout, at, stop):
        return Range(at, stop)
    if words[stop] != TO:
        return None
    # ``متن انصراف این بازیکن``: what is told of the author stands between.
    inner = next((i for i in range(at + 1, stop) if words[i] == THIS), at)
    return Range(inner, stop)


def _sender(announced: Announcement) -> Range | None:
    """``X پیامی فرستاد. متن این پیام …``: who sent a document spoken of before, the nearest one."""
    words = announced.layout.tokens.words
    senders = (
        _subject_of(announced.layout, paragraph, noun) or _right_before(announced, noun)
        for paragraph, noun in _documents_before(announced)
    )
    return next((s for s in senders if s and is_a(words[s.start], _AUTHOR | Class.GROUP)), None)


def _documents_before(announced: Announcement) -> Iterator[tuple[Paragraph, int]]:
    """The nouns of documents in front of the announced one, the nearest first."""
    layout, number = announced.layout, announced.number
    for paragraph in reversed(layout.paragraphs[max(0, number - _BEFORE) : number + 1]):
        for noun in reversed(range(paragraph.start, min(paragraph.end, announced.noun))):
            if layout.tokens.words[noun] in QUOTED_AT_LENGTH:
                yield paragraph, noun


def _beside(announced: Announcement) -> Range | None:
    return _right_before(announced, announced.noun)


def _right_before(announced: Announcement, noun: int) -> Range | None:
    """The mention of a person that ends where a document's noun begins."""
    layout = announced.layout
    begin = max(0, noun - _MAX_SENDER)
    for first in range(begin, noun):
        if not is_a(layout.tokens.words[first], _AUTHOR):
            continue
        mention = Range(first, mention_at(layout, first, noun))
        if mention.end == noun and is_person(layout, mention, announced.known):
            return mention
    return None


def _signature(announced: Announcement) -> Range | None:
    """The name below the text, alone in its line."""
    layout = announced.layout
    for span in reversed(announced.content):
        if says(layout, span):
            return None
        short = span.end - span.start <= _MAX_SIGNATURE
        stop = mention_at(layout, span.start, span.end) if short else span.start
        if stop > span.start and is_a(layout.tokens.words[span.start], _AUTHOR):
            return Range(span.start, stop)
    return None


def _opening(announced: Announcement) -> Range | None:
    """The mention with which one of the article's first paragraphs opens, in front of the text."""
    layout, last = announced.layout, min(_OPENING, announced.number + 1)
    return next(filter(None, map(_opening_of(layout), layout.paragraphs[:last])), None)


def _opening_of(layout: Layout) -> Callable[[Paragraph], Range | None]:
    def opening(paragraph: Paragraph) -> Range | None:
        first = skip_lead(layout, paragraph.start, paragraph.end)
        stop = mention_at(layout, first, paragraph.end) if first < paragraph.end else first
        writes = stop > first and is_a(layout.tokens.words[first], _AUTHOR)
        return Range(first, stop) if writes else None

    return opening


# Tried in this order, from the words nearest to the document's noun to those farthest: the first
# that finds a mention gives the author.
_SEARCHES: tuple[Callable[[Announcement], Range | None], ...] = (
    # Whoever does something with the document is told as the subject.
    _subject,
    # Only where the sentence has no subject is the noun behind the document its author's:
    # ``وزیر نامه مدیر سد را خواند``.
    _named_behind,
    # Then whoever stands right in front of it, behind adverbials that no rule looks through.
    _beside,
    # ``این پیام`` goes back to a sentence before, which the article tells nearer than its opening.
    _sender,
    # The name below is the author's own, but often of several, or an office alone.
    _signature,
    # Nothing beside the document names anybody: the article is about one person then.
    _opening,
)
