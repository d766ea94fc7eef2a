"""The documents' fenced blocks, and what runs a page of them as its reader would."""

from __future__ import annotations

import os
import pty
import re
import select
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[2]
# The page of each of a newcomer's goals, which is gone through from top to bottom, and the commands
# that it needs beside gofteh with its tested extras.
WALKED: dict[str, tuple[str, ...]] = {
    "tutorial": (),
    "fa/tutorial": (),
    "checking": ("curl",),
    "mining": (),
    "extending": (),
    "scoreboard": (),
    "spark": ("java",),
    "assistants": (),
}
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.M | re.S)
# A block of output stands right behind what prints it.
_OUTPUT = re.compile(r"\n+```text\n(.*?)^```$", re.M | re.S)
# What goes on until it is stopped.
_SERVES = re.compile(r"gofteh (?:serve|mcp --http)\b")
# Colours, and the marks that keep an address in its direction: a page shows neither.
_STYLES = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]|[\u2068\u2069]")
_PORTS = re.compile(r"\b846[01]\b")
_SECONDS = 300.0


@dataclass(frozen=True)
class Block:
    """A block of a page, and what it prints where the page tells it."""

    language: str
    code: str
    output: str | None


def blocks_of(path: Path) -> list[Block]:
    """Return the fenced blocks of a page in their order, outputs with what prints them."""
    text = path.read_text("utf-8")
    found = []
    behind = 0
    for fence in FENCE.finditer(text):
        if fence.start() < behind:
            continue
        output = _OUTPUT.match(text, fence.end()) if fence[1] in ("sh", "python") else None
        behind = output.end() if output else fence.end()
        found.append(Block(fence[1], fence[2], output[1] if output else None))
    return found


@dataclass
class Reader:
    """Somebody who goes through a page in an empty folder beside ``examples`` and ``tests``.

    Shell and Python blocks are run with a terminal as standard output; servers are left running
    on ports that are free here, in place of those that the page names.
    """

    folder: Path
    environment: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Put the project's folders and commands in reach."""
        for name in ("examples", "tests"):
            (self.folder / name).symlink_to(ROOT / name)
        commands = self.folder / ".commands"
        commands.mkdir()
        for name, words in (("gofteh", "-m gofteh "), ("python", "")):
            script = commands / name
            script.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} {words}"$@"\n')
            script.chmod(0o755)
        self._ports: dict[str, str] = {}
        # As where an environment is activated: Spark's workers start the first python3 on the path.
        installed = Path(sys.executable).parent
        self._env = {
            **{k: v for k, v in os.environ.items() if not k.startswith(("GOFTEH", "PYTEST"))},
            "PATH": os.pathsep.join((str(commands), str(installed), os.environ["PATH"])),
            "NO_COLOR": "1",
            "TERM": "xterm",
            "COLUMNS": "120",
            "PYTHONUTF8": "1",
            "LC_ALL": "C.UTF-8",
            **self.environment,
        }

    def read(self, path: Path, typed: Callable[[str], None] = lambda _: None) -> int:
        """Run every block of a page; raise where one fails or prints something else.

        ``typed`` is given the blocks of text that nothing printed. Returns how many were run.
        """
        run = 0
        with ExitStack() as servers:
            for block in blocks_of(path):
                code = _PORTS.sub(lambda port: self._port(port[0]), block.code)
                if block.language == "sh":
                    code = "".join(self._serving(code, servers))
                    said = self._run(["bash", "-euo", "pipefail", "-c", code])
                elif block.language == "python":
                    said = self._run([sys.executable, "-c", code])
                else:
                    typed(block.code)
                    continue
                run += 1
                if block.output is not None:
                    assert _plain(said) == _plain(block.output), f"{block.code}prints\n{said}"
        return run

    def _port(self, named: str) -> str:
        if named not in self._ports:
            with socket.socket() as free:
                free.bind(("127.0.0.1", 0))
                self._ports[named] = str(free.getsockname()[1])
        return self._ports[named]

    def _serving(self, code: str, servers: ExitStack) -> Iterator[str]:
        """Start the servers of a shell block; yield its other lines."""
        for line in code.splitlines(keepends=True):
            if not _SERVES.match(line):
                yield line
                continue
            command = shlex.split(line, comments=True)
            if "--port" not in command:
                own = "8460" if command[1] == "serve" else "8461"
                command += ["--port", self._port(own)]
            servers.enter_context(self._server(command))

    @contextmanager
    def _server(self, command: list[str]) -> Iterator[None]:
        port = int(command[command.index("--port") + 1])
        log = self.folder / f".log-{port}"
        with log.open("wb") as stream:
            process = subprocess.Popen(
                command,
                cwd=self.folder,
                env=self._env,
                stdin=subprocess.DEVNULL,
                stdout=stream,
                stderr=stream,
            )
            try:
                _wait_for(process, port, log)
                yield
            finally:
                process.send_signal(signal.SIGTERM)
                try:
                    process.wait(30)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait(30)

    def _run(self, command: list[str]) -> str:
        """Return what a command writes to a terminal; raise where it fails."""
        here, there = pty.openpty()
        errors = self.folder / ".errors"
        with errors.open("wb") as stream:
            process = subprocess.Popen(
                command,
                cwd=self.folder,
                env=self._env,
                stdin=subprocess.DEVNULL,
                stdout=there,
                stderr=stream,
            )
        os.close(there)
        try:
            said = b"".join(_until_closed(here, time.monotonic() + _SECONDS))
            code = process.wait(30)
        finally:
            os.close(here)
            process.kill()
        told = errors.read_text("utf-8", "replace")
        assert code == 0, f"{command[-1]}\nends with {code}:\n{told}"
        return said.decode("utf-8").replace("\r\n", "\n")


def _until_closed(terminal: int, deadline: float) -> Iterator[bytes]:
    while select.select([terminal], [], [], max(0.0, deadline - time.monotonic()))[0]:
        try:
            read = os.read(terminal, 65536)
        except OSError:  # how Linux tells that nobody has the other end any more
            return
        if not read:
            return
        yield read
    raise TimeoutError("a block of the page did not end")


def _wait_for(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    """Return once somebody answers at a port; raise where the process ends instead."""
    deadline = time.monotonic() + _SECONDS
    while time.monotonic() < deadline:
        assert process.poll() is None, log.read_text("utf-8")
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise TimeoutError(log.read_text("utf-8"))


def _plain(text: str) -> list[str]:
    """Return the lines of an output without what cannot be seen of them."""
    return [line.rstrip() for line in _STYLES.sub("", text).strip().splitlines()]


def has(*commands: str) -> bool:
    """Whether the machine has these commands."""
    return all(shutil.which(command) for command in commands)
