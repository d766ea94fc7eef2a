"""What the yardstick compares: annotated and predicted statements in one plain form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from gofteh.records import Article, Reading
from gofteh.report.jsonlines import read_objects

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Answer:
    """One statement as somebody, or some program, sees it.

    ``speaker`` is ``None`` where no name is given; ``aliases`` only gold has.
    """

    content: tuple[Range, ...]
    cue: tuple[Range, ...]
    source: Range | None
    speaker: str | None
    kind: str | None
    manner: str | None
    aliases: tuple[str, ...] = ()


Answers = Mapping[str, tuple[Answer, ...]]


def read_articles_file(path: str) -> dict[str, Article]:
    """Return the articles of a gold set by id, the last where an id is given twice.

    Raises ``ValueError`` naming the line that is no article, ``OSError`` for the file.
    """
    return {name: _article(name, record) for name, record in _records(path, "text")}


def read_answers(path: str) -> dict[str, tuple[Answer, ...]]:
    """Return the statements of a gold or prediction file by article id.

    An article that could not be read has none. Raises ``ValueError`` naming the line that
    breaks the format, ``OSError`` for the file.
    """
    found: dict[str, tuple[Answer, ...]] = {}
    for name, record in _records(path):
        try:
            found[name] = tuple(answer_of(entry) for entry in record.get("statements") or ())
        except (KeyError, TypeError, AttributeError, IndexError) as error:
            raise ValueError(
                f"{path}: article {name}: not a statement of the contract ({error!r})"
            ) from error
    return found


def answers_of(reading: Reading) -> tuple[Answer, ...]:
    """Return a reading's statements as answers."""
    return tuple(
        Answer(
            content=tuple((span.start, span.end) for span in statement.content),
            cue=tuple((span.start, span.end) for span in statement.cue),
            source=(statement.source.start, statement.source.end) if statement.source else None,
            speaker=statement.speaker.name,
            kind=statement.speaker.kind.value,
            manner=statement.manner.value,
        )
        for statement in reading.statements
    )


def _records(path: str, *needed: str) -> Iterable[tuple[str, Mapping[str, Any]]]:
    for number, record in read_objects(path):
        for name in ("id", *needed):
            if not isinstance(record.get(name), str):
                raise ValueError(f'{path}:{number}: has no "{name}", or one that is no string')
        yield record["id"], record


def _article(name: str, record: Mapping[str, Any]) -> Article:
    return Article(text=record["text"], title=record.get("title"), id=name)


def answer_of(entry: Mapping[str, Any]) -> Answer:
    """Read either form: gold has ``[start, end]`` and a name, records have objects."""
    speaker = entry.get("speaker")
    named = speaker if isinstance(speaker, Mapping) else {"name": speaker, **entry}
    source = _ranges(entry.get("source"))
    return Answer(
        content=_ranges(entry["content"]),
        cue=_ranges(entry.get("cue")),
        source=source[0] if source else None,
        speaker=named.get("name"),
        kind=named.get("kind"),
        manner=entry.get("manner"),
        aliases=tuple(entry.get("aliases") or ()),
    )


def _ranges(value: Any) -> tuple[Range, ...]:
    """Return one span, several or none, each an object or a pair, as pairs."""
    if not value:
        return ()
    if isinstance(value, Mapping) or isinstance(value[0], int):
        value = [value]
    return tuple(
        (span["start"], span["end"]) if isinstance(span, Mapping) else (span[0], span[1])
        for span in value
    )
