"""``gofteh link``: who and what is the same, over extracted records, without a database."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from gofteh.cli.console import CannotStartError, Exit, ending_well, require_inputs, say
from gofteh.cli.linkstore import link_store
from gofteh.cli.stores import DEFAULT, Db
from gofteh.cli.targets import require_target

if TYPE_CHECKING:
    from gofteh.link.records import Linked
    from gofteh.persons.holders import Holder
    from gofteh.persons.rulings import Rulings

Record = dict[str, Any]


def link_command(
    inputs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="RECORDS…",
            help="Records of gofteh extract: .jsonl[.gz|.zst], .parquet, or - for standard input. "
            "Without any, the whole database is linked anew.",
        ),
    ] = None,
    db: Db = DEFAULT,
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar="FILE", help="Write here, .jsonl or .parquet, whole."),
    ] = None,
    holders: Annotated[
        Path | None,
        typer.Option(
            "--holders", metavar="TSV", help="Your own table of who held which office when."
        ),
    ] = None,
    rulings: Annotated[
        Path | None,
        typer.Option(
            "--rulings", metavar="JSONL", help="Merges and splits by hand; they win over evidence."
        ),
    ] = None,
    authority: Annotated[
        list[Path] | None,
        typer.Option(
            "--authority",
            metavar="FILE",
            help="Into the database: persons and bodies of Wikidata's dump (.json[.gz|.bz2]) or of "
            "a list (.csv: id, name, kind, aliases, office, first, last); repeatable.",
        ),
    ] = None,
    persons: Annotated[
        Path | None,
        typer.Option(
            "--persons", metavar="FILE", help="Write who was found, with names and offices by day."
        ),
    ] = None,
) -> None:
    """Tell one person, and one statement, over all articles: adds person and family to records.

    A database links what it ingests as it comes; without RECORDS it is linked at once, so that the
    order in which articles came does not matter. Ids and rulings stay.

    Exits with 0 when all was linked, with 1 when some records were of articles that could not be
    read, with 2 when it could not start.
    """
    with ending_well(), ExitStack() as stack:
        if not inputs:
            _require_no_files(out, holders, persons)
            link_store(db, rulings, authority or [])
            raise typer.Exit(Exit.DONE)
        if authority:
            raise CannotStartError("--authority is for a database: leave RECORDS out.")
        require_inputs(inputs)
        _require_whole_records(inputs)
        _require_form(out)
        for target in (out, persons):
            require_target(target, inputs)
        files = [_lasting(name, stack) for name in inputs]
        linked = _linked(files, _holders(holders), _rulings(rulings))
        failed = _write(files, linked, out)
        if persons is not None:
            _write_persons(linked, persons)
    raise typer.Exit(Exit.SOME_FAILED if failed else Exit.DONE)


def _require_no_files(*files: Path | None) -> None:
    if any(files):
        raise CannotStartError(
            "--out, --holders and --persons are for RECORDS. A database is written with "
            "gofteh export."
        )


def _require_whole_records(inputs: list[str]) -> None:
    for name in inputs:
        if Path(name).suffix.lower() in (".csv", ".html", ".zip", ".conllu"):
            raise CannotStartError(
                f"{name}: this form has not all of a record. Give what gofteh extract wrote as "
                "JSONL or Parquet."
            )


def _require_form(out: Path | None) -> None:
    names = [suffix.lower() for suffix in out.suffixes] if out else []
    if any(name in (".csv", ".html", ".zip", ".conllu") for name in names):
        raise CannotStartError(
            f"{out}: records with persons and families are written as .jsonl or .parquet. "
            "For a table, gofteh ingest them and gofteh export --format csv."
        )


def _lasting(name: str, stack: ExitStack) -> str:
    """Return a file that can be read twice: standard input is copied to one."""
    if name != "-":
        return name
    copy = Path(stack.enter_context(tempfile.TemporaryDirectory())) / "records.jsonl"
    with copy.open("wb") as stream:
        shutil.copyfileobj(sys.stdin.buffer, stream)
    return str(copy)


def _records(files: list[str]) -> Iterator[Record]:
    from gofteh.report.load import read_records

    for name in files:
        yield from read_records(name)


def _linked(
    files: list[str], holders: tuple[Holder, ...] | None, rulings: Rulings | None
) -> Linked:
    from gofteh.link.records import link_records

    try:
        return link_records(lambda: _records(files), holders, rulings)
    except (KeyError, TypeError) as error:
        raise CannotStartError(
            f"a record lacks {error}. Give the records that gofteh extract --format jsonl writes."
        ) from error
    except (OSError, ValueError) as error:
        raise CannotStartError(str(error)) from error


def _holders(path: Path | None) -> tuple[Holder, ...] | None:
    from gofteh.persons.holders import read_holders

    if path is None:
        return None
    try:
        return tuple(read_holders(path.read_text("utf-8").splitlines()))
    except (OSError, ValueError) as error:
        raise CannotStartError(f"{path}: {error}") from error


def _rulings(path: Path | None) -> Rulings | None:
    from gofteh.persons.rulings import Rulings, parse_ruling
    from gofteh.report.jsonlines import read_objects

    if path is None:
        return None
    try:
        return Rulings([parse_ruling(entry) for _, entry in read_objects(str(path))])
    except (OSError, ValueError) as error:
        raise CannotStartError(f"{path}: {error}") from error


def _write(files: list[str], linked: Linked, out: Path | None) -> int:
    """Write the records with what was found; return how many were failures."""
    from gofteh.cli.output import streamed_stdout
    from gofteh.report.jsonlines import encode_line
    from gofteh.report.output import whole_file

    failed = 0
    try:
        with whole_file(out) if out else streamed_stdout() as stream:
            write, close = stream.write, None
            if out and out.suffix.lower() == ".parquet":
                from gofteh.report.parquet import ParquetWriter

                table = ParquetWriter(stream)
                close = table.close
            for record in linked.over(_records(files)):
                if "error" in record:
                    failed += 1
                    say(f"gofteh: {record.get('id')}: {record['error'].get('message')}")
                if close:
                    table.write_record(record)
                else:
                    write(encode_line(record))
            if close:
                close()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise CannotStartError(f"cannot write the output: {error}") from error
    return failed


def _write_persons(linked: Linked, path: Path) -> None:
    from gofteh.link.records import person_record
    from gofteh.report.jsonlines import encode_line
    from gofteh.report.output import whole_file

    with whole_file(path) as stream:
        for person in linked.register:
            stream.write(encode_line(person_record(person)))
