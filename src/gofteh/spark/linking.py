"""One statement in all articles that tell it, over a cluster.

The same comparisons as ``gofteh link`` makes, in another way: tellings meet by the keys of their
words (a group a key), the nearest are compared (a group a telling), what is one hangs together
(`components`), and what each changed is told within its family (a group a family). Tellings stand
in the order of publication, of article and of place, whatever the partitions.
"""

from __future__ import annotations

import json
from collections import defaultdict, deque
from collections.abc import Iterator
from operator import itemgetter
from typing import Any

import pyarrow as pa
from pyspark.sql import DataFrame
from pyspark.sql import functions as F  # noqa: N812 - its name everywhere

from gofteh.families.group import PER_KEY, Placement, nearest, place_among
from gofteh.families.records import Relation, Telling
from gofteh.families.words import FEWEST_WORDS, keys_of, stems_of
from gofteh.link.families import families_of, tellings_of
from gofteh.link.records import sibling_fields
from gofteh.report.load import json_record
from gofteh.report.parquet import SCHEMA
from gofteh.spark.components import components
from gofteh.spark.rows import READINGS

_ORDER = ("moment", "article", "place")
_FIELDS = ("id", "text", "speaker", "manner", "outlet", "minute", "credit", "article")
_TELLING = pa.schema(
    {
        "id": pa.string(),
        "text": pa.string(),
        "speaker": pa.string(),
        "manner": pa.string(),
        "outlet": pa.string(),
        "minute": pa.int64(),
        "credit": pa.string(),
        "article": pa.string(),
        "moment": pa.int64(),
        "place": pa.int64(),
        "keys": pa.list_(pa.int64()),
    }
)
_TELLINGS = (
    "id string, text string, speaker string, manner string, outlet string, minute long, "
    "credit string, article string, moment long, place long, keys array<long>"
)
_PAIRS = "id string, key long, moment long, article string, place long, other string"
_NEAR = pa.schema(
    {
        "id": pa.string(),
        "key": pa.int64(),
        "moment": pa.int64(),
        "article": pa.string(),
        "place": pa.int64(),
        "other": pa.string(),
    }
)
_RANKED = pa.schema({"id": pa.string(), "rank": pa.int64(), "other": pa.string()})
_PLACED = pa.schema({"id": pa.string(), "links": pa.list_(pa.string()), "relation": pa.string()})
_TOLD = pa.schema({"article": pa.string(), "id": pa.string(), "told": pa.string()})
# Behind all that have a date.
_UNDATED = (1 << 62) - 1


def link(readings: DataFrame) -> DataFrame:
    """Return the readings with the families of their statements: `READINGS`.

    ``readings`` are those of `extract`, or of Parquet that ``gofteh extract`` wrote. Speakers are
    compared by their names: who is who over all articles is told by ``gofteh link`` or a store.
    Failures stay as they are. Several jobs run while this is called.
    """
    tellings = readings.mapInArrow(_tellings, _TELLINGS).persist()
    placed = _placed(tellings).persist()
    edges = placed.select(F.col("id").alias("one"), F.explode("links").alias("other"))
    told = (
        components(edges)
        .withColumnRenamed("node", "id")
        .join(tellings, "id")
        .join(placed, "id", "left")
        .groupBy("component")
        .applyInArrow(_families, "article string, id string, told string")
        .groupBy(F.col("article").alias("_article"))
        .agg(F.map_from_entries(F.collect_list(F.struct("id", "told"))).alias("_told"))
    )
    joined = readings.join(told, readings["id"] == told["_article"], "left").drop("_article")
    return joined.mapInArrow(_with_families, READINGS)


def _placed(tellings: DataFrame) -> DataFrame:
    """Return for each telling the earlier ones that it is the same as, the closest first."""
    order = [F.col(name) for name in _ORDER]
    near = (
        tellings.select("id", *order, F.explode("keys").alias("key"))
        .groupBy("key")
        .applyInArrow(_near, _PAIRS)
        .groupBy("id")
        .applyInArrow(_nearest, "id string, rank long, other string")
    )
    other = tellings.select(F.struct(*tellings.columns).alias("it"), F.col("id").alias("other"))
    mine = tellings.select("id", F.struct(*tellings.columns).alias("mine"))
    return (
        near.join(other, "other")
        .join(mine, "id")
        .groupBy("id")
        .applyInArrow(_compared, "id string, links array<string>, relation string")
    )


def _tellings(batches: Iterator[Any]) -> Iterator[Any]:
    """Yield the tellings of the records of a partition."""
    for batch in batches:
        records = (json_record(row) for row in batch.to_pylist())
        rows = [row for one in records if "error" not in one for row in _rows(one)]
        yield pa.RecordBatch.from_pylist(rows, _TELLING)


def _rows(record: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for place, telling in enumerate(tellings_of(record, {})):
        row = {name: getattr(telling, name) for name in _FIELDS}
        keys = keys_of(telling.words, telling.speaker) if len(telling.words) >= FEWEST_WORDS else ()
        moment = telling.minute or _UNDATED
        yield row | {"moment": moment, "place": place, "keys": list(dict.fromkeys(keys))}


def _near(table: Any) -> Any:
    """Return which earlier tellings share a key with each: of very many the newest."""
    newest: deque[dict[str, Any]] = deque(maxlen=PER_KEY)
    pairs: list[dict[str, Any]] = []
    for row in sorted(table.to_pylist(), key=itemgetter(*_ORDER)):
        pairs += [one | {"id": row["id"]} for one in newest]
        newest.append({name: row[name] for name in ("key", *_ORDER)} | {"other": row["id"]})
    return pa.Table.from_pylist(pairs, _NEAR)


def _nearest(table: Any) -> Any:
    """Return which of the tellings that share keys with one come into question, in their order."""
    rows = table.to_pylist()
    blocks: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for row in rows:
        blocks[row["key"]].append((*(row[name] for name in _ORDER), row["other"]))
    ranked = [
        {"id": rows[0]["id"], "rank": rank, "other": other}
        for rank, (*_, other) in enumerate(nearest(blocks.values()))
    ]
    return pa.Table.from_pylist(ranked, _RANKED)


def _compared(table: Any) -> Any:
    rows = sorted(table.to_pylist(), key=itemgetter("rank"))
    found = place_among(_telling(rows[0]["mine"]), [_telling(row["it"]) for row in rows])
    row = {"id": rows[0]["id"], "links": list(found.links), "relation": found.relation.value}
    return pa.Table.from_pylist([row], _PLACED)


def _telling(row: dict[str, Any]) -> Telling:
    return Telling(**{name: row[name] for name in _FIELDS}, words=stems_of(row["text"]))


def _families(table: Any) -> Any:
    """Return what is told of each statement of a family, as JSON."""
    rows = sorted(table.to_pylist(), key=itemgetter(*_ORDER))
    places = {
        row["id"]: Placement(tuple(row["links"]), Relation(row["relation"]))
        if row["links"]
        else Placement()
        for row in rows
    }
    siblings = families_of(map(_telling, rows), places)
    told = [
        {
            "article": row["article"],
            "id": row["id"],
            "told": json.dumps(sibling_fields(siblings[row["id"]])),
        }
        for row in rows
        if row["id"] in siblings
    ]
    return pa.Table.from_pylist(told, _TOLD)


def _with_families(batches: Iterator[Any]) -> Iterator[Any]:
    for batch in batches:
        yield pa.RecordBatch.from_pylist([_linked(row) for row in batch.to_pylist()], SCHEMA)


def _linked(row: dict[str, Any]) -> dict[str, Any]:
    """Return a row with what was told of its statements; Arrow hands a map out as pairs."""
    told = dict(row.pop("_told") or ())
    for statement in row["statements"] or ():
        statement |= json.loads(told[statement["id"]]) if statement["id"] in told else {}
    return row
