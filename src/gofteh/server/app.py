"""The application: settings in, an ASGI app out."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from random import SystemRandom

from anyio import CapacityLimiter
from fastapi import FastAPI
from fastapi.concurrency import run_in_threadpool

from gofteh.alerts.mail import smtp_of
from gofteh.alerts.telling import Telling, tell
from gofteh.read import ReadOptions
from gofteh.server import api, errors, pages
from gofteh.server.api.description import described
from gofteh.server.errors import Problem
from gofteh.server.head import HeadAsGet
from gofteh.server.kept import Kept
from gofteh.server.recent import Recent
from gofteh.server.security.headers import SafeHeaders
from gofteh.server.security.limits import RequestLimits
from gofteh.server.security.origin import OwnOrigin
from gofteh.server.security.rate import RateLimit
from gofteh.server.settings import Settings
from gofteh.server.stores import Stores
from gofteh.server.turns import Turns
from gofteh.server.workshop import Workshop
from gofteh.store import StoreError
from gofteh.version import __version__

# Articles of whose statements it is kept what each sieve answered.
_TRACES = 256
_NOTE_SECONDS = 20.0
# Saved searches are asked so often, in seconds; the time and the number of what is sent then.
_TELL_SECONDS = 20.0
_HOOK_SECONDS = 5.0
_TOLD_AT_ONCE = 5
log = logging.getLogger("gofteh.server")


def create_app(settings: Settings) -> FastAPI:
    """Return the server's application; the store is opened with the first request."""
    limits = settings.limits
    stores = Stores(settings.db, limits.query, durable=settings.durable)
    workshop = Workshop(limits.work, limits.memory)

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        tasks = [asyncio.create_task(_noting(stores)), asyncio.create_task(_telling(app))]
        yield
        for one in tasks:
            one.cancel()
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
    app.state.kept = Kept(limits.pages)
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


async def _telling(app: FastAPI) -> None:
    """Ask the saved searches now and then, and tell what they found."""
    settings: Settings = app.state.settings
    how = telling_of(settings)
    while True:
        await asyncio.sleep(_TELL_SECONDS)
        try:
            await run_in_threadpool(_tell, app.state.stores, how)
        except (StoreError, Problem) as error:
            log.warning("saved searches were not asked: %s", error)


def _tell(stores: Stores, how: Telling) -> None:
    with stores.lend() as store:
        tell(store, how, time.time(), SystemRandom(), most=_TOLD_AT_ONCE)


def telling_of(settings: Settings) -> Telling:
    """Return how a server's people are told. Raises `MailError` for an SMTP server that is none."""
    smtp = smtp_of(settings.smtp, settings.mail_from) if settings.smtp else None
    hooks = ReadOptions(timeout=_HOOK_SECONDS, allow_private=settings.private_hooks)
    return Telling(settings.public, smtp, hooks)


async def _noting(stores: Stores) -> None:
    """Have it written down now and then which tokens are used."""
    while True:
        await asyncio.sleep(_NOTE_SECONDS)
        await run_in_threadpool(stores.write_seen)
