"""``gofteh explain``: the construction, the candidates and the verdict on each."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from gofteh import Article
from gofteh.cli.app import app
from gofteh.lexicon.rules import PASSED, VERDICTS
from gofteh.pipeline import extract
from gofteh.speakers.sieves.order import ALL_SIEVES, SPEAKER_RULES
from gofteh.statements.constructions.order import CONTENT_RULES

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
    step = last["trace"][-1]
    assert (step["sieve"], step["found"]) == ("pronoun", True)
    assert [(c["name"], c["verdict"]) for c in step["candidates"]] == [
        ("بهرام کوهستانی", "won"),
        ("لیلا فرهمند", "earlier"),
    ]
    evidence = step["candidates"][0]["evidence"]
    assert [TEXT[e["start"] : e["end"]] for e in evidence] == ["بهرام کوهستانی، رئیس باشگاه سپیدار"]


def test_who_spoke_later_is_not_said_to_have_spoken_earlier(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT + "فرهمند افزود: دریچه‌ها باز شد.\n", "utf-8")
    done = CliRunner().invoke(app, ["explain", str(path), "--format", "jsonl"])
    step = json.loads(done.stdout.splitlines()[-1])["trace"][-1]
    assert [(c["name"], c["verdict"]) for c in step["candidates"]] == [
        ("لیلا فرهمند", "won"),
        ("بهرام کوهستانی", "other-name"),
    ]


def test_another_name_speaks_against_who_was_met_before(page: Path) -> None:
    done = CliRunner().invoke(app, ["explain", str(page), "--language", "en"])
    assert "لیلا فرهمند (person): bears another name" in done.stdout
    assert "+ somebody new\n      بهرام کوهستانی (person): chosen" in done.stdout


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
        for path in sorted((package / folder).rglob("*.py")):
            found |= set(re.findall(r'"([a-z]+(?:-[a-z]+)+)"', path.read_text("utf-8")))
    sieves = {sieve.id for sieve in ALL_SIEVES}
    assert found <= {*CONTENT_RULES, *SPEAKER_RULES, *sieves, *PASSED, *VERDICTS}


def test_verdicts_are_put_into_words_and_asked_for() -> None:
    plain, explained = extract(Article(text=TEXT)), extract(Article(text=TEXT), explain=True)
    assert all(not s.because.trace for s in plain.statements)
    steps = [step for s in explained.statements for step in s.because.trace]
    verdicts = {c.verdict for step in steps for c in step.candidates}
    assert verdicts <= set(VERDICTS)
    assert "won" in verdicts
