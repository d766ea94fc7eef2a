"""``gofteh search``: statements out of a database by what was said, by whom, when."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from gofteh.cli.console import CannotStartError, Exit, ending_well, say
from gofteh.cli.stores import DEFAULT, Db, Outlets, Since, Until, first_day, last_day, opened
from gofteh.records import Manner, SpeakerKind

if TYPE_CHECKING:
    from gofteh.store import Hit, Page, Piece, Query, Store


class Sorting(StrEnum):
    """The orders of results, as options."""

    NEWEST = "newest"
    OLDEST = "oldest"
    BEST = "best"


def search_command(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="WORDS…",
            help='Words, "a phrase", begin*, AND, OR, NOT, parentheses; - for standard input.',
        ),
    ] = None,
    speaker: Annotated[
        str, typer.Option("--speaker", "-s", metavar="NAME", help="Words of name, role or body.")
    ] = "",
    outlets: Outlets = None,
    kinds: Annotated[
        list[SpeakerKind] | None,
        typer.Option("--kind", help="Of this kind of speaker; repeatable."),
    ] = None,
    manners: Annotated[
        list[Manner] | None, typer.Option("--manner", help="In this manner; repeatable.")
    ] = None,
    acts: Annotated[
        list[str] | None,
        typer.Option("--act", metavar="ACT", help="say, deny, warn, promise …; repeatable."),
    ] = None,
    confidence: Annotated[
        float, typer.Option("--confidence", min=0, max=1, help="At least this sure.")
    ] = 0.0,
    since: Since = None,
    until: Until = None,
    any_word: Annotated[
        bool,
        typer.Option(
            "--any", help="Any of the words, the closest first: for a quote as somebody tells it."
        ),
    ] = False,
    order: Annotated[
        Sorting | None,
        typer.Option("--order", help="What comes first; newest, with --any best."),
    ] = None,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, max=200, help="At most.")] = 20,
    cursor: Annotated[
        str | None, typer.Option("--cursor", metavar="CURSOR", help="Where the last page ended.")
    ] = None,
    json: Annotated[
        bool, typer.Option("--json", help="One JSON object a line, on a terminal too.")
    ] = False,
    db: Db = DEFAULT,
) -> None:
    """Find statements.

    On a terminal a list to read, in a pipe one JSON object a line. gofteh wordings tells in which
    outlets one of them stands. Exits with 0, found or not, and with 2 when it could not start.
    """
    with ending_well():
        from gofteh.store import Order, Query
        from gofteh.store.query import any_of

        asked = _words(words or [])
        first = order or (Sorting.BEST if any_word else Sorting.NEWEST)
        query = Query(
            words=any_of(asked) if any_word else asked,
            speaker_name=speaker,
            outlets=tuple(outlets or ()),
            kinds=tuple(kind.value for kind in kinds or ()),
            manners=tuple(manner.value for manner in manners or ()),
            acts=tuple(acts or ()),
            min_confidence=confidence,
            since=first_day(since),
            until=last_day(until),
            order=Order(first.value),
        )
        _run(query, cursor, limit, db, json=json or not sys.stdout.isatty())
    raise typer.Exit(Exit.DONE)


def _words(words: list[str]) -> str:
    if words != ["-"]:
        return " ".join(words)
    try:
        return sys.stdin.buffer.read().decode("utf-8").strip()
    except UnicodeDecodeError as error:
        raise CannotStartError(f"the words on standard input are not UTF-8 ({error}).") from error


def _run(query: Query, cursor: str | None, limit: int, db: str, *, json: bool) -> None:
    with opened(db) as store:
        page = store.search(query, cursor, limit)
        if json:
            _print_json(page)
        else:
            found = store.count(query)
            _print_list(page)
            more = "" if found.exact else " and more"
            say(f"{found.number}{more} statement{'s' if found.number != 1 else ''}")
        if not page.items and cursor is None:
            _say_what_else(store, query)
    if page.next:
        say(f"more: --cursor {page.next}")


def _say_what_else(store: Store, query: Query) -> None:
    """Say how to find something where nothing was found."""
    meant = store.meant(query)
    if meant:
        say(f"did you mean: {meant.words or meant.speaker_name}")
    if len(query.words.split()) > 1 and " OR " not in query.words:
        say("all words must occur; --any finds what has some of them, the closest first")


def _print_json(page: Page[Hit]) -> None:
    from gofteh.report.jsonlines import encode_line
    from gofteh.store.jsonrecords import hit_record

    for hit in page.items:
        typer.echo(encode_line(hit_record(hit)), nl=False)


def _print_list(page: Page[Hit]) -> None:
    from rich.console import Console
    from rich.text import Text

    from gofteh.report.wellformed import one_line

    console = Console(highlight=False, emoji=False)
    for hit in page.items:
        stored = hit.stored
        name = stored.speaker_name or stored.statement.speaker.name or "unknown"
        where = (stored.article.outlet, stored.article.day and stored.article.day.isoformat())
        console.print(
            Text.assemble(
                (one_line(name), "bold"),
                *((" · " + one_line(part), "dim") for part in where if part),
            )
        )
        console.print(_snippet(hit.snippet))
        console.print(Text(stored.statement.id, style="dim"), end="\n\n")


def _snippet(pieces: tuple[Piece, ...]) -> object:
    from rich.text import Text

    from gofteh.report.wellformed import inline

    styled = ((inline(piece.text), "bold yellow" if piece.marked else "") for piece in pieces)
    return Text.assemble(*styled)
