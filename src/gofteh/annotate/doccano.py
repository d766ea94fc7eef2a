"""doccano: one JSON object an article, for projects of sequence labelling with relations.

Entities are labelled ``content``, ``cue``, ``source`` and ``speaker``; relations lead from a
statement's first content to its further content (``continues``), its cue, its source and the
mention that names its speaker. The project must allow overlapping spans. doccano keeps unknown
fields, so ``article_id`` comes back. Offsets are code points.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, BinaryIO

from gofteh.annotate.marks import AnnotationError, Mark, Marks, Place, marks_of
from gofteh.records import Failure, Reading
from gofteh.report.jsonlines import encode_line, read_objects

_CONTINUES = "continues"


class DoccanoWriter:
    """Writes one line an article; failures have no text to annotate."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out

    def write(self, item: Reading | Failure) -> None:
        """Write one article's line."""
        if isinstance(item, Reading):
            self._out.write(encode_line(_line(marks_of(item))))

    def close(self) -> None:
        """Do nothing: every line is complete already."""


def _line(marks: Marks) -> dict[str, Any]:
    entities: list[dict[str, Any]] = []
    relations: list[dict[str, Any]] = []
    named: dict[Place, int] = {}

    def entity(label: str, place: Place) -> int:
        number = len(entities) + 1
        entities.append(
            {"id": number, "label": label, "start_offset": place[0], "end_offset": place[1]}
        )
        return number

    def relate(first: int, kind: str, to: int) -> None:
        number = len(relations) + 1
        relations.append({"id": number, "from_id": first, "to_id": to, "type": kind})

    for mark in marks.statements:
        first = entity("content", mark.content[0])
        for place in mark.content[1:]:
            relate(first, _CONTINUES, entity("content", place))
        for place in mark.cue:
            relate(first, "cue", entity("cue", place))
        if mark.source:
            relate(first, "source", entity("source", mark.source))
        if at := mark.speaker_at:
            if at not in named:
                named[at] = entity("speaker", at)
            relate(first, "speaker", named[at])
    text = marks.pieces[0][1]
    return {"article_id": marks.article, "text": text, "entities": entities, "relations": relations}


def read_doccano(path: str) -> Iterator[Marks]:
    """Yield the marks of a doccano export; raise `AnnotationError` for another file."""
    for number, line in read_objects(path):
        try:
            yield _marks(line)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            message = f"{path}:{number}: no doccano line with entities and relations ({error!r})"
            raise AnnotationError(message) from error


def _marks(line: dict[str, Any]) -> Marks:
    text = line["text"]
    places = {e["id"]: (e["start_offset"], e["end_offset"]) for e in line["entities"]}
    contents = [e["id"] for e in line["entities"] if e["label"] == "content"]
    linked: dict[tuple[int, str], list[int]] = defaultdict(list)
    for relation in line["relations"]:
        linked[relation["from_id"], relation["type"]].append(relation["to_id"])
    later = {to for (_, kind), ends in linked.items() if kind == _CONTINUES for to in ends}
    statements = []
    for first in contents:
        if first in later:
            continue
        source, speaker = linked[first, "source"], linked[first, "speaker"]
        at = places[speaker[0]] if speaker else None
        statements.append(
            Mark(
                id=str(first),
                content=tuple(sorted(places[i] for i in (first, *linked[first, _CONTINUES]))),
                cue=tuple(sorted(places[i] for i in linked[first, "cue"])),
                source=places[source[0]] if source else None,
                speaker=text[slice(*at)] if at else None,
                speaker_at=at,
            )
        )
    article = line.get("article_id") or line.get("meta", {}).get("article_id") or ""
    return Marks(article, ((0, text),), tuple(statements))
