import copy

import pytest

from gofteh.pipeline import extract
from gofteh.records import Article, Failure
from gofteh.records.codec import failure_record, reading_record
from gofteh.verify import verify, verify_record

ARTICLE = Article(
    id="m1",
    title="سخنگوی شهرداری مهرکوه: پل باز شد",
    text="سارا نیک‌پی، سخنگوی شهرداری مهرکوه گفت: پل رودخانه باز شده است.\nوی افزود: راه امن است.",
)
GOOD = reading_record(extract(ARTICLE))
EMPTY_SPAN = {"start": 3, "end": 3, "text": ""}
OWN_ID = GOOD["statements"][1]["id"]


def changed(*path_and_value):
    """The good record with one value replaced."""
    *path, last, value = path_and_value
    record = copy.deepcopy(GOOD)
    inner = record
    for step in path:
        inner = inner[step]
    inner[last] = value
    return record


def test_verify_proves_what_the_extraction_writes():
    assert len(GOOD["statements"]) >= 2
    (check,) = verify([GOOD], [ARTICLE])
    assert check.problems == ()
    assert check.spans >= 6


@pytest.mark.parametrize(
    ("path", "value", "place"),
    [
        (("statements", 0, "content", 0, "text"), "دیگر", "statements[0].content[0]"),
        (("statements", 0, "content", 0, "start"), -1, "statements[0].content[0]"),
        (("statements", 0, "content", 0, "end"), 10_000, "statements[0].content[0]"),
        (("statements", 0, "content", 0, "start"), True, "statements[0].content[0]"),
        (("statements", 0, "content", 0), EMPTY_SPAN, "statements[0].content[0]"),
        (("statements", 0, "content", 0), None, "statements[0].content[0]"),
        (("statements", 0, "content"), [], "statements[0].content"),
        (("statements", 1, "cue"), None, "statements[1].cue"),
        (("statements", 1, "source"), {"start": 0, "end": 2}, "statements[1].source"),
        (("statements", 1, "speaker", "id"), 99, "statements[1].speaker"),
        (("statements", 1, "speaker", "name"), "کسی", "statements[1].speaker.name"),
        (("statements", 1, "manner"), "loud", "statements[1].manner"),
        (("statements", 1, "embedded_in"), "nowhere", "statements[1].embedded_in"),
        (("statements", 1, "embedded_in"), OWN_ID, "statements[1].embedded_in"),
        (("statements", 1, "confidence"), 1.2, "statements[1].confidence"),
        (("statements", 1, "id"), GOOD["statements"][0]["id"], "statements[1].id"),
        (("statements", 1), "x", "statements[1]"),
        (("statements",), {}, "statements"),
        (("speakers", 0, "kind"), "robot", "speakers[0].kind"),
        (("speakers", 0, "id"), "0", "speakers[0]"),
        (("provenance",), {"name": "ایسنا", "start": 0, "end": 5}, "provenance"),
    ],
)  # fmt: skip
def test_verify_record_finds(path, value, place):
    problems = verify_record(changed(*path, value), ARTICLE.raw)
    assert place in {problem.place for problem in problems}
    assert {problem.article for problem in problems} == {"m1"}


def test_verify_problem_says_what_stands_there():
    (problem,) = verify_record(changed("statements", 0, "content", 0, "text", "دیگر"), ARTICLE.raw)
    assert str(problem).startswith("m1 statements[0].content[0]: text 'دیگر' but the article has")


def test_verify_counts_code_points_not_bytes_or_utf16():
    article = Article(id="e", text="😀😀 لیلا فرهمند گفت: آب هست.")
    record = reading_record(extract(article))
    assert record["statements"]
    (check,) = verify([record], [article])
    assert check.problems == ()


def test_verify_finds_articles_in_any_order():
    other = Article(id="m0", text="باران بارید.")
    records = [GOOD, reading_record(extract(other))]
    assert [check.problems for check in verify(records, [other, ARTICLE])] == [(), ()]


def test_verify_takes_articles_with_one_id_in_turn():
    twin = Article(id="m1", text="باران بارید.")
    records = [GOOD, reading_record(extract(twin))]
    assert [check.problems for check in verify(records, [ARTICLE, twin])] == [(), ()]


def test_verify_record_without_an_article_is_a_problem():
    first, second = verify([GOOD, GOOD], [ARTICLE])
    assert first.problems == ()
    assert [problem.place for problem in second.problems] == ["id"]
    (nameless,) = verify([{"statements": []}], [ARTICLE])
    assert nameless.problems


def test_verify_passes_over_error_records():
    failure = Failure("a.html", "no-text", "nothing")
    checks = list(verify([failure_record(failure), GOOD], [failure, ARTICLE]))
    assert [check.problems for check in checks] == [(), ()]


def test_verify_reads_articles_only_as_far_as_needed():
    def articles():
        yield ARTICLE
        raise AssertionError("read too far")

    assert [check.problems for check in verify([GOOD], articles())] == [()]
