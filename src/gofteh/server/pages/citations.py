"""A statement as a journalist cites it, in Persian and in English."""

from __future__ import annotations

import re

from gofteh.records import Manner, Quoted, Statement
from gofteh.report.html.inert import inert_text
from gofteh.report.html.view import role_of
from gofteh.server.pages.language import Language, Words, words_of
from gofteh.store import StoredStatement

# First strong isolate and its end: what runs the other way than the line stays in its place.
_ISOLATE, _END = "\u2068", "\u2069"
_LATIN = re.compile("[A-Za-z]")


def citation(stored: StoredStatement, language: Language, address: str | None) -> str:
    """Return lines: who and the words; outlet, day and title; the article's link; ours.

    Only words that stand in quotation marks in the article stand so here; the rest is told to be
    without them, or retold, and what was denied or not said is told to be. ``address`` is that of
    the statement's page, ``None`` where nobody else could follow it.
    """
    words = words_of(language)
    parts = [
        said_by(stored, words),
        _where(stored, words),
        _apart(inert_text(stored.article.url or ""), words),
        words.say("cite-found", address=_apart(address, words)) if address else "",
    ]
    return "\n".join(str(part) for part in parts if part)


def said_by(stored: StoredStatement, words: Words) -> str:
    """Return who said what: in marks, retold or denied as the article has it."""
    return str(words.say("cite-said", who=_who(stored, words), what=what_was_said(stored, words)))


def _who(stored: StoredStatement, words: Words) -> str:
    speaker = stored.statement.speaker
    name = inert_text(" ".join((speaker.name or "").split())) or str(words.say("no-name"))
    who = [_apart(name, words), _apart(role_of(speaker), words)]
    return str(words.say("comma-space")).join(part for part in who if part)


def what_was_said(stored: StoredStatement, words: Words) -> str:
    """Return the words: in marks where the article has them, else told to be without, or retold."""
    content = inert_text(" ".join(stored.said.split()))
    said = _said(stored.statement, content, words)
    polarity = words.polarity(stored.statement.polarity)
    return str(words.say("cite-polarity", what=said, polarity=polarity)) if polarity else said


def _said(statement: Statement, content: str, words: Words) -> str:
    """The words as the article gives them: quoted, behind a colon without marks, or retold."""
    if statement.quoted is Quoted.ALL:
        return _apart(f"«{content}»", words)
    how = "cite-unquoted" if statement.manner is Manner.DIRECT else "cite-retold"
    return str(words.say(how, content=_apart(content, words)))


def _where(stored: StoredStatement, words: Words) -> str:
    head = stored.article
    day = f"{words.day(head.day)} ({words.other_day(head.day)})" if head.day else head.published
    title = inert_text(" ".join((head.title or "").split()))
    parts = [
        _apart(inert_text(words.outlet(head.outlet or "")), words),
        day or "",
        words.say("cite-title", title=_apart(title, words)) if title else "",
    ]
    return str(words.say("comma-space")).join(str(part) for part in parts if part)


def _apart(text: str, words: Words) -> str:
    """A part of the line, isolated where it may hold letters of the other direction."""
    if not text or (words.language is Language.FA and not _LATIN.search(text)):
        return text
    return f"{_ISOLATE}{text}{_END}"
