"""The search page: the newest statements, and any that are asked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from operator import itemgetter
from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from starlette.responses import Response

from gofteh.read.dates import TEHRAN
from gofteh.records import Manner, SpeakerKind
from gofteh.report.html.inert import inert_text
from gofteh.report.html.persian import ACTS
from gofteh.server.pages.asked import ARTICLES, Asked, AskedError
from gofteh.server.pages.keeping import KeptTurn
from gofteh.server.pages.language import Words
from gofteh.server.pages.page import one_line, render, words_for
from gofteh.server.pages.persons import best_names
from gofteh.server.pages.spellings import spellings
from gofteh.server.pages.spoken_dates import days_said
from gofteh.server.pages.taking import KINDS, MOST
from gofteh.server.pages.years import Year, choice_of_years, years
from gofteh.server.security.access import Access, Reader
from gofteh.server.stores import Lent
from gofteh.store import Count, Facet, Facets, Order, Page, Piece, Query, QueryError, Store, slips
from gofteh.store.query import All, any_of, parse
from gofteh.store.snippets import snippet
from gofteh.store.sought import sought

router = APIRouter(route_class=KeptTurn)

_CONFIDENCES = ("0.5", "0.7", "0.8", "0.9")
_EXAMPLES = ("آب", "«خبر داد» یا هشدار", "بودجه نه مجلس", "اتوبوس*")
# So few results may come of a slip.
_FEW = 3
# Of a sentence's words in the name of a link.
_SHOWN_WORDS = 4
_FACETS = ("speaker", "outlet", "manner", "kind", "act")


@dataclass(frozen=True, slots=True)
class _Value:
    """A value to narrow results to, as a link."""

    label: str
    count: str
    address: str
    on: bool
    persian: bool


@router.get("/")
def search(request: Request, access: Reader, stores: Lent) -> Response:
    """Show the statements, or articles, that match, with what narrows them down."""
    asked, words = Asked.of(request.query_params), words_for(request)
    cursor = request.query_params.get("cursor") or None
    with stores.lend() as store:
        shown = _beside(store, asked, words)
        try:
            query = asked.query()
            shown["page"] = _found(store, asked, query, cursor)
            if cursor is None:
                shown |= _asides(store, asked, query, shown["page"], words)
            if not asked.of_articles:
                hits = (hit.stored for hit in shown["page"].items)
                shown["persons"] = best_names(store, hits)
                shown["mark"] = _marker(asked)
            shown["left_out"] = _undated(store, asked, words)
            if request.query_params.get("facets"):
                shown |= _facets(store, asked, query, words)
        except AskedError as error:
            return _refused(request, access, shown, f"bad-{error.field}", error.field)
        except QueryError as error:
            return _refused(request, access, shown, f"bad-{error.code}")
    return render(
        request, "search.html.j2", section="search", access=access, first=cursor is None, **shown
    )


@router.get("/facets")
def facets(request: Request, _access: Reader, stores: Lent) -> Response:
    """Return the counts by group, for the script that loads them beside the page."""
    asked, words = Asked.of(request.query_params), words_for(request)
    with stores.lend() as store:
        try:
            shown = _facets(store, asked, asked.query(), words)
        except AskedError as error:
            raise QueryError(f"{error.field} cannot be understood.") from error
    return render(request, "facets.html.j2", **shown)


def _marker(asked: Asked) -> Callable[[str], tuple[Piece, ...]]:
    """Return what marks the words that were searched for in a speaker's name and role."""
    nodes = [node for node in (sought(asked.q), parse(asked.who)) if node]
    return lambda text: snippet(text, All(tuple(nodes)), len(text)) if nodes else (Piece(text),)


def _found(store: Store, asked: Asked, query: Query, cursor: str | None) -> Page[Any]:
    if asked.of_articles:
        return store.search_articles(query, cursor)
    return store.search(query, cursor)


def _asides(
    store: Store, asked: Asked, query: Query, page: Page[Any], words: Words
) -> dict[str, Any]:
    """What is told above the results: slips of the query, spellings found, what may be meant.

    Articles are counted here; statements are beside the page, with what narrows them down.
    """
    count = told(store.count_articles(query), words, "articles-count") if asked.of_articles else ""
    meant = store.meant(query, articles=asked.of_articles) if len(page.items) < _FEW else None
    return {
        "count": count,
        "slips": slips(asked.q),
        "spellings": spellings(asked.q, (hit.snippet for hit in page.items)),
        "meant": replace(asked, q=meant.words, who=meant.speaker_name) if meant else None,
    }


def _undated(store: Store, asked: Asked, words: Words) -> str:
    """How many statements without a date a range of days leaves out, in words."""
    if not asked.leaves_undated_out or asked.of_articles:
        return ""
    found = store.count(asked.of_undated().query())
    number = words.number(found.number)
    return str(words.say("undated-out", number=number)) if found.number else ""


def _refused(
    request: Request, access: Access, shown: dict[str, Any], problem: str, field: str = ""
) -> Response:
    shown |= {"problem": problem, "bad_field": field}
    return render(
        request, "search.html.j2", section="search", access=access, status=400, first=True, **shown
    )


def _beside(store: Store, asked: Asked, words: Words) -> dict[str, Any]:
    """What the page shows beside the results."""
    labels = _labels(words)
    return {
        "asked": asked,
        "atom": _atom(asked),
        "page": Page(()),
        "problem": None,
        "bad_field": "",
        "facets": None,
        "count": "",
        "over": "",
        "examples": _EXAMPLES,
        "left_out": "",
        "slips": (),
        "spellings": (),
        "meant": None,
        "persons": {},
        "mark": None,
        "kinds_to_take": tuple(KINDS),
        "most_to_take": words.number(MOST),
        "years": choice_of_years(store, words),
        "outlet_names": sorted(_named(store.outlet_names(), words), key=itemgetter(1)),
        "choices": [
            ("kind", tuple(SpeakerKind), words.kind),
            ("manner", tuple(Manner), words.manner),
            ("act", tuple(ACTS), words.act),
        ],
        "confidences": _CONFIDENCES,
        "chips": [(one, _chip(store, one.field, one.value, labels)) for one in asked.filters()],
        "cleared": Asked(q=asked.q, scope=asked.scope).address(),
        "teaching": _teaching(asked),
    }


def _named(outlets: Iterable[str], words: Words) -> Iterator[tuple[str, str]]:
    """Yield the names of outlets, each with the one that it is shown by."""
    return ((name, words.outlet(name)) for name in outlets)


def _atom(asked: Asked) -> str:
    """Return the address of a question's Atom feed: the API calls some parts by other names."""
    pairs = [
        *(("words", asked.q), ("speaker", asked.speaker), ("speaker_name", asked.who)),
        *(("min_confidence", asked.confidence), ("since", asked.since), ("until", asked.until)),
        *(("outlet", one) for one in asked.outlets),
        *(("kind", one) for one in asked.kinds),
        *(("manner", one) for one in asked.manners),
        *(("act", one) for one in asked.acts),
    ]
    return f"/api/v1/search.atom?{urlencode([pair for pair in pairs if pair[1]])}"


def _labels(words: Words) -> dict[str, Any]:
    today = dt.datetime.now(TEHRAN).date()
    return {
        "kind": words.kind,
        "manner": words.manner,
        "act": words.act,
        "outlet": words.outlet,
        "confidence": lambda share: words.say("at-least", share=words.percent(float(share))),
        "since": lambda text: f"{words.say('since')} {words.day(days_said(text, today)[0])}",
        "until": lambda text: f"{words.say('until')} {words.day(days_said(text, today)[1])}",
        "days": lambda text: _said_days(text, today, words),
        "undated": lambda _: words.say("undated"),
    }


def _said_days(text: str, today: dt.date, words: Words) -> str:
    if text.isdecimal():  # a year
        return f"{words.say('year')} {words.digits(text)}"
    first, last = days_said(text, today)
    return " – ".join(dict.fromkeys(map(words.day, (first, last))))


def _chip(store: Store, field: str, value: str, labels: dict[str, Any]) -> str:
    if field == "speaker":
        head = store.speaker_head(value) or store.links.person_head(value)
        return inert_text(head.name if head else value)
    try:
        return inert_text(str(labels.get(field, str)(value)))
    except ValueError:  # a number or a date that is none
        return inert_text(value)


def _teaching(asked: Asked) -> list[tuple[str, str, str]]:
    """Other questions that may find something: message, label, address."""
    found = []
    single = asked.q.split()
    if len(single) == 1 and single[0].isalpha() and len(single[0]) > 1:
        found.append(("nothing-prefix", f"{single[0]}*"))
    links = [(key, text, replace(asked, q=text).address()) for key, text in found]
    if len(single) > 1 and (some := any_of(asked.q).split(" OR ")):
        closest = replace(asked, q=" یا ".join(some), order=Order.BEST.value)
        label = " یا ".join(some[:_SHOWN_WORDS]) + ("…" if len(some) > _SHOWN_WORDS else "")
        links.append(("nothing-any", label, closest.address()))
    if asked.q and not asked.of_articles:
        links.append(("nothing-articles-too", "", Asked(q=asked.q, scope=ARTICLES).address()))
    return links


def _facets(store: Store, asked: Asked, query: Query, words: Words) -> dict[str, Any]:
    found = store.facets(query)
    label = {"kind": words.kind, "manner": words.manner, "act": words.act}
    groups = [
        (field, [_value(asked, field, one, label.get(field), words) for one in values])
        for field, values in zip(_FACETS, _grouped(found), strict=True)
    ]
    groups.insert(2, ("year", [_year(asked, one, words) for one in years(store, query, words)]))
    over = "" if found.exact else words.say("facets-over", number=words.number(found.over))
    return {"facets": groups, "over": over, "count": told(store.count(query), words), "w": words}


def _grouped(found: Facets) -> tuple[tuple[Facet, ...], ...]:
    return found.speakers, found.outlets, found.manners, found.kinds, found.acts


def _value(asked: Asked, field: str, facet: Facet, label: Any, words: Words) -> _Value:
    return _Value(
        label=str(label(facet.value)) if label else one_line(facet.label),
        count=words.number(facet.count),
        address=asked.toggled(field, facet.value).address(),
        on=asked.has(field, facet.value),
        persian=label is None,
    )


def _year(asked: Asked, one: Year, words: Words) -> _Value:
    year = f"{one.year:04}"
    return _Value(
        label=words.digits(year),
        count=words.number(one.count.number) + ("" if one.count.exact else "+"),
        address=asked.of_year(year).address(),
        on=asked.since == asked.until == year,
        persian=False,
    )


def told(count: Count, words: Words, key: str = "count") -> str:
    """Return how many statements, or what ``key`` tells, there are, in words."""
    if not count.exact:
        key = "count-more" if key == "count" else f"{key}-more"
        return str(words.say(key, number=words.number(count.number)))
    return words.count(key, count.number)
