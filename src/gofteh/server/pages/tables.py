"""Statements as tables to take away: CSV for any program, XLSX as spreadsheets keep them. Pure."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from gofteh.report.csvfile import safe_cell
from gofteh.report.html.inert import inert_text
from gofteh.report.html.view import role_of, web_address
from gofteh.server.pages.directions import direction_of
from gofteh.server.pages.language import Language, Words, words_of
from gofteh.store import StoredStatement

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

Address = Callable[[StoredStatement], str | None]
Cell = str | dt.date

# The message that heads each column, and its width in a spreadsheet, in characters.
_COLUMNS = (
    ("speaker", 22), ("role", 28), ("statement", 70), ("quoted", 14), ("manner", 14), ("act", 14),
    ("outlet", 16), ("date-jalali", 16), ("date-gregorian", 14), ("headline", 40),
    ("original", 30), ("permalink", 30),
)  # fmt: skip
# How a cell of text looks, and how the format numbers directions. Each cell says its own: left to
# guess, programs take that of the sheet, or put the signs at the ends of a cell on the wrong side.
_TEXT = {"text_wrap": True}
# A font with Persian letters that every office program has, or knows what to put for.
_FONT = {"font_name": "Tahoma", "font_size": 10, "valign": "top"}
_TITLE = {"bold": True, "bottom": 1}
_ORDERS = {"ltr": 1, "rtl": 2}
_A4 = 9
# What spreadsheet programs take: characters of a cell, and of an address that can be clicked.
_LONGEST, _LONGEST_ADDRESS = 32_767, 2_000


def csv_table(found: Iterable[StoredStatement], address: Address, words: Words) -> str:
    """Return a CSV table; a mark in front lets spreadsheet programs see the encoding."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(_titles(words))
    for one in found:
        rows.writerow([safe_cell(str(cell)) for cell in _cells(one, address(one), words)])
    return "\ufeff" + out.getvalue()


def workbook(found: Iterable[StoredStatement], address: Address, words: Words) -> bytes:
    """Return an XLSX workbook: one sheet, running as the language does, its dates real dates.

    No cell is a formula, whatever an article says; only web addresses can be clicked.
    """
    import xlsxwriter  # takes a while to load, and few take a workbook

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False}) as book:
        # What the tab of a sheet is drawn with shows a half-space as a box.
        sheet = book.add_worksheet(str(words.say("sheet")))
        formats = {
            "day": book.add_format(_FONT | {"num_format": "yyyy-mm-dd"}),
            **{name: book.add_format(_FONT | _TEXT | _order(name)) for name in _ORDERS},
        }
        title = book.add_format(_FONT | _TITLE | _order(words.dir))
        _lay_out(sheet, words)
        for column, name in enumerate(_titles(words)):
            sheet.write_string(0, column, name, title)
        row = 0
        for row, one in enumerate(found, 1):
            for column, cell in enumerate(_cells(one, address(one), words)):
                _write(sheet, row, column, cell, formats)
        sheet.autofilter(0, 0, row, len(_COLUMNS) - 1)
    return out.getvalue()


def _order(direction: str) -> dict[str, int]:
    return {"reading_order": _ORDERS[direction]}


def _lay_out(sheet: Worksheet, words: Words) -> None:
    if words.dir == "rtl":
        sheet.right_to_left()
    sheet.freeze_panes(1, 0)
    # On paper: across, as wide as one page, the titles on each of them.
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    for column, (_, width) in enumerate(_COLUMNS):
        sheet.set_column(column, column, width)


def _write(sheet: Worksheet, row: int, column: int, cell: Cell, formats: dict[str, Any]) -> None:
    if isinstance(cell, dt.date):
        sheet.write_datetime(row, column, cell, formats["day"])
        return
    text = inert_text(cell)
    if len(text) > _LONGEST:
        text = text[: _LONGEST - 1] + "…"
    if web_address(cell) and len(text) <= _LONGEST_ADDRESS:
        sheet.write_url(row, column, text, string=text)
    else:
        sheet.write_string(row, column, text, formats[direction_of(text)])


def _titles(words: Words) -> list[str]:
    return [str(words.say(key)) for key, _ in _COLUMNS]


def _cells(one: StoredStatement, address: str | None, words: Words) -> tuple[Cell, ...]:
    statement, head = one.statement, one.article
    return (
        statement.speaker.name or "",
        role_of(statement.speaker),
        one.said,
        str(words.say(f"quoted-{statement.quoted}")),
        words.manner(statement.manner),
        words.act(statement.act),
        words.outlet(head.outlet or ""),
        words_of(Language.FA).day(head.day) if head.day else "",
        head.day or "",
        head.title or "",
        head.url or "",
        address or "",
    )
