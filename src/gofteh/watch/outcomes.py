"""What becomes of an address by its answer. Each call stands within a transaction."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random

from gofteh.read.errors import ReadError
from gofteh.read.fetch import Answer
from gofteh.store.database import Database
from gofteh.watch import backoff, robots, state
from gofteh.watch.addresses import canonical, host_of
from gofteh.watch.articles import has_text
from gofteh.watch.lists import Look
from gofteh.watch.plan import Plan, Source, Text
from gofteh.watch.state import Address, Host, Rank, State

_MOST_HOPS = 5
_GONE, _NOT_FOUND = 410, 404
_NOT_CHANGED, _TOO_MANY = 304, 429
# An article is asked for so often, over a day and more, before it is given up; one that is not
# found, or cannot be read, less often.
_MOST_FAILURES, _FEW_FAILURES = 12, 3
_SOON = frozenset("http-404 no-text empty too-large binary too-complex unsafe-xml".split())
_AT_ONCE = frozenset(("http-410", "refused", "bad-url"))
# What says more of the host than of the address.
_HOST_CODES = frozenset(("no-answer", "timeout", "unknown-host"))
# A host that fails so often in a row is left alone as a whole.
_PATIENCE = 3


def refusal(answer: Answer | ReadError) -> ReadError | None:
    """Return why an answer holds nothing to read; ``None`` where it does, or points elsewhere."""
    if isinstance(answer, ReadError):
        return answer
    if answer.status in (200, _NOT_CHANGED) or answer.moved_to:
        return None
    return ReadError(f"http-{answer.status}", f"the server answered {answer.status}")


def speaks_of_host(error: ReadError) -> bool:
    """Return whether a failure is likely to meet the next address of the host too."""
    server = error.code in ("http-429",) or error.code.startswith("http-5")
    return server or error.code in _HOST_CODES


@dataclass(frozen=True, slots=True)
class Outcomes:
    """Writes down what becomes of addresses; ``tell`` hears of what somebody should know."""

    db: Database
    plan: Plan
    chance: Random
    tell: Callable[[str, str], None]

    # --- hosts ----------------------------------------------------------------------------

    def begin(self, name: str, now: float) -> None:
        """Keep a host from being asked again, should the answer never be seen."""
        known = state.host(self.db, name)
        later = now + self.plan.read.timeout + self._pace(known)
        state.put_host(self.db, replace(known, next_at=later))

    def release(self, name: str, answer: Answer | ReadError, now: float) -> None:
        """Let a host be asked again after its pace, later if it does not do well."""
        known = state.host(self.db, name)
        error = refusal(answer)
        failed = error is not None and speaks_of_host(error)
        failures = known.failures + 1 if failed else 0
        wait = max(self._pace(known), self.asked_for(answer, now) if failed else 0.0)
        if failures >= _PATIENCE:
            wait = max(wait, backoff.delay(failures - _PATIENCE + 1, self.chance))
        state.put_host(self.db, replace(known, next_at=now + wait, failures=failures))

    def _pace(self, known: Host) -> float:
        return max(self.plan.pace, robots.pace_of(known.robots or ""))

    def asked_for(self, answer: Answer | ReadError, now: float) -> float:
        """Return the seconds that a server asks to be left alone."""
        if isinstance(answer, ReadError):
            return 0.0
        return backoff.asked_for(answer.headers.get("retry-after"), now)

    # --- all addresses --------------------------------------------------------------------

    def move(self, address: Address, answer: Answer, now: float) -> None:
        """Follow a redirect: the next hop waits for its turn on its own host."""
        target = canonical(answer.moved_to or "")
        if address.kind == "robots" and address.hops >= _MOST_HOPS:
            self._rules(address, "", now)  # as if there were none (RFC 9309)
            return
        if target is None or address.hops >= _MOST_HOPS:
            message = f"more than {_MOST_HOPS} redirects, or one out of the web"
            self.fail(address, ReadError("too-many-redirects", message), 0.0, now)
            return
        moved = {"at": target, "host": host_of(target), "hops": address.hops + 1}
        state.update(self.db, address.key, **moved)

    def unchanged(self, address: Address, now: float) -> None:
        """Write down that an address has nothing new."""
        state.count(self.db, address.key, "unchanged")
        if address.kind == "robots":
            self._rules(address, state.host(self.db, host_of(address.url)).robots or "", now)
        elif address.kind == "source":
            self._again(address, now, now + self._every(address))
        else:
            self._again(address, now, self.next_check(address, now), checks=address.checks + 1)

    def fail(self, address: Address, error: ReadError, wait: float, now: float) -> None:
        """Write a failure down: when to try again, or that it is given up."""
        failures = address.failures + 1
        again = now + max(backoff.delay(failures, self.chance), wait)
        state.count(self.db, address.key, "failed")
        if address.kind == "robots":
            self._without_rules(address, error, again, now)
        elif address.kind == "page" and failures >= _patience(error):
            self.give_up(address, error, State.GIVEN_UP, now)
            return
        if address.kind == "source":
            self.tell(address.url, f"{error.message} [{error.code}]")
        self._again(
            *(address, now, again), failures=failures, problem=error.message[:300], fine_at=None
        )

    def _again(
        self, address: Address, now: float, next_at: float | None, **changes: object
    ) -> None:
        """Begin anew at the address itself at some time; without other word, all is fine."""
        whole: dict[str, object] = {
            "at": address.url,
            "host": host_of(address.url),
            "hops": 0,
            "next_at": next_at,
            "failures": 0,
            "problem": None,
            "last_at": now,
            "fine_at": now,
            **changes,
        }
        if changes.get("fine_at", now) is None:
            del whole["fine_at"]  # it stays what it was
        state.update(self.db, address.key, **whole)

    # --- rules for robots -----------------------------------------------------------------

    def rules(self, address: Address, answer: Answer, now: float) -> None:
        """Keep a host's rules; where there are none, nothing is forbidden."""
        text = robots.rules_in(answer.data) if answer.status == 200 else ""
        self._rules(address, text, now)

    def _rules(self, address: Address, text: str, now: float) -> None:
        self._put_rules(address, text, now + robots.FRESH)
        self._again(address, now, None)

    def _put_rules(self, address: Address, text: str | None, until: float) -> None:
        name = host_of(address.url)
        known = replace(state.host(self.db, name), robots=text, robots_until=until)
        state.put_host(self.db, known)

    def _without_rules(self, address: Address, error: ReadError, again: float, now: float) -> None:
        """An old copy holds for a week; without one, nothing is asked until there are rules."""
        name = host_of(address.url)
        known = state.host(self.db, name)
        age = now - (known.robots_until - robots.FRESH)
        if known.robots is not None and age < robots.STALE:
            self._put_rules(address, known.robots, again)
            return
        problem = f"robots.txt: {error.message}"[:300]
        sql = "UPDATE watch_address SET problem = ? WHERE host = ? AND rank = 1 AND top IS NOT NULL"
        self.db.rows(sql, (problem, name))
        self.tell(address.url, f"{error.message} [{error.code}]")

    def forbid(self, address: Address, now: float) -> None:
        """Write down that robots.txt lets nobody ask for an address."""
        error = ReadError("robots", "robots.txt forbids it")
        if address.kind == "page":
            self.give_up(address, error, State.FORBIDDEN, now)
            return
        if address.kind == "source":
            self.tell(address.url, error.message)
        self._again(address, now, now + robots.FRESH, problem=error.message, fine_at=None)

    # --- sources --------------------------------------------------------------------------

    def listed(
        self, address: Address, answer: Answer, source: Source, seen: Look, now: float, due: float
    ) -> set[str]:
        """Keep what a source lists, to be read from ``due`` on; return the hosts of it."""
        rank = Rank.ENTRY if source.text is Text.FEED else Rank.PAGE
        for one in seen.found:
            told = {"mark": one.mark, "entry": one.entry, "rank": rank}
            state.put_page(self.db, one.url, due, source=address, **told)  # type: ignore[arg-type]
        for url in seen.lists:
            if url != address.url:
                state.put_source(self.db, url, due, top=address.top, parent=address.key)
        # What did not fit is taken at the next look, which must not be answered "not changed".
        known = (answer.headers.get("etag"), answer.headers.get("last-modified"))
        etag, modified = known if seen.whole else (None, None)
        self._again(address, now, now + self._every(address), etag=etag, modified=modified)
        pages = {"" if rank is Rank.ENTRY else host_of(one.url) for one in seen.found}
        return pages | {host_of(url) for url in seen.lists}

    def _every(self, address: Address) -> float:
        source = self.plan.source(address.top)
        return backoff.spread(source.every if source else robots.FRESH, self.chance)

    # --- articles -------------------------------------------------------------------------

    def read(
        self,
        address: Address,
        article: str | None,
        answer: Answer | None,
        now: float,
        *,
        last: bool,
    ) -> None:
        """Write down that an article is stored, under its id if this is its address.

        ``last``: nobody looks at it again.
        """
        checks = address.checks + (address.state == State.READ)
        again = None if last else self.next_check(replace(address, checks=checks), now)
        headers = answer.headers if answer else {}
        self._again(
            *(address, now, again),
            state=State.READ.value,
            article=article,
            checks=checks,
            etag=headers.get("etag"),
            modified=headers.get("last-modified"),
            entry=_without_text(address.entry),
        )
        # The list may have told of a change while the page was on its way.
        sql = "UPDATE watch_address SET next_at = ? WHERE key = ? AND mark <> ?"
        self.db.rows(sql, (now, address.key, address.mark))

    def next_check(self, address: Address, now: float) -> float | None:
        """Return when an article is looked at again; ``None`` for never."""
        source = self.plan.source(address.top)
        times = source.recheck[address.checks :] if source else ()
        return now + backoff.spread(times[0], self.chance) if times else None

    def give_up(self, address: Address, error: ReadError, why: State, now: float) -> None:
        """Ask for an article no more: what the feed carried stands for it, if that is anything."""
        if address.state == State.READ:  # it is stored, only a later look failed
            gone = State.GONE if error.code in ("http-404", "http-410") else State.READ
            self._again(address, now, None, state=gone.value, problem=error.message[:300])
        elif has_text(address):
            self._again(address, now, now, problem=error.message[:300], fine_at=None)
            state.update(self.db, address.key, rank=int(Rank.ENTRY), host="")
        else:
            self.tell(address.url, f"given up: {error.message} [{error.code}]")
            told = {"state": why.value, "problem": error.message[:300], "fine_at": None}
            self._again(address, now, None, **told)


def _patience(error: ReadError) -> int:
    if error.code in _AT_ONCE:
        return 1
    return _FEW_FAILURES if error.code in _SOON else _MOST_FAILURES


def _without_text(entry: str | None) -> str | None:
    """Return what a list told of an article without its text, which is stored by now."""
    try:
        told = json.loads(entry or "{}")
    except ValueError:
        return None
    return json.dumps(told | {"text": ""}, ensure_ascii=False)
