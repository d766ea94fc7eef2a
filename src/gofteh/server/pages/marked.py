"""An article's text with its statements marked: as it was published, or repaired."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from gofteh.records import Article, Reading, Span, Statement
from gofteh.report.html.inert import inert_text
from gofteh.report.html.marks import Look, hues, provenance_mark, statement_marks
from gofteh.report.html.weave import Mark, weave
from gofteh.server.pages.language import Words
from gofteh.text.repair import Repaired, repair


@dataclass(frozen=True, slots=True)
class MarkedStatement:
    """A statement of a marked text: its anchor and number there, its speaker's colour."""

    statement: Statement
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
    """Return the paragraphs of a reading's first statement, and one more on each side."""
    raw, shown = reading.article.raw, _numbered(reading, words)[:1]
    content = shown[0].statement.content
    start = _line_start(raw, _line_start(raw, content[0].start) - 1)
    end = _line_end(raw, _line_end(raw, content[-1].end) + 1)
    paragraphs = weave(raw, start, end, list(_marks(shown, reading, words)))
    return Marked(Markup(), tuple(paragraphs), tuple(shown))


def _line_start(raw: str, at: int) -> int:
    """Return where the line of a place begins, blank lines before it passed over."""
    text = raw[: max(at, 0)].rstrip() if at > 0 and raw[at : at + 1] == "\n" else raw[: max(at, 0)]
    return text.rfind("\n") + 1


def _line_end(raw: str, at: int) -> int:
    """Return where the line of a place ends, blank lines before it passed over."""
    while at < len(raw) and raw[at] == "\n":
        at += 1
    end = raw.find("\n", at)
    return len(raw) if end < 0 else end


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
