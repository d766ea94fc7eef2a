"""Which column of a stranger's table is the text, the title, the date: by the names in use."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from gofteh.read.errors import ReadError

# Names of columns by what they hold, the likeliest first. What news archives call them.
_NAMES = {
    "text": "text|body|content|article|article_text|articlebody|fulltext|full_text|news_text|"
            "news_body|maintext|متن|متن خبر|متن کامل|بدنه|شرح|شرح خبر|description|summary",
    "title": "title|headline|news_title|subject|عنوان|تیتر|عنوان خبر",
    "published": "published|publish_date|published_at|pubdate|date|datetime|time|timestamp|"
                 "created_at|تاریخ|تاریخ انتشار|زمان|زمان انتشار",
    "outlet": "outlet|agency|publisher|source|site|newspaper|خبرگزاری|منبع|رسانه|روزنامه",
    "url": "url|link|address|permalink|لینک|آدرس|نشانی|پیوند",
    "id": "id|news_id|article_id|newsid|شناسه|کد|کد خبر|ردیف",
}  # fmt: skip
_FOLD = str.maketrans("يىك\u200c -", "ییک___")
_SHOWN = 20


def guess_columns(names: Iterable[str], text_column: str | None = None) -> dict[str, str]:
    """Return, for each field that a table holds, the name of its column.

    ``text_column`` names the text's, where its name tells nothing. Raises ``ReadError`` where no
    column is the text.
    """
    given = [name for name in names if isinstance(name, str)]
    by_key = {_key(name): name for name in reversed(given)}
    found = {
        field: by_key[key]
        for field, known in _NAMES.items()
        if (key := next((k for k in map(_key, known.split("|")) if k in by_key), None))
    }
    if text_column is not None:
        if text_column not in given:
            raise ReadError("missing-text", f"no column {text_column!r}; {_listed(given)}")
        found = {field: name for field, name in found.items() if name != text_column}
        found["text"] = text_column
    if "text" not in found:
        message = f"no column is known to hold the text; {_listed(given)}; name it: --text-column"
        raise ReadError("missing-text", message)
    return found


def as_record(row: Mapping[str, Any], columns: Mapping[str, str]) -> dict[str, Any]:
    """Return a row under the names of the fields; ``columns`` tells which were guessed."""
    taken = set(columns.values())
    record = {name: value for name, value in row.items() if name not in taken and name}
    record |= {field: row.get(name) for field, name in columns.items()}
    guessed = {field: name for field, name in columns.items() if field != name}
    return record | ({"columns": guessed} if guessed else {})


def _key(name: str) -> str:
    return name.strip().lower().translate(_FOLD).strip("_")


def _listed(names: list[str]) -> str:
    return f"the columns are {', '.join(names[:_SHOWN]) or 'none'}"
