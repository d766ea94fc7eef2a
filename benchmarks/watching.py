"""A day's watch of hostile feeds on this machine, by a clock that leaps, killed again and again.

    python benchmarks/watching.py --hosts 50 --hours 24 --kills 20

Sites on local ports publish articles by a clock that the watch itself moves on: RSS, Atom, JSON
Feed, news sitemaps and section pages, with all that is wrong with such things. One answer in a
hundred fails. The watch is a process of its own that is killed (SIGKILL) while it works. At the
end it is counted what was lost, what is there twice, and how close two requests to a host were.
"""

from __future__ import annotations

import argparse
import gzip
import json
import mmap
import random
import signal
import struct
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from dataclasses import asdict, dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from gofteh.batch.extracting import extract_article, read_all
from gofteh.store import Store, open_store
from gofteh.store.sqlite import SqliteDatabase
from gofteh.watch.clock import Inbox
from gofteh.watch.plan import read_plan
from gofteh.watch.watcher import Watcher

BEGIN = 1_700_000_000.0  # 14 November 2023, 22:13:20 UTC
PACE, CRAWL_DELAY, EVERY = 5.0, 20.0, 900.0
TIMEOUT = 2.0  # seconds on the wall
LISTED = 12  # entries that a feed shows
_HANG = 3.0
# Hours more, in which what failed at the end is asked for again, and what changed is seen.
AFTER = 5.0


# --- the clock, in a file that both processes see and that no kill takes along --------------------


class SharedClock:
    """A clock in a file. The watch leaps on when nothing is under way; the sites read it."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("r+b")
        self._map = mmap.mmap(self._file.fileno(), 8)

    @staticmethod
    def make(path: Path, now: float) -> None:
        """Put a clock into a file."""
        path.write_bytes(struct.pack("d", now))

    def now(self) -> float:
        """Return the time."""
        return float(struct.unpack("d", self._map[:8])[0])

    def wait(self, inbox: Inbox[Any], until: float, *, busy: bool) -> Any:
        """Return the next message; without one, and nothing under way, leap on."""
        message = inbox.get(60.0 if busy else 0.0)
        if message is None and not busy:
            self._map[:8] = struct.pack("d", max(self.now(), until))
        return message


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


def _iso(moment: float) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(moment))


def _feed(site: Site, now: float) -> tuple[str, bytes]:
    shown = site.listed(now)
    if site.kind == "json":
        items = [
            {"id": site.url(p), "url": site.url(p), "title": p.title,
             "date_published": _iso(p.published),
             "date_modified": _iso(max(p.published, _change(p, now)))} for p in shown
        ]  # fmt: skip
        body = {"version": "https://jsonfeed.org/version/1.1", "title": "پگاه", "items": items}
        return "application/feed+json", json.dumps(body).encode()
    if site.kind == "atom":
        entries = "".join(
            f"<entry><id>{site.url(p)}</id><title>{p.title}</title><link href='{p.path}'/>"
            f"<updated>{_iso(max(p.published, _change(p, now)))}</updated></entry>" for p in shown
        )  # fmt: skip
        return "application/atom+xml", (
            f"<feed xmlns='http://www.w3.org/2005/Atom'><title>پگاه</title>{entries}</feed>".encode()
        )
    if site.kind == "sitemap":
        entries = "".join(
            f"<url><loc>{site.url(p)}</loc>"
            f"<lastmod>{_iso(max(p.published, _change(p, now)))}</lastmod>"
            f"<news:news><news:publication_date>{_iso(p.published)}</news:publication_date>"
            f"<news:title>{p.title}</news:title></news:news></url>" for p in shown
        )  # fmt: skip
        body = (
            "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' "
            f"xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'>{entries}</urlset>"
        )
        return "application/xml", gzip.compress(body.encode())
    if site.kind == "section":
        links = "".join(f"<li><a href='{p.path}?utm_source=x'>{p.title}</a></li>" for p in shown)
        return "text/html", f"<title>پگاه</title><a href='/about'>ما</a><ul>{links}</ul>".encode()
    return _rss(site, shown, now)


def _rss(site: Site, shown: list[Piece], now: float) -> tuple[str, bytes]:
    items = []
    for piece in shown:
        link = (
            f"{site.address}/old/{piece.number:05d}" if site.kind == "moving" else site.url(piece)
        )
        text = piece.text(now) if site.kind == "feed" else f"نسخه {_change(piece, now):.0f}"
        date = "۲۳ آبان ۱۴۰۲ - ۲۰:۱۰" if site.kind == "damaged" else _iso(piece.published)
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


def _page(site: Site, piece: Piece, now: float) -> bytes:
    own = site.address + "/news/00001/festival" if site.kind == "lying" else site.url(piece)
    return (
        f"<html><head><meta charset=utf-8><title>{piece.title}</title>"
        f"<link rel=canonical href='{own}'></head><body><h1>{piece.title}</h1>"
        f"<p>{piece.text(now)}</p></body></html>"
    ).encode()


def answered(site: Site, path: str, now: float) -> tuple[int, dict[str, str], bytes]:
    """Return status, headers and body of what a site answers at a moment."""
    path = path.partition("?")[0]
    if path == "/robots.txt":
        delay = f"Crawl-delay: {CRAWL_DELAY:.0f}\n" if site.slow else ""
        return 200, {}, f"User-agent: *\n{delay}Disallow: /private/\n".encode()
    if path == "/index.xml":
        body = f"<sitemapindex><sitemap><loc>{site.address}/list</loc></sitemap></sitemapindex>"
        return 200, {"Content-Type": "application/xml"}, body.encode()
    if path == "/list":
        media, body = _feed(site, now)
        return 200, {"Content-Type": media, "ETag": f'"{hash(body)}"'}, body
    number = path.split("/")[2] if path.count("/") >= 2 else ""
    piece = next((p for p in site.pieces if f"{p.number:05d}" == number), None)
    if piece is None or piece.published > now:
        return 404, {}, b""
    if path.startswith("/old/"):
        return 301, {"Location": piece.path + "#top"}, b""
    return (
        200,
        {"Content-Type": "text/html", "Last-Modified": _iso(_change(piece, now))},
        _page(site, piece, now),
    )


class Sites:
    """The sites on their ports, with failures by chance; stops the watch at given counts."""

    def __init__(self, sites: list[Site], clock: SharedClock, failing: float, seed: int) -> None:
        self.sites, self.clock, self.failing = sites, clock, failing
        self.chance, self.lock = random.Random(seed), threading.Lock()
        self.total, self.failed = 0, 0
        self._servers = [self._serve(site) for site in sites]

    def _serve(self, site: Site) -> ThreadingHTTPServer:
        world = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                with world.lock:
                    now = world.clock.now()
                    site.asked.append((now, self.path))
                    world.total += 1
                    fails = world.chance.random() < world.failing
                    world.failed += fails
                    how = world.chance.randrange(7)
                status, headers, body = answered(site, self.path, now)
                if headers.get("ETag") and self.headers.get("If-None-Match") == headers["ETag"]:
                    status, body = 304, b""
                if fails:
                    status, headers, body = self._failing(how, status, headers, body)
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                if "Content-Length" not in headers:
                    self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def _failing(self, how: int, status: int, headers: Any, body: bytes) -> Any:
                if how == 0:
                    return 500, {}, b"<h1>Error</h1>"
                if how == 1:
                    return 503, {"Retry-After": "120"}, b""
                if how == 2:
                    return 429, {}, b""
                if how == 3:  # cut off
                    return status, {**headers, "Content-Length": str(len(body) + 99)}, body[:40]
                if how == 4:
                    return 200, {"Content-Type": "text/html"}, bytes(range(256)) * 4
                if how == 5:
                    return 200, {"Content-Encoding": "gzip"}, gzip.compress(bytes(40_000_000))
                time.sleep(_HANG)
                return status, headers, body

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


# --- the watch, killed ----------------------------------------------------------------------------


def child(folder: Path, until: float, seed: int) -> None:
    """Watch until the shared clock says that the time is over."""
    clock = SharedClock(folder / "clock")

    class Ending(SharedClock):
        def wait(self, inbox: Inbox[Any], until_: float, *, busy: bool) -> Any:
            if self.now() >= until:
                watcher.stop()
            return super().wait(inbox, until_, busy=busy)

    store = Store(SqliteDatabase(str(folder / "news.db")), now=lambda: _iso(clock.now()))
    extract = partial(read_all, work=partial(extract_article, reader="grammar"))
    plan = read_plan((folder / "feeds.toml").read_text("utf-8"))
    watcher = Watcher(
        store, plan, extract, clock=Ending(folder / "clock"), chance=random.Random(seed)
    )
    watcher.run()


def watch_and_kill(folder: Path, world: Sites, until: float, kills: int, seed: int) -> int:
    """Run the watch to its end, killing it at ``kills`` moments on the way; return how many."""
    chance, done, begun = random.Random(seed), 0, 0
    per_kill = (until - BEGIN) / (kills + 1)
    while True:
        command = [sys.executable, __file__, "--child", str(folder), str(until), str(seed + begun)]
        begun += 1
        process = subprocess.Popen(command)
        if done < kills:
            _until(lambda: world.clock.now() >= BEGIN + per_kill * (done + 1), process)  # noqa: B023
            at = world.total + chance.randrange(40)
            _until(lambda: world.total >= at, process)  # noqa: B023
            time.sleep(chance.random() * 0.02)
        if done < kills and process.poll() is None:
            process.send_signal(signal.SIGKILL)
            process.wait(10)
            done += 1
            continue
        if process.wait(3600):
            raise RuntimeError("the watch ended with an error")
        if done >= kills or world.clock.now() >= until:
            return done


def _until(is_so: Any, process: subprocess.Popen[bytes], seconds: float = 1800.0) -> None:
    end = time.monotonic() + seconds
    while process.poll() is None and not is_so() and time.monotonic() < end:
        time.sleep(0.002)


# --- what came of it ------------------------------------------------------------------------------


@dataclass
class Figures:
    """What was there to be read, what is stored, and how gently it was asked for."""

    hosts: int
    hours: float
    kills: int
    requests: int
    failures: int
    published: int
    stored: int
    lost: int
    twice: int
    outdated: int
    forbidden_asked: int
    changed: int
    versions: int
    versions_twice: int
    closest: float
    too_close: int
    seconds: float


def figures(folder: Path, world: Sites, hours: float, kills: int, seconds: float) -> Figures:
    """Count what is stored against what was published."""
    end = BEGIN + hours * 3600
    with open_store(str(folder / "news.db"), make=False) as store:
        texts: dict[str, list[str]] = defaultdict(list)
        former: dict[str, list[str]] = defaultdict(list)
        for stored in store.each_article():
            article = stored.reading.article
            texts[article.url or ""].append(article.text)
            former[article.url or ""] += [one.raw for one in store.versions(article.key)]
    due = [(s, p) for s in world.sites for p in s.pieces if p.published <= end and not p.forbidden]
    changed = [(s, p) for s, p in due if p.changed and p.changed <= end + AFTER * 3600]
    gaps = [
        (after[0] - before[0], CRAWL_DELAY if site.slow else PACE)
        for site in world.sites
        for before, after in zip(site.asked, site.asked[1:], strict=False)
        if before[1] != "/robots.txt"  # the crawl-delay is known from there on
    ]
    urls = [url for url in texts if not url.endswith("/about")]
    return Figures(
        hosts=len(world.sites),
        hours=hours,
        kills=kills,
        requests=world.total,
        failures=world.failed,
        published=len(due),
        stored=sum(len(texts[url]) for url in urls),
        lost=sum(not texts[_name(s, p)] for s, p in due),
        twice=sum(len(texts[_name(s, p)]) > 1 for s, p in due)
        + len(set(urls) - {_name(s, p) for s, p in due} - _old(world)),
        outdated=sum(p.text(end + AFTER * 3600) not in texts[_name(s, p)] for s, p in due),
        forbidden_asked=sum(
            path.startswith("/private") for s in world.sites for _, path in s.asked
        ),
        changed=len(changed),
        versions=sum(map(len, former.values())),
        versions_twice=sum(len(set(raws)) < len(raws) for raws in former.values()),
        closest=min(gap for gap, _ in gaps),
        too_close=sum(gap < pace - 1e-6 for gap, pace in gaps),
        seconds=round(seconds, 1),
    )


def _name(site: Site, piece: Piece) -> str:
    return site.url(piece)


def _old(world: Sites) -> set[str]:
    """Addresses of articles that appeared after the time that is counted."""
    return {s.url(p) for s in world.sites for p in s.pieces}


def run(hosts: int, hours: float, kills: int, seed: int = 7, failing: float = 0.01) -> Figures:
    """Watch hostile sites for some hours of a leaping clock, and count."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="gofteh-watch-") as name:
        folder = Path(name)
        SharedClock.make(folder / "clock", BEGIN)
        sites = make_sites(hosts, hours, random.Random(seed))
        world = Sites(sites, SharedClock(folder / "clock"), failing, seed)
        (folder / "feeds.toml").write_text(plan_of(sites), "utf-8")
        try:
            until = BEGIN + (hours + AFTER) * 3600
            killed = watch_and_kill(folder, world, until, kills, seed)
        finally:
            world.close()
        return figures(folder, world, hours, killed, time.monotonic() - began)


def main() -> None:
    """Run it and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--hosts", type=int, default=50)
    parser.add_argument("--hours", type=float, default=24.0)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=7)
    given = parser.parse_args()
    found = run(given.hosts, given.hours, given.kills, given.seed)
    for key, value in asdict(found).items():
        print(f"{key:>16}  {value}")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        child(Path(sys.argv[2]), float(sys.argv[3]), int(sys.argv[4]))
    else:
        main()
