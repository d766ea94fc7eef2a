"""How a watch is doing, printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from gofteh.cli.watching import print_status
from gofteh.store import open_store
from gofteh.watch.status import SourceStatus, Status

URL = "https://news.example/politics/rss.xml"


def test_an_address_stands_in_one_line_of_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    fields = SourceStatus.__dataclass_fields__
    nothing = dict.fromkeys(fields, 0) | {"problem": None, "fine_at": None, "next_at": None}
    one = SourceStatus(**nothing | {"url": URL})  # type: ignore[arg-type]
    monkeypatch.setattr("gofteh.cli.watching.status", lambda _: Status((one,), 1, 3, 0, 0))
    monkeypatch.setenv("COLUMNS", "60")
    with open_store(str(tmp_path / "n.db")) as store:
        print_status(store.db)
    assert URL in capsys.readouterr().out
