"""Statements of two pages with something in common, whose values may be of one thing."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sourcecompare.conflicts.compared import Compared
from sourcecompare.conflicts.statements import Statement, Weights, by_height

MOST_STATEMENTS = 1_200
"""Sentences that are compared, those that stand higher on their pages first ..."""
MOST_NEAR = 10_000
"""... and pairs of them whose values a forest is asked about, those with most in common first."""


@dataclass(frozen=True, slots=True)
class Near:
    """Two statements of two pages, the left one first in order of place."""

    left: Statement
    right: Statement
    linked: bool
    overlap: float


def near_statements(compared: Compared, some: Sequence[Statement], least: float) -> list[Near]:
    """Those of two pages that are linked or overlap by so much at least, in order of place."""
    if len({one.page for one in some}) < 2:
        return []
    chosen = sorted(sorted(some, key=by_height)[:MOST_STATEMENTS], key=lambda one: one.ref)
    overlaps = _overlaps(chosen, compared.weights)
    linked = np.zeros(overlaps.shape, bool)
    places = {one.ref: k for k, one in enumerate(chosen)}
    for left, right in compared.links:
        if left in places and right in places:
            linked[places[left], places[right]] = True
    pages = np.array([one.page for one in chosen])
    close = (linked | (overlaps >= least)) & (pages[:, np.newaxis] != pages)
    return [
        Near(chosen[i], chosen[j], bool(linked[i, j]), float(overlaps[i, j]))
        for i, j in np.argwhere(np.triu(close, 1))
    ]


def _overlaps(some: Sequence[Statement], weights: Weights) -> NDArray[np.float64]:
    """`pairs.overlap` of each two statements, shape (statements, statements)."""
    counts = Counter(word for one in some for word in one.words)
    places = {word: k for k, word in enumerate(sorted(w for w in counts if counts[w] > 1))}
    has = np.zeros((len(some), len(places)))
    for row, one in zip(has, some, strict=True):
        row[[places[word] for word in one.words if word in places]] = 1.0
    shared = (has * [weights.get(word, 0.0) for word in places]) @ has.T
    whole = np.array([sum(weights.get(word, 0.0) for word in one.words) for one in some])
    both = whole[:, np.newaxis] + whole
    found: NDArray[np.float64] = np.divide(
        2 * shared, both, out=np.zeros_like(shared), where=both > 0
    )
    return found


def is_copied(one: Near, compared: Compared) -> bool:
    """Whether the other page has either sentence too: an article never contradicts its copy."""
    keys = compared.told.keys
    return one.left.key in keys[one.right.page] or one.right.key in keys[one.left.page]


def worthiest(found: list[Near]) -> list[Near]:
    """Those with most in common, where there are too many; of equal ones all or none."""
    if len(found) <= MOST_NEAR:
        return found
    least = sorted((one.overlap for one in found), reverse=True)[MOST_NEAR]
    return [one for one in found if one.overlap > least]
