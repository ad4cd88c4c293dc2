"""One thing told, by every outlet that tells it: sentences of N articles in groups.

Groups come from average linkage: a chain of pairs (connected components) would soon bind a whole
story into one, F1 .26 against .64 on summaries of many sources.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from .model import Article, Group, Sentence, SentenceRef
from .similarity import SCORERS, Scorer, Scores, clusters, score_story
from .text import fold
from .voices import voices

TOGETHER = 0.20
"""Average score inside a group: by the key that `align` was measured with, pairs told by groups
have P .73 and R .42 here, .61 and .48 at .16, .85 and .34 at .24."""


def collate(
    articles: Sequence[Article],
    sentences: Mapping[str, tuple[Sentence, ...]],
    *,
    scorers: Sequence[Scorer] = SCORERS,
    scores: Scores | None = None,
) -> tuple[Group, ...]:
    """All sentences of a story's articles in groups that tell one thing, by first sentence.

    Every sentence is in exactly one group, also if it is alone. `sentences` has those of each
    article by page id; `scores` are made of them with `scorers` unless they are handed in. An
    outlet is one voice however many articles it has, and so are outlets with copies of one text.
    """
    scores = scores or score_story(sentences, scorers=scorers)
    voice = voices(articles, sentences)
    found = []
    for rows in clusters(scores.by_sentence, _text_order(scores, sentences), threshold=TOGETHER):
        members = tuple(sorted(scores.sentences[row] for row in rows))
        told_by = {voice[ref.article] for ref in members}
        weakest = _weakest(scores.by_sentence, sorted(rows))
        found.append(Group(sentences=members, score=weakest, voices=len(told_by)))
    return tuple(sorted(found, key=lambda group: group.sentences))


def _text_order(scores: Scores, sentences: Mapping[str, tuple[Sentence, ...]]) -> list[int]:
    """The rows of the scores in an order that texts give, so that names break no tie.

    Equal sentences follow the text of their articles, then their place; what is still equal
    stands in equal articles, which may change places.
    """
    row = {ref: number for number, ref in enumerate(scores.sentences)}
    keys: list[tuple[str, tuple[str, ...], int, int, SentenceRef]] = []
    for some in sentences.values():
        whole = tuple(fold(one.text) for one in some)
        keys += [(fold(one.text), whole, one.ref.block, one.ref.sentence, one.ref) for one in some]
    return [row[key[-1]] for key in sorted(keys)]


def _weakest(matrix: Any, rows: Sequence[int]) -> float:
    """The lowest score of two of the rows; 1 for a single one."""
    if len(rows) == 1:
        return 1.0
    inside = matrix[rows][:, rows].toarray()
    return float(inside[np.triu_indices(len(rows), 1)].min())
