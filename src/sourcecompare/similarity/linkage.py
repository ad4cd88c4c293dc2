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
    matrix = scores[ordered][:, ordered].tocsr()
    if 0 < len(ordered) <= _FEW:
        inside = _average_linkage(matrix.toarray(), threshold)
        return [ordered[some].tolist() for some in inside]
    for piece in _pieces(matrix, np.arange(len(ordered)), threshold):
        if len(piece) > _LARGEST:  # thousands of times the same
            found.append(ordered[piece].tolist())
            continue
        dense = matrix[piece][:, piece].toarray()
        found += [ordered[piece[some]].tolist() for some in _average_linkage(dense, threshold)]
    rank = {int(row): at for at, row in enumerate(ordered)}
    return sorted(found, key=lambda rows: rank[rows[0]])


def _pieces(matrix: Any, rows: NDArray[np.intp], threshold: float) -> Iterator[NDArray[np.intp]]:
    """Connected pieces of the rows over pairs at the threshold; only equal rows are too many."""
    from scipy.sparse import csgraph

    if not len(rows):
        return
    part = matrix[rows][:, rows].tocsr()
    part.data = np.where(part.data >= threshold, part.data, 0.0)
    part.eliminate_zeros()
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
