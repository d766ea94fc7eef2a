"""Taking results away: all of a search, or those chosen, as a file of several kinds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from fastapi import APIRouter, Request
from starlette.responses import Response

from gofteh.server.errors import Problem
from gofteh.server.pages.addresses import public_address
from gofteh.server.pages.asked import Asked, AskedError
from gofteh.server.pages.citations import citation
from gofteh.server.pages.documents import document
from gofteh.server.pages.language import Language, Words
from gofteh.server.pages.page import words_for
from gofteh.server.pages.references import bibtex, csl, ris
from gofteh.server.pages.tables import csv_table, workbook
from gofteh.server.security.access import Reader
from gofteh.server.stores import Lent
from gofteh.server.turns import Turn
from gofteh.store import QueryError, Store, StoredStatement

router = APIRouter(route_class=Turn)

# A file holds so many statements at most; whoever wants all takes the export of the API.
MOST = 1000
_PAGE = 200

Address = Callable[[StoredStatement], str | None]


@router.get("/take")
def take(request: Request, _access: Reader, stores: Lent) -> Response:
    """Return the statements chosen (``id``), or without any those of the search, as a file."""
    kind = request.query_params.get("format", "csv")
    if kind not in KINDS:
        raise Problem(422, "bad-format", f"there is no format {kind[:20]!r}.")
    chosen = [id_ for id_ in request.query_params.getlist("id") if id_][:MOST]
    with stores.lend() as store:
        found = _chosen(store, chosen) if chosen else _searched(store, request)
    base = public_address(request)
    media, ending, write = KINDS[kind]

    def address(stored: StoredStatement) -> str | None:
        return f"{base}/statements/{stored.statement.id}" if base else None

    body = write(found, address, words_for(request))
    return Response(
        body.encode("utf-8", "replace") if isinstance(body, str) else body,
        media_type=media,
        headers={"Content-Disposition": f'attachment; filename="gofteh.{ending}"'},
    )


def _chosen(store: Store, ids: Sequence[str]) -> list[StoredStatement]:
    found = (store.statement(id_.replace("\0", "")) for id_ in dict.fromkeys(ids))
    return [one for one in found if one]


def _searched(store: Store, request: Request) -> list[StoredStatement]:
    try:
        query = Asked.of(request.query_params).query()
    except AskedError as error:
        raise QueryError(f"{error.field} cannot be understood.") from error
    found: list[StoredStatement] = []
    cursor: str | None = None
    while len(found) < MOST:
        page = store.search(query, cursor, _PAGE)
        found += [hit.stored for hit in page.items]
        cursor = page.next
        if cursor is None:
            break
    return found[:MOST]


def _list(language: Language) -> Callable[[Iterable[StoredStatement], Address, Words], str]:
    def listed(found: Iterable[StoredStatement], address: Address, _words: Words) -> str:
        return "\n\n".join(citation(one, language, address(one)) for one in found) + "\n"

    return listed


Write = Callable[[Iterable[StoredStatement], Address, Words], str | bytes]

_OFFICE = "application/vnd.openxmlformats-officedocument"
# Media type, file ending, and what writes it.
KINDS: dict[str, tuple[str, str, Write]] = {
    "docx": (f"{_OFFICE}.wordprocessingml.document", "docx", document),
    "xlsx": (f"{_OFFICE}.spreadsheetml.sheet", "xlsx", workbook),
    "csv": ("text/csv; charset=utf-8", "csv", csv_table),
    "fa": ("text/plain; charset=utf-8", "fa.txt", _list(Language.FA)),
    "en": ("text/plain; charset=utf-8", "en.txt", _list(Language.EN)),
    "bibtex": ("application/x-bibtex; charset=utf-8", "bib", lambda found, *_: bibtex(found)),
    "ris": (
        "application/x-research-info-systems; charset=utf-8", "ris", lambda found, *_: ris(found),
    ),
    "csl": ("application/vnd.citationstyles.csl+json", "json", lambda found, *_: csl(found)),
}  # fmt: skip
