"""Who held an office when: the table ``data/holders.tsv``, with which a register begins."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Holder:
    """One line of the table: an office held by somebody from one day to another."""

    office: str
    name: str
    first: dt.date
    last: dt.date
    source: str | None = None
    open: bool = False


def read_holders(lines: Iterable[str]) -> Iterator[Holder]:
    """Yield the holders of a table (see the head of ``data/holders.tsv``).

    Where no last day is given the tenure is open, and binds up to the day of ``checked``. Raises
    ``ValueError`` naming the line that cannot be read.
    """
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.rstrip("\n").split("\t")]
        try:
            office, name, first, last, checked = cells[:5]
            days = dt.date.fromisoformat(first), dt.date.fromisoformat(last or checked)
        except ValueError as error:
            raise ValueError(
                f"line {number} of the office holders is not office, name, first, last, checked, "
                f"source, parted by tabs, with days like 2013-08-15: {error}"
            ) from error
        yield Holder(office, name, *days, " ".join(cells[5:]) or None, not last)


@lru_cache(maxsize=1)
def known_holders() -> tuple[Holder, ...]:
    """Return the holders of the table that gofteh comes with."""
    text = files("gofteh.persons").joinpath("data", "holders.tsv").read_text("utf-8")
    return tuple(read_holders(text.splitlines()))
