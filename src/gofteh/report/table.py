"""Statements as a table for a terminal.

The terminal puts right-to-left text in order; this module never reorders a character, so what
is copied out of the table is what stands in the article.
"""

from __future__ import annotations

import io
import os
from typing import BinaryIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from gofteh.records import Article, Failure, Manner, Polarity, Reading, Statement
from gofteh.report.wellformed import one_line

# Without a terminal there is no width to ask for; COLUMNS overrules this.
_PIPED_WIDTH = 120

# Cells a column gets at most; the content has the rest of the line.
_SPEAKER_CELLS = 26
_CUE_CELLS = 16
_MANNER_CELLS = 8

_MANNER_STYLES = {Manner.DIRECT: "green", Manner.INDIRECT: "cyan", Manner.MIXED: "magenta"}


class TableWriter:
    """Writes a heading and a table for each article, as soon as it comes."""

    def __init__(self, out: BinaryIO) -> None:
        self._text = io.TextIOWrapper(out, encoding="utf-8", newline="\n", write_through=True)
        self._console = _console(self._text)

    def write(self, item: Reading | Failure) -> None:
        """Write one article's table, or the line that says why there is none."""
        if isinstance(item, Failure):
            self._failure(item)
        else:
            self._heading(item.article)
            self._statements(item.statements)
        self._console.print()

    def close(self) -> None:
        """Let go of the stream without closing it."""
        self._text.detach()

    def _failure(self, failure: Failure) -> None:
        line = Text.assemble(
            ("✗ ", "bold red"), one_line(failure.item), ": ", one_line(failure.message)
        )
        self._console.print(line, soft_wrap=True)

    def _heading(self, article: Article) -> None:
        title = one_line(article.title or article.text)
        heading = Text(title, style="bold", overflow="ellipsis", no_wrap=True)
        where = " · ".join(one_line(part) for part in (article.outlet, article.published) if part)
        self._console.print(heading)
        if where:
            self._console.print(Text(where, style="dim", overflow="ellipsis", no_wrap=True))

    def _statements(self, statements: tuple[Statement, ...]) -> None:
        if not statements:
            self._console.print(Text("no statements", style="dim italic"))
            return
        turned = any(one.polarity is not Polarity.AFFIRMED for one in statements)
        table = _empty_table(with_polarity=turned)
        for statement in statements:
            table.add_row(*_cells(statement, with_polarity=turned))
        self._console.print(table)


class _Console(Console):
    """Leaves it to the command what is done when its reader leaves."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


def _console(stream: io.TextIOWrapper) -> Console:
    if stream.isatty():
        return _Console(file=stream, highlight=False, emoji=False)
    columns = os.environ.get("COLUMNS", "")
    width = int(columns) if columns.isdecimal() and int(columns) else _PIPED_WIDTH
    return _Console(file=stream, highlight=False, emoji=False, width=width)


def _empty_table(*, with_polarity: bool) -> Table:
    """A table without rows; what was denied or negated gets a column where there is any."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), expand=True, header_style="dim")
    for name, cells in (
        ("speaker", _SPEAKER_CELLS),
        ("cue", _CUE_CELLS),
        ("manner", _MANNER_CELLS),
        *([("polarity", _MANNER_CELLS)] if with_polarity else []),
    ):
        table.add_column(name, max_width=cells, overflow="ellipsis", no_wrap=True)
    table.add_column("content", ratio=1, overflow="ellipsis", no_wrap=True)
    return table


def _cells(statement: Statement, *, with_polarity: bool) -> tuple[Text, ...]:
    name = statement.speaker.name
    speaker = Text(one_line(name), style="bold") if name else Text("unknown", style="italic dim")
    return (
        speaker,
        Text(one_line(statement.cue_text) or "–", style="yellow"),
        Text(statement.manner.value, style=_MANNER_STYLES[statement.manner]),
        *([_polarity(statement.polarity)] if with_polarity else []),
        Text(one_line(statement.content_text)),
    )


def _polarity(polarity: Polarity) -> Text:
    return Text("" if polarity is Polarity.AFFIRMED else polarity.value, style="bold red")
