"""The demo pages go through the whole program: read, extracted, written, proved."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "examples" / "pages"


@dataclass(frozen=True)
class Page:
    """What a reader of the page would note down of it."""

    title: str  # or its firm part, where a page says it in two ways
    published: str  # empty where it stands in no place made for it
    said: tuple[tuple[str, str], ...]  # (in the speaker's name, in the content)
    outside: tuple[str, ...]  # menus, comments, related headlines: nobody said that here


EXPECTED = {
    "01-agency-dam": Page(
        "رستمی: سد مهرآب تا پایان پاییز آبگیری می‌شود",
        "2024-08-25",
        (
            ("رستمی", "آغاز آبگیری سد مهرآب"),
            ("رستمی", "۹۲ درصد کار سد مهرآب"),
            ("رستمی", "هیچ روستایی زیر آب نمی‌رود"),
        ),
        ("آب از فردا قطع می‌شود", "آب کشاورزی سهمیه‌بندی نمی‌شود", "محل آگهی"),
    ),
    "02-newspaper-film-festival": Page(
        "پرده‌های نقره‌ای در سپیدار بالا رفت",
        "2024-02-04",
        (("سرابی", "نیمی از فیلم‌ها را زنان"), ("داوران", "رقابت امسال")),
        ("مرگ یک سینمای قدیمی",),
    ),
    "03-old-table-bookfair": Page(
        "نمايشگاه کتاب",
        "",
        (("", "چهل ناشر"), ("صدرالديني", "15 درصد تخفيف")),
        ("کليه حقوق", "ارسال به دوستان"),
    ),
    "04-sport-derby": Page(
        "کاویانی: دربی را از رختکن بردیم/ هواداران امشب نخوابیدند",
        "2023-05-11",
        (("کاویانی", "فقط ده ثانیه حرف زدم"), ("مورِتی", "قراردادم را تمدید می‌کنم")),
        ("سه امتیاز مهم بود", "لیگ تعطیل نمی‌شود"),
    ),
    "05-radio-earthquake": Page(
        "زمین‌لرزه در سپیدار؛ امدادگران از نبود آب گلایه دارند",
        "2022-11-29",
        (("امدادگران", "تنها برای دو روز"), ("هاشمی‌پور", "کمک می‌رسد")),
        ("دادگاه لاهه", "پنج پرسش"),
    ),
    "06-mobile-hospital": Page(
        "رئیس دانشگاه علوم پزشکی سپیدار از نوسازی بیمارستان کودکان خبر داد",
        "2024-01-08",
        (("آزادمنش", "پنجاه سال دارد"), ("صالح‌نیا", "زمستان سختی")),
        ("دارو گران نمی‌شود",),
    ),
    "07-magazine-interview": Page(
        "خسرو ماهور: موسیقی را از صدای قطار یاد گرفتم",
        "2021-06-02",
        (("ماهور", "موسیقی را از صدای قطار"), ("ریاحی", "مهم‌ترین رویداد")),
        ("نخستین صدایی که", "سازهایی که فراموش"),
    ),
    "08-union-letter": Page(
        "نامه کتابداران به شورای شهر سپیدار",
        "2019-10-24",
        (("کتابداران", "نگرانیم"), ("کاردان", "دو نماینده")),
        ("کتابخانه سیار",),
    ),
    "09-business-entities": Page(
        "حجم معاملات بورس کالا رکورد زد",
        "2018-07-10",
        (("پرتوی", "کف عرضه هر هفته"), ("گمرک", "صادرات فولاد")),
        ("برق ندارند", "آیین‌نامه"),
    ),
    "10-regional-glued": Page(
        "تولید عسل سپیدار به ۳۰۰ تن رسید",
        "2019-09-18",
        (("کریم آبادی", "300 تن عسل"), ("زنبورداران", "کندوها باید بیمه")),
        ("صید ماهی", "انتهای پیام"),
    ),
}


def gofteh(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-X", "utf8", "-m", "gofteh.cli", *map(str, arguments)],
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=300,
    )


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("demo") / "statements.jsonl"
    done = gofteh("extract", PAGES, "-o", out)
    assert done.returncode == 0, done.stderr
    return out


@pytest.fixture(scope="module")
def records(written: Path) -> dict[str, dict[str, Any]]:
    """The records by page; they come in the order of the file names."""
    found = [json.loads(line) for line in written.read_text("utf-8").splitlines()]
    names = sorted(path.stem for path in PAGES.glob("*.html"))
    assert names == sorted(EXPECTED)
    return dict(zip(names, found, strict=True))


@pytest.mark.parametrize("name", EXPECTED)
def test_headline_and_date_are_read(name: str, records: dict[str, dict[str, Any]]) -> None:
    assert EXPECTED[name].title in records[name]["title"]
    assert (records[name]["published"] or "")[:10] == EXPECTED[name].published


@pytest.mark.parametrize("name", EXPECTED)
def test_what_was_said_is_found(name: str, records: dict[str, dict[str, Any]]) -> None:
    found = [
        (statement["speaker"]["name"] or "", " ".join(s["text"] for s in statement["content"]))
        for statement in records[name]["statements"]
    ]
    for who, what in EXPECTED[name].said:
        assert any(who in speaker and what in said for speaker, said in found), (who, what, found)


@pytest.mark.parametrize("name", EXPECTED)
def test_what_stands_around_the_article_is_nobodys_words(
    name: str, records: dict[str, dict[str, Any]]
) -> None:
    said = json.dumps([s["content"] for s in records[name]["statements"]], ensure_ascii=False)
    for words in EXPECTED[name].outside:
        assert words not in said


def test_every_span_is_proved(written: Path) -> None:
    done = gofteh("verify", written, "--articles", PAGES)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_report_is_one_self_contained_page(tmp_path: Path) -> None:
    out = tmp_path / "report.html"
    assert gofteh("extract", PAGES, "-o", out).returncode == 0
    html = out.read_text("utf-8")
    assert 'dir="rtl"' in html
    assert "فرامرز رستمی" in html
    assert '<link rel="stylesheet"' not in html
    assert "<script src" not in html


def test_the_demo_feed_gives_an_article_an_entry() -> None:
    done = gofteh("extract", ROOT / "examples" / "feed.xml", "--format", "jsonl")
    assert done.returncode == 0, done.stderr
    titles = [json.loads(line)["title"] for line in done.stdout.splitlines()]
    assert len(titles) == 3
    assert titles[0] == "شهردار سپیدار: دوچرخه‌های همگانی از مهر می‌آید"
