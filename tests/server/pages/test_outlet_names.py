"""Outlets of Latin names, as Persian readers know them."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from gofteh.records import Article
from gofteh.server.pages.outlet_names import persian_outlet
from server.pages.reading import get, texts

SAID = "الهام مشکاتی، شهردار سپیدار، گفت: «خط شبانه از آذر به راه می‌افتد.»"
NAMED = Article(SAID, id="n", outlet="Mehr (Telegram)", published="2023-05-01")


@pytest.mark.parametrize(
    ("name", "persian"),
    [
        ("ISNA", "ایسنا"),
        ("Mehr News Agency", "مهر"),
        ("www.mehrnews.com", "مهر"),
        ("Khabar Fouri (Instagram)", "خبرفوری (اینستاگرام)"),
        ("BBC Persian", "بی‌بی‌سی فارسی"),
        ("598.ir", "598.ir"),
        ("Sepidar (Telegram)", "Sepidar (Telegram)"),
        ("Mehr (weekly)", "Mehr (weekly)"),
        ("کوی نو", "کوی نو"),
        ("News", "News"),
        ("", ""),
    ],
)
def test_a_name_is_persian_where_it_is_known(name: str, persian: str) -> None:
    assert persian_outlet(name) == persian


@pytest.mark.parametrize(("language", "name"), [("fa", "مهر (تلگرام)"), ("en", "Mehr (Telegram)")])
def test_pages_name_outlets_in_their_language(
    with_articles: Callable[..., TestClient], language: str, name: str
) -> None:
    client = with_articles(NAMED)
    search = get(client, "/?facets=1", language=language)
    address = search.css_first("a.said").attributes["href"]
    assert texts(search, ".hit .outlet") == [name]
    options = {one.attributes["value"]: one.text() for one in search.css("#outlet option")}
    assert options["Mehr (Telegram)"] == name  # what is asked for stays the store's own name
    assert name in " ".join(texts(search, ".facets .label"))
    filtered = f"/?outlet={quote('Mehr (Telegram)')}"
    assert name in texts(get(client, filtered), ".chips li")[0]
    assert name in texts(get(client, "/outlets"), "table th")
    assert name in texts(get(client, "/outlets"), ".chart .label")
    assert texts(get(client, f"/outlet?name={quote('Mehr (Telegram)')}"), "h1") == [name]
    page = get(client, address)
    assert texts(page, "a.outlet") == [name]
    assert name in page.css_first(f"#cite-{language}").text()
    assert name in page.css_first("#card").text()
