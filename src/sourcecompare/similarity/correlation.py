"""Clusters improved one by one: correlation clustering by local search.

Average linkage never takes back what it joined early. Here each row moves to the cluster where the
sum of its scores, each less a threshold, is largest, or out of all, until no move gains (Elsner and
Schudy 2009, Bounding and comparing methods for correlation clustering beyond ILP).
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

_UNIT = 1_000_000
"""Scores are summed as whole millionths, so that no order of summing shows."""
_SWEEPS = 10
"""Times that all rows are looked at, at most; real stories settle after two to four."""


def improved(scores: Any, initial: Sequence[Sequence[int]], *, threshold: float) -> list[list[int]]:
    """The initial clusters of all rows of a symmetric sparse matrix after all moves that gain.

    Clusters follow their first row, and members the order of rows.
    """
    label = np.empty(scores.shape[0], dtype=np.intp)
    for number, rows in enumerate(initial):
        label[list(rows)] = number
    sizes = np.bincount(label, minlength=2 * len(label) + 1)  # with room for new clusters
    fresh = len(initial)
    matrix = scores.tocsr()
    needed = round(threshold * _UNIT)
    units = np.rint(matrix.data * _UNIT).astype(np.int64)
    for _ in range(_SWEEPS):
        moved = False
        for row in range(len(label)):
            part = slice(matrix.indptr[row], matrix.indptr[row + 1])
            target = _best(row, matrix.indices[part], units[part], label, sizes, needed)
            if target != label[row]:
                target = fresh if target < 0 else target
                fresh += target == fresh
                sizes[label[row]] -= 1
                sizes[target] += 1
                label[row] = target
                moved = True
        if not moved or fresh + len(label) > len(sizes):
            break
    found: dict[int, list[int]] = {}
    for row, number in enumerate(label.tolist()):
        found.setdefault(number, []).append(row)
    return list(found.values())


def with_guests(
    scores: Any, base: Sequence[Sequence[int]], *, threshold: float, most: int
) -> list[list[int]]:
    """The clusters, each with those rows of others that score `threshold` there on average.

    A row is a guest of at most `most` clusters, those where it scores best.
    """
    from scipy import sparse

    home = np.empty(scores.shape[0], dtype=np.intp)
    for number, places in enumerate(base):
        home[list(places)] = number
    member = sparse.csr_array(
        (np.ones(len(home)), (np.arange(len(home)), home)), shape=(len(home), len(base))
    )
    means = (scores @ member).tocsr()
    sizes = np.bincount(home, minlength=len(base))
    found = [list(places) for places in base]
    for place in range(len(home)):
        part = slice(means.indptr[place], means.indptr[place + 1])
        targets = means.indices[part]
        average = np.round(means.data[part] / sizes[targets], 6)
        fit = [
            (-score, number)
            for score, number in zip(average.tolist(), targets.tolist(), strict=True)
            if score >= threshold and number != home[place]
        ]
        for _, number in sorted(fit)[:most]:
            found[number].append(place)
    return found


def _best(
    row: int,
    others: NDArray[np.int32],
    units: NDArray[np.int64],
    label: NDArray[np.intp],
    sizes: NDArray[np.intp],
    needed: int,
) -> int:
    """The cluster where a row gains most: its own if no other is better, -1 for one of its own."""
    own = int(label[row])
    if sizes[own] == 1 and not (units[others != row] >= needed).any():
        return own
    met, places = np.unique(label[others], return_inverse=True)
    sums = np.bincount(places, weights=np.where(others == row, 0, units)).astype(np.int64)
    gains = sums - needed * (sizes[met] - (met == own))
    at = int(gains.argmax())
    stay = int(gains[met == own][0]) if own in met else -needed * (int(sizes[own]) - 1)
    if gains[at] > max(stay, 0):
        return int(met[at])
    return own if stay >= 0 else -1
