"""One article with its rows in the scores of a story, and two of them side by side."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sourcecompare.model import Article, BlockRef, Kind, Sentence
from sourcecompare.sentences import headline
from sourcecompare.similarity import Scores
from sourcecompare.text import fold, words

Scored = NDArray[np.float64]
Place = tuple[int, int]  # numbers of a left and a right paragraph or sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One article: its blocks with sentences, in page order, and where these stand in the scores.

    What is told of a block or sentence stands at its number.
    """

    blocks: tuple[BlockRef, ...]
    sentences: tuple[tuple[Sentence, ...], ...]
    """of each block"""
    folded: tuple[tuple[str, ...], ...]
    """the folded text of each sentence of each block"""
    words: tuple[int, ...]
    """of each block"""
    starts: tuple[int, ...]
    """number of each block's first sentence"""
    block_rows: NDArray[np.intp]
    """of each block, in the scores"""
    sentence_rows: NDArray[np.intp]
    """of each sentence, in the scores"""
    headline: int | None
    """number of the block"""
    headings: frozenset[int]
    """numbers of the sub-headings"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Two:
    """Two articles side by side."""

    left: Side
    right: Side
    plain: Scored
    """chance of each two blocks by their texts alone"""
    by_block: Scored
    """the same, with what headlines make likelier"""
    by_sentence: Scored


def side(article: Article, sentences: Sequence[Sentence], scores: Scores) -> Side:
    """An article's side; it has no blocks where the article has no sentences."""
    by_block: dict[BlockRef, list[Sentence]] = {}
    for one in sorted(sentences, key=lambda one: one.ref):
        by_block.setdefault(BlockRef(one.ref.article, one.ref.block), []).append(one)
    blocks = tuple(by_block)
    starts = np.cumsum([0, *(len(some) for some in by_block.values())]).tolist()
    first = bisect_left(scores.blocks, blocks[0]) if blocks else 0
    start = bisect_left(scores.sentences, by_block[blocks[0]][0].ref) if blocks else 0
    head = headline(article)
    ref = BlockRef(head.ref.article, head.ref.block) if head else None
    titled = {block.index for block in article.page.blocks if block.kind is Kind.HEADING}
    folded = tuple(tuple(fold(one.text) for one in some) for some in by_block.values())
    return Side(
        blocks=blocks,
        sentences=tuple(tuple(some) for some in by_block.values()),
        folded=folded,
        words=tuple(sum(len(words(text)) for text in some) for some in folded),
        starts=tuple(starts),
        block_rows=scores.block_rows[first : first + len(blocks)],
        sentence_rows=scores.sentence_rows[start : start + len(sentences)],
        headline=blocks.index(ref) if ref in by_block else None,
        headings=frozenset(n for n, one in enumerate(blocks) if one.block in titled),
    )


def two(left: Side, right: Side, scores: Scores, lifts: Scored) -> Two:
    """Both sides with their scores; `lifts` has that of each row of `scores.by_block`."""
    plain = _part(scores.by_block, left.block_rows, right.block_rows)
    lift = np.minimum(lifts[left.block_rows][:, None], lifts[right.block_rows][None, :])
    return Two(
        left=left,
        right=right,
        plain=plain,
        by_block=lifted(plain, lift),
        by_sentence=_part(scores.by_sentence, left.sentence_rows, right.sentence_rows),
    )


_LIFT = 2.5
"""Log-odds that a pair gains where both paragraphs surely tell what a headline tells ..."""
_NO_LIFT = -0.2
"""... and where one of them does not. By logistic regression on 41 marked events: the news itself
is told by all, what stands round it by some. F1 rises from .526 to .546 on them (cross-validated)
and by .001 on events held out (`training/fit_pairs.py`)."""


def lifted(chances: Scored, lift: Scored) -> Scored:
    """The chances of pairs, given how likely both of each tell what some headline tells, 0..1."""
    odds = chances / np.maximum(1.0 - chances, 1e-9) * np.exp(_LIFT * lift + _NO_LIFT)
    return np.asarray(np.where(chances == 1.0, 1.0, np.round(odds / (1.0 + odds), 6)))


def headline_lifts(sides: Sequence[Side], scores: Scores) -> Scored:
    """How likely each row of `scores.by_block` tells what a headline of the story tells, 0..1."""
    rows = sorted({int(one.block_rows[one.headline]) for one in sides if one.headline is not None})
    if not rows:
        return np.zeros(scores.by_block.shape[0])
    return np.asarray(scores.by_block[:, rows].max(axis=1).toarray()).ravel()


def _part(matrix: Any, rows: NDArray[np.intp], columns: NDArray[np.intp]) -> Scored:
    return np.asarray(matrix[rows][:, columns].toarray())
