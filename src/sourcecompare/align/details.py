"""What is told of a pair of paragraphs: its sentences that meet, its wording and its shape."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from sourcecompare.model import Label, Link, Shape
from sourcecompare.text import words
from sourcecompare.wording import Passage, passage, wording_of

from .choosing import TOLD, best, best_of_few, surplus
from .sides import Place, Two

_LONGER = 1.5
"""Times as many words from which a passage counts as expanded."""


_FEW = 1_000
"""Pairs of sentences up to which arrays cost more than they save."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wordings:
    """Words and wordings of passages that were looked at before; 20 outlets meet them again."""

    passages: dict[tuple[str, ...], Passage] = field(default_factory=dict)
    """of folded sentences"""
    labels: dict[tuple[tuple[str, ...], tuple[str, ...]], Label] = field(default_factory=dict)
    """wording of two passages of folded sentences"""

    def passage(self, texts: tuple[str, ...]) -> Passage:
        """The passage that folded sentences make."""
        if texts not in self.passages:
            self.passages[texts] = passage([word for text in texts for word in words(text)])
        return self.passages[texts]

    def label(self, left: tuple[str, ...], right: tuple[str, ...]) -> Label:
        """The wording of two passages; they may be swapped."""
        if (left, right) not in self.labels:
            label = wording_of(self.passage(left), self.passage(right))
            self.labels[left, right] = self.labels[right, left] = label
        return self.labels[left, right]


def meeting(both: Two, i: int, j: int) -> list[Place]:
    """The sentences of two paragraphs that tell the same; the best two if none is near enough.

    Equal ones that recur pair off in their order, as paragraphs do.
    """
    rows = slice(both.left.starts[i], both.left.starts[i + 1])
    columns = slice(both.right.starts[j], both.right.starts[j + 1])
    scores, alike = both.by_sentence[rows, columns], both.alike[rows, columns]
    if scores.size == 1:
        return [(0, 0)] if scores[0, 0] > 0 else []
    over = surplus(both.left.folded[i], both.right.folded[j])
    if over is not None:
        scores, alike = np.where(over, 0.0, scores), np.where(over, 0.0, alike)
    most = scores.max()
    if most < TOLD:
        return [(int(a), int(b)) for a, b in np.argwhere(scores == most)] if most > 0 else []
    return best_of_few(scores.tolist(), alike.tolist()) if scores.size <= _FEW else best(scores)


def links(both: Two, place: Place, places: Sequence[Place]) -> tuple[Link, ...]:
    """The links of two paragraphs' sentences that meet in these places."""
    i, j = place
    lefts, rights = both.left.sentences[i], both.right.sentences[j]
    row, column = both.left.starts[i], both.right.starts[j]
    return tuple(
        Link(
            left=lefts[a].ref,
            right=rights[b].ref,
            score=float(both.by_sentence[row + a, column + b]),
        )
        for a, b in places
    )


def label(both: Two, place: Place, places: Sequence[Place], wordings: Wordings) -> Label:
    """The wording of the sentences that meet; exact only if the paragraphs are the same whole."""
    i, j = place
    lefts, rights = both.left.folded[i], both.right.folded[j]
    if wordings.passage(lefts).words == wordings.passage(rights).words:
        return Label.EXACT
    found = wordings.label(
        tuple(lefts[a] for a in sorted({a for a, _ in places})),
        tuple(rights[b] for b in sorted({b for _, b in places})),
    )
    return Label.NEAR if found is Label.EXACT else found


def shape(both: Two, place: Place, partners: tuple[int, int]) -> Shape:
    """How the left paragraph was carried over; `partners` counts the sure ones of left and right.

    One to many is split, many to one merged; else it is the number of words that tells.
    """
    if partners[0] > 1 and partners[1] == 1:
        return Shape.SPLIT
    if partners[1] > 1 and partners[0] == 1:
        return Shape.MERGED
    left, right = both.left.words[place[0]], both.right.words[place[1]]
    if right >= _LONGER * left:
        return Shape.EXPANDED
    return Shape.SHORTENED if left >= _LONGER * right else Shape.SAME
