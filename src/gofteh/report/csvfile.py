"""Statements as a spreadsheet: one row a statement, safe to open."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable
from typing import BinaryIO

from gofteh.records import Failure, Reading
from gofteh.records.fields import STATEMENT
from gofteh.records.items import FAILURE, READING, cells_of, columns
from gofteh.report.wellformed import well_formed

COLUMNS = columns()

# What makes a spreadsheet program take a cell for a formula, full-width forms included.
_FORMULA_STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "|", "%")
# Elsewhere than in the first place: what other countries' spreadsheets take for the next cell.
_NEXT_CELL = re.compile(
    r"(;|(?<=.)[\t\r\n])(?=[\s\u200b-\u200f\u2060\ufeff]*[=+\-@＝＋－＠|%])", re.DOTALL
)
_LEADING_CONTROLS = ("\t", "\r", "\n")


def safe_cell(text: str) -> str:
    """Return a text that no spreadsheet program runs: an apostrophe goes before a formula.

    So it does within the text behind a semicolon, a tab or a new line, where a program set to
    another country begins a new cell. Marks and spaces that a program may drop on import do
    not hide the formula behind them.
    """
    text = _NEXT_CELL.sub(r"\1'", text)
    visible = text.lstrip().lstrip(_invisible_start(text)).lstrip()
    risky = visible.startswith(_FORMULA_STARTS) or text.startswith(_LEADING_CONTROLS)
    return f"'{text}" if risky else text


def _invisible_start(text: str) -> str:
    return "".join({char for char in text[:16] if unicodedata.category(char) in ("Cf", "Cc")})


class CsvWriter:
    """Writes one row a statement, and one a failure; UTF-8 with a mark so Excel reads it."""

    def __init__(self, out: BinaryIO) -> None:
        self._text = io.TextIOWrapper(out, encoding="utf-8-sig", newline="", write_through=True)
        self._rows = csv.DictWriter(self._text, COLUMNS, restval="", lineterminator="\r\n")
        self._rows.writeheader()

    def write(self, item: Reading | Failure) -> None:
        """Write the rows of one article: none where nothing was said."""
        for row in _rows(item):
            self._rows.writerow({name: _cell(value) for name, value in row.items()})

    def close(self) -> None:
        """Let go of the stream without closing it."""
        self._text.detach()


def _cell(value: object) -> object:
    return safe_cell(well_formed(value)) if isinstance(value, str) else value


def _rows(item: Reading | Failure) -> Iterable[dict[str, object]]:
    if isinstance(item, Failure):
        yield cells_of(FAILURE, item)
        return
    article = cells_of(READING, item)
    for statement in item.statements:
        yield article | cells_of(STATEMENT, statement)
