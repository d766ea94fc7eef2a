"""Persian pages picked out of an archive by their letters."""

from __future__ import annotations

import io

import pytest

from gofteh.read import ReadOptions
from gofteh.read.archives import read_archive
from gofteh.read.persian import looks_persian
from gofteh.records import Article

PERSIAN = (
    "مدیر شرکت آب منطقه‌ای گفت که سطح آب سد نیلوفر بالا آمده و کشاورزان پایین‌دست خشنودند. "
    "او افزود که چهار چاه تازه نیز به بهره‌برداری می‌رسد و گزارش آن ژرف‌تر بررسی خواهد شد."
)
ARABIC = (
    "قال مدير شركة المياه إن مستوى المياه في السد ارتفع هذا العام وإن المزارعين سعداء بذلك. "
    "وأضاف أن أربع آبار جديدة ستدخل الخدمة قريبا وسيتم بحث التقرير في الأسبوع المقبل."
)
URDU = (
    "پانی کے ادارے کے سربراہ نے کہا کہ اس سال ڈیم میں پانی کی سطح بلند ہوئی ہے اور کسان خوش ہیں۔ "
    "انہوں نے کہا کہ چار نئے کنویں بھی جلد کام شروع کریں گے اور رپورٹ پر غور کیا جائے گا۔"
)
PASHTO = (
    "د اوبو د شرکت مشر وویل چې سږ کال په بند کې د اوبو کچه لوړه شوې او بزګران خوښ دي. "
    "هغه زیاته کړه چې څلور نوې څاګانې به هم ژر ګټې اخیستنې ته وسپارل شي."
)
ENGLISH = "The head of the water board said that the reservoir is full this year. " * 4


def page(text: str, charset: str = "utf-8") -> bytes:
    return f"<html><body><p>{text}</p></body></html>".encode(charset, "replace")


@pytest.mark.parametrize(
    ("text", "is_persian"),
    [(PERSIAN, True), (ARABIC, False), (URDU, False), (PASHTO, False), (ENGLISH, False)],
)
def test_persian_is_told_from_its_neighbours(text: str, is_persian: bool) -> None:
    assert looks_persian(page(text)) is is_persian


def test_old_and_arabic_spellings_are_persian_too() -> None:
    assert looks_persian(page(PERSIAN.replace("ی", "ي").replace("ک", "ك")))
    old = PERSIAN.replace("ی", "ي").replace("\u200c", " ")
    assert looks_persian(page(old, "cp1256"))
    assert not looks_persian(page(ARABIC, "cp1256"))


def test_other_pages_of_an_archive_are_passed_over() -> None:
    archive = io.BytesIO()
    for number, text in enumerate((ARABIC, PERSIAN, ENGLISH)):
        http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page(text)
        head = (
            "WARC/1.0\r\nWARC-Type: response\r\n"
            f"WARC-Target-URI: https://news.example/{number}\r\n"
            f"WARC-Record-ID: <urn:uuid:0000000{number}-0000-0000-0000-000000000000>\r\n"
            "WARC-Date: 2023-11-14T00:00:00Z\r\n"
            "Content-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(http)}\r\n\r\n"
        )
        archive.write(head.encode() + http + b"\r\n\r\n")
    data = archive.getvalue()

    def urls(options: ReadOptions) -> list[str | None]:
        found = read_archive(io.BytesIO(data), "a.warc", options)
        return [one.url for one in found if isinstance(one, Article)]

    assert urls(ReadOptions(persian_only=True)) == ["https://news.example/1"]
    assert len(urls(ReadOptions())) == 3
