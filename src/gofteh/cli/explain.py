"""``gofteh explain``: why each statement is one, and why its speaker is who he is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import asdict
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from gofteh.cli.console import Exit, ending_well, require_inputs, say

if TYPE_CHECKING:
    from gofteh.lexicon.rules import Meaning
    from gofteh.records import Statement, Step


class Language(StrEnum):
    """The language of the explanations."""

    FA = "fa"
    EN = "en"


class Form(StrEnum):
    """How explanations are written."""

    TEXT = "text"
    JSONL = "jsonl"


def explain_command(
    inputs: Annotated[list[str], typer.Argument(metavar="INPUT…", help="As for extract.")],
    language: Annotated[Language, typer.Option(help="fa or en.")] = Language.FA,
    form: Annotated[
        Form, typer.Option("--format", help="text to read, jsonl as data.")
    ] = Form.TEXT,
) -> None:
    """Say for every statement which construction matched, and what each sieve answered."""
    with ending_well():
        require_inputs(inputs)
        failed = _run(inputs, language, form)
    raise typer.Exit(Exit.SOME_FAILED if failed else Exit.DONE)


def _run(inputs: list[str], language: Language, form: Form) -> int:
    import orjson

    from gofteh.pipeline import extract
    from gofteh.read import ReadOptions, read_articles
    from gofteh.records import Failure

    failed = 0
    for item in read_articles(inputs, options=ReadOptions()):
        if isinstance(item, Failure):
            say(f"gofteh: {item.item}: {item.message} [{item.code}]")
            failed += 1
            continue
        for statement in extract(item, explain=True).statements:
            if form is Form.JSONL:
                typer.echo(orjson.dumps(_record(item.key, statement)).decode())
            else:
                typer.echo("\n".join(_lines(statement, language)) + "\n")
    return failed


def _lines(statement: Statement, language: Language) -> Iterator[str]:
    from gofteh.report.wellformed import one_line
    from gofteh.speakers.sieves.order import SPEAKER_RULES
    from gofteh.statements.constructions.order import CONTENT_RULES

    def words(meaning: Meaning) -> str:
        return meaning.fa if language is Language.FA else meaning.en

    because = statement.because
    cue = f" «{one_line(statement.cue_text)}»" if statement.cue else ""
    yield one_line(f"{statement.speaker.name or '—'}: {statement.content_text}")
    yield f"  {because.statement}: {words(CONTENT_RULES[because.statement])}{cue}"
    yield f"  {because.speaker}: {words(SPEAKER_RULES[because.speaker])}"
    for step in because.trace:
        yield from _step_lines(step, words)
    yield f"  {statement.confidence}"


def _step_lines(step: Step, words: Callable[[Meaning], str]) -> Iterator[str]:
    """A sieve that looked at the mention: what it takes, what it answered, and about whom."""
    from gofteh.lexicon.rules import PASSED, VERDICTS
    from gofteh.report.wellformed import one_line
    from gofteh.speakers.sieves.order import SIEVE_MEANINGS

    if not step.looked:
        return
    answer = "" if step.found else f": {words(PASSED[step.why])}"
    yield f"    {'+' if step.found else '-'} {words(SIEVE_MEANINGS[step.sieve])}{answer}"
    for one in step.candidates:
        name = one_line(one.name or "—")
        evidence = "".join(f" «{one_line(span.text)}»" for span in one.evidence)
        yield f"      {name} ({one.kind}): {words(VERDICTS[one.verdict])}{evidence}"


def _record(key: str, statement: Statement) -> dict[str, object]:
    because = statement.because
    return {
        "article": key, "statement": statement.id, "speaker": statement.speaker.name,
        "because": {"statement": because.statement, "speaker": because.speaker},
        "trace": [asdict(step) for step in because.trace],
        "confidence": statement.confidence,
    }  # fmt: skip
