"""Fit the weights of the content model (src/sourcecompare/content.py) on pages with known content.

    python training/fit_content.py PAGES.jsonl[.gz] --media html|text [--without-vote]

A row of PAGES is {"id", "html" or "visible", "text"}: the page, and its main content as people
marked it. The shipped weights were fitted on the development articles of WCXB
(Murrough-Foley/web-content-extraction-benchmark, CC BY 4.0): 700 pages as text, 400 as HTML, evenly
spread. There is nothing random in it: logistic regression with a fixed penalty, each page with the
same weight, each block with the square root of its length. Weights below .15 are left out.
"""

import argparse
import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize

import sourcecompare as sc
from sourcecompare.clean.cleaning import signals_of
from sourcecompare.content import features_of
from sourcecompare.text import folded_words

PENALTY = 1e-4
SMALLEST = 0.15
SHINGLE = 4
MAIN = 0.6  # share of a block's word runs that stand in the marked text


def rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a JSON Lines file, gzipped or not."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def labels(page: sc.Page, text: str) -> np.ndarray[Any, np.dtype[np.bool_]]:
    """Whether each block is main content, shape (blocks,)."""
    marked = folded_words(text)
    runs = set(zip(*(marked[i:] for i in range(SHINGLE)), strict=False))
    lines = {tuple(folded_words(line)) for line in text.splitlines()}
    found = []
    for block in page.blocks:
        mine = folded_words(block.text)
        own = list(zip(*(mine[i:] for i in range(SHINGLE)), strict=False))
        if own:
            found.append(sum(run in runs for run in own) >= MAIN * len(own))
        else:
            found.append(bool(mine) and tuple(mine) in lines)
    return np.array(found, bool)


def gather(path: Path, media: str, *, voted: bool) -> tuple[list[str], Any, Any, Any]:
    """Names of features, features, labels and weights of all blocks that no rule decides."""
    names: list[str] = []
    features, truth, weights = [], [], []
    for row in rows(path):
        if media == "html":
            page = sc.page_from_html(row["html"], id=row["id"], outlet="training")
        else:
            page = sc.page_from_text(row["visible"], id=row["id"], outlet="training")
        if not page.blocks:
            continue
        signals = signals_of(page)
        columns = features_of(page, signals)
        columns = {k: v for k, v in columns.items() if voted or "vote" not in k}
        names = names or list(columns)
        if list(columns) != names:
            continue  # trafilatura could not vote on this page
        open_blocks = ~np.array(signals.furniture, bool)
        size = np.sqrt([len(block.text) for block in page.blocks])
        features.append(np.stack(list(columns.values()), axis=1)[open_blocks])
        truth.append(labels(page, row["text"])[open_blocks])
        weights.append((size / size.sum())[open_blocks])
    return names, np.concatenate(features), np.concatenate(truth), np.concatenate(weights)


def fit(features: Any, truth: Any, weights: Any) -> Any:
    """Weights of a logistic regression, shape (features,); the first is the constant."""
    weights = weights / weights.sum()

    def loss(beta: Any) -> tuple[float, Any]:
        likely = 1 / (1 + np.exp(-(features @ beta)))
        right = np.where(truth, likely, 1 - likely)
        penalty = np.concatenate([[0.0], beta[1:]])
        value = -(weights * np.log(right + 1e-12)).sum() + PENALTY * (penalty**2).sum()
        return value, features.T @ (weights * (likely - truth)) + 2 * PENALTY * penalty

    start = np.zeros(features.shape[1])
    return minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 500}).x


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pages", type=Path)
    parser.add_argument("--media", choices=("html", "text"), required=True)
    parser.add_argument("--without-vote", action="store_true", help="the weights used without one")
    options = parser.parse_args()
    names, *data = gather(options.pages, options.media, voted=not options.without_vote)
    for name, weight in zip(names, fit(*data), strict=True):
        if abs(round(weight, 1)) > SMALLEST:
            print(f'    "{name}": {weight:.1f},')


if __name__ == "__main__":
    main()
