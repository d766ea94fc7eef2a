"""Where an item was read: readers tell the place, whoever opened the input its name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from gofteh.records import Article, Failure, Origin, Unit

Item = TypeVar("Item", Article, Failure, Article | Failure)


def placed(item: Item, unit: Unit, place: int) -> Item:
    """Return an item with its place in an input that is still to be named."""
    return replace(item, origin=Origin("", unit=unit, place=place))


def named(
    items: Iterable[Article | Failure], name: str, member: str | None = None
) -> Iterator[Article | Failure]:
    """Yield items with the name of their input, and of the file within it that they stand in.

    What is named already stays: it stands in a file within.
    """
    whole = Origin(name, member)
    for item in items:
        origin = item.origin
        if origin is None:
            yield replace(item, origin=whole)
        elif origin.input:
            yield item
        else:
            yield replace(item, origin=replace(origin, input=name, member=member))
