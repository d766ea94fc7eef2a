"""The taught network as the package reads it: small, and without PyTorch."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from model import PREFIX, SUFFIX, WORD, Network
from numpy.typing import NDArray

_TABLES = ("word", "suf", "pre", "classes")
Matrix = NDArray[np.float32]


def export(network: Network, words: Sequence[str], path: Path) -> None:
    """Write an ``.npz``: tables already multiplied by the input layer, as bytes with scales."""
    state = {k: v.detach().numpy() for k, v in network.state_dict().items()}
    entry = state["inp.weight"]
    ends = np.cumsum([WORD, SUFFIX, PREFIX, state["classes"].shape[1]])
    tables = {
        "words": state["word.weight"] @ entry[:, : ends[0]].T,
        "suffixes": state["suf.weight"] @ entry[:, ends[0] : ends[1]].T,
        "prefixes": state["pre.weight"] @ entry[:, ends[1] : ends[2]].T,
    }
    out: dict[str, NDArray[np.generic]] = {}
    for name, table in tables.items():
        out[name], out[f"{name}.scale"] = _bytes(table)
    out["flags"] = entry[:, ends[2] : ends[3]].T.astype(np.float16)
    out["places"] = entry[:, ends[3] :].T.astype(np.float16)
    for name, matrix in state.items():
        if name.split(".")[0] not in _TABLES and name != "inp.weight":
            out[name] = matrix.astype(np.float16)
    # no token holds a space; a line break is one
    out["vocabulary"] = np.frombuffer(" ".join(words).encode(), np.uint8)
    np.savez_compressed(path, **out)


def _bytes(table: Matrix) -> tuple[NDArray[np.int8], NDArray[np.float16]]:
    """A table as whole numbers from -127 to 127, and a scale a row."""
    scale = np.abs(table).max(1) / 127
    scale[scale == 0] = 1
    return np.round(table / scale[:, None]).astype(np.int8), scale.astype(np.float16)
