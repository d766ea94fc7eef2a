"""Persons over all articles, for readers: who they are, what they said, who may be the same."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from collections.abc import Iterable, Sequence

from gofteh.persons.names import folded_words, parse_name
from gofteh.persons.records import Form
from gofteh.store.database import Database, Row
from gofteh.store.entries import batches, marks
from gofteh.store.linked.records import (
    Doubtful,
    HeldOffice,
    PersonHead,
    PersonProfile,
    Suggestion,
)
from gofteh.store.moments import FIRST_DATED, LAST_KEY, MINUTES_A_DAY, NUMBER_BITS, day_of_number
from gofteh.store.query import QueryError, place_of
from gofteh.store.read import person_key, stored_article_heads, stored_statements
from gofteh.store.records import Page, StoredStatement

_A_DAY = MINUTES_A_DAY << NUMBER_BITS
# Names of a person are those of so many of the newest articles, suggestions those of so many
# doubts.
_NEWEST = 5_000
_DOUBTS = 2_000
_SURE = 0.75
_CREDIBLE = 0.05
_MOST_KEYS, _MOST_ALIKE = 100, 10
# Letters of a name that is being typed.
_SHORTEST_START, _LONGEST_START = 2, 100
_LONGEST_KEY = len(str(LAST_KEY))
_HEAD = "p.id, coalesce(p.given, p.name), p.form, p.statements"
# Whoever reads what a naming stands for, and what was said by it.
_SPOKEN = (
    "FROM naming n JOIN statement s ON s.article = n.article AND s.voice = n.number "
    "WHERE n.person = ? AND s.state <> 'rejected'"
)


def persons(db: Database, name: str, cursor: str | None, limit: int) -> Page[PersonHead]:
    """Return persons, the most quoted first; with ``name``, those who are called so or begin so."""
    at = place_of(cursor) if cursor is not None else 0
    where, values = "p.statements > 0", []
    if words := folded_words(name):
        # Letters of the name, its surname, or the office: the keys by which persons are found.
        joined = "".join(parse_name(name).words) or "".join(words)
        where += " AND p.key IN (SELECT person FROM person_key WHERE name IN (?, ?, ?, ?))"
        values = [f"{kind}:{joined}" for kind in "nslb"]
    rows = db.rows(
        f"SELECT {_HEAD} FROM person p WHERE {where} ORDER BY p.statements DESC, p.key "
        "LIMIT ? OFFSET ?",
        (*values, limit + 1, at),
    )
    heads = tuple(PersonHead(*row) for row in rows[:limit])
    return Page(heads, str(at + limit) if len(rows) > limit else None)


def names_like(db: Database, start: str, limit: int) -> tuple[tuple[PersonHead, str], ...]:
    """Return persons whose name or surname begins so, with their commonest office or ``""``.

    The most quoted first; nothing for less than two letters, which too many names begin with.
    """
    joined = "".join(parse_name(start).words) or "".join(folded_words(start))
    if len(joined) < _SHORTEST_START:
        return ()
    found: dict[int, PersonHead] = {}
    for kind in "ns":
        begins, values = db.beginning("k.name", f"{kind}:{joined[:_LONGEST_START]}")
        rows = db.rows(
            f"SELECT DISTINCT p.key, {_HEAD} FROM person_key k JOIN person p ON p.key = k.person "
            f"WHERE {begins} AND p.statements > 0 ORDER BY p.statements DESC, p.key LIMIT ?",
            (*values, limit),
        )
        found |= {row: PersonHead(*head) for row, *head in rows}
    best = sorted(found, key=lambda row: (-found[row].statements, row))[:limit]
    offices = {row: _office(db, row) for row in best}
    return tuple((found[row], offices[row]) for row in best)


def _office(db: Database, row: int) -> str:
    sql = "SELECT label FROM office WHERE person = ? ORDER BY articles DESC, label LIMIT 1"
    return next((label for (label,) in db.rows(sql, (row,))), "")


def main_offices(db: Database, ids: Sequence[str]) -> dict[str, HeldOffice]:
    """Return by id the office that most articles give each of some persons, of those with one."""
    found: dict[str, HeldOffice] = {}
    for part in batches(sorted(set(ids))):
        rows = db.rows(
            "SELECT p.id, o.label, o.articles, o.first, o.last, o.source FROM office o "
            f"JOIN person p ON p.key = o.person WHERE p.id IN ({marks(part)}) "
            "ORDER BY o.articles DESC, o.label",
            part,
        )
        for id_, label, articles, first, last, source in rows:
            found.setdefault(id_, HeldOffice(label, articles, _day(first), _day(last), source))
    return found


def person(db: Database, id_: str) -> PersonProfile | None:
    """Return what is known of a person; ``None`` where there is none."""
    row = person_key(db, id_)
    if row is None:
        return None
    names = db.rows(
        "SELECT name, count(*) FROM (SELECT v.name FROM naming n JOIN voice v "
        "ON v.article = n.article AND v.number = n.number WHERE n.person = ? "
        "ORDER BY n.article DESC LIMIT ?) newest GROUP BY name ORDER BY 2 DESC, 1",
        (row, _NEWEST),
    )
    outlets = db.rows(
        f"SELECT o.name, c.number FROM (SELECT s.outlet AS outlet, count(*) AS number {_SPOKEN} "
        "GROUP BY s.outlet) c JOIN outlet o ON o.key = c.outlet ORDER BY 2 DESC, 1",
        (row,),
    )
    days = db.rows(f"SELECT s.key / {_A_DAY}, count(*) {_SPOKEN} GROUP BY 1 ORDER BY 1", (row,))
    known = db.rows("SELECT id FROM authority WHERE person = ? ORDER BY id", (row,))
    return PersonProfile(
        head=heads(db, [row])[row],
        names=tuple((name, number) for name, number in names),
        offices=_offices(db, row),
        outlets=tuple((name, number) for name, number in outlets),
        days=tuple((day_of_number(day), number) for day, number in days),
        merged=_merged(db, row),
        authorities=tuple(id_ for (id_,) in known),
    )


def person_head(db: Database, id_: str) -> PersonHead | None:
    """Return a person's name and number of statements, at less cost than `person`."""
    row = person_key(db, id_)
    return None if row is None else heads(db, [row])[row]


def heads(db: Database, rows: Sequence[int]) -> dict[int, PersonHead]:
    """Return the heads of persons by their row keys."""
    found: dict[int, PersonHead] = {}
    for part in batches(rows):
        sql = f"SELECT p.key, {_HEAD} FROM person p WHERE p.key IN ({marks(part)})"
        found |= {row: PersonHead(*head) for row, *head in db.rows(sql, part)}
    return found


def statements_of(
    db: Database, id_: str, cursor: str | None, limit: int, *, oldest: bool = False
) -> Page[StoredStatement]:
    """Return a page of a person's statements over all articles, the newest (or oldest) first.

    Of the oldest, those without a day are none.
    """
    row = person_key(db, id_)
    if row is None:
        return Page(())
    at = _key_of(cursor) if cursor is not None else (FIRST_DATED - 1 if oldest else LAST_KEY)
    sql = (
        f"SELECT s.key {_SPOKEN} AND s.key {'>' if oldest else '<'} ? AND n.article "
        f"{'>=' if oldest else '<='} ? "
        f"ORDER BY s.key {'ASC' if oldest else 'DESC'} LIMIT ?"
    )
    # Keys of an article and of its statements lie in the same minute.
    minute = (at >> NUMBER_BITS) << NUMBER_BITS
    bound = minute if oldest else minute + (1 << NUMBER_BITS) - 1
    keys = [key for (key,) in db.rows(sql, (row, at, min(bound, LAST_KEY), limit + 1))]
    found = tuple(stored_statements(db, keys[:limit]))
    return Page(found, str(keys[limit - 1]) if len(keys) > limit else None)


def _key_of(cursor: str) -> int:
    """Return the row key that a cursor holds."""
    if not cursor.isascii() or not cursor.isdecimal() or len(cursor) > _LONGEST_KEY:
        raise QueryError("this cursor is none of this list. Start from the first page.")
    return min(int(cursor), LAST_KEY)


def _offices(db: Database, row: int) -> tuple[HeldOffice, ...]:
    """The offices of a person and of those for whom he stands, the last held first.

    Roles are misread at times: an office that few of the articles give is left out.
    """
    found: dict[str, HeldOffice] = {}
    sql = (
        "SELECT o.name, o.label, o.articles, o.first, o.last, o.source FROM office o "
        "WHERE o.person = ? OR o.person IN (SELECT n.found FROM naming n WHERE n.person = ?)"
    )
    for name, label, articles, first, last, source in db.rows(sql, (row, row)):
        one = HeldOffice(label, articles, _day(first), _day(last), source)
        found[name] = _both(found[name], one) if name in found else one
    least = _CREDIBLE * max((one.articles for one in found.values()), default=0)
    kept = (one for one in found.values() if one.source or one.articles >= least)
    return tuple(
        sorted(kept, key=lambda one: (one.last or dt.date.min, one.articles), reverse=True)
    )


def _both(one: HeldOffice, other: HeldOffice) -> HeldOffice:
    firsts = [day for day in (one.first, other.first) if day]
    lasts = [day for day in (one.last, other.last) if day]
    return HeldOffice(
        one.office,
        one.articles + other.articles,
        min(firsts, default=None),
        max(lasts, default=None),
        one.source or other.source,
    )


def _merged(db: Database, row: int) -> tuple[PersonHead, ...]:
    sql = "SELECT DISTINCT found FROM naming WHERE person = ? AND found <> ?"
    rows = [found for (found,) in db.rows(sql, (row, row))]
    there = heads(db, rows)
    return tuple(there[found] for found in sorted(rows))


def suggestions(db: Database, id_: str | None = None, limit: int = 50) -> tuple[Suggestion, ...]:
    """Return who may be the same: of one person, or of all; what moves most statements first.

    Looked at are the newest doubts, each by how likely the two are one and by how many statements
    the lesser of the two has. Whom a human said to be two, or one, is asked for no more.
    """
    where, values = "n.others <> '[]'", []
    if id_ is not None:
        row = person_key(db, id_)
        anchors = db.rows("SELECT anchor FROM person WHERE key = ?", (row,))
        if not anchors:
            return ()
        # An anchor holds no sign that LIKE takes for its own.
        where += " AND (n.person = ? OR n.others LIKE ?)"
        values = [row, f'%"{anchors[0][0]}"%']
    rows = db.rows(
        f"SELECT n.person, n.others, n.reason, n.confidence FROM naming n WHERE {where} "
        "AND n.person IS NOT NULL ORDER BY n.article DESC LIMIT ?",
        (*values, _DOUBTS),
    )
    asked = _suggested(db, rows, limit)
    return (*asked, *_of_like_names(db, id_, asked))[:limit] if id_ is not None else asked


# Which key of somebody leads to whom else, and why: a bare surname that came before the full name
# was known is asked for here, and so are namesakes.
_LIKE = (
    ("n:", "s:", "surname", "full", "the same surname"),
    ("s:", "n:", "full", "surname", "the same surname"),
    ("n:", "n:", "full", "full", "the same full name"),
)


def _of_like_names(db: Database, id_: str, asked: Sequence[Suggestion]) -> list[Suggestion]:
    """Return those whose name may be this person's, and who are not asked for already."""
    row = person_key(db, id_)
    (form,) = db.rows("SELECT form FROM person WHERE key = ?", (row,))[0]
    keys = [name for (name,) in db.rows("SELECT name FROM person_key WHERE person = ?", (row,))]
    known = {one.other.id for one in asked} | {one.person.id for one in asked} | {id_}
    apart, found = _apart(db), []
    head = heads(db, [row])[row] if row is not None else None
    for mine, theirs, of, other_form, reason in _LIKE:
        wanted = [theirs + name.removeprefix(mine) for name in keys if name.startswith(mine)]
        if head is None or form != of or not wanted:
            continue
        for other in _under(db, wanted[:_MOST_KEYS], other_form):
            if other.id not in known and frozenset((head.id, other.id)) not in apart:
                known.add(other.id)
                found.append(Suggestion(head, other, reason, 0, 0.0))
    return found


def _under(db: Database, keys: Sequence[str], form: str) -> list[PersonHead]:
    rows = db.rows(
        f"SELECT DISTINCT {_HEAD} FROM person_key k JOIN person p ON p.key = k.person "
        f"WHERE k.name IN ({marks(keys)}) AND p.form = ? AND p.statements > 0 "
        "ORDER BY p.statements DESC, p.id LIMIT ?",
        (*keys, form, _MOST_ALIKE),
    )
    return [PersonHead(*row) for row in rows]


def _suggested(db: Database, rows: Sequence[Row], limit: int) -> tuple[Suggestion, ...]:
    pairs: Counter[tuple[int, int]] = Counter()
    reasons: dict[tuple[int, int], str] = {}
    likely: dict[tuple[int, int], float] = {}
    stand = _standing_rows(db, sorted({a for _, others, *_ in rows for a in json.loads(others)}))
    for one, others, reason, sure in rows:
        for other in {stand[a] for a in json.loads(others) if a in stand} - {one}:
            pair = (one, other)
            pairs[pair] += 1
            reasons.setdefault(pair, reason)
            likely[pair] = max(likely.get(pair, 0.0), round(1.0 - sure, 4))
    there = heads(db, sorted({row for pair in pairs for row in pair}))
    apart = _apart(db)
    found = [
        Suggestion(there[one], there[other], reasons[one, other], number, likely[one, other])
        for (one, other), number in pairs.items()
        if one in there and other in there
    ]
    found = [one for one in found if frozenset((one.person.id, one.other.id)) not in apart]
    return tuple(sorted(found, key=_weight)[:limit])


def _weight(one: Suggestion) -> tuple[float, int, str, str]:
    lesser = min(one.person.statements, one.other.statements)
    return -one.likelihood * lesser, -one.articles, one.person.id, one.other.id


def _standing_rows(db: Database, anchors: Sequence[str]) -> dict[str, int]:
    """Return the rows of the persons who stand for some, by anchor."""
    found: dict[str, int] = {}
    for part in batches(anchors):
        sql = (
            "SELECT p.anchor, coalesce((SELECT n.person FROM naming n WHERE n.found = p.key "
            "AND n.person IS NOT NULL LIMIT 1), p.key) FROM person p "
            f"WHERE p.anchor IN ({marks(part)})"
        )
        found |= dict(db.rows(sql, part))
    return found


def _apart(db: Database) -> set[frozenset[str]]:
    sql = "SELECT subject, object FROM ruling WHERE kind = 'apart' AND undone IS NULL"
    return {frozenset(pair) for pair in db.rows(sql)}


def doubtful(
    db: Database, cursor: str | None, limit: int, *, offices: bool = False
) -> Page[Doubtful]:
    """Return speakers of whom it is not sure who they are, the newest first; ruled ones not.

    Either those who are named or, with ``offices``, those who are called by an office alone.
    """
    at = _key_of(cursor) if cursor is not None else LAST_KEY
    of = f"{{0}}.confidence < {_SURE} AND {{0}}.form {'=' if offices else '<>'} '{Form.OFFICE}'"
    rows = db.rows(
        "SELECT n.article, n.number, v.name, v.role, n.person, n.confidence, n.reason, n.others "
        "FROM naming n JOIN voice v ON v.article = n.article AND v.number = n.number "
        f"WHERE {of.format('n')} AND n.article < ? AND n.article IN (SELECT d.article "
        f"FROM naming d WHERE {of.format('d')} AND d.article < ? "
        "ORDER BY d.article DESC LIMIT ?) ORDER BY n.article DESC, n.number",
        (at, at, limit + 1),
    )
    articles = list(dict.fromkeys(row[0] for row in rows))
    # A page ends with an article.
    whole = rows if len(rows) <= limit else _whole(rows, limit)
    found = tuple(_doubts(db, whole))
    more = len(whole) < len(rows) or len(articles) > limit
    return Page(found, str(whole[-1][0]) if whole and more else None)


def _whole(rows: Sequence[Row], limit: int) -> Sequence[Row]:
    """The rows of as many whole articles as a page takes, of one at least."""
    kept = [row for row in rows if row[0] != rows[limit][0] or row[0] == rows[0][0]]
    return [row for row in kept if row[0] >= rows[limit][0]]


def _doubts(db: Database, rows: Sequence[Row]) -> Iterable[Doubtful]:
    articles = list(dict.fromkeys(row[0] for row in rows))
    titles = dict(
        zip(articles, (head for head, _ in stored_article_heads(db, articles)), strict=True)
    )
    stand = _standing_rows(db, sorted({a for row in rows for a in json.loads(row[7])}))
    there = heads(db, sorted({*stand.values(), *(row[4] for row in rows if row[4] is not None)}))
    for article, number, name, role, row, confidence, reason, others in rows:
        maybe = dict.fromkeys(stand[a] for a in json.loads(others) if a in stand)
        yield Doubtful(
            article=titles[article],
            number=number,
            name=name,
            role=role,
            person=there.get(row),
            confidence=confidence,
            reason=reason,
            others=tuple(there[one] for one in maybe if one != row),
        )


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
