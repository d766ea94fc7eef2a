"""Corrections: the list of all, making one, and taking one back."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice
from typing import Any
from urllib.parse import quote

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from gofteh.records import Because, SpeakerKind
from gofteh.report.jsonlines import encode_line
from gofteh.server.api.parameters import Id
from gofteh.server.errors import Problem
from gofteh.server.pages.figures import Share
from gofteh.server.pages.keeping import KeptTurn
from gofteh.server.pages.language import Words
from gofteh.server.pages.page import render, words_for
from gofteh.server.security import csrf
from gofteh.server.security.access import Access, Editor, Reader
from gofteh.server.stores import Lent
from gofteh.server.turns import reading
from gofteh.store import CorrectionError, CorrectionKind, Store, UnchangedError
from gofteh.store.corrected_rules import Part, RuleFigures, rule_figures, training_records
from gofteh.store.tokens import Role

router = APIRouter(route_class=KeptTurn)

_LISTED = 50
_LONGEST = 2000
# Changes among which those that were taken back are looked for, and articles of a download.
_CHANGES, _ARTICLES = 1000, 2000
# Through the form a statement has at most so many spans.
_MOST_PARTS = 20


@router.get("/corrections")
def corrections(request: Request, access: Reader, stores: Lent) -> Response:
    """Show the corrections, the newest first."""
    cursor = request.query_params.get("cursor") or None
    with stores.lend() as store:
        page = store.newest_corrections(cursor, _LISTED)
        undone = [] if cursor else _withdrawn(store)
    return render(
        request,
        "corrections.html.j2",
        section="corrections",
        access=access,
        page=page,
        first=cursor is None,
        undone=undone,
        done=request.query_params.get("done"),
        can_edit=access.role.allows(Role.EDITOR),
    )


def _withdrawn(store: Store) -> list[tuple[str, str | None, str, str]]:
    """The newest corrections taken back: when, by whom, which kind, of which statement."""
    found = []
    for one in store.changes(_CHANGES):
        kind, _, statement = (one.detail or "").partition(" ")
        if one.change == "correction-withdrawn" and kind in set(CorrectionKind) and statement:
            found.append((one.moment, one.token, kind, statement))
    return found[:_LISTED]


@router.get("/corrections/rules")
def rules(request: Request, access: Reader, stores: Lent) -> Response:
    """Show which rules are corrected most."""
    with stores.lend() as store:
        found = rule_figures(store.db)
    words = words_for(request)
    rows = [(one, _meaning(one, words), Share(one.corrected, one.statements)) for one in found]
    return render(
        request, "corrected-rules.html.j2", section="corrections", access=access, rows=rows
    )


def _meaning(one: RuleFigures, words: Words) -> str:
    because = Because(one.rule, one.rule)
    return words.sieve(because) if one.part is Part.SPEAKER else words.construction(because)


@router.get("/corrections/training.jsonl")
def training(_access: Reader, stores: Lent) -> Response:
    """Return the corrected articles, a line each, as data to learn from."""
    with stores.lend() as store:
        lines = [encode_line(one) for one in islice(training_records(store.db), _ARTICLES)]
    return Response(
        b"".join(lines),
        media_type="application/x-ndjson",
        headers={"Content-Disposition": 'attachment; filename="gofteh-corrections.jsonl"'},
    )


@router.post("/statements/{id_}/corrections")
async def correct(request: Request, id_: Id, access: Editor) -> Response:
    """Keep a correction and lead back to its statement."""
    fields = await csrf.checked_form(request)
    try:
        await reading(request, lambda store: _correct(store, id_, access, fields))
        done = "saved"
    except UnchangedError:
        done = "unchanged"
    return RedirectResponse(f"/statements/{quote(id_, safe='')}?done={done}#corrections", 303)


def _correct(store: Store, id_: str, access: Access, fields: Mapping[str, str]) -> None:
    if store.statement(id_) is None:
        raise Problem(404, "not-found", "there is no such statement.")
    store.correct(
        id_,
        note=_text(fields, "note") or None,
        author=access.name or _text(fields, "author") or None,
        by=access.name,
        **_change(fields),
    )


def _change(fields: Mapping[str, str]) -> dict[str, Any]:
    """Return what a form says to change. Raises `Problem` 422 for one that says nothing clear."""
    kind = fields.get("kind")
    if kind == CorrectionKind.NOT_A_STATEMENT:
        return {"kind": CorrectionKind.NOT_A_STATEMENT}
    if kind == CorrectionKind.WRONG_BOUNDARY:
        return {"kind": CorrectionKind.WRONG_BOUNDARY, "content": _content(fields)}
    speaker_kind = fields.get("speaker_kind", "")
    if kind == CorrectionKind.WRONG_SPEAKER and speaker_kind in set(SpeakerKind):
        return {
            "kind": CorrectionKind.WRONG_SPEAKER,
            "speaker": _text(fields, "speaker") or None,
            "speaker_kind": SpeakerKind(speaker_kind),
        }
    raise Problem(422, "bad-form", "the form does not say what to correct.")


def _content(fields: Mapping[str, str]) -> list[tuple[int, int]]:
    found = []
    for number in range(_MOST_PARTS):
        start, end = fields.get(f"start{number}", ""), fields.get(f"end{number}", "")
        if not start and not end:
            continue  # this part is to be left out
        if not (start.isdecimal() and end.isdecimal()):
            raise CorrectionError("a part needs both a first and a last word.")
        found.append((int(start), int(end)))
    return found


def _text(fields: Mapping[str, str], name: str) -> str:
    return " ".join(fields.get(name, "").replace("\0", "").split())[:_LONGEST]


@router.post("/corrections/{id_}/withdraw")
async def withdraw(request: Request, id_: Id, access: Editor) -> Response:
    """Take a correction back."""
    await csrf.checked_form(request)
    if not await reading(request, lambda store: store.withdraw(id_, by=access.name)):
        raise Problem(404, "not-found", "there is no such correction.")
    return RedirectResponse("/corrections?done=withdrawn", 303)
