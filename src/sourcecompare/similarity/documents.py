"""How alike whole articles are: by the words that set one event apart from others."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from .reading import read, unit_rows
from .scorers import damped, stem_counts

_FLOOR = 0.05
"""Lower scores are kept as 0: two articles on different events mostly have less."""
_ROWS = 512
"""Articles compared with all others at a time, for the sake of memory."""


def document_scores(texts: Sequence[str]) -> Any:
    """Cosine of TF-IDF over the stems of all pairs of texts: a symmetric sparse matrix, 0..1.

    A text without words is like nothing, not even itself.
    """
    from scipy import sparse

    parts = []
    if texts:
        reading = read(texts)
        counts, known = stem_counts(reading)
        rows = unit_rows(counts, damped, unsaid=0.0, known=known)[reading.rows].tocsr()
        for start in range(0, len(texts), _ROWS):
            product = (rows[start : start + _ROWS] @ rows.T).tocsr()
            product.data = np.where(product.data >= _FLOOR, np.round(product.data, 6), 0.0)
            product.eliminate_zeros()
            parts.append(product)
    return sparse.vstack(parts, format="csr") if parts else sparse.csr_array((0, 0))
