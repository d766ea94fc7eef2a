"""The loop: whose turn it is, what is asked, what came of it.

A host is asked by one request at a time. Answers with articles wait for a few others, so that one
transaction stores them, with what the watch knows of their addresses: an article is there and
written off, or neither.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from random import Random

from gofteh.read.errors import ReadError
from gofteh.read.fetch import Answer, ask
from gofteh.records import Article
from gofteh.store import Ingested, Outcome, Store
from gofteh.store.ingest import Extraction
from gofteh.watch import robots, state
from gofteh.watch.addresses import host_of
from gofteh.watch.articles import article_of_entry, article_of_page, names_of
from gofteh.watch.asking import Ask, Asked, Askers
from gofteh.watch.clock import Clock, Inbox
from gofteh.watch.lists import look
from gofteh.watch.outcomes import Outcomes, refusal
from gofteh.watch.plan import Plan
from gofteh.watch.state import Address, State

# Articles that are stored together, and the longest that the first of them waits, in seconds.
_BATCH = 32
_BATCH_SECONDS = 5.0
# Without anything to do, look around so often.
_IDLE = 3600.0
# What has so many words is no name of a section that stands over many articles.
_HEADLINE_WORDS = 3


@dataclass(frozen=True, slots=True)
class Held:
    """An article that waits to be stored: where it is from, and the answer that held it."""

    address: Address
    article: Article
    answer: Answer | None


class Watcher:
    """Watches the sources of a plan until it is told to stop, or, ``once``, has seen each once."""

    def __init__(
        self,
        store: Store,
        plan: Plan,
        extract: Extraction,
        *,
        clock: Clock,
        chance: Random,
        tell: Callable[[str, str], None] = lambda _url, _message: None,
        ask: Ask = ask,
    ) -> None:
        self._store, self._db, self._plan, self._extract = store, store.db, plan, extract
        self._clock, self._tell = clock, tell
        self._inbox: Inbox[Asked | None] = Inbox()
        self._askers = Askers(plan.askers, plan.read, self._inbox, ask)
        self._outcomes = Outcomes(self._db, plan, chance, tell)
        self._intake = store.intake()
        self._turns: list[tuple[float, str]] = []
        self._times: dict[str, float] = {}
        self._busy: set[str] = set()
        self._held: list[Held] = []
        self._held_since = 0.0
        self._stopped = False
        self._started = clock.now()
        self._once = False

    def stop(self) -> None:
        """End the watch soon; may be called from a signal handler."""
        self._stopped = True
        self._inbox.put(None)

    def run(self, *, once: bool = False) -> None:
        """Watch. What is not done when it stops is done by the next run."""
        self._once = once
        self._begin()
        try:
            while not self._stopped and (self._turns or self._busy or self._held or not once):
                self._start_turns()
                self._flush_if_due()
                until = self._turns[0][0] if self._turns else self._clock.now() + _IDLE
                asked = self._clock.wait(self._inbox, until, busy=bool(self._busy))
                if asked is not None:
                    self._take(asked)
            self._flush()
        finally:
            self._askers.close()

    def _begin(self) -> None:
        now = self._started = self._clock.now()
        with self._db.writing():
            for source in self._plan.sources:
                key = state.put_source(self._db, source.url, now)
                latest = now if self._once else now + source.every
                sql = (
                    "UPDATE watch_address SET next_at = ? "
                    "WHERE key = ? AND failures = 0 AND next_at > ?"
                )
                self._db.rows(sql, (latest, key, latest))
            state.leave_out(self._db, [source.url for source in self._plan.sources])
        for host in state.hosts_at_work(self._db):
            self._schedule(host)

    # --- whose turn it is -----------------------------------------------------------------

    def _schedule(self, host: str) -> None:
        """Put a host down for the time of its next turn."""
        if host in self._busy:
            return
        now = self._clock.now()
        turn = self._turn(host, now)
        if turn is None:
            self._times.pop(host, None)
            return
        at = max(turn.at, state.host(self._db, host).next_at if host else 0.0)
        if self._times.get(host) != at:
            self._times[host] = at
            heapq.heappush(self._turns, (at, host))

    def _turn(self, host: str, now: float) -> state.Turn | None:
        turn = state.turn(self._db, host, now, [one.address.key for one in self._held])
        if turn is None or not self._once or not host:
            return turn
        due = turn.address
        if due is None or (due.kind == "robots" and due.failures):
            return None
        if state.host(self._db, host).failures:
            return None  # it does not do well: the next run may find it better
        is_rules = due.kind == "robots"
        return turn if is_rules or (due.next_at or 0.0) <= self._started else None

    def _start_turns(self) -> None:
        now = self._clock.now()
        while self._turns and self._turns[0][0] <= now:
            at, host = heapq.heappop(self._turns)
            if self._times.get(host) == at:  # else it was put down anew
                del self._times[host]
                self._start(host, now)

    def _start(self, host: str, now: float) -> None:
        turn = self._turn(host, now)
        known = state.host(self._db, host)
        if turn is None:
            return
        if turn.address is None or max(turn.at, known.next_at if host else 0.0) > now:
            self._schedule(host)
        elif not host:
            self._hold_entry(turn.address, now)
        elif turn.address.kind == "robots" or robots.allows(known.robots or "", turn.address.at):
            self._ask(turn.address, now)
        else:
            with self._db.writing():
                self._outcomes.forbid(turn.address, now)
            self._schedule("")
            self._schedule(host)

    def _ask(self, address: Address, now: float) -> None:
        with self._db.writing():
            self._outcomes.begin(address.host, now)
            state.count(self._db, address.key, "asked")
        self._busy.add(address.host)
        self._askers.put(address)

    # --- what came of it ------------------------------------------------------------------

    def _take(self, asked: Asked) -> None:
        now, address = self._clock.now(), asked.address
        self._busy.discard(address.host)
        hosts = self._settled(address, asked.answer, now)
        for host in {address.host, *hosts}:
            self._schedule(host)

    def _settled(self, address: Address, answer: Answer | ReadError, now: float) -> set[str]:
        """Write down what came of an address; return the hosts that may have more to do now."""
        error = refusal(answer)
        if error is None and isinstance(answer, Answer) and answer.status == 200:
            if address.kind == "page":
                return self._page(address, answer, now)
            if address.kind == "source":
                return self._source(address, answer, now)
        with self._db.writing():
            self._outcomes.release(address.host, answer, now)
            self._plainly(address, answer, error, now)
        known = state.address(self._db, address.url)
        return {known.host if known else "", address.host, ""} | self._waiting_for(address)

    def _plainly(
        self, address: Address, answer: Answer | ReadError, error: ReadError | None, now: float
    ) -> None:
        """Settle all that holds neither an article nor a list."""
        outcomes = self._outcomes
        if isinstance(answer, Answer) and answer.moved_to:
            outcomes.move(address, answer, now)
        elif isinstance(answer, Answer) and address.kind == "robots" and _tells_rules(answer):
            outcomes.rules(address, answer, now)
        elif error is not None:
            outcomes.fail(address, error, outcomes.asked_for(answer, now), now)
        else:
            outcomes.unchanged(address, now)

    def _waiting_for(self, address: Address) -> set[str]:
        return {host_of(address.url)} if address.kind == "robots" else set()

    def _source(self, address: Address, answer: Answer, now: float) -> set[str]:
        source = self._plan.source(address.top)
        try:
            if source is None:
                raise ReadError("left-out", "it is not watched any more")
            seen = look(answer, source, self._plan.read, now)
        except ReadError as error:
            return self._failed(address, answer, error, now)
        due = self._started if self._once else now
        with self._db.writing():
            self._outcomes.release(address.host, answer, now)
            hosts = self._outcomes.listed(address, answer, source, seen, now, due)
        if seen.broken:
            self._tell(address.url, f"{seen.broken} broken entries were passed over")
        return hosts | {host_of(address.url)}

    def _failed(self, address: Address, answer: Answer, error: ReadError, now: float) -> set[str]:
        with self._db.writing():
            self._outcomes.release(address.host, answer, now)
            self._outcomes.fail(address, error, 0.0, now)
        return {host_of(address.url), ""}

    # --- articles -------------------------------------------------------------------------

    def _page(self, address: Address, answer: Answer, now: float) -> set[str]:
        try:
            article = article_of_page(answer, address, self._plan.source(address.top))
        except ReadError as error:
            return self._failed(address, answer, error, now)
        with self._db.writing():
            self._outcomes.release(address.host, answer, now)
        self._hold(Held(address, article, answer), now)
        return {host_of(address.url)}

    def _hold_entry(self, address: Address, now: float) -> None:
        article = article_of_entry(address)
        if article is None:
            with self._db.writing():
                error = ReadError("no-text", "its feed carries no text")
                self._outcomes.give_up(address, error, State.GIVEN_UP, now)
        else:
            self._hold(Held(address, article, None), now)
        self._schedule("")

    def _hold(self, held: Held, now: float) -> None:
        """Have an article stored with the next few, unless it is known by another address."""
        names = names_of(held.article, held.address.url, held.answer)
        if {one.key for one in names} & {one.article.key for one in self._held}:
            self._flush()
        named = self._named(held.address, names)
        if named is None:
            with self._db.writing():
                self._outcomes.read(held.address, None, held.answer, now, last=True)
            return
        self._held_since = self._held_since if self._held else now
        self._held.append(replace(held, article=named))

    def _named(self, address: Address, names: Sequence[Article]) -> Article | None:
        """Return an article under the first of its names that is its own; ``None`` for a copy.

        A name that is the address of another article of the list is that one's. Where two
        articles claim one name, the site is wrong about it, and each goes by its own.
        """
        kept = next((one for one in names if one.key == address.article), None)
        if kept is not None:
            return kept
        for one in names:
            if state.is_taken(self._db, one.key):
                if self._is_same(one):
                    return None
            elif one.url == address.url or not state.is_waiting(self._db, one.url or ""):
                return one
        return names[-1]

    def _is_same(self, article: Article) -> bool:
        there = self._store.article(article.key)
        known = there.reading.article if there else None
        if known is None or known.raw == article.raw:
            return True
        headline = article.title or ""
        return len(headline.split()) >= _HEADLINE_WORDS and known.title == headline

    def _flush_if_due(self) -> None:
        waited = self._clock.now() - self._held_since >= _BATCH_SECONDS
        if self._held and (len(self._held) >= _BATCH or waited or not self._busy):
            self._flush()

    def _flush(self) -> None:
        """Store the articles that wait, and write their addresses off with them."""
        held, self._held = self._held, []
        if not held:
            return
        now = self._clock.now()
        left = {one.article.key: one for one in held}

        def also(done: Sequence[Ingested]) -> None:
            for one in done:
                self._write_off(left[one.id], one, now)

        done = self._intake.put([one.article for one in held], self._extract, also)
        for one in done:
            if one.outcome is Outcome.STORED:
                self._tell(left[one.id].address.url, f"{one.statements} statements")
        for host in {"", *(host_of(one.address.url) for one in held)}:
            self._schedule(host)

    def _write_off(self, held: Held, done: Ingested, now: float) -> None:
        if done.failure is None:
            last = held.answer is None
            self._outcomes.read(held.address, done.id, held.answer, now, last=last)
        else:
            error = ReadError(done.failure.code, done.failure.message)
            self._outcomes.give_up(held.address, error, State.GIVEN_UP, now)


def _tells_rules(answer: Answer) -> bool:
    """Whether an answer says what robots may do: rules, or that there are none (RFC 9309)."""
    return answer.status == 200 or (400 <= answer.status < 500 and answer.status != 429)
