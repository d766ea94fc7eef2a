"""What a speaker speaks of, as the frequent words of the statements; and what was repeated."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from gofteh.lexicon.common import COMMON
from gofteh.store import StoredStatement
from gofteh.text.terms import Terms, terms_of

_SHORTEST = 3
_ONCE = 2  # a word that a single statement has is no topic


# Some seven persons' newest statements: a page counts their words twice, and is opened again.
_KEPT = 1500


@lru_cache(_KEPT)
def _terms(content: str) -> Terms:
    return terms_of(content)


@dataclass(frozen=True, slots=True)
class Topic:
    """A word as it is mostly written, and how many statements have it."""

    word: str
    statements: int


@dataclass(frozen=True, slots=True)
class Repeated:
    """Words that several articles give in the same way: the newest, and by how many outlets."""

    stored: StoredStatement
    articles: int
    outlets: int


def topics(contents: Sequence[str], name: str = "", limit: int = 24) -> tuple[Topic, ...]:
    """Return the words that the most contents have, without common words and the speaker's name."""
    left_out = COMMON | set(terms_of(name).keys)
    found: Counter[str] = Counter()
    spelt: dict[str, Counter[str]] = {}
    for content in contents:
        terms = _terms(content)
        for key, place in {key: i for i, key in enumerate(terms.keys)}.items():
            if len(key) < _SHORTEST or key in left_out or not key.isalpha():
                continue
            found[key] += 1
            start, end = terms.raw_span(place, place)
            spelt.setdefault(key, Counter())[content[start:end]] += 1
    return tuple(
        Topic(spelt[key].most_common(1)[0][0], number)
        for key, number in found.most_common(limit)
        if number >= _ONCE
    )


def repeated(statements: Iterable[StoredStatement], limit: int = 5) -> tuple[Repeated, ...]:
    """Return what several articles report in the same words, most articles first."""
    groups: dict[tuple[str, ...], list[StoredStatement]] = {}
    for stored in statements:
        groups.setdefault(_terms(stored.said).keys, []).append(stored)
    found = [
        Repeated(
            group[0],
            len({one.article.id for one in group}),
            len({one.article.outlet for one in group}),
        )
        for group in groups.values()
    ]
    several = [one for one in found if one.articles > 1]
    return tuple(sorted(several, key=lambda one: -one.articles)[:limit])
