"""``gofteh verify``: proof of every span."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Annotated, Any

import typer

from gofteh.cli.console import CannotStartError, Exit, ending_well, progress, require_inputs, say

if TYPE_CHECKING:
    from gofteh.verify import Problem


def verify_command(
    statements: Annotated[
        str,
        typer.Argument(
            metavar="STATEMENTS", help="Records of gofteh extract: .jsonl[.gz|.zst] or .parquet."
        ),
    ],
    articles: Annotated[
        list[str],
        typer.Option("--articles", "-a", metavar="ARTICLES", help="What they were read from."),
    ],
) -> None:
    """Prove that every span stands in its article, to the character.

    Lists on standard output what cannot be proved and exits with 1 then.
    """
    with ending_well():
        require_inputs([statements, *articles])
        if statements == "-" and "-" in articles:
            raise CannotStartError("standard input can be STATEMENTS or ARTICLES, not both.")
        failed = _run(statements, articles)
    raise typer.Exit(Exit.SOME_FAILED if failed else Exit.DONE)


def _run(statements: str, articles: list[str]) -> int:
    from gofteh.read import ReadOptions
    from gofteh.read.apart import read_apart
    from gofteh.verify import verify

    records = _Records(statements)
    checks = verify(records, read_apart(articles, ReadOptions()))
    count = spans = failed = 0
    with progress("records", shown=True) as counter:
        for check in counter.over(checks):
            count, spans, failed = count + 1, spans + check.spans, failed + _list(check.problems)
    if records.broken:
        typer.echo(records.broken)
        failed += 1
    say(f"{count} records, {spans} spans, {failed} wrong")
    return failed


def _list(problems: Iterable[Problem]) -> int:
    from gofteh.report.wellformed import one_line

    lines = [one_line(str(problem)) for problem in problems]
    for line in lines:
        typer.echo(line)
    return len(lines)


class _Records:
    """The records of a file; where it breaks off, the reason is kept for the list."""

    def __init__(self, path: str) -> None:
        self._path = path
        self.broken = ""

    def __iter__(self) -> Iterator[Mapping[str, Any]]:
        from gofteh.report.load import read_records

        try:
            yield from read_records(self._path)
        except (ValueError, OSError, EOFError) as error:
            self.broken = str(error)
