"""A statement as a journalist cites it, in Persian and in English."""

from __future__ import annotations

import re

from gofteh.records import Manner
from gofteh.report.html.inert import inert_text
from gofteh.report.html.view import role_of
from gofteh.server.pages.language import Language, Words, words_of
from gofteh.store import StoredStatement

# First strong isolate and its end: what runs the other way than the line stays in its place.
_ISOLATE, _END = "\u2068", "\u2069"
_LATIN = re.compile("[A-Za-z]")


def citation(stored: StoredStatement, language: Language, address: str) -> str:
    """Return lines: who and the words; outlet, day and title; the article's link; ours.

    Only words that the article gives as literal stand in quotation marks; retold ones are named
    so. ``address`` is that of the statement's page.
    """
    words = words_of(language)
    parts = [
        words.say("cite-said", who=_who(stored, words), what=_what(stored, words)),
        _where(stored, words),
        _apart(inert_text(stored.article.url or ""), words),
        words.say("cite-found", address=_apart(address, words)),
    ]
    return "\n".join(str(part) for part in parts if part)


def _who(stored: StoredStatement, words: Words) -> str:
    speaker = stored.statement.speaker
    name = inert_text(" ".join((speaker.name or "").split())) or str(words.say("no-name"))
    who = [_apart(name, words), _apart(role_of(speaker), words)]
    return str(words.say("comma-space")).join(part for part in who if part)


def _what(stored: StoredStatement, words: Words) -> str:
    content = inert_text(" ".join(stored.statement.content_text.split()))
    if stored.statement.manner is Manner.DIRECT:
        return _apart(f"«{content}»", words)
    return str(words.say("cite-retold", content=_apart(content, words)))


def _where(stored: StoredStatement, words: Words) -> str:
    head = stored.article
    day = f"{words.day(head.day)} ({words.other_day(head.day)})" if head.day else head.published
    title = inert_text(" ".join((head.title or "").split()))
    parts = [
        _apart(inert_text(head.outlet or ""), words),
        day or "",
        words.say("cite-title", title=_apart(title, words)) if title else "",
    ]
    return str(words.say("comma-space")).join(str(part) for part in parts if part)


def _apart(text: str, words: Words) -> str:
    """A part of the line, isolated where it may hold letters of the other direction."""
    if not text or (words.language is Language.FA and not _LATIN.search(text)):
        return text
    return f"{_ISOLATE}{text}{_END}"
