"""The newsroom's pages: rendered on the server, readable without a script.

Each subject has a module with its routes; ``page`` draws templates, ``language`` and ``messages``
hold every word of the interface in both languages; ``asked``, ``marked``, ``wordings``,
``charts``, ``topics`` and ``citations`` turn what the store gives into what a template shows, and
know no request.
"""

from __future__ import annotations

from fastapi import APIRouter

from gofteh.server.pages import (
    about,
    articles,
    bring,
    corrections,
    families,
    outlets,
    paste,
    persons,
    rulings,
    saved,
    search,
    signin,
    speakers,
    statements,
    static,
    taking,
    then_and_now,
)
from gofteh.server.pages.problems import draw_problem

__all__ = ["draw_problem", "router"]

router = APIRouter(include_in_schema=False)
for _subject in (
    search, articles, statements, families, corrections, rulings, speakers, persons, then_and_now,
    outlets,    paste, bring, saved, about, signin, static, taking,
):  # fmt: skip
    router.include_router(_subject.router)
