"""What an installation without extras does: the core works, the rest says how to get it."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from gofteh.extras import EXTRA_OF, MissingExtraError, missing_extra, require

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "examples" / "pages" / "01-agency-dam.html"
# Runs the command line as if these libraries were not installed.
WITHOUT = """
import sys
sys.modules.update(dict.fromkeys(sys.argv[1].split(",")))
sys.argv[1:] = sys.argv[2:]
from gofteh.cli import main
main()
"""
LARGE = ("fastapi", "lxml", "numpy", "pyarrow", "resiliparse", "starlette", "uvicorn")


def gofteh_without(libraries: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-X", "utf8", "-c", WITHOUT, libraries, *map(str, arguments)],
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=300,
    )


def loaded_after(code: str) -> set[str]:
    """The libraries of others that are loaded when this code has run."""
    told = "import sys; print(*{name.partition('.')[0] for name in sys.modules})"
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", f"{code}\n{told}"],
        capture_output=True,
        check=True,
        encoding="utf-8",
        timeout=300,
    )
    return set(done.stdout.split()) - set(sys.stdlib_module_names)


def test_importing_gofteh_loads_nothing_of_others() -> None:
    assert loaded_after("import gofteh") <= {"gofteh", "__main__", "_distutils_hack"}


def test_extraction_and_repair_load_nothing_large_but_the_network_s_numbers() -> None:
    code = "import gofteh; gofteh.extract('شهردار گفت: راه باز است.'); gofteh.repair('سلام')"
    assert loaded_after(code) & set(LARGE) == {"numpy"}


def test_the_command_line_reads_a_page_without_server_arrow_and_lxml() -> None:
    done = gofteh_without(
        "fastapi,starlette,uvicorn,pyarrow,lxml,psycopg",
        *("extract", "--reader", "grammar", PAGE, "-f", "jsonl"),
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["statements"]


@pytest.mark.parametrize(
    ("library", "extra", "arguments"),
    [
        ("pyarrow", "parquet", ("extract", PAGE, "-f", "parquet", "-o", "out.parquet")),
        ("pyarrow", "parquet", ("read", PAGE, "-f", "parquet", "-o", "out.parquet")),
        ("uvicorn", "server", ("serve", "--demo")),
        ("fastapi", "server", ("serve", "--demo")),
        ("psycopg", "postgres", ("search", "سد", "--db", "postgresql://localhost/news")),
    ],
)
def test_a_command_names_the_extra_that_it_needs(
    library: str, extra: str, arguments: tuple[object, ...], tmp_path: Path
) -> None:
    if "out.parquet" in arguments:
        arguments = (*arguments[:-1], tmp_path / "out.parquet")
    done = gofteh_without(library, *arguments)
    assert done.returncode == 2, done.stderr
    assert f"pip install 'gofteh[{extra}]'" in done.stderr
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_an_input_that_needs_an_extra_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    table = tmp_path / "news.parquet"
    table.write_bytes(b"PAR1 and more")
    done = gofteh_without("pyarrow", "extract", "--reader", "grammar", table, PAGE, "-f", "jsonl")
    assert done.returncode == 1, done.stderr
    failed, read = map(json.loads, done.stdout.splitlines())
    assert failed["error"]["code"] == "missing-extra"
    assert "pip install 'gofteh[parquet]'" in failed["error"]["message"]
    assert read["statements"]


def test_every_extra_in_the_table_can_be_installed() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    assert set(EXTRA_OF.values()) | {"all"} == set(extras)
    (everything,) = extras["all"]
    assert everything == f"gofteh[{','.join(name for name in extras if name != 'all')}]"


def test_an_error_of_a_library_that_is_no_extra_stays_what_it_is() -> None:
    assert missing_extra(ModuleNotFoundError("no", name="nowhere")) is None
    assert missing_extra(ImportError("no name")) is None


def test_what_is_missing_is_told_before_anything_is_imported(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    with pytest.raises(MissingExtraError, match=r"gofteh\[server\]"):
        require("server")


def test_what_an_extra_brings_is_told_as_missing_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gofteh.extras.find_spec", lambda _: None)
    with pytest.raises(MissingExtraError, match=r"gofteh\[mcp\]"):
        require("mcp", brings=("server",))
