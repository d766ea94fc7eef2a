"""One watch a database: two would ask every host twice as often."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from gofteh.errors import GoftehError
from gofteh.store.database import Database

# "goft", as SQLite's application id.
_KEY = 0x676F6674


class WatchedError(GoftehError):
    """Another process watches into this database already."""

    def __init__(self) -> None:
        super().__init__("another gofteh watch works on this database. Stop it first.")


@contextmanager
def only_watch(db: Database, place: str) -> Iterator[None]:
    """Hold the one right to watch into a database; it goes with the process, whatever ends it.

    Raises `WatchedError` where another process holds it.
    """
    if "://" in place:
        if not db.rows("SELECT pg_try_advisory_lock(?)", (_KEY,))[0][0]:
            raise WatchedError
        yield
        return
    file = os.open(f"{place}.watch", os.O_CREAT | os.O_RDWR, 0o600)
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        os.close(file)
        raise WatchedError from error
    try:
        yield
    finally:
        Path(f"{place}.watch").unlink(missing_ok=True)
        os.close(file)
