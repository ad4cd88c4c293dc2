"""Texts read once for all scorers: their tokens, counted, and what is known of these."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sourcecompare.text import fold

from .background import Background, background
from .stems import stems
from .tokens import tokens

Matrix = NDArray[np.float64]

_IMAGINED = 10
"""Texts imagined beside those given, with none of their words: what two short pages share would
else look common. On real news F1 is the same for 5 to 20, on pages of three paragraphs it rises
from .60 to .65 against BM25's IDF at one threshold for both."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Reading:
    """The different texts among some, as counted tokens."""

    rows: NDArray[np.intp]
    """of each text given, its row in `counts`; texts that fold alike share one"""
    vocabulary: tuple[str, ...]
    """all tokens, sorted"""
    counts: Any
    """scipy.sparse.csr_array, texts by tokens: how often"""
    background: Background
    """of the vocabulary"""
    stems: tuple[str, ...]
    """of the vocabulary"""


def read(texts: Sequence[str]) -> Reading:
    """The reading of texts; it depends on the set of them, their rows on their order alone.

    A wire text in ten copies is one text: it is no reason to think its words common.
    """
    folded = [fold(text) for text in texts]
    distinct = sorted(set(folded))
    row = {text: at for at, text in enumerate(distinct)}
    spoken = [tokens(text) for text in distinct]
    return _reading(np.array([row[text] for text in folded], dtype=np.intp), spoken)


def joined(reading: Reading, parts: Sequence[Sequence[int]]) -> Reading:
    """The reading of texts that are made of others: each of `parts` lists texts of `reading`."""
    from scipy import sparse

    wholes = [tuple(reading.rows[number] for number in some) for some in parts]
    distinct = sorted(set(wholes))
    row = {whole: at for at, whole in enumerate(distinct)}
    members = sparse.csr_array(
        incidence([list(whole) for whole in distinct]),
        shape=(len(distinct), reading.counts.shape[0]),
    )
    counts = (members @ reading.counts).tocsr()
    counts.sort_indices()
    return Reading(
        rows=np.array([row[whole] for whole in wholes], dtype=np.intp),
        vocabulary=reading.vocabulary,
        counts=counts,
        background=reading.background,
        stems=reading.stems,
    )


def feature_counts(
    reading: Reading, features: Sequence[Sequence[str]], weights: Matrix | None = None
) -> Any:
    """How often each text has each feature: a sparse matrix over the sorted features.

    `features` are those of each token of the vocabulary; a token may weigh other than 1.
    """
    from scipy import sparse

    names = {name: at for at, name in enumerate(sorted(set(chain.from_iterable(features))))}
    data, indices, starts = incidence([[names[name] for name in some] for some in features])
    if weights is not None:
        data = np.repeat(weights, np.diff(starts))
    inner = sparse.csr_array((data, indices, starts), shape=(len(features), len(names)))
    counts = (reading.counts @ inner).tocsr()
    counts.sort_indices()
    return counts


def unit_rows(
    counts: Any, weigh: Callable[[Matrix, Matrix], Matrix], *, unsaid: float, known: Any = 1.0
) -> Any:
    """Rows of length 1 at most: `weigh` makes a weight of each count and its feature's rarity.

    The rarity is the feature's IDF among the texts times what is known of it beforehand (one
    number, or one for each feature). Each text is taken to say something more that no other says,
    of squared length `unsaid`: what two short texts share proves less. A text without tokens has
    an empty row.
    """
    from scipy import sparse

    weighted = counts.copy()
    weighted.data = weigh(counts.data, (rarity(counts) * known)[counts.indices])
    squared = np.asarray(weighted.multiply(weighted).sum(axis=1)).ravel()
    scale = np.divide(1.0, np.sqrt(squared + unsaid), out=np.zeros_like(squared), where=squared > 0)
    rows = (sparse.diags_array(scale) @ weighted).tocsr()
    rows.sort_indices()
    return rows


def rarity(counts: Any) -> Matrix:
    """The IDF of each feature among the texts."""
    told = int(np.count_nonzero(np.diff(counts.indptr)))
    shared_by = np.bincount(counts.indices, minlength=counts.shape[1]).astype(np.float64)
    return np.asarray(np.log((1 + told + _IMAGINED) / (1 + shared_by)))


def incidence(lists: Sequence[Sequence[int]]) -> tuple[Matrix, NDArray[np.intp], NDArray[np.intp]]:
    """Data, indices and row starts of a sparse matrix with a 1 for each listed number."""
    starts = np.cumsum([0, *map(len, lists)], dtype=np.intp)
    indices = np.fromiter(chain.from_iterable(lists), np.intp, int(starts[-1]))
    return np.ones(len(indices)), indices, starts


def _reading(rows: NDArray[np.intp], spoken: Sequence[Sequence[str]]) -> Reading:
    from scipy import sparse

    vocabulary = sorted(set(chain.from_iterable(spoken)))
    number = {token: at for at, token in enumerate(vocabulary)}
    counts = sparse.csr_array(
        incidence([[number[token] for token in some] for some in spoken]),
        shape=(len(spoken), len(vocabulary)),
    )
    counts.sum_duplicates()
    known = background(vocabulary, spoken)
    return Reading(
        rows=rows,
        vocabulary=tuple(vocabulary),
        counts=counts,
        background=known,
        stems=tuple(stems(vocabulary, known.languages)),
    )
