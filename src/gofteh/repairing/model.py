"""The trained model of spacing: a logistic regression over three writings, with its lexicon."""

from __future__ import annotations

from dataclasses import asdict
from functools import cache, lru_cache
from importlib.resources import files
from math import exp, inf
from typing import NamedTuple

import orjson
import zstandard

from gofteh.repairing.analyser import Analyser
from gofteh.repairing.sites import SPACE, Site, find_sites
from gofteh.repairing.spacing_features import (
    NEVER_SEEN,
    LineDamage,
    Measures,
    PairCounts,
    Scores,
    line_damage,
    line_features,
    line_signs,
    measured_features,
    measures,
    near_features,
    pair_counts,
    pair_features,
)
from gofteh.repairing.spacing_lexicon import Counts, SpacingLexicon
from gofteh.repairing.spacing_rules import is_for_rules
from gofteh.repairing.swings import Swings, margin
from gofteh.repairing.unseen import Unseen

_FILE = "spacing.json.zst"
# Weights are kept as whole hundredths.
_SCALE = 100
# In a line without any half-space, a space stands for a lost one more often than in the mixture of
# careful and damaged lines that the model was trained on: so much is added. Found on the training
# parts of the treebanks.
_LEAN = 0.7
# Pairs of words whose scores are kept, and those with their neighbours: these seldom come again
# but when a line is read again.
_MEMORY, _LINES_MEMORY = 1 << 17, 1 << 12


class _OfWords(NamedTuple):
    """What two words alone say of their writing, and whether nothing around them can change it.

    ``swing``: by how much the words around them can speak against it.
    """

    scores: Scores
    counts: PairCounts
    measures: Measures
    swing: float
    settled: bool


_STAYS = _OfWords((0.0, 0.0, 0.0), NEVER_SEEN, (), 0.0, True)


class SpacingModel:
    """Tells for every site in doubt how likely nothing, a half-space and a space are."""

    def __init__(self, lexicon: SpacingLexicon, weights: dict[str, Scores], bias: Scores) -> None:
        self.lexicon = lexicon
        self._analyser = Analyser(lexicon)
        self._weights = weights
        self._bias = bias
        self._swings = Swings(weights, _LEAN)
        self._unseen = Unseen(lexicon, weights, bias, self._swings)
        # Words are met again in lines of other signs, all of a line when it is read again.
        self._words = lru_cache(maxsize=_MEMORY)(self._of_words)
        self._pair = lru_cache(maxsize=_MEMORY)(self._of_pair)
        self._measured = lru_cache(maxsize=_LINES_MEMORY)(self._of_measured)
        self._near = lru_cache(maxsize=_LINES_MEMORY)(self._near_scores)

    def judge(self, line: str) -> list[tuple[Site, Scores]]:
        """Return the sites of a line that are in doubt, with the probabilities of three writings.

        The others are written as they should be.
        """
        sites = find_sites(line, self._analyser)
        if not sites:
            return []
        damage = line_damage(line, sites)
        words, pair = self._words, self._pair
        found: list[tuple[Site, Scores]] = []
        for fields in sites:
            _, _, o, left, right, _, _ = fields
            if not words(o, left, right).settled:
                scores, settled = pair(left, right, line_signs(o, left, right, damage))
                if not settled:
                    site = Site(*fields)
                    found.append((site, self._probabilities(site, scores, damage)))
        return found

    def _probabilities(self, site: Site, scores: Scores, damage: LineDamage) -> Scores:
        _, _, o, left, right, before, after = site
        a, b, c = scores
        x, y, z = self._near(o, left, right, before, after)
        a, b, c = a + x, b + y, c + z
        if o == SPACE and not damage.half_spaces:
            b += _LEAN
        most = max(a, b, c)
        x, y, z = exp(a - most), exp(b - most), exp(c - most)
        total = x + y + z
        return x / total, y / total, z / total

    def _of_pair(self, left: str, right: str, line: str) -> tuple[Scores, bool]:
        """What two words in a line of such signs say, and whether no neighbours can change it."""
        o = line[0]
        words = self._words(o, left, right)
        a, b, c = self._added(line_features(line, left, right, words.counts), words.scores)
        for source, *values in words.measures:
            for found, value in zip(self._measured(line, source), values, strict=True):
                if found:
                    a, b, c = a + found[0] * value, b + found[1] * value, c + found[2] * value
        return (a, b, c), margin(o, (a, b, c)) > words.swing

    def _of_measured(self, line: str, source: int) -> list[Scores | None]:
        return [self._weights.get(name) for name in measured_features(line, source)]

    def _of_words(self, o: str, left: str, right: str) -> _OfWords:
        if o == SPACE and self._unseen.stays(left, right):
            return _STAYS
        counts = pair_counts(left, right, self.lexicon)
        names = pair_features(o, left, right, counts, self.lexicon)
        scores = self._added(names, self._bias)
        if is_for_rules(o, left, right, self.lexicon):
            return _OfWords(scores, counts, measures(counts), inf, False)
        swing = self._swings.of_neighbours(o, left, right)
        if counts.sources:  # what sources tell counts by the line's signs
            return _OfWords(scores, counts, measures(counts), swing, False)
        settled = margin(o, scores) > swing + self._swings.of_line(o, left, right)
        return _OfWords(scores, counts, (), swing, settled)

    def _near_scores(self, o: str, left: str, right: str, before: str, after: str) -> Scores:
        return self._added(near_features(o, left, right, before, after), (0.0, 0.0, 0.0))

    def _added(self, names: list[str], scores: Scores) -> Scores:
        """Return the scores with the weights of these features added."""
        a, b, c = scores
        get = self._weights.get
        for name in names:
            if found := get(name):
                a, b, c = a + found[0], b + found[1], c + found[2]
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
