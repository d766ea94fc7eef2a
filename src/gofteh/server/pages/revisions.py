"""What became of an article's statements when it was changed: what its page shows of versions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from gofteh.store import Altered, Version
from gofteh.store.linked.runs import Part, Run
from gofteh.store.linked.stories import side_by_side


class Became(StrEnum):
    """What became of a statement."""

    CHANGED = "changed"
    TAKEN_OUT = "taken-out"
    PUT_IN = "put-in"


@dataclass(frozen=True, slots=True)
class Change:
    """One statement that a new version altered, word by word; ``was`` is a speaker that went."""

    became: Became
    speaker: str | None
    was: str | None
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Revision:
    """A former version: until when it stood, its headline where another followed, what changed."""

    number: int
    until: str
    title: str | None
    changes: tuple[Change, ...]


def revisions(versions: Sequence[Version], title: str | None) -> tuple[Revision, ...]:
    """Return former versions, the newest first; ``title`` is the headline of today."""
    titles = [*(version.title for version in versions), title]
    found = [
        Revision(
            number=version.number,
            until=version.replaced,
            title=version.title if version.title != following else None,
            changes=tuple(map(_change, version.altered)),
        )
        for version, following in zip(versions, titles[1:], strict=True)
    ]
    return tuple(reversed(found))


def _change(altered: Altered) -> Change:
    before, after = altered.before, altered.after
    if before is not None and after is not None:
        pieces = side_by_side(before.content, after.content)
        runs = tuple(
            Run(Part.SAME, one.after) if one.equal else Run(Part.CHANGED, one.after, one.before)
            for one in pieces
        )
        was = before.speaker if before.speaker != after.speaker else None
        return Change(Became.CHANGED, after.speaker, was, runs)
    if after is not None:
        return Change(Became.PUT_IN, after.speaker, None, (Run(Part.SAME, after.content),))
    told = before.content if before else ""
    speaker = before.speaker if before else None
    return Change(Became.TAKEN_OUT, speaker, None, (Run(Part.SAME, told),))
