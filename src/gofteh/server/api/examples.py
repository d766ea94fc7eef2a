"""What the documentation shows: fiction, and exactly what the calls answer to it (tested)."""

from __future__ import annotations

from typing import Any

ARTICLE: dict[str, Any] = {
    "id": "bus-1402",
    "title": "اتوبوس‌های تازه در سپیدار",
    "text": "الهام مشکاتی، شهردار سپیدار، گفت: سی اتوبوس تازه می‌رسد.",
    "outlet": "کوی نو",
    "published": "2023-09-01",
}


def _place(start: int, text: str) -> dict[str, Any]:
    return {"start": start, "end": start + len(text), "text": text}


_RAW = f"{ARTICLE['title']}\n\n{ARTICLE['text']}"
EXTRACTED: dict[str, Any] = {}
TO_REPAIR: dict[str, Any] = {
    "text": "كتاب ها را نمي توانیم بخریم",
    "level": "spacing",
    "digits": "arabic",
}
REPAIRED: dict[str, Any] = {}
TO_CORRECT: dict[str, Any] = {
    "statement": "5f1c0b7f3c5e4f60",
    "kind": "wrong-speaker",
    "speaker": "لیلا فرهمند",
    "note": "شهردار پیشین است",
}
TO_INGEST = (
    '{"id": "bus-1402", "text": "الهام مشکاتی گفت: سی اتوبوس تازه می‌رسد.", "outlet": "کوی نو"}\n'
    "{broken\n"
)
INGESTED = ""


def answer(value: Any, kind: str = "application/json") -> dict[str, Any]:
    """Return OpenAPI's content with an example."""
    return {kind: {"example": value}}
