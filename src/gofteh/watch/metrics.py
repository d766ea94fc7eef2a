"""The status as OpenMetrics, which Prometheus and its kin collect."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily
from prometheus_client.openmetrics.exposition import CONTENT_TYPE_LATEST, generate_latest

from gofteh.watch.status import Status

MEDIA_TYPE = CONTENT_TYPE_LATEST
# Name, what it says, field of a source's status, whether it only grows.
_OF_SOURCE = (
    ("requests", "Requests for the source itself", "asked", True),
    ("requests_unchanged", "Of these, answered as not changed", "unchanged", True),
    ("requests_failed", "Of these, failed", "failed", True),
    ("articles_listed", "Articles that the source listed", "articles", False),
    ("articles_read", "Articles that are stored", "read", False),
    ("articles_waiting", "Articles that wait to be read", "waiting", False),
    ("articles_given_up", "Articles that could not be read", "given_up", False),
    ("last_success_timestamp_seconds", "When the source last answered well", "fine_at", False),
)


def metrics(found: Status) -> bytes:
    """Return the status in OpenMetrics' text form."""
    return bytes(generate_latest(_Collected(found)))  # type: ignore[no-untyped-call]


class _Collected:
    """What ``generate_latest`` takes for a registry."""

    def __init__(self, found: Status) -> None:
        self._found = found

    def collect(self) -> Iterator[Any]:
        found = self._found
        yield _single("hosts", "Hosts that were asked", found.hosts)
        yield _single("sources", "Sources that are watched", len(found.sources))
        yield _total("all_requests", "Requests of every kind", found.requests)
        yield _total("all_requests_failed", "Of these, failed", found.failures)
        yield _single("article_versions", "Former versions of articles", found.versions)
        for name, meaning, field, grows in _OF_SOURCE:
            family = CounterMetricFamily if grows else GaugeMetricFamily
            made = family(f"gofteh_watch_{name}", meaning, labels=["source"])
            for one in found.sources:
                value = getattr(one, field)
                if value is not None:
                    made.add_metric([one.url], float(value))
            yield made


def _single(name: str, meaning: str, value: float) -> Any:
    return GaugeMetricFamily(f"gofteh_watch_{name}", meaning, value=value)


def _total(name: str, meaning: str, value: float) -> Any:
    return CounterMetricFamily(f"gofteh_watch_{name}", meaning, value=value)
