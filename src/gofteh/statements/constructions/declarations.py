"""Texts that a paragraph announces: letters, declarations, messages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from gofteh.lexicon.particles import FROM, SEMICOLON, THIS, TO
from gofteh.lexicon.rules import Meaning
from gofteh.lexicon.signs import OPENING_QUOTES
from gofteh.lexicon.talk import ANNOUNCED_DOCUMENTS, AS_FOLLOWS
from gofteh.statements.authors import Announcement, author_of
from gofteh.statements.context import InArticle
from gofteh.statements.declared import Construction, Example, Rule
from gofteh.statements.drafts import trim
from gofteh.statements.interviews import questions_of
from gofteh.statements.paragraph_speeches import Speech, run_of, spans_of, speeches_of
from gofteh.statements.writings import parts_of
from gofteh.text.layout import Layout, Paragraph
from gofteh.text.tokens import Range

# Words in which ``به شرح زیر است`` is looked for.
_AS_FOLLOWS = 6
# ``به شرح زیر``, ``بدین شرح``, ``از این قرار``: *as follows*.
_AS = (TO, "بدین", FROM)
# Signs in front of a declaration's own text.
_BEFORE_TEXT = (":", SEMICOLON)


@dataclass(frozen=True, slots=True)
class AnnouncedText:
    """A text that is announced (``متن نامه X به شرح زیر است:``), by two token indices.

    ``noun`` is the document's noun, ``sign`` the colon or semicolon behind which the text begins.
    """

    noun: int
    sign: int


def _declarations(place: InArticle) -> Iterator[Speech]:
    """``متن نامه X به شرح زیر است:``: each text that a paragraph announces."""
    announced, questions = _announced(place.layout), questions_of(place.layout)
    stops = announced.keys() | questions
    for number, text in announced.items():
        if number + 1 not in questions:  # what is announced is an interview
            yield from _declaration(place, number, text, stops)


def _declaration(
    place: InArticle, number: int, text: AnnouncedText, stops: AbstractSet[int]
) -> Iterator[Speech]:
    """The text that a paragraph announces, a statement a paragraph; its cue is the first one's.

    ``stops`` are the paragraphs that announce others, or ask.
    """
    layout, paragraph = place.layout, place.layout.paragraphs[number]
    if text.sign + 1 < paragraph.end:
        run, content = _beside(place, number, text.sign + 1, stops)
    else:
        run = run_of(place, number + 1, stops, long=True)
        content = spans_of(layout, run)
    announcement = Announcement(layout, number, text.noun, text.sign, content, place.known)
    source: Range | None
    source, author = author_of(announcement)
    cue = (Range(text.noun, text.noun + 1), *_as_follows(layout, paragraph, text))
    if source and _runs_into(source, (*cue, Range(text.sign, layout.paragraphs[-1].end))):
        source, author = None, source
    parts = parts_of(layout, run, content)
    yield from speeches_of(parts, DECLARATION.rule, cue=cue, source=source, author=author)


def _runs_into(mention: Range, others: Sequence[Range]) -> bool:
    """Whether a mention has a token of the cue or of the text: it is no source of its own then."""
    return any(mention.start < end and start < mention.end for start, end in others)


def _as_follows(layout: Layout, paragraph: Paragraph, text: AnnouncedText) -> tuple[Range, ...]:
    """The words ``به شرح زیر است`` in front of the sign, if noun and sign share a sentence."""
    words, sign = layout.tokens.words, text.sign
    if any(text.noun < a <= sign for a, _ in paragraph.sentences):
        return ()
    tail = range(max(text.noun + 1, sign - _AS_FOLLOWS), sign)
    first = next((i for i in tail if words[i] in _AS), None)
    return (Range(first, sign),) if first is not None and _follows(words[first:sign]) else ()


def _beside(
    place: InArticle, number: int, begin: int, stops: AbstractSet[int]
) -> tuple[tuple[int, ...], tuple[Range, ...]]:
    """The text that begins in the paragraph that announces it: a quotation, or what follows."""
    layout, paragraph = place.layout, place.layout.paragraphs[number]
    if layout.tokens.words[begin] in OPENING_QUOTES:
        end = layout.closing.get(begin, paragraph.end)
        return (number,), (trim(layout, begin, end),)
    beside = trim(layout, begin, paragraph.end)
    if not any(w[0].isalnum() for w in layout.tokens.of(beside)):  # signs alone
        return (number,), ()
    run = run_of(place, number, stops, long=True)
    return run, (beside, *spans_of(layout, run[1:]))


def _announced(layout: Layout) -> dict[int, AnnouncedText]:
    """The paragraphs that announce a text, by their index."""
    words = layout.tokens.words
    out = {}
    for number, paragraph in enumerate(layout.paragraphs):
        if ANNOUNCED_DOCUMENTS.isdisjoint(words[paragraph.start : paragraph.end]):
            continue
        text = _announced_in(layout, paragraph)
        last = number + 1 == len(layout.paragraphs)
        if text and not (last and text.sign + 1 == paragraph.end):
            out[number] = text
    return out


def _announced_in(layout: Layout, paragraph: Paragraph) -> AnnouncedText | None:
    """The text that a paragraph announces, and the document that it is of.

    ``در این نامه آمده A. متن این نامه به شرح زیر است:``: the first that is not pointed back to.
    """
    words = layout.tokens.words
    nouns = [i for i in range(*paragraph.range) if words[i] in ANNOUNCED_DOCUMENTS]
    signs = (i for i in range(nouns[0], paragraph.end) if words[i] in _BEFORE_TEXT)
    sign = next((i for i in signs if _follows(words[nouns[0] : i])), None)
    if sign is None:
        return None
    own = (i for i in nouns if i < sign and words[i - 1] != THIS)
    return AnnouncedText(next(own, nouns[0]), sign)


def _follows(words: Sequence[str]) -> bool:
    """Whether words end in ``به شرح زیر است`` or the like."""
    return any(s in "".join(words[-_AS_FOLLOWS:]) for s in AS_FOLLOWS)


DECLARATION = Construction(
    rule=Rule(
        "declaration",
        Meaning("متن بیانیه یا نامه", "the text of a declaration or letter"),
        at_length=True,
    ),
    find=_declarations,
    example=Example(
        "متن پیام مدیر سد به شرح زیر است:\nآب سد امسال کم است.", "مدیر سد", "آب سد امسال کم است"
    ),
    why_here="Alone in its group: documents are looked for in every article, also beside a "
    "dialogue.",
)
