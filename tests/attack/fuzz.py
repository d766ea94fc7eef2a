"""Random input to reading, repair and extraction, for as long as one likes.

    PYTHONPATH=tests .venv/bin/python -m attack.fuzz --minutes 30 --seed 1
    PYTHONPATH=tests .venv/bin/python -m attack.fuzz --minutes 5 --only reading

Hypothesis makes the inputs (damaged files of every kind, texts of the grammar's and the repair's
own words, any Unicode), and makes a small example of what fails. What must hold:

- reading: whatever a file holds under whatever name, articles and failures come out, and no failure
  tells of a bug of ours (``internal``);
- repair: the edits tell the whole change, offsets map back, a second repair changes nothing;
- extraction: every span is in its text (`gofteh.verify`), by the grammar and by both readers, and
  the record is one of the JSON Schema;
- each takes no more than so many seconds of the processor.

Ends with 1 where something failed; the counts are printed at the end.
"""

from __future__ import annotations

import argparse
import gzip
import json
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import jsonschema_rs
import zstandard
from benchmarks.hostile import PIECES
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

import gofteh
from attack.poison import GOOD
from gofteh.read import read_articles
from gofteh.records import Article, Failure
from gofteh.records.codec import item_record
from gofteh.records.schema import json_schema
from gofteh.report.jsonlines import encode_line
from gofteh.verify import verify_record
from read.samples import FEED, RECORDS, archive, lines
from repairing.test_laws import check_edits, check_untouched, texts

_ROOT = Path(__file__).resolve().parents[2]
_ROUND = 150  # examples between two looks at the clock
_SECONDS = 20.0  # of the processor, for one example
_SHOWN = 2000  # characters of a failure
_SUFFIXES = (
    *(".html", ".txt", ".jsonl", ".ndjson", ".parquet", ".xml", ".warc", ".csv", ".tsv", ".json"),
    *(".tar", ".tgz", ".jsonl.gz", ".warc.gz", ".parquet.gz", ".xml.zst", ".tar.zst", "", ".bin"),
)
_CHUNKS = (
    *(b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"<", b"</", b"<![CDATA[", b"]]>", b"&#0;", b"&zwnj;"),
    *(b'"', b"\n", b"\r", b"{", b"[", b"}" * 3, b"[" * 300, b"\\ud800", b"PAR1", b"WARC/1.0\r\n"),
    *(
        b"<item>",
        b"</item>",
        b"<p>",
        b"<script>",
        b"\x1f\x8b",
        b"\x28\xb5\x2f\xfd",
        b",",
        b";",
        b"-1",
    ),
    *(b"99999999999999999999", b"Content-Length: 4\r\n", b"Transfer-Encoding: chunked\r\n", b"id"),
    *("سد".encode(), "می\u200cشود".encode(), "۱۴۰۳/۲/۳۱".encode(), "سد".encode("cp1256")),
)


@cache
def seeds() -> tuple[bytes, ...]:
    """A sound file of every kind that is read."""
    pages = [path.read_bytes() for path in sorted((_ROOT / "examples" / "pages").glob("*.html"))]
    feed = FEED.format(encoding="utf-8").encode()
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8"
    warc = archive(*((f"https://n.example/{n}", http, page) for n, page in enumerate(pages[:3])))
    sheet = f"id,title,متن,تاریخ\n1,سد,{GOOD},۱۴۰۳/۲/۱\n2,پل,«{GOOD}»,1403-02-02\n".encode()
    document = b"[" + b",".join(RECORDS.splitlines()) + b"]"
    plain = [*pages, feed, RECORDS, warc, sheet, document, _table(), GOOD.encode(), _tar()]
    packed = [gzip.compress(one) for one in plain[-7:]]
    return (*plain, *packed, *(zstandard.compress(one) for one in plain[-7:]))


def _table() -> bytes:
    import io

    import pyarrow as pa
    import pyarrow.parquet as pq

    out = io.BytesIO()
    pq.write_table(pa.table({"id": ["a", "b"], "text": [GOOD, GOOD], "n": [1, 2]}), out)
    return out.getvalue()


def _tar() -> bytes:
    import io
    import tarfile

    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as made:
        for name, data in (("a.jsonl", RECORDS), ("b/c.txt", GOOD.encode()), ("d.csv", lines(1))):
            member = tarfile.TarInfo(name)
            member.size = len(data)
            made.addfile(member, io.BytesIO(data))
    return out.getvalue()


@st.composite
def files(draw: st.DrawFn) -> bytes:
    """A sound file with some bytes cut out, doubled, exchanged or put in."""
    data = draw(st.sampled_from(seeds()))
    for _ in range(draw(st.integers(0, 6))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.sampled_from((0, 1, 2, 8, 60, 1000))))
        more = draw(
            st.one_of(st.sampled_from(_CHUNKS), st.binary(max_size=8), st.just(data[start:end] * 2))
        )
        data = data[:start] + more + data[end:]
    return data[: draw(st.sampled_from((len(data),) * 3 + (len(data) // 2, 64)))]


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raise in the block where it takes more of the processor: other work does not count."""

    def over(_number: int, _frame: object) -> None:
        raise TimeoutError(f"more than {seconds:g} seconds of the processor")

    before = signal.signal(signal.SIGPROF, over)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


articles = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=60).map("".join),
    texts,
    st.text(max_size=200),
)


def reading(folder: Path) -> Callable[[], None]:
    @given(data=files(), suffix=st.sampled_from(_SUFFIXES))
    def check(data: bytes, suffix: str) -> None:
        path = folder / f"input{suffix}"
        path.write_bytes(data)
        with within(_SECONDS):
            for item in read_articles([str(path)]):
                assert isinstance(item, Article | Failure)
                if isinstance(item, Failure):
                    assert item.code != "internal", item
                else:
                    assert item.raw.strip()
                assert item.origin and item.origin.input == str(path)

    return check


def repair(_folder: Path) -> Callable[[], None]:
    @given(
        raw=st.one_of(texts, articles), level=st.sampled_from(("characters", "spacing", "spelling"))
    )
    def check(raw: str, level: str) -> None:
        with within(_SECONDS):
            result = gofteh.repair(raw, level)
            check_edits(raw, result)
            check_untouched(raw, result)
            assert not gofteh.repair(result.text, level).edits

    return check


def extraction(_folder: Path) -> Callable[[], None]:
    valid = jsonschema_rs.validator_for(json_schema())
    titles = st.one_of(st.none(), st.lists(st.sampled_from(PIECES), max_size=8).map(" ".join))

    @given(text=articles, title=titles, reader=st.sampled_from(("grammar", "both")))
    def check(text: str, title: str | None, reader: str) -> None:
        article = Article(text, title=title)
        with within(_SECONDS):
            record = item_record(gofteh.extract(article, reader=reader, repaired="spacing"))
            assert verify_record(record, article.raw) == ()
            assert valid.is_valid(json.loads(encode_line(record)))

    return check


TARGETS = {made.__name__: made for made in (reading, repair, extraction)}


def rounds(names: list[str], seconds: float, first: int) -> tuple[dict[str, int], int]:
    """Run the targets in turn until the time is over; return examples of each, and failures."""
    counts, failed, number = dict.fromkeys(names, 0), 0, first
    until = time.monotonic() + seconds
    with tempfile.TemporaryDirectory(prefix="gofteh-fuzz-") as folder:
        while time.monotonic() < until:
            for name in names:
                failed += _round(TARGETS[name](Path(folder)), number, name, counts)
            number += 1
    return counts, failed


def _round(check: Callable[[], None], number: int, name: str, counts: dict[str, int]) -> bool:
    """Run so many examples of one seed; print what fails."""
    run = settings(
        max_examples=_ROUND,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )(seed(number)(check))
    counts[name] += _ROUND
    try:
        run()
    except Exception:  # printed with its smallest example; the others go on
        told = traceback.format_exc(limit=-3)
        print(f"{name}, seed {number}:\n…{told[-_SHOWN:]}", file=sys.stdout, flush=True)
        return True
    return False


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m attack.fuzz")
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", nargs="*", choices=TARGETS, default=list(TARGETS))
    given_ = parser.parse_args()
    began = time.monotonic()
    counts, failed = rounds(given_.only, given_.minutes * 60, given_.seed)
    took = (time.monotonic() - began) / 60
    told = ", ".join(f"{name} {count:,}" for name, count in counts.items())
    print(f"{took:.1f} minutes from seed {given_.seed}: {told} examples; {failed} rounds failed")
    raise SystemExit(1 if failed else 0)


if __name__ == "__main__":
    main()
