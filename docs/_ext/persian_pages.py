"""Pages whose front matter says ``language: fa`` run from right to left."""

from __future__ import annotations

from typing import Any

from sphinx.application import Sphinx


def _turned(
    _app: Sphinx, _page: str, _template: str, context: dict[str, Any], _tree: object
) -> None:
    if (context.get("meta") or {}).get("language") == "fa":
        context["body"] = f'<div lang="fa" dir="rtl">{context["body"]}</div>'


def setup(app: Sphinx) -> dict[str, bool]:
    """Ask before each page is written."""
    app.connect("html-page-context", _turned)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
