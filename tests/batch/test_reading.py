import os

import pytest

from gofteh.batch.extracting import extract_all
from gofteh.records import Article, Failure, Reading

BAD, DEADLY = "خراب", "مرگبار"


def work(article: Article) -> Reading:
    """Read an article; raise, or take the process down, where its text says so."""
    if article.text == BAD:
        raise ValueError("cannot be read")
    if article.text == DEADLY:
        os._exit(3)
    return Reading(article)


def articles(count, **texts):
    for number in range(count):
        yield Article(id=str(number), text=texts.get(f"n{number}", "باران بارید."))


def outcome(results):
    return [r.code if isinstance(r, Failure) else r.article.key for r in results]


def test_read_all_uses_the_extraction():
    (reading,) = extract_all([Article(text="لیلا فرهمند گفت: سد پر است.")])
    assert [s.speaker.name for s in reading.statements] == ["لیلا فرهمند"]


@pytest.mark.parametrize("jobs", [1, 2])
def test_read_all_keeps_order_and_passes_failures_on(jobs):
    failure = Failure("x.html", "no-text", "nothing")
    items = [*articles(40), failure, *articles(3, n1=BAD)]
    expected = [*map(str, range(40)), "no-text", "0", "extraction-failed", "2"]
    assert outcome(extract_all(items, jobs, work)) == expected


def test_read_all_failure_names_the_article_and_the_error():
    (failure,) = extract_all([Article(id="a7", text=BAD)], 1, work)
    assert (failure.item, failure.id) == ("a7", "a7")
    assert "ValueError: cannot be read" in failure.message


def test_read_all_survives_processes_that_die():
    items = list(articles(70, n5=DEADLY, n6=DEADLY, n50=DEADLY))
    expected = [str(n) if n not in (5, 6, 50) else "worker-died" for n in range(70)]
    assert outcome(extract_all(items, 2, work)) == expected


@pytest.mark.parametrize("jobs", [1, 2])
def test_read_all_reads_only_a_bounded_part_ahead(jobs):
    taken = []

    def endless():
        for article in articles(100_000):
            taken.append(article.id)
            yield article

    results = extract_all(endless(), jobs, work)
    assert next(results).article.key == "0"
    assert len(taken) <= 16 * 3 * jobs
    results.close()
