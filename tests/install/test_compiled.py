"""The compiled core gives what the pure one gives, to the last letter; pip takes its wheel."""

from __future__ import annotations

import ast
import shlex
import subprocess
import sys
import sysconfig
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from gofteh import __version__
from install.commands import PIP, ROOT, done

OUTPUTS = Path(__file__).with_name("outputs.py")
BUILD = (sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d")
PURE = f"gofteh-{__version__}-py3-none-any.whl"


def why_not() -> str:
    """Why nothing can be compiled here; empty where it can."""
    compiler = shlex.split(sysconfig.get_config_var("CC") or "cc")
    headers = sysconfig.get_path("include")
    try:
        done = subprocess.run(
            [*compiler, "-fsyntax-only", f"-I{headers}", "-x", "c", "-"],
            input="#include <Python.h>\n",
            capture_output=True,
            check=False,
            encoding="utf-8",
            timeout=60,
        )
    except FileNotFoundError:
        return f"no C compiler: {compiler[0]} (on Debian: apt-get install gcc libc6-dev)"
    if done.returncode:
        return f"{compiler[0]} finds no Python.h (on Debian: apt-get install python3-dev)"
    return ""


def compiled_modules() -> Iterator[Path]:
    """The sources that are compiled, by the project file."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    hook = project["tool"]["hatch"]["build"]["targets"]["wheel"]["hooks"]["custom"]
    pure = {ROOT / name for name in hook["pure"]}
    for package in hook["packages"]:
        yield from {*(ROOT / package).rglob("*.py")} - pure


def test_nothing_compiled_counts_on_what_the_compiler_does_otherwise() -> None:
    """mypyc makes a plain property of a ``cached_property``: it would be computed at each use."""
    for path in compiled_modules():
        names = {node.id for node in ast.walk(ast.parse(path.read_text("utf-8")))
                 if isinstance(node, ast.Name)}  # fmt: skip
        assert "cached_property" not in names, f"{path}: keep what was computed in a field"


def built(out: Path) -> str:
    """The name of the compiled wheel, built beside the pure one without optimising, in a minute."""
    done(*BUILD, out)
    done(*BUILD, out, seconds=540, HATCH_BUILD_HOOK_ENABLE_CUSTOM=1, GOFTEH_OPTIMISE=0)
    (compiled,) = {path.name for path in out.iterdir()} - {PURE}
    return compiled


def chosen(dist: Path, out: Path, *platform: str) -> str:
    """The wheel that pip takes of those in a folder, for this machine or for another platform."""
    where = ("--no-index", "--find-links", dist, "--no-deps", "--only-binary", ":all:")
    done(sys.executable, *PIP, "download", "--quiet", *where, "-d", out, *platform, "gofteh")
    (wheel,) = out.iterdir()
    return wheel.name


def outputs(source: Path) -> list[str]:
    """Where the core is loaded from, and hashes of what it makes of each text."""
    path = f"{source}:{ROOT}"
    return done(sys.executable, "-X", "utf8", OUTPUTS, seconds=540, PYTHONPATH=path).splitlines()


# One test: what is built takes a minute, and two tests may run in two processes.
@pytest.mark.slow
@pytest.mark.timeout(1200)
def test_pip_takes_the_compiled_core_and_it_gives_what_the_pure_one_gives(tmp_path: Path) -> None:
    if reason := why_not():
        pytest.skip(reason)
    dist, folder = tmp_path / "dist", tmp_path / "empty"
    compiled = built(dist)
    assert compiled.startswith(f"gofteh-{__version__}-cp3")

    assert chosen(dist, tmp_path / "here") == compiled
    other = ("--platform", "win_arm64", "--implementation", "cp")
    assert chosen(dist, tmp_path / "elsewhere", *other) == PURE
    newer = f"3.{sys.version_info.minor + 1}"
    assert chosen(dist, tmp_path / "newer", "--python-version", newer) == PURE

    install = (sys.executable, *PIP, "install", "--quiet", "--no-deps", "--target", folder)
    done(*install, dist / compiled)
    assert (folder / "gofteh" / "text" / "tokens.py").exists()  # the source beside it
    where, *of_sources = outputs(ROOT / "src")
    module, *of_compiled = outputs(folder)
    assert where == "tokens.py"
    assert module.endswith((".so", ".pyd"))
    assert of_compiled == of_sources
    assert len(of_sources) > 100
