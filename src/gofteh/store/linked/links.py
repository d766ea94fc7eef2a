"""Everything that callers do with who is who and what is the same: ``store.links``."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from gofteh.link.authorities import AuthorityEntry
from gofteh.store.database import Database
from gofteh.store.linked import people, stories
from gofteh.store.linked.again import link_all_again
from gofteh.store.linked.authorities import take_over
from gofteh.store.linked.records import (
    Copies,
    Doubtful,
    Family,
    HeldOffice,
    PersonHead,
    PersonProfile,
    Ruling,
    RulingKind,
    Suggestion,
)
from gofteh.store.linked.rulings import rule, rulings, undo
from gofteh.store.records import Page, StoredStatement

_ID_BYTES = 8
_LIMIT = 20


class Links:
    """Persons, families and rulings of an open store; for the same thread."""

    def __init__(self, db: Database, now: Callable[[], str]) -> None:
        self._db, self._now = db, now

    # --- persons --------------------------------------------------------------------------

    def persons(
        self, name: str = "", cursor: str | None = None, limit: int = _LIMIT
    ) -> Page[PersonHead]:
        """Return persons, the most quoted first; with ``name``, those of the name or surname."""
        return people.persons(self._db, name, cursor, limit)

    def names_like(self, start: str, limit: int = 8) -> tuple[tuple[PersonHead, str], ...]:
        """Return persons whose name or surname begins so, each with the commonest office."""
        with self._db.reading():
            return people.names_like(self._db, start, limit)

    def main_offices(self, persons: Iterable[str]) -> dict[str, HeldOffice]:
        """Return by id the office that most articles give each of some persons, if any does."""
        return people.main_offices(self._db, tuple(persons))

    def person(self, id_: str) -> PersonProfile | None:
        """Return names, offices by period, outlets and days of a person; former ids lead there."""
        with self._db.reading():
            return people.person(self._db, id_)

    def person_head(self, id_: str) -> PersonHead | None:
        """Return a person's name and number of statements."""
        return people.person_head(self._db, id_)

    def statements_of(
        self, person: str, cursor: str | None = None, limit: int = _LIMIT, *, oldest: bool = False
    ) -> Page[StoredStatement]:
        """Return a page of what a person said over all articles, the newest (or oldest) first.

        Of the oldest, those without a day are none.
        """
        with self._db.reading():
            return people.statements_of(self._db, person, cursor, limit, oldest=oldest)

    def suggestions(self, person: str | None = None, limit: int = 50) -> tuple[Suggestion, ...]:
        """Return who may be the same, of one person or of all; what a human ruled is left out."""
        with self._db.reading():
            return people.suggestions(self._db, person, limit)

    def doubtful(
        self, cursor: str | None = None, limit: int = _LIMIT, *, offices: bool = False
    ) -> Page[Doubtful]:
        """Return speakers of articles of whom it is not sure who they are, the newest first.

        With ``offices`` those who are called by an office alone, without all others.
        """
        with self._db.reading():
            return people.doubtful(self._db, cursor, limit, offices=offices)

    # --- families -------------------------------------------------------------------------

    def family(self, id_: str) -> Family | None:
        """Return one statement in all articles that tell it, the earliest first."""
        with self._db.reading():
            return stories.family(self._db, id_)

    def siblings(self, statement: str) -> Family | None:
        """Return the family of a statement; ``None`` for one that stands alone."""
        with self._db.reading():
            return stories.siblings(self._db, statement)

    def repeats(self, statement: str) -> tuple[StoredStatement, ...]:
        """Return what the same person said with the same words on other occasions, before."""
        with self._db.reading():
            return stories.repeats(self._db, statement)

    def copies(self, article: str) -> Copies | None:
        """Return the articles of the same text; ``None`` where no other has it."""
        with self._db.reading():
            return stories.copies(self._db, article)

    # --- rulings --------------------------------------------------------------------------

    def rule(
        self,
        kind: RulingKind,
        *,
        subject: str | None = None,
        object_: str | None = None,
        article_id: str | None = None,
        name: str | None = None,
        note: str | None = None,
        author: str | None = None,
        by: str | None = None,
    ) -> Ruling:
        """Keep what a human says of who is who, and show it from now on (see `RulingKind`).

        Raises `RulingError` where it names a person, statement or speaker that is not there.
        """
        id_ = secrets.token_hex(_ID_BYTES)
        told = (subject, object_, article_id, name, note, author)
        return self.put_ruling(Ruling(id_, kind, *told, self._now()), by=by)

    def put_ruling(self, ruling: Ruling, *, by: str | None = None) -> Ruling:
        """Keep a ruling that was made elsewhere; one whose id is known changes nothing."""
        made = ruling if ruling.created else replace(ruling, created=self._now())
        return rule(self._db, made, by)

    def undo(self, ruling_id: str, *, by: str | None = None) -> bool:
        """Take a ruling back; return whether it was in force. It stays in the list, as undone."""
        return undo(self._db, ruling_id, self._now(), by)

    def rulings(self, limit: int = 100, *, undone: bool = True) -> tuple[Ruling, ...]:
        """Return the newest rulings, the newest first."""
        return rulings(self._db, limit, undone=undone)

    # --- anew -----------------------------------------------------------------------------

    def link_again(self) -> Iterator[int]:
        """Link the whole store anew, in one transaction; yield how many articles a pass has done.

        The answer does not depend on the order in which articles came. Ids and rulings stay.
        """
        return link_all_again(self._db)

    def take_over(self, entries: Iterable[AuthorityEntry]) -> Iterator[int]:
        """Put what authorities know into the store; yield how many of each batch.

        `gofteh.link.authorities.read_authority` reads them. The store is to be linked again then.
        """
        return take_over(self._db, entries)

    def counts(self) -> tuple[int, int, int]:
        """Return how many articles, persons who speak, and families there are."""
        tables = ("article", "person WHERE statements > 0", "family")
        found = [self._db.rows(f"SELECT count(*) FROM {table}")[0][0] for table in tables]
        return found[0], found[1], found[2]
