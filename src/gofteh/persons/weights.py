"""Inverse document frequencies of words, and what they tell: keywords, and a person's topics."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.resources import files

# The weight of a word that the table does not have, and of another speaker's name.
_UNKNOWN = 7.0


@lru_cache(maxsize=1)
def word_weights() -> Mapping[str, float]:
    """Return the inverse document frequency of common words: ln(articles / articles with it).

    The table is made by ``train/persons/words.py`` from a corpus of news.
    """
    text = files("gofteh.persons").joinpath("data", "words.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {word: float(weight) for word, weight in rows}


def weight_of(word: str) -> float:
    """Return a word's inverse document frequency; nearly 0 for words of nearly every article."""
    return word_weights().get(word, _UNKNOWN)


def weights_of(words: Iterable[str]) -> dict[str, float]:
    """Return the different words, each with its `weight_of`."""
    known = word_weights().get
    return {word: known(word, _UNKNOWN) for word in words}


def keywords(words: Iterable[str], most: int) -> tuple[str, ...]:
    """Return the words of a text that are frequent in it and rare elsewhere, the most so first.

    By term frequency (3 at most) times inverse document frequency; each word once, ``most`` in all.
    """
    counted = Counter(word for word in words if len(word) > 2 and not word.isdigit())
    weighed = {word: min(n, 3) * weight_of(word) for word, n in counted.items()}
    return tuple(sorted((w for w in weighed if weight_of(w) > 2), key=lambda w: -weighed[w])[:most])


# A person's words are known from few articles: the news at large counts as so many more.
_SMOOTHING = 2.0
# One word's share of the odds is at least and at most this.
_LEAST, _MOST = -0.15, 2.5


def topic_odds(words: Iterable[str], profile: Mapping[str, int], articles: int) -> float:
    """Return how much likelier these words are in a person's articles than in any, as log-odds.

    ``profile`` counts the person's ``articles`` with each word. Each word's share is bounded, and
    the sum is divided by the root of their number, so that neither a long article nor one rare
    word decides; 0 without words.
    """
    weighed = tuple(words)
    if not weighed:
        return 0.0
    there = [(weight_of(word), profile[word]) for word in weighed if profile.get(word)]
    # Whatever it weighs, a word that the person's articles do not have says the same.
    absent = (len(weighed) - len(there)) * _bounded(math.log(_SMOOTHING / (articles + _SMOOTHING)))
    total = absent + sum(_score(weight, count, articles) for weight, count in there)
    return total / math.sqrt(len(weighed))


def _score(weight: float, count: int, articles: int) -> float:
    anywhere = math.exp(-weight)
    here = (count + _SMOOTHING * anywhere) / (articles + _SMOOTHING)
    return _bounded(math.log(here / anywhere))


def _bounded(score: float) -> float:
    return min(_MOST, max(_LEAST, score))
