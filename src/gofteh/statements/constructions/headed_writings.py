"""Writings under a line that only names them: ``بیانیه سازمان آب:`` over its paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from itertools import takewhile

from gofteh.lexicon.acts import Act
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
    speech,
)
from gofteh.statements.phrases import is_finite
from gofteh.statements.writings import parts_of, says
from gofteh.text.layout import Paragraph
from gofteh.text.tokens import Range

# A heading is a short line.
_MAX_HEADING = 24
_AUTHOR = WRITES | Class.HONORIFIC


def _headed_writings(place: InArticle) -> Iterator[Speech]:
    """``بیانیه X:`` alone in its line: a statement a paragraph below; a post is one."""
    layout = place.layout
    if any(p.title for p in layout.paragraphs[:1]):
        return  # an article's line of this kind may head a part of its own
    headings = {n: s for n, p in enumerate(layout.paragraphs) if (s := _heading(place, p))}
    for number, (noun, source) in headings.items():
        if number + 1 < len(layout.paragraphs):
            yield from _writing(place, number, noun, source, headings.keys())


def _writing(
    place: InArticle, number: int, noun: int, source: Range, stops: AbstractSet[int]
) -> Iterator[Speech]:
    layout = place.layout
    below = run_of(place, number + 1, stops, long=True)
    run = tuple(takewhile(lambda n: not is_signed_off(layout, n), below))
    content = spans_of(layout, [n for n in run if is_worded(layout, n)])
    if not any(says(layout, span) for span in content):
        return
    cue = (Range(noun, noun + 1),)
    if layout.tokens.words[noun] in POSTS:
        yield speech(run, content, HEADED_WRITING.rule, Act.WRITE, cue=cue, source=source)
        return
    first, *further = parts_of(layout, run, content)
    yield speech(
        first.paragraphs, first.content, HEADED_WRITING.rule, Act.WRITE, cue=cue, source=source
    )
    for part in further:
        yield speech(
            part.paragraphs, part.content, HEADED_WRITING.rule, Act.WRITE, antecedent=source
        )


def _heading(place: InArticle, paragraph: Paragraph) -> tuple[int, Range] | None:
    """The noun and the author of the writing that a line heads; None where it heads none."""
    layout, words = place.layout, place.layout.tokens.words
    colon = paragraph.end - 1
    inside = range(paragraph.start, colon)
    noun = next((i for i in inside if words[i][0].isalnum()), None)
    if noun is None or paragraph.title or words[colon] != ":" or colon - noun > _MAX_HEADING:
        return None
    if words[noun] == TEXT:
        noun += 1 + (words[noun + 1] in BETWEEN_DOCUMENT_AND_AUTHOR)
    if words[noun] not in HEADED_DOCUMENTS or any(is_finite(words[i]) for i in inside):
        return None
    rendered = next((i for i in inside if words[i] in RENDERED and i > noun), colon)
    author = named_behind(layout, noun, rendered)
    if author is None or not _writes(place, author):
        return None
    # the post that somebody plays in is none that he writes: ``پست دروازه‌بان:``
    return None if words[author.start] in PLAYERS else (noun, author)


def _writes(place: InArticle, author: Range) -> bool:
    """Whether a mention is of somebody who can write, or a name that is no common word."""
    word = place.layout.tokens.words[author.start]
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
