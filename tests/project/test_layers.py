"""The table of layers in ``docs/design.md`` is what the code does."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "gofteh"
DESIGN = (ROOT / "docs" / "design.md").read_text("utf-8")
MODULE_NAME = re.compile(r"gofteh(?:\.\w+)*(?::\w+)?")
# What reaches outside the process, or differs from one run to the next.
OUTSIDE = frozenset(
    "asyncio datetime io logging os pathlib random secrets shutil socket sqlite3 subprocess sys "
    "tempfile threading time urllib".split()
)
CORE = frozenset(("text", "repairing", "lexicon", "statements", "speakers", "pipeline"))


@dataclass(frozen=True)
class Import:
    """A module that a line of code names, in an import or in a string."""

    place: str
    module: str


def layers() -> dict[str, frozenset[str]]:
    """The rows of the table in their order: a layer, and the layers that it may use."""
    rows: dict[str, frozenset[str]] = {}
    for line in DESIGN.splitlines():
        found = re.match(r"\| `gofteh/(\w+)(?:\.py)?` \|.*\| ([^|]+) \|$", line)
        if found:
            name, may_use = found.groups()
            above = frozenset(rows)
            names = above if may_use == "all above" else frozenset(re.findall(r"`(\w+)`", may_use))
            assert names or may_use == "nothing", f"{name}: {may_use!r} names no layer"
            rows[name] = names
    return rows


def layer_of(module: str) -> str:
    """The layer of a module: ``gofteh.report.table`` is in ``report``, ``gofteh`` in itself."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


def imports(path: Path, root: Path = PACKAGE) -> Iterator[Import]:
    """Yield every module that a file imports, wherever it does, or names in a string."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        place = f"{path.relative_to(root)}:{getattr(node, 'lineno', 0)}"
        if isinstance(node, ast.Import):
            yield from (Import(place, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{place}: a relative import hides its layer"
            yield from (Import(place, name) for name in _imported(node))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            name = node.value.partition(":")[0]
            if MODULE_NAME.fullmatch(node.value) and _is_module(name):
                yield Import(place, name)


def _imported(node: ast.ImportFrom) -> Iterator[str]:
    """Yield what stands behind ``from``, or the submodules that are imported from it."""
    module = node.module or ""
    inner = [f"{module}.{alias.name}" for alias in node.names]
    modules = [name for name in inner if _is_module(name)]
    yield from modules
    if len(modules) < len(inner):
        yield module


def _is_module(name: str) -> bool:
    """Whether a name is a module or package here; the root as a string is a place of files."""
    parts = name.split(".")
    path = PACKAGE.joinpath(*parts[1:])
    known = path.is_dir() or path.with_suffix(".py").is_file()
    return parts[0] == "gofteh" and len(parts) > 1 and known


def climbing(found: Import, own: str, rows: dict[str, frozenset[str]]) -> bool:
    """Whether an import of this package goes where the table does not let it."""
    if found.module.partition(".")[0] != "gofteh":
        return False
    layer = layer_of(found.module)
    return layer != own and layer not in rows[own]


def test_the_table_has_every_folder_and_no_other() -> None:
    folders = {path.stem for path in PACKAGE.glob("*.py")}
    folders |= {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    assert set(layers()) == folders


def test_each_layer_uses_only_layers_above_it_in_the_table() -> None:
    rows = layers()
    order = list(rows)
    for number, (name, may_use) in enumerate(rows.items()):
        assert may_use <= set(order[:number]), f"{name} uses a layer that stands below it"


def test_no_import_climbs() -> None:
    rows = layers()
    found = [
        f"{one.place} uses {one.module}"
        for path in sorted(PACKAGE.rglob("*.py"))
        for one in imports(path)
        if climbing(one, path.relative_to(PACKAGE).parts[0].removesuffix(".py"), rows)
    ]
    assert not found, "\n".join(found)


def test_every_layer_that_the_table_allows_is_used() -> None:
    rows = layers()
    used: dict[str, set[str]] = {name: set() for name in rows}
    for path in PACKAGE.rglob("*.py"):
        own = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        used[own] |= {layer_of(i.module) for i in imports(path) if i.module.startswith("gofteh")}
    for name in set(rows) - {"cli"}:
        assert rows[name] <= used[name], f"{name} does not use {rows[name] - used[name]}"


def test_the_core_touches_nothing_outside() -> None:
    found = [
        f"{one.place} uses {one.module}"
        for path in sorted(PACKAGE.rglob("*.py"))
        if path.relative_to(PACKAGE).parts[0].removesuffix(".py") in CORE
        for one in imports(path)
        if one.module.partition(".")[0] in OUTSIDE
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "line",
    [
        "from gofteh.server.app import make_app",
        "import gofteh.server.app",
        "def f():\n    from gofteh.server import app",
        "from gofteh import server",
        'WRITER = "gofteh.server.app:make_app"',
        'importlib.import_module("gofteh.server.app")',
    ],
)
def test_an_import_that_climbs_is_found(tmp_path: Path, line: str) -> None:
    module = tmp_path / "module.py"
    module.write_text(f"{line}\n", "utf-8")
    assert any(climbing(one, "text", layers()) for one in imports(module, tmp_path))
