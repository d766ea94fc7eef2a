"""The one exception that readers raise for an item that cannot become an article."""

from __future__ import annotations

from gofteh.errors import GoftehError
from gofteh.passwords import without_passwords
from gofteh.records import Failure


class ReadError(GoftehError):
    """An item that cannot be read: a short ``code`` for programs, a message for people."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message

    def failure(self, item: str, key: str | None = None) -> Failure:
        """Return the failure that stands in the place of ``item``; ``key`` is its id."""
        shown = without_passwords(item)
        return Failure(shown, self.code, without_passwords(self.message), key)


def too_large(limit: int, what: str, option: str) -> ReadError:
    """Return the error for something longer than its limit in bytes, a field of `ReadOptions`."""
    message = f"{what} is longer than {limit} bytes (ReadOptions.{option}); split it to read it"
    return ReadError("too-large", message)


def nested() -> ReadError:
    """Return the error for an archive within an archive."""
    return ReadError("nested", "an archive within an archive; unpack it first")
