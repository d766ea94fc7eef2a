"""How a template becomes an answer: language, colours, navigation, and forms of our own."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Callable
from functools import cache
from typing import Any
from urllib.parse import quote, urlencode

from fastapi import Request
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from persiantools.jdatetime import JalaliDate
from starlette.responses import HTMLResponse

from gofteh.records import Polarity
from gofteh.report.html.inert import inert, inert_text
from gofteh.report.html.view import role_of
from gofteh.server.pages.fonts import face as font_face
from gofteh.server.pages.language import Language, Words, words_of
from gofteh.server.pages.static import address_of, fonts_address
from gofteh.server.pages.wordings import word_diff
from gofteh.server.security import csrf
from gofteh.server.security.access import Access
from gofteh.version import __version__

_NAVIGATION = (
    ("search", "/"),
    ("speakers", "/speakers"),
    ("outlets", "/outlets"),
    ("paste", "/paste"),
    ("saved", "/saved"),
    ("corrections", "/corrections"),
    ("about", "/about"),
)
# Years from here on are Gregorian, those before Jalali.
_WESTERN = 1700
_THEMES = ("auto", "light", "dark")
_YEAR = 365 * 24 * 3600
# Stands in a drawn page where each reader's forms have their own signature. No text holds it.
_FORM_TOKEN = f"form-{secrets.token_hex(16)}"


def one_line(text: str) -> str:
    """Return a text in one line."""
    return " ".join(text.split())


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("gofteh.server.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        inert=inert,
        plain=inert_text,
        one_line=one_line,
        role=role_of,
        iso=lambda seconds: dt.datetime.fromtimestamp(seconds, dt.UTC).isoformat(),
        quoted=lambda text: quote(text, safe=""),
        isolated=lambda text: Markup("<bdi>{}</bdi>").format(inert(str(text))),
        is_leap=lambda year: year < _WESTERN and JalaliDate.is_leap(year),
        polarity=lambda polarity, words: words.polarity(Polarity(polarity)),
    )
    environment.globals.update(
        static=address_of, fonts=fonts_address, font=font_face, link=_link, word_diff=word_diff
    )
    return environment


def _link(address: str, label: str) -> Markup:
    return Markup('<a href="{}"><bdi>{}</bdi></a>').format(address, inert(label))


def words_for(request: Request) -> Words:
    """Return the interface in the reader's language: as the address says, else the cookie."""
    for asked in (request.query_params.get("lang"), request.cookies.get("lang")):
        if asked in set(Language):
            return words_of(Language(asked))
    return words_of(Language.FA)


def theme_for(request: Request) -> str:
    """Return ``light``, ``dark``, or nothing where the device decides."""
    for asked in (request.query_params.get("theme"), request.cookies.get("theme")):
        if asked in _THEMES:
            return "" if asked == "auto" else asked
    return ""


def render(
    request: Request,
    template: str,
    *,
    section: str = "",
    access: Access | None = None,
    status: int = 200,
    **values: Any,
) -> HTMLResponse:
    """Return a page. ``section`` is its place in the navigation, ``access`` who reads it."""
    context = {
        **_shared(request, section),
        "user": access.name if access else None,
        "form_field": csrf.FIELD,
        "form_token": lambda: _FORM_TOKEN,
        **values,
    }
    html = _environment().get_template(template).render(context)
    # A lone surrogate is no text of any page; what is left of one is shown as U+FFFD.
    request.state.drawn = html.encode("utf-8", "replace")
    return answered(request, request.state.drawn, status)


def answered(request: Request, drawn: bytes, status: int = 200) -> HTMLResponse:
    """Return a drawn page as the answer to one reader: with the signature of his forms."""
    place = _FORM_TOKEN.encode()
    if place in drawn:
        drawn = drawn.replace(place, csrf.form_token(request).encode())
    response = HTMLResponse(drawn, status)
    csrf.keep(request, response)
    _remember_choices(request, response)
    return response


def _shared(request: Request, section: str) -> dict[str, Any]:
    words = words_for(request)
    other = Language.EN if words.language is Language.FA else Language.FA
    return {
        "w": words,
        "theme": theme_for(request),
        "themes": [(name, name) for name in _THEMES],
        "other_language": other,
        "navigation": _NAVIGATION,
        "section": section,
        "here": _here(request),
        "version": __version__,
        "demo": request.app.state.settings.demo,
    }


def _here(request: Request) -> Callable[..., str]:
    """Return what makes the address of this page with another language or colour."""
    path = quote(request.url.path, safe="/:@!$&'()*+,;=~-._")
    kept = [pair for pair in request.query_params.multi_items() if pair[0] not in ("lang", "theme")]
    if request.method not in ("GET", "HEAD"):
        kept = []
    return lambda **chosen: f"{path}?{urlencode([*kept, *chosen.items()])}"


def _remember_choices(request: Request, response: HTMLResponse) -> None:
    for name, known in (("lang", tuple(Language)), ("theme", _THEMES)):
        value = request.query_params.get(name)
        if value is not None and value in known:
            response.set_cookie(name, value, max_age=_YEAR, httponly=True, samesite="lax")
