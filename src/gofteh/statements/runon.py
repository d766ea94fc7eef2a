"""Speeches that go on in the next paragraph."""

from __future__ import annotations

from dataclasses import replace

from gofteh.lexicon.boundaries import FIRST_PERSON
from gofteh.lexicon.classes import Class, is_a
from gofteh.lexicon.entries import Trait
from gofteh.lexicon.forms import lemmas_with
from gofteh.lexicon.heads import FIRST_PERSON_PRONOUNS
from gofteh.lexicon.particles import ONGOING_OR_NOT, TO
from gofteh.lexicon.signs import CLOSING_QUOTES, OPENING_QUOTES
from gofteh.lexicon.talk import QUOTED_AT_LENGTH
from gofteh.records import Manner
from gofteh.statements.constructions.declarations import DECLARATION
from gofteh.statements.direct_speech import is_reporters
from gofteh.statements.drafts import Draft, trim
from gofteh.statements.writings import says
from gofteh.text.layout import Layout, Paragraph
from gofteh.text.tokens import Range

# A paragraph that opens so speaks about the document: ``در این نامه``, ``این در حالی است که``.
_POINTS_BACK = frozenset({"این", "در", "وی", "او"})
_PROSE_ENDS = frozenset('.!؟»"')
# A closing mark is looked for in so many paragraphs: further off it belongs to another quotation.
_MAX_PARAGRAPHS = 30
# How a verb's first person ends: ``می‌رویم``, ``می‌کنم``, ``می‌برم``.
_FIRST_PERSON_ENDS = ("یم", "نم", "رم")
_BODY = Class.ORGANISATION | Class.KNOWN_ORGANISATION
# Also opens a new turn: ``به نظر من …``.
_TURNS = frozenset({TO})


def reach(layout: Layout, last: Draft, number: int, *, others_speak: bool) -> int | None:
    """Return where the speech that ends the paragraph before ends in this one, or None.

    It goes on in an open quotation, or in first-person prose in which nobody else speaks.
    """
    if last.paragraph != number - 1 or last.manner is not Manner.DIRECT or last.rule.headline:
        return None
    previous, paragraph = layout.paragraphs[number - 1], layout.paragraphs[number]
    words = layout.tokens.words
    if max(b for _, b in last.content) < previous.end - 3:
        return None
    if (closing := _closing(layout, last, number)) is not None:
        return min(closing, paragraph.end)
    if words[previous.end - 1] == ":" and last.content[-1][1] >= previous.end - 1:
        return paragraph.end
    if others_speak or is_reporters(layout, paragraph.start, paragraph.end):
        return None
    if (reopened := _reopened(layout, last, paragraph)) is not None:
        return reopened
    first_person = speaks_of_itself(layout, paragraph.range) and _is_prose(layout, paragraph)
    written = words[paragraph.start] not in _POINTS_BACK and writes_on(layout, last)
    return paragraph.end if first_person or written else None


def _reopened(layout: Layout, last: Draft, paragraph: Paragraph) -> int | None:
    """Where a quotation ends that each paragraph opens anew, with or without closing it.

    ``«A.»`` over ``«B.»``; only where nothing else stands in the paragraph.
    """
    words, start = layout.tokens.words, paragraph.start
    quoted = words[last.content[-1][0] - 1] in OPENING_QUOTES
    if not quoted or words[start] not in OPENING_QUOTES:
        return None
    close = layout.closing.get(start)
    if close is None:
        return paragraph.end
    return paragraph.end if close >= paragraph.end - 2 else None


def writes_on(layout: Layout, last: Draft) -> bool:
    """Return whether a draft is an unquoted writing with paragraphs: ``در پیامی نوشت:``.

    So is what a body announces behind a colon, in paragraphs of its own: ``باشگاه اعلام کرد:``.
    """
    words, begin = layout.tokens.words, last.content[0][0]
    if last.rule is DECLARATION.rule and not last.cue:
        return last.lemma is not None  # a paragraph that `further` has found
    if not last.rule.in_next_paragraph or not last.cue or words[begin - 1] in OPENING_QUOTES:
        return False
    if last.source and is_a(words[last.source.start], _BODY):
        return True
    if last.lemma not in lemmas_with(Trait.WRITES):
        return False
    number = layout.paragraph_at(last.cue[0][0])
    sentence = layout.paragraphs[number].sentences
    first = max((a for a, _ in sentence if a <= last.cue[0][0]), default=begin)
    return any(w in QUOTED_AT_LENGTH for w in words[first : last.cue[0][0]])


def further(layout: Layout, last: Draft, number: int) -> Draft | None:
    """Return the statement that a further paragraph of a writing is; None where it says nothing."""
    paragraph = layout.paragraphs[number]
    content = trim(layout, paragraph.start, paragraph.end)
    if layout.tokens.words[paragraph.start - 2] == ":" or not says(layout, content):
        return None
    return replace(
        last, content=(content,), cue=(), source=None, antecedent=last.source or last.antecedent,
        rule=DECLARATION.rule, paragraph=number,
    )  # fmt: skip


def extended(layout: Layout, last: Draft, number: int) -> Draft:
    """Return a draft whose content has a further span: its part of a further paragraph."""
    paragraph = layout.paragraphs[number]
    closing = _closing(layout, last, number)
    end = paragraph.end if closing is None else min(closing, paragraph.end)
    more: Range = trim(layout, paragraph.start, end)
    content = (*last.content, more) if more[1] > more[0] else last.content
    return replace(last, content=content, paragraph=number)


def _closing(layout: Layout, last: Draft, number: int) -> int | None:
    """The token that closes the quotation a draft begins with, in this paragraph or a later one."""
    words = layout.tokens.words
    opening = last.content[0][0] - 1
    if words[opening] not in OPENING_QUOTES or opening in layout.closing:
        return None
    first = layout.paragraph_at(opening) + 1
    for paragraph in layout.paragraphs[first : first + _MAX_PARAGRAPHS]:
        for i in range(paragraph.start + 1, paragraph.end):
            if words[i] in CLOSING_QUOTES and i not in layout.opening and i not in layout.closing:
                return i if i >= layout.paragraphs[number].start else None
    return None


def speaks_of_itself(layout: Layout, span: Range) -> bool:
    """Return whether the first person speaks in a span: ``ما``, ``می‌رویم``."""
    return any(w in FIRST_PERSON or is_first_person(w) for w in layout.tokens.of(span))


def is_first_person(word: str) -> bool:
    """Return whether a word looks like a verb of the first person: ``می‌رویم``."""
    return len(word) > 4 and word.startswith(ONGOING_OR_NOT) and word.endswith(_FIRST_PERSON_ENDS)


def _is_prose(layout: Layout, paragraph: Paragraph) -> bool:
    """Whether a paragraph is a whole sentence and does not open as a new turn of talk does."""
    words = layout.tokens.words
    opens = FIRST_PERSON_PRONOUNS | _TURNS
    return words[paragraph.end - 1] in _PROSE_ENDS and words[paragraph.start] not in opens
