"""The trained model of spacing: a logistic regression over three writings, with its lexicon."""

from __future__ import annotations

from dataclasses import asdict
from functools import cache, lru_cache
from importlib.resources import files
from math import exp

import orjson
import zstandard

from gofteh.repairing.analyser import Analyser
from gofteh.repairing.sites import SPACE, Site, find_sites
from gofteh.repairing.spacing_features import (
    LineDamage,
    line_damage,
    line_signs,
    near_features,
    pair_features,
)
from gofteh.repairing.spacing_lexicon import Counts, SpacingLexicon

_FILE = "spacing.json.zst"
# Weights are kept as whole hundredths.
_SCALE = 100
# In a line without any half-space, a space stands for a lost one more often than in the mixture of
# careful and damaged lines that the model was trained on: so much is added. Found on the training
# parts of the treebanks.
_LEAN = 0.7
# Pairs of words whose scores are kept.
_MEMORY = 1 << 17

Scores = tuple[float, float, float]


class SpacingModel:
    """Tells for every site of a line how likely nothing, a half-space and a space are."""

    def __init__(self, lexicon: SpacingLexicon, weights: dict[str, Scores], bias: Scores) -> None:
        self.lexicon = lexicon
        self._analyser = Analyser(lexicon)
        self._weights = weights
        self._bias = bias
        self._pair = lru_cache(maxsize=_MEMORY)(self._pair_scores)

    def judge(self, line: str) -> list[tuple[Site, Scores]]:
        """Return the sites of a line with the probabilities of their three writings."""
        sites = find_sites(line, self._analyser)
        if not sites:
            return []
        damage = line_damage(line, sites)
        return [(site, self._probabilities(site, damage)) for site in sites]

    def _probabilities(self, site: Site, damage: LineDamage) -> Scores:
        a, b, c = self._pair(site.left, site.right, line_signs(site, damage))
        weights = self._weights
        for name in near_features(site):
            found = weights.get(name)
            if found:
                a, b, c = a + found[0], b + found[1], c + found[2]
        if site.observed == SPACE and not damage.half_spaces:
            b += _LEAN
        most = max(a, b, c)
        x, y, z = exp(a - most), exp(b - most), exp(c - most)
        total = x + y + z
        return x / total, y / total, z / total

    def _pair_scores(self, left: str, right: str, line: str) -> Scores:
        names, numbers = pair_features(left, right, line, self.lexicon)
        get = self._weights.get
        a, b, c = self._bias
        for name in names:
            if found := get(name):
                a, b, c = a + found[0], b + found[1], c + found[2]
        for name, value in numbers:
            if found := get(name):
                a, b, c = a + found[0] * value, b + found[1] * value, c + found[2] * value
        return a, b, c


def pack(lexicon: SpacingLexicon, weights: dict[str, Scores], bias: Scores) -> bytes:
    """Return the bytes of a model file."""
    record = {
        "sources": [asdict(source) for source in lexicon.sources],
        "words": lexicon.words, "bound": lexicon.bound,
        "joined": {k: list(v) for k, v in lexicon.joined.items()},
        "verbs": sorted(lexicon.verbs), "listed": sorted(lexicon.listed),
        "lefts": lexicon.lefts, "rights": lexicon.rights, "bias": _whole(bias),
        "weights": {name: _whole(w) for name, w in sorted(weights.items())},
    }  # fmt: skip
    data = orjson.dumps(record, option=orjson.OPT_SORT_KEYS)
    return zstandard.ZstdCompressor(level=19).compress(data)


def unpack(data: bytes) -> SpacingModel:
    """Return the model that ``pack`` wrote. Raises ``ValueError`` where the bytes are no model."""
    try:
        record = orjson.loads(zstandard.ZstdDecompressor().decompress(data))
    except zstandard.ZstdError as error:
        raise ValueError(f"no model of spacing: {error}") from error
    lexicon = SpacingLexicon(
        tuple(Counts(**source) for source in record["sources"]),
        record["words"], record["bound"], {k: tuple(v) for k, v in record["joined"].items()},
        frozenset(record["verbs"]), frozenset(record["listed"]),
        record["lefts"], record["rights"],
    )  # fmt: skip
    weights = {name: _parts(w) for name, w in record["weights"].items()}
    return SpacingModel(lexicon, weights, _parts(record["bias"]))


@cache
def spacing_model() -> SpacingModel:
    """Return the model that comes with the package; read at the first call."""
    return unpack(files("gofteh.repairing").joinpath("data", _FILE).read_bytes())


def _whole(scores: Scores) -> list[int]:
    return [round(s * _SCALE) for s in scores]


def _parts(scores: list[int]) -> Scores:
    return scores[0] / _SCALE, scores[1] / _SCALE, scores[2] / _SCALE
