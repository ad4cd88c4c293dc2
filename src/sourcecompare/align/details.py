"""What is told of a pair of paragraphs: its sentences that meet, its wording and its shape."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from sourcecompare.model import Label, Link, Sentence, Shape
from sourcecompare.text import words
from sourcecompare.wording import wording_of

from .choosing import best, surplus
from .sides import Place, Two

_LONGER = 1.5
"""Times as many words from which a passage counts as expanded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wordings:
    """Words and wordings of passages that were looked at before; 20 outlets meet them again."""

    split: dict[tuple[str, ...], list[str]] = field(default_factory=dict)
    """words of folded sentences"""
    labels: dict[tuple[tuple[str, ...], tuple[str, ...]], Label] = field(default_factory=dict)
    """wording of two passages of folded sentences"""

    def words(self, passage: tuple[str, ...]) -> list[str]:
        """The words of folded sentences."""
        if passage not in self.split:
            self.split[passage] = [word for text in passage for word in words(text)]
        return self.split[passage]

    def label(self, left: tuple[str, ...], right: tuple[str, ...]) -> Label:
        """The wording of two passages; they may be swapped."""
        if (left, right) not in self.labels:
            label = wording_of(self.words(left), self.words(right))
            self.labels[left, right] = self.labels[right, left] = label
        return self.labels[left, right]


def links(both: Two, i: int, j: int) -> tuple[Link, ...]:
    """The sentences of two paragraphs that tell the same; the best two if none is near enough.

    Equal ones that recur pair off in their order, as paragraphs do.
    """
    lefts, rights = both.left.sentences[i], both.right.sentences[j]
    rows = slice(both.left.starts[i], both.left.starts[i + 1])
    columns = slice(both.right.starts[j], both.right.starts[j + 1])
    scores = both.by_sentence[rows, columns]
    if scores.size == 1:
        places = [(0, 0)] if scores[0, 0] > 0 else []
    else:
        scores = scores.copy()
        scores[surplus(both.left.folded[i], both.right.folded[j])] = 0.0
        places = best(scores)
        if not places and scores.max() > 0:
            places = [(int(a), int(b)) for a, b in np.argwhere(scores == scores.max())]
    return tuple(
        Link(left=lefts[a].ref, right=rights[b].ref, score=float(scores[a, b])) for a, b in places
    )


def label(both: Two, place: Place, linked: Sequence[Link], wordings: Wordings) -> Label:
    """The wording of the linked sentences; exact only if the paragraphs are the same whole."""
    i, j = place
    lefts, rights = both.left.folded[i], both.right.folded[j]
    if wordings.words(lefts) == wordings.words(rights):
        return Label.EXACT
    found = wordings.label(
        _linked(both.left.sentences[i], lefts, {link.left for link in linked}),
        _linked(both.right.sentences[j], rights, {link.right for link in linked}),
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


def _linked(
    sentences: Sequence[Sentence], folded: Sequence[str], refs: set[object]
) -> tuple[str, ...]:
    return tuple(text for one, text in zip(sentences, folded, strict=True) if one.ref in refs)
