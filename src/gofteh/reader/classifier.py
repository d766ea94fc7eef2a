"""A classifier over named features, as it is written in JSON: a regression, boosted trees, or both.

``train/reader`` teaches them with scikit-learn; here they are only asked, without it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import exp
from typing import Any

# A node of a decision tree: the figure asked about, its bound, and where to go at or below it and
# above it; a leaf's figure is empty and its bound what it adds.
Node = tuple[str, float, int, int]


@dataclass(frozen=True, slots=True)
class Classifier:
    """A logistic regression over named features, boosted trees, or the sum of both."""

    bias: float
    weights: Mapping[str, float]
    trees: tuple[tuple[Node, ...], ...] = ()

    def probability(self, features: Mapping[str, float]) -> float:
        """Return the probability of yes; ``KeyError`` where a feature is missing."""
        x = self.bias + sum(w * features[name] for name, w in self.weights.items())
        x += sum(_leaf(tree, features) for tree in self.trees)
        return 1 / (1 + exp(-max(-30.0, min(30.0, x))))


def _leaf(tree: tuple[Node, ...], features: Mapping[str, float]) -> float:
    """What a tree adds: the value of the leaf that the features lead to."""
    name, bound, low, high = tree[0]
    while name:
        name, bound, low, high = tree[low if features[name] <= bound else high]
    return bound


def classifier_of(data: Mapping[str, Any]) -> Classifier:
    """Return a classifier of its JSON; ``KeyError`` where a part is missing."""
    trees = tuple(tuple((n[0], n[1], n[2], n[3]) for n in tree) for tree in data.get("trees", ()))
    return Classifier(data["bias"], data["weights"], trees)
