"""Label Studio: tasks with predictions, one an article, as a JSON array to import.

The project shows ``$text`` and has the labels ``content``, ``cue``, ``source`` and ``speaker``
(`CONFIG`); relations lead from a statement's first content to its further content, its cue, its
source and the mention that names its speaker. Format: Label Studio's guide, "Import pre-annotated
data". Offsets are code points, as its exports give them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from gofteh.annotate.marks import Mark, Marks, Place, marks_of
from gofteh.records import Failure, Reading
from gofteh.report.jsonlines import encode_line
from gofteh.report.wellformed import well_formed
from gofteh.version import __version__

CONFIG = """<View>
  <Relations><Relation value="continues"/><Relation value="cue"/>
    <Relation value="source"/><Relation value="speaker"/></Relations>
  <Labels name="label" toName="text">
    <Label value="content"/><Label value="cue"/><Label value="source"/><Label value="speaker"/>
  </Labels>
  <Text name="text" value="$text"/>
</View>
"""


class LabelStudioWriter:
    """Writes an array of tasks; failures have no text to annotate."""

    def __init__(self, out: BinaryIO) -> None:
        self._out, self._begun = out, False

    def write(self, item: Reading | Failure) -> None:
        """Write one article's task."""
        if isinstance(item, Reading):
            self._out.write(b",\n" if self._begun else b"[\n")
            self._out.write(encode_line(_task(marks_of(item))).rstrip(b"\n"))
            self._begun = True

    def close(self) -> None:
        """End the array."""
        self._out.write(b"\n]\n" if self._begun else b"[]\n")


def _task(marks: Marks) -> dict[str, Any]:
    raw = well_formed(marks.pieces[0][1])
    result = [part for mark in marks.statements for part in _parts(mark, raw)]
    prediction = {"model_version": f"gofteh {__version__}", "result": result}
    return {"data": {"text": raw, "article_id": marks.article}, "predictions": [prediction]}


def _parts(mark: Mark, raw: str) -> Iterator[dict[str, Any]]:
    """Yield the labels of a statement, and the relations among them."""
    parts: list[tuple[str, Place]] = [
        *(("content", place) for place in mark.content),
        *(("cue", place) for place in mark.cue),
        *([("source", mark.source)] if mark.source else []),
        *([("speaker", mark.speaker_at)] if mark.speaker_at else []),
    ]
    first = f"{mark.id}-0"
    for number, (label, place) in enumerate(parts):
        id_ = f"{mark.id}-{number}"
        yield _labelled(id_, label, place, raw)
        if number:
            kind = "continues" if label == "content" else label
            yield {
                "type": "relation",
                "from_id": first,
                "to_id": id_,
                "direction": "right",
                "labels": [kind],
            }


def _labelled(id_: str, label: str, place: Place, raw: str) -> dict[str, Any]:
    start, end = place
    value = {"start": start, "end": end, "text": raw[start:end], "labels": [label]}
    return {"id": id_, "type": "labels", "from_name": "label", "to_name": "text", "value": value}
