"""The pin: a record that is not what it was is found, and shown from where it differs."""

from pathlib import Path

import pytest

from benchmarks import pin
from gofteh import Article
from gofteh.readers import Reader

# The network reads whole articles: a word changed below changes how sure it is above.
GRAMMAR = Reader.GRAMMAR
_ARTICLES = {
    "a/1": Article(text="مدیر آبفا گفت: سد پر است.", id="1"),
    "a/2": Article(text="مربی گفت: باختیم.\nوی افزود: باز می‌گردیم.", id="2"),
}


@pytest.fixture
def pinned(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Article]:
    """Two articles, pinned; what stands in them then can be changed."""
    articles = dict(_ARTICLES)
    monkeypatch.setattr(pin, "PIN", tmp_path / "pin.tsv")
    monkeypatch.setattr(pin, "named_articles", lambda _: iter(articles.items()))
    assert pin.write(tmp_path, tmp_path / "records.jsonl", GRAMMAR) == 0
    return articles


@pytest.mark.usefixtures("pinned")
def test_the_same_records_pass(tmp_path: Path) -> None:
    assert pin.check(tmp_path, None, GRAMMAR) == 0


def test_the_first_statement_that_differs_is_shown(
    pinned: dict[str, Article], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pinned["a/2"] = Article(text="مربی گفت: باختیم.\nوی افزود: باز نمی‌گردیم.", id="2")
    assert pin.check(tmp_path, tmp_path / "records.jsonl", GRAMMAR) == 1
    shown = capsys.readouterr().out
    assert "a/2: statement 2 (2 statements before, 2 now)" in shown
    assert "باز می‌گردیم" in shown and "باز نمی‌گردیم" in shown
    assert "a/1" not in shown


def test_an_article_that_is_gone_or_new_is_told(pinned: dict[str, Article], tmp_path: Path) -> None:
    pinned["a/3"] = pinned.pop("a/1")
    assert pin.check(tmp_path, None, GRAMMAR) == 1


def test_the_pin_holds_hashes_alone() -> None:
    lines = pin.PIN.read_text("utf-8").splitlines()
    assert lines
    for line in lines:
        name, whole, short = line.split("\t")
        assert "/" in name and int(whole, 16) >= 0 and int(short, 16) >= 0
