"""Feeds that cost a parser more than their length is worth (19)."""

from __future__ import annotations

import time
from collections.abc import Callable

from gofteh.read.errors import ReadError
from gofteh.read.feeds import read_feed

ENTRY = (
    "<item><guid>{n}</guid><title>سد {n}</title>"
    "<description>لیلا فرهمند گفت: سد پر است.</description></item>"
)


def feed(inside: str, attributes: str = "") -> bytes:
    """A feed of one honest entry and something hostile before it."""
    made = f"<rss version='2.0'><channel {attributes}><title>پگاه</title>{inside}"
    return (made + ENTRY.format(n=1) + "</channel></rss>").encode()


def many(piece: str, number: int) -> str:
    return "".join(piece.format(n=n) for n in range(number))


# By name: what makes a feed of a size.
HOSTILE: dict[str, Callable[[int], bytes]] = {
    "attributes in a tag": lambda n: feed("", many('a{n}="" ', n)),
    "attributes in an entry": lambda n: feed(
        f"<item {many('a{n}=x ', n)}></item>".replace("=x", '="x"')
    ),
    "namespaces": lambda n: feed("", many('xmlns:a{n}="u{n}" ', n)),
    "levels": lambda n: feed(many("<a{n}>", n) + "x"),
    "tags": lambda n: feed("<b/>" * n * 3),
    "unclosed comments": lambda n: feed("<!-- " * n),
    "unclosed sections": lambda n: feed("<![CDATA[ " * n),
    "stray quotes": lambda n: feed("<b '" * n),
}


def seconds(data: bytes) -> tuple[float, str]:
    """How long a feed is read, and what becomes of it."""
    began = time.perf_counter()
    try:
        told = f"{sum(1 for _ in read_feed(data, 'feed'))} entries"
    except ReadError as error:
        told = error.code
    return time.perf_counter() - began, told


def main() -> None:
    for name, made in HOSTILE.items():
        for size in (25_000, 50_000):
            data = made(size)
            took, told = seconds(data)
            print(f"  {name}, {len(data) / 1e6:.1f} MB: {took:.2f} s, {told}", flush=True)
            if took > 20:
                break
