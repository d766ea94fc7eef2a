"""Taking results away: files, citations without an address that nobody can follow, cards."""

from __future__ import annotations

import csv
import io
import json
from urllib.parse import urlencode

import docx
import openpyxl
import pytest
from fastapi.testclient import TestClient
from selectolax.lexbor import LexborHTMLParser

from gofteh.records import Article
from gofteh.server.pages.language import Language, words_of
from gofteh.server.pages.references import bibtex, csl, ris
from server.pages.reading import get, statement_id, texts
from server.pages.test_statement_page import stored

DENIED = Article(
    "الهام مشکاتی تکذیب کرد که پل {تازه} ۵۰% خراب است.",
    id="denied", outlet="پگاه & یاران", published="2023-08-05", title="پل {تازه}",
    url="https://news.example/پل تازه",
)  # fmt: skip


def rows(client: TestClient, **asked: str) -> list[dict[str, str]]:
    answer = client.get(f"/take?{urlencode({'format': 'csv', **asked})}")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert "attachment" in answer.headers["content-disposition"]
    return list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff"))))


def test_all_results_are_taken_where_none_is_chosen(client: TestClient) -> None:
    page = get(client, "/?q=سد")
    found = rows(client, q="سد")
    assert len(found) == len(page.css(".hit"))
    assert {row["گوینده"] for row in found} == {"لیلا فرهمند"}
    assert "2023-05-01" in {row["تاریخ میلادی"] for row in found}


def test_those_chosen_alone_are_taken(client: TestClient) -> None:
    boxes = get(client, "/").css("input[name=id]")
    assert {box.attributes["form"] for box in boxes} == {"take"}
    id_ = boxes[1].attributes["value"]
    (row,) = rows(client, id=id_)
    said = client.get(f"/api/v1/statements/{id_}").json()["content"]
    assert row["گفته"] == "".join(span["text"] for span in said)


def test_formulas_are_no_formulas_in_a_taken_table(with_articles) -> None:
    client = with_articles(Article("الهام مشکاتی گفت: پل باز شد.", id="x", title="=1+1"))
    assert rows(client)[0]["تیتر"] == "'=1+1"


@pytest.mark.parametrize("kind", ["fa", "en", "bibtex", "ris", "csl"])
def test_each_kind_holds_each_statement(client: TestClient, kind: str) -> None:
    answer = client.get(f"/take?format={kind}&q=سد")
    for row in rows(client, q="سد"):
        assert row["گفته"] in answer.text


def test_unknown_kinds_and_questions_are_refused(client: TestClient) -> None:
    assert client.get("/take?format=exe").status_code == 422
    assert client.get("/take?since=gestern").status_code == 422


# --- references


def test_references_say_what_was_retold_or_denied() -> None:
    (one,) = stored(DENIED)
    for text in (bibtex([one]), ris([one]), csl([one])):
        assert "تکذیب" in text


def test_bibtex_escapes_what_would_end_a_field() -> None:
    text = bibtex(stored(DENIED))
    assert r"title = {پل \{تازه\}}" in text
    assert r"organization = {پگاه \& یاران}" in text
    assert "url = {https://news.example/پل%20تازه}" in text
    assert r"۵۰\%" in text


def test_ris_has_one_field_a_line() -> None:
    lines = ris(stored(DENIED)).split("\r\n")
    assert lines[0] == "TY  - NEWS"
    assert lines[-2:] == ["ER  - ", ""]
    assert all(line[2:6] == "  - " for line in lines[:-1])
    assert "DA  - 2023/08/05/" in lines


def test_csl_is_data_with_the_day_in_parts() -> None:
    (item,) = json.loads(csl(stored(DENIED)))
    assert item["type"] == "article-newspaper"
    assert item["issued"] == {"date-parts": [[2023, 8, 5]]}


# --- addresses


def test_a_server_of_this_machine_alone_gives_no_address(client: TestClient) -> None:
    page = get(client, f"/statements/{statement_id(client)}")
    assert not [line for line in texts(page, ".citation .line") if "127.0.0.1" in line]
    assert "127.0.0.1" not in page.css_first("#card").text()
    assert "127.0.0.1" not in client.get("/take?format=fa").text


def test_the_public_address_is_given(serving) -> None:
    client = serving(public="https://news.example/gofteh/")
    id_ = statement_id(client)
    page = get(client, f"/statements/{id_}")
    address = f"https://news.example/gofteh/statements/{id_}"
    assert all(address in line for line in texts(page, ".citation .line"))
    assert address in page.css_first("#card").text()
    assert page.css_first("#own-address").text() == address
    assert address in client.get(f"/take?format=csv&id={id_}").text


# --- cards


def test_a_card_is_html_without_anything_that_acts(with_articles) -> None:
    said = "الهام مشکاتی گفت: «پل <script>alert(1)</script> تازه باز شد»."
    client = with_articles(
        Article(said, id="x", outlet="<b>پگاه</b>", url="javascript:alert(1)", title="پل")
    )
    link = get(client, "/").css_first("a.said").attributes["href"]
    card = LexborHTMLParser(get(client, link).css_first("#card").text())
    assert not card.css("script, b b, iframe, img, link, style")
    assert not card.css("a[href^='javascript']")
    assert card.css_first("blockquote").attributes["dir"] == "rtl"
    assert "پل" in card.css_first("blockquote").text()


def test_a_card_tells_what_was_denied() -> None:
    from gofteh.server.pages.cards import card

    (one,) = stored(DENIED)
    assert "تکذیب" in card(one, words_of(Language.FA), None)


# --- for office programs


def taken(client: TestClient, kind: str, **asked: str) -> io.BytesIO:
    answer = client.get(f"/take?{urlencode({'format': kind, **asked})}")
    assert answer.status_code == 200
    assert answer.headers["content-disposition"] == f'attachment; filename="gofteh.{kind}"'
    return io.BytesIO(answer.content)


def test_a_workbook_holds_what_the_table_holds(client: TestClient) -> None:
    sheet = openpyxl.load_workbook(taken(client, "xlsx", q="سد")).active
    assert sheet.sheet_view.rightToLeft
    titles, *body = ([cell.value for cell in row] for row in sheet.iter_rows())
    found = [dict(zip(titles, row, strict=True)) for row in body]
    for row, expected in zip(found, rows(client, q="سد"), strict=True):
        day = row.pop("تاریخ میلادی")
        assert f"{day:%Y-%m-%d}" == expected.pop("تاریخ میلادی")
        assert {key: value or "" for key, value in row.items()} == expected


def test_nothing_in_a_workbook_is_a_formula(with_articles) -> None:
    said = "الهام مشکاتی گفت: «پل \x01باز شد»."
    client = with_articles(Article(said, id="x", title="=1+1", url="javascript:alert(1)"))
    sheet = openpyxl.load_workbook(taken(client, "xlsx")).active
    (row,) = sheet.iter_rows(min_row=2)
    assert "=1+1" in {cell.value for cell in row}
    assert {cell.data_type for cell in row} <= {"s", "n"}
    assert not [cell for cell in row if cell.hyperlink]


@pytest.mark.parametrize("language", ["fa", "en"])
def test_a_document_runs_as_its_words_do(client: TestClient, language: str) -> None:
    client.cookies.set("lang", language)
    paragraphs = docx.Document(taken(client, "docx", q="سد")).paragraphs
    text = "\n".join(one.text for one in paragraphs)
    said = [row["گفته"] for row in rows_in_persian(client, q="سد")]
    for one in paragraphs:
        is_said = any(words in one.text for words in said)
        is_address = one.text.startswith("https://")
        runs_right_to_left = bool(one.style.element.pPr.xpath("w:bidi"))
        assert runs_right_to_left == (is_said or (language == "fa" and not is_address)), one.text
    assert all(words in text for words in said)


def rows_in_persian(client: TestClient, **asked: str) -> list[dict[str, str]]:
    client.cookies.set("lang", "fa")
    return rows(client, **asked)


def test_a_document_marks_letters_of_each_direction(with_articles) -> None:
    said = "الهام مشکاتی گفت: «برنامهٔ OpenOffice 4.1 را\x0b کنار گذاشتیم»."
    client = with_articles(Article(said, id="x", outlet="598.ir", published="2023-08-05"))
    document = docx.Document(taken(client, "docx"))
    runs = {run.text.strip(): bool(run.font.rtl) for one in document.paragraphs for run in one.runs}
    assert not runs["OpenOffice"]
    assert runs["الهام مشکاتی"]
    assert document.sections[0]._sectPr.xpath("w:bidi")


def test_a_document_puts_its_elements_in_the_order_of_the_format(client: TestClient) -> None:
    document = docx.Document(taken(client, "docx", q="سد"))
    order = ["rFonts", "b", "bCs", "sz", "szCs", "rtl", "lang"]
    styles = [one.element.rPr for one in document.styles if one.name.startswith("Gofteh")]
    runs = [run._r.rPr for one in document.paragraphs for run in one.runs]
    for properties in filter(lambda one: one is not None, [*styles, *runs]):
        names = [element.tag.rpartition("}")[2] for element in properties]
        assert names == [name for name in order if name in names]


def test_a_line_from_left_to_right_keeps_its_order_behind_persian(with_articles) -> None:
    said = "الهام مشکاتی، شهردار سپیدار، گفت: «پل باز شد»."
    client = with_articles(Article(said, id="x", outlet="پگاه ۲۴", published="2023-08-05"))
    client.cookies.set("lang", "en")
    lines = [one.runs for one in docx.Document(taken(client, "docx")).paragraphs]
    runs = {tuple((run.text, bool(run.font.rtl)) for run in line) for line in lines}
    mark = ("\u200e", False)
    assert (("الهام مشکاتی", True), mark, (", ", False), ("شهردار سپیدار", True), mark) in runs
    (source,) = (line for line in runs if line[0][0] == "پگاه ۲۴")
    assert source[:2] == (("پگاه ۲۴", True), mark)
    assert source[2][0].startswith(", 5 August 2023")


def test_an_address_beginning_with_digits_is_one_stretch(with_articles) -> None:
    client = with_articles(Article("الهام مشکاتی گفت: پل باز شد.", id="x", outlet="598.ir"))
    lines = docx.Document(taken(client, "docx")).paragraphs
    assert "598.ir" in [run.text for line in lines for run in line.runs if not run.font.rtl]


def test_each_cell_of_a_workbook_says_its_direction_and_a_page_holds_all_columns(
    with_articles,
) -> None:
    client = with_articles(Article("مجلهٔ «قاب» نوشت: پل باز شد.", id="x", outlet="598.ir"))
    sheet = openpyxl.load_workbook(taken(client, "xlsx")).active
    (row,) = sheet.iter_rows(min_row=2)
    orders = {cell.value: cell.alignment.readingOrder for cell in row if cell.value}
    assert orders["598.ir"] == 1
    assert orders["پل باز شد"] == 2
    assert {cell.alignment.readingOrder for cell in sheet[1]} == {2}
    assert "\u200c" not in sheet.title  # a box on the tab of some programs
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
