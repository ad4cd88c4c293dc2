"""How alike whole articles are: by the words that set one event apart, and by their days."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np

from sourcecompare.text import fold

from .tokens import plain, tokens

_FLOOR = 0.05
"""Lower scores are kept as 0: two articles on different events mostly have less."""
_ROWS = 512
"""Articles compared with all others at a time, for the sake of memory."""

_BACKGROUND = 20
"""Texts imagined beside those given, with none of their words: in a pile of two or three, the
words of one event would else look common. On half 0 (`benchmarks/stories.py`) 20, 30 and 50 give
the same mean F1 of all piles, .992, and 10 gives .004 less."""
_LETTERS = 6
"""Letters of a word that are compared: endings differ in every language. Five to seven give the
same F1 on half 0 as stems of English words do, .992."""
_WEIGHTS = (0.0, 0.2, 0.3, 0.5, 0.8, 1.0)
"""Weight of a word by its letters, five and more alike. The words that are in every text are short
in all languages, and a pile of two articles cannot tell which these are: without it, the mean F1 on
half 0 falls from .989 to .961 where no dates are known, above all on two to four articles."""
_SYLLABLES = 0.3
"""Weight of two Japanese syllable signs: they are mostly endings and particles. As for two letters;
our judgement."""

_NEAR = 2
"""Days between two articles that say nothing against one event: 146 of 150 pairs of articles on
one event are no further apart."""
_FADES = 10.0
"""Days, beyond these, until two thirds of what will be lost are; 20 gives .001 less on half 0."""
_FAR = 0.4
"""Share of a score that is left at any distance: a text printed again a year later is the same
text. From .3 to .5, F1 is level (.994), with real dates and with all events in ten days."""

Days = tuple[int, int]
"""the first and last day, inclusive, that a time may mean; counted from any day"""


def document_scores(texts: Sequence[str]) -> Any:
    """Cosine of TF-IDF over the beginnings of words: a symmetric sparse matrix, 0..1.

    Which words are rare is learnt from these texts; short words weigh less. A text without words
    is like nothing, not even itself.
    """
    from scipy import sparse

    folded = [fold(text) for text in texts]
    distinct = sorted(set(folded))
    row = {text: number for number, text in enumerate(distinct)}
    parts = []
    if texts:
        rows = _rows(distinct)[[row[text] for text in folded]]
        for start in range(0, len(texts), _ROWS):
            product = (rows[start : start + _ROWS] @ rows.T).tocsr()
            product.data = np.where(product.data >= _FLOOR, np.round(product.data, 6), 0.0)
            product.eliminate_zeros()
            parts.append(product)
    return sparse.vstack(parts, format="csr") if parts else sparse.csr_array((0, 0))


def faded(scores: Any, days: Sequence[Days | None]) -> Any:
    """The scores of articles, less where they were published days apart; None is not known.

    Two days apart cost nothing, two weeks about 40 % of a score, and no distance more than 60 %.
    An unknown day neither helps nor hurts.
    """
    known = np.array([one is not None for one in days], dtype=bool)
    first = np.array([one[0] if one else 0 for one in days], dtype=np.float64)
    last = np.array([one[1] if one else 0 for one in days], dtype=np.float64)
    pairs = scores.tocoo()
    left, right = pairs.coords
    apart = np.maximum(first[left] - last[right], first[right] - last[left]) - _NEAR
    kept = _FAR + (1.0 - _FAR) * np.exp(-np.maximum(apart, 0.0) / _FADES)
    kept[~(known[left] & known[right])] = 1.0
    pairs.data = np.round(pairs.data * kept, 6)
    return pairs.tocsr()


def _rows(texts: Sequence[str]) -> Any:
    """A sparse row of length 1 for each of these different texts; an empty one has no words."""
    from scipy import sparse

    counts = [Counter(plain(token)[:_LETTERS] for token in tokens(text)) for text in texts]
    names = sorted({name for count in counts for name in count})
    column = {name: at for at, name in enumerate(names)}
    starts = np.cumsum([0, *map(len, counts)], dtype=np.intp)
    cells = [(column[name], count[name]) for count in counts for name in sorted(count)]
    columns = np.array([at for at, _ in cells], dtype=np.intp)
    often = np.array([count for _, count in cells], dtype=np.float64)
    told = sum(1 for count in counts if count)
    shared_by = np.bincount(columns, minlength=len(names)).astype(np.float64)
    weight = np.array([_weight(name) for name in names], dtype=np.float64)
    weight *= np.log((1 + told + _BACKGROUND) / (1 + shared_by))
    # The tenth time counts little more than the first.
    data = (1.0 + np.log(often)) * weight[columns]
    rows = sparse.csr_array((data, columns, starts), shape=(len(texts), len(names)))
    lengths = np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1)).ravel())
    scale = np.divide(1.0, lengths, out=np.zeros_like(lengths), where=lengths > 0)
    rows = (sparse.diags_array(scale) @ rows).tocsr()
    rows.sort_indices()
    return rows


def _weight(name: str) -> float:
    """How much a word's length lets it tell; two signs of a script without blanks are a word."""
    if all("\u3041" <= sign <= "\u309f" for sign in name):
        return _SYLLABLES
    if name[0] >= "\u2e80" or "\u0e00" <= name[0] <= "\u10ff" or "\u1780" <= name[0] <= "\u17ff":
        return 1.0
    return _WEIGHTS[min(len(name), len(_WEIGHTS) - 1)]
