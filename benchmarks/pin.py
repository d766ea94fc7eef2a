"""Pin what the extraction gives, byte for byte, so that a change of its code can be proved silent.

    python -m benchmarks.pin write SHARED            pin today's records
    python -m benchmarks.pin check SHARED            compare with the pin, show what differs

Read are the gold sets, a sample by outlet of the corpus (``SHARED`` is the folder of real articles
and gold), the fictional gold, and hostile texts (`benchmarks.hostile`). The pin holds hashes alone:
a line for each article with its name, the hash of its record, and a short hash of each of its
parts: the article with its speakers, then every statement. ``check`` names each article whose
record differs and shows the first part that does; it ends with status 1 if there is any.

    python -m benchmarks.pin write SHARED --records before.jsonl
    python -m benchmarks.pin check SHARED --records before.jsonl

keeps the records themselves beside the pin, and shows the old part beside the new one. The file
holds texts of the articles: it stays out of the repository. ``--reader grammar`` leaves the learned
reader out of both: faster where rules alone are moved, and a change shows only where it is made, as
the network reads whole articles. The pin in the repository is of both readers.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.hostile import SENTENCES, mixtures, text_of

from gofteh import Article, extract
from gofteh.readers import Reader
from gofteh.records.codec import item_record
from gofteh.report.jsonlines import encode_line

ROOT = Path(__file__).resolve().parent.parent
PIN = ROOT / "benchmarks" / "pin.tsv"
# Annotated batches that the grammar was developed on; the others stay unread.
BATCHES = (
    *(f"t{n:02}" for n in range(8)),
    *(f"u{n:02}" for n in range(12)), "u16", "u17",
)  # fmt: skip
# Articles of one outlet at most; all outlets together make about 1,500.
_AN_OUTLET = 45
_SENTENCES = 150
_MIXTURES = 400
_SHOWN = 20
# Hexadecimal digits of the hash of a record, and of a part of one.
_WHOLE, _PART = 16, 6
_KEPT = ("id", "title", "text", "url", "outlet", "published")


def named_articles(shared: Path) -> Iterator[tuple[str, Article]]:
    """Yield every article of the pin with its name."""
    gold = shared / "gold"
    files = [ROOT / "tests/gold/fictional.articles.jsonl"]
    files += [gold / f"{name}.articles.jsonl" for name in ("dev", "ud_dev")]
    files += [gold / "batches" / f"{name}.articles.jsonl" for name in BATCHES]
    for file in files:
        for line in file.read_text("utf-8").splitlines():
            record = json.loads(line)
            yield f"{file.name.split('.')[0]}/{record['id']}", _article(record)
    yield from _sample(shared)
    for kind in SENTENCES:
        yield f"hostile/{kind}", Article(text=text_of(kind, _SENTENCES), id=kind)
    for number, text in enumerate(mixtures(_MIXTURES)):
        yield f"mixture/{number}", Article(text=text, id=str(number))


def _article(record: dict[str, Any]) -> Article:
    return Article(**{name: record[name] for name in _KEPT if record.get(name) is not None})


def _sample(shared: Path) -> Iterator[tuple[str, Article]]:
    """Some articles of every outlet of the corpus, chosen by the hash of their names."""
    reserved = frozenset((shared / "gold/reserved_ids.txt").read_text("utf-8").split())
    outlets: defaultdict[str, list[tuple[str, dict[str, Any]]]] = defaultdict(list)
    for file in sorted((shared / "corpus").glob("*.jsonl.gz")):
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                if record["id"] not in reserved:
                    outlet = f"{record.get('set')} {record['outlet']}"
                    outlets[outlet].append((_hash(record["id"].encode()), record))
    for outlet in sorted(outlets):
        for _, record in sorted(outlets[outlet], key=lambda pair: pair[0])[:_AN_OUTLET]:
            yield f"corpus/{record['id']}", _article(record)


def parts_of(article: Article, reader: Reader) -> list[bytes]:
    """Return an article's record as lines: the article with its speakers, then every statement."""
    record = item_record(extract(article, reader=reader))
    statements = record.pop("statements")
    return [encode_line(record), *map(encode_line, statements)]


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _line(parts: list[bytes]) -> str:
    short = "".join(_hash(part)[:_PART] for part in parts)
    return f"{_hash(b''.join(parts))[:_WHOLE]}\t{short}"


def write(shared: Path, records: Path | None, reader: Reader = Reader.BOTH) -> int:
    """Pin today's records."""
    lines, kept = [], []
    for name, article in named_articles(shared):
        parts = parts_of(article, reader)
        lines.append(f"{name}\t{_line(parts)}\n")
        kept.append(json.dumps([name, [part.decode() for part in parts]], ensure_ascii=False))
    PIN.write_text("".join(lines), "utf-8")
    if records:
        records.write_text("\n".join(kept) + "\n", "utf-8")
    print(f"{len(lines)} articles pinned")
    return 0


def check(shared: Path, records: Path | None, reader: Reader = Reader.BOTH) -> int:
    """Compare today's records with the pin and show what differs."""
    pinned = dict(line.split("\t", 1) for line in PIN.read_text("utf-8").splitlines())
    before = dict(map(json.loads, records.read_text("utf-8").splitlines())) if records else {}
    different = missing = 0
    for name, article in named_articles(shared):
        parts = parts_of(article, reader)
        missing += name not in pinned
        if name in pinned and _line(parts) != pinned.pop(name):
            different += 1
            if different <= _SHOWN:
                _show(name, parts, before.get(name), _pinned_hashes(name))
    print(f"{different} differ, {missing} are not in the pin, {len(pinned)} are missing")
    return int(bool(different or missing or pinned))


def _pinned_hashes(name: str) -> list[str]:
    line = next(x for x in PIN.read_text("utf-8").splitlines() if x.startswith(f"{name}\t"))
    short = line.split("\t")[2]
    return [short[i : i + _PART] for i in range(0, len(short), _PART)]


def _show(name: str, parts: list[bytes], before: list[str] | None, hashes: list[str]) -> None:
    """Print the first part of a record that differs from the pin; statements before speakers."""
    now = [_hash(part)[:_PART] for part in parts]
    places = [*range(1, max(len(now), len(hashes))), 0]
    first = next((k for k in places if now[k : k + 1] != hashes[k : k + 1]), 0)
    what = f"statement {first}" if first else "the article and its speakers"
    print(f"{name}: {what} ({len(hashes) - 1} statements before, {len(now) - 1} now)")
    if before:
        print(f"  before: {before[first].strip() if first < len(before) else 'nothing'}")
    print(f"  now:    {parts[first].decode().strip() if first < len(parts) else 'nothing'}")


def main() -> int:
    """Read the arguments; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pin")
    parser.add_argument("command", choices=("write", "check"))
    parser.add_argument("shared", type=Path, help="the folder of real articles and gold")
    parser.add_argument("--records", type=Path, help="a file of whole records beside the pin")
    parser.add_argument("--reader", type=Reader, choices=list(Reader), default=Reader.BOTH)
    arguments = parser.parse_args()
    command = write if arguments.command == "write" else check
    return command(arguments.shared, arguments.records, arguments.reader)


if __name__ == "__main__":
    sys.exit(main())
