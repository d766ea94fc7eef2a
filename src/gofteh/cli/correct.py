"""``gofteh correct``: the annotators' corrections into the database."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from gofteh.annotate.marks import AnnotationError
from gofteh.cli.console import Exit, ending_well, require_inputs, say
from gofteh.cli.stores import DEFAULT, Db, opened

if TYPE_CHECKING:
    from gofteh.annotate.marks import Marks
    from gofteh.store import Store, StoredArticle


def correct_command(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="ANNOTATIONS…",
            help="What the annotators made of an export: doccano's .jsonl, INCEpTION's .tsv, .zip.",
        ),
    ],
    author: Annotated[
        str, typer.Option("--author", metavar="NAME", help="Who corrected.")
    ] = "annotators",
    db: Db = DEFAULT,
) -> None:
    """Take over what annotators changed. Taking over the same again changes nothing.

    Exits with 0 when all was taken over, with 1 when some files or articles could not be (each
    is named), with 2 when it could not start.
    """
    with ending_well():
        require_inputs(inputs)
        with opened(db) as store:
            failed = sum(_take_over(store, name, author) for name in inputs)
    raise typer.Exit(Exit.SOME_FAILED if failed else Exit.DONE)


def _take_over(store: Store, name: str, author: str) -> int:
    """Take one file over; return how many of its articles could not be."""
    articles = made = failed = 0
    try:
        for marks in _read(name):
            try:
                made += _take_over_one(store, marks, author)
                articles += 1
            except AnnotationError as error:
                failed += 1
                say(f"gofteh: {name}: {error}")
    except (ValueError, OSError) as error:  # the rest of the file cannot be read
        failed += 1
        say(f"gofteh: {name}: {error}")
    say(f"{name}: {articles} articles, {made} corrections, {failed} failed")
    return failed


def _take_over_one(store: Store, marks: Marks, author: str) -> int:
    """Keep what must be corrected in one article; return how much that is."""
    from gofteh.annotate.compare import corrections

    article = store.article(marks.article) or _article_of(store, marks)
    if article is None:
        raise AnnotationError(f"{marks.article or 'an article'} is not in the database")
    created = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    found = corrections(article, marks, author, created)
    for correction in found:
        store.put_correction(correction)
    return len(found)


def _read(name: str) -> Iterator[Marks]:
    from gofteh.annotate.doccano import read_doccano
    from gofteh.annotate.webanno import read_webanno

    return read_webanno(name) if name.endswith((".tsv", ".zip")) else read_doccano(name)


def _article_of(store: Store, marks: Marks) -> StoredArticle | None:
    """Return the article of the first statement that the annotators left in place."""
    for mark in marks.statements:
        if stored := store.statement(mark.id):
            return store.article(stored.article.id)
    return None
