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
    home = np.empty(scores.shape[0], dtype=np.intp)
    for number, rows in enumerate(initial):
        home[list(rows)] = number
    search = _Search(scores.tocsr(), home, len(initial), round(threshold * _UNIT))
    for _ in range(_SWEEPS):
        if not search.sweep():
            break
    found: dict[int, list[int]] = {}
    for row, number in enumerate(home.tolist()):
        found.setdefault(number, []).append(row)
    return list(found.values())


class _Search:
    """The clusters of rows while they are improved.

    A cluster gains by a row only if a score of the two is at the threshold or above, and few are.
    """

    def __init__(self, matrix: Any, home: NDArray[np.intp], count: int, needed: int) -> None:
        self._matrix = matrix
        self._units = np.rint(matrix.data * _UNIT).astype(np.int32)
        self._home = home
        """of each row, the number of its cluster"""
        self._sizes = np.bincount(home, minlength=2 * len(home) + 1)  # with room for new clusters
        self._fresh = count
        self._needed = needed
        self._near = self._neighbours()
        self._changed = [0] * len(self._sizes)
        """of each cluster, the time of its last change"""
        self._looked = [-1] * len(home)
        """of each row, the time when it was last looked at"""
        self._time = 0

    def sweep(self) -> bool:
        """Look at all rows once; whether to go on: one has moved, and there is room for more."""
        moved = False
        for row in range(len(self._home)):
            met = {int(self._home[row]), *self._home[self._near[row]].tolist()}
            last = max(self._changed[number] for number in met)
            if last <= self._looked[row]:
                continue  # nothing is new to it
            self._looked[row] = self._time
            own = int(self._home[row])
            target = self._best(row, own, sorted(met))
            if target != own:
                target = self._fresh if target < 0 else target
                self._move(row, own, target)
                moved = True
        return moved and self._fresh + len(self._home) <= len(self._sizes)

    def _neighbours(self) -> list[NDArray[np.int32]]:
        """Of each row, the others that score at the threshold or above."""
        near = np.flatnonzero(self._units >= self._needed)
        rows = np.searchsorted(self._matrix.indptr, near, side="right") - 1
        others = self._matrix.indices[near]
        rows, others = rows[rows != others], others[rows != others]
        ends = np.cumsum(np.bincount(rows, minlength=len(self._home)))
        return np.split(others, ends[:-1])

    def _best(self, row: int, own: int, met: Sequence[int]) -> int:
        """The cluster where a row gains most: its own if no other is better, -1 for a new one."""
        if len(met) == 1 and self._sizes[own] == 1:
            return own
        part = slice(self._matrix.indptr[row], self._matrix.indptr[row + 1])
        others, units = self._matrix.indices[part], self._units[part]
        homes = self._home[others]
        homes[others == row] = -1
        gains = {
            number: int(units[homes == number].sum(dtype=np.int64))
            - self._needed * (int(self._sizes[number]) - (number == own))
            for number in met
        }
        best = max(met, key=lambda number: gains[number])  # of equal ones the first
        if gains[best] > max(gains[own], 0):
            return best
        return own if gains[own] >= 0 else -1

    def _move(self, row: int, own: int, target: int) -> None:
        self._fresh += target == self._fresh
        self._sizes[own] -= 1
        self._sizes[target] += 1
        self._home[row] = target
        self._time += 1
        self._changed[own] = self._changed[target] = self._time


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

