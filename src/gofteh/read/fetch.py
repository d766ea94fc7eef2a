"""One address over HTTP: within time and size, every redirect checked before it is followed."""

from __future__ import annotations

import queue
import threading
import time
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from gofteh.read.addresses import Target, target
from gofteh.read.errors import ReadError, too_large
from gofteh.read.options import ReadOptions

if TYPE_CHECKING:
    import ssl

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


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of one address: ``headers`` come on top of our own, ``body`` is sent along."""

    url: str
    headers: Mapping[str, str] = field(default_factory=dict)
    method: str = "GET"
    body: bytes | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What an address answered, redirects and refusals too; ``data`` that of a 200 alone.

    ``headers`` have names in lower case.
    """

    url: str
    status: int
    headers: Mapping[str, str]
    data: bytes = b""
    media_type: str = ""
    charset: str | None = None

    @property
    def moved_to(self) -> str | None:
        """The address that a redirect points to; ``None`` where it is none."""
        location = self.headers.get("location")
        if self.status not in _REDIRECTS or not location:
            return None
        try:
            return urljoin(self.url, location)
        except ValueError:
            return location  # no address, which is told where it is asked


def fetch(url: str, options: ReadOptions) -> Fetched:
    """Return what a URL sends. Raises ``ReadError`` where it may not or cannot be read.

    Each hop's name is resolved once, its addresses are checked, and the connection goes to
    the checked address: a name that changes its mind in between gains nothing. Proxies and
    passwords of the environment are not used.
    """
    deadline = time.monotonic() + options.timeout
    for _ in range(options.max_redirects + 1):
        answer = _asked(Question(url), options, deadline)
        if moved_to := answer.moved_to:
            url = moved_to
            continue
        if answer.status != 200:
            raise ReadError("http-status", f"the server answered {answer.status}")
        return Fetched(answer.url, answer.data, answer.media_type, answer.charset)
    raise ReadError("too-many-redirects", f"more than {options.max_redirects} redirects")


def ask(question: Question, options: ReadOptions) -> Answer:
    """Return what one address answers: checked as by `fetch`, no redirect followed.

    Raises ``ReadError`` where there is no whole answer.
    """
    return _asked(question, options, time.monotonic() + options.timeout)


def _asked(question: Question, options: ReadOptions, deadline: float) -> Answer:
    import httpx2

    try:
        # A client for each hop: no connection proved for one name serves another.
        with _client(deadline) as client:
            return _ask(client, question, options, deadline)
    except httpx2.TimeoutException as error:
        raise _too_slow(options) from error
    except (httpx2.HTTPError, httpx2.InvalidURL, OSError, RuntimeError) as error:
        if time.monotonic() >= deadline:
            raise _too_slow(options) from error
        message = f"no answer could be read ({str(error) or type(error).__name__})"
        raise ReadError("no-answer", message) from error


def prepare() -> None:
    """Load what the first request needs, so that its time is not taken by that."""
    _trust()


@cache
def _trust() -> ssl.SSLContext:
    """Return whom we trust: read once, since that costs more than most requests."""
    import httpx2

    return httpx2.create_ssl_context(trust_env=False)


@contextmanager
def _client(deadline: float) -> Iterator[httpx2.Client]:
    """Yield a client that is closed under whoever still reads from it after the deadline.

    Its own timeouts start anew with every byte: a server that drips could hold it for ever.
    """
    import httpx2

    with httpx2.Client(trust_env=False, follow_redirects=False, verify=_trust()) as client:
        watch = threading.Timer(max(deadline - time.monotonic(), 0), client.close)
        watch.daemon = True
        watch.start()
        try:
            yield client
        finally:
            watch.cancel()


def _ask(
    client: httpx2.Client, question: Question, options: ReadOptions, deadline: float
) -> Answer:
    place = _found_in_time(question.url, options, deadline)
    response = _connected(client, question, place, options, deadline)
    try:
        fine = response.status_code == 200
        data = b"".join(_pieces(response, options, deadline)) if fine else b""
    finally:
        response.close()
    headers = {name.lower(): value for name, value in response.headers.items()}
    media_type = headers.get("content-type", "").partition(";")[0].strip().lower()
    return Answer(
        *(question.url, response.status_code, headers, data, media_type),
        response.charset_encoding,
    )


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
    client: httpx2.Client, asked: Question, place: Target, options: ReadOptions, deadline: float
) -> httpx2.Response:
    """Return the answer of the first address of the place that takes a connection."""
    import httpx2

    *others, last = place.addresses[:_MOST_ADDRESSES]
    for address in others:
        request = _request(client, asked, place, address, options, deadline)
        try:
            return client.send(request, stream=True)
        except (httpx2.ConnectError, httpx2.ConnectTimeout):
            continue
    request = _request(client, asked, place, last, options, deadline)
    return client.send(request, stream=True)


def _request(
    client: httpx2.Client,
    question: Question,
    place: Target,
    address: str,
    options: ReadOptions,
    deadline: float,
) -> httpx2.Request:
    """Return a request to the checked address that still asks, and proves, the name."""
    import httpx2

    asked = httpx2.URL(question.url)
    left = max(deadline - time.monotonic(), 0.1)
    headers = {
        "Host": asked.netloc.decode("ascii").rpartition("@")[2],
        "User-Agent": options.user_agent,
        "Accept": "text/html, application/xml;q=0.9, */*;q=0.5",
        "Accept-Encoding": "gzip",
        **question.headers,
    }
    return client.build_request(
        question.method,
        asked.copy_with(host=address, port=place.port, userinfo=b"", fragment=None),
        headers=headers,
        content=question.body,
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
