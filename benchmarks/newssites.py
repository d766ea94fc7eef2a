"""News sites on local ports, as hostile as real ones, that publish by a clock given to them.

RSS, Atom, JSON Feed, news sitemaps and section pages, with all that is wrong with such things:
broken entries, old encodings, addresses that move or lie, and failures by chance. Each site notes
when it was asked for what.
"""

from __future__ import annotations

import gzip
import json
import random
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

BEGIN = 1_700_000_000.0  # 14 November 2023, 22:13:20 UTC
PACE, CRAWL_DELAY, EVERY = 5.0, 20.0, 900.0
TIMEOUT = 2.0  # seconds on the wall
LISTED = 12  # entries that a feed shows
_HANG = 3.0


# --- what the sites publish -----------------------------------------------------------------------


@dataclass
class Piece:
    """An article of a site: when it appears, and when it is changed, if ever."""

    number: int
    published: float
    changed: float | None
    forbidden: bool = False

    def text(self, now: float) -> str:
        """Return what the article says at a moment."""
        boats = self.number * 7 + 3 + (self.changed is not None and now >= self.changed)
        return (
            f"مدیر جشنواره شماره {self.number} گفت که {boats} قایق در مسابقه امسال شرکت کردند "
            "و تماشاگران از برگزاری آن در کنار رودخانه خشنود بودند."
        )

    @property
    def title(self) -> str:
        """The headline."""
        return f"گزارش روز {self.number} جشنواره قایق‌رانی رودخانه سپیدار"

    @property
    def path(self) -> str:
        """Where it stands on its site."""
        return (
            f"/private/{self.number:05d}" if self.forbidden else f"/news/{self.number:05d}/festival"
        )


KINDS = (
    "rss",
    "atom",
    "json",
    "sitemap",
    "section",
    "damaged",
    "cp1256",
    "moving",
    "lying",
    "feed",
)


@dataclass
class Site:
    """A host: its kind of list, its articles, and when it was asked for what."""

    kind: str
    pieces: list[Piece]
    slow: bool
    address: str = ""
    asked: list[tuple[float, str]] = field(default_factory=list)

    def url(self, piece: Piece) -> str:
        """Return the address of an article."""
        return self.address + piece.path

    def listed(self, now: float) -> list[Piece]:
        """Return what the list shows at a moment, the newest first."""
        out = [one for one in self.pieces if one.published <= now]
        return sorted(out, key=lambda one: -max(one.published, _change(one, now)))[:LISTED]


def _change(piece: Piece, now: float) -> float:
    return piece.changed if piece.changed is not None and piece.changed <= now else 0.0


def make_sites(number: int, hours: float, chance: random.Random) -> list[Site]:
    """Return sites with what they publish over some hours."""
    sites = []
    for at in range(number):
        moment, pieces = BEGIN - 2 * 3600, []
        while moment < BEGIN + hours * 3600:
            moment += chance.uniform(1200, 6000)
            changed = moment + chance.uniform(600, 7200) if chance.random() < 0.3 else None
            forbidden = at % 5 == 0 and chance.random() < 0.1
            pieces.append(Piece(len(pieces) + 1, moment, changed, forbidden))
        sites.append(Site(KINDS[at % len(KINDS)], pieces, at % 7 == 3))
    return sites


# --- how they answer ------------------------------------------------------------------------------

# Status, headers and body.
Answer = tuple[int, dict[str, str], bytes]


def iso(moment: float) -> str:
    """Return a moment as feeds write it."""
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(moment))


def _newest(piece: Piece, now: float) -> str:
    """When an article was published or, later, changed."""
    return iso(max(piece.published, _change(piece, now)))


def _json_feed(site: Site, shown: list[Piece], now: float) -> tuple[str, bytes]:
    items = [
        {
            "id": site.url(piece),
            "url": site.url(piece),
            "title": piece.title,
            "date_published": iso(piece.published),
            "date_modified": _newest(piece, now),
        }
        for piece in shown
    ]
    body = {"version": "https://jsonfeed.org/version/1.1", "title": "پگاه", "items": items}
    return "application/feed+json", json.dumps(body).encode()


def _atom(site: Site, shown: list[Piece], now: float) -> tuple[str, bytes]:
    entries = "".join(
        f"<entry><id>{site.url(piece)}</id><title>{piece.title}</title><link href='{piece.path}'/>"
        f"<updated>{_newest(piece, now)}</updated></entry>"
        for piece in shown
    )
    body = f"<feed xmlns='http://www.w3.org/2005/Atom'><title>پگاه</title>{entries}</feed>"
    return "application/atom+xml", body.encode()


def _sitemap(site: Site, shown: list[Piece], now: float) -> tuple[str, bytes]:
    entries = "".join(
        f"<url><loc>{site.url(piece)}</loc><lastmod>{_newest(piece, now)}</lastmod>"
        f"<news:news><news:publication_date>{iso(piece.published)}</news:publication_date>"
        f"<news:title>{piece.title}</news:title></news:news></url>"
        for piece in shown
    )
    body = (
        "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' "
        f"xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'>{entries}</urlset>"
    )
    return "application/xml", gzip.compress(body.encode())


def _section(_site: Site, shown: list[Piece], _now: float) -> tuple[str, bytes]:
    links = "".join(f"<li><a href='{p.path}?utm_source=x'>{p.title}</a></li>" for p in shown)
    return "text/html", f"<title>پگاه</title><a href='/about'>ما</a><ul>{links}</ul>".encode()


def _rss(site: Site, shown: list[Piece], now: float) -> tuple[str, bytes]:
    items = []
    for piece in shown:
        link = (
            f"{site.address}/old/{piece.number:05d}" if site.kind == "moving" else site.url(piece)
        )
        text = piece.text(now) if site.kind == "feed" else f"نسخه {_change(piece, now):.0f}"
        date = "۲۳ آبان ۱۴۰۲ - ۲۰:۱۰" if site.kind == "damaged" else iso(piece.published)
        items.append(
            f"<item><title>{piece.title}</title><link>{link}?utm_medium=rss</link>"
            f"<description>{text}</description><pubDate>{date}</pubDate></item>"
        )
    if site.kind == "damaged":
        items.insert(1, "<item><title>شکسته & <b</title><link>:::</link></item>")
        items = [one.replace(" روز ", "&nbsp;روز&zwnj; ") for one in items]
    body = f"<rss version='2.0'><channel><title>پگاه</title>{''.join(items)}</channel></rss>"
    if site.kind == "cp1256":
        body = body.replace("ی", "ي").replace("۱", "1")
        head = "<?xml version='1.0' encoding='windows-1256'?>"
        return "text/xml", (head + body).encode("cp1256", "xmlcharrefreplace")
    return "application/rss+xml", body.encode()


_LISTS = {"json": _json_feed, "atom": _atom, "sitemap": _sitemap, "section": _section}


def _page(site: Site, piece: Piece, now: float) -> bytes:
    own = site.address + "/news/00001/festival" if site.kind == "lying" else site.url(piece)
    return (
        f"<html><head><meta charset=utf-8><title>{piece.title}</title>"
        f"<link rel=canonical href='{own}'></head><body><h1>{piece.title}</h1>"
        f"<p>{piece.text(now)}</p></body></html>"
    ).encode()


def answered(site: Site, path: str, now: float) -> Answer:
    """Return status, headers and body of what a site answers at a moment."""
    path = path.partition("?")[0]
    if path == "/robots.txt":
        delay = f"Crawl-delay: {CRAWL_DELAY:.0f}\n" if site.slow else ""
        return 200, {}, f"User-agent: *\n{delay}Disallow: /private/\n".encode()
    if path == "/index.xml":
        body = f"<sitemapindex><sitemap><loc>{site.address}/list</loc></sitemap></sitemapindex>"
        return 200, {"Content-Type": "application/xml"}, body.encode()
    if path == "/list":
        media, body = _LISTS.get(site.kind, _rss)(site, site.listed(now), now)
        return 200, {"Content-Type": media, "ETag": f'"{hash(body)}"'}, body
    number = path.split("/")[2] if path.count("/") >= 2 else ""
    piece = next((p for p in site.pieces if f"{p.number:05d}" == number), None)
    if piece is None or piece.published > now:
        return 404, {}, b""
    if path.startswith("/old/"):
        return 301, {"Location": piece.path + "#top"}, b""
    return (
        200,
        {"Content-Type": "text/html", "Last-Modified": iso(_change(piece, now))},
        _page(site, piece, now),
    )


_ERRORS: tuple[Answer, ...] = (
    (500, {}, b"<h1>Error</h1>"),
    (503, {"Retry-After": "120"}, b""),
    (429, {}, b""),
    (200, {"Content-Type": "text/html"}, bytes(range(256)) * 4),
    (200, {"Content-Encoding": "gzip"}, gzip.compress(bytes(40_000_000))),
)
_WAYS_TO_FAIL = len(_ERRORS) + 2


def _failing(how: int, status: int, headers: dict[str, str], body: bytes) -> Answer:
    """What a site answers that fails: an error, half of the answer, or the answer too late."""
    if how < len(_ERRORS):
        return _ERRORS[how]
    if how == len(_ERRORS):
        return status, {**headers, "Content-Length": str(len(body) + 99)}, body[:40]
    time.sleep(_HANG)
    return status, headers, body


class Sites:
    """The sites on their ports, with failures by chance; stops the watch at given counts."""

    def __init__(
        self, sites: list[Site], now: Callable[[], float], failing: float, seed: int
    ) -> None:
        self.sites, self.now, self.failing = sites, now, failing
        self.chance, self.lock = random.Random(seed), threading.Lock()
        self.total, self.failed = 0, 0
        self._servers = [self._serve(site) for site in sites]

    def _serve(self, site: Site) -> ThreadingHTTPServer:
        world = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                with world.lock:
                    now = world.now()
                    site.asked.append((now, self.path))
                    world.total += 1
                    fails = world.chance.random() < world.failing
                    world.failed += fails
                    how = world.chance.randrange(_WAYS_TO_FAIL)
                status, headers, body = answered(site, self.path, now)
                if headers.get("ETag") and self.headers.get("If-None-Match") == headers["ETag"]:
                    status, body = 304, b""
                if fails:
                    status, headers, body = _failing(how, status, headers, body)
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                if "Content-Length" not in headers:
                    self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def handle(self) -> None:
                try:
                    super().handle()
                except OSError:  # the watch was killed, or gave up
                    self.close_connection = True

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002
                pass

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        server.daemon_threads = True
        server.block_on_close = False
        site.address = f"http://127.0.0.1:{server.server_port}"
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        return server

    def close(self) -> None:
        """Stop all servers."""
        for one in self._servers:
            one.shutdown()
            one.server_close()


def plan_of(sites: list[Site]) -> str:
    """Return the feeds.toml of the sites."""
    lines = [
        "[watch]",
        f"pace = '{PACE:.0f}s'\ntimeout = '{TIMEOUT}s'\nevery = '{EVERY:.0f}s'",
        "allow_private = true",
        "recheck = ['1h', '2h']\naskers = 6",
    ]
    for number, site in enumerate(sites, 1):
        place = "/index.xml" if site.kind == "sitemap" else "/list"
        lines.append(f"[[source]]\nurl = '{site.address}{place}'\noutlet = 'پگاه {number}'")
        lines += ["kind = 'section'"] if site.kind == "section" else []
        lines += ["text = 'feed'"] if site.kind == "feed" else []
    return "\n".join(lines)
