"""One thing told, by every outlet that tells it: sentences of N articles in groups.

Groups come from average linkage: a chain of pairs (connected components) would soon bind a whole
story into one, F1 .26 against .64 on summaries of many sources.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .headings import labels
from .model import Article, Group, Reuse, Sentence
from .reuse import find_reuse, read_voices
from .similarity import SCORERS, Scorer, Scores, clusters, score_story
from .text import fold

TOGETHER = 0.28
"""Average score inside a group, as for a sure pair of paragraphs: "shared" claims as much. By the
key that `align` was measured with, pairs told by groups have P .90 and R .25 here, .83 and .31 at
.24, .75 and .38 at .20; of the sentences called shared .94, .89 and .83 are. What falls out is
still linked, and so uncertain: of 632 such sentences 54 became unique."""

_COPIES = 100
"""Copies of one sentence that weigh in an average: more than the outlets that ever print one wire
text, and few enough for a page of nothing else."""


def collate(
    articles: Sequence[Article],
    sentences: Mapping[str, tuple[Sentence, ...]],
    *,
    scorers: Sequence[Scorer] = SCORERS,
    scores: Scores | None = None,
    reuse: Sequence[Reuse] | None = None,
) -> tuple[Group, ...]:
    """All sentences of a story's articles in groups that tell one thing, by first sentence.

    Every sentence is in exactly one group, also if it is alone. `sentences` has those of each
    article by page id; `scores` are made of them with `scorers`, and `reuse` too, unless they are
    handed in. An outlet is one voice however many articles it has, and so are outlets that print
    one text, as a whole or in these sentences; one that has no more of it than a sub-heading is
    none.
    """
    scores = scores or score_story(sentences, scorers=scorers)
    if reuse is None:
        reuse = find_reuse(articles, sentences)
    voices = read_voices(articles, sentences, reuse)
    silent = {ref for one in articles for ref in labels(one, sentences[one.page.id])}
    found = []
    for numbers in _clusters(scores, _text_order(scores, sentences)):
        members = tuple(sorted(scores.sentences[number] for number in numbers))
        telling = [ref for ref in members if ref not in silent] or members
        weakest = _weakest(scores.by_sentence, np.unique(scores.sentence_rows[numbers]))
        found.append(Group(sentences=members, score=weakest, voices=voices.among(telling)))
    return tuple(sorted(found, key=lambda group: group.sentences))


def _clusters(scores: Scores, order: Sequence[int]) -> list[list[int]]:
    """Numbers of sentences that tell one thing; equal ones are always together."""
    counted: list[int] = []
    copies: dict[int, list[int]] = {}
    for number in order:
        same = copies.setdefault(int(scores.sentence_rows[number]), [])
        if len(same) < _COPIES:
            counted.append(number)
        same.append(number)
    rows = scores.sentence_rows[counted]
    matrix = scores.by_sentence[rows][:, rows]
    found = []
    for places in clusters(matrix, range(len(counted)), threshold=TOGETHER):
        numbers = [counted[place] for place in places]
        different = dict.fromkeys(scores.sentence_rows[numbers].tolist())
        found.append([*numbers, *(one for row in different for one in copies[row][_COPIES:])])
    return found


def _text_order(scores: Scores, sentences: Mapping[str, tuple[Sentence, ...]]) -> list[int]:
    """The numbers of sentences in an order that texts give, so that names break no tie.

    Equal sentences follow the text of their articles, then their place; what is still equal
    stands in equal articles, which may change places.
    """
    number = {ref: at for at, ref in enumerate(scores.sentences)}
    wholes = {page: tuple(fold(one.text) for one in some) for page, some in sentences.items()}
    rank = {whole: at for at, whole in enumerate(sorted(set(wholes.values())))}
    keys = [
        (fold(one.text), rank[wholes[page]], one.ref.block, one.ref.sentence, one.ref)
        for page, some in sentences.items()
        for one in some
    ]
    return [number[key[-1]] for key in sorted(keys)]


def _weakest(matrix: Any, rows: NDArray[np.intp]) -> float:
    """The lowest score of two of the different texts; 1 for a single one."""
    if len(rows) == 1:
        return 1.0
    inside = matrix[rows][:, rows].toarray()
    return float(inside[np.triu_indices(len(rows), 1)].min())
