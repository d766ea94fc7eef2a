"""Two statements of one person side by side."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain
from urllib.parse import quote, urlencode

from fastapi import APIRouter, Request
from starlette.responses import Response

from gofteh.server.api.parameters import Id
from gofteh.server.pages.keeping import KeptTurn
from gofteh.server.pages.page import render
from gofteh.server.pages.pairs import partner
from gofteh.server.pages.persons import profile_of, typed
from gofteh.server.pages.wordings import compared
from gofteh.server.security.access import Reader
from gofteh.server.stores import Lent
from gofteh.store import Order, Query, QueryError, Store, StoredStatement
from gofteh.store.linked.runs import Part, Run

router = APIRouter(route_class=KeptTurn)

# To choose from: so many of the newest, and of the oldest.
_NEWEST, _OLDEST = 40, 20

# Below this share of words in common, marking the others marks nearly everything.
_COMMON = 0.2

Sides = tuple[StoredStatement | None, StoredStatement | None]


@router.get("/persons/{id_}/then-and-now")
def then_and_now(request: Request, id_: Id, access: Reader, stores: Lent) -> Response:
    """Show two statements of a person side by side; without a choice, two about the same."""
    asked = {name: typed(request, name) for name in ("then", "now")}
    topic = typed(request, "q")
    with stores.lend() as store:
        profile = profile_of(store, id_)
        choices = _choices(store, profile.head.id, topic)
        then, now = _sides(store, asked, choices)
    return render(
        request,
        "then-and-now.html.j2",
        section="speakers",
        access=access,
        profile=profile,
        choices=choices,
        topic=topic,
        sides=list(zip(("then", "now"), (then, now), _runs(then, now), strict=True)),
        address=lambda **chosen: _address(profile.head.id, asked, topic, chosen),
    )


def _choices(store: Store, id_: str, topic: str) -> list[StoredStatement]:
    """The newest and the oldest statements of a person, of those with some words, newest first.

    Words that no search can hold are in none.
    """
    if topic:
        try:
            newest, oldest = _with_words(store, id_, topic)
        except QueryError:
            return []
    else:
        newest = [*store.links.statements_of(id_, None, _NEWEST).items]
        oldest = [*store.links.statements_of(id_, None, _OLDEST, oldest=True).items]
    whole = {one.statement.id: one for one in chain(newest, reversed(oldest))}.values()
    return [one for one in whole if one.article.day] or [*whole]


def _with_words(
    store: Store, id_: str, topic: str
) -> tuple[list[StoredStatement], list[StoredStatement]]:
    """The newest and the oldest statements with some words; of the oldest the undated are none."""
    last = Query(topic, speaker=id_)
    first = replace(last, order=Order.OLDEST, since=dt.date.min)
    newest = [hit.stored for hit in store.search(last, limit=_NEWEST).items]
    return newest, [hit.stored for hit in store.search(first, limit=_OLDEST).items]


def _sides(store: Store, asked: dict[str, str], choices: Sequence[StoredStatement]) -> Sides:
    """The statements that were chosen, each missing one as it suits the other best."""
    then, now = (store.statement(asked[name]) if asked[name] else None for name in ("then", "now"))
    if now is None and then is not None:
        return then, partner(then, choices)
    now = now or next(iter(choices), None)
    return then or (partner(now, choices) if now else None), now


def _runs(
    then: StoredStatement | None, now: StoredStatement | None
) -> tuple[Sequence[Run], Sequence[Run]]:
    """What only one of two statements has; nothing where that is nearly everything."""
    if then is None or now is None:
        return (), ()
    runs = compared(then.said, now.said)
    same = min(sum(len(run.text) for run in side if run.part is Part.SAME) for side in runs)
    whole = max(sum(len(run.text) for run in side) for side in runs)
    return runs if same >= _COMMON * whole else ((), ())


def _address(id_: str, asked: dict[str, str], topic: str, chosen: dict[str, str]) -> str:
    pairs = {**asked, "q": topic, **chosen}
    kept = urlencode({name: value for name, value in pairs.items() if value})
    return f"/persons/{quote(id_, safe='')}/then-and-now" + (f"?{kept}" if kept else "")
