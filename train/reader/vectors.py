"""Word vectors of the corpus: what stands around a word, in 64 numbers.

Positive pointwise mutual information of words within four of one another, reduced by a truncated
singular value decomposition (Levy and Goldberg 2014): the same numbers on every run.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_matrix, csr_matrix
from scipy.sparse.linalg import svds

# Words met less often have no row of their own, and the commonest so many have.
LEAST, MOST = 5, 30_000
AROUND = 4
# Contexts are discounted so much (Levy, Goldberg and Dagan 2015), else rare ones rule.
_SMOOTHED = 0.75


def vocabulary(texts: Iterable[Sequence[str]]) -> list[str]:
    """Return the words that get a row, the commonest first."""
    counts: Counter[str] = Counter()
    for words in texts:
        counts.update(words)
    kept = [(n, w) for w, n in counts.items() if n >= LEAST]
    return [w for _, w in sorted(kept, key=lambda item: (-item[0], item[1]))[:MOST]]


def vectors(texts: Iterable[Sequence[str]], words: Sequence[str], size: int) -> NDArray[np.float32]:
    """Return a row a word."""
    counts = _around(texts, {w: k for k, w in enumerate(words)})
    left, values, _ = svds(_information(counts), k=size, random_state=0)
    out: NDArray[np.float32] = (left * np.sqrt(values)).astype(np.float32)
    return out


def _around(texts: Iterable[Sequence[str]], rows: dict[str, int]) -> csr_matrix:
    size = len(rows)
    total = csr_matrix((size, size), dtype=np.float32)
    held: list[NDArray[np.int64]] = []
    for words in texts:
        held.append(np.array([rows.get(w, -1) for w in words] + [-1] * AROUND, np.int64))
        if sum(map(len, held)) > 1_000_000:
            total, held = total + _counted(np.concatenate(held), size), []
    return total + _counted(np.concatenate(held), size) if held else total


def _counted(tokens: NDArray[np.int64], size: int) -> csr_matrix:
    left, right = [], []
    for k in range(1, AROUND + 1):
        both = (tokens[:-k] >= 0) & (tokens[k:] >= 0)
        left += [tokens[:-k][both], tokens[k:][both]]
        right += [tokens[k:][both], tokens[:-k][both]]
    i, j = np.concatenate(left), np.concatenate(right)
    return coo_matrix((np.ones(len(i), np.float32), (i, j)), (size, size)).tocsr()


def _information(counts: csr_matrix) -> csr_matrix:
    found = counts.tocoo()
    rows = np.asarray(counts.sum(1)).ravel()
    columns = np.asarray(counts.sum(0)).ravel() ** _SMOOTHED
    expected = rows[found.row] * columns[found.col] / columns.sum()
    information = np.log(np.maximum(found.data, 1e-9) / np.maximum(expected, 1e-9))
    keep = information > 0
    return coo_matrix(
        (information[keep].astype(np.float32), (found.row[keep], found.col[keep])), counts.shape
    ).tocsr()
