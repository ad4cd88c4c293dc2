"""Clusters by average linkage: everything in one is alike on average, not by a chain."""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .reading import Matrix

_LARGEST = 4_000
"""Members of a connected piece that are clustered at once: 64 MB of distances."""
_FEW = 200
"""Rows that are clustered at once without looking for pieces: that takes longer than it saves."""
_A_HANDFUL = 40
"""Rows up to which SciPy takes longer to choose a way through a matrix than it takes to go it."""
_STEP = 0.05


def clusters(scores: Any, order: Sequence[int], *, threshold: float) -> list[list[int]]:
    """Rows of a symmetric sparse matrix in clusters whose members score `threshold` on average.

    `order` is the rows in an order of the caller's own, so that ties fall the same way whatever
    the rows' numbers: clusters and their members follow it. Every row is in exactly one cluster.

    A cluster never reaches beyond a connected piece of the pairs at the threshold, so each piece
    is clustered alone; one of more than 4,000 rows is first cut at higher thresholds, up to 1.
    """
    found: list[list[int]] = []
    ordered = np.asarray(order, dtype=np.intp)
    if 0 < len(ordered) <= _FEW:
        inside = _average_linkage(among(scores, ordered), threshold)
        return [ordered[some].tolist() for some in inside]
    matrix = scores.tocsr()
    if not np.array_equal(ordered, np.arange(matrix.shape[0])):
        matrix = scores[ordered][:, ordered].tocsr()
    for piece in _pieces(matrix, np.arange(len(ordered)), threshold):
        if len(piece) > _LARGEST:  # thousands of times the same
            found.append(ordered[piece].tolist())
            continue
        if len(piece) == 1:
            found.append([int(ordered[piece[0]])])
            continue
        inside = _average_linkage(among(matrix, piece), threshold)
        found += [ordered[piece[some]].tolist() for some in inside]
    rank = {int(row): at for at, row in enumerate(ordered)}
    return sorted(found, key=lambda rows: rank[rows[0]])


def among(scores: Any, rows: Sequence[int] | NDArray[np.intp]) -> Matrix:
    """The scores of these rows with each other, of a csr matrix."""
    if len(rows) > _A_HANDFUL or not scores.has_sorted_indices:
        return np.asarray(scores[rows][:, rows].toarray())
    found = np.zeros((len(rows), len(rows)))
    for at, row in enumerate(rows):
        part = slice(scores.indptr[row], scores.indptr[row + 1])
        columns = scores.indices[part]
        if len(columns):
            places = np.minimum(columns.searchsorted(rows), len(columns) - 1)
            found[at] = np.where(columns[places] == rows, scores.data[part][places], 0.0)
    return found


def _pieces(matrix: Any, rows: NDArray[np.intp], threshold: float) -> Iterator[NDArray[np.intp]]:
    """Connected pieces of the rows over pairs at the threshold; only equal rows are too many."""
    from scipy import sparse
    from scipy.sparse import csgraph

    if not len(rows):
        return
    # Before rows are chosen, for of the whole matrix little is left.
    near = sparse.csr_array(matrix >= threshold)
    part = near if len(rows) == near.shape[0] else near[rows][:, rows].tocsr()
    count, labels = csgraph.connected_components(part, directed=False)
    by_label = rows[np.argsort(labels, kind="stable")]
    sizes = np.bincount(labels, minlength=count)
    for piece in np.split(by_label, np.cumsum(sizes)[:-1]):
        if len(piece) <= _LARGEST or threshold >= 1.0:
            yield piece
        else:
            yield from _pieces(matrix, piece, min(1.0, threshold + _STEP))


def _average_linkage(scores: Matrix, threshold: float) -> list[list[int]]:
    """Members of each cluster, in their order."""
    if len(scores) == 1:
        return [[0]]
    from scipy.cluster import hierarchy
    from scipy.spatial import distance

    far = np.clip(1.0 - scores, 0.0, 1.0)
    np.fill_diagonal(far, 0.0)
    tree = hierarchy.linkage(distance.squareform(far, checks=False), method="average")
    # Sums of rounded scores stray by some 1e-16: a pair right at the threshold is in.
    labels = hierarchy.fcluster(tree, 1.0 - threshold + 1e-9, criterion="distance")
    members: dict[int, list[int]] = {}
    for at, label in enumerate(labels.tolist()):
        members.setdefault(label, []).append(at)
    return list(members.values())
