"""The application: settings in, an ASGI app out."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from gofteh.server import api, errors, pages
from gofteh.server.api.description import described
from gofteh.server.api.work import Gate
from gofteh.server.head import HeadAsGet
from gofteh.server.security.headers import SafeHeaders
from gofteh.server.security.limits import RequestLimits
from gofteh.server.security.origin import OwnOrigin
from gofteh.server.security.rate import RateLimit
from gofteh.server.settings import Settings
from gofteh.server.stores import Stores
from gofteh.version import __version__


def create_app(settings: Settings) -> FastAPI:
    """Return the server's application; the store is opened with the first request."""
    stores = Stores(settings.db, settings.limits.stores, settings.limits.query)

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        yield
        stores.close()

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
    app.state.settings, app.state.stores = settings, stores
    app.state.draw_problem = pages.draw_problem
    limits = settings.limits
    app.state.heavy = Gate(limits.heavy, limits.query)
    app.state.ingests = Gate(limits.ingests, limits.query)
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
