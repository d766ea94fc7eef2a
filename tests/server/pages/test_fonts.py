"""The Persian font that a server gives to readers without one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from gofteh.server.pages import fonts, static
from server.pages.reading import LANGUAGES, get


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The only folder where fonts are looked for."""
    monkeypatch.setattr(fonts, "FOLDERS", (tmp_path / "none", tmp_path))
    fonts.face.cache_clear()
    static._font_files.cache_clear()
    yield tmp_path
    fonts.face.cache_clear()
    static._font_files.cache_clear()


def put(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(name.encode())


def test_what_is_no_file_is_no_font(tmp_path: Path) -> None:
    (tmp_path / "NotoSansArabic-Regular.ttf").symlink_to(tmp_path / "gone")
    (tmp_path / "Vazirmatn-Regular.ttf").mkdir()
    (tmp_path / "NotoNaskhArabic-Regular.ttf").write_bytes(b"")
    assert fonts.face_in([tmp_path]) is None


def test_the_best_font_is_taken_in_the_best_format(tmp_path: Path) -> None:
    assert fonts.face_in([tmp_path]) is None
    put(tmp_path, "truetype/noto/NotoSansArabic-Bold.ttf")
    assert fonts.face_in([tmp_path]) is None  # bold alone is no font for a page
    put(tmp_path, "truetype/noto/NotoSansArabic-Regular.ttf")
    found = fonts.face_in([tmp_path])
    assert found is not None
    assert (found.family, len(found.files)) == ("Noto Sans Arabic", 2)
    put(tmp_path, "vazirmatn/Vazirmatn-Regular.ttf", "vazirmatn/Vazirmatn-Regular.woff2")
    found = fonts.face_in([tmp_path])
    assert found is not None
    assert [path.name for _, path in found.files] == ["Vazirmatn-Regular.woff2"]


def test_pages_name_the_font_and_serve_it(folder: Path, client: TestClient) -> None:
    put(folder, "NotoSansArabic-Regular.ttf", "NotoSansArabic-Bold.ttf")
    page = get(client, "/about")
    (style,) = (
        link.attributes["href"]
        for link in page.css("link[rel=stylesheet]")
        if "fonts.css" in link.attributes["href"]
    )
    sheet = client.get(style)
    assert sheet.headers["content-type"].startswith("text/css")
    addresses = re.findall(r'url\("([^"]+)"\)', sheet.text)
    answers = [client.get(address) for address in addresses]
    names = ["NotoSansArabic-Regular.ttf", "NotoSansArabic-Bold.ttf"]
    assert [answer.text for answer in answers] == names
    for answer in (sheet, *answers):
        assert "immutable" in answer.headers["cache-control"]
    assert answers[0].headers["content-type"] == "font/ttf"
    get(client, addresses[0].replace("Regular", "Light"), 404)
    get(client, "/static/000000000000/NotoSansArabic-Regular.ttf", 404)


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_licence_is_told(folder: Path, client: TestClient, language: str) -> None:
    put(folder, "Vazirmatn-Regular.woff2")
    about = get(client, "/about", language=language).css_first("main").text()
    assert "Vazirmatn" in about
    assert "SIL Open Font License 1.1" in about


@pytest.mark.usefixtures("folder")
def test_a_machine_without_fonts_serves_none(client: TestClient) -> None:
    page = get(client, "/about")
    assert not [one for one in page.css("link") if "fonts" in one.attributes["href"]]
    assert "SIL" not in page.css_first("main").text()
