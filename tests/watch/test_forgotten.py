"""What was deleted is not read again."""

from __future__ import annotations

from .conftest import FEED, Watching, page, plan, rss

NEWS = "https://news.example/n/1"


def test_a_forgotten_article_stays_forgotten(watching: Watching) -> None:
    watching.web.answers = {FEED: rss(("یک", NEWS)), NEWS: page(1)}
    watching.run(plan(), once=True)
    (stored,) = watching.store.each_article()
    watching.store.forget([stored.head.id])
    watching.web.answers[FEED] = rss(("یک دیگر", NEWS))
    watching.run(plan(), 2 * 86400.0)
    assert watching.texts() == {}
    assert watching.web.addresses("/n/") == [NEWS]
