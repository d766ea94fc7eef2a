"""What a reader may spend on one item, and where it may go."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """Limits for reading. The defaults are safe for files and addresses of strangers.

    ``max_line`` bounds one line of JSON, ``max_document`` one page, text, feed or archived
    page after unpacking, ``max_spool`` a packed table that is unpacked into a temporary file,
    ``max_fetch`` what one address may send; all in bytes. ``timeout`` is
    the time for one address in seconds, with all its redirects. ``allow_private`` lets
    addresses of this machine and of private networks be read, on any port. ``text_column`` names
    the column or field of a table that holds the text, where its own name does not tell.
    ``persian_only`` passes over archived pages in other languages, by their letters. ``told``
    is called with the number of bytes of a file, whenever some of it are read.
    """

    max_line: int = 32 * MEGABYTE
    max_document: int = 16 * MEGABYTE
    max_spool: int = 1024 * MEGABYTE
    max_fetch: int = 16 * MEGABYTE
    timeout: float = 20.0
    max_redirects: int = 5
    allow_private: bool = False
    text_column: str | None = None
    persian_only: bool = False
    told: Callable[[int], None] | None = None
    user_agent: str = "gofteh (reads news for quotations)"
