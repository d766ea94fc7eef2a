"""Compiles the core with mypyc, for a wheel of this platform; hatchling calls it when asked to.

    HATCH_BUILD_HOOK_ENABLE_CUSTOM=1 python -m hatchling build -t wheel

builds such a wheel; without the variable the wheel is pure Python and runs anywhere. It needs a C
compiler, and mypy and setuptools beside hatchling. The modules' sources stay in the wheel: the
compiled ones stand beside them, and Python prefers these. ``GOFTEH_OPTIMISE`` is the compiler's
level of optimisation, 3 by default; 0 compiles much faster.
"""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledCore(BuildHookInterface[Any]):
    """Adds the compiled modules of the ``packages`` that its configuration names.

    Those that it names as ``pure`` stay as they are.
    """

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and tell hatchling what to put into the wheel."""
        if version == "editable":
            return
        self.folder = TemporaryDirectory()
        built = _compiled(self._modules(), Path(self.folder.name))
        build_data["pure_python"] = False
        build_data["infer_tag"] = True
        build_data["force_include"] |= {str(path): name for name, path in built.items()}

    def finalize(self, version: str, _build_data: dict[str, Any], _artifact_path: str) -> None:
        """Remove what the compiler left."""
        if version != "editable":
            self.folder.cleanup()

    def _modules(self) -> list[str]:
        """The files to compile; a package's own file only says what it exports."""
        root = Path(self.root)
        paths = (p for name in self.config["packages"] for p in (root / name).rglob("*.py"))
        modules = {p.relative_to(root).as_posix() for p in paths if p.name != "__init__.py"}
        return sorted(modules - {*self.config.get("pure", [])})


def _compiled(modules: list[str], folder: Path) -> dict[str, Path]:
    """Compile modules of this folder; return the files made, by their place in a wheel."""
    from mypyc.build import mypycify
    from setuptools import Distribution
    from setuptools.command.build_ext import build_ext

    # Types are checked by make lint; here a library that is not installed may miss its own.
    types = ["--config-file=", "--ignore-missing-imports"]
    extensions = mypycify(
        [*types, *modules],
        opt_level=os.environ.get("GOFTEH_OPTIMISE", "3"),
        debug_level="0",
        multi_file=True,
        target_dir=str(folder / "c"),
    )
    command = build_ext(Distribution({"ext_modules": extensions, "package_dir": {"": "src"}}))
    command.build_lib, command.build_temp = str(folder / "lib"), str(folder / "temp")
    command.parallel = os.cpu_count()
    command.ensure_finalized()
    command.run()
    made = (path for path in (folder / "lib").rglob("*") if path.is_file())
    return {path.relative_to(folder / "lib").as_posix(): path for path in made}
