"""What an installation of gofteh holds, by extra: packages, licences, sizes. Prints Markdown.

``python release/licences.py`` walks what the environment it runs in has installed, from gofteh's
own requirements on; ``make sbom`` keeps what it prints as ``docs/licences.md``, and writes the
whole environment as a CycloneDX list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

HEAD = """# Licences

What `pip install gofteh` installs, and what each extra adds, on Linux with Python {python}; made by
`make sbom` from the locked versions. gofteh is Apache-2.0. Sizes are those of the installed files.

| package | version | licence | MB | comes with |
|---|---|---|---|---|
"""
MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Package:
    """A package that is installed; ``None`` where it is not here to be looked at."""

    name: str
    found: Distribution | None

    @property
    def version(self) -> str:
        """Its version."""
        return self.found.version if self.found else "not installed here"

    @property
    def megabytes(self) -> float:
        """The size of its files, without the bytecode that a first start leaves."""
        files = (self.found.files if self.found else None) or []
        paths = {Path(str(path.locate())) for path in files if path.suffix != ".pyc"}
        return sum(path.stat().st_size for path in paths if path.is_file()) / MEGABYTE

    @property
    def licence(self) -> str:
        """Its licence, by the expression it declares, else by its classifiers or its word."""
        if self.found is None:
            return ""
        told = self.found.metadata
        if expression := told.get("License-Expression"):
            return str(expression)
        classifiers = told.get_all("Classifier") or []
        named = [one.rpartition(" :: ")[2] for one in classifiers if one.startswith("License ::")]
        word = (told.get("License") or "").strip().partition("\n")[0]
        return ", ".join(one for one in named if one != "OSI Approved") or word[:60] or "?"


def needed(name: str, extra: str) -> Iterator[Requirement]:
    """Yield what a package requires on this machine, with an extra of its."""
    found = package(name).found
    for line in (found.requires if found else None) or []:
        requirement = Requirement(line)
        if requirement.marker is None or requirement.marker.evaluate({"extra": extra}):
            yield requirement


def package(name: str) -> Package:
    """Return a package by its name."""
    try:
        return Package(canonicalize_name(name), distribution(name))
    except PackageNotFoundError:
        return Package(canonicalize_name(name), None)


def closure(extra: str) -> dict[str, Package]:
    """Return all packages that an extra of gofteh brings in the end, by name."""
    found: dict[str, Package] = {}
    waiting = [("gofteh", extra)]
    seen = set(waiting)
    while waiting:
        name, its = waiting.pop()
        for requirement in needed(name, its):
            one = package(requirement.name)
            if one.name != "gofteh":
                found[one.name] = one
            asked = [(one.name, inner) for inner in ("", *requirement.extras)]
            if one.found is not None:
                waiting += [each for each in asked if each not in seen]
                seen.update(asked)
    return found


def extras() -> list[str]:
    """Return gofteh's extras but the one that is all of them."""
    names = distribution("gofteh").metadata.get_all("Provides-Extra") or []
    return sorted(name for name in names if name != "all")


def table() -> Iterator[str]:
    """Yield the lines of the table: the core's packages, then what each extra adds."""
    core = closure("")
    by_extra = {extra: closure(extra) for extra in extras()}
    everything = core | {n: p for found in by_extra.values() for n, p in found.items()}
    for name, one in sorted(everything.items(), key=lambda item: (item[0] not in core, item[0])):
        where = [f"`{extra}`" for extra, found in by_extra.items() if name in found]
        size = f"{one.megabytes:.1f}" if one.found else ""
        licence = re.sub(r"\s+", " ", one.licence).replace("|", "/")
        comes = "gofteh" if name in core else ", ".join(where)
        yield f"| {name} | {one.version} | {licence} | {size} | {comes} |"
    yield ""
    for extra in ("", *by_extra):
        found = core | by_extra.get(extra, {})
        total = sum(one.megabytes for one in found.values())
        absent = any(one.found is None for one in found.values())
        name = f"gofteh[{extra}]" if extra else "gofteh"
        missing = " and what is not installed here" if absent else ""
        yield f"- `{name}`: {len(found)} packages, {total:.0f} MB{missing}"


if __name__ == "__main__":
    import platform

    print(HEAD.format(python=".".join(platform.python_version_tuple()[:2])), end="")
    for each in table():
        print(each)
