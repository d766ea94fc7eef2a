"""``gofteh explain``: the frame, the candidates and the verdict on each."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from gofteh import Article
from gofteh.cli.app import app
from gofteh.lexicon.rules import AGAINST, CONTENT_RULES, SPEAKER_RULES
from gofteh.pipeline import extract

TEXT = (
    "لیلا فرهمند، مدیر آب سپیدار، گفت: سد پر است.\n"
    "بهرام کوهستانی، رئیس باشگاه سپیدار، اعلام کرد که بازی لغو شد.\n"
    "وی افزود: زمین یخ زده بود.\n"
)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_pronoun_is_explained_by_who_spoke_last(page: Path) -> None:
    done = CliRunner().invoke(app, ["explain", str(page), "--format", "jsonl"])
    assert done.exit_code == 0
    last = json.loads(done.stdout.splitlines()[-1])
    assert last["because"] == {"statement": "verb-colon", "speaker": "pronoun-last-person"}
    assert [(c["name"], c["verdict"]) for c in last["candidates"]] == [
        ("بهرام کوهستانی", "won"),
        ("لیلا فرهمند", "earlier"),
    ]


def test_another_name_speaks_against_who_was_met_before(page: Path) -> None:
    done = CliRunner().invoke(app, ["explain", str(page), "--language", "en"])
    assert "- لیلا فرهمند (person): bears another name" in done.stdout
    assert "+ بهرام کوهستانی (person): the source names somebody new" in done.stdout


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, page: Path) -> None:
    broken = tmp_path / "b.jsonl"
    broken.write_text("{", "utf-8")
    done = CliRunner().invoke(app, ["explain", str(broken), str(page)])
    assert done.exit_code == 1
    assert "لیلا فرهمند" in done.stdout


def test_every_rule_of_the_source_is_put_into_words() -> None:
    package = Path(__file__).resolve().parents[2] / "src" / "gofteh"
    found = set()
    for folder in ("statements", "speakers"):
        for path in sorted((package / folder).glob("*.py")):
            found |= set(re.findall(r'"([a-z]+(?:-[a-z]+)+)"', path.read_text("utf-8")))
    assert found <= {*CONTENT_RULES, *SPEAKER_RULES}


def test_verdicts_are_put_into_words_and_asked_for() -> None:
    plain, explained = extract(Article(text=TEXT)), extract(Article(text=TEXT), explain=True)
    assert all(not s.because.candidates for s in plain.statements)
    verdicts = {c.verdict for s in explained.statements for c in s.because.candidates}
    assert verdicts <= set(AGAINST)
    assert "won" in verdicts
