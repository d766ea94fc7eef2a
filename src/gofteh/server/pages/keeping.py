"""Which pages are kept, and for whom: those that the database and the question alone decide."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Coroutine, Hashable
from typing import Any

from fastapi import Request
from starlette.responses import Response

from gofteh.read.dates import TEHRAN
from gofteh.server.kept import Kept
from gofteh.server.pages.page import answered, theme_for, words_for
from gofteh.server.security.access import Access, admitted, needed_role
from gofteh.server.stores import Stores
from gofteh.server.turns import Turn

# Longer questions are not asked twice.
_LONGEST = 2000


class KeptTurn(Turn):
    """A route whose pages are drawn once as long as nobody changes anything in the database.

    A kept page takes no permit, and is given to whom it was drawn for alone: the same token, or
    on a server without tokens the one user of this machine. A page that shows anything else than
    what is stored and asked for says ``request.state.passing = True`` and is not kept.
    """

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Return the handler of a request."""
        draw = super().get_route_handler()
        role = needed_role(self.dependant)
        if role is None:
            return draw

        async def handled(request: Request) -> Response:
            if request.method != "GET":
                return await draw(request)
            access = await admitted(request, role)
            stores: Stores = request.app.state.stores
            kept: Kept = request.app.state.kept
            key, state = _key(request, access), await stores.state()
            if (page := kept.get(key, state)) is not None:
                return answered(request, page)
            response = await draw(request)
            if response.status_code == 200 and _is_lasting(request):
                kept.put(key, state, request.state.drawn)
            return response

        return handled


def _key(request: Request, access: Access) -> Hashable:
    """Everything that a page is made of, but for the database."""
    return (
        *(request.scope["path"], request.scope["query_string"], str(request.base_url)),
        *(words_for(request).language, theme_for(request)),
        *(access.name, access.role),
        dt.datetime.now(TEHRAN).date(),  # dates are told from today
    )


def _is_lasting(request: Request) -> bool:
    asked = len(request.scope["path"]) + len(request.scope["query_string"])
    passing = getattr(request.state, "passing", False)
    return hasattr(request.state, "drawn") and not passing and asked <= _LONGEST
