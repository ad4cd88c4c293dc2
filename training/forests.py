"""What the forests of `conflicts/learned` are fitted with: stories as the checks see them."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.ensemble import RandomForestClassifier

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "benchmarks"))

import conflicts as bench  # beside, not a package

import sourcecompare as sc
from sourcecompare.conflicts.compared import Compared, read_story
from sourcecompare.conflicts.learned import Trees
from sourcecompare.conflicts.learned.trees import LEAF
from sourcecompare.conflicts.pairs import Pair
from sourcecompare.model import Article, Story

UNIT = 32_000
"""What a leaf of a sure tree says."""


def story_of(articles: Sequence[Article]) -> Compared:
    """Articles as the checks see them."""
    story = Story(id="story", title="", articles=tuple(articles))
    told = {one.page.id: sc.sentences(one) for one in articles}
    return read_story(story, told, sc.compare(articles, checks=()).alignments)


def as_trees(forest: RandomForestClassifier, names: tuple[str, ...]) -> Trees:
    """scikit-learn's trees in our own form: of two branches the one above comes next."""
    roots, asked, borders, below, votes, depth = [], [], [], [], [], 0
    for one in forest.estimators_:
        tree = one.tree_
        roots.append(len(asked))
        depth = max(depth, tree.max_depth)

        def lay(node: int, tree: Any = tree) -> int:
            place = len(asked)
            leaf = tree.children_left[node] < 0
            asked.append(LEAF if leaf else int(tree.feature[node]))
            borders.append(0.0 if leaf else float(tree.threshold[node]))
            share = tree.value[node][0]
            votes.append(round(UNIT * share[-1] / share.sum()))
            below.append(place)
            if not leaf:
                lay(tree.children_right[node])
                below[place] = lay(tree.children_left[node])
            return place

        lay(0)
    return Trees(
        names=names,
        roots=np.array(roots, np.int32),
        asked=np.array(asked, np.int8),
        borders=np.array(borders, np.float32),
        below=np.array(below, np.int32),
        votes=np.array(votes, np.int16),
        unit=UNIT,
        depth=depth,
    )


def is_keyed(event: bench.Event, kind: str, pair: Pair) -> bool:
    """Whether an event's key has an entry of this kind for two values."""
    places = [
        (claim.value.ref.article, claim.value.ref.block, claim.value.span)
        for claim in (pair.a, pair.b)
    ]
    return any(
        all(_at(place, end) for place, end in zip(order, entry.places, strict=True))
        for entry in event.key
        if entry.kind == kind
        for order in (places, places[::-1])
    )


def _at(place: tuple[str, int, Any], end: bench.Place) -> bool:
    return place[:2] == end[:2] and place[2].start < end[3] and end[2] < place[2].end
