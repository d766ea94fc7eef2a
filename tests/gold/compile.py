"""Compile ``source/*.txt`` into ``fictional.articles.jsonl`` and ``fictional.gold.jsonl``.

A source file is one fictional article, easy to read and to mend::

    id: fict-…                      header: id, outlet, published, url, provenance, form
    outlet: …
    ---
    headline with marks (or a blank line: an article without one)

    body with marks
    ---
    == full name | kind | alias؛ alias
    direct 1 3
    indirect 2

Marks (one space after the tag belongs to the mark): ``⟦1 …⟧`` content of statement 1, ``⟨1c …⟩``
its cue, ``⟨1s …⟩`` its source; ``⟨1,2s …⟩`` serves two statements. Marks nest; the same tag twice
gives one statement two spans. ``form`` names how the outlet's text came out (see `FORMS`).

Run it after every change: ``python tests/gold/compile.py``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
ZWNJ = "\u200c"
KINDS = {"person", "organisation", "group", "document", "unnamed"}
MANNERS = ("direct", "indirect", "mixed")
OPENING = re.compile(
    r"⟦(?P<content>\d+)[ \u00a0]?|⟨(?P<numbers>\d+(?:,\d+)*)(?P<part>[sc])[ \u00a0]?"
)
CLOSING = {"⟦": "⟧", "⟨": "⟩"}


def _nbsp(text: str) -> str:
    """Every seventh space a no-break space, as word processors leave them."""
    count = iter(range(1, len(text) + 1))
    spaces = (m.start() for m in re.finditer(" ", text))
    chosen = {at for at in spaces if next(count) % 7 == 0}
    return "".join("\u00a0" if at in chosen else char for at, char in enumerate(text))


# What becomes of careful spelling on its way through real newsrooms and crawlers.
FORMS: dict[str, Callable[[str], str]] = {
    "spaces": lambda text: text.replace(ZWNJ, " "),
    "dropped": lambda text: text.replace(ZWNJ, ""),
    "arabic": lambda text: text.replace("ی", "ي").replace("ک", "ك"),
    "glued": lambda text: text.replace("\n", ""),
    "glued-space": lambda text: text.replace("\n", "   "),
    "nbsp": _nbsp,
}


class SourceError(ValueError):
    """A source file breaks the format; the message names the file and what to mend."""


@dataclass(slots=True)
class Draft:
    """The spans of one statement while its file is read."""

    content: list[list[int]] = field(default_factory=list)
    cue: list[list[int]] = field(default_factory=list)
    source: list[int] | None = None


@dataclass(frozen=True, slots=True)
class Voice:
    """One speaker block of a footer: who, and which statements in which manner."""

    name: str
    kind: str
    aliases: tuple[str, ...]
    manners: dict[int, str]


def strip_marks(marked: str, offset: int = 0) -> tuple[str, dict[int, Draft]]:
    """Return the plain text and the drafts by number; offsets start at ``offset``.

    Raise `SourceError` on marks that do not pair.
    """
    plain: list[str] = []
    drafts: dict[int, Draft] = {}
    stack: list[tuple[str, list[int], str, int]] = []
    at = 0
    while at < len(marked):
        if opening := OPENING.match(marked, at):
            numbers = opening["content"] or opening["numbers"]
            part = opening["part"] or "content"
            stack.append((marked[at], [int(n) for n in numbers.split(",")], part, len(plain)))
            at = opening.end()
        elif marked[at] in "⟧⟩":
            _close(stack, marked, at, len(plain), offset, drafts)
            at += 1
        else:
            plain.append(marked[at])
            at += 1
    if stack:
        raise SourceError(f"mark {stack[-1][0]}{stack[-1][1]} is never closed")
    return "".join(plain), drafts


def _close(
    stack: list[tuple[str, list[int], str, int]],
    marked: str,
    at: int,
    end: int,
    offset: int,
    drafts: dict[int, Draft],
) -> None:
    if not stack or CLOSING[stack[-1][0]] != marked[at]:
        raise SourceError(f"{marked[at]} closes nothing near {marked[max(0, at - 30) : at + 1]!r}")
    _, numbers, part, start = stack.pop()
    for number in numbers:
        draft = drafts.setdefault(number, Draft())
        span = [start + offset, end + offset]
        if part == "content":
            draft.content.append(span)
        elif part == "c":
            draft.cue.append(span)
        elif draft.source is None:
            draft.source = span
        else:
            raise SourceError(f"statement {number} has two sources")


def read_voices(footer: str) -> Iterator[Voice]:
    """Yield the speakers of a footer; raise `SourceError` on a line that fits nothing."""
    for block in re.split(r"^== ", footer.strip(), flags=re.M)[1:]:
        head, *lines = block.strip().split("\n")
        name, kind, *rest = (piece.strip() for piece in head.split("|"))
        if kind not in KINDS:
            raise SourceError(f"{name}: unknown kind {kind!r}")
        aliases = tuple(a.strip() for a in rest[0].split("؛")) if rest and rest[0] else ()
        manners: dict[int, str] = {}
        for line in lines:
            manner, *numbers = line.split()
            if manner not in MANNERS:
                raise SourceError(f"{name}: unknown manner {manner!r}")
            manners |= {int(number): manner for number in numbers}
        yield Voice(name, kind, aliases, manners)


def compile_article(source: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the article and the gold record of one source; raise `SourceError`."""
    header_text, marked, footer = re.split(r"^---\n", source, flags=re.M)
    header = dict(line.split(": ", 1) for line in header_text.strip().split("\n"))
    title, _, body = marked.rstrip("\n").partition("\n\n")
    if title.startswith("\n"):  # the block opens with a blank line: an article without headline
        title, body = "", title[1:] + body
    forms = header.get("form", "").split()
    for form in forms:
        title, body, footer = FORMS[form](title), FORMS[form](body), _footer(form, footer)
    title, title_drafts = strip_marks(title)
    text, drafts = strip_marks(body, len(title) + 2 if title else 0)
    if title_drafts.keys() & drafts.keys():
        raise SourceError("a statement may not stand in headline and body at once")
    article = {key: header.get(key) for key in ("id", "outlet", "url", "published")}
    gold = {"id": header["id"], "provenance": header.get("provenance")}
    gold["statements"] = _statements(title_drafts | drafts, list(read_voices(footer)))
    return article | {"title": title or None, "text": text}, gold


def _footer(form: str, footer: str) -> str:
    """Names are given as the article has them, so spelling forms reach them too."""
    return FORMS[form](footer) if form in ("spaces", "dropped", "arabic") else footer


def _statements(drafts: dict[int, Draft], voices: list[Voice]) -> list[dict[str, Any]]:
    said_by = {number: voice for voice in voices for number in voice.manners}
    if said_by.keys() != drafts.keys():
        raise SourceError(f"marks and footer differ: {sorted(said_by.keys() ^ drafts.keys())}")
    empty = [number for number, draft in drafts.items() if not draft.content]
    if empty:
        raise SourceError(f"without content: {empty}")
    ordered = sorted(drafts, key=lambda number: min(drafts[number].content))
    return [_record(drafts[number], said_by[number], number) for number in ordered]


def _record(draft: Draft, voice: Voice, number: int) -> dict[str, Any]:
    return {
        "content": sorted(draft.content),
        "cue": sorted(draft.cue),
        "source": draft.source,
        "speaker": voice.name,
        "aliases": list(voice.aliases),
        "kind": voice.kind,
        "manner": voice.manners[number],
    }


def compile_all() -> tuple[str, str]:
    """Return the two JSONL files; raise `SourceError` naming the file that is wrong."""
    articles, golds = [], []
    for path in sorted((HERE / "source").glob("*.txt")):
        try:
            article, gold = compile_article(path.read_text(encoding="utf-8"))
        except (SourceError, ValueError, KeyError) as error:
            raise SourceError(f"{path.name}: {error}") from error
        articles.append(json.dumps(article, ensure_ascii=False))
        golds.append(json.dumps(gold, ensure_ascii=False))
    return "\n".join(articles) + "\n", "\n".join(golds) + "\n"


def main() -> None:
    """Write both files beside this script."""
    articles, gold = compile_all()
    (HERE / "fictional.articles.jsonl").write_text(articles, encoding="utf-8")
    (HERE / "fictional.gold.jsonl").write_text(gold, encoding="utf-8")


if __name__ == "__main__":
    main()
