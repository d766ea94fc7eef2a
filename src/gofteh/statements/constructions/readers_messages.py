"""What readers write to an outlet: ``پیام‌های شما درباره آب:`` over a list of messages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from gofteh.lexicon.acts import Act
from gofteh.lexicon.particles import OBJECT
from gofteh.lexicon.rules import Meaning
from gofteh.lexicon.talk import MESSAGES, READERS
from gofteh.statements.context import InArticle
from gofteh.statements.declared import Construction, Example, Rule
from gofteh.statements.paragraph_speeches import Speech, spans_of, speech
from gofteh.statements.phrases import is_finite
from gofteh.statements.writings import ITEM_SIGNS, says
from gofteh.text.layout import Layout

# The heading is one of the first paragraphs, and so many messages stand below it.
_HEADING, _MIN_MESSAGES = 3, 3


def _messages(place: InArticle) -> Iterator[Speech]:
    """Each item of the list, as the words of a reader whom the article does not name."""
    heading = _heading(place.layout)
    if heading is None:
        return
    items = [n for n in _items(place.layout, heading) if not place.furniture[n]]
    if len(items) < _MIN_MESSAGES:
        return
    for number in items:
        found = speech((number,), spans_of(place.layout, [number]), READERS_MESSAGE.rule, Act.WRITE)
        yield replace(found, draft=replace(found.draft, unknown=True))


def _heading(layout: Layout) -> int | None:
    """The paragraph that announces readers' messages: ``روایت شما از …``."""
    for number, paragraph in enumerate(layout.paragraphs[:_HEADING]):
        words = layout.tokens.of(paragraph.range)
        pairs = enumerate(pairwise(words))
        at = next((i for i, (a, b) in pairs if a in MESSAGES and b in READERS), None)
        if at is not None and not _tells(words, at):
            return number
    return None


def _tells(words: Sequence[str], at: int) -> bool:
    """Whether a paragraph tells something of the messages: ``شهردار: صدای مردم را شنیدیم``."""
    return ":" in words[:at] or OBJECT in words[at:] or any(map(is_finite, words))


def _items(layout: Layout, heading: int) -> Iterator[int]:
    """The paragraphs behind a sign of a list, in their line or alone in the line above."""
    signed = False
    for number, paragraph in enumerate(layout.paragraphs[heading + 1 :], heading + 1):
        words = layout.tokens.of(paragraph.range)
        worded = any(w[0].isalnum() for w in words)
        if worded and (signed or words[0] in ITEM_SIGNS) and says(layout, paragraph.range):
            yield number
        signed = not worded and words[0] in ITEM_SIGNS


READERS_MESSAGE = Construction(
    rule=Rule(
        "readers-message",
        Meaning("پیام خوانندگان رسانه", "a message that a reader sent to the outlet"),
    ),
    find=_messages,
    example=Example(
        "پیام‌های شما درباره آب:\n🔹 دو روز است که آب نداریم.\n🔹 فشار آب کم شده است.\n"
        "🔹 در کوچه ما لوله ترکیده است.",
        None,
        "دو روز است که آب نداریم",
    ),
    why_here="Before named lines, the last group: a place in front of a message and a colon "
    "(``از سپیدار: …``) is no speaker.",
)
