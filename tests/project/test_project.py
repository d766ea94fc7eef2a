"""The project file, the lock and the licence agree."""

from __future__ import annotations

import ast
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCKS = [ROOT / "requirements" / f"{name}.txt" for name in ("run", "dev", "audit", "core", "spark")]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
MACHINE_PATH = re.compile(r"(?<![\w.])/(?:work|root|tmp|home)/\w")


def locked(path: Path) -> dict[str, str]:
    return dict(re.findall(r"^([a-z0-9.-]+)==(\S+)", path.read_text("utf-8"), re.M))


def names(requirements: list[str]) -> set[str]:
    return {re.split(r"[<>=\[; ]", line)[0].lower() for line in requirements}


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.name)
def test_every_locked_package_has_hashes_and_no_address(path: Path) -> None:
    text = path.read_text("utf-8")
    assert not re.search(r"https?://|file:|^-", text, re.M)
    entries = re.split(r"^(?=[a-z0-9])", text, flags=re.M)[1:]
    assert entries
    for entry in entries:
        assert "--hash=sha256:" in entry, entry.partition("\n")[0]


def test_the_locks_hold_what_the_project_asks_for() -> None:
    run, dev, _, core, spark = (locked(path) for path in LOCKS)
    project = PROJECT["project"]
    assert names(project["dependencies"]) <= core.keys()
    extras = {name: names(them) for name, them in project["optional-dependencies"].items()}
    assert extras["server"] | extras["parquet"] <= run.keys()
    assert extras["spark"] <= spark.keys()
    assert set().union(*extras.values()) - {"gofteh", "pyspark"} <= dev.keys()
    for them in extras.values():
        assert not them & core.keys()
    assert names(PROJECT["dependency-groups"]["dev"]) <= dev.keys()
    assert names(PROJECT["build-system"]["requires"]) <= run.keys()


def test_the_locks_agree() -> None:
    run, dev, _, core, spark = (locked(path) for path in LOCKS)
    assert {name: version for name, version in dev.items() if name in run} == run
    assert core.items() <= run.items()
    assert {name: version for name, version in spark.items() if name in dev}.items() <= dev.items()


def test_the_licence_is_apache_2() -> None:
    text = (ROOT / "LICENSE").read_text("utf-8")
    assert "Apache License" in text
    assert "END OF TERMS AND CONDITIONS" in text
    assert PROJECT["project"]["license"] == "Apache-2.0"


def test_no_file_names_a_path_of_one_machine() -> None:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    if listed.returncode:
        pytest.skip("not a git checkout")
    for name in listed.stdout.splitlines():
        path = ROOT / name
        if path.suffix in {".py", ".md", ".toml", ".txt", ".sh", ""} and path.is_file():
            found = MACHINE_PATH.search(path.read_text("utf-8", errors="replace"))
            assert not found, f"{name}: {found and found.group()}"


def test_whatever_a_test_runs_has_a_time_limit() -> None:
    """A command that waits for ever would hold up the whole suite."""
    for path in [*(ROOT / "tests").rglob("*.py"), *(ROOT / "benchmarks").rglob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "subprocess.run":
                limits = {keyword.arg for keyword in node.keywords}
                assert limits & {"timeout", None}, f"{path}:{node.lineno}: add timeout=SECONDS"
