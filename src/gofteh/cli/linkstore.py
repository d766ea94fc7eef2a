"""``gofteh link`` on a database: rulings taken over, then everything linked at once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from gofteh.cli.console import CannotStartError, progress, say
from gofteh.cli.stores import opened

if TYPE_CHECKING:
    from gofteh.store import Store


def link_store(db: str, rulings: Path | None, authorities: Sequence[Path]) -> None:
    """Take authorities and rulings over and link a whole database; say what is there now."""
    with opened(db) as store:
        for path in authorities:
            say(f"{path}: {_know(store, path)} persons and bodies")
        if rulings is not None:
            say(f"{rulings}: {_take_over(store, rulings)} rulings")
        with progress("articles", shown=True) as counter:
            for number in store.links.link_again():
                for _ in counter.over(range(number)):
                    pass
        articles, persons, families = store.links.counts()
    say(f"{articles} articles linked: {persons} persons, bodies and documents, {families} families")


def _know(store: Store, path: Path) -> int:
    """Take what an authority knows over; return how many it names."""
    from gofteh.link.authorities import read_authority

    try:
        with progress("persons", shown=True) as counter:
            batches = store.links.take_over(read_authority(str(path)))
            return sum(counter.over(batches))
    except (OSError, ValueError) as error:
        raise CannotStartError(str(error)) from error


def _take_over(store: Store, path: Path) -> int:
    """Keep the rulings of a file; one that cannot be ends the command, naming its line."""
    from gofteh.report.jsonlines import read_objects
    from gofteh.store.linked.jsonrecords import record_ruling

    taken = 0
    try:
        for number, entry in read_objects(str(path)):
            try:
                store.links.put_ruling(record_ruling(entry))
            except ValueError as error:
                raise CannotStartError(f"{path}:{number}: {error}") from error
            taken += 1
    except OSError as error:
        raise CannotStartError(f"{path}: {error}") from error
    return taken
