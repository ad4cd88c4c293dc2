"""Fit what a score of two texts means.

    python training/fit_pairs.py [--data FOLDER] [--marks FILE]

Prints the constants of `similarity/calibration.py` and of `align/sides.py` as logistic regression
finds them on the events that `benchmarks/alignment.py` calls fitted, and beside them what the
events held out would give. The marks in `marks/` were made by reading each event whole: facts that
paragraphs of two outlets or more tell, pairs that tell the same as a whole, and tempting pairs that
share no fact. They name events, outlets and numbers of paragraphs, and say in a few words what each
fact is; the articles are not here.
"""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "benchmarks"))

from alignment import Event, events, read_options, scored  # noqa: E402  # beside, not a package

from sourcecompare.align.sides import headline_lifts, side  # noqa: E402
from sourcecompare.sentences import sentences  # noqa: E402
from sourcecompare.similarity import likeness, score_story  # noqa: E402

_LEAST = 1e-3  # likeness below which a pair says nothing more by being less alike


def log_odds(values: Any) -> Any:
    clipped = np.clip(values, _LEAST, 1 - _LEAST)
    return np.log(clipped / (1 - clipped))


def fitted(features: Any, truth: Any, offset: Any = 0.0) -> Any:
    """Weights and intercept of a logistic regression, by Newton's method."""
    columns = np.column_stack([features, np.ones(len(truth))])
    weights = np.zeros(columns.shape[1])
    for _ in range(50):
        chances = 1 / (1 + np.exp(-offset - columns @ weights))
        slope = columns.T @ (truth - chances)
        curve = (columns * (chances * (1 - chances))[:, None]).T @ columns
        step = np.linalg.solve(curve, slope)
        weights += step
        if np.abs(step).max() < 1e-9:
            break
    return weights


def lifts(some: Iterable[Event]) -> tuple[Any, Any]:
    """Log-odds by texts and lift of each pair of paragraphs, and whether it tells the same."""
    rows, truth = [], []
    for event in some:
        articles = event.built()
        said = {one.page.id: sentences(one) for one in articles}
        scores = score_story(said)
        sides = [side(one, said[one.page.id], scores) for one in articles]
        lift = headline_lifts(sides, scores)
        told = event.told
        for left in sides:
            for right in (one for one in sides if one.blocks[0] > left.blocks[0]):
                part = scores.by_block[left.block_rows][:, right.block_rows].toarray()
                for (i, j), chance in np.ndenumerate(part):
                    a, b = left.blocks[i], right.blocks[j]
                    if chance > 0 and min(a.block, b.block) >= 0:
                        both = min(lift[left.block_rows[i]], lift[right.block_rows[j]])
                        rows.append((chance, both))
                        truth.append(((a.article, a.block), (b.article, b.block)) in told)
    found = np.array(rows)
    return np.column_stack([log_odds(found[:, 0]), found[:, 1]]), np.array(truth)


def main() -> int:
    options = read_options(__doc__)
    if options is None:
        return 2
    for use, some in events(options.data, options.marks).items():
        truth, score = scored(some)
        steep, intercept = fitted(log_odds(likeness(score))[:, None], truth)
        even = 1 / (1 + np.exp(intercept / steep))
        print(f"{use}: {len(truth)} pairs, {int(truth.sum())} tell a fact in common")
        print(f"  calibration: even {even:.3f}, steep {steep:.2f}")
        features, told = lifts(some)
        lift, none = fitted(features[:, 1:], told, offset=features[:, 0])
        print(f"  headlines: lift {lift:.2f}, no lift {none:.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
