"""Articles through the extraction, one after another or on several processes.

The order of the input is kept and only a few batches are held at a time. What goes wrong with
one article, even a crash of the process that reads it, becomes that article's `Failure`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from gofteh.batch.budget import ARTICLE_SECONDS, BudgetError, within
from gofteh.batch.pool import Task, in_order

# Imported here and not in the work: a Ctrl-C during an import can be lost.
from gofteh.pipeline import extract
from gofteh.readers import Reader
from gofteh.records import Article, Failure, Reading

Item = Article | Failure
Result = Reading | Failure
Extract = Callable[[Article], Reading]


def extract_article(
    article: Article,
    *,
    explain: bool = False,
    repaired: str | None = None,
    reader: Reader | str = Reader.BOTH,
) -> Reading:
    """Return the reading of one article; the arguments are those of `gofteh.extract`."""
    return extract(article, explain=explain, repaired=repaired, reader=reader)


def extract_all(
    items: Iterable[Item], jobs: int = 1, work: Extract = extract_article
) -> Iterator[Result]:
    """Yield a reading for every article, and every failure as it came, in order.

    With ``jobs`` above 1 as many processes share the work; ``work`` must be importable by name. An
    article that cannot be extracted becomes a failure, too.
    """
    return in_order(Task(partial(_attempt, work=work), _died, _characters), items, jobs)


def _attempt(item: Item, work: Extract) -> Result:
    if isinstance(item, Failure):
        return item
    try:
        with within(ARTICLE_SECONDS):
            return work(item)
    except BudgetError as error:
        return _failed(item, "too-long", str(error))
    except Exception as error:  # whatever one article does, the batch goes on
        return _failed(item, "extraction-failed", f"{type(error).__name__}: {error}")


def _failed(article: Article, code: str, why: str) -> Failure:
    key = article.key
    return Failure(key, code, f"extraction failed: {why}", key, article.origin)


def _died(item: Item) -> Result:
    if isinstance(item, Failure):
        return item
    return _failed(item, "worker-died", "the process that read this article died")


def _characters(item: Item) -> int:
    return len(item.text) if isinstance(item, Article) else 0
