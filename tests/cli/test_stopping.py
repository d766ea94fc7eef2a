"""However a command is ended, it leaves neither processes nor half a file behind."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import time
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from gofteh.cli.stopping import Stopped, stoppable
from served import as_in_a_terminal

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals are those of POSIX")

# Seconds after which a test fails: what it waits for takes a moment, on a busy machine more.
LIMIT = 300.0
ARTICLE = '{"id": "سد", "text": "لیلا فرهمند گفت: سد پر است."}\n'.encode()
# Each of its own: an id that comes again is told of, whenever the signal comes.
ARTICLES = [ARTICLE.replace("سد".encode(), f"سد {k}".encode(), 1) for k in range(40)]
CHILDREN = Path("/proc/self/task").exists()
linux = pytest.mark.skipif(not CHILDREN, reason="needs /proc to see processes")


def until(true: Callable[[], object]) -> None:
    """Wait until something is true; fail after the limit."""
    deadline = time.monotonic() + LIMIT
    while not true():
        assert time.monotonic() < deadline, "it did not come to be in time"
        select.select([], [], [], 0.02)


def children(pid: int) -> list[int]:
    """The processes that any thread of a process has started."""
    try:
        threads = list(Path(f"/proc/{pid}/task").iterdir())
        return [int(n) for t in threads for n in (t / "children").read_text().split()]
    except OSError:  # a thread or the process has just ended
        return []


def alive(pid: int) -> bool:
    """Whether a process runs; one that ended and waits for its parent to look does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@contextmanager
def extracting(folder: Path, jobs: str) -> Iterator[subprocess.Popen[bytes]]:
    """An extraction in the midst of its input, with its draft of the output there."""
    target = str(folder / "o.jsonl")
    command = [sys.executable, "-m", "gofteh.cli", "extract", "-", "-o", target, "--jobs", jobs]
    process = subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=as_in_a_terminal,
    )
    try:
        assert process.stdin is not None
        process.stdin.write(b"".join(ARTICLES))
        process.stdin.flush()
        until(lambda: list(folder.iterdir()) or process.poll() is not None)
        yield process
        process.stdin.close()
    finally:
        process.kill()
        process.wait(timeout=LIMIT)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "out").mkdir()
    return tmp_path / "out"


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_leaves_nothing_half_written(
    folder: Path, jobs: str, number: signal.Signals
) -> None:
    with extracting(folder, jobs) as process:
        process.send_signal(number)
        assert process.wait(timeout=LIMIT) == 128 + number
        assert process.stderr is not None
        assert process.stderr.read().decode().splitlines() == ["gofteh: interrupted"]
        assert list(folder.iterdir()) == []


@linux
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
def test_the_workers_die_with_the_command(folder: Path, number: signal.Signals) -> None:
    with extracting(folder, "2") as process:
        until(lambda: len(children(process.pid)) >= 2)  # one of them tracks resources
        workers = children(process.pid)
        process.send_signal(number)
        process.wait(timeout=LIMIT)
        until(lambda: not any(map(alive, workers)))


# Two items for two processes; as soon as one is started, before it has been told what it is, comes
# a signal. The child's number goes to standard output.
_STOPPED_BETWEEN = """
import multiprocessing.util, os, signal, sys, typer
from gofteh.batch.pool import Task, in_order
from gofteh.cli.console import ending_well

spawned = multiprocessing.util.spawnv_passfds

def spawn_and_signal(path, arguments, *rest):
    child = spawned(path, arguments, *rest)
    if b"spawn_main" in b" ".join(map(os.fsencode, arguments)):  # not the resource tracker
        print(child, flush=True)
        SEND
    return child

multiprocessing.util.spawnv_passfds = spawn_and_signal
try:
    with ending_well():
        for _ in in_order(Task(str, str, lambda _: 10**6), [1, 2], 2):
            pass
except typer.Exit as how:
    sys.exit(how.exit_code)
"""
_SENDS = {
    "of a service manager": "os.kill(os.getpid(), signal.SIGTERM)",
    "of a terminal": "os.killpg(0, signal.SIGINT)",  # the child gets it too
}


@linux
@pytest.mark.parametrize("send", _SENDS.values(), ids=_SENDS)
def test_a_stop_while_a_process_is_started_leaves_no_process_and_no_complaint(send: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _STOPPED_BETWEEN.replace("SEND", send)],
        capture_output=True,
        encoding="utf-8",
        timeout=LIMIT,
        check=False,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    assert done.stderr.splitlines() == ["gofteh: interrupted"]
    started = [int(line) for line in done.stdout.split()]
    assert started
    until(lambda: not any(map(alive, started)))


def test_cleaning_up_is_not_cut_by_the_repeated_stop() -> None:
    cleaned = False
    with pytest.raises(Stopped), stoppable():
        try:
            signal.raise_signal(signal.SIGTERM)
        finally:
            try:  # an error of the cleaning's own hides what it cleans up after
                raise FileNotFoundError
            except FileNotFoundError:
                signal.raise_signal(signal.SIGTERM)
                cleaned = True
    assert cleaned


@pytest.mark.filterwarnings("error::pytest.PytestUnraisableExceptionWarning")
def test_a_stop_that_is_lost_in_a_callback_is_raised_again_and_not_told_of() -> None:
    class Thing:
        """Something whose end calls back."""

    thing = Thing()
    known = weakref.ref(thing, lambda _: signal.raise_signal(signal.SIGTERM))
    with pytest.raises(Stopped) as stopped, stoppable():
        del thing
        assert known() is None
        select.select([], [], [], LIMIT)  # as a command waits for its input
    assert stopped.value.signal == signal.SIGTERM


def test_a_signal_that_is_ignored_stays_so() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with stoppable():
            signal.raise_signal(signal.SIGHUP)
    finally:
        signal.signal(signal.SIGHUP, before)


def test_more_processes_than_cores_are_told_and_not_started(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(ARTICLE)
    command = [sys.executable, "-m", "gofteh.cli", "extract", str(path), "--jobs", "500"]
    done = subprocess.run(command, capture_output=True, timeout=LIMIT, check=True)
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    assert f"there are {cores} cores" in done.stderr.decode()
    assert done.stdout.count(b"\n") == 1
