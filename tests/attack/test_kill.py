"""Whatever is killed while it writes leaves a whole database and whole files."""

from __future__ import annotations

import random

import pytest

from attack.kill import KINDS, Killing, News, run
from gofteh.store import ingest as ingesting

_KILLS = 3


@pytest.fixture(scope="module")
def news() -> News:
    return News(60)


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_what_is_killed_leaves_all_whole(
    kind: type[Killing], news: News, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ingesting, "_BATCH", 4)
    deaths, _ = run(kind, news, _KILLS, random.Random(3))
    assert deaths == _KILLS
