"""The network's weights, out of the package's data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from io import BytesIO

import numpy as np

from gofteh.reader.features import Floats, features_of_word

# Words kept with their vectors; news has few more in use at a time.
_KEPT = 1 << 15


@dataclass(frozen=True, slots=True)
class Weights:
    """Matrices by name, and what gives a word's vector."""

    matrices: Mapping[str, Floats]
    embed: Callable[[str], Floats]

    def __getitem__(self, name: str) -> Floats:
        return self.matrices[name]


@cache
def weights() -> Weights:
    """Return the weights that the package ships, written by ``train/reader``."""
    return read(files("gofteh.reader").joinpath("data", "reader.npz").read_bytes())


def read(packed: bytes) -> Weights:
    """Return the weights of an ``.npz``; tables are stored as bytes with a scale a row.

    Of the tables each has its columns of the input layer, ``entry``: they are narrower than that.
    """
    matrices: dict[str, Floats] = {}
    with np.load(BytesIO(packed), allow_pickle=False) as data:
        names = [n for n in data.files if not n.endswith(".scale") and n != "vocabulary"]
        for name in names:
            matrix = data[name]
            scale = f"{name}.scale"
            if scale in data.files:
                matrices[scale] = data[scale].astype(np.float32)
            else:
                matrix = matrix.astype(np.float32)
            matrices[name] = matrix
        words = data["vocabulary"].tobytes().decode("utf-8").split(" ")
    return Weights(matrices, _embedder(matrices, {word: k for k, word in enumerate(words, 1)}))


def _embedder(
    matrices: Mapping[str, Floats], vocabulary: Mapping[str, int]
) -> Callable[[str], Floats]:
    """What a word's vector is: its own row, its ends' rows and its classes through one layer."""

    def row(table: str, number: int) -> Floats:
        scaled: Floats = matrices[table][number] * matrices[f"{table}.scale"][number]
        return scaled

    @lru_cache(maxsize=_KEPT)
    def embed(word: str) -> Floats:
        form = features_of_word(word)
        own = row("words", vocabulary.get(word, 0))
        flags = np.asarray(form.flags, np.float32)
        parts = [own, row("suffixes", form.suffix), row("prefixes", form.prefix), flags]
        vector: Floats = np.concatenate(parts) @ matrices["entry"] + matrices["inp.bias"]
        return vector

    return embed
