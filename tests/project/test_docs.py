"""What the documents promise exists and works."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from project.documents import FENCE, WALKED

ROOT = Path(__file__).parents[2]
DOCS = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
# Pages whose snippets stand alone; `test_goals` goes through the others from top to bottom.
MANUAL = [
    ROOT / "README.md",
    *(
        ROOT / "docs" / f"{name}.md"
        for name in (
            *("guide", "interchange", "reading", "repair"),
            *("server", "store", "tables", "watching", "web"),
        )
    ),
]
GOALS = [ROOT / "docs" / f"{name}.md" for name in WALKED]


def blocks(path: Path, language: str) -> list[str]:
    return [body for tag, body in FENCE.findall(path.read_text("utf-8")) if tag == language]


def run_gofteh(*arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "gofteh.cli", *arguments],
        capture_output=True,
        check=True,
        encoding="utf-8",
        timeout=300,
        env=os.environ | {"COLUMNS": "200", "NO_COLOR": "1", "TERM": "dumb", "PYTHONUTF8": "1"},
    )
    return done.stdout


def commands() -> list[str]:
    """Every ``gofteh …`` line of the documents' shell blocks, without comment and path."""
    lines = [
        line
        for path in (*MANUAL, *GOALS)
        for body in blocks(path, "sh")
        for line in body.splitlines()
    ]
    return [line.partition("  #")[0].strip() for line in lines if "gofteh " in line]


@pytest.fixture(scope="module")
def helps() -> dict[str, str]:
    listed = subcommands(run_gofteh("--help"))
    assert {"extract", "verify", "evaluate"} <= set(listed)
    return {name: whole_help(name) for name in listed}


def subcommands(text: str) -> list[str]:
    return re.findall(r"^\W*(\w+)  ", text.partition("Commands")[2], re.M)


def whole_help(name: str) -> str:
    """What a command says of itself, and what its own commands say."""
    text = run_gofteh(name, "--help")
    return text + "".join(run_gofteh(name, inner, "--help") for inner in subcommands(text))


@pytest.mark.parametrize("line", commands())
def test_documented_commands_and_options_exist(line: str, helps: dict[str, str]) -> None:
    name, *arguments = shlex.split(line.partition("gofteh ")[2])
    assert name in helps
    for argument in arguments:
        if argument.startswith("-") and argument != "-":
            assert re.search(rf"(?<![\w-]){re.escape(argument)}(?![\w-])", helps[name]), argument


@pytest.mark.parametrize("line", commands())
def test_documented_inputs_are_shipped(line: str) -> None:
    for argument in shlex.split(line):
        if argument.startswith(("examples/", "tests/")):
            assert (ROOT / argument).exists(), argument


def test_every_command_is_in_the_guide(helps: dict[str, str]) -> None:
    guide = (ROOT / "docs" / "guide.md").read_text("utf-8")
    for name in helps:
        assert f"## {name}" in guide, name


def test_every_option_is_in_the_guide(helps: dict[str, str]) -> None:
    guide = (ROOT / "docs" / "guide.md").read_text("utf-8")
    for name, text in helps.items():
        for option in set(re.findall(r"--[a-z][a-z-]+", text)) - {"--help"}:
            assert option in guide or option == "--out", f"{name} {option}"


def examples() -> list[tuple[str, str]]:
    """Each Python block with the text block after it: its output."""
    found = []
    for path in MANUAL:
        fences = FENCE.findall(path.read_text("utf-8"))
        for (language, code), (next_language, output) in pairwise(fences):
            if language == "python":
                assert next_language == "text", f"{path.name}: a snippet without its output"
                found.append((code, output))
    return found


def test_no_page_with_code_is_left_out() -> None:
    code = [path for path in DOCS if blocks(path, "python") or "gofteh " in str(blocks(path, "sh"))]
    assert len(code) > 10
    assert not [path.name for path in code if path not in (*MANUAL, *GOALS)]


@pytest.mark.parametrize(
    ("code", "output"), examples(), ids=lambda value: f"{len(value)}-characters"
)
def test_snippets_print_what_the_documents_say(
    code: str, output: str, capsys: pytest.CaptureFixture[str]
) -> None:
    exec(compile(code, "snippet", "exec"), {})
    assert capsys.readouterr().out == output


@pytest.mark.parametrize("path", DOCS, ids=lambda path: path.name)
def test_links_lead_somewhere(path: Path) -> None:
    for link in re.findall(r"\]\(([^)]+)\)", path.read_text("utf-8")):
        target = link.partition("#")[0]  # test_site looks for the places within a page
        assert link.startswith("https://") or (path.parent / target).exists(), link


def test_make_targets_named_in_the_readme_exist() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    readme = "\n".join(blocks(ROOT / "README.md", "sh"))
    named = re.findall(r"^make (\w+)", readme, re.M)
    assert {"demo", "test"} <= set(named)
    for target in named:
        assert re.search(rf"^{target}:", makefile, re.M), target


def test_what_makes_the_site_is_installed_for_the_tests() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    assert re.search(r"^test:.*\$\(VENV\)/\.docs\b", makefile, re.M)
    assert re.search(r"^\$\(VENV\)/\.docs: requirements/docs\.txt", makefile, re.M)


def test_ci_runs_the_readme_test_command() -> None:
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    assert script.rstrip().endswith("\nmake test")
    assert "set -euo pipefail" in script
