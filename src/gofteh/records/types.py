"""The core types: what flows from an article to its statements.

Everything here is frozen, typed and free of I/O. Offsets are Unicode code points into
``Article.raw``, half-open ``[start, end)``; for every `Span` that carries text,
``span.text == article.raw[span.start:span.end]``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from gofteh.version import __version__

# Joins the parts of a content or cue that the article interrupts.
ELLIPSIS = " … "
# The verdict of a sieve on the candidate that it chose.
WON = "won"
# Why a sieve passes: it does not take mentions of this sort.
NOT_MINE = "not-mine"


class Manner(StrEnum):
    """How the words are given: literally, retold, or retold with quoted fragments."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class SpeakerKind(StrEnum):
    """What sort of speaker an entity is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    GROUP = "group"
    DOCUMENT = "document"
    UNNAMED = "unnamed"


class Polarity(StrEnum):
    """Whether the saying was affirmed, denied in its content, or did not take place."""

    AFFIRMED = "affirmed"
    DENIED = "denied"
    NEGATED = "negated"


class Quoted(StrEnum):
    """How much of a content stands in quotation marks in the article.

    ``Manner.DIRECT`` says less: words behind a colon are direct without any mark.
    """

    ALL = "all"
    PART = "part"
    NONE = "none"


class Flag(StrEnum):
    """A kind of change between two tellings of a statement that a reader should look at."""

    NUMBER = "number"
    NEGATION = "negation"
    NAME = "name"
    HEDGE = "hedge"
    ATTRIBUTION = "attribution"
    MANNER = "manner"


@dataclass(frozen=True, slots=True)
class Change:
    """Words of one telling that the other has otherwise (``before``, ``after``), or lacks."""

    flag: Flag
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Link:
    """How sure it is that a speaker is a person (0 to 1), why, and the ids of others it may be."""

    confidence: float
    reason: str
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open run of code points of a raw text, with the text that stands there."""

    start: int
    end: int
    text: str = ""

    @classmethod
    def of(cls, raw: str, start: int, end: int) -> Span:
        """Return the span of ``raw[start:end]``; raise ``ValueError`` outside the text."""
        if not 0 <= start <= end <= len(raw):
            raise ValueError(f"span [{start}, {end}) lies outside a text of {len(raw)} characters")
        return cls(start, end, raw[start:end])

    def __len__(self) -> int:
        return self.end - self.start


class Unit(StrEnum):
    """What the places within an input are counted in."""

    LINE = "line"
    ROW = "row"
    ENTRY = "entry"
    ITEM = "item"
    OFFSET = "offset"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an item was read: the input as it was named, and the place in it.

    ``member`` is the file within an archive. ``place`` counts lines, table rows, feed entries and
    the items of a JSON document from 1, and the bytes of a web archive from 0; ``None``, as
    ``unit``, where the whole file is the item.
    """

    input: str
    member: str | None = None
    unit: Unit | None = None
    place: int | None = None

    def __str__(self) -> str:
        inside = f":{self.member}" if self.member else ""
        return f"{self.input}{inside}" + (f", {self.unit} {self.place}" if self.unit else "")


@dataclass(frozen=True, slots=True)
class Article:
    """One news article as found. ``extra`` carries unknown fields through untouched.

    ``origin`` is where it was read, if that is known; articles that differ in it alone are equal.
    Raises ``TypeError`` for a field of another type.
    """

    text: str
    title: str | None = None
    id: str = ""
    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    extra: Mapping[str, Any] = field(default_factory=dict, hash=False)
    origin: Origin | None = field(default=None, compare=False)

    def __post_init__(self) -> None:
        for name in ("text", "id"):
            _require(name, getattr(self, name), str)
        for name in ("title", "url", "outlet", "published"):
            if getattr(self, name) is not None:
                _require(name, getattr(self, name), str)
        _require("extra", self.extra, Mapping)

    @property
    def raw(self) -> str:
        """The text that all offsets count into: stripped title, blank line, body."""
        title = (self.title or "").strip()
        return f"{title}\n\n{self.text}" if title else self.text

    @property
    def body_start(self) -> int:
        """Offset of the body's first character in `raw`; 0 without a title."""
        title = (self.title or "").strip()
        return len(title) + 2 if title else 0

    @property
    def key(self) -> str:
        """The id; without one, a hash of the url, or of title and text (32 hex digits)."""
        if self.id:
            return self.id
        basis = self.url or f"{self.title or ''}\0{self.text}"
        return hashlib.sha256(basis.encode("utf-8", "surrogatepass")).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Speaker:
    """One speaker of an article with all the places that name it.

    ``person`` is the same for one person, body or document in all articles, where articles are
    linked (a store, ``gofteh link``); ``linked`` tells how that was found.
    """

    id: int
    name: str | None
    kind: SpeakerKind
    role: str | None = None
    organisation: str | None = None
    mentions: tuple[Span, ...] = ()
    person: str | None = None
    linked: Link | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A speaker that a sieve looked at, its verdict, and the mentions that show why.

    ``verdict`` is a key of ``gofteh.lexicon.rules.VERDICTS``.
    """

    name: str | None
    kind: SpeakerKind
    verdict: str
    evidence: tuple[Span, ...] = ()

    @property
    def chosen(self) -> bool:
        """Whether this is the speaker that the sieve found."""
        return self.verdict == WON


@dataclass(frozen=True, slots=True)
class Step:
    """What one sieve answered when it was asked for a speaker.

    ``why`` is the rule by which it ``found`` one, else a key of ``gofteh.lexicon.rules.PASSED``.
    ``candidates`` are the speakers that it looked at, the chosen one first.
    """

    sieve: str
    found: bool
    why: str
    candidates: tuple[Candidate, ...] = ()

    @property
    def looked(self) -> bool:
        """Whether the sieve takes mentions of this sort at all."""
        return self.why != NOT_MINE


@dataclass(frozen=True, slots=True)
class Because:
    """Which rule or model decided what counts as the statement, and who its speaker is.

    ``by`` tells who proposed it: ``grammar``, ``reader`` (the learned reader, where the grammar
    sees nothing), or ``grammar+source``, ``grammar+content``: the grammar, with that part as the
    reader has it. ``trace``, where it was asked for, is what each sieve answered, in the order
    they were asked.
    """

    statement: str
    speaker: str
    trace: tuple[Step, ...] = ()
    by: str = "grammar"


@dataclass(frozen=True, slots=True)
class Statement:
    """Something that the article reports somebody to have said, written or announced.

    ``repaired``, where it was asked for, is ``content_text`` as it stands in the repaired article.
    ``family``, where articles are linked, is the same for one statement in all articles that tell
    it; ``differences`` and ``changes`` are against its earliest telling, ``nearest`` is the id of
    the one whose words are closest.
    """

    id: str
    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    source: Span | None
    speaker: Speaker
    manner: Manner
    act: str
    lemma: str | None
    confidence: float
    because: Because
    polarity: Polarity = Polarity.AFFIRMED
    embedded_in: str | None = None
    repaired: str | None = None
    quoted: Quoted = Quoted.NONE
    family: str | None = None
    differences: tuple[Flag, ...] = ()
    changes: tuple[Change, ...] = ()
    nearest: str | None = None

    @property
    def content_text(self) -> str:
        """The content's words, its spans joined by an ellipsis."""
        return ELLIPSIS.join(span.text for span in self.content)

    @property
    def cue_text(self) -> str:
        """The cue's words, its spans joined by an ellipsis; empty without a cue."""
        return ELLIPSIS.join(span.text for span in self.cue)


@dataclass(frozen=True, slots=True)
class Reading:
    """An article with what was found in it, in the order of the text.

    ``repaired``, where it was asked for, is the repaired form of ``article.raw``; ``gofteh`` the
    version that read it. To go through a reading is to go through its statements.
    """

    article: Article
    statements: tuple[Statement, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    provenance: Span | None = None
    repaired: str | None = None
    gofteh: str = field(default=__version__, compare=False)

    def __iter__(self) -> Iterator[Statement]:
        return iter(self.statements)

    def to_dict(self, *, with_text: bool = False) -> dict[str, Any]:
        """Return the record of this reading, as ``gofteh extract`` writes it: JSON types only.

        ``with_text`` adds the article's text, so that the record proves itself.
        """
        from gofteh.records.codec import reading_record

        return reading_record(self, with_text=with_text)

    def _repr_html_(self) -> str:
        """Return the article as a notebook shows it, its statements marked."""
        from gofteh.records.shown import shown

        return shown(self)


@dataclass(frozen=True, slots=True)
class Failure:
    """An item that could not be read: stands in the output in its article's place.

    ``item`` names it for a person (a path, ``path:line``, a URL), ``code`` for a program;
    ``origin`` is where it stands, for a program.
    """

    item: str
    code: str
    message: str
    id: str | None = None
    origin: Origin | None = field(default=None, compare=False)


def _require(name: str, value: object, kind: type) -> None:
    if not isinstance(value, kind):
        wanted = "a string" if kind is str else "a mapping"
        raise TypeError(f"Article.{name} must be {wanted}, not {type(value).__name__}")
