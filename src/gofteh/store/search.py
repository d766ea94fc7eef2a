"""Queries answered: keys from the index, rows by their keys, facets over the newest.

Newest first costs nothing, whatever the query (`gofteh.store.moments`). Relevance must look at
every hit, so where there are too many it is worked out within the newest of them.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from gofteh.store import respell
from gofteh.store.database import Database, Index, Match
from gofteh.store.entries import batches, marks
from gofteh.store.moments import FIRST_DATED, LAST_KEY, day_of, first_key
from gofteh.store.query import QueryError, parse
from gofteh.store.read import (
    outlet_key,
    person_key,
    speaker_key,
    stored_article,
    stored_article_heads,
    stored_statements,
)
from gofteh.store.records import ArticleHit, Count, Facet, Facets, Hit, Page, StoredArticle
from gofteh.store.snippets import snippet
from gofteh.store.sought import sought
from gofteh.store.tags import (
    act_tag,
    confidence_tags,
    kind_tag,
    manner_tag,
    outlet_tag,
    speaker_tag,
)

MAX_PAGE = 200
# Counts stop here; facets look at so many of the newest; relevance ranks so many at most.
COUNTED = 10_000
_FACET_WINDOW = 5_000
RANKED = 10_000
_FACET_VALUES = 12


class Order(StrEnum):
    """How results are sorted."""

    NEWEST = "newest"
    OLDEST = "oldest"
    BEST = "best"


@dataclass(frozen=True, slots=True)
class Query:
    """What to search for. Filters of several values match any of them; all filters must match.

    ``words`` as in `gofteh.store.query`; ``speaker`` is the id of a person over all articles, or
    of everything under one name; ``speaker_name`` are words of the name, role or body;
    ``outlets`` are names; ``min_confidence`` goes in steps of 0.05; ``since`` and ``until`` are
    days in Tehran, both included, and leave the undated out; ``undated`` leaves all others out.
    """

    words: str = ""
    speaker: str | None = None
    speaker_name: str = ""
    outlets: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    manners: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    min_confidence: float = 0.0
    since: dt.date | None = None
    until: dt.date | None = None
    order: Order = Order.NEWEST
    undated: bool = False


def search(db: Database, query: Query, cursor: str | None, limit: int) -> Page[Hit]:
    """Return a page of statements. Raises `QueryError` for a query or cursor that is none."""
    with db.reading():
        match, node = _match(db, query), sought(query.words)
        keys, following = _page(db, Index.STATEMENTS, match, query.order, cursor, limit)
        stored = stored_statements(db, keys)
    hits = (Hit(one, snippet(one.said, node)) for one in stored)
    return Page(tuple(hits), following)


def search_articles(db: Database, query: Query, cursor: str | None, limit: int) -> Page[ArticleHit]:
    """Return a page of articles; of the filters, those of outlets and days count."""
    with db.reading():
        match, node = _article_match(db, query), sought(query.words)
        keys, following = _page(db, Index.ARTICLES, match, query.order, cursor, limit)
        heads = stored_article_heads(db, keys)
    hits = (ArticleHit(head, snippet(raw, node)) for head, raw in heads)
    return Page(tuple(hits), following)


def within(db: Database, query: Query, first: int, last: int) -> list[int]:
    """Return the keys of the statements from one key to another that match, the newest first."""
    match = _match(db, query)
    if match is None:
        return []
    bounded = replace(match, first=max(match.first, first), last=min(match.last, last))
    return db.matching(Index.STATEMENTS, bounded, COUNTED)


def count(db: Database, query: Query) -> Count:
    """Return how many statements match, exactly up to `COUNTED`."""
    match = _match(db, query)
    found = 0 if match is None else len(db.matching(Index.STATEMENTS, match, COUNTED + 1))
    return Count(min(found, COUNTED), found <= COUNTED)


def count_articles(db: Database, query: Query) -> Count:
    """Return how many articles match, exactly up to `COUNTED`, by what `search_articles` counts."""
    with db.reading():
        match = _article_match(db, query)
        found = 0 if match is None else len(db.matching(Index.ARTICLES, match, COUNTED + 1))
    return Count(min(found, COUNTED), found <= COUNTED)


def counts(
    db: Database, query: Query, days: Sequence[tuple[dt.date, dt.date]]
) -> tuple[Count, ...]:
    """Return for each range of days how many statements of it match, as `count` tells it.

    One look at the newest is enough for all ranges that lie among them.
    """
    match = _match(db, query)
    keys = [] if match is None else db.matching(Index.STATEMENTS, match, COUNTED + 1)
    keys.reverse()
    found = []
    for since, until in days:
        within = replace(query, since=since, until=until)
        first, last = _bounds(within)
        if len(keys) > COUNTED and first < keys[0]:
            found.append(count(db, within))
        else:
            number = bisect_right(keys, last) - bisect_left(keys, first)
            found.append(Count(min(number, COUNTED), number <= COUNTED))
    return tuple(found)


def days_of_all(db: Database, query: Query) -> tuple[dt.date, dt.date] | None:
    """Return the days of the oldest and the newest that match; ``None`` where none has a date."""
    match = _match(db, query)
    if match is None or match.last < FIRST_DATED:
        return None
    dated = replace(match, first=max(match.first, FIRST_DATED))
    ends = [db.matching(Index.STATEMENTS, dated, 1, oldest=oldest) for oldest in (True, False)]
    first, last = (day_of(keys[0]) if keys else None for keys in ends)
    return (first, last) if first and last else None


def respelled(db: Database, query: Query, index: Index) -> Query | None:
    """Return what a query may have been meant for, if that finds more; ``None`` where it is fine.

    Its words and those of the speaker's name are looked at; see `gofteh.store.respell`.
    """
    with db.reading():
        words = respell.respelled(db, index, query.words)
        name = respell.respelled(db, Index.STATEMENTS, query.speaker_name)
        if words is None and name is None:
            return None
        meant = replace(query, words=words or query.words, speaker_name=name or query.speaker_name)
        matched = (_match if index is Index.STATEMENTS else _article_match)(db, meant)
        return meant if matched and db.matching(index, matched, 1) else None


def facets(db: Database, query: Query) -> Facets:
    """Return what the newest results can be narrowed to, the commonest values first."""
    with db.reading():
        match = _match(db, query)
        limit = _FACET_WINDOW + 1
        keys = [] if match is None else db.matching(Index.STATEMENTS, match, limit)
        exact = len(keys) <= _FACET_WINDOW
        return _facets(db, keys[:_FACET_WINDOW], exact=exact)


def _facets(db: Database, keys: Sequence[int], *, exact: bool) -> Facets:
    counts: tuple[Counter[object], ...] = tuple(Counter() for _ in _FACETS.split(","))
    for part in batches(keys):
        rows = db.rows(f"SELECT {_FACETS} {_WITH_PERSON} ({marks(part)})", part)
        # By columns: whole ones are counted without a step of Python for each value.
        for counter, column in zip(counts, zip(*rows, strict=True), strict=False):
            counter.update(column)
    persons = _labelled(db, "SELECT key, id, coalesce(given, name) FROM person", counts[0])
    named = _labelled(db, "SELECT key, id, name FROM speaker", counts[1])
    outlets = _labelled(db, "SELECT key, name, name FROM outlet", counts[2])
    kinds, manners, acts = map(_plain, counts[3:])
    return Facets(len(keys), exact, _most(persons + named), outlets, kinds, manners, acts)


# Whoever is known over all articles is counted as a person, anybody else by the name.
_FACETS = (
    "n.person, CASE WHEN n.person IS NULL THEN s.speaker END, s.outlet, s.kind, s.manner, s.act"
)
_WITH_PERSON = (
    "FROM statement s LEFT JOIN naming n ON n.article = s.article AND n.number = s.voice "
    "WHERE s.key IN"
)


def _most(facets: Sequence[Facet]) -> tuple[Facet, ...]:
    return tuple(sorted(facets, key=lambda one: (-one.count, one.label))[:_FACET_VALUES])


def _plain(counter: Counter[object]) -> tuple[Facet, ...]:
    return tuple(Facet(str(value), str(value), number) for value, number in counter.most_common())


def _labelled(db: Database, sql: str, counter: Counter[object]) -> tuple[Facet, ...]:
    common = [(key, number) for key, number in counter.most_common() if key is not None]
    keys = [key for key, _ in common[:_FACET_VALUES]]
    if not keys:
        return ()
    found = {
        key: (value, label)
        for key, value, label in db.rows(f"{sql} WHERE key IN ({marks(keys)})", keys)
    }
    return tuple(Facet(*found[key], number) for key, number in common[:_FACET_VALUES])


def _match(db: Database, query: Query) -> Match | None:
    """Return what the index is asked for; ``None`` where nothing can match."""
    groups, person = _said_by(db, query.speaker)
    groups += _outlets(db, query)
    groups += [tuple(map(kind_tag, query.kinds))] if query.kinds else []
    groups += [tuple(map(manner_tag, query.manners))] if query.manners else []
    groups += [tuple(map(act_tag, query.acts))] if query.acts else []
    if query.min_confidence > 0:
        groups.append(confidence_tags(query.min_confidence))
    if not all(groups):
        return None
    first, last = _bounds(query)
    _require_plain(groups)
    who = parse(query.speaker_name)  # a name has no other number: کریمی is not کریمیان
    return Match(sought(query.words), who, tuple(groups), first, last, person)


def _said_by(db: Database, id_: str | None) -> tuple[list[tuple[str, ...]], int | None]:
    """Return the tags of all names of a speaker, and the row key of a person.

    A person and everything under the full name have one id: the person is meant. An empty group of
    tags stands for a speaker who is not there.
    """
    if id_ is None:
        return [], None
    if (person := person_key(db, id_)) is not None:
        rows = db.rows(_NAMES_OF, (person,))
        return [tuple(speaker_tag(key) for (key,) in rows if key is not None)], person
    speaker = speaker_key(db, id_)
    return [() if speaker is None else (speaker_tag(speaker),)], None


_NAMES_OF = (
    "SELECT DISTINCT s.speaker FROM naming n JOIN statement s "
    "ON s.article = n.article AND s.voice = n.number WHERE n.person = ?"
)


def _article_match(db: Database, query: Query) -> Match | None:
    groups = _outlets(db, query)
    if not all(groups):
        return None
    first, last = _bounds(query)
    return Match(sought(query.words), None, tuple(groups), first, last)


def _outlets(db: Database, query: Query) -> list[tuple[str, ...]]:
    keys = [outlet_key(db, name) for name in query.outlets]
    tags = tuple(outlet_tag(key) for key in keys if key is not None)
    return [tags] if query.outlets else []


def _require_plain(groups: Sequence[tuple[str, ...]]) -> None:
    """Raise `QueryError` for a filter's value that is no word: it would break out of its tag."""
    for tag in (tag for group in groups for tag in group):
        if not tag.replace("_", "").isalnum():
            raise QueryError(f"{tag[2:]!r} is no value to filter by.")


def _bounds(query: Query) -> tuple[int, int]:
    """Return the first and the last key of the days asked for; without any, of all."""
    if query.undated:
        return 0, FIRST_DATED - 1
    if query.since is None and query.until is None:
        return 0, LAST_KEY
    first = first_key(query.since) if query.since else FIRST_DATED
    try:
        last = first_key(query.until + dt.timedelta(days=1)) - 1 if query.until else LAST_KEY
    except OverflowError:  # the day after the last day that there is
        last = LAST_KEY
    return max(first, FIRST_DATED), min(last, LAST_KEY)


def _page(
    db: Database, index: Index, match: Match | None, order: Order, cursor: str | None, limit: int
) -> tuple[list[int], str | None]:
    """Return the keys of a page and the cursor of the next."""
    if not 1 <= limit <= MAX_PAGE:
        raise QueryError(f"a page has 1 to {MAX_PAGE} results, not {limit}.")
    if match is None:
        return [], None
    if order is Order.BEST and match.words is not None:
        return _best(db, index, match, cursor, limit)
    oldest = order is Order.OLDEST
    if cursor:
        key = _place(cursor, "k")
        if oldest:
            match = replace(match, first=max(match.first, key + 1))
        else:
            match = replace(match, last=min(match.last, key - 1))
    keys = db.matching(index, match, limit + 1, oldest=oldest)
    return keys[:limit], f"k{keys[limit - 1]:x}" if len(keys) > limit else None


def _best(
    db: Database, index: Index, match: Match, cursor: str | None, limit: int
) -> tuple[list[int], str | None]:
    """Return a page by relevance, within the newest `RANKED` hits where there are more."""
    newest = db.matching(index, match, RANKED)
    if len(newest) == RANKED:
        match = replace(match, first=newest[-1])
    at = _place(cursor, "r") if cursor else 0
    keys = db.ranked(index, match, at + limit + 1)[at:]
    return keys[:limit], f"r{at + limit:x}" if len(keys) > limit else None


def _place(cursor: str, sort: str) -> int:
    try:
        place = int(cursor[1:], 16)
    except ValueError:
        place = -1
    if cursor[:1] != sort or not 0 <= place <= LAST_KEY:
        raise QueryError("this cursor is none of this search. Start from the first page.")
    return place


def each_article(db: Database, query: Query) -> Iterator[StoredArticle]:
    """Yield the articles that match (words, outlets, days), oldest first, one at a time."""
    match = _article_match(db, query)
    while match is not None:
        keys = db.matching(Index.ARTICLES, match, MAX_PAGE, oldest=True)
        for key in keys:
            found = _if_there(db, key)
            if found is not None:
                yield found
        match = replace(match, first=keys[-1] + 1) if len(keys) == MAX_PAGE else None


def _if_there(db: Database, key: int) -> StoredArticle | None:
    """Return an article; ``None`` if it was deleted while others were read."""
    with db.reading():
        there = db.rows("SELECT 1 FROM article WHERE key = ?", (key,))
        return stored_article(db, key) if there else None
