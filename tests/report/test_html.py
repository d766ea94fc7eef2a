import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup
from selectolax.lexbor import LexborHTMLParser

from gofteh.records import Failure
from gofteh.report.html import persian
from gofteh.report.html.page import HtmlWriter
from gofteh.report.html.weave import Mark, weave
from gofteh.speakers.sieves.order import SPEAKER_RULES
from gofteh.statements.constructions.order import CONTENT_RULES
from hand_made import BODY, one_statement, reading


def page(*items):
    out = io.BytesIO()
    writer = HtmlWriter(out)
    for item in items:
        writer.write(item)
    writer.close()
    return out.getvalue().decode()


def parsed(*items):
    return LexborHTMLParser(page(*items))


def texts(tree, selector):
    return [" ".join(node.text().split()) for node in tree.css(selector)]


def without_badges(tree, selector):
    for badge in tree.css("a.n"):
        badge.decompose()
    return [node.text() for node in tree.css(selector)]


def test_page_is_right_to_left_and_asks_for_nothing_outside():
    html = page(reading())
    tree = LexborHTMLParser(html)
    assert tree.css_first("html").attributes == {"lang": "fa", "dir": "rtl"}
    assert not tree.css("[src], link, iframe, object, [style], [onclick]")
    assert "url(" not in html and "@import" not in html
    policy = tree.css_first("meta[http-equiv=Content-Security-Policy]").attributes["content"]
    assert policy.startswith("default-src 'none'")
    outside = {node.attributes["href"] for node in tree.css("a[href]")}
    assert {href for href in outside if not href.startswith("#")} == {
        "https://news.example/water/1"
    }


def test_page_policy_names_the_hashes_of_its_style_and_script():
    import base64
    import hashlib

    tree = parsed(reading())
    policy = tree.css_first("meta[http-equiv=Content-Security-Policy]").attributes["content"]
    for tag in ("style", "script"):
        digest = hashlib.sha256(tree.css_first(tag).text().encode()).digest()
        assert f"'sha256-{base64.b64encode(digest).decode()}'" in policy


def test_page_shows_the_article_text_unchanged():
    tree = parsed(reading())
    assert without_badges(tree, ".text p") == BODY.split("\n")


def test_page_marks_content_cue_source_and_provenance():
    tree = parsed(reading())
    assert without_badges(tree, 'mark[data-s="a1s2"]') == [
        "کارشناسان می‌گویند سد تا پاییز پر می‌ماند.",
        "مردم نگران نباشند.",
    ]
    assert texts(tree, '.cue[data-s="a1s4"]') == ["تکذیب کرد"]
    assert texts(tree, '.src[data-s="a1s2"]') == ["لیلا فرهمند، مدیر شرکت آب مهرکوه"]
    assert texts(tree, ".prov") == ["خبرگزاری نمونه"]
    assert texts(tree, "article h2 mark") == ["سد پر است"]


def test_page_nests_a_statement_in_another():
    tree = parsed(reading())
    inner = tree.css_first('mark[data-s="a1s2"] mark[data-s="a1s3"]')
    assert inner.text() == "سد تا پاییز پر می‌ماند"


def test_page_gives_every_speaker_of_an_article_a_colour():
    tree = parsed(reading())
    hues = [re.search(r"\bh(\d)\b", card.attributes["class"])[1] for card in tree.css(".card")]
    assert hues == ["0", "1", "2", "1"]


def test_page_card_tells_speaker_manner_confidence_and_why():
    tree = parsed(reading())
    card = " ".join(tree.css_first("#a1s3").text().split())
    for part in ("گویندهٔ نامعلوم", "نقل غیرمستقیم", "می‌گویند", "۴۲٪", "درون گفتهٔ ۲"):
        assert part in card
    assert CONTENT_RULES["verb-colon"].fa in card
    assert "verb-colon" not in card  # people are told what it means
    assert "doubtful" in tree.css_first("#a1s3").attributes["class"]
    assert "مضمون تکذیب‌شده" in tree.css_first("#a1s4").text()
    hint = tree.css_first('mark[data-s="a1s2"]').attributes["title"]
    assert (
        "لیلا فرهمند" in hint
        and "نقل مستقیم" in hint
        and "۹۷٪" in hint
        and SPEAKER_RULES["named-subject"].fa in hint
    )


def test_page_every_link_inside_has_a_target_and_every_id_is_one():
    tree = parsed(reading(), reading(id="water-2"))
    ids = [node.attributes["id"] for node in tree.css("[id]")]
    assert len(ids) == len(set(ids))
    inside = [n.attributes["href"][1:] for n in tree.css("a[href^='#']")]
    assert len(inside) > 20
    assert set(inside) <= set(ids)


def test_page_speaker_index_counts_over_all_articles():
    tree = parsed(reading(), reading(id="water-2"))
    first = tree.css_first(".voices summary")
    assert " ".join(first.text().split()).startswith("لیلا فرهمند ۴")
    assert len(tree.css_first(".voices details").css("ul a")) == 4


def test_page_dates_stand_in_both_calendars():
    tree = parsed(reading())
    assert tree.css_first("time").attributes["datetime"] == "2024-05-11"
    assert "۲۲ اردیبهشت ۱۴۰۳" in tree.css_first("time").text()
    assert "۱۱ مه ۲۰۲۴" in tree.css_first(".entries").text()


def test_page_lists_failures():
    tree = parsed(reading(), Failure("a<b>.html", "no-text", "no text & more"))
    assert texts(tree, ".failures code") == ["a<b>.html"]
    assert texts(tree, ".failures li") == ["a<b>.html no text & more"]
    assert "ناخوانده" in tree.css_first(".figures").text()


HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)> {{ 7*7 }} </mark></p>"


def test_page_shows_hostile_text_as_text():
    item = one_statement(
        HOSTILE,
        name=HOSTILE,
        title=HOSTILE,
        outlet=HOSTILE,
        published=HOSTILE,
        url="javascript:alert(1)",
    )
    tree = parsed(item, Failure(HOSTILE, HOSTILE, HOSTILE))
    assert len(tree.css("script")) == 1
    assert not tree.css("img, [onerror], a[href^=javascript]")
    assert without_badges(tree, ".text p") == [HOSTILE]


def test_page_keeps_direction_marks_from_acting():
    html = page(
        one_statement("سد \u202eرپ\u202c است\u2067\u0000", name="\u202eلیلا", title="\u202dس")
    )
    assert not set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\x00") & set(html)
    assert LexborHTMLParser(html).css_first(".text .ctl").text() == "RLO"


@pytest.mark.parametrize("url", ["http://[", "file:///x", "//x", "", None])
def test_page_links_only_to_the_web(url):
    assert not parsed(reading(url=url)).css(".meta a")


def test_page_folds_long_indexes():
    tree = parsed(*(one_statement("باران بارید", name=f"نفر {n}") for n in range(30)))
    assert len(tree.css(".rest")) == 2
    assert len(tree.css(".voices > li")) == len(tree.css(".entries > li")) == 30


SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=8)


@given(st.text("آب <&\n\u200c\r", max_size=30), SPANS)
def test_weave_keeps_the_text_and_closes_every_mark(text, spans):
    marks = [
        Mark(min(s), min(max(s), len(text)), Markup(f"<i{n}>"), Markup(f"</i{n}>"))
        for n, s in enumerate(spans)
    ]
    for html in weave(text, 0, len(text), marks):
        open_tags = []
        for closing, tag in re.findall(r"<(/?)(i\d)>", html):
            if closing:
                assert open_tags.pop() == tag
            else:
                open_tags.append(tag)
        assert not open_tags
    lines = [line for line in re.split(r"\r\n?|\n", text) if line.strip()]
    woven = [Markup(re.sub(r"</?i\d>", "", p)).unescape() for p in weave(text, 0, len(text), marks)]
    assert woven == lines


@given(st.text("ab\n", min_size=1, max_size=30), SPANS)
def test_weave_marks_exactly_the_span(text, spans):
    for start, end in (sorted(s) for s in spans):
        mark = Mark(start, min(end, len(text)), Markup("<i>"), Markup("</i>"))
        inside = "".join(
            part
            for p in weave(text, 0, len(text), [mark])
            for part in re.findall("<i>(.*?)</i>", p)
        )
        assert inside == text[start:end].replace("\n", "")


def test_weave_splits_crossing_spans_and_leads_once():
    b = Markup("<b>"), Markup("</b>")
    i = Markup("<i>"), Markup("</i>")
    marks = [Mark(0, 4, *b), Mark(2, 6, *i, lead=Markup("*"))]
    assert list(weave("abcdef", 0, 6, marks)) == ["<b>ab*<i>cd</i></b><i>ef</i>"]


def test_persian_figures_and_dates():
    from datetime import date

    assert persian.number(13704) == "۱۳٬۷۰۴"
    assert persian.percent(0.974) == "۹۷٪"
    assert persian.jalali(date(2024, 3, 20)) == "۱ فروردین ۱۴۰۳"
    assert persian.gregorian(date(2024, 3, 20)) == "۲۰ مارس ۲۰۲۴"


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2024-05-11", "2024-05-11"),
        ("2024-05-11T22:30:00Z", "2024-05-12"),
        ("2024-05-11T23:30:00+03:30", "2024-05-11"),
        ("2024-05-11T23:30:00", "2024-05-11"),
    ],
)
def test_persian_day_of_a_moment_is_the_newsroom_s(published, day):
    assert str(persian.day_of(published)) == day


@pytest.mark.parametrize("published", [None, "", "دیروز", "0001-01-01T00:00:00+14:00", "1403/2/22"])
def test_persian_day_of_something_else_is_none(published):
    assert persian.day_of(published) is None
