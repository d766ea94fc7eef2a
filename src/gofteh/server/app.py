"""The application: settings in, an ASGI app out."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from anyio import CapacityLimiter
from fastapi import FastAPI
from fastapi.concurrency import run_in_threadpool

from gofteh.server import api, errors, pages
from gofteh.server.api.description import described
from gofteh.server.head import HeadAsGet
from gofteh.server.recent import Recent
from gofteh.server.security.headers import SafeHeaders
from gofteh.server.security.limits import RequestLimits
from gofteh.server.security.origin import OwnOrigin
from gofteh.server.security.rate import RateLimit
from gofteh.server.settings import Settings
from gofteh.server.stores import Stores
from gofteh.server.turns import Turns
from gofteh.server.workshop import Workshop
from gofteh.version import __version__

# Articles of whose statements it is kept what each sieve answered.
_TRACES = 256
_NOTE_SECONDS = 20.0


def create_app(settings: Settings) -> FastAPI:
    """Return the server's application; the store is opened with the first request."""
    limits = settings.limits
    stores = Stores(settings.db, limits.query, durable=settings.durable)
    workshop = Workshop(limits.work, limits.memory)

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        noting = asyncio.create_task(_noting(stores))
        yield
        noting.cancel()
        workshop.close()
        await run_in_threadpool(stores.close)

    app = FastAPI(
        title="gofteh",
        version=__version__,
        description="Who said what, in Persian news.",
        openapi_url=f"{api.PREFIX}/openapi.json",
        docs_url=None,  # FastAPI's own pages load scripts from elsewhere
        redoc_url=None,
        lifespan=lifespan,
        generate_unique_id_function=lambda route: route.name,
    )
    plain = app.openapi
    app.openapi = lambda: described(plain())  # type: ignore[method-assign]
    app.state.settings, app.state.stores, app.state.workshop = settings, stores, workshop
    app.state.draw_problem = pages.draw_problem
    app.state.turns = Turns.of(limits)
    # Threads of their own for what waits for others while it works.
    app.state.fetchers = CapacityLimiter(limits.fetches)
    app.state.ingesters = CapacityLimiter(limits.ingests)
    app.state.traces = Recent(_TRACES)
    errors.install(app)
    app.include_router(api.router, prefix=api.PREFIX)
    app.include_router(pages.router)
    # The last added is asked first.
    app.add_middleware(HeadAsGet)
    app.add_middleware(RequestLimits, limits=limits)
    app.add_middleware(RateLimit, limits=limits)
    app.add_middleware(OwnOrigin, settings=settings)
    app.add_middleware(SafeHeaders)
    return app


async def _noting(stores: Stores) -> None:
    """Have it written down now and then which tokens are used."""
    while True:
        await asyncio.sleep(_NOTE_SECONDS)
        await run_in_threadpool(stores.write_seen)
