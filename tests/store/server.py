"""A PostgreSQL server of the tests' own: started from its binaries, in a folder that goes."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

OLDEST = 15


def binaries() -> Path | None:
    """The folder of ``initdb`` and ``postgres`` of a new enough version; Debian hides it."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=version, reverse=True)
    found = [folder for folder in folders if version(folder) >= OLDEST]
    if not found and (path := shutil.which("initdb")):
        found = [Path(path).parent]
    return next((folder for folder in found if (folder / "initdb").exists()), None)


def version(folder: Path) -> int:
    name = folder.parent.name
    return int(name) if name.isdecimal() else 0


@contextmanager
def postgres(folder: Path) -> Iterator[str]:
    """Yield the address of a server that runs until the block ends."""
    user = None if os.getuid() else pwd.getpwnam("nobody")  # PostgreSQL refuses to run as root
    home = Path(tempfile.mkdtemp(prefix="gofteh-pg-"))
    if user:
        os.chown(home, user.pw_uid, user.pw_gid)

    who: dict[str, Any] = {}
    if user:
        who = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}

    def run(program: str, *arguments: str) -> None:
        subprocess.run(
            [str(folder / program), *arguments],
            cwd=home,
            check=True,
            capture_output=True,
            timeout=_SECONDS,
            **who,
        )

    try:
        data = str(home / "data")
        run("initdb", "-D", data, "-U", "gofteh", "-A", "trust", "-E", "UTF8", "--locale=C")
        with _running([str(folder / "postgres"), "-D", data], home, who):
            yield f"postgresql://gofteh@/postgres?host={home}"
    finally:
        shutil.rmtree(home, ignore_errors=True)


# The server goes when its input ends: so it does with tests that are killed, whatever kills them.
_WATCH = '"$@" </dev/null >log 2>&1 & read _; kill -QUIT $!; wait'
_SECONDS = 120


@contextmanager
def _running(command: list[str], home: Path, who: dict[str, Any]) -> Iterator[None]:
    """Run a server that listens in a folder, until the block or this process ends."""
    told = {"listen_addresses": "", "unix_socket_directories": str(home), "fsync": "off"}
    options = [word for name, value in told.items() for word in ("-c", f"{name}={value}")]
    watched = ["sh", "-c", _WATCH, "sh", *command, *options]
    server = subprocess.Popen(watched, cwd=home, stdin=subprocess.PIPE, **who)
    try:
        until = time.monotonic() + _SECONDS
        while not _is_ready(home):
            assert server.poll() is None and time.monotonic() < until, (home / "log").read_text()
            time.sleep(0.05)
        yield
    finally:
        assert server.stdin is not None
        server.stdin.close()
        server.wait(_SECONDS)


def _is_ready(home: Path) -> bool:
    """Whether the server says so in the last line of its lock file."""
    try:
        return (home / "data" / "postmaster.pid").read_text().split()[-1] == "ready"
    except (OSError, IndexError):
        return False


class Copies:
    """Databases on a server, each made from a template: a copy takes a third of a new schema."""

    def __init__(self, address: str) -> None:
        import psycopg

        self._address = address
        self._connection = psycopg.connect(address, autocommit=True)

    def made(self, name: str, template: str = "template1") -> str:
        """Return the address of a new database; one of its name is gone."""
        self._connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")  # type: ignore[arg-type]
        self._connection.execute(f"CREATE DATABASE {name} TEMPLATE {template}")  # type: ignore[arg-type]
        return self._address.replace("/postgres?", f"/{name}?")

    def close(self) -> None:
        """End the connection."""
        self._connection.close()
