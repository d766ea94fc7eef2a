"""The benchmark's watch of hostile sites, a smaller edition: killed, and nothing lost."""

from __future__ import annotations

import sys

import pytest
from benchmarks.watching import PACE, run


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
def test_a_watch_that_is_killed_loses_nothing_and_stores_nothing_twice() -> None:
    found = run(hosts=10, hours=1.0, kills=3, failing=0.03)
    assert found.kills == 3
    assert found.published > 20
    assert (found.lost, found.twice, found.outdated) == (0, 0, 0)
    assert found.versions <= found.changed
    assert (found.versions_twice, found.forbidden_asked, found.too_close) == (0, 0, 0)
    assert found.closest >= PACE - 1e-6
