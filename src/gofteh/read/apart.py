"""Items of one input that bear one id, kept apart: else one would be taken for the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from gofteh.read.articles import read_articles
from gofteh.read.options import ReadOptions
from gofteh.records import Article, Failure

# Carries the id that an article came with, where it got another.
DUPLICATE_OF = "duplicate_of"


def read_apart(
    inputs: Iterable[str], options: ReadOptions, tell: Callable[[Article], None] | None = None
) -> Iterator[Article | Failure]:
    """Yield what `read_articles` does; an article whose id stood before in its input gets its own.

    The second of id ``n7`` becomes ``n7~2``, the next one ``n7~3``; ``extra["duplicate_of"]`` keeps
    ``n7``. ``tell`` is called with each of them. What is remembered is a number an article, of one
    input (a file, a folder) at a time: the same article in two inputs is one article.
    """
    for given in inputs:
        yield from _apart(read_articles([given], options=options), tell)


def _apart(
    items: Iterable[Article | Failure], tell: Callable[[Article], None] | None
) -> Iterator[Article | Failure]:
    seen: set[int] = set()
    counts: dict[str, int] = {}
    for item in items:
        if isinstance(item, Failure) or not _again(item.key, seen):
            yield item
            continue
        apart = _renamed(item, seen, counts)
        if tell is not None:
            tell(apart)
        yield apart


def _again(key: str, seen: set[int]) -> bool:
    mark = hash(key)  # a number takes less room than an id
    if mark in seen:
        return True
    seen.add(mark)
    return False


def _renamed(article: Article, seen: set[int], counts: dict[str, int]) -> Article:
    key = article.key
    number = counts.get(key, 1) + 1
    while _again(f"{key}~{number}", seen):
        number += 1
    counts[key] = number
    return replace(article, id=f"{key}~{number}", extra={**article.extra, DUPLICATE_OF: key})
