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


@pytest.fixture(scope="module")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with both wheels; compiled without optimising, which takes a minute."""
    if reason := why_not():
        pytest.skip(reason)
    out = tmp_path_factory.mktemp("dist")
    pure = run(*BUILD, out)
    assert pure.returncode == 0, pure.stderr
    compiled = run(*BUILD, out, seconds=540, HATCH_BUILD_HOOK_ENABLE_CUSTOM=1, GOFTEH_OPTIMISE=0)
    assert compiled.returncode == 0, (compiled.stdout + compiled.stderr)[-4000:]
    return out


@pytest.fixture(scope="module")
def installed(wheels: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What pip installs of the two into an empty folder."""
    folder = tmp_path_factory.mktemp("installed")
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "--quiet")
    done = run(
        *pip, "--no-index", "--find-links", wheels, "--no-deps", "--target", folder, "gofteh"
    )
    assert done.returncode == 0, done.stderr
    return folder


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_both_wheels_are_built_and_pip_takes_that_of_the_platform(
    wheels: Path, installed: Path
) -> None:
    pure, compiled = sorted(p.name for p in wheels.iterdir())[::-1]
    assert pure == f"gofteh-{__version__}-py3-none-any.whl"
    assert compiled.startswith(f"gofteh-{__version__}-cp3")
    # beside each compiled module stands its source
    assert list((installed / "gofteh" / "text").glob("tokens.*.so"))
    assert (installed / "gofteh" / "text" / "tokens.py").exists()


@pytest.mark.slow
def test_the_compiled_core_gives_what_the_pure_one_gives(installed: Path) -> None:
    texts = {
        name: run(sys.executable, "-X", "utf8", OUTPUTS, seconds=540, PYTHONPATH=f"{path}:{ROOT}")
        for name, path in (("pure", ROOT / "src"), ("compiled", installed))
    }
    assert texts["pure"].returncode == 0, texts["pure"].stderr
    assert texts["compiled"].returncode == 0, texts["compiled"].stderr
    where, *pure = texts["pure"].stdout.splitlines()
    so, *compiled = texts["compiled"].stdout.splitlines()
    assert where == "tokens.py" and so.endswith((".so", ".pyd"))
    assert compiled == pure
    assert len(pure) > 100
