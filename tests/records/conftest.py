"""A reading with several speakers, a denial, and a statement inside another."""

from __future__ import annotations

import pytest

import gofteh

_TEXT = (
    "به گزارش خبرگزاری نمونه، لیلا فرهمند، مدیر شرکت آب مهرکوه گفت: "
    "«کارشناسان می‌گویند سد تا پاییز پر می‌ماند.»\n"
    "او کمبود آب را تکذیب کرد."
)


@pytest.fixture(scope="session")
def found() -> gofteh.Reading:
    return gofteh.extract(gofteh.Article(_TEXT, title="سد پر است", extra={"category": "local"}))
