"""Processes killed at random moments (``kill -9``), and what they leave behind.

    PYTHONPATH=tests .venv/bin/python -m attack.kill --kills 300 --seed 1

Ingest, a second extraction, the linking anew (``gofteh link --db``), a migration and an export are
begun in processes of their own and killed while they work. After each the database must be whole
(`Store.check`), must hold no fewer articles than before, and an export must be there whole or not
at all. What was killed is done again in the end, and all must be there once.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import sqlite3
import tempfile
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path

from gofteh.formats import FORMATS
from gofteh.records import Article, Failure, Reading
from gofteh.report.output import whole_file
from gofteh.store import Extractor, Query, open_store
from gofteh.store import ingest as ingesting
from gofteh.store.database import SCHEMA_VERSION, migrations

_ARTICLES = 80
_NAMES = ("لیلا فرهمند", "الهام مشکاتی", "رضا نیکو", "مینا پورداد")
_OLDEST = 1


class News:
    """Fictional articles with their readings, made once: what is killed is the writing."""

    def __init__(self, count: int) -> None:
        from gofteh.pipeline import extract

        texts = (
            f"{_NAMES[n % 4]} گفت: سد {n} پر است.\nاو افزود: پل {n} بسته است." for n in range(count)
        )
        self.articles = [Article(text, id=f"n{n}", outlet="پگاه") for n, text in enumerate(texts)]
        self._readings = {one.id: extract(one, reader="grammar") for one in self.articles}
        self.statements = sum(len(reading.statements) for reading in self._readings.values())

    def read(self, items: Iterable[Article | Failure]) -> Iterator[Reading | Failure]:
        for item in items:
            yield item if isinstance(item, Failure) else self._readings[item.id]


class Killing:
    """One kind of work over one database: begun, killed, looked at."""

    def __init__(self, folder: Path, news: News) -> None:
        self.folder, self.news = folder, news
        self.database = folder / "news.db"
        self.there = 0
        self.begin()

    def begin(self) -> None:
        """Make what is there before."""

    def work(self) -> None:
        """Do what is killed."""
        raise NotImplementedError

    def look(self) -> None:
        """Raise ``AssertionError`` where something is damaged or lost."""
        with open_store(str(self.database)) as store:
            assert list(store.check()) == []
            count = store.db.rows("SELECT count(*) FROM article")[0][0]
            assert count >= self.there, f"{count} articles where {self.there} were"
            self.there = count

    def end(self) -> None:
        """Do it again to its end: everything must be there once."""
        self.work()
        self.look()
        assert self.there == len(self.news.articles)
        with open_store(str(self.database)) as store:
            assert store.count(Query()).number == self.news.statements


class Ingest(Killing):
    def work(self) -> None:
        with open_store(str(self.database)) as store:
            for _ in store.ingest(self.news.articles, self.news.read):
                pass


class Reextraction(Ingest):
    number = 0

    def begin(self) -> None:
        self.work()
        self.look()

    def work(self) -> None:
        Reextraction.number += 1
        by = Extractor("99.0", f"rules {os.getpid()} {Reextraction.number}", "model")
        with open_store(str(self.database)) as store:
            for _ in store.ingest(self.news.articles, self.news.read, by):
                pass


class Linking(Ingest):
    """Every article linked anew, by nothing that was linked before."""

    def begin(self) -> None:
        super().work()
        self.look()
        self.work()
        self.whole = self.counts()

    def work(self) -> None:
        with open_store(str(self.database)) as store:
            for _ in store.links.link_again():
                pass

    def counts(self) -> tuple[int, ...]:
        with open_store(str(self.database)) as store:
            return tuple(store.links.counts())

    def end(self) -> None:
        super().end()
        assert self.counts() == self.whole, "other persons or families than before"


class Migration(Killing):
    """A database of the first version, opened by today's."""

    def begin(self) -> None:
        for path in self.folder.glob("news.db*"):
            path.unlink()
        with closing(sqlite3.connect(self.database, isolation_level=None)) as made:
            for number, script in migrations("sqlite", 0):
                if number <= _OLDEST:
                    made.executescript(script)
            made.execute(f"PRAGMA user_version = {_OLDEST}")
            made.execute("BEGIN")
            made.execute(
                "INSERT INTO run (version, rules, model, started) VALUES ('0', '', '', '')"
            )
            for key, one in enumerate(self.news.articles):
                columns = "key, id, hash, raw, body_start, run"
                sql = f"INSERT INTO article ({columns}) VALUES (?, ?, '', ?, 0, 1)"
                made.execute(sql, (key, one.id, one.text))
            made.execute("COMMIT")
        self.there = len(self.news.articles)

    def work(self) -> None:
        with open_store(str(self.database)):
            pass

    def look(self) -> None:
        with closing(sqlite3.connect(self.database)) as made:
            version = made.execute("PRAGMA user_version").fetchone()[0]
            count = made.execute("SELECT count(*) FROM article").fetchone()[0]
        assert version in (_OLDEST, SCHEMA_VERSION), f"half a migration: {version}"
        assert count == len(self.news.articles)
        if version == SCHEMA_VERSION:
            self.begin()  # another one to be killed

    def end(self) -> None:
        self.work()
        with open_store(str(self.database)) as store:
            assert store.db.rows("SELECT count(*) FROM article") == [(len(self.news.articles),)]


class Export(Ingest):
    def begin(self) -> None:
        super().work()
        self.look()
        self.work()
        self.whole = self.target.read_bytes()

    @property
    def target(self) -> Path:
        return self.folder / "export.jsonl"

    def work(self) -> None:
        self.target.unlink(missing_ok=True)
        with open_store(str(self.database)) as store, whole_file(self.target) as out:
            writer = FORMATS["jsonl"].open(out)
            for one in store.each_article(Query()):
                writer.write(one.reading)
            writer.close()

    def look(self) -> None:
        super().look()
        if hasattr(self, "whole") and self.target.exists():
            assert self.target.read_bytes() == self.whole, "half an export"


KINDS: tuple[type[Killing], ...] = (Ingest, Reextraction, Linking, Migration, Export)


def killed(work: Callable[[], None], seconds: float) -> bool:
    """Begin work in a process and kill it after so long; return whether it was still at work."""
    child = os.fork()
    if not child:
        code = 1
        try:
            work()
            code = 0
        except BaseException:
            traceback.print_exc()
        os._exit(code)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert code in (0, -signal.SIGKILL), "it failed by itself"
    return code != 0


def run(
    kind: type[Killing], news: News, kills: int, source: random.Random, seconds: float = 1e9
) -> tuple[int, int]:
    """Kill one kind of work until so many have died at it, or the time is over.

    Returns how many died at work, and how many had ended before.
    """
    deaths = finished = 0
    with tempfile.TemporaryDirectory(prefix="gofteh-kill-") as folder:
        one = kind(Path(folder), news)
        began = time.monotonic()
        if kind is not Ingest:  # which is timed by what it leaves
            one.work()
        longest = max(0.05, 0.9 * (time.monotonic() - began))
        if kind is Migration:
            one.begin()
        while deaths < kills and time.monotonic() - began < seconds:
            if killed(one.work, source.uniform(0.0, longest if kind is not Ingest else 0.15)):
                deaths += 1
            else:
                finished += 1
                longest *= 0.8
            one.look()
            if kind is Ingest and one.there == len(news.articles):
                for path in one.folder.glob("news.db*"):
                    path.unlink()
                one.there = 0
        one.end()
    return deaths, finished


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m attack.kill")
    parser.add_argument("--kills", type=int, default=40)
    parser.add_argument("--minutes", type=float, default=1e6, help="at most, in all")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    ingesting._BATCH = 8  # many transactions to be killed in
    source, news = random.Random(asked.seed), News(_ARTICLES)
    for kind in KINDS:
        began = time.monotonic()
        share = asked.minutes * 60 / len(KINDS)
        deaths, finished = run(kind, news, max(1, asked.kills // len(KINDS)), source, share)
        took = time.monotonic() - began
        print(
            f"  {kind.__name__.lower()}: {deaths} killed at work, {finished} had ended before, "
            f"all whole; {took:.0f} s",
            flush=True,
        )


if __name__ == "__main__":
    main()
