"""``gofteh export``: statements out of a database, in every format."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gofteh.cli.console import CannotStartError, Exit, ending_well, progress, say
from gofteh.cli.extract import WithText
from gofteh.cli.stores import DEFAULT, Db, Outlets, Since, Until, article_query, opened
from gofteh.cli.targets import chosen_format, require_room, require_target

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from gofteh.formats import Writer
    from gofteh.records import Reading
    from gofteh.store import Query, Store


def export_command(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="WORDS…", help="Only articles with these words, as for search."),
    ] = None,
    db: Db = DEFAULT,
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar="FILE", help="Write here, whole or not at all."),
    ] = None,
    form: Annotated[
        str | None,
        typer.Option("--format", "-f", metavar="FORMAT", help="As for extract."),
    ] = None,
    outlets: Outlets = None,
    since: Since = None,
    until: Until = None,
    with_text: WithText = False,
) -> None:
    """Write stored articles with their statements, corrections applied, oldest first.

    Exits with 0 when done, with 2 when it could not start.
    """
    with ending_well():
        chosen = chosen_format(form, out)
        require_room(chosen, with_text=with_text)
        require_target(out, [] if "://" in db else [db])
        from gofteh.cli.output import open_writer

        query = article_query(" ".join(words or []), outlets, since, until)
        with opened(db) as store:
            _run(store, query, out, partial(open_writer, out, chosen, with_text=with_text))
    raise typer.Exit(Exit.DONE)


def _run(
    store: Store,
    query: Query,
    out: Path | None,
    writing: Callable[[], AbstractContextManager[Writer]],
) -> None:
    try:
        with progress("articles", shown=out is not None) as counter, writing() as to:
            for reading in counter.over(_readings(store, query)):
                to.write(reading)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise CannotStartError(f"cannot write the output: {error}") from error
    if out is not None:
        say(f"→ {out}")


def _readings(store: Store, query: Query) -> Iterator[Reading]:
    for article in store.each_article(query):
        yield article.reading
