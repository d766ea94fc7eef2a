"""One address over HTTP: within time and size, every redirect checked before it is followed."""

from __future__ import annotations

import queue
import threading
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from gofteh.read.addresses import Target, target
from gofteh.read.errors import ReadError, too_large
from gofteh.read.options import ReadOptions

if TYPE_CHECKING:
    import httpx2

_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_PIECE = 1 << 16
_MOST_ADDRESSES = 4


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address sent: its final URL, the bytes, and what the server called them."""

    url: str
    data: bytes
    media_type: str
    charset: str | None


def fetch(url: str, options: ReadOptions) -> Fetched:
    """Return what a URL sends. Raises ``ReadError`` where it may not or cannot be read.

    Each hop's name is resolved once, its addresses are checked, and the connection goes to
    the checked address: a name that changes its mind in between gains nothing. Proxies and
    passwords of the environment are not used.
    """
    import httpx2

    deadline = time.monotonic() + options.timeout
    try:
        for _ in range(options.max_redirects + 1):
            # A client for each hop: no connection proved for one name serves another.
            with _client(deadline) as client:
                answer = _ask(client, url, options, deadline)
            if isinstance(answer, Fetched):
                return answer
            url = answer
    except httpx2.TimeoutException as error:
        raise _too_slow(options) from error
    except (httpx2.HTTPError, httpx2.InvalidURL, OSError, RuntimeError) as error:
        if time.monotonic() >= deadline:
            raise _too_slow(options) from error
        message = f"no answer could be read ({str(error) or type(error).__name__})"
        raise ReadError("no-answer", message) from error
    raise ReadError("too-many-redirects", f"more than {options.max_redirects} redirects")


@contextmanager
def _client(deadline: float) -> Iterator[httpx2.Client]:
    """Yield a client that is closed under whoever still reads from it after the deadline.

    Its own timeouts start anew with every byte: a server that drips could hold it for ever.
    """
    import httpx2

    with httpx2.Client(trust_env=False, follow_redirects=False) as client:
        watch = threading.Timer(max(deadline - time.monotonic(), 0), client.close)
        watch.daemon = True
        watch.start()
        try:
            yield client
        finally:
            watch.cancel()


def _ask(client: httpx2.Client, url: str, options: ReadOptions, deadline: float) -> Fetched | str:
    """Return what a URL sends, or the URL that it points on to."""
    place = _found_in_time(url, options, deadline)
    response = _connected(client, url, place, options, deadline)
    try:
        if response.status_code in _REDIRECTS and "location" in response.headers:
            return urljoin(url, response.headers["location"])
        if response.status_code != 200:
            raise ReadError("http-status", f"the server answered {response.status_code}")
        data = b"".join(_pieces(response, options, deadline))
    finally:
        response.close()
    media_type = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    return Fetched(url, data, media_type, response.charset_encoding)


def _found_in_time(url: str, options: ReadOptions, deadline: float) -> Target:
    """Return where a URL leads. The system looks names up in its own time, so in a thread."""
    answers: queue.SimpleQueue[Target | Exception] = queue.SimpleQueue()

    def find() -> None:
        try:
            answers.put(target(url, allow_private=options.allow_private))
        except Exception as error:  # raised again below
            answers.put(error)

    threading.Thread(target=find, daemon=True, name="gofteh-name").start()
    try:
        answer = answers.get(timeout=max(deadline - time.monotonic(), 0.0))
    except queue.Empty:
        raise _too_slow(options) from None
    if isinstance(answer, Exception):
        raise answer
    return answer


def _connected(
    client: httpx2.Client, url: str, place: Target, options: ReadOptions, deadline: float
) -> httpx2.Response:
    """Return the answer of the first address of the place that takes a connection."""
    import httpx2

    *others, last = place.addresses[:_MOST_ADDRESSES]
    for address in others:
        request = _request(client, url, place, address, options, deadline)
        try:
            return client.send(request, stream=True)
        except (httpx2.ConnectError, httpx2.ConnectTimeout):
            continue
    request = _request(client, url, place, last, options, deadline)
    return client.send(request, stream=True)


def _request(
    client: httpx2.Client,
    url: str,
    place: Target,
    address: str,
    options: ReadOptions,
    deadline: float,
) -> httpx2.Request:
    """Return a request to the checked address that still asks, and proves, the name."""
    import httpx2

    asked = httpx2.URL(url)
    left = max(deadline - time.monotonic(), 0.1)
    headers = {
        "Host": asked.netloc.decode("ascii").rpartition("@")[2],
        "User-Agent": options.user_agent,
        "Accept": "text/html, application/xml;q=0.9, */*;q=0.5",
        "Accept-Encoding": "gzip",
    }
    return client.build_request(
        "GET",
        asked.copy_with(host=address, port=place.port, userinfo=b"", fragment=None),
        headers=headers,
        timeout=httpx2.Timeout(left),
        extensions={"sni_hostname": asked.raw_host.decode("ascii")},
    )


def _pieces(response: httpx2.Response, options: ReadOptions, deadline: float) -> Iterator[bytes]:
    """Yield the unpacked body; unpacking is done here, in bites, to stop a bomb in time."""
    packing = response.headers.get("content-encoding", "identity").strip().lower()
    if packing not in ("identity", "gzip", "x-gzip"):
        raise ReadError("bad-packing", f"the server packed its answer as {packing}, unasked")
    unpack = None if packing == "identity" else zlib.decompressobj(zlib.MAX_WBITS | 16)
    size = 0
    for raw in response.iter_raw():
        for piece in [raw] if unpack is None else _unpacked(unpack, raw):
            size += len(piece)
            if size > options.max_fetch:
                raise too_large(options.max_fetch, "the answer", "max_fetch")
            yield piece
        if time.monotonic() > deadline:
            raise _too_slow(options)
    if unpack is not None and not unpack.eof:
        raise ReadError("truncated", "the answer was cut off; try again")


def _unpacked(unpack: zlib._Decompress, raw: bytes) -> Iterator[bytes]:
    try:
        while raw and not unpack.eof:
            yield unpack.decompress(raw, _PIECE)
            raw = unpack.unconsumed_tail
    except zlib.error as error:
        raise ReadError("bad-packing", f"the packed answer is damaged ({error})") from error


def _too_slow(options: ReadOptions) -> ReadError:
    message = f"no complete answer within {options.timeout:g} seconds; raise timeout to wait longer"
    return ReadError("timeout", message)
