"""From an article to its statements: the whole extraction, pure and in one direction."""

from __future__ import annotations

from gofteh.records import Article, Reading


def extract(article: str | Article) -> Reading:
    """Return what an article reports somebody to have said.

    A plain string is read as a body without a title.
    """
    if isinstance(article, str):
        article = Article(text=article)
    return Reading(article=article)
