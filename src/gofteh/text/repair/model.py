"""The trained model of spacing: the lexicon and the weight of each piece of evidence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from math import exp
from typing import Any

import orjson
import zstandard

from gofteh.text.repair.evidence import (
    State,
    circumstances,
    line_state,
    near_features,
    pair_features,
)
from gofteh.text.repair.lexicon import Counts, Lexicon
from gofteh.text.repair.sites import Site, SiteFinder

_FILE = "spacing.json.zst"
# Weights are kept as whole hundredths.
_SCALE = 100
# Pairs of words whose evidence is remembered.
_MEMORY = 1 << 17
# Where a pair alone decides by so much, its neighbours are not asked.
_DECIDED = 5.0

Scores = tuple[float, float, float]


class SpacingModel:
    """Tells for every site of a line how likely nothing, a half-space and a space are."""

    def __init__(self, lexicon: Lexicon, weights: dict[str, Scores], bias: Scores) -> None:
        self.lexicon = lexicon
        self._finder = SiteFinder(lexicon)
        self._weights = weights
        self._bias = bias
        self._pair = lru_cache(maxsize=_MEMORY)(self._pair_scores)

    def judge(self, line: str) -> list[tuple[Site, Scores]]:
        """Return the sites of a line with the probabilities of their three writings."""
        sites = self._finder.find(line)
        if not sites:
            return []
        state = line_state(line, sites)
        return [(site, self._probabilities(site, state)) for site in sites]

    def _probabilities(self, site: Site, state: State) -> Scores:
        scores, decided = self._pair(site.left, site.right, circumstances(site, state))
        if decided:
            return scores
        a, b, c = scores
        weights = self._weights
        for name in near_features(site):
            found = weights.get(name)
            if found:
                a, b, c = a + found[0], b + found[1], c + found[2]
        return _normalised(a, b, c)

    def _pair_scores(self, left: str, right: str, line: str) -> tuple[Scores, bool]:
        """Return the probabilities where the pair decides, else its scores."""
        names, numbers = pair_features(left, right, line, self.lexicon)
        a, b, c = self._bias
        weighed = [(self._weights.get(n), 1.0) for n in names]
        weighed += [(self._weights.get(n), value) for n, value in numbers]
        for found, value in weighed:
            if found:
                a, b, c = a + found[0] * value, b + found[1] * value, c + found[2] * value
        _, second, most = sorted((a, b, c))
        decided = most - second > _DECIDED
        return (_normalised(a, b, c) if decided else (a, b, c)), decided


def _normalised(a: float, b: float, c: float) -> Scores:
    most = max(a, b, c)
    x, y, z = exp(a - most), exp(b - most), exp(c - most)
    total = x + y + z
    return x / total, y / total, z / total


def pack(lexicon: Lexicon, weights: Mapping[str, Scores], bias: Scores) -> bytes:
    """Return the bytes of a model file."""
    record = {
        "sources": [
            [_table(source.words), _table(source.bound), _table(source.spaced)]
            for source in lexicon.sources
        ],
        "joined": _table({k: ",".join(map(str, v)) for k, v in lexicon.joined.items()}),
        "compounds": _lines(lexicon.compounds), "listed": _lines(lexicon.listed),
        "verbs": _lines(lexicon.verbs), "bias": _whole(bias),
        "weights": _table({name: _whole(w) for name, w in weights.items()}),
    }  # fmt: skip
    return zstandard.ZstdCompressor(level=19).compress(orjson.dumps(record))


def unpack(data: bytes) -> SpacingModel:
    """Return the model that ``pack`` wrote. Raises ``ValueError`` where the bytes are no model."""
    try:
        record = orjson.loads(zstandard.ZstdDecompressor().decompress(data))
    except zstandard.ZstdError as error:
        raise ValueError(f"no model of spacing: {error}") from error
    spans: dict[str, tuple[int, ...]] = {}  # few different ones, so each is made once
    joined = _read_table(record["joined"])
    for text in set(joined.values()):
        spans[text] = tuple(map(int, text.split(",")))
    lexicon = Lexicon(
        tuple(Counts(*map(_read_table, tables)) for tables in record["sources"]),
        frozenset(record["compounds"].split("\n")),
        frozenset(record["listed"].split("\n")),
        {key: spans[text] for key, text in joined.items()},
        frozenset(record["verbs"].split("\n")),
    )
    weights = {name: _parts(w) for name, w in _read_table(record["weights"]).items()}
    return SpacingModel(lexicon, weights, _parts(record["bias"]))


@cache
def spacing_model() -> SpacingModel:
    """Return the model that comes with the package; read at the first call."""
    return unpack(files("gofteh.text.repair").joinpath("data", _FILE).read_bytes())


def _table(table: Mapping[str, Any]) -> list[Any]:
    """Keys as one string and values as one list: read in a third of the time of an object."""
    keys = sorted(table)
    return ["\n".join(keys), [table[key] for key in keys]]


def _read_table(pair: list[Any]) -> dict[str, Any]:
    keys, values = pair
    return dict(zip(keys.split("\n"), values, strict=True)) if values else {}


def _lines(words: Iterable[str]) -> str:
    return "\n".join(sorted(words))


def _whole(scores: Scores) -> list[int]:
    return [round(s * _SCALE) for s in scores]


def _parts(scores: list[int]) -> Scores:
    return scores[0] / _SCALE, scores[1] / _SCALE, scores[2] / _SCALE
