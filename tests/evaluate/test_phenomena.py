"""Phenomena are told from the annotations, so what is missed counts under its own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from gofteh.cli.app import app
from gofteh.evaluate.answers import Answer
from gofteh.evaluate.phenomena import PHENOMENA, Row, by_phenomenon
from gofteh.records import Article

TITLE = "رئیس شرکت آب: سد پر است"
TEXT = (
    "مهتاب رادمهر گفت: سد پر است. باران بس بود.\n"
    "وی تأکید کرد که مردم نگران نباشند.\n"
    "به گفته کشاورزان، برنج کاشته می‌شود.\n"
    "رئیس شرکت آب سیل را دور دانست."
)
ARTICLE = Article(id="a", title=TITLE, text=TEXT)
RAW = ARTICLE.raw


def at(words: str, where: int = 0) -> tuple[int, int]:
    start = RAW.index(words, where)
    return start, start + len(words)


BODY = ARTICLE.body_start


def said(
    content: str, cue: str, source: str | None, kind: str = "person", manner: str = "direct"
) -> Answer:
    first = 0 if cue == ":" else BODY
    return Answer(
        content=(at(content, first),),
        cue=(at(cue, first),),
        source=at(source, first) if source else None,
        speaker="کشاورزان" if kind == "group" else "مهتاب رادمهر",
        kind=kind,
        manner=manner,
    )


HEADLINE = said("سد پر است", ":", "رئیس شرکت آب")
SPEECH = said("سد پر است. باران بس بود", "گفت", "مهتاب رادمهر")
INSIDE = said("باران بس بود", "گفت", None)
THAT = said("مردم نگران نباشند", "تأکید کرد", "وی", manner="indirect")
ACCORDING = said("برنج کاشته می‌شود", "به گفته", "کشاورزان", "group", "indirect")
OBJECT = said("سیل را دور", "دانست", "رئیس شرکت آب", manner="mixed")
GOLD = (HEADLINE, SPEECH, INSIDE, THAT, ACCORDING, OBJECT)

WANTED = {
    "headline": [HEADLINE],
    "verb and colon": [SPEECH, INSIDE],
    "that-clause (که)": [THAT],
    "according to (به گفته)": [ACCORDING],
    "content before its verb": [OBJECT],
    "quoted fragments": [OBJECT],
    "embedded in another": [INSIDE],
    "runs over sentences": [SPEECH],
    "subject dropped": [INSIDE],
    "pronoun (وی، این مسئول)": [THAT],
    "role for a name": [HEADLINE, OBJECT],
    "group": [ACCORDING],
    "several speakers": list(GOLD),
    "one speaker in the article": [],
}


def rows(predicted: tuple[Answer, ...]) -> dict[str, Row]:
    found = by_phenomenon({"a": ARTICLE}, {"a": GOLD}, {"a": predicted})
    assert [row.name for row in found] == list(PHENOMENA)
    return {row.name: row for row in found}


@pytest.mark.parametrize("phenomenon", WANTED)
def test_statements_stand_under_what_they_show(phenomenon: str) -> None:
    row = rows(())[phenomenon]
    assert (row.gold, row.found, row.right) == (len(WANTED[phenomenon]), 0, 0)
    assert rows(GOLD)[phenomenon].right == len(WANTED[phenomenon])


def test_a_wrong_speaker_is_found_and_not_right() -> None:
    wrong = Answer(THAT.content, THAT.cue, THAT.source, "سارا نیک‌پی", "person", "indirect")
    row = rows((wrong,))["that-clause (که)"]
    assert (row.found, row.close, row.speaker, row.right) == (1, 1, 0, 0)


def test_command_prints_the_table(tmp_path: Path) -> None:
    articles, gold = tmp_path / "a.jsonl", tmp_path / "g.jsonl"
    articles.write_text(json.dumps({"id": "a", "title": TITLE, "text": TEXT}), "utf-8")
    entry = {
        "content": [list(THAT.content[0])], "cue": [list(THAT.cue[0])], "source": list(THAT.source),
        "speaker": THAT.speaker, "kind": "person", "manner": "indirect",
    }  # fmt: skip
    gold.write_text(json.dumps({"id": "a", "statements": [entry]}), "utf-8")
    call = ["evaluate", "-a", str(articles), "-g", str(gold), "--by-phenomenon"]
    done = CliRunner().invoke(app, call)
    assert done.exit_code == 0, done.output
    assert "that-clause (که)               1  1.000" in done.output
    whole = json.loads(CliRunner().invoke(app, [*call, "--json"]).stdout)
    assert {row["name"]: row["gold"] for row in whole["phenomena"]}["that-clause (که)"] == 1
