"""Writings under a line that only names them: ``بیانیه سازمان آب:`` over its paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from gofteh.lexicon.classes import WRITES, Class, is_a
from gofteh.lexicon.names import is_common_form
from gofteh.lexicon.people import PLAYERS
from gofteh.lexicon.rules import Meaning
from gofteh.lexicon.talk import BETWEEN_DOCUMENT_AND_AUTHOR, HEADED_DOCUMENTS, POSTS, RENDERED, TEXT
from gofteh.statements.authors import named_behind
from gofteh.statements.context import InArticle
from gofteh.statements.declared import Construction, Example, Rule
from gofteh.statements.paragraph_speeches import (
    Speech,
    is_signed_off,
    is_worded,
    run_of,
    spans_of,
    speeches_of,
)
from gofteh.statements.phrases import is_finite
from gofteh.statements.writings import Part, parts_of, says
from gofteh.text.layout import Layout, Paragraph
from gofteh.text.tokens import Range

# A heading is a short line.
_MAX_HEADING = 24
_AUTHOR = WRITES | Class.HONORIFIC


@dataclass(frozen=True, slots=True)
class _Heading:
    """A line that heads a writing: the token of the writing's noun, and its author."""

    noun: int
    author: Range


def _headed_writings(place: InArticle) -> Iterator[Speech]:
    """``بیانیه X:`` alone in its line: a statement a paragraph below; a post is one."""
    layout = place.layout
    if any(p.title for p in layout.paragraphs[:1]):
        return  # an article's line of this kind may head a part of its own
    headings = {n: h for n, p in enumerate(layout.paragraphs) if (h := _heading(place, p))}
    for number, heading in headings.items():
        if number + 1 < len(layout.paragraphs):
            yield from _writing(
                place, heading, run_of(place, number + 1, headings.keys(), long=True)
            )


def _writing(place: InArticle, heading: _Heading, below: Sequence[int]) -> Iterator[Speech]:
    """The statements of a writing: of the paragraphs below its heading, as far as it goes."""
    layout, author = place.layout, heading.author
    run = tuple(takewhile(lambda n: not is_signed_off(layout, n), below))
    content = spans_of(layout, [n for n in run if is_worded(layout, n)])
    if not any(says(layout, span) for span in content):
        return
    is_post = layout.tokens.words[heading.noun] in POSTS
    parts = (Part(run, content),) if is_post else parts_of(layout, run, content)
    cue, rule = (Range(heading.noun, heading.noun + 1),), HEADED_WRITING.rule
    yield from speeches_of(parts, rule, cue=cue, source=author, author=None)


def _heading(place: InArticle, paragraph: Paragraph) -> _Heading | None:
    """The heading that a line is; None where it heads no writing."""
    words, colon = place.layout.tokens.words, paragraph.end - 1
    noun = _noun(place.layout, paragraph) if words[colon] == ":" else None
    if noun is None or any(is_finite(words[i]) for i in range(noun, colon)):
        return None
    rendered = next((i for i in range(noun, colon) if words[i] in RENDERED), colon)
    author = named_behind(place.layout, noun, rendered)
    return _Heading(noun, author) if author and _writes(place, author) else None


def _noun(layout: Layout, paragraph: Paragraph) -> int | None:
    """The noun of a writing that opens a short line, behind signs and ``متن``; else None."""
    words, end = layout.tokens.words, paragraph.end - 1
    noun = next((i for i in range(paragraph.start, end) if words[i][0].isalnum()), end)
    if end - noun > _MAX_HEADING:
        return None
    if words[noun] == TEXT:
        noun += 1 + (words[noun + 1] in BETWEEN_DOCUMENT_AND_AUTHOR)
    return noun if words[noun] in HEADED_DOCUMENTS else None


def _writes(place: InArticle, author: Range) -> bool:
    """Whether a mention is of somebody who can write, or a name that is no common word.

    The post that somebody plays in is none that he writes: ``پست دروازه‌بان:``.
    """
    word = place.layout.tokens.words[author.start]
    if word in PLAYERS:
        return False
    known = is_a(word, _AUTHOR) or place.known.begins(place.layout, *author)
    return known or not is_common_form(word)


HEADED_WRITING = Construction(
    rule=Rule(
        "headed-writing",
        Meaning("متنی زیر سطری که آن را نام می‌برد", "a writing under a line that names it"),
        at_length=True,
    ),
    find=_headed_writings,
    example=Example(
        "بیانیه سازمان آب:\nسد شهر امسال پر شده است و آب کافی داریم.",
        "سازمان آب",
        "سد شهر امسال پر شده است و آب کافی داریم",
    ),
    why_here="Alone in its group, before the named lines: an item of the writing may begin like "
    "one.",
)
