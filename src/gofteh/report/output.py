"""A file that appears whole or not at all."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from gofteh.report.packing import packed, packing_of


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """Yield a stream whose bytes become the file at ``path`` when the block ends well.

    They are packed where the name ends in ``.gz`` or ``.zst``. After an error the file is as it
    was before, and nothing is left beside it. A device or a named pipe is written to directly.
    Raises ``OSError`` where the folder cannot be written.
    """
    target = path.resolve()
    if target.exists() and not target.is_file():
        with target.open("wb") as stream, packed(stream, packing_of(target)) as out:
            yield out
        return
    # The name is known before the file is there, so that no interrupt falls between the two.
    draft = target.with_name(f".{target.name[:64]}.{secrets.token_hex(8)}")
    try:
        with draft.open("xb") as stream:
            with packed(stream, packing_of(target)) as out:
                yield out
            stream.flush()
            os.fsync(stream.fileno())
        draft.chmod(_mode(target))
        draft.replace(target)
    except BaseException:  # also an interrupt leaves nothing behind
        draft.unlink(missing_ok=True)
        raise


def _mode(target: Path) -> int:
    """Return the permissions the file has, or those that a new file gets."""
    if target.exists():
        return target.stat().st_mode & 0o7777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
