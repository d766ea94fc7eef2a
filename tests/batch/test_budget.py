"""An article has its time; what takes longer is named, and the batch goes on."""

from __future__ import annotations

import re
import threading

import pytest

from gofteh.batch import extracting
from gofteh.batch.budget import BudgetError, within
from gofteh.records import Article, Failure, Reading

ENDLESS = "آ"


def work(article: Article) -> Reading:
    """Read an article; one of the texts sends a regular expression astray for hours."""
    if article.text == ENDLESS:
        re.match(r"(a|aa)+$", "a" * 60 + "b")
    return Reading(article)


def test_an_article_that_takes_too_long_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extracting, "ARTICLE_SECONDS", 0.2)
    texts = ["باران بارید.", ENDLESS, "سد پر است."]
    items = [Article(id=str(number), text=text) for number, text in enumerate(texts)]
    first, second, third = extracting.extract_all(items, 1, work)
    assert isinstance(first, Reading)
    assert isinstance(second, Failure)
    assert (second.id, second.code) == ("1", "too-long")
    assert isinstance(third, Reading)


def test_time_left_is_not_spent_on_what_follows() -> None:
    with within(30):
        pass
    with pytest.raises(BudgetError), within(0.05):
        re.match(r"(a|aa)+$", "a" * 60 + "b")


def test_a_thread_has_no_limit_and_says_nothing() -> None:
    done: list[bool] = []

    def inside() -> None:
        with within(0.001):
            done.append(True)

    thread = threading.Thread(target=inside)
    thread.start()
    thread.join(10)
    assert done == [True]
