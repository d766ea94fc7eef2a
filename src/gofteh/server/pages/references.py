"""Statements as reference managers read them: BibTeX, RIS and CSL JSON. Pure.

What is cited is the article; who said what stands in the note. Formats: BibTeX as of ``btxdoc``,
RIS as of Research Information Systems, CSL JSON as of citationstyles.org.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from gofteh.report.html.inert import inert_text
from gofteh.server.pages.citations import said_by
from gofteh.server.pages.language import Language, words_of
from gofteh.store import StoredStatement

_BIBTEX = {char: f"\\{char}" for char in "%$&#_"} | {
    "\\": "\\textbackslash{}", "{": "\\{", "}": "\\}", "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
}  # fmt: skip
# Programs that manage references show them as signs.
_ISOLATES = dict.fromkeys((0x2066, 0x2067, 0x2068, 0x2069))
_NO_KEY = re.compile("[^0-9A-Za-z]")


def bibtex(statements: Iterable[StoredStatement]) -> str:
    """Return an entry a statement: ``@misc``, which every style knows."""
    return "\n".join(_bibtex_entry(one) for one in statements)


def _bibtex_entry(stored: StoredStatement) -> str:
    head = stored.article
    fields = {
        "title": _line(head.title),
        "organization": _line(head.outlet),
        "year": str(head.day.year) if head.day else "",
        "month": str(head.day.month) if head.day else "",
        "day": str(head.day.day) if head.day else "",
        "url": _address(head.url),
        "note": note_of(stored),
        "language": "persian",
    }
    lines = [
        f"  {name} = {{{value if name == 'url' else _escaped(value)}}}"
        for name, value in fields.items()
        if value
    ]
    return f"@misc{{{_key(stored)},\n" + ",\n".join(lines) + "\n}\n"


def _address(url: str | None) -> str:
    """An address without what would end its field."""
    return re.sub(r"[\s{}\\]", lambda found: f"%{ord(found[0]):02X}", url or "")


def _escaped(text: str) -> str:
    return "".join(_BIBTEX.get(char, char) for char in text)


def _key(stored: StoredStatement) -> str:
    return f"gofteh{_NO_KEY.sub('', stored.statement.id)}"


def ris(statements: Iterable[StoredStatement]) -> str:
    """Return a record a statement, of type ``NEWS``; lines end as the format asks."""
    return "".join(line + "\r\n" for one in statements for line in _ris_lines(one))


def _ris_lines(stored: StoredStatement) -> list[str]:
    head = stored.article
    fields = (
        ("TY", "NEWS"),
        ("ID", _key(stored)),
        ("TI", _line(head.title)),
        ("T2", _line(head.outlet)),
        ("PY", str(head.day.year) if head.day else ""),
        ("DA", f"{head.day:%Y/%m/%d}/" if head.day else ""),
        ("UR", _line(head.url)),
        ("LA", "fa"),
        ("N1", note_of(stored)),
    )
    return [*(f"{tag}  - {value}" for tag, value in fields if value), "ER  - "]


def csl(statements: Iterable[StoredStatement]) -> str:
    """Return a list of CSL items of type ``article-newspaper``."""
    return json.dumps([_csl_item(one) for one in statements], ensure_ascii=False, indent=1)


def _csl_item(stored: StoredStatement) -> dict[str, Any]:
    head = stored.article
    day = head.day
    item = {
        "id": _key(stored),
        "type": "article-newspaper",
        "title": _line(head.title),
        "container-title": _line(head.outlet),
        "issued": {"date-parts": [[day.year, day.month, day.day]]} if day else None,
        "URL": head.url,
        "language": "fa",
        "note": note_of(stored),
    }
    return {name: value for name, value in item.items() if value}


def note_of(stored: StoredStatement) -> str:
    """Return who said what, told to be retold, denied or without marks where it is."""
    said = said_by(stored, words_of(Language.FA))
    return said.translate(_ISOLATES)


def _line(text: str | None) -> str:
    return inert_text(" ".join((text or "").split()))
