"""One measurement: a system's work on the articles, by one process or by several at once."""

from __future__ import annotations

import json
import subprocess
import threading
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.beside.sample import Told
from benchmarks.beside.systems import System, python_of

WORKER = Path(__file__).with_name("worker.py")


@dataclass(frozen=True, slots=True)
class Mark:
    """What it had taken when so many articles were done: seconds, and the most MiB until then."""

    number: int
    clock: float
    processor: float
    peak: float


@dataclass(frozen=True, slots=True)
class Measured:
    """What one process told; ``ready_s`` are the processor's seconds until the first article."""

    after: tuple[Mark, ...]
    ready_s: float
    versions: dict[str, str]
    stages: dict[str, float] = field(default_factory=dict)

    @property
    def whole(self) -> Mark:
        """When all were done."""
        return self.after[-1]


class WorkerError(Exception):
    """A process that did not come to its end; the message is what it said."""


def measure(
    system: System,
    warm: Sequence[Told],
    articles: Sequence[Told],
    cores: int = 1,
    marks: Iterable[int] = (),
    seconds: float = 7200,
) -> list[Measured]:
    """Return what each of so many processes took for its share of the articles, at one time.

    Raises `WorkerError` for one that fails, or takes more than so many ``seconds``.
    """
    with TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name)
        _write(folder / "warm", warm)
        workers = []
        for k in range(cores):
            _write(folder / str(k), articles[k::cores])
            python, environment = python_of(system)
            command = [python, str(WORKER), system.call, str(folder / "warm"), str(folder / str(k))]
            worker = subprocess.Popen(
                [*command, *map(str, marks)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=(folder / f"{k}.said").open("w"),
                text=True,
                env=environment,
            )
            late = threading.Timer(seconds, worker.kill)
            late.start()
            stack.callback(late.cancel)
            stack.callback(worker.kill)
            workers.append(worker)
        for k, worker in enumerate(workers):
            if worker.stdout is None or worker.stdout.readline() != "ready\n":
                raise WorkerError(f"{system.name}: {(folder / f'{k}.said').read_text('utf-8')}")
        for worker in workers:
            assert worker.stdin is not None
            worker.stdin.write("go\n")
            worker.stdin.flush()
        return [_measured(worker.communicate()[0]) for worker in workers]


def _measured(line: str) -> Measured:
    if not line.strip():
        raise WorkerError("a process ended in the middle of its work, or took too long")
    told = json.loads(line)
    told["after"] = tuple(Mark(*mark) for mark in told["after"])
    return Measured(**told)


def _write(path: Path, articles: Sequence[Told]) -> None:
    with path.open("w", encoding="utf-8") as lines:
        lines.writelines(json.dumps(one) + "\n" for one in articles)
