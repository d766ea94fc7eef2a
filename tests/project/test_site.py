"""The documentation builds as a site without a warning, and loads nothing from the net."""

from __future__ import annotations

import html
import importlib.util
import json
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote

import pytest

from gofteh.cli.app import app
from gofteh.records.items import READING, columns
from gofteh.server.app import create_app
from gofteh.server.settings import Settings

ROOT = Path(__file__).parents[2]
LOADED = re.compile(r"<(?:script|img|iframe|link)\b[^>]*?\b(?:src|href)=\"(https?:[^\"]+)\"")
NEEDED = ("sphinx", "myst_parser", "furo", "pyarrow")

for library in NEEDED:
    if importlib.util.find_spec(library) is None:
        pytest.skip(f"{library} is not installed: make docs", allow_module_level=True)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("site")
    command = [
        "-m",
        "sphinx",
        "-q",
        "--fail-on-warning",
        "-b",
        "html",
        str(ROOT / "docs"),
        str(out),
    ]
    done = subprocess.run(
        [sys.executable, *command], capture_output=True, check=False, encoding="utf-8", timeout=900
    )
    assert done.returncode == 0, done.stderr[-4000:]
    return out


def test_links_lead_somewhere(site: Path) -> None:
    places = {page: page.read_text("utf-8") for page in site.rglob("*.html")}
    names = {page: set(re.findall(r'\bid="([^"]+)"', code)) for page, code in places.items()}
    broken = []
    for page, code in places.items():
        for link in re.findall(r'\bhref="([^"]+)"', code):
            path, _, anchor = html.unescape(link).partition("#")
            if re.match(r"\w+:", path):
                continue
            target = (page.parent / unquote(path.partition("?")[0])).resolve() if path else page
            if not target.is_file() or unquote(anchor) not in {"", *names.get(target, ())}:
                broken.append(f"{page.relative_to(site)}: {link}")
    assert not broken, "\n".join(broken)


def text(site: Path, page: str) -> str:
    plain = html.unescape(re.sub("<[^>]+>", "", (site / page).read_text("utf-8")))
    return plain.replace("’", "'")  # set as in print


def test_nothing_is_loaded_from_the_net(site: Path) -> None:
    pages = list(site.rglob("*.html"))
    assert len(pages) > 20
    for page in pages:
        assert not LOADED.findall(page.read_text("utf-8")), page
    for style in site.rglob("*.css"):
        assert not re.search(r"(?:@import|url\()\s*[\"']?https?:", style.read_text("utf-8")), style


def test_the_search_knows_persian_words(site: Path) -> None:
    word = json.dumps("فرهمند").strip('"')  # the index is JSON in plain letters
    assert word in (site / "searchindex.js").read_text("utf-8")
    assert 'dir="rtl"' in (site / "fa" / "tutorial.html").read_text("utf-8")


def test_the_reference_has_every_command_call_and_field(site: Path) -> None:
    shown = text(site, "reference/cli.html")
    assert all(f"gofteh {one.name}" in shown for one in app.registered_commands)
    calls = text(site, "reference/rest.html")
    assert all(path in calls for path in create_app(Settings(":memory:")).openapi()["paths"])
    record = text(site, "reference/record.html")
    assert all(one.meaning in record for one in READING.fields)
    assert all(name in record for name in columns())
    python = text(site, "reference/python.html")
    assert all(name in python for name in ("extract_table", "repair", "Statement", "open_store"))
