"""Shares that can be cited: with the counts they rest on and their intervals. Pure."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt

from gofteh.report.csvfile import safe_cell
from gofteh.server.pages.language import Words
from gofteh.server.pages.periods import Period, periods_of
from gofteh.store import OutletDay, OutletProfile

# The standard normal quantile of an interval of 95 %.
_Z = 1.959964


@dataclass(frozen=True, slots=True)
class Share:
    """``number`` of ``of``, with Wilson's score interval of 95 % (Wilson 1927)."""

    number: int
    of: int

    @property
    def share(self) -> float:
        """The share itself, from 0 to 1."""
        return self.number / self.of

    @property
    def interval(self) -> tuple[float, float]:
        """Its lower and upper bound, from 0 to 1."""
        square = _Z * _Z
        centre = (self.share + square / (2 * self.of)) / (1 + square / self.of)
        spread = self.share * (1 - self.share) / self.of + square / (4 * self.of * self.of)
        half = _Z * sqrt(spread) / (1 + square / self.of)
        return max(0.0, centre - half), min(1.0, centre + half)


@dataclass(frozen=True, slots=True)
class Figures:
    """What is told of an outlet, or of one of its months or years; no share of nothing."""

    name: str
    statements: int
    direct: Share | None
    unnamed: Share | None
    articles: int = 0
    taken: Share | None = None
    period: Period | None = None


def share_of(number: int, of: int) -> Share | None:
    """Return a share; ``None`` of nothing."""
    return Share(number, of) if of else None


def figures_of(outlet: OutletProfile, taken: int) -> Figures:
    """Return an outlet's figures; ``taken`` is how many of its articles are others' text."""
    return Figures(
        outlet.name,
        outlet.statements,
        share_of(outlet.direct, outlet.statements),
        share_of(outlet.unnamed, outlet.statements),
        outlet.articles,
        share_of(taken, outlet.articles),
    )


def over_time(days: Sequence[OutletDay], words: Words) -> tuple[Figures, ...]:
    """Return the figures of each month, or year where there are many, without empty ones."""
    periods, _ = periods_of([(one.day, one.statements) for one in days], words)
    return tuple(_within(period, days) for period in periods if period.count)


def _within(period: Period, days: Sequence[OutletDay]) -> Figures:
    inside = [one for one in days if one.day and period.since <= one.day <= period.until]
    statements = sum(one.statements for one in inside)
    direct, unnamed = sum(one.direct for one in inside), sum(one.unnamed for one in inside)
    return Figures(
        period.label,
        statements,
        share_of(direct, statements),
        share_of(unnamed, statements),
        period=period,
    )


_SHARES = ("direct-share", "unnamed-share", "taken-share")


def as_csv(rows: Iterable[Figures], words: Words, first: str) -> str:
    """Return figures as a CSV table: of each share the number, what of, and the interval.

    ``first`` is the message that heads the column of names.
    """
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\r\n")
    titles = [words.say(first), words.say("since"), words.say("until")]
    titles += [words.say("articles"), words.say("statements")]
    for key in _SHARES:
        name = words.say(key)
        titles += [words.say("number-with", name=name), words.say("of-with", name=name), name]
        titles += [words.say("low-with", name=name), words.say("high-with", name=name)]
    table.writerow(titles)
    for row in rows:
        table.writerow([safe_cell(str(cell)) for cell in _cells(row)])
    return "\ufeff" + out.getvalue()


def _cells(row: Figures) -> list[object]:
    since, until = (row.period.since, row.period.until) if row.period else ("", "")
    cells: list[object] = [row.name, since, until, row.articles or "", row.statements]
    for share in (row.direct, row.unnamed, row.taken):
        if share is None:
            cells += [""] * 5
        else:
            bounds = (f"{bound:.4f}" for bound in (share.share, *share.interval))
            cells += [share.number, share.of, *bounds]
    return cells
