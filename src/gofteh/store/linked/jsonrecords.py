"""Persons, families and rulings as JSON: what the REST API answers."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from gofteh.persons.decided import person_id
from gofteh.store.jsonrecords import (
    counts_record,
    day_text,
    days_record,
    head_record,
    stored_record,
)
from gofteh.store.linked.records import (
    Copies,
    Doubtful,
    Family,
    HeldOffice,
    Member,
    PersonHead,
    PersonProfile,
    Ruling,
    RulingKind,
    Suggestion,
)

Record = dict[str, Any]


def person_head_record(person: PersonHead) -> Record:
    """Return a person without what is known of it."""
    return {
        "id": person.id,
        "name": person.name,
        "form": person.form,
        "statements": person.statements,
    }


def person_record(profile: PersonProfile, maybe: Sequence[Suggestion]) -> Record:
    """Return what is known of a person, and who may be the same."""
    return person_head_record(profile.head) | {
        "names": counts_record(profile.names, "articles"),
        "offices": [_office(one) for one in profile.offices],
        "outlets": counts_record(profile.outlets, "statements"),
        "days": days_record(profile.days),
        "merged": [person_head_record(one) for one in profile.merged],
        "authorities": list(profile.authorities),
        "maybe": [suggestion_record(one) for one in maybe],
    }


def _office(held: HeldOffice) -> Record:
    return {
        "office": held.office,
        "articles": held.articles,
        "first": day_text(held.first),
        "last": day_text(held.last),
        "source": held.source,
    }


def suggestion_record(one: Suggestion) -> Record:
    """Return two persons who may be one."""
    return {
        "person": person_head_record(one.person),
        "other": person_head_record(one.other),
        "reason": one.reason,
        "articles": one.articles,
        "likelihood": one.likelihood,
    }


def doubtful_record(one: Doubtful) -> Record:
    """Return a speaker of whom it is not sure who it is."""
    return {
        "article": head_record(one.article),
        "number": one.number,
        "name": one.name,
        "role": one.role,
        "person": person_head_record(one.person) if one.person else None,
        "confidence": one.confidence,
        "reason": one.reason,
        "others": [person_head_record(other) for other in one.others],
    }


def family_record(family: Family) -> Record:
    """Return one statement in all articles that tell it."""
    return {"id": family.id, "members": [_member(one) for one in family.members]}


def _member(one: Member) -> Record:
    return {
        "statement": stored_record(one.stored),
        "relation": one.relation,
        "nearest": one.nearest,
        "changes": [
            {"flag": change.flag.value, "before": change.before, "after": change.after}
            for change in one.changes
        ],
        "credit": one.credit,
        "origin": one.origin,
    }


def copies_record(copies: Copies | None) -> Record:
    """Return the articles of one text."""
    items = [
        {
            "article": head_record(one.article),
            "relation": one.relation,
            "origin": one.origin,
            "why": one.why,
            "credit": one.credit,
        }
        for one in (copies.copies if copies else ())
    ]
    return {"id": copies.id if copies else None, "items": items}


def ruling_record(ruling: Ruling) -> Record:
    """Return what a human ruled."""
    return {
        "id": ruling.id,
        "kind": ruling.kind.value,
        "subject": ruling.subject,
        "object": ruling.object,
        "article": ruling.article_id,
        "name": ruling.name,
        "note": ruling.note,
        "author": ruling.author,
        "created": ruling.created,
        "undone": ruling.undone,
        "undone_by": ruling.undone_by,
    }


def record_ruling(entry: Mapping[str, Any]) -> Ruling:
    """Return the ruling of a JSON object as `ruling_record` writes it, or as a human would.

    ``{"merge": ID, "into": ID}`` is short for a merge. Without an ``id`` one is made of the rest,
    so that taking over the same again changes nothing. Raises ``ValueError`` for anything else.
    """
    told = dict(entry)
    if "merge" in told:
        told |= {"kind": "merge", "subject": told.pop("merge"), "object": told.pop("into", None)}
    try:
        kind = RulingKind(told["kind"])
    except (KeyError, ValueError) as error:
        kinds = ", ".join(one.value for one in RulingKind)
        raise ValueError(f"a ruling needs a kind: {kinds}.") from error
    fields = ("subject", "object", "article", "name", "note", "author", "created")
    values = [told.get(name) for name in fields]
    if not all(value is None or isinstance(value, str) for value in values):
        raise ValueError(f"{', '.join(fields)} of a ruling are texts.")
    *rest, created = values
    made = json.dumps([kind.value, *rest, created], ensure_ascii=True)
    subject, other, article, name, note, author = rest
    id_ = str(told.get("id") or person_id(made))
    return Ruling(id_, kind, subject, other, article, name, note, author, created or "")
