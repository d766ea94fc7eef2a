"""What the documentation shows: fiction, and what the calls answer to it (tests compare)."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

ARTICLE: dict[str, Any] = {
    "id": "bus-1402",
    "title": "اتوبوس‌های تازه در سپیدار",
    "text": "الهام مشکاتی، شهردار سپیدار، گفت: سی اتوبوس تازه می‌رسد.",
    "outlet": "کوی نو",
    "published": "2023-09-01",
}
TO_REPAIR: dict[str, Any] = {"text": "كتاب ها را نمي توانیم بخریم", "level": "spacing"}
TO_CORRECT: dict[str, Any] = {
    "statement": "52dfdc28c413e72e",
    "kind": "wrong-speaker",
    "speaker": "لیلا فرهمند",
    "note": "شهردار پیشین است",
}
TO_RULE: dict[str, Any] = {
    "kind": "rename",
    "subject": "996be2d93af540e4",
    "name": "الهام مشکاتی",
    "note": "چنان‌که خود می‌نویسد",
}
TO_SAVE: dict[str, Any] = {
    "name": "اتوبوس",
    "query": {"words": "اتوبوس"},
    "email": "desk@newsroom.example",
}
TO_INGEST = (
    json.dumps(ARTICLE, ensure_ascii=False) + "\n" + '{"id": "empty", "title": "خبر کوتاه"}\n'
)


@cache
def answers() -> dict[str, Any]:
    """Return what each call answers, by the call's name."""
    text = (files("gofteh.server.api") / "examples.json").read_text("utf-8")
    found: dict[str, Any] = json.loads(text)
    return found
