"""Pages as news sites serve them: the article and nothing else, to the half-space."""

from __future__ import annotations

import pytest

from gofteh.read.errors import ReadError
from gofteh.read.furniture import announces_comments
from gofteh.read.pages import fragment_text, read_page

from .conftest import DATA, SENTENCE, page

LAYOUTS = ("agency", "club", "bare", "script_only")


def read(name: str):
    return read_page((DATA / f"{name}.html").read_bytes())


@pytest.mark.parametrize("name", LAYOUTS)
def test_text_is_the_article_alone(name: str) -> None:
    assert read(name).text == (DATA / f"{name}.txt").read_text("utf-8").rstrip("\n")


@pytest.mark.parametrize(
    ("name", "title", "published", "outlet", "url"),
    [
        (
            "agency",
            "سطح آب سد نیلوفر بالا آمد",
            "2024-03-05T07:40:00+00:00",
            "خبرگزاری رودبار",
            "https://www.roudbar-news.example/news/41235/",
        ),
        (
            "club",
            "سرمربی شاهین: به داور احترام می‌گذاریم",
            "2023-10-26T21:05:00+03:30",
            "ورزش امروز",
            "https://varzesh.example/fa/news/77",
        ),
        (
            "bare",
            "جشنواره فیلم کوهستان آغاز شد",
            "2023-09-24T18:30:00+03:30",
            "پایگاه خبری زاگرس",
            None,
        ),
        (
            "script_only",
            "زمین‌لرزه در دشت لاله",
            "2024-04-03",
            "روزنامه دشت",
            "https://dasht.example/n/5",
        ),
    ],
)
def test_metadata(
    name: str, title: str, published: str, outlet: str | None, url: str | None
) -> None:
    article = read(name)
    assert (article.title, article.published) == (title, published)
    assert (article.outlet, article.url) == (outlet, url)


@pytest.mark.parametrize("half_space", ["\u200c", "&zwnj;", "&#8204;", "&#x200C;"])
@pytest.mark.parametrize(
    "layout",
    [
        "<article><p>{0}</p><p>{0} دوم</p></article>",
        "<div itemprop=articleBody>{0}<br>{0} دوم</div>",
        "<div><div>{0}</div><div><b>{0}</b> دوم</div></div>",
    ],
)
def test_every_half_space_survives(half_space: str, layout: str) -> None:
    written = "می‌گوید که کتاب‌خانه‌ها و آب‌انبارها را دوباره می‌سازند؛ خانه‌به‌خانه، بی‌درنگ."
    body = layout.format(written.replace("\u200c", half_space))
    article = read_page(page(f"<h1>می&zwnj;خوانیم</h1>{body}").encode())
    assert article.text == f"{written}\n{written} دوم"
    assert article.title == "می‌خوانیم"


def test_half_spaces_survive_the_fallback_too() -> None:
    article = read_page("<body><table><tr><td>می‌آید و می‌رود</td></tr></table>".encode())
    assert article.text == "می‌آید و می‌رود"


def test_hard_spaces_and_marks_inside_text_are_kept() -> None:
    text = "او\xa0گفت: «می‌آیم»\u200f و رفت؛ این\u200dها همه در متن اصلی بوده‌اند."
    assert read_page(page(f"<p>{text}</p>").encode()).text == text


@pytest.mark.parametrize(
    "junk",
    [
        '<div class="share-bar">این خبر را با دوستان خود به اشتراک بگذارید، همین حالا.</div>',
        "<nav><p>سیاست و اقتصاد و ورزش و فرهنگ و جهان و استان‌ها و عکس و فیلم.</p></nav>",
        '<div id="comments"><p>کاربری نوشت: من هم همین را می‌گویم و موافقم.</p></div>',
        "<figure><figcaption>عکس: نمایی از دریاچه در یک روز بهاری شمال.</figcaption></figure>",
        '<p><a href="/x">وزیر گفت: خبر دیگری که هیچ پیوندی با این یکی ندارد و بلند است.</a></p>',
        '<div style="display:none">دستور پنهان: این جمله را نخوانید چون خواننده نمی‌بیند.</div>',
        "<p hidden>دستور پنهان: این جمله را نخوانید چون خواننده نمی‌بیند هرگز.</p>",
        "<footer>همه حقوق برای این پایگاه محفوظ است و نقل با ذکر منبع رواست.</footer>",
        "<p>لینک کوتاه: https://a.example/1</p>",
        "<script>document.write('<p>این متن از اسکریپت است و نباید خوانده شود هرگز.</p>')</script>",
        "<p>کد خبر: ۱۲۳۴۵</p>",
    ],
)
def test_furniture_amid_paragraphs_is_left_out(junk: str) -> None:
    markup = page(f"<h1>عنوان خبر سد</h1><div><p>{SENTENCE}</p>{junk}<p>{SENTENCE} ۲</p></div>")
    assert read_page(markup.encode()).text == f"{SENTENCE}\n{SENTENCE} ۲"


def test_a_paragraph_that_is_all_a_link_is_read() -> None:
    told = f"{SENTENCE[:-1]} و باغ‌های پایین‌دست دوباره آب گرفتند."
    linked = f'<p><a href="/t">{told}</a></p>'
    markup = page(f"<h1>عنوان خبر سد</h1><div><p>{SENTENCE} ۲</p>{linked}<p>{SENTENCE} ۳</p></div>")
    assert read_page(markup.encode()).text == f"{SENTENCE} ۲\n{told}\n{SENTENCE} ۳"


def test_what_only_a_screen_reader_says_is_left_out() -> None:
    junk = '<span class="sr-only">دکمه را بزنید تا این خبر برای شما خوانده شود.</span>'
    markup = page(f"<h1>عنوان خبر سد</h1><div><p>{SENTENCE}</p>{junk}<p>{SENTENCE} ۲</p></div>")
    assert read_page(markup.encode()).text == f"{SENTENCE}\n{SENTENCE} ۲"


def test_nothing_after_the_end_mark() -> None:
    rest = f"<p>{SENTENCE} بعدی</p>"
    marked = f"<div><p>{SENTENCE}</p><p>انتهاي پيام/ ۲</p>{rest}</div>"
    assert read_page(page(marked).encode()).text == SENTENCE
    glued = f"<div><p>{SENTENCE} انتهای پیام/ک</p>{rest}</div>"
    assert read_page(page(glued).encode()).text == SENTENCE


def test_words_that_only_look_like_an_end_mark_stay() -> None:
    text = f"{SENTENCE} بازی در پایان گزارش شد"
    assert read_page(page(f"<p>{text}</p>").encode()).text == text


def test_short_news_is_enough() -> None:
    assert read_page("<body><h1>باران</h1><p>باران آمد.</p>".encode()).text == "باران آمد."


def test_the_longer_body_of_the_description_wins() -> None:
    told = "\\n".join(f"{SENTENCE} {number}" for number in range(5))
    told_in = f'{{"@type":"NewsArticle","articleBody":"{told}"}}'
    head = f'<script type="application/ld+json">{told_in}</script>'
    article = read_page(page(f"<p>{SENTENCE}</p>", head).encode())
    assert article.text == told.replace("\\n", "\n")


@pytest.mark.parametrize(
    "script", ["{", "[[[", "null", '"x"', '{"@type":5}', '{"@graph":[1,null]}', "[" * 99999]
)
def test_broken_descriptions_do_no_harm(script: str) -> None:
    head = f'<script type="application/ld+json">{script}</script>'
    assert read_page(page(f"<p>{SENTENCE}</p>", head).encode()).text == SENTENCE


@pytest.mark.parametrize(
    ("given", "title"),
    [
        ("سد پر شد - خبرگزاری نیلوفر", "سد پر شد"),
        ("روزنامه صبح | سد پر شد", "سد پر شد"),
        ("سد پر شد | سیاست | نیلوفر نیوز", "سد پر شد | سیاست"),
        ("سد پر شد - و رودها هم", "سد پر شد - و رودها هم"),
    ],
)
def test_outlet_is_cut_from_a_page_title(given: str, title: str) -> None:
    markup = page(f"<p>{SENTENCE}</p>", f"<title>{given}</title>")
    assert read_page(markup.encode()).title == title


def test_canonical_address_of_another_site_is_not_believed() -> None:
    head = '<link rel="canonical" href="https://evil.example.org/1">'
    markup = page(f"<p>{SENTENCE}</p>", head).encode()
    ours = "https://a.example.com/n/1?utm=2"
    assert read_page(markup, address=ours).url == ours
    head = '<link rel="canonical" href="/n/1">'
    markup = page(f"<p>{SENTENCE}</p>", head).encode()
    assert read_page(markup, address=ours).url == "https://a.example.com/n/1"


def test_unclosed_tags_make_paragraphs() -> None:
    markup = f"<body><div><p>{SENTENCE}<p><b>{SENTENCE} ۲<p><i>{SENTENCE} ۳"
    assert read_page(markup.encode()).text.split("\n") == [
        SENTENCE,
        SENTENCE + " ۲",
        SENTENCE + " ۳",
    ]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \n", "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), "binary"),
        (bytes(range(32)) * 50, "binary"),
        (b"<html><body></body></html>", "no-text"),
        (b"<html><script>1</script>", "no-text"),
        (b"<frameset><frame src=x></frameset>", "no-text"),
    ],
)
def test_what_is_no_article_says_so(data: bytes, code: str) -> None:
    with pytest.raises(ReadError) as error:
        read_page(data)
    assert error.value.code == code


def test_fragment_keeps_paragraphs_and_half_spaces() -> None:
    assert fragment_text("<p>می&zwnj;آید</p><p>می‌رود<br>و</p>") == "می‌آید\nمی‌رود\nو"
    assert fragment_text(" متن &amp; ساده ") == "متن & ساده"


@pytest.mark.parametrize("heading", ["نظر", "ارسال نظر", "نظرات"])
def test_blanks_in_a_heading_cost_no_more_than_their_length(heading: str) -> None:
    assert not announces_comments(heading + "\xa0" * 240 + "x")  # tried every way, this had no end
    assert announces_comments(f"{heading}\xa0\xa0(۳)")
