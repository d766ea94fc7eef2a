"""Every error class of gofteh has one root, so that a program can catch them all."""

from __future__ import annotations

import importlib
import inspect
import pkgutil

import gofteh
from gofteh import GoftehError
from gofteh.extras import missing_extra

# What answers a request is Starlette's own kind; it never leaves the server.
NOT_RAISED_TO_PROGRAMS = {"Problem", "Stopped"}


def test_every_error_class_has_the_root() -> None:
    found = set()
    for module in pkgutil.walk_packages(gofteh.__path__, "gofteh."):
        if module.name.endswith("__main__"):
            continue
        try:
            loaded = importlib.import_module(module.name)
        except ImportError as error:
            if missing_extra(error) is None:
                raise
            continue  # an extra that is not installed here
        for name, kind in inspect.getmembers(loaded, inspect.isclass):
            own = kind.__module__.startswith("gofteh") and issubclass(kind, BaseException)
            if own and not name.startswith("_") and name not in NOT_RAISED_TO_PROGRAMS:
                found.add(kind)
    assert len(found) > 5
    assert [kind for kind in found if not issubclass(kind, GoftehError)] == []
