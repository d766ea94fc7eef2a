"""What other systems answer, for the same yardstick: their files as `Answer`s.

A file is known by what its objects hold: records of gofteh or lines like gold's (``statements``),
Citron's documents (``quotes`` with ``contents``), the Gender Gap Tracker's articles (``quotes``
with ``quote_index``). One JSON object a line, each with the article's ``id``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from gofteh.evaluate.answers import Answer, Range, answer_of
from gofteh.report.jsonlines import read_objects

_PLACE = re.compile(r"\((\d+),\s*(\d+)\)")


def read_system(path: str) -> dict[str, tuple[Answer, ...]]:
    """Return a system's statements by article id.

    Raises ``ValueError`` naming the line that breaks the format, ``OSError`` for the file.
    """
    found: dict[str, tuple[Answer, ...]] = {}
    for number, line in read_objects(path):
        name = line.get("id") or line.get("_id")
        if not isinstance(name, str):
            raise ValueError(f'{path}:{number}: has no "id" of an article that is a string')
        try:
            found[name] = tuple(_answers(line))
        except (AttributeError, KeyError, IndexError, TypeError, ValueError) as error:
            message = f"{path}:{number}: neither statements nor quotes of a known format"
            raise ValueError(f"{message} ({error!r})") from error
    return found


def _answers(line: Mapping[str, Any]) -> Iterable[Answer]:
    if "quotes" not in line:
        if "statements" not in line and "error" not in line:
            raise KeyError("statements")
        return (answer_of(entry) for entry in line.get("statements") or ())
    return (_citron(q) if "contents" in q else _gender_gap(q) for q in line["quotes"])


def _citron(quote: Mapping[str, Any]) -> Answer:
    sources, cue = quote.get("sources") or (), quote.get("cue")
    # The fullest naming of the source, where coreference tells one.
    named = [*sources, *(quote.get("coreferences") or ())]
    return Answer(
        content=tuple(_place(span) for span in quote["contents"]),
        cue=(_place(cue),) if cue else (),
        source=_place(sources[0]) if sources else None,
        speaker=max((span["text"] for span in named), key=len, default=None),
        kind=None,
        manner=None,
    )


def _place(span: Mapping[str, Any]) -> Range:
    return int(span["start"]), int(span["end"])


def _gender_gap(quote: Mapping[str, Any]) -> Answer:
    content = _index(quote["quote_index"])
    if content is None:
        raise ValueError(f"no place: {quote['quote_index']!r}")
    verb = _index(quote.get("verb_index") or "")
    return Answer(
        content=(content,),
        cue=(verb,) if verb else (),
        source=_index(quote.get("speaker_index") or ""),
        speaker=quote.get("speaker") or None,
        kind=None,
        manner=None,
    )


def _index(text: str) -> Range | None:
    found = _PLACE.fullmatch(text.strip())
    return (int(found[1]), int(found[2])) if found else None
