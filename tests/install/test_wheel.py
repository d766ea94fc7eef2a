"""What is built is whole, small, and works in an environment with nothing else."""

from __future__ import annotations

import json
import os
import re
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest

from gofteh import __version__
from install.commands import PIP, ROOT, done, run

PAGE = ROOT / "examples" / "pages" / "01-agency-dam.html"
# Interpreters to install on besides this one, paths with what parts those of PATH between them.
OTHERS = os.environ.get("GOFTEH_PYTHONS", "").split(os.pathsep)
PYTHONS = [sys.executable, *(path for path in OTHERS if path)]
MOST_BYTES = 15_000_000
# What pip says where no index answers: no fault of the package.
NO_INDEX = re.compile(r"Max retries|Connection|No matching distribution|Name or service")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    done(sys.executable, "-m", "hatchling", "build", "-d", out)
    return out


@pytest.fixture(scope="module")
def wheel(built: Path) -> Path:
    return built / f"gofteh-{__version__}-py3-none-any.whl"


def package_files() -> set[str]:
    """The files of the package in this checkout, as a wheel names them."""
    source = ROOT / "src"
    return {
        str(path.relative_to(source))
        for path in (source / "gofteh").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    } | {f"gofteh/examples/pages/{path.name}" for path in (ROOT / "examples" / "pages").iterdir()}


def test_the_container_copies_what_the_wheel_is_built_of() -> None:
    copied = re.findall(r"^COPY (?!--from)(.+) \S+$", (ROOT / "Containerfile").read_text(), re.M)
    there = {name for line in copied for name in line.split()}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    included = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    needed = {"src", "pyproject.toml", project["project"]["readme"], *included}
    assert needed | set(project["project"]["license-files"]) <= there


def test_the_wheel_holds_the_package_whole_and_is_small(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as opened:
        names = {name for name in opened.namelist() if not name.startswith("gofteh-")}
    assert names == package_files()
    assert "gofteh/py.typed" in names
    assert wheel.stat().st_size <= MOST_BYTES


def test_the_sdist_builds_the_same_wheel(built: Path, wheel: Path, tmp_path: Path) -> None:
    with tarfile.open(built / f"gofteh-{__version__}.tar.gz") as opened:
        opened.extractall(tmp_path, filter="data")
    (source,) = tmp_path.iterdir()
    build = (sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path / "again")
    done(*build, folder=source)
    assert (tmp_path / "again" / wheel.name).read_bytes() == wheel.read_bytes()


@pytest.mark.slow
@pytest.mark.parametrize("version", PYTHONS)
def test_the_core_works_in_an_empty_environment(wheel: Path, tmp_path: Path, version: str) -> None:
    python = tmp_path / "env" / "bin" / "python"
    done(version, "-m", "venv", tmp_path / "env")
    pip = (python, *PIP, "install", "--quiet")
    locked = run(*pip, "--require-hashes", "-r", ROOT / "requirements/core.txt", seconds=600)
    if locked.returncode and NO_INDEX.search(locked.stderr):
        pytest.skip("no package index can be reached from here")
    assert locked.returncode == 0, locked.stderr
    done(*pip, "--no-deps", wheel)
    done(python, *PIP, "check")
    gofteh = tmp_path / "env" / "bin" / "gofteh"
    asked = ("extract", PAGE, "--format", "jsonl")
    said = json.loads(done(gofteh, *asked))["statements"]
    assert said == json.loads(done(sys.executable, "-m", "gofteh", *asked))["statements"]
    assert said
    lacking = run(gofteh, "serve", "--demo")
    assert lacking.returncode == 2
    assert "pip install 'gofteh[server]'" in lacking.stderr


def test_the_container_runs_without_root_and_tells_its_health() -> None:
    lines = (ROOT / "Containerfile").read_text("utf-8").splitlines()
    last = max(number for number, line in enumerate(lines) if line.startswith("FROM "))
    (user,) = [line.split()[1] for line in lines[last:] if line.startswith("USER ")]
    assert user not in ("root", "0")
    assert any(line.startswith("HEALTHCHECK ") for line in lines[last:])
    for line in lines[:last]:
        if line.startswith("COPY "):
            for name in line.split()[1:-1]:
                assert (ROOT / name).exists(), name
