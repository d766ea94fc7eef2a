"""``gofteh evaluate``: the figures of the yardstick, and the errors by class."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from gofteh.cli.console import CannotStartError, Exit, ending_well, progress, require_inputs, say
from gofteh.readers import Reader

if TYPE_CHECKING:
    from gofteh.evaluate.answers import Answers
    from gofteh.evaluate.errors import Error, ErrorClass
    from gofteh.evaluate.phenomena import Row
    from gofteh.evaluate.scores import Scores
    from gofteh.records import Article


def evaluate_command(
    articles: Annotated[
        str, typer.Option("--articles", "-a", metavar="A", help="Annotated articles, .jsonl.")
    ],
    gold: Annotated[str, typer.Option("--gold", "-g", metavar="G", help="Annotations, .jsonl.")],
    predicted: Annotated[
        str | None,
        typer.Option(
            "--system",
            "--predicted",
            "-p",
            metavar="FILE",
            help="What a system answers, .jsonl: records, or quotes as Citron or the Gender Gap "
            "Tracker write them. Without it the articles are extracted now.",
        ),
    ] = None,
    row: Annotated[
        str | None,
        typer.Option("--row", metavar="NAME", help="Print a row of the scoreboard for it, alone."),
    ] = None,
    examples: Annotated[
        int, typer.Option("--errors", "-e", min=0, help="Examples of every class of errors.")
    ] = 0,
    by_phenomenon: Annotated[
        bool, typer.Option("--by-phenomenon", help="How each way of reporting speech is found.")
    ] = False,
    reader: Annotated[
        Reader,
        typer.Option(
            "--reader",
            help="Who reads, without --system: the grammar alone, the learned reader alone, "
            "or both with a choice between them.",
        ),
    ] = Reader.BOTH,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
) -> None:
    """Measure statements against annotated ones."""
    with ending_well():
        require_inputs([articles, gold, *([predicted] if predicted else [])])
        failed = _run(articles, gold, predicted, row, examples, by_phenomenon, as_json, reader)
    raise typer.Exit(Exit.SOME_FAILED if failed else Exit.DONE)


def _run(
    articles: str,
    gold: str,
    predicted: str | None,
    row: str | None,
    examples: int,
    by_phenomenon: bool,
    as_json: bool,
    reader: Reader,
) -> int:
    from gofteh.evaluate import phenomena
    from gofteh.evaluate.answers import read_answers, read_articles_file
    from gofteh.evaluate.errors import errors_by_class
    from gofteh.evaluate.scores import score
    from gofteh.evaluate.systems import read_system

    try:
        texts, truth = read_articles_file(articles), read_answers(gold)
        answers, failed = (
            (read_system(predicted), 0) if predicted else _extract(texts, truth, reader)
        )
        _warn_of_strangers(answers, truth)
        scores = score(texts, truth, answers)
    except (OSError, ValueError) as error:
        raise CannotStartError(str(error)) from error
    if row is not None:
        _print_row(row, scores)
        return failed
    errors = errors_by_class(texts, truth, answers)
    rows = phenomena.by_phenomenon(texts, truth, answers) if by_phenomenon else ()
    if as_json:
        _print_json(scores, errors, examples, rows)
    else:
        _print_figures(scores)
        _print_phenomena(rows)
        _print_errors(errors, examples)
    return failed


def _warn_of_strangers(answers: Answers, gold: Answers) -> None:
    """Say that a system answered for articles that are not annotated: they count for nothing."""
    strangers = [name for name in answers if name not in gold]
    if strangers:
        say(
            f"gofteh: {len(strangers)} of the system's {len(answers)} articles are not in the gold "
            f"and count for nothing; the first is {strangers[0]!r}. "
            f"Ids are to be those of --articles, like {next(iter(gold), '')!r}."
        )


def _extract(texts: Mapping[str, Article], gold: Answers, reader: Reader) -> tuple[Answers, int]:
    """Return what the extraction answers for the annotated articles, and how often it failed."""
    from functools import partial

    from gofteh.batch.extracting import extract_all, extract_article
    from gofteh.evaluate.answers import answers_of
    from gofteh.records import Failure

    answers, failed = {}, 0
    work = partial(extract_article, reader=reader.value)
    with progress("articles", shown=True) as counter:
        annotated = [article for name, article in texts.items() if name in gold]
        for item in counter.over(extract_all(annotated, work=work)):
            if isinstance(item, Failure):
                failed += 1
                say(f"gofteh: {item.item}: {item.message} [{item.code}]")
            else:
                answers[item.article.key] = answers_of(item)
    return answers, failed


def _print_row(name: str, scores: Scores) -> None:
    from gofteh.report.wellformed import one_line

    whole = scores.as_dict()
    shown = (value["f1"] if isinstance(value, dict) else value for value in whole.values())
    cells = (f"{value:.3f}" if isinstance(value, float) else str(value) for value in shown)
    typer.echo(f"| {one_line(name).replace('|', '/')} | {' | '.join(cells)} |")


def _print_figures(scores: Scores) -> None:
    for name, value in scores.as_dict().items():
        if isinstance(value, dict):
            shown = f"{value['f1']:.4f}  (precision {value['p']:.4f}, recall {value['r']:.4f})"
        else:
            shown = str(value)
        typer.echo(f"{name:18} {shown}")


def _print_phenomena(rows: Sequence[Row]) -> None:
    if rows:
        typer.echo(f"\n{'by phenomenon':27} gold  found  exact  right")
    for row in rows:
        shares = (row.found, row.close, row.right)
        shown = "  ".join(f"{share / row.gold:5.3f}" if row.gold else "    -" for share in shares)
        typer.echo(f"{row.name:27} {row.gold:4}  {shown}")


def _print_errors(errors: Mapping[ErrorClass, list[Error]], examples: int) -> None:
    from gofteh.report.wellformed import one_line

    typer.echo("\nerrors by class")
    for kind, found in errors.items():
        typer.echo(f"{kind:18} {len(found)}")
        for error in found[:examples]:
            typer.echo(f"  {one_line(f'{error.article}: {error.content}')}")
            typer.echo(f"    {_difference(error)}")


def _difference(error: Error) -> str:
    from gofteh.report.wellformed import one_line

    return one_line(f"expected {error.expected or 'nothing'} | given {error.given or 'nothing'}")


def _print_json(
    scores: Scores,
    errors: Mapping[ErrorClass, list[Error]],
    examples: int,
    rows: Sequence[Row],
) -> None:
    from dataclasses import asdict

    from gofteh.report.jsonlines import encode_line

    classes: dict[str, Any] = {
        kind.value: {
            "count": len(found),
            "examples": [asdict(error) for error in found[:examples]],
        }
        for kind, found in errors.items()
    }
    table = {"phenomena": [asdict(row) for row in rows]} if rows else {}
    typer.echo(encode_line(scores.as_dict() | table | {"errors": classes}), nl=False)
