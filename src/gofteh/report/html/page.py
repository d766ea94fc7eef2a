"""The report as a stream: article after article is set aside, the indexes go before them."""

from __future__ import annotations

import base64
import hashlib
import io
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from typing import BinaryIO, cast

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from gofteh.records import Failure, Reading
from gofteh.report.html import persian
from gofteh.report.html.inert import inert_text
from gofteh.report.html.view import Card, Section, section_of

# Articles in memory up to this many bytes, beyond them on disk.
_SPOOL_BYTES = 32 * 2**20

_COPY_CHARACTERS = 2**20

# The index stays a page that a person can use: links a speaker, speakers shown unfolded.
_LINKS_PER_SPEAKER = 100
_SPEAKERS_UNFOLDED = 9
_ARTICLES_UNFOLDED = 10


@dataclass(frozen=True, slots=True)
class Link:
    """A way from an index to a place on the page."""

    anchor: str
    text: str


@dataclass(slots=True)
class Voice:
    """One entry of the speaker index: a name of one kind, over all articles."""

    name: str
    kind: str
    role: str
    total: int = 0
    links: list[Link] = field(default_factory=list)

    @property
    def count(self) -> str:
        """The number of statements in Persian digits."""
        return persian.number(self.total)

    @property
    def unlisted(self) -> str:
        """How many statements have no link of their own; empty for none."""
        missing = self.total - len(self.links)
        return persian.number(missing) if missing else ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the article list."""

    anchor: str
    title: str
    outlet: str
    jalali: str
    gregorian: str
    count: str


class HtmlWriter:
    """Writes the report when closed; until then only indexes and a spool grow."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._templates = _environment()
        # Lives as long as the writer; closed with it.
        spool = tempfile.SpooledTemporaryFile(max_size=_SPOOL_BYTES)  # noqa: SIM115
        self._spool = cast(BinaryIO, spool)
        self._voices: dict[tuple[str, str], Voice] = {}
        self._entries: list[Entry] = []
        self._failures: list[dict[str, str]] = []
        self._statements = 0

    def write(self, item: Reading | Failure) -> None:
        """Take one article, or the failure in its place."""
        if isinstance(item, Failure):
            shown = {"item": item.item, "code": item.code, "message": item.message}
            self._failures.append({name: inert_text(text) for name, text in shown.items()})
            return
        section = section_of(item, len(self._entries) + 1)
        html = self._templates.get_template("article.html.j2").render(section=section)
        self._spool.write(html.encode("utf-8"))
        self._index(section)

    def close(self) -> None:
        """Write the page."""
        voices = sorted(self._voices.values(), key=lambda voice: (-voice.total, voice.name))
        page = self._templates.get_template("page.html.j2").generate(
            voices=voices,
            unfolded_voices=_SPEAKERS_UNFOLDED,
            most=max((voice.total for voice in voices), default=1),
            entries=self._entries,
            unfolded_entries=_ARTICLES_UNFOLDED,
            failures=self._failures,
            figures=self._figures(len(voices)),
            articles=self._articles(),
            **_assets(),
        )
        for chunk in page:
            self._out.write(chunk.encode("utf-8"))
        self._spool.close()

    def _figures(self, voices: int) -> list[tuple[str, str]]:
        counts = {"خبر": len(self._entries), "گفته": self._statements, "گوینده": voices}
        if self._failures:
            counts["ناخوانده"] = len(self._failures)
        return [(persian.number(count), name) for name, count in counts.items()]

    def _articles(self) -> Iterator[Markup]:
        self._spool.seek(0)
        text = io.TextIOWrapper(self._spool, encoding="utf-8", newline="")
        while chunk := text.read(_COPY_CHARACTERS):
            yield Markup(chunk)  # escaped by the article template
        text.detach()

    def _index(self, section: Section) -> None:
        self._statements += len(section.cards)
        self._entries.append(
            Entry(
                section.anchor,
                section.plain_title,
                section.outlet,
                section.jalali,
                section.gregorian,
                section.count,
            )
        )
        for card in section.cards:
            self._index_card(card)

    def _index_card(self, card: Card) -> None:
        voice = self._voices.setdefault(
            (card.name, card.kind), Voice(card.name, card.kind, card.role)
        )
        voice.role = voice.role or card.role
        voice.total += 1
        if len(voice.links) < _LINKS_PER_SPEAKER:
            voice.links.append(Link(f"{card.anchor}t", card.short))


def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("gofteh.report.html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _assets() -> dict[str, str | Markup]:
    """Style and script with their hashes: the page's policy allows nothing else to act."""
    folder = files("gofteh.report.html") / "templates"
    style = (folder / "style.css").read_text("utf-8")
    script = (folder / "script.js").read_text("utf-8")
    return {
        "style": Markup(style),
        "script": Markup(script),
        "style_hash": _hash(style),
        "script_hash": _hash(script),
    }


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"
