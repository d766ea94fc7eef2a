"""The reference, made of the code when the site is built: ``{gofteh-reference} cli``.

Each part is a function that gives Markdown: the commands of what the command line is told, the
calls of the OpenAPI description, the fields of the one table of what a record holds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from enum import EnumMeta
from typing import Any

import typer.main
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from gofteh.cli.app import app as commands
from gofteh.records import items
from gofteh.records.shapes import Field, ListOf, Scalar, Shape


def command_line() -> Iterator[str]:
    """Yield a section a command: what it does, what it is given."""
    root: Any = typer.main.get_command(commands)
    for name, command in root.commands.items():
        yield from _command(f"gofteh {name}", command)


def _command(name: str, command: Any) -> Iterator[str]:
    yield f"## {name}\n\n{command.help or ''}\n"
    inner = getattr(command, "commands", None)
    if inner:
        for each, below in inner.items():
            yield from _command(f"{name} {each}", below)
        return
    rows = [_parameter(one) for one in command.params if not getattr(one, "hidden", False)]
    yield _table(("argument or option", "default", "what it says"), rows)


def _parameter(one: Any) -> tuple[str, str, str]:
    names = ", ".join(f"`{each}`" for each in (*one.opts, *one.secondary_opts))
    if one.param_type_name == "argument":
        names = f"`{one.metavar or one.name}`"
    elif not getattr(one, "is_flag", False):
        names += f" `{one.metavar or _kind(one)}`"
    default = one.default
    shown = "" if default in (None, False, "") or callable(default) else f"`{_plain(default)}`"
    return names, shown, getattr(one, "help", "") or ""


def _kind(one: Any) -> str:
    choices = one.type_descriptor.choices
    if choices:
        return ", ".join(_plain(choice) for choice in choices)
    return str(one.bare_type()).upper()


def _plain(value: Any) -> str:
    return str(getattr(value, "value", value))


def record() -> Iterator[str]:
    """Yield a section an object of a record: its fields with type and meaning."""
    waiting, seen = [items.READING, items.ARTICLE, items.FAILURE], set[str]()
    while waiting:
        shape = waiting.pop(0)
        if shape.name in seen:
            continue
        seen.add(shape.name)
        yield f"## {shape.name}\n\n{shape.meaning}\n"
        rows = [
            (f"`{one.name}`", _type(one.type) + _when(one), one.meaning) for one in shape.fields
        ]
        yield _table(("field", "type", "meaning"), rows)
        waiting += [inner for one in shape.fields if (inner := _shape(one.type))]
    yield "## Columns of the CSV\n\n" + ", ".join(f"`{name}`" for name in items.columns()) + "\n"


def _shape(kind: Any) -> Shape | None:
    inner = kind.shape if isinstance(kind, ListOf) else kind
    return inner if isinstance(inner, Shape) else None


def _type(kind: Any) -> str:
    if isinstance(kind, ListOf):
        return f"list of {_type(kind.shape)}"
    if isinstance(kind, Scalar):
        return kind.value
    if isinstance(kind, Shape):
        return f"[{kind.name}](#{kind.name.lower()})"
    assert isinstance(kind, EnumMeta)
    return ", ".join(f"`{member.value}`" for member in kind)  # type: ignore[var-annotated]


def _when(one: Field) -> str:
    told = ["null"] * one.nullable + ["absent"] * (not one.always) + ["asked for"] * one.on_request
    return f" ({' or '.join(told)})" if told else ""


def rest() -> Iterator[str]:
    """Yield a section a call of the API: its parameters, and what it answers."""
    from gofteh.server.app import create_app
    from gofteh.server.settings import Settings

    described = create_app(Settings(":memory:")).openapi()
    for path, calls in described["paths"].items():
        for method, call in calls.items():
            yield f"## {method.upper()} {path}\n\n{call['summary']}."
            yield f"{call.get('description', '')}\n"
            rows = [_asked(one) for one in call.get("parameters", ())]
            if rows:
                yield _table(("parameter", "type", "what it says"), rows)
            if "requestBody" in call:
                kinds = ", ".join(f"`{kind}`" for kind in call["requestBody"]["content"])
                yield f"Body: {kinds}.\n"
            yield f"Answers: {', '.join(_answers(call['responses']))}.\n"


def _asked(one: Mapping[str, Any]) -> tuple[str, str, str]:
    schema = one.get("schema", {})
    kinds = schema.get("type") or " or ".join(s.get("type", "") for s in schema.get("anyOf", ()))
    needed = " (needed)" if one.get("required") else ""
    return f"`{one['name']}`{needed}", kinds or "text", one.get("description", "")


def _answers(responses: Mapping[str, Any]) -> Iterator[str]:
    for status, answer in responses.items():
        names = [
            content["schema"]["$ref"].rpartition("/")[2]
            for content in answer.get("content", {}).values()
            if "$ref" in content.get("schema", {})
        ]
        yield f"{status}" + (f" `{names[0]}`" if names else "")


def _table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join(f"| {' | '.join(map(_cell, line))} |" for line in lines) + "\n"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


PARTS: Mapping[str, Callable[[], Iterator[str]]] = {
    "cli": command_line,
    "record": record,
    "rest": rest,
}


class Reference(SphinxDirective):
    """A part of the reference."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return what its Markdown says."""
        text = "\n".join(PARTS[self.arguments[0]]())
        return self.parse_text_to_nodes(text, allow_section_headings=True)


def setup(app: Sphinx) -> dict[str, bool]:
    """Name the directive."""
    app.add_directive("gofteh-reference", Reference)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
