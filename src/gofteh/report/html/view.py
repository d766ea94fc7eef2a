"""What the report's templates show: a reading turned into plain, printable values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from markupsafe import Markup

from gofteh.lexicon.rules import PASSED, VERDICTS, Meaning
from gofteh.records import Article, Candidate, Reading, Speaker, Statement
from gofteh.records.joined import joined
from gofteh.report.html import persian
from gofteh.report.html.inert import inert_text
from gofteh.report.html.marks import Look, hues, provenance_mark, statement_marks
from gofteh.report.html.weave import Mark, weave
from gofteh.speakers.sieves.order import SIEVE_MEANINGS, SPEAKER_RULES
from gofteh.statements.constructions.order import CONTENT_RULES

# Below this the report asks the reader to look again.
_DOUBTFUL = 0.5

# Characters of a content that its card and the index show; the whole stands in the text.
_EXCERPT = 180
_SHORT_EXCERPT = 90


@dataclass(frozen=True, slots=True)
class Weighed:
    """Somebody whom a sieve looked at, with its verdict in words."""

    name: str
    verdict: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Tried:
    """A sieve in words: what it takes, why it passed (empty where it found), whom it looked at."""

    sieve: str
    passed: str
    people: tuple[Weighed, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """One statement as the list beside the text shows it."""

    anchor: str
    number: str
    hue: int
    name: str
    kind: str
    role: str
    excerpt: str
    short: str
    cue: str
    manner: str
    act: str
    polarity: str
    confidence: str
    doubtful: bool
    within: str
    construction: str
    sieve: str
    steps: tuple[Tried, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """One article as the report shows it."""

    anchor: str
    title: Markup
    plain_title: str
    outlet: str
    link: str
    jalali: str
    gregorian: str
    iso: str
    paragraphs: tuple[Markup, ...]
    cards: tuple[Card, ...]
    count: str


def excerpt(text: str, limit: int) -> str:
    """Return a text of at most ``limit`` characters in one line, cut between words."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    head = line[:limit].rsplit(" ", 1)[0] if " " in line[:limit] else line[:limit]
    return f"{head} …"


def section_of(reading: Reading, ordinal: int) -> Section:
    """Return the view of one article; ``ordinal`` makes its anchors unique on the page."""
    article, anchor = reading.article, f"a{ordinal}"
    cards = _cards(reading, anchor)
    marks = _marks(reading, cards)
    raw, body = article.raw, article.body_start
    title = Markup(" ").join(weave(raw, 0, max(body - 2, 0), marks))
    plain = inert_text(excerpt(article.title or article.text, 120)) or "بی‌عنوان"
    return Section(
        anchor=anchor,
        title=title or Markup("{}").format(plain),
        plain_title=plain,
        outlet=inert_text(article.outlet or ""),
        link=web_address(article.url),
        paragraphs=tuple(weave(raw, body, len(raw), marks)),
        cards=cards,
        count=persian.number(len(cards)),
        **_dates(article),
    )


def _dates(article: Article) -> dict[str, str]:
    day = persian.day_of(article.published)
    if day is None:  # shown as printed
        return {"jalali": inert_text(article.published or ""), "gregorian": "", "iso": ""}
    iso, gregorian = day.isoformat(), persian.gregorian(day)
    try:
        return {"jalali": persian.jalali(day), "gregorian": gregorian, "iso": iso}
    except ValueError:  # a day before the calendar begins
        return {"jalali": gregorian, "gregorian": "", "iso": iso}


def web_address(url: str | None) -> str:
    """Return the address if a browser may follow it: never ``javascript:`` or a file."""
    try:
        scheme = urlsplit(url or "").scheme
    except ValueError:
        return ""
    return inert_text(url or "") if scheme in ("http", "https") else ""


def _cards(reading: Reading, anchor: str) -> tuple[Card, ...]:
    colours = hues(reading)
    numbers = {s.id: persian.number(i) for i, s in enumerate(reading.statements, 1)}
    return tuple(
        _card(
            statement,
            joined(reading.article.raw, statement.content),
            f"{anchor}s{index}",
            colours[statement.speaker.id],
            numbers,
        )
        for index, statement in enumerate(reading.statements, 1)
    )


def _card(statement: Statement, said: str, anchor: str, hue: int, numbers: dict[str, str]) -> Card:
    speaker = statement.speaker
    return Card(
        anchor=anchor,
        number=numbers[statement.id],
        hue=hue,
        name=speaker_name(speaker),
        kind=persian.KINDS[speaker.kind],
        role=role_of(speaker),
        excerpt=inert_text(excerpt(said, _EXCERPT)),
        short=inert_text(excerpt(said, _SHORT_EXCERPT)),
        cue=inert_text(excerpt(statement.cue_text, _SHORT_EXCERPT)),
        manner=persian.MANNERS[statement.manner],
        act=persian.ACTS.get(statement.act, statement.act),
        polarity=persian.POLARITIES.get(statement.polarity, ""),
        confidence=persian.percent(statement.confidence),
        doubtful=statement.confidence < _DOUBTFUL,
        within=numbers.get(statement.embedded_in or "", ""),
        construction=_words(CONTENT_RULES, statement.because.statement),
        sieve=_words(SPEAKER_RULES, statement.because.speaker),
        steps=_steps(statement),
    )


def _words(rules: Mapping[str, Meaning], rule: str) -> str:
    """A rule in words; a record of another version may name one that is known by its name alone."""
    return rules[rule].fa if rule in rules else rule


def _steps(statement: Statement) -> tuple[Tried, ...]:
    """The sieves that looked at the statement's mention of its sayer."""
    return tuple(
        Tried(
            sieve=_words(SIEVE_MEANINGS, step.sieve),
            passed="" if step.found else _words(PASSED, step.why),
            people=tuple(_weighed(one) for one in step.candidates),
        )
        for step in statement.because.trace
        if step.looked
    )


def _weighed(one: Candidate) -> Weighed:
    name = inert_text(" ".join((one.name or persian.NO_NAME).split()))
    return Weighed(name, _words(VERDICTS, one.verdict), one.chosen)


def speaker_name(speaker: Speaker) -> str:
    """Return the name as the report prints it, one line."""
    return inert_text(" ".join((speaker.name or "").split())) or persian.NO_NAME


def role_of(speaker: Speaker) -> str:
    """Return role and body, without saying the body twice or repeating the name."""
    role, body = speaker.role or "", speaker.organisation or ""
    parts = [role, "" if body in role else body]
    shown = "، ".join(part for part in parts if part and part != speaker.name)
    return inert_text(" ".join(shown.split()))


def _marks(reading: Reading, cards: tuple[Card, ...]) -> list[Mark]:
    marks = [
        mark
        for statement, card in zip(reading.statements, cards, strict=True)
        for mark in statement_marks(statement, _look(card))
    ]
    if reading.provenance:
        marks.append(provenance_mark(reading.provenance, "منبع خبر"))
    return marks


def _look(card: Card) -> Look:
    return Look(card.anchor, card.number, card.hue, f"گفتهٔ {card.number}", _hint(card))


def _hint(card: Card) -> str:
    """Return what a pointer resting on the content shows."""
    lines = (
        f"{card.name} ({card.kind})",
        f"نشانهٔ نقل: {card.cue or 'ندارد'}",
        f"{card.manner}، اطمینان {card.confidence}",
        f"{card.construction}؛ {card.sieve}",
    )
    return "\n".join(lines)
