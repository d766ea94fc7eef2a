"""Which sources answer: each is asked once, all at the same time, and nothing is kept."""

from __future__ import annotations

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

from gofteh.read.errors import ReadError
from gofteh.read.fetch import Answer, Question, ask, prepare
from gofteh.watch.lists import look
from gofteh.watch.plan import Plan, Source

_MOST_HOPS = 5
# A feed is told to list what it has, whatever its age.
_ALL = 10 * 365 * 86400.0


@dataclass(frozen=True, slots=True)
class Probed:
    """What a source answered: ``entries`` and ``lists`` that it names, or the ``problem``."""

    source: Source
    entries: int = 0
    lists: int = 0
    moved_to: str | None = None
    problem: str | None = None


def probe(plan: Plan) -> Iterator[Probed]:
    """Yield what each source of a plan answers, in the plan's order."""
    prepare()
    with ThreadPoolExecutor(plan.askers, thread_name_prefix="gofteh-probes") as pool:
        yield from pool.map(lambda source: _probed(source, plan), plan.sources)


def _probed(source: Source, plan: Plan) -> Probed:
    try:
        answer = _followed(source.url, plan)
        seen = look(answer, replace(source, newest=_ALL), plan.read, time.time())
    except ReadError as error:
        return Probed(source, problem=f"{error.message} [{error.code}]")
    moved = answer.url if answer.url != source.url else None
    return Probed(source, len(seen.found), len(seen.lists), moved)


def _followed(url: str, plan: Plan) -> Answer:
    for _ in range(_MOST_HOPS + 1):
        answer = ask(Question(url), plan.read)
        if moved_to := answer.moved_to:
            url = moved_to
        elif answer.status == 200:
            return answer
        else:
            raise ReadError("http-status", f"the server answered {answer.status}")
    raise ReadError("too-many-redirects", f"more than {_MOST_HOPS} redirects")
