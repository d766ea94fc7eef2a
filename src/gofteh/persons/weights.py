"""How much a word tells of what somebody has to do with: its rarity in the news."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.resources import files

# The weight of a word that the table does not know, and of the name of somebody beside.
_UNKNOWN = 7.0


@lru_cache(maxsize=1)
def word_weights() -> Mapping[str, float]:
    """Return the weight (natural logarithm of articles per article with it) of common words.

    The table is made by ``train/persons/words.py`` from a corpus of news.
    """
    text = files("gofteh.persons").joinpath("data", "words.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {word: float(weight) for word, weight in rows}


def weight_of(word: str) -> float:
    """Return what a word weighs; words of nearly every article weigh nothing."""
    return word_weights().get(word, _UNKNOWN)


def telling(words: Iterable[str], most: int) -> tuple[str, ...]:
    """Return the words that tell most, each once, the most telling first."""
    counted = Counter(word for word in words if len(word) > 2 and not word.isdigit())
    weighed = {word: min(n, 3) * weight_of(word) for word, n in counted.items()}
    return tuple(sorted((w for w in weighed if weight_of(w) > 2), key=lambda w: -weighed[w])[:most])


# A person's words are known from few articles; the news at large counts as so many more.
_SMOOTHING = 2.0
_LEAST, _MOST = -0.15, 2.5


def subject(words: Iterable[str], profile: Mapping[str, int], articles: int) -> float:
    """Return how much more an article's words are a person's than anybody's, as log-odds.

    The mean over the words, each bounded, so that neither a long article nor one rare word
    decides; 0 without words.
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
