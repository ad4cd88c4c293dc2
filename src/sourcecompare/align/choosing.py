"""Which pairs of two articles' paragraphs, or of two paragraphs' sentences, tell the same."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from sourcecompare.similarity import likeness

from .sides import Place, Scored, Side, Two

TOLD = 0.24
"""Chance from which two passages may tell the same. F1 of pairs on 41 marked events is .54 from
here to .3, and .52 at .2. Below .26 for the sake of recall: of pairs that tell the same as a whole,
.936 are found on these events and .922 on those held out; at .26 .932 and .906."""
SURE = 0.8
"""Chance from which they do, for an editor: 91 % of such pairs were marked as telling a fact in
common on the events that the scores were fitted on, 92 % on those held out. Of eleven
between .75 and this, read beside their whole pages, three were weak or wrong."""

_STRONG = 0.8
"""Chance from which a paragraph has a counterpart."""
_REWRITTEN = 0.4
"""Share of the paragraphs of either side with a counterpart from which one article is a rewrite
of the other. Of 150 pairs of outlets that report on their own 6 have as many; of 198 rewrites for
learners all but 3."""
_NEARLY_BEST = 0.9
"""In a rewrite, share of likeness that a pair has of the best of either side ..."""
_NOT_FAR = 0.4
"""... and of the other's. If no article were a rewrite, F1 on rewrites would fall from .968 to .75,
for most of their paragraphs are somewhat alike; if all were, F1 on real news from .64 to .57."""

_LEAST = float(likeness(np.array(TOLD)))
"""Likeness of two texts that may just tell the same."""


def taken(chances: Scored) -> list[Place]:
    """Pairs of rows and columns that tell the same, in order.

    Where one text is a rewrite of the other, each paragraph goes with its best counterpart, and
    with others that come near it; else with all that may tell the same.

    >>> taken(np.array([[0.9, 0.3], [0.1, 0.95]])), taken(np.array([[0.7, 0.3], [0.1, 0.5]]))
    ([(0, 0), (1, 1)], [(0, 0), (0, 1), (1, 1)])
    """
    if not chances.size:
        return []
    strong = chances >= _STRONG
    covered = min(strong.any(axis=0).mean(), strong.any(axis=1).mean())
    return best(chances) if covered >= _REWRITTEN else _places(chances >= TOLD)


def best(chances: Scored) -> list[Place]:
    """Pairs that tell the same and are nearly the best of one side and not far from the other's."""
    if not chances.size or chances.max() < TOLD:
        return []
    alike = likeness(chances)
    of_row = alike / np.maximum(alike.max(axis=1, keepdims=True), _LEAST)
    of_column = alike / np.maximum(alike.max(axis=0, keepdims=True), _LEAST)
    return _places(
        (chances >= TOLD)
        & (np.maximum(of_row, of_column) >= _NEARLY_BEST)
        & (np.minimum(of_row, of_column) >= _NOT_FAR)
    )


def best_of_few(
    chances: Sequence[Sequence[float]], alike: Sequence[Sequence[float]]
) -> list[Place]:
    """`best` of some sentences, with their likeness at hand.

    Without arrays, which would take most of the time that comparing takes.
    """
    most_of_row = [max(_LEAST, *row) for row in alike]
    most_of_column = [max(_LEAST, *column) for column in zip(*alike, strict=True)]
    found = []
    for i, row in enumerate(chances):
        for j, score in enumerate(row):
            if score >= TOLD:
                of_row, of_column = alike[i][j] / most_of_row[i], alike[i][j] / most_of_column[j]
                if max(of_row, of_column) >= _NEARLY_BEST and min(of_row, of_column) >= _NOT_FAR:
                    found.append((i, j))
    return found


def body_pairs(both: Two) -> list[Place]:
    """Pairs of paragraphs, headlines aside; equal texts that recur pair off in their order."""
    chances = both.by_block
    over = surplus(both.left.folded, both.right.folded)
    if over is not None:
        # Each still has its partner with the best score there is, so the rest is not affected.
        chances = np.where(over, 0.0, chances)
    rows = np.delete(np.arange(chances.shape[0]), _at(both.left))
    columns = np.delete(np.arange(chances.shape[1]), _at(both.right))
    chosen = taken(chances[np.ix_(rows, columns)])
    return [(int(rows[i]), int(columns[j])) for i, j in chosen]


def headline_pairs(both: Two) -> list[Place]:
    """The two headlines, and each headline with what comes nearest to it in the other body."""
    scores, left, right = both.plain, both.left.headline, both.right.headline
    found: list[Place] = []
    if left is not None:
        found += [(left, j) for j in _nearest(scores[left], right)]
    if right is not None:
        found += [(i, right) for i in _nearest(scores[:, right], left)]
    if left is not None and right is not None and scores[left, right] >= TOLD:
        found.append((left, right))
    return found


def surplus(lefts: Sequence[object], rights: Sequence[object]) -> NDArray[np.bool_] | None:
    """Pairs of equal texts that belong to other occurrences, if any; the last takes what is over.

    Ten lines of "Read on" on both sides are ten pairs, not a hundred.
    """
    common = set(lefts).intersection(rights)
    if not common:
        return None
    by_left, by_right = _places_of(lefts), _places_of(rights)
    recurring = [one for one in common if len(by_left[one]) > 1 or len(by_right[one]) > 1]
    if not recurring:
        return None
    over = np.zeros((len(lefts), len(rights)), dtype=np.bool_)
    for text in recurring:
        rows, columns = by_left[text], by_right[text]
        last = min(len(rows), len(columns)) - 1
        row, column = (np.minimum(np.arange(len(some)), last) for some in (rows, columns))
        over[np.ix_(rows, columns)] = row[:, None] != column[None, :]
    return over


def _nearest(scores: Scored, other_headline: int | None) -> list[int]:
    body = np.delete(scores, other_headline) if other_headline is not None else scores
    least = max(TOLD, _NEARLY_BEST * body.max(initial=0.0))
    return [int(at) for at in np.flatnonzero(scores >= least) if at != other_headline]


def _at(side: Side) -> list[int]:
    return [] if side.headline is None else [side.headline]


def _places(chosen: NDArray[np.bool_]) -> list[Place]:
    return [(int(row), int(column)) for row, column in np.argwhere(chosen)]


def _places_of(texts: Sequence[object]) -> Mapping[object, list[int]]:
    """The numbers of each text."""
    found: dict[object, list[int]] = {}
    for number, text in enumerate(texts):
        found.setdefault(text, []).append(number)
    return found
