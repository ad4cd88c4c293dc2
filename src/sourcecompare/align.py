"""Paragraphs of two articles that tell the same thing: many to many, in any order.

A pair is taken if its score is at least `TOLD`, nearly the best of one side and not far from the
best of the other. One-to-one and in-order matching fail on news, where every outlet arranges and
merges as it likes. Nothing looks at names or at the order articles come in.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from .model import Alignment, Article, BlockRef, Kind, Label, Link, Sentence, Shape
from .sentences import headline
from .similarity import SCORERS, Scorer, Scores, score_story
from .text import fold, words
from .wording import wording

TOLD = 0.17
"""Score from which two passages may tell the same. One value for all: the middle of the range in
which F1 is level (.59 to .61) on half of a key that was made by reading 15 events; rewrites of one
text gain .005 at .19."""
SURE = 0.28
"""Score from which they do: 59 of 62 pairs were right by that key, and half of those between
`TOLD` and this, where an editor has to look."""
_NEARLY_BEST = 0.9
"""Share that a pair has of the best score of either side ..."""
_NOT_FAR = 0.5
"""... and of the other side's. Against .7 of both, F1 is the same on real news and rises from
.947 to .958 on rewrites, where paragraphs were split and merged."""
_LONGER = 1.5
"""Times as many words from which a passage counts as expanded."""

Scored = NDArray[np.float64]
Place = tuple[int, int]  # numbers of a left and a right paragraph or sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class _Side:
    """One article with its rows in the scores."""

    blocks: tuple[BlockRef, ...]
    """with sentences, in page order"""
    sentences: tuple[tuple[Sentence, ...], ...]
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
class _Two:
    """Two articles side by side."""

    left: _Side
    right: _Side
    by_block: Scored
    by_sentence: Scored


def align(
    articles: Sequence[Article],
    sentences: Mapping[str, tuple[Sentence, ...]],
    *,
    scorers: Sequence[Scorer] = SCORERS,
    scores: Scores | None = None,
) -> tuple[Alignment, ...]:
    """Paragraphs of each two articles of a story that tell the same thing, by left, then right.

    `sentences` has those of each article by page id. `scores` are made of them with `scorers`
    unless they are handed in. Headlines are aligned with headlines and with paragraphs, but leave
    the choice between paragraphs alone; they are never called moved. A sub-heading states nothing,
    so no pair with one is sure.
    """
    scores = scores or score_story(sentences, scorers=scorers)
    sides = [_side(article, sentences[article.page.id], scores) for article in articles]
    sides = sorted((side for side in sides if side.blocks), key=lambda side: side.blocks[0])
    found: list[Alignment] = []
    for left, right in combinations(sides, 2):
        by_block = scores.by_block[left.block_rows][:, right.block_rows].toarray()
        by_sentence = scores.by_sentence[left.sentence_rows][:, right.sentence_rows].toarray()
        two = _Two(left=left, right=right, by_block=by_block, by_sentence=by_sentence)
        found += _alignments(two)
    return tuple(sorted(found, key=lambda one: (one.left, one.right)))


def taken(scores: Scored) -> list[Place]:
    """Pairs of rows and columns that tell the same, in order.

    >>> taken(np.array([[0.8, 0.3], [0.1, 0.6]]))
    [(0, 0), (1, 1)]
    """
    if not scores.size:
        return []
    of_row = scores / np.maximum(scores.max(axis=1, keepdims=True), TOLD)
    of_column = scores / np.maximum(scores.max(axis=0, keepdims=True), TOLD)
    told = (
        (scores >= TOLD)
        & (np.maximum(of_row, of_column) >= _NEARLY_BEST)
        & (np.minimum(of_row, of_column) >= _NOT_FAR)
    )
    return [(int(row), int(column)) for row, column in np.argwhere(told)]


def _side(article: Article, sentences: tuple[Sentence, ...], scores: Scores) -> _Side:
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
    return _Side(
        blocks=blocks,
        sentences=tuple(tuple(some) for some in by_block.values()),
        starts=tuple(starts),
        block_rows=scores.block_rows[first : first + len(blocks)],
        sentence_rows=scores.sentence_rows[start : start + len(sentences)],
        headline=blocks.index(ref) if ref in by_block else None,
        headings=frozenset(n for n, one in enumerate(blocks) if one.block in titled),
    )


def _alignments(two: _Two) -> list[Alignment]:
    """All pairs of paragraphs of the two articles that tell the same."""
    body = _body_pairs(two)
    chain = _longest_chain(two, body)
    lefts, rights = {i for i, _ in body}, {j for _, j in body}
    # A paragraph is split between those that surely tell it; one that may is no part of it.
    sure = [place for place in body if _is_sure(two, place)]
    of_left, of_right = Counter(i for i, _ in sure), Counter(j for _, j in sure)
    found = []
    for i, j in [*body, *_headline_pairs(two)]:
        links = _links(two, i, j)
        found.append(
            Alignment(
                left=two.left.blocks[i],
                right=two.right.blocks[j],
                score=float(two.by_block[i, j]),
                links=links,
                label=_label(two, i, j, links),
                shape=_shape(two, i, j, (of_left[i], of_right[j])),
                moved=i in lefts and j in rights and _crosses((i, j), chain),
                sure=_is_sure(two, (i, j)),
            )
        )
    return found


def _is_sure(two: _Two, place: Place) -> bool:
    i, j = place
    heading = i in two.left.headings or j in two.right.headings
    return bool(two.by_block[i, j] >= SURE) and not heading


def _body_pairs(two: _Two) -> list[Place]:
    """Pairs of paragraphs, headlines aside; equal texts that recur pair off in their order."""
    scores = two.by_block.copy()
    if two.left.headline is not None:
        scores[two.left.headline, :] = 0.0
    if two.right.headline is not None:
        scores[:, two.right.headline] = 0.0
    # Each of them still has its partner with the best score there is, so the rest is not affected.
    by_text = [_places_by_text(map(_text, side.sentences)) for side in (two.left, two.right)]
    scores[_surplus(by_text[0], by_text[1], scores.shape)] = 0.0
    return taken(scores)


def _places_by_text(texts: Iterable[str]) -> dict[str, list[int]]:
    """The numbers of each folded text."""
    found: dict[str, list[int]] = {}
    for number, text in enumerate(texts):
        found.setdefault(fold(text), []).append(number)
    return found


def _surplus(
    lefts: Mapping[str, list[int]], rights: Mapping[str, list[int]], shape: tuple[int, ...]
) -> NDArray[np.bool_]:
    """Pairs of equal texts that belong to other occurrences; the last takes what is over.

    Ten lines of "Read on" on both sides are ten pairs, not a hundred.
    """
    surplus = np.zeros(shape, dtype=np.bool_)
    for text in lefts.keys() & rights.keys():
        rows, columns = lefts[text], rights[text]
        last = min(len(rows), len(columns)) - 1
        row, column = (np.minimum(np.arange(len(some)), last) for some in (rows, columns))
        surplus[np.ix_(rows, columns)] = row[:, None] != column[None, :]
    return surplus


def _headline_pairs(two: _Two) -> list[Place]:
    """The two headlines, and each headline with what comes nearest to it in the other body."""
    scores, (left, right) = two.by_block, (two.left.headline, two.right.headline)
    found: list[Place] = []
    if left is not None:
        row = scores[left]
        body = np.delete(row, right) if right is not None else row
        best = max(TOLD, _NEARLY_BEST * body.max(initial=0.0))
        found += [(left, int(j)) for j in np.flatnonzero(row >= best) if j != right]
    if right is not None:
        column = scores[:, right]
        body = np.delete(column, left) if left is not None else column
        best = max(TOLD, _NEARLY_BEST * body.max(initial=0.0))
        found += [(int(i), right) for i in np.flatnonzero(column >= best) if i != left]
    if left is not None and right is not None and scores[left, right] >= TOLD:
        found.append((left, right))
    return found


def _links(two: _Two, i: int, j: int) -> tuple[Link, ...]:
    """The sentences of two paragraphs that tell the same; the best two if none is near enough.

    Equal ones that recur pair off in their order, as paragraphs do.
    """
    rows = slice(two.left.starts[i], two.left.starts[i + 1])
    columns = slice(two.right.starts[j], two.right.starts[j + 1])
    lefts, rights = two.left.sentences[i], two.right.sentences[j]
    by_text = [_places_by_text(one.text for one in some) for some in (lefts, rights)]
    scores = two.by_sentence[rows, columns].copy()
    scores[_surplus(by_text[0], by_text[1], scores.shape)] = 0.0
    places = taken(scores)
    if not places and scores.max() > 0:
        places = [(int(a), int(b)) for a, b in np.argwhere(scores == scores.max())]
    return tuple(
        Link(left=lefts[a].ref, right=rights[b].ref, score=float(scores[a, b])) for a, b in places
    )


def _label(two: _Two, i: int, j: int, links: Sequence[Link]) -> Label:
    """The wording of the linked sentences; exact only if the paragraphs are the same whole."""
    lefts, rights = two.left.sentences[i], two.right.sentences[j]
    if wording(_text(lefts), _text(rights)) is Label.EXACT:
        return Label.EXACT
    left_refs, right_refs = {link.left for link in links}, {link.right for link in links}
    label = wording(
        _text([one for one in lefts if one.ref in left_refs]),
        _text([one for one in rights if one.ref in right_refs]),
    )
    return Label.NEAR if label is Label.EXACT else label


def _shape(two: _Two, i: int, j: int, partners: tuple[int, int]) -> Shape:
    """How the left paragraph was carried over; `partners` counts the sure ones of left and right.

    One to many is split, many to one merged; else it is the number of words that tells.
    """
    if partners[0] > 1 and partners[1] == 1:
        return Shape.SPLIT
    if partners[1] > 1 and partners[0] == 1:
        return Shape.MERGED
    left, right = (
        len(words(_text(two.left.sentences[i]))),
        len(words(_text(two.right.sentences[j]))),
    )
    if right >= _LONGER * left:
        return Shape.EXPANDED
    return Shape.SHORTENED if left >= _LONGER * right else Shape.SAME


def _longest_chain(two: _Two, pairs: Sequence[Place]) -> list[Place]:
    """The longest run of pairs in which both sides go on at every step.

    Of two equally long ones the texts decide, so the articles' names cannot: the side whose text
    sorts first leads.
    """
    turned = _whole(two.left) > _whole(two.right)
    ordered = sorted(
        ((j, i) if turned else (i, j) for i, j in pairs), key=lambda at: (at[0], -at[1])
    )
    ends: list[int] = []  # the smallest end of a chain of each length
    at_end: list[int] = []
    before: list[int] = []
    for number, (_, second) in enumerate(ordered):
        length = bisect_left(ends, second)
        before.append(at_end[length - 1] if length else -1)
        ends[length : length + 1] = [second]
        at_end[length : length + 1] = [number]
    chain: list[Place] = []
    number = at_end[-1] if at_end else -1
    while number >= 0:
        first, second = ordered[number]
        chain.append((second, first) if turned else (first, second))
        number = before[number]
    return chain[::-1]


def _crosses(place: Place, chain: Sequence[Place]) -> bool:
    """Whether a pair goes back on one side of a chain where it goes on on the other."""
    i, j = place
    before = bisect_left(chain, (i, -1))
    after = bisect_left(chain, (i + 1, -1))
    return (before > 0 and chain[before - 1][1] > j) or (after < len(chain) and chain[after][1] < j)


def _text(sentences: Iterable[Sentence]) -> str:
    return " ".join(one.text for one in sentences)


def _whole(side: _Side) -> tuple[str, ...]:
    return tuple(_text(some) for some in side.sentences)
