"""An article's text with its statements marked: as it was published, or repaired."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from gofteh.records import Article, Reading, Span, Statement
from gofteh.records.joined import joined
from gofteh.repairing import Repaired, repair
from gofteh.report.html.inert import inert_text
from gofteh.report.html.marks import Look, hues, provenance_mark, statement_marks
from gofteh.report.html.weave import Mark, weave
from gofteh.server.pages.language import Words

# Characters of context that are enough to judge a statement by.
_AROUND = 600


@dataclass(frozen=True, slots=True)
class MarkedStatement:
    """A statement of a marked text: its words, its anchor and number, its speaker's colour."""

    statement: Statement
    said: str
    anchor: str
    number: str
    hue: int
    within: str


@dataclass(frozen=True, slots=True)
class Marked:
    """A text to show: paragraphs of HTML, escaped, and the statements marked in them."""

    title: Markup
    paragraphs: tuple[Markup, ...]
    statements: tuple[MarkedStatement, ...]


def marked(reading: Reading, words: Words) -> Marked:
    """Return the whole text with all its statements marked."""
    article, shown = reading.article, _numbered(reading, words)
    raw, body = article.raw, article.body_start
    marks = list(_marks(shown, reading, words))
    title = Markup(" ").join(weave(raw, 0, max(body - 2, 0), marks))
    return Marked(title, tuple(weave(raw, body, len(raw), marks)), tuple(shown))


def in_context(reading: Reading, words: Words) -> Marked:
    """Return the paragraphs of a reading's first statement, and one more on each side.

    What is further away than `_AROUND` characters is left out, and an ellipsis tells so.
    """
    article, shown = reading.article, _numbered(reading, words)[:1]
    raw, content = article.raw, shown[0].statement.content
    first, last = content[0].start, content[-1].end
    body = article.body_start if first >= article.body_start else 0
    start, end = max(body, _lines_before(raw, first)), _lines_after(raw, last)
    near = max(start, first - _AROUND), min(end, last + _AROUND)
    near = _after_space(raw, near[0], start), _before_space(raw, near[1], end)
    paragraphs = list(weave(raw, *near, list(_marks(shown, reading, words))))
    if paragraphs and near[0] > start:
        paragraphs[0] = Markup("… ") + paragraphs[0]
    if paragraphs and near[1] < end:
        paragraphs[-1] += Markup(" …")
    return Marked(Markup(), tuple(paragraphs), tuple(shown))


def _lines_before(raw: str, at: int) -> int:
    """Return where the line before a place's own begins, blank ones not counted."""
    own = raw.rfind("\n", 0, at) + 1
    return raw.rfind("\n", 0, len(raw[:own].rstrip())) + 1


def _lines_after(raw: str, at: int) -> int:
    """Return where the line after a place's own ends, blank ones not counted."""
    own = raw.find("\n", at)
    if own < 0:
        return len(raw)
    begun = len(raw) - len(raw[own:].lstrip())
    end = raw.find("\n", begun)
    return len(raw) if end < 0 else end


def _after_space(raw: str, at: int, bound: int) -> int:
    """Return a place where no word is cut, at or before ``at``."""
    while at > bound and not raw[at - 1].isspace():
        at -= 1
    return at


def _before_space(raw: str, at: int, bound: int) -> int:
    """Return a place where no word is cut, at or behind ``at``."""
    while at < bound and not raw[at].isspace():
        at += 1
    return at


def repaired_reading(reading: Reading) -> tuple[Reading, Repaired]:
    """Return a reading of the repaired text, every span carried over, and the repair itself."""
    article = reading.article
    mended = repair(article.raw)
    body = mended.to_repaired((0, article.body_start))[1]
    title = mended.text[: body - 2] if body else None
    text = Article(mended.text[body:], title, article.key, article.url, article.outlet)

    def carried(spans: Sequence[Span]) -> tuple[Span, ...]:
        places = (mended.to_repaired((span.start, span.end)) for span in spans)
        return tuple(Span.of(mended.text, start, end) for start, end in places)

    statements = (
        replace(
            statement,
            content=carried(statement.content),
            cue=carried(statement.cue),
            source=carried([statement.source])[0] if statement.source else None,
        )
        for statement in reading.statements
    )
    provenance = carried([reading.provenance])[0] if reading.provenance else None
    return Reading(text, tuple(statements), reading.speakers, provenance), mended


def _numbered(reading: Reading, words: Words) -> list[MarkedStatement]:
    colours = hues(reading)
    numbers = {s.id: words.number(i) for i, s in enumerate(reading.statements, 1)}
    return [
        MarkedStatement(
            statement,
            joined(reading.article.raw, statement.content),
            f"s{index}",
            numbers[statement.id],
            colours[statement.speaker.id],
            numbers.get(statement.embedded_in or "", ""),
        )
        for index, statement in enumerate(reading.statements, 1)
    ]


def _marks(shown: Iterable[MarkedStatement], reading: Reading, words: Words) -> Iterable[Mark]:
    for one in shown:
        name = " ".join((one.statement.speaker.name or "").split()) or words.say("no-name")
        label = inert_text(str(words.say("badge", number=one.number, name=name)))
        yield from statement_marks(one.statement, Look(one.anchor, one.number, one.hue, label))
    if reading.provenance:
        yield provenance_mark(reading.provenance, str(words.say("provenance")))
