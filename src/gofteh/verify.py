"""Proof that a record says nothing but what stands in its article's raw text."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from gofteh.records import Article, Failure, Manner, SpeakerKind


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing in a record that cannot be proved: in which article, where, what."""

    article: str
    place: str
    message: str

    def __str__(self) -> str:
        where = f" {self.place}" if self.place else ""
        return f"{self.article}{where}: {self.message}"


@dataclass(frozen=True, slots=True)
class Checked:
    """What one record came to: its spans, proved or not, and its problems."""

    spans: int
    problems: tuple[Problem, ...]


def verify(
    records: Iterable[Mapping[str, Any]], articles: Iterable[Article | Failure]
) -> Iterator[Checked]:
    """Yield the check of every record against its article, found by the id.

    Both streams are read once and side by side: while records stand in the articles' order,
    as `gofteh extract` writes them, only one article is held. Articles without a record are
    no problem; a record without an article is one.
    """
    texts = _Texts(articles)
    for record in records:
        name = record.get("id")
        if not isinstance(name, str):
            yield Checked(0, (Problem(repr(name), "id", "is not a string"),))
        elif "error" in record:
            texts.take(name)
            yield Checked(0, ())
        else:
            yield _checked(record, name, texts.take(name))


def verify_record(record: Mapping[str, Any], raw: str) -> tuple[Problem, ...]:
    """Return what is wrong in one record, given its article's raw text; empty if nothing is."""
    return _Check(str(record.get("id")), raw).run(record).problems


def _checked(record: Mapping[str, Any], name: str, raw: str | None) -> Checked:
    if raw is None:
        return Checked(0, (Problem(name, "id", "no article (left) with this id"),))
    return _Check(name, raw).run(record)


class _Texts:
    """The raw texts by id, read from the stream only as far as needed."""

    def __init__(self, articles: Iterable[Article | Failure]) -> None:
        self._articles = iter(articles)
        self._waiting: dict[str, deque[str]] = defaultdict(deque)

    def take(self, name: str) -> str | None:
        """Return the text of the next article with this id; ``None`` where there is none."""
        if waiting := self._waiting.get(name):
            text = waiting.popleft()
            if not waiting:
                del self._waiting[name]
            return text
        for item in self._articles:
            key = _key(item)
            text = item.raw if isinstance(item, Article) else ""
            if key == name:
                return text
            self._waiting[key].append(text)
        return None


def _key(item: Article | Failure) -> str:
    if isinstance(item, Article):
        return item.key
    return item.item if item.id is None else item.id


class _Check:
    """Goes through one record and collects what is wrong."""

    def __init__(self, article: str, raw: str) -> None:
        self._article = article
        self._raw = raw
        self._spans = 0
        self._problems: list[Problem] = []

    def run(self, record: Mapping[str, Any]) -> Checked:
        """Check all parts; a part of the wrong type is a problem, not an exception."""
        if (provenance := record.get("provenance")) is not None:
            self._span("provenance", provenance, text_field="name")
        speakers = self._speakers(self._list("speakers", record.get("speakers")))
        statements = self._list("statements", record.get("statements"))
        names = self._ids(statements)
        for index, statement in enumerate(statements):
            if isinstance(statement, Mapping):
                self._statement(f"statements[{index}]", statement, speakers, names)
            else:
                self._report(f"statements[{index}]", "is not an object")
        return Checked(self._spans, tuple(self._problems))

    def _report(self, place: str, message: str) -> None:
        self._problems.append(Problem(self._article, place, message))

    def _list(self, place: str, value: Any) -> list[Any]:
        if isinstance(value, list):
            return value
        self._report(place, "is not a list")
        return []

    def _span(self, place: str, value: Any, text_field: str = "text") -> None:
        self._spans += 1
        if not isinstance(value, Mapping):
            return self._report(place, "is not an object")
        start, end, text = value.get("start"), value.get("end"), value.get(text_field)
        if not (type(start) is int and type(end) is int):
            return self._report(place, "start and end must be whole numbers")
        if not 0 <= start < end <= len(self._raw):
            length = len(self._raw)
            return self._report(place, f"[{start}, {end}) is no span of {length} characters")
        if text != self._raw[start:end]:
            found = self._raw[start:end]
            return self._report(place, f"{text_field} {text!r} but the article has {found!r}")
        return None

    def _spans_of(self, place: str, value: Any, *, needed: bool = False) -> None:
        spans = self._list(place, value)
        if needed and not spans:
            self._report(place, "is empty")
        for index, span in enumerate(spans):
            self._span(f"{place}[{index}]", span)

    def _speakers(self, speakers: list[Any]) -> dict[Any, Mapping[str, Any]]:
        known: dict[Any, Mapping[str, Any]] = {}
        for index, speaker in enumerate(speakers):
            place = f"speakers[{index}]"
            if not isinstance(speaker, Mapping) or type(speaker.get("id")) is not int:
                self._report(place, "is no object with a numeric id")
                continue
            if speaker["id"] in known:
                self._report(place, f"id {speaker['id']} is given twice")
            known[speaker["id"]] = speaker
            self._member(f"{place}.kind", speaker.get("kind"), SpeakerKind)
            self._spans_of(f"{place}.mentions", speaker.get("mentions"))
        return known

    def _ids(self, statements: list[Any]) -> set[str]:
        names: set[str] = set()
        for index, statement in enumerate(statements):
            name = statement.get("id") if isinstance(statement, Mapping) else None
            if not isinstance(name, str) or not name:
                self._report(f"statements[{index}].id", "is not a string with a text")
            elif name in names:
                self._report(f"statements[{index}].id", f"{name} is given twice")
            else:
                names.add(name)
        return names

    def _statement(
        self,
        place: str,
        statement: Mapping[str, Any],
        speakers: Mapping[Any, Mapping[str, Any]],
        names: set[str],
    ) -> None:
        self._spans_of(f"{place}.content", statement.get("content"), needed=True)
        self._spans_of(f"{place}.cue", statement.get("cue"))
        if statement.get("source") is not None:
            self._span(f"{place}.source", statement["source"])
        self._speaker_of(f"{place}.speaker", statement.get("speaker"), speakers)
        self._member(f"{place}.manner", statement.get("manner"), Manner)
        outer = statement.get("embedded_in")
        if outer is not None and (
            not isinstance(outer, str) or outer not in names or outer == statement.get("id")
        ):
            self._report(f"{place}.embedded_in", f"{outer!r} is no other statement")
        confidence = statement.get("confidence")
        if not isinstance(confidence, int | float) or not 0 <= confidence <= 1:
            self._report(f"{place}.confidence", f"{confidence!r} is no probability")

    def _speaker_of(
        self, place: str, value: Any, speakers: Mapping[Any, Mapping[str, Any]]
    ) -> None:
        name = value.get("id") if isinstance(value, Mapping) else None
        if type(name) is not int or name not in speakers:
            return self._report(place, f"id {name!r} is none of the article's speakers")
        for field in ("name", "kind"):
            if value.get(field) != speakers[name].get(field):
                self._report(f"{place}.{field}", f"is not that of speaker {name}")
        return None

    def _member(self, place: str, value: Any, values: type[Manner] | type[SpeakerKind]) -> None:
        if value not in [member.value for member in values]:
            self._report(place, f"{value!r} is none of {', '.join(values)}")
