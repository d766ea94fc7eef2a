"""``gofteh schema``: the JSON Schema of the records."""

from __future__ import annotations

import json

import typer


def schema_command() -> None:
    """Print the JSON Schema of the records that extract, export and the API give."""
    from gofteh.records.schema import json_schema

    typer.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))
