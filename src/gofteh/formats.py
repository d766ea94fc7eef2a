"""The formats that readings are written in, each found by its name or a file's ending.

A new format is a writer anywhere below and a line here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import BinaryIO, Protocol, cast

from gofteh.records import Article, Failure, Reading
from gofteh.report.packing import without_packing


class Writer(Protocol):
    """Takes the items of a run one by one and writes them in one format."""

    def write(self, item: Reading | Article | Failure) -> None:
        """Write one article's reading, or the failure in its place."""

    def close(self) -> None:
        """Write what is still held; the stream stays open."""


@dataclass(frozen=True, slots=True)
class Format:
    """One output format: what it is called, who writes it, and how.

    ``streams`` says whether its bytes make sense before the last one is written;
    ``binary`` whether a terminal cannot show them; ``explains`` whether it shows how the
    speakers were found; ``holds_text`` whether its records can hold their articles' text.
    """

    name: str
    suffixes: tuple[str, ...]
    writer: str
    streams: bool = True
    binary: bool = False
    explains: bool = False
    holds_text: bool = False

    def open(self, out: BinaryIO) -> Writer:
        """Return a new writer of this format."""
        return self.load()(out)

    def load(self, *, with_text: bool = False) -> Callable[[BinaryIO], Writer]:
        """Return what makes a writer of this format; its libraries are imported only now.

        ``with_text`` lets it write the articles' text too, where it ``holds_text``.
        """
        module, _, name = self.writer.partition(":")
        made = cast(Callable[..., Writer], getattr(import_module(module), name))
        return partial(made, with_text=True) if with_text and self.holds_text else made


FORMATS: Mapping[str, Format] = {
    found.name: found
    for found in (
        Format("table", (), "gofteh.report.table:TableWriter"),
        Format(
            "jsonl",
            (".jsonl", ".ndjson"),
            "gofteh.report.jsonlines:JsonLinesWriter",
            holds_text=True,
        ),
        Format("csv", (".csv",), "gofteh.report.csvfile:CsvWriter"),
        Format(
            "parquet",
            (".parquet",),
            "gofteh.report.parquet:ParquetWriter",
            streams=False,
            binary=True,
            holds_text=True,
        ),
        Format("web-annotation", (), "gofteh.report.jsonld:WebAnnotationWriter", streams=False),
        Format("quotation", (), "gofteh.report.jsonld:QuotationWriter", streams=False),
        Format("doccano", (), "gofteh.annotate.doccano:DoccanoWriter"),
        Format(
            "webanno",
            (".zip",),
            "gofteh.annotate.webanno:WebAnnoWriter",
            streams=False,
            binary=True,
        ),
        Format("label-studio", (), "gofteh.annotate.labelstudio:LabelStudioWriter", streams=False),
        Format("conllu", (".conllu",), "gofteh.interchange.conllu:ConlluWriter"),
        Format("citron", (), "gofteh.interchange.citron:CitronWriter"),
        Format("gender-gap-tracker", (), "gofteh.interchange.gendergap:GenderGapWriter"),
        Format(
            "html",
            (".html", ".htm"),
            "gofteh.report.html.page:HtmlWriter",
            streams=False,
            explains=True,
        ),
    )
}


# Those of articles as they were read, for ``gofteh read``.
ARTICLE_FORMATS: Mapping[str, Format] = {
    found.name: found
    for found in (
        replace(FORMATS["jsonl"], holds_text=False),
        replace(
            FORMATS["parquet"],
            writer="gofteh.report.parquet:ArticleParquetWriter",
            holds_text=False,
        ),
    )
}


def format_of_suffix(path: Path, formats: Mapping[str, Format] = FORMATS) -> Format | None:
    """Return the format that a file's ending asks for, if it asks for one.

    The ending of a packed file (``.gz``, ``.zst``) is that of what is packed.
    """
    suffix = without_packing(path).suffix.lower()
    return next((found for found in formats.values() if suffix in found.suffixes), None)
