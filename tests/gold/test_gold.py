"""The fictional gold is up to date, well-formed and covers the definition."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from gold.compile import SourceError, compile_all, compile_article, strip_marks

HERE = Path(__file__).parent
QUOTES = '«»“”"‹›'


def load(name: str) -> dict[str, dict[str, Any]]:
    lines = (HERE / f"fictional.{name}.jsonl").read_text(encoding="utf-8").splitlines()
    records = [json.loads(line) for line in lines]
    assert len({record["id"] for record in records}) == len(records)
    return {record["id"]: record for record in records}


ARTICLES, GOLD = load("articles"), load("gold")


def raw(article: dict[str, Any]) -> str:
    title = (article["title"] or "").strip()
    return f"{title}\n\n{article['text']}" if title else str(article["text"])


def spans(statement: dict[str, Any]) -> list[list[int]]:
    source = [statement["source"]] if statement["source"] else []
    return statement["content"] + statement["cue"] + source


def test_files_are_what_the_sources_compile_to() -> None:
    articles, gold = compile_all()
    assert (HERE / "fictional.articles.jsonl").read_text(encoding="utf-8") == articles
    assert (HERE / "fictional.gold.jsonl").read_text(encoding="utf-8") == gold


def test_articles_and_gold_go_together() -> None:
    assert list(ARTICLES) == list(GOLD)
    assert len(ARTICLES) >= 30


@pytest.mark.parametrize("key", GOLD)
def test_spans_are_well_formed(key: str) -> None:
    text = raw(ARTICLES[key])
    assert not set("⟦⟧⟨⟩") & set(text)
    for statement in GOLD[key]["statements"]:
        for start, end in spans(statement):
            piece = text[start:end]
            assert piece, statement
            assert piece == piece.strip(), piece
        for start, end in statement["content"]:
            assert not text[start:end].endswith((".", ":", "،")), text[start:end]
            assert not re.match(r"(که|این‌که|اینکه) ", text[start:end]), text[start:end]


@pytest.mark.parametrize("key", GOLD)
def test_statements_stand_in_the_order_of_the_text(key: str) -> None:
    starts = [statement["content"][0][0] for statement in GOLD[key]["statements"]]
    assert starts == sorted(starts)


@pytest.mark.parametrize("key", GOLD)
def test_content_is_not_wrapped_in_its_own_quotation_marks(key: str) -> None:
    text = raw(ARTICLES[key])
    for statement in GOLD[key]["statements"]:
        for start, end in statement["content"]:
            piece = text[start:end]
            wrapped = piece[0] in QUOTES and piece[-1] in QUOTES
            assert not wrapped or sum(char in QUOTES for char in piece) > 2, piece


def test_the_gold_covers_the_definition() -> None:
    statements = [s for record in GOLD.values() for s in record["statements"]]
    assert len(statements) >= 180
    kinds = Counter(s["kind"] for s in statements)
    manners = Counter(s["manner"] for s in statements)
    assert set(kinds) == {"person", "organisation", "group", "document", "unnamed"}
    assert set(manners) == {"direct", "indirect", "mixed"}
    assert any(not s["cue"] for s in statements)
    assert any(not s["source"] for s in statements)
    assert any(len(s["content"]) > 1 for s in statements)
    assert any(s["speaker"] == "unknown" for s in statements)
    assert any(not record["statements"] for record in GOLD.values())


def test_the_articles_come_in_the_spellings_of_the_newsrooms() -> None:
    texts = [raw(article) for article in ARTICLES.values()]
    assert any("ي" in text and "ك" in text for text in texts)
    assert any("\u00a0" in text for text in texts)
    assert any("\u200c" not in text for text in texts)
    assert any("\n" not in text.partition("\n\n")[2] for text in texts)
    assert any(article["title"] is None for article in ARTICLES.values())


def test_marks_nest_and_give_offsets_into_the_plain_text() -> None:
    plain, drafts = strip_marks("⟨1s او⟩ ⟨1c گفت⟩: ⟦1 الف ⟨2c گفته شد⟩ ⟦2 ب⟧⟧.", 10)
    assert plain == "او گفت: الف گفته شد ب."
    assert drafts[1].content == [[18, 31]]
    assert drafts[1].source == [10, 12]
    assert drafts[2].content == [[30, 31]]


@pytest.mark.parametrize("marked", ["⟦1 الف", "الف⟧", "⟦1 الف⟩"])
def test_unpaired_marks_are_refused(marked: str) -> None:
    with pytest.raises(SourceError):
        strip_marks(marked)


def test_a_footer_that_forgets_a_statement_is_refused() -> None:
    source = "id: x\n---\nعنوان\n\n⟨1s او⟩ ⟨1c گفت⟩: ⟦1 الف⟧\n---\n== او | person\n"
    with pytest.raises(SourceError, match="differ"):
        compile_article(source)


# One cue of each formula of the definition, as a pattern over the cue's own words.
FORMULAS = {
    "simple verb": r"گفت",
    "present": r"می‌گوید",
    "perfect": r"گفته است",
    "past perfect": r"گفته بود",
    "plural": r"می‌گویند",
    "light verb": r"(اظهار|تصریح|خاطرنشان) (کرد|داشت)",
    "written together": r"اظهارداشت",
    "writing": r"نوشت",
    "asking": r"پرسید",
    "answering": r"پاسخ داد",
    "announcing an event": r"خبر داد",
    "denying": r"تکذیب کرد",
    "promising an event": r"وعده … داده بود",
    "demanding": r"خواستار شد",
    "hoping": r"ابراز امیدواری کرد",
    "fearing": r"ابراز نگرانی کرد",
    "believing": r"معتقد است",
    "predicting": r"پیش‌بینی می‌کند",
    "X را Y دانست": r"دانست",
    "accusing": r"متهم کرد",
    "according to": r"به گفته",
    "in the view of": r"از نظر",
    "by the announcement of": r"بر اساس اعلام",
    "as a paper writes": r"به نوشته",
    "by a poll": r"طبق نظرسنجی",
    "relayed": r"به نقل از",
    "participle, saying": r"با بیان این‌که",
    "participle, stressing": r"با تأکید بر این‌که",
    "participle, pointing": r"با اشاره به این نکته که",
    "participle, while": r"ضمن بیان این‌که",
    "document": r"آمده است",
    "declaration": r"بیانیه‌ای … منتشر کرد",
    "hearsay": r"گفته می‌شود",
    "headline colon": r":",
    "no cue": r"",
}


@pytest.mark.parametrize("formula", FORMULAS)
def test_every_formula_has_a_statement(formula: str) -> None:
    cues = {
        " … ".join(raw(ARTICLES[key])[start:end] for start, end in statement["cue"])
        for key, record in GOLD.items()
        for statement in record["statements"]
    }
    assert any(re.fullmatch(FORMULAS[formula], cue) for cue in cues)
