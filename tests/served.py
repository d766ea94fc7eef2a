"""Commands and servers that tests start: their signals, and where one listens as its log says."""

from __future__ import annotations

import re
import signal
import subprocess
import threading

# A busy machine is given this long, in seconds; one that says nothing is ended then.
START_SECONDS = 120


def as_in_a_terminal() -> None:
    """Take signals as in a terminal: POSIX, in the new process, before the command begins.

    A shell's background job inherits Ctrl-C switched off, one under nohup the hang-up.
    """
    for number in (signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


def address_of(process: subprocess.Popen[str], log: list[str] | None = None) -> str:
    """Return the address that a server writes to its standard output; ``log`` gets its lines.

    Raises:
        AssertionError: It ended before, or said nothing in time; with what it said.
    """
    said = [] if log is None else log
    watch = threading.Timer(START_SECONDS, process.kill)
    watch.start()
    try:
        assert process.stdout is not None
        for line in process.stdout:
            said.append(line)
            if found := re.search(r"running on (http://127\.0\.0\.1:\d+)", line):
                return found[1]
    finally:
        watch.cancel()
    raise AssertionError("the server did not start: " + "".join(said))
