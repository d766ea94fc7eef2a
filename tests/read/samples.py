"""Inputs of every kind, and the short way through the one door."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from gofteh.read import ReadOptions, read_articles
from gofteh.records import Article, Failure


def read(*inputs: str | Path, **limits: Any) -> list[Article | Failure]:
    return list(read_articles(map(str, inputs), options=ReadOptions(**limits)))


def lines(*records: object) -> bytes:
    return b"".join(json.dumps(record).encode() + b"\n" for record in records)


def codes(items: Iterable[Article | Failure]) -> list[str]:
    return [item.code if isinstance(item, Failure) else "article" for item in items]


RECORDS = lines(
    {
        "id": 7,
        "title": " سد پر شد ",
        "text": "متن\r\nبا [پیوند](#) و انتهای پیام\n",
        "x": {"y": [1]},
    },
    {"text": "دوم", "url": "https://a.example/2", "published": "۲۹ بهمن ۱۳۹۸ - ۰۶:۵۵"},
)


FEED = """<?xml version="1.0" encoding="{encoding}"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>خبرگزاري نيلوفر | آخرين خبرها</title>
<item><title>سد می‌شود &amp;amp; رود</title><link>https://n.example/1</link><guid>g1</guid>
<description>کوتاه</description>
<content:encoded><![CDATA[<p>آب می&zwnj;آید.</p><p>کشاورزان می‌گویند.</p>]]></content:encoded>
<pubDate>Tue, 18 Feb 2020 03:25:00 +0330</pubDate></item>
<item><title>بي متن</title><link>https://n.example/2</link><pubDate>۲۹ بهمن ۱۳۹۸</pubDate></item>
<item><title>ساده</title><link>https://n.example/3</link><description>متن & ساده</description>
<pubDate>۲۹ بهمن ۱۳۹۸ - ۰۶:۵۵</pubDate></item>
</channel></rss>"""


def archive(*pages: tuple[str, bytes, bytes], pack: bool = False) -> bytes:
    """Return a WARC of responses: address, HTTP head, body."""
    out = b""
    for number, (address, http, body) in enumerate(pages):
        block = http + b"\r\n\r\n" + body
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\n"
            f"WARC-Date: 2024-03-05T07:40:00Z\r\nWARC-Record-ID: <urn:uuid:{number}>\r\n"
            f"Content-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(block)}\r\n\r\n"
        )
        record = head.encode() + block + b"\r\n\r\n"
        out += gzip.compress(record) if pack else record
    return out
