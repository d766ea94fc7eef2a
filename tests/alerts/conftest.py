"""A store with a saved search's world, on both databases."""

from __future__ import annotations

from read.conftest import site  # noqa: F401
from store.conftest import copies, place, server, store  # noqa: F401
