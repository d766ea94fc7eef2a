"""The mean of networks that were tuned apart on what one network had been taught.

Their weights still lie near one another, so the mean of the weights is a network too, and better
than each (Wortsman et al. 2022, "Model soups").
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from export import Matrix, as_bytes

# Names of what belongs to a table of whole numbers, and of the words, which are no weights.
_SCALE, _WORDS = ".scale", "vocabulary"


def average(paths: Sequence[Path], out: Path) -> None:
    """Write the mean of exported networks; ``ValueError`` where they do not know the same words."""
    networks = [np.load(path) for path in paths]
    if any((n[_WORDS] != networks[0][_WORDS]).any() for n in networks):
        raise ValueError("networks of different words have no mean")
    mean: dict[str, np.ndarray] = {_WORDS: networks[0][_WORDS]}
    for name in networks[0].files:
        if name == _WORDS or name.endswith(_SCALE):
            continue
        matrix: Matrix = np.mean([_matrix(n, name) for n in networks], 0, dtype=np.float32)
        if name + _SCALE in networks[0].files:
            mean[name], mean[name + _SCALE] = as_bytes(matrix)
        else:
            mean[name] = matrix.astype(np.float16)
    np.savez_compressed(out, **mean)  # type: ignore[arg-type]


def _matrix(network: np.lib.npyio.NpzFile, name: str) -> Matrix:
    matrix: Matrix = network[name].astype(np.float32)
    if name + _SCALE in network.files:
        matrix = matrix * network[name + _SCALE].astype(np.float32)[:, None]
    return matrix
