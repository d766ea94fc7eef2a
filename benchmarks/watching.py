"""A day's watch of hostile feeds on this machine, by a clock that leaps, killed again and again.

    python benchmarks/watching.py --hosts 50 --hours 24 --kills 20

The watch itself moves the clock on by which the sites (`newssites`) publish. One answer in a
hundred fails. The watch is a process of its own that is killed (SIGKILL) while it works. At the
end it is counted what was lost, what is there twice, and how close two requests to a host were.
"""

from __future__ import annotations

import argparse
import mmap
import random
import signal
import struct
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.newssites import (
    BEGIN,
    CRAWL_DELAY,
    PACE,
    Piece,
    Site,
    Sites,
    iso,
    make_sites,
    plan_of,
)

from gofteh.batch.extracting import extract_all, extract_article
from gofteh.store import Store, open_store
from gofteh.store.sqlite import SqliteDatabase
from gofteh.watch.clock import Inbox
from gofteh.watch.plan import read_plan
from gofteh.watch.watcher import Watcher

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


# --- the watch, killed ----------------------------------------------------------------------------


def child(folder: Path, until: float, seed: int) -> None:
    """Watch until the shared clock says that the time is over."""
    clock = SharedClock(folder / "clock")

    class Ending(SharedClock):
        def wait(self, inbox: Inbox[Any], until_: float, *, busy: bool) -> Any:
            if self.now() >= until:
                watcher.stop()
            return super().wait(inbox, until_, busy=busy)

    store = Store(SqliteDatabase(str(folder / "news.db")), now=lambda: iso(clock.now()))
    extract = partial(extract_all, work=partial(extract_article, reader="grammar"))
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
            _until(lambda: world.now() >= BEGIN + per_kill * (done + 1), process)  # noqa: B023
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
        if done >= kills or world.now() >= until:
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
        world = Sites(sites, SharedClock(folder / "clock").now, failing, seed)
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
