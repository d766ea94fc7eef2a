"""The compiled core gives what the pure one gives, to the last letter; pip takes its wheel."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from gofteh import __version__

ROOT = Path(__file__).parents[2]
OUTPUTS = Path(__file__).with_name("outputs.py")
BUILD = (sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d")


def run(
    *command: object, seconds: int = 300, **environment: object
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        list(map(str, command)),
        cwd=ROOT,
        capture_output=True,
        check=False,
        encoding="utf-8",
        env=os.environ | {name: str(value) for name, value in environment.items()},
        timeout=seconds,
    )


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


def built(out: Path) -> tuple[str, str]:
    """The names of both wheels; compiled without optimising, which takes a minute of processor."""
    pure = run(*BUILD, out)
    assert pure.returncode == 0, pure.stderr
    compiled = run(*BUILD, out, seconds=540, HATCH_BUILD_HOOK_ENABLE_CUSTOM=1, GOFTEH_OPTIMISE=0)
    assert compiled.returncode == 0, (compiled.stdout + compiled.stderr)[-4000:]
    first, second = sorted(path.name for path in out.iterdir())
    return first, second


def outputs(source: Path) -> list[str]:
    """Where the core is loaded from, and hashes of what it makes of each text."""
    done = run(sys.executable, "-X", "utf8", OUTPUTS, seconds=540, PYTHONPATH=f"{source}:{ROOT}")
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


# One test: what is built takes a minute, and two tests may run in two processes.
@pytest.mark.slow
@pytest.mark.timeout(1200)
def test_pip_takes_the_compiled_core_and_it_gives_what_the_pure_one_gives(tmp_path: Path) -> None:
    if reason := why_not():
        pytest.skip(reason)
    compiled, pure = built(tmp_path / "dist")
    assert pure == f"gofteh-{__version__}-py3-none-any.whl"
    assert compiled.startswith(f"gofteh-{__version__}-cp3")
    folder = tmp_path / "empty"
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "--quiet")
    chosen = ("--no-index", "--find-links", tmp_path / "dist", "--no-deps", "--target", folder)
    done = run(*pip, *chosen, "gofteh")
    assert done.returncode == 0, done.stderr
    assert (folder / "gofteh" / "text" / "tokens.py").exists()  # the source beside it
    where, *of_sources = outputs(ROOT / "src")
    module, *of_compiled = outputs(folder)
    assert where == "tokens.py"
    assert module.endswith((".so", ".pyd"))
    assert of_compiled == of_sources
    assert len(of_sources) > 100
