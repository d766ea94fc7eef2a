"""Articles to measure with: the same for every system and at every call."""

from __future__ import annotations

import hashlib
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from gofteh import Article
from gofteh.read import ReadOptions, read_articles

Told = dict[str, str]


def articles(paths: Sequence[Path]) -> Iterator[Article]:
    """Yield the articles of files; what cannot be read is passed over."""
    for item in read_articles(list(map(str, paths)), options=ReadOptions()):
        if isinstance(item, Article) and item.text.strip():
            yield item


def told_of(article: Article) -> Told:
    """Return what a worker is told of an article."""
    return {"title": article.title or "", "text": article.text}


def sampled(paths: Sequence[Path], number: int) -> list[Told]:
    """Return so many articles, in turn one of each outlet that has one left, then mixed.

    Raises ``ValueError`` where there are fewer.
    """
    by_outlet = defaultdict[str, list[tuple[str, Told]]](list)
    for one in articles(paths):
        place = hashlib.sha256(one.raw.encode("utf-8", "surrogatepass")).hexdigest()
        by_outlet[one.outlet or ""].append((place, told_of(one)))
    shares = [sorted(share, key=lambda pair: pair[0]) for _, share in sorted(by_outlet.items())]
    chosen: list[Told] = []
    for turn in range(max(map(len, shares), default=0)):
        chosen += [share[turn][1] for share in shares if turn < len(share)]
    if len(chosen) < number:
        raise ValueError(f"{len(chosen):,} articles are there, {number:,} were asked for")
    chosen = chosen[:number]
    random.Random(14).shuffle(chosen)
    return chosen


def many(told: Sequence[Told], number: int) -> Iterator[Told]:
    """Yield so many articles: all there are, then as many made of their halves, no two alike.

    In the n-th round an article goes on as the n-th behind it does, so that no article comes twice
    though its sentences do.
    """
    for at in range(number):
        turn, own = divmod(at, len(told))
        one, other = told[own], told[(own + turn) % len(told)]
        yield one if turn == 0 else {"title": one["title"], "text": _joined(one, other)}


def _joined(one: Told, other: Told) -> str:
    first, second = one["text"], other["text"]
    return first[: _break(first)] + "\n" + second[_break(second) :].lstrip()


def _break(text: str) -> int:
    """A place about the middle where a line or a word ends."""
    middle = len(text) // 2
    line = text.find("\n", middle)
    return line if line >= 0 else max(text.find(" ", middle), 0)


def parts(text: str, length: int) -> list[str]:
    """Return a text in parts of about so many characters, cut where a line or a word ends."""
    out, start = [], 0
    while start < len(text):
        end = start + length
        if end < len(text):
            line = text.rfind("\n", start + length // 2, end)
            end = line if line > 0 else max(text.rfind(" ", start + length // 2, end), start + 1)
        out.append(text[start:end])
        start = end
    return out
