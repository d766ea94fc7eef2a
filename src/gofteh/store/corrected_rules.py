"""Which rules are corrected most, and what was corrected as data to learn from."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from gofteh.records.codec import reading_record
from gofteh.store.database import Database
from gofteh.store.jsonrecords import correction_record
from gofteh.store.read import article_key, corrections_of, stored_article
from gofteh.store.records import CorrectionKind, State

_MOST_RULES = 100


class Part(StrEnum):
    """What a rule decided: that and where something was said, or who said it."""

    STATEMENT = "statement"
    SPEAKER = "speaker"


@dataclass(frozen=True, slots=True)
class RuleFigures:
    """A rule, how many of its statements were corrected in what it decided, of how many."""

    rule: str
    part: Part
    corrected: int
    statements: int


def rule_figures(db: Database) -> tuple[RuleFigures, ...]:
    """Return the rules that were corrected, the most corrected first; reads all statements once.

    A statement counts once for a rule, however often it was corrected. ``statements`` are those
    that the store has of the rule now, and those of it that were corrected.
    """
    corrected: dict[tuple[Part, str], set[str]] = {}
    for kind, record in db.rows("SELECT kind, record FROM correction"):
        told = json.loads(record)
        if kind == CorrectionKind.MISSED:
            continue  # no rule found it
        part = Part.SPEAKER if kind == CorrectionKind.WRONG_SPEAKER else Part.STATEMENT
        corrected.setdefault((part, told["because"][part.value]), set()).add(told["id"])
    counted = {part: _statements(db, part) for part in Part}
    found = (
        RuleFigures(rule, part, len(ids), max(counted[part][rule], len(ids)))
        for (part, rule), ids in corrected.items()
    )
    ranked = sorted(found, key=lambda one: (-one.corrected, one.part, one.rule))
    return tuple(ranked[:_MOST_RULES])


def _statements(db: Database, part: Part) -> Counter[str]:
    """Count statements by rule, as they were extracted where a human changed them."""
    column = f"because_{part.value}"
    sql = f"SELECT {column}, count(*) FROM statement WHERE found_as IS NULL GROUP BY {column}"
    counts: Counter[str] = Counter(dict(db.rows(sql)))
    for (found_as,) in db.rows("SELECT found_as FROM statement WHERE found_as IS NOT NULL"):
        counts[json.loads(found_as)["because"][part.value]] += 1
    return counts


def training_records(db: Database) -> Iterator[dict[str, Any]]:
    """Yield each corrected article with its text: statements as corrected, and the corrections.

    ``checked`` are the ids of the statements that a human looked at: only they are sure; others
    are as they were extracted. ``rejected`` are contents that a human said are no statements.
    """
    ids = [id_ for (id_,) in db.rows("SELECT DISTINCT article_id FROM correction ORDER BY 1")]
    for id_ in ids:
        with db.reading():
            key = article_key(db, id_)
            article = stored_article(db, key) if key is not None else None
            made = corrections_of(db, [id_])
        if article is None:
            continue
        of = {
            state: [s.statement for s in article.statements if s.state is state] for state in State
        }
        yield reading_record(article.reading) | {
            "raw": article.reading.article.raw,
            "checked": [one.id for one in of[State.CORRECTED]],
            "rejected": [[[s.start, s.end] for s in one.content] for one in of[State.REJECTED]],
            "corrections": [correction_record(one) for one in made],
        }
