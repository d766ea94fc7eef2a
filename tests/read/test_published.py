"""Which of a page's dates is its article's; what readers wrote, what is hidden, what is a stub."""

from __future__ import annotations

import json

import pytest

from gofteh.read.dates import parse_date
from gofteh.read.errors import ReadError
from gofteh.read.pages import read_page

TITLE = "پل سرخاب تا پایان هفته بسته می‌ماند"
BODY = (
    "شهردار سپیدار در نشست امروز گفت که پل سرخاب تا پایان هفته بسته می‌ماند و راه کوهستان باز است.",
    "به گفته او، سیل هفته گذشته سه پایه پل را سست کرده و مهندسان هنوز زیر آب را ندیده‌اند.",
    "فرماندار نیز افزود: «امدادگران در راه‌اند و چادرها امشب به روستاها می‌رسد.»",
)
ARTICLE = "".join(f"<p>{line}</p>" for line in BODY)
OWN = '<span class="date">۷ بهمن ۱۴۰۴</span>'


def page(above: str = "", below: str = "", *, head: str = "", text: str = ARTICLE) -> bytes:
    return (
        f"<!doctype html><html><head><title>{TITLE} - پگاه</title>{head}</head><body>"
        f"<header><nav><a href=/>خانه</a></nav></header><h1>{TITLE}</h1>{above}"
        f"<article>{text}</article>{below}<footer>پگاه</footer></body></html>"
    ).encode()


@pytest.mark.parametrize(
    "above",
    [
        '<span class="publish-date">تاریخ انتشار: ۷ بهمن ۱۴۰۴</span>',
        "<ul><li>تاریخ انتشار: ۷ بهمن ۱۴۰۴</li><li>کد خبر: ۱۲</li></ul>",
        "<dl><dt>تاریخ انتشار</dt><dd>۷ بهمن ۱۴۰۴</dd></dl>",
        f'<span class="update-date">آخرین ویرایش: ۹ بهمن ۱۴۰۴</span>{OWN}',
        f'<div class="latest"><a href=/x>خبر</a><b class="date">۱ اسفند ۱۴۰۴</b></div>{OWN}',
        f'<div class="x"><a href=/x>{BODY[1]}</a><b class="date">۱ اسفند ۱۴۰۴</b></div>{OWN}',
        f'<div class="related-news"><time>۱ اسفند ۱۴۰۴</time></div>{OWN}',
        f'<div class="date">امروز: ۱۲ اسفند ۱۴۰۴</div>{OWN}',
        f'<nav><span class="date">۱۲ اسفند ۱۴۰۴</span></nav>{OWN}',
        '<time class="modified" datetime="2026-02-02">۱۳ بهمن</time><time>۷ بهمن ۱۴۰۴</time>',
    ],
)
def test_the_date_of_the_article_before_all_others(above: str) -> None:
    assert read_page(page(above)).published == "2026-01-27"


def test_a_line_under_the_headline_that_is_a_date_is_the_articles() -> None:
    found = read_page(page("<div>سه‌شنبه ۷ بهمن ۱۴۰۴ ساعت ۰۸:۱۵</div>")).published
    assert found == "2026-01-27T08:15:00+03:30"


def test_the_date_of_a_change_is_better_than_none() -> None:
    above = '<span class="update-date">آخرین ویرایش: ۹ بهمن ۱۴۰۴</span>'
    assert read_page(page(above)).published == "2026-01-29"


@pytest.mark.parametrize("date", ["1970-01-01", "1970-01-01T00:00:00Z", "0"])
def test_no_date_is_no_date(date: str) -> None:
    assert parse_date(date) is None
    head = f'<meta property="article:published_time" content="{date}">'
    assert read_page(page(OWN, head=head)).published == "2026-01-27"


def test_seconds_since_1970_are_a_date() -> None:
    assert parse_date("1769499126") == "2026-01-27T07:32:06+00:00"
    assert parse_date("1769499126000") == "2026-01-27T07:32:06+00:00"
    assert parse_date("123456789") is None


def described(**fields: object) -> str:
    told = json.dumps({"@type": "NewsArticle"} | fields)
    return f'<script type="application/ld+json">{told}</script>'


def test_the_description_of_another_article_is_not_believed() -> None:
    head = described(headline="تیم شاهین برد", datePublished="2020-05-05", articleBody=TITLE * 40)
    article = read_page(page(OWN, head=head))
    assert article.published == "2026-01-27"
    assert article.text == "\n".join(BODY)


def test_a_description_under_a_shortened_headline_is_believed() -> None:
    head = described(headline="پل سرخاب بسته می‌ماند", datePublished="2026-01-27")
    assert read_page(page(head=head)).published == "2026-01-27"


@pytest.mark.parametrize(
    "comments",
    [
        "<section id=nazarat><h3>دیدگاه‌ها</h3>{}</section>",
        '<div class="user-opinions">{}</div>',
        "<div><div>نظرات بینندگان</div><div>انتشار یافته: ۴ در انتظار بررسی: ۰</div>{}</div>",
        "<div><h4>نظرات کاربران (۴)</h4>{}</div>",
        "<div><b>دیدگاه خوانندگان:</b>{}</div>",
        "<h3>ارسال نظر</h3>{}",
        "<div><b>۴ نظر</b>{}</div>",
        '<ul class="cmt-list">{}</ul>',
    ],
)
def test_what_readers_wrote_is_no_text_whatever_its_classes(comments: str) -> None:
    opinion = "<div><b>کاربر</b><p>شهردار گفت پل باز می‌شود ولی به گمان من دروغ گفت و رفت.</p></div>"
    assert read_page(page(below=comments.format(opinion * 9))).text == "\n".join(BODY)


def test_a_link_to_the_comments_ends_nothing() -> None:
    text = f"<p>{BODY[0]}</p><div><a href=#c>نظرات ۳</a></div><p>{BODY[1]}</p><p>{BODY[2]}</p>"
    assert read_page(page(text=text)).text == "\n".join(BODY)


def test_paragraphs_behind_a_paywall_mark_and_wholly_linked_ones_are_text() -> None:
    text = (
        f"<p>{BODY[0]}</p><p class=paywall aria-hidden=true>{BODY[1]}</p>"
        f"<p>{BODY[2]}</p><div aria-hidden=true>منو</div>"
    )
    assert read_page(page(text=text)).text == "\n".join(BODY)


def test_parts_behind_a_paywall_mark_are_text() -> None:
    hidden = f'<div aria-hidden=true class="subscriber-only"><p>{BODY[1]}</p></div>'
    text = f"<p>{BODY[0]}</p>{hidden}<p>{BODY[2]}</p>"
    assert read_page(page(text=text)).text == "\n".join(BODY)


def test_an_offer_to_subscribe_is_no_text() -> None:
    offer = '<div aria-hidden=true class="paywall-notice">برای خواندن ادامه خبر مشترک شوید</div>'
    text = "".join(f"<p>{line}</p>" for line in BODY) + offer
    assert read_page(page(text=text)).text == "\n".join(BODY)


def test_a_number_of_comments_beside_the_lead_ends_no_article() -> None:
    text = f"<p>{BODY[0]}</p><div>۴ نظر</div><p>{BODY[1]}</p><p>{BODY[2]}</p>"
    assert read_page(page(text=text)).text == "\n".join(BODY)


def test_quoting_elements_show_their_marks() -> None:
    text = ARTICLE.replace("امدادگران در راه‌اند", "<q>امدادگران</q> در راه‌اند")
    assert "«امدادگران» در راه‌اند" in read_page(page(text=text)).text


def test_letters_escaped_twice_are_read() -> None:
    assert read_page(page(text=ARTICLE.replace("\u200c", "&amp;zwnj;"))).text == "\n".join(BODY)


def test_a_live_blog_keeps_the_times_of_its_entries() -> None:
    updates = [
        {"articleBody": line, "datePublished": f"2026-01-27T0{hour}:00:00+03:30"}
        for hour, line in enumerate(BODY)
    ]
    told = {"@type": "LiveBlogPosting", "headline": TITLE, "liveBlogUpdate": updates}
    head = f'<script type="application/ld+json">{json.dumps(told)}</script>'
    article = read_page(page(head=head, text="<div id=app></div>"))
    assert article.text == "\n".join(BODY)
    entries = article.extra["updates"]
    assert [article.text[one["start"] : one["end"]] for one in entries] == list(BODY)
    assert entries[1]["published"] == "2026-01-27T01:00:00+03:30"


def test_a_page_that_sends_its_reader_on_is_no_article() -> None:
    head = '<meta http-equiv="refresh" content="0; url=/news/12">'
    stub = "<p>اگر به صفحه خبر نرفتید، پیوند زیر را بزنید تا خبر را ببینید.</p>"
    with pytest.raises(ReadError, match="no article text"):
        read_page(page(head=head, text=stub))
    reloading = '<meta http-equiv="refresh" content="300">'
    assert read_page(page(head=reloading)).text == "\n".join(BODY)


OTHERS = "".join(
    f"<li><a href=/n/{n}>تیم شاهین بازیکن تازه خرید، خبر {n}</a>"
    "<p>هواداران در خیابان‌ها شادی کردند.</p></li>"
    for n in range(20)
)


@pytest.mark.parametrize("above", [True, False])
def test_a_list_of_other_articles_is_no_text_however_long(above: bool) -> None:
    text = "".join(f"<div>{line}</div>" for line in BODY)
    others = f"<div><ul>{OTHERS}</ul></div>"
    body = others + f"<div>{text}</div>" if above else f"<div>{text}</div>{others}"
    markup = f"<html><body><h1>{TITLE}</h1>{body}</body></html>"
    assert read_page(markup.encode()).text == "\n".join(BODY)


@pytest.mark.parametrize(
    "hidden", ["<div hidden><p>{}</p></div>", "<div style='display:none'><p>{}</p></div>"]
)
def test_what_is_hidden_is_no_text_and_hides_nothing_behind_it(hidden: str) -> None:
    unseen = hidden.format("هواداران تیم شاهین در خیابان‌ها شادی کردند.")
    text = f"<p>{BODY[0]}</p>{unseen}<p>{BODY[1]}</p><p>{BODY[2]}</p>"
    assert read_page(page(text=text)).text == "\n".join(BODY)


def test_what_its_own_style_sets_apart_is_a_line() -> None:
    text = "".join(f"<span style='display: block'>{line}</span>" for line in BODY)
    assert read_page(page(text=text)).text == "\n".join(BODY)
