"""A statement as a card that another site can paste into its page: HTML alone, no script. Pure."""

from __future__ import annotations

from markupsafe import Markup, escape

from gofteh.report.html.inert import inert_text
from gofteh.report.html.view import role_of, web_address
from gofteh.server.pages.citations import what_was_said
from gofteh.server.pages.language import Words
from gofteh.store import StoredStatement

# Inline, as the site that takes it has no style of ours. Colours follow its own text.
_FRAME = "margin:1em 0;padding:.75em 1.25em;border-inline-start:4px solid #1a5a66"
_SOURCE = "font-size:.85em;opacity:.85"


def card(stored: StoredStatement, words: Words, address: str | None) -> str:
    """Return the HTML; ``address`` is that of the statement's page, where others can reach it."""
    statement = stored.statement
    who = Markup("، ").join(
        escape(part)
        for part in (
            _line(statement.speaker.name) or words.say("no-name"),
            role_of(statement.speaker),
        )
        if part
    )
    lines = [
        Markup('<blockquote dir="rtl" lang="fa" style="{}"{}>').format(_FRAME, _cite(stored)),
        Markup('<p style="font-size:1.15em;line-height:1.9;margin:0 0 .4em">{}</p>').format(
            what_was_said(stored, words)
        ),
        Markup('<p style="margin:0"><b>{}</b></p>').format(who),
        Markup('<p style="{}">{}</p>').format(
            f"margin:0;{_SOURCE}", _source(stored, words, address)
        ),
        Markup("</blockquote>"),
    ]
    return "\n".join(lines)


def _line(text: str | None) -> str:
    return inert_text(" ".join((text or "").split()))


def _cite(stored: StoredStatement) -> Markup:
    url = web_address(stored.article.url)
    return Markup(' cite="{}"').format(url) if url else Markup()


def _source(stored: StoredStatement, words: Words, address: str | None) -> Markup:
    head = stored.article
    outlet = Markup("<bdi>{}</bdi>").format(_line(words.outlet(head.outlet))) if head.outlet else ""
    day = words.day(head.day) if head.day else ""
    where = Markup(words.say("comma-space")).join(part for part in (outlet, day) if part)
    url = web_address(head.url)
    parts = [Markup('<a href="{}">{}</a>').format(url, where) if url and where else where]
    if address:
        parts.append(Markup('<a href="{}">{}</a>').format(address, words.say("brand")))
    return Markup(" · ").join(part for part in parts if part)
