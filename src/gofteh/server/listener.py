"""The process that listens: how an application is served over sockets, and how it ends."""

from __future__ import annotations

import logging
import signal
import socket
from types import FrameType

import uvicorn
from starlette.types import ASGIApp

from gofteh.server.log import config
from gofteh.server.security.connections import guarded
from gofteh.server.settings import Settings

# Seconds for what is in work when the server is stopped, and until the process is gone.
_GRACE = 3
GONE = 9
_LOG = logging.getLogger("gofteh")


class Listener(uvicorn.Server):
    """A server that is gone some seconds after it was told to go, come what may."""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to answer, and write down the address of each socket."""
        # Where a terminal's end means nothing, under nohup say, it goes on meaning nothing.
        if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
            signal.signal(signal.SIGHUP, self.handle_exit)
        await super().startup(sockets)
        for one in sockets or ():  # uvicorn does not name those that it was given
            host, port = one.getsockname()[:2]
            shown = f"[{host}]" if ":" in host else host
            _LOG.info("gofteh running on http://%s:%d (Ctrl-C ends it)", shown, port)

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """End, or be ended by the system after `GONE` seconds."""
        # Not Python's business: what keeps Python from ending would keep it from this, too.
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.alarm(GONE)
        # Any other sends its signal again in the end, to what was there before it.
        super().handle_exit(signal.SIGINT if sig == signal.SIGINT else signal.SIGTERM, frame)


def listener(app: ASGIApp, settings: Settings) -> Listener:
    """Return a server of an application, with the guards that every one of ours has."""
    return Listener(
        uvicorn.Config(
            app,
            http=guarded(settings.limits, behind_proxy=bool(settings.hosts)),
            ws="none",
            log_config=config(),
            server_header=False,
            # Only a proxy on this machine is believed, and only where one was told of.
            proxy_headers=bool(settings.hosts),
            forwarded_allow_ips="127.0.0.1",
            timeout_graceful_shutdown=_GRACE,
            h11_max_incomplete_event_size=64 * 1024,
        )
    )
