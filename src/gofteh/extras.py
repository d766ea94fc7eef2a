"""Libraries that come with an extra of the installation: which one, and what to tell who lacks it.

``pip install gofteh`` brings what reading, repair, extraction and the command line need. What is
large, or needed by few, is imported only where it is used; where it is not installed, that place
says how to get it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.util import find_spec
from types import MappingProxyType

from gofteh.errors import GoftehError

# The name that code imports → the extra that installs it. Libraries that come along with another
# one stand here too: whichever is imported first is the one that is found to be missing.
EXTRA_OF: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("anyio", "fastapi", "prometheus_client", "pydantic"), "server"),
        **dict.fromkeys(("docx", "starlette", "uvicorn", "xlsxwriter"), "server"),
        "pyarrow": "parquet",
        "psycopg": "postgres",
        "spacy": "spacy",
        "pyspark": "spark",
        "mcp": "mcp",
    }
)


class MissingExtraError(GoftehError):
    """A library is not installed that an extra of gofteh brings; the message says how to get it."""

    def __init__(self, library: str, extra: str) -> None:
        super().__init__(
            f"this needs {library}, which is not installed. "
            f"Install it: pip install 'gofteh[{extra}]'"
        )
        self.library = library
        self.extra = extra


def missing_extra(error: ImportError) -> MissingExtraError | None:
    """Return what to tell of a failed import; ``None`` where no extra would mend it."""
    library = (error.name or "").partition(".")[0]
    extra = EXTRA_OF.get(library)
    return MissingExtraError(library, extra) if extra else None


@contextmanager
def needing_extras() -> Iterator[None]:
    """Raise `MissingExtraError` for an import in the block that an extra would mend."""
    try:
        yield
    except ImportError as error:
        told = missing_extra(error)
        if told is None:
            raise
        raise told from error


def require(extra: str, *, brings: tuple[str, ...] = ()) -> None:
    """Raise `MissingExtraError` where a library of this extra is not installed; import none.

    For what would work for a while before it comes to the library. ``brings`` names extras that
    this one installs, too: what is missing of them is told as missing of it.
    """
    for library, its in EXTRA_OF.items():
        if its in (extra, *brings) and find_spec(library) is None:
            raise MissingExtraError(library, extra)
