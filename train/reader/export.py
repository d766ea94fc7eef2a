"""The taught network as the package reads it: small, and without PyTorch."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from model import Network
from numpy.typing import NDArray

# The tables as the package names them, in the order in which a word's parts stand together.
_TABLES = {"words": "word", "suffixes": "suf", "prefixes": "pre"}
Matrix = NDArray[np.float32]


def export(network: Network, words: Sequence[str], path: Path) -> None:
    """Write an ``.npz``: tables as bytes with scales, matrices as 16-bit floats."""
    state = {k: v.detach().numpy() for k, v in network.state_dict().items()}
    tables = {name: state[f"{short}.weight"] for name, short in _TABLES.items()}
    width = sum(table.shape[1] for table in tables.values()) + state["classes"].shape[1]
    out: dict[str, NDArray[np.generic]] = {}
    for name, table in tables.items():
        out[name], out[f"{name}.scale"] = _bytes(table)
    entry = state["inp.weight"].T
    out["entry"], out["places"] = entry[:width].astype(np.float16), entry[width:].astype(np.float16)
    skipped = {*(f"{short}.weight" for short in _TABLES.values()), "classes", "inp.weight"}
    for name, matrix in state.items():
        if name not in skipped:
            out[name] = matrix.astype(np.float16)
    # no token holds a space; a line break is one
    out["vocabulary"] = np.frombuffer(" ".join(words).encode(), np.uint8)
    np.savez_compressed(path, **out)


def _bytes(table: Matrix) -> tuple[NDArray[np.int8], NDArray[np.float16]]:
    """A table as whole numbers from -127 to 127, and a scale a row."""
    scale = np.abs(table).max(1) / 127
    scale[scale == 0] = 1
    return np.round(table / scale[:, None]).astype(np.int8), scale.astype(np.float16)
