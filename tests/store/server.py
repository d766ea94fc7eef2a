"""A PostgreSQL server of the tests' own: started from its binaries, in a folder that goes."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

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

    def run(program: str, *arguments: str) -> None:
        who = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []} if user else {}
        subprocess.run(
            [str(folder / program), *arguments], cwd=home, check=True, capture_output=True, **who
        )

    data = str(home / "data")
    options = f"-c listen_addresses='' -c unix_socket_directories={home} -c fsync=off"
    try:
        run("initdb", "-D", data, "-U", "gofteh", "-A", "trust", "-E", "UTF8", "--locale=C")
        run("pg_ctl", "-D", data, "-w", "-l", str(home / "log"), "-o", options, "start")
        try:
            yield f"postgresql://gofteh@/postgres?host={home}"
        finally:
            run("pg_ctl", "-D", data, "-w", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(home, ignore_errors=True)
