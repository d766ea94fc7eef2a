"""What careful readers judged puts right what the corpus is told to hold, before it is taught."""

from __future__ import annotations

import hashlib
import importlib
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from gofteh import Article
from gofteh.pipeline import STAGES, run

TRAIN = Path(__file__).parents[2] / "train" / "reader"
TEXT = "مدیر سد گفت که آب کم است و باران می‌آید. شهردار افزود که پل بسته است."


@pytest.fixture
def teaching(monkeypatch: pytest.MonkeyPatch) -> tuple[ModuleType, ModuleType]:
    """The modules of the training that need nothing but the package."""
    monkeypatch.syspath_prepend(str(TRAIN))
    return importlib.import_module("labels"), importlib.import_module("corrected")


def span(words: str) -> list[int]:
    start = TEXT.index(words)
    return [start, start + len(words)]


def item(answer: str, cue: str, content: str, **more: Any) -> dict[str, Any]:
    told = {"cue": [span(cue)], "content": [span(content)], "source": None, "answer": answer}
    return {**told, **{k: span(v) for k, v in more.items()}}


SHORT, LONG = "آب کم است", "آب کم است و باران می‌آید"


@pytest.mark.parametrize(
    ("items", "contents", "sources"),
    [
        ([], [LONG], ["مدیر سد"]),
        ([item("n", "گفت", LONG)], [], []),
        # refused is another content of that cue, not the one told
        ([item("n", "گفت", SHORT)], [LONG], ["مدیر سد"]),
        # nor does the order of the judgements matter
        ([item("B", "گفت", LONG, alt=SHORT), item("n", "گفت", LONG)], [SHORT], ["مدیر سد"]),
        ([item("A", "گفت", SHORT, alt=LONG)], [SHORT], ["مدیر سد"]),
        ([item("B", "گفت", LONG, alt=SHORT)], [SHORT], ["مدیر سد"]),
        ([item("X", "گفت", SHORT, alt="باران می‌آید")], [], []),
        (
            [item("y", "افزود", "پل بسته است", source="شهردار")],
            [LONG, "پل بسته است"],
            ["مدیر سد", "شهردار"],
        ),
    ],
)
def test_judgements_correct_what_is_told(
    teaching: tuple[ModuleType, ModuleType],
    items: list[dict[str, Any]],
    contents: list[str],
    sources: list[str],
) -> None:
    labels, corrected = teaching
    layout = run(STAGES, Article(text=TEXT)).layout

    def tokens(words: str) -> Any:
        return labels.token_range(layout, *span(words))

    told = labels.Label(tokens("گفت"), tokens("مدیر سد"), tokens(LONG), 0.5)
    known = {hashlib.sha256(TEXT.encode()).hexdigest(): items}
    found = corrected.corrected(layout, [told], known)
    assert [x.content for x in found] == [tokens(c) for c in contents]
    assert [x.source for x in found] == [tokens(s) for s in sources]
    assert corrected.corrected(layout, [told], {"another text": items}) == [told]
