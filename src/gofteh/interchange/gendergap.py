"""The Gender Gap Tracker's quotes, one article a line.

Format: what ``quote_extractor.py`` of the Discourse Lab's GenderGapTracker returns: for each quote
its text, speaker and verb, each with ``(start,end)`` in characters, and a type that tells their
order: ``S`` the speaker, ``V`` the verb, ``C`` the content, ``Q`` a quotation mark. It knows quotes
of one place: those of a statement in several are several, the later ones floating.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from gofteh.records import Failure, Reading, Span, Statement
from gofteh.report.jsonlines import encode_line

_OPENING, _CLOSING = frozenset("«“\"„‹'"), frozenset("»”\"›'")


class GenderGapWriter:
    """Writes one line an article; failures have no text."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out

    def write(self, item: Reading | Failure) -> None:
        """Write one article's line."""
        if isinstance(item, Reading):
            quotes = [one for said in item.statements for one in _quotes(said, item.article.raw)]
            line = {"id": item.article.key, "text": item.article.raw, "quotes": quotes}
            self._out.write(encode_line(line))

    def close(self) -> None:
        """Do nothing: every line is complete already."""


def _quotes(statement: Statement, raw: str) -> Iterator[dict[str, Any]]:
    source, cue = statement.source, statement.cue
    verb = Span.of(raw, cue[0].start, cue[-1].end) if cue else None
    for number, content in enumerate(statement.content):
        yield {
            # The name that the article gives the speaker, where its mention stands.
            "speaker": statement.speaker.name or (source.text if source else ""),
            "speaker_index": _index(source),
            "quote": content.text,
            "quote_index": _index(content),
            "verb": verb.text if verb else "",
            "verb_index": _index(verb),
            "quote_token_count": len(content.text.split()),
            "quote_type": _type(content, source, verb, raw),
            "is_floating_quote": number > 0 or verb is None,
        }


def _index(span: Span | None) -> str:
    return f"({span.start},{span.end})" if span else ""


def _type(content: Span, source: Span | None, verb: Span | None, raw: str) -> str:
    """Return the order of a quote's parts."""
    opened = raw[max(0, content.start - 1) : content.start] in _OPENING and content.start > 0
    closed = raw[content.end : content.end + 1] in _CLOSING and content.end < len(raw)
    letters = [(content.start, "Q" * opened + "C" + "Q" * closed)]
    letters += [(one.start, letter) for one, letter in ((source, "S"), (verb, "V")) if one]
    return "".join(letter for _, letter in sorted(letters))
