"""``gofteh extract``: articles in, statements out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gofteh.cli.console import (
    CannotStartError,
    Exit,
    ending_well,
    processes,
    progress,
    require_inputs,
    say,
)
from gofteh.readers import Reader
from gofteh.text.levels import Level

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from gofteh.batch.extracting import Item, Result
    from gofteh.formats import Format, Writer
    from gofteh.read import ReadOptions
    from gofteh.records import Article, Failure, Reading

WithText = Annotated[
    bool,
    typer.Option("--with-text", help="Write each article's text into its record (jsonl, parquet)."),
]


def extract_command(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT…",
            help="Articles: .jsonl[.gz|.zst], .parquet, .html, .txt, a feed .xml, .warc[.gz], "
            "a folder, a URL, or - for standard input.",
        ),
    ],
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar="FILE", help="Write here, whole or not at all."),
    ] = None,
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="table, jsonl, csv, parquet, html, web-annotation, quotation, doccano or webanno. "
            "Without it: by the ending of FILE; "
            "else table on a terminal and jsonl in a pipe.",
        ),
    ] = None,
    jobs: Annotated[
        int, typer.Option("--jobs", "-j", min=0, help="Processes; 0 for one a core.")
    ] = 1,
    min_confidence: Annotated[
        float,
        typer.Option(
            "--min-confidence", min=0.0, max=1.0, help="Leave out statements less sure than this."
        ),
    ] = 0.0,
    repaired: Annotated[
        Level | None,
        typer.Option(
            "--repaired",
            metavar="LEVEL",
            help="Give the repaired words of each content too: characters, spacing or spelling.",
        ),
    ] = None,
    reader: Annotated[
        Reader,
        typer.Option(
            "--reader",
            help="Who reads: the grammar alone, the learned reader alone, or both with a choice "
            "between them.",
        ),
    ] = Reader.BOTH,
    with_text: WithText = False,
    allow_private: Annotated[
        bool,
        typer.Option(
            "--allow-private", help="Read addresses of this machine and of private networks too."
        ),
    ] = False,
    persian_only: Annotated[
        bool,
        typer.Option("--persian-only", help="Pass over archived pages in other languages."),
    ] = False,
    text_column: Annotated[
        str | None,
        typer.Option(
            "--text-column", metavar="NAME", help="The column of a table that holds the text."
        ),
    ] = None,
) -> None:
    """Find who said what in news articles.

    Exits with 0 when all was read, with 1 when some items failed (each is named), with 2 when
    it could not start.
    """
    with ending_well():
        require_inputs(inputs)
        chosen = chosen_format(form, out)
        require_room(chosen, with_text=with_text)
        require_target(out, inputs)
        from gofteh.batch.extracting import extract_article, read_all
        from gofteh.cli.output import open_writer
        from gofteh.read import ReadOptions

        workers = processes(jobs)
        work = partial(
            extract_article, explain=chosen.explains, repaired=repaired, reader=reader.value
        )
        reading = ReadOptions(
            allow_private=allow_private, text_column=text_column, persian_only=persian_only
        )
        failed = _run(
            inputs,
            partial(open_writer, out, chosen, with_text=with_text),
            out,
            partial(read_all, jobs=workers, work=work),
            least=min_confidence,
            reading=reading,
        )
    raise typer.Exit(Exit.SOME_FAILED if failed else Exit.DONE)


def chosen_format(name: str | None, out: Path | None) -> Format:
    """Return the format that is asked for; raise `CannotStartError` where none can be told."""
    from gofteh.formats import FORMATS, format_of_suffix

    names = ", ".join(FORMATS)
    if name is not None and name not in FORMATS:
        raise CannotStartError(f"no format is called {name!r}. Choose one of: {names}.")
    if name is None and out is not None and out.suffix:
        found = format_of_suffix(out)
        if found is None:
            raise CannotStartError(
                f"the ending of {out} names no format. Add --format with one of: {names}."
            )
        return found
    watched = out is None and sys.stdout.isatty()
    found = FORMATS[name or ("table" if watched else "jsonl")]
    if watched and found.binary:
        raise CannotStartError(
            f"a terminal cannot show {found.name}. Add -o FILE{found.suffixes[0]}."
        )
    return found


def require_room(form: Format, *, with_text: bool) -> None:
    """Raise `CannotStartError` where texts are asked for that a format has no room for."""
    if with_text and not form.holds_text:
        from gofteh.formats import FORMATS

        names = " or ".join(found.name for found in FORMATS.values() if found.holds_text)
        raise CannotStartError(f"{form.name} has no room for texts. Add --format {names}.")


def require_target(out: Path | None, inputs: list[str]) -> None:
    """Raise `CannotStartError` where a file cannot be written, or would destroy an input."""
    if out is None:
        return
    if not out.resolve().parent.is_dir():
        raise CannotStartError(f"the folder of {out} does not exist. Make it first.")
    if out.is_dir():
        raise CannotStartError(f"{out} is a folder. Name a file in it.")
    if out.is_file() and any(Path(name).exists() and out.samefile(name) for name in inputs):
        raise CannotStartError(f"{out} is an input too. Write to another file.")


def _run(
    inputs: list[str],
    writing: Callable[[], AbstractContextManager[Writer]],
    out: Path | None,
    read_all: Callable[[Iterable[Item]], Iterator[Result]],
    *,
    least: float,
    reading: ReadOptions,
) -> int:
    """Read, extract and write; return how many items failed."""
    from gofteh.read.apart import read_apart

    # A moving line would be torn by results that go to the same terminal.
    shown = out is not None or not sys.stdout.isatty()
    tally = _Tally()
    articles = read_apart(inputs, reading, tally.again)
    try:
        with progress("articles", shown=shown) as counter, writing() as writer:
            for item in counter.over(tally.over(_sure(read_all(articles), least))):
                writer.write(item)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise CannotStartError(f"cannot write the output: {error}") from error
    tally.conclude(out)
    return tally.failed


def _sure(items: Iterable[Reading | Failure], least: float) -> Iterator[Reading | Failure]:
    """Yield the items, each reading without the statements that are less sure."""
    from gofteh.pipeline import surest
    from gofteh.records import Failure

    return (i if isinstance(i, Failure) or not least else surest(i, least) for i in items)


class _Tally:
    """Counts what passes and names each failed item."""

    def __init__(self) -> None:
        self.failed = 0
        self._articles = 0
        self._statements = 0
        self._again = 0

    def over(self, items: Iterable[Reading | Failure]) -> Iterator[Reading | Failure]:
        """Yield the items as they are."""
        from gofteh.records import Failure

        for item in items:
            if isinstance(item, Failure):
                self.failed += 1
                say(f"gofteh: {item.item}: {item.message} [{item.code}]")
            else:
                self._articles += 1
                self._statements += len(item.statements)
            yield item

    def again(self, article: Article) -> None:
        """Count an article that came under the id of an earlier one; name the first of them."""
        self._again += 1
        if self._again == 1:
            say(f"gofteh: {article.origin}: its id stood before in this input; now {article.id}")

    def conclude(self, out: Path | None) -> None:
        """Say what came of it: when something failed, and to a person."""
        if self._again > 1:
            say(f"gofteh: {self._again} articles in all came under the id of an earlier one")
        if self.failed or (out is not None and sys.stderr.isatty()):
            where = f" → {out}" if out else ""
            say(
                f"{self._articles} articles, {self._statements} statements, "
                f"{self.failed} failed{where}"
            )
