"""Fit the forests of the content model (src/sourcecompare/content/models) on marked pages.

    python training/fit_content.py DATA [--sets NAME,NAME] [--watch NAME,NAME] [--score-only]

DATA holds page sets in the form of benchmarks/extraction/page_sets.py; benchmarks/collect.py makes
them from public repositories. First every page is judged by forests that have seen no page of its
outlet (five folds by registered domain), through the whole of `sourcecompare.clean`: these are the
out-of-fold figures of docs/CLEANING.md. Then the shipped forests are fitted on all pages of --sets.
Sets under --watch are scored and never fitted on. The same data gives the same forests: seed
and number of threads are fixed.
"""

import argparse
import importlib
import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from catboost import CatBoostClassifier, Pool

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "benchmarks"))

from extraction import scores  # noqa: E402 - found only now
from gather import FOLDS, Example, examples  # noqa: E402

from sourcecompare.content import Forest, Models, passages_of  # noqa: E402

MODELS = ROOT / "src" / "sourcecompare" / "content" / "models"
LEAF_RANGE = 32_000
SETTINGS: dict[str, dict[str, Any]] = {
    "html": {"iterations": 400, "depth": 6, "learning_rate": 0.07},
    "text": {"iterations": 600, "depth": 6, "learning_rate": 0.05},
    "passages": {"iterations": 400, "depth": 6, "learning_rate": 0.05},
}
COMMON: dict[str, Any] = {
    "l2_leaf_reg": 8.0,
    "rsm": 0.3,
    "border_count": 64,
    "bootstrap_type": "Bernoulli",
    "subsample": 0.7,
    "random_seed": 7,
    "thread_count": 2,
    "verbose": 0,
    "allow_writing_files": False,
}
Columns = dict[str, Any]


def fit(rows: Sequence[Example], features: Callable[[Example], Columns], name: str) -> Forest:
    """A forest for the blocks of these pages."""
    columns = [features(row) for row in rows]
    names = tuple(columns[0])
    table = np.concatenate(
        [np.stack([some[key] for key in names], axis=1).astype(np.float32) for some in columns]
    )
    truth = np.concatenate([row.labels for row in rows])
    weight = np.concatenate([row.weights for row in rows])
    model = CatBoostClassifier(**COMMON, **SETTINGS[name])
    model.fit(Pool(table, truth, weight=weight * len(weight) / weight.sum()))
    return _forest(model, names)


def _forest(model: CatBoostClassifier, names: tuple[str, ...]) -> Forest:
    """CatBoost's trees in our own form, without the features that no tree asks for."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model.json"
        model.save_model(str(path), format="json")
        stored = json.loads(path.read_text())
    trees = stored["oblivious_trees"]
    depth = max(len(tree["splits"] or ()) for tree in trees)
    columns = np.zeros((len(trees), depth), np.int64)
    borders = np.full((len(trees), depth), np.inf, np.float32)  # no value exceeds it: answer no
    leaves = np.zeros((len(trees), 1 << depth))
    for number, tree in enumerate(trees):
        for level, split in enumerate(tree["splits"] or ()):
            columns[number, level] = split["float_feature_index"]
            borders[number, level] = split["border"]
        leaves[number, : len(tree["leaf_values"])] = tree["leaf_values"]
    asked, places = np.unique(columns, return_inverse=True)
    scale, (bias,) = stored["scale_and_bias"]
    unit = float(np.abs(leaves).max()) / LEAF_RANGE
    return Forest(
        names=tuple(names[column] for column in asked),
        columns=places.reshape(columns.shape).astype(np.int16),
        borders=borders,
        leaves=np.round(leaves / unit).astype(np.int16),
        unit=unit * scale,
        bias=bias,
    )


def first_look(row: Example) -> Columns:
    return row.features


def second_look(row: Example) -> Columns:
    wide = {name: column.astype(float) for name, column in row.features.items()}
    return passages_of(wide, row.likely, row.signals)


def likely(forest: Forest, features: Columns) -> Any:
    return 1 / (1 + np.exp(-forest.odds(features)))


def judge_out_of_fold(
    rows: Sequence[Example],
    fitted_on: Sequence[Example],
    features: Callable[[Example], Columns],
    name: str,
) -> list[Forest]:
    """A forest for each fold that has not seen it; `likely` of every page is set by its own."""
    forests = []
    for fold in range(FOLDS):
        forest = fit([row for row in fitted_on if row.fold != fold], features, name)
        forests.append(forest)
        for row in rows:
            if row.fold == fold:
                row.models.append(forest)
    for row in rows:
        row.likely = likely(row.models[-1], features(row))
    return forests


def models_of(row: Example) -> Models:
    """The forests that have not seen the page's outlet."""
    return Models(html=row.models[0], text=row.models[0], passages=row.models[-1])


def show_scores(rows: Iterable[Example], models: Callable[[Example], Models], media: str) -> None:
    """The figures of whole pages, each cleaned by forests that have not seen its outlet."""
    clean_by = importlib.import_module("sourcecompare.clean.cleaning").clean_by
    by_set: dict[str, list[scores.Score]] = {}
    lines: dict[str, list[float]] = {}
    expected: list[tuple[float, float]] = []
    for row in rows:
        if not row.whole:
            continue
        result = clean_by(row.page, models(row))
        score = scores.score_text(row.marked, result.text)
        by_set.setdefault(row.set_name, []).append(score)
        expected.append((getattr(result, "confidence", 0.0), score.token_f1))
        if media == "text":
            kept = _kept_lines(row.page.visible, result.kept)
            truth = scores.content_lines(row.page.visible.split("\n"), row.marked)
            lines.setdefault(row.set_name, []).append(scores.score_lines(truth, kept)["line_f1"])
    for name, found in by_set.items():
        figures = scores.summary(found)
        low, high = _interval(found)
        print(
            f"{media} {name} ({len(found)}): shingle F1 {figures['shingle_f1']:.3f}"
            f" [{low:.3f}, {high:.3f}] P {figures['precision']:.3f} R {figures['recall']:.3f}"
            f" token F1 {figures['token_f1']:.3f} bad {figures['bad']:.3f}"
            + (f" line F1 {np.mean(lines[name]):.3f}" if name in lines else ""),
            flush=True,
        )
    show_calibration(expected)


def show_calibration(expected: Sequence[tuple[float, float]]) -> None:
    """Stated confidence beside the token F1 that came of it."""
    bounds = (0.0, 0.7, 0.8, 0.85, 0.9, 0.93, 0.96, 0.98, 1.01)
    for low, high in pairwise(bounds):
        inside = [pair for pair in expected if low <= pair[0] < high]
        if inside:
            stated, true = np.mean(inside, axis=0)
            print(
                f"  confidence {low:.2f} to {high:.2f}: {len(inside):4} pages,"
                f" {stated:.3f} stated, {true:.3f} true"
            )


def _interval(found: Sequence[scores.Score], rounds: int = 1000) -> tuple[float, float]:
    """Of 95 %, from so many draws of pages."""
    draws = np.random.default_rng(1).integers(0, len(found), size=(rounds, len(found)))
    p = np.array([np.nan if s.precision is None else s.precision for s in found])
    r = np.array([np.nan if s.recall is None else s.recall for s in found])
    p, r = np.nanmean(p[draws], axis=1), np.nanmean(r[draws], axis=1)
    low, high = np.quantile(2 * p * r / (p + r), (0.025, 0.975))
    return float(low), float(high)


def _kept_lines(text: str, kept: Iterable[Any]) -> list[bool]:
    """For each line whether half of it or more was kept."""
    inside = np.zeros(len(text) + 1, bool)
    for span in kept:
        inside[span.start : span.end] = True
    flags, start = [], 0
    for line in text.split("\n"):
        places = [start + i for i, sign in enumerate(line) if not sign.isspace()]
        flags.append(bool(places) and 2 * int(inside[places].sum()) >= len(places))
        start += len(line) + 1
    return flags


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--sets", default="fundus_pub,wcxb_article_dev")
    parser.add_argument("--watch", default="", help="sets that are scored and not fitted on")
    parser.add_argument("--media", choices=("html", "text", "both"), default="both")
    parser.add_argument("--score-only", action="store_true", help="write no forests")
    options = parser.parse_args()
    names = options.sets.split(",")
    watched = [name for name in options.watch.split(",") if name]
    for media in ("html", "text") if options.media == "both" else (options.media,):
        begun = time.monotonic()
        rows = list(examples(options.data, [*names, *watched], media))
        fitted_on = [row for row in rows if row.set_name in names]
        print(
            f"{media}: {len(rows)} pages and parts of pages, {time.monotonic() - begun:.0f} s",
            flush=True,
        )
        made: dict[str, Forest] = {}
        judge_out_of_fold(rows, fitted_on, first_look, media)
        if media == "text":
            # Fitted on first looks at outlets that were not seen: it will meet no others.
            if not options.score_only:
                made["passages"] = fit(fitted_on, second_look, "passages")
            judge_out_of_fold(rows, fitted_on, second_look, "passages")
        print(f"out of fold, {time.monotonic() - begun:.0f} s", flush=True)
        show_scores(rows, models_of, media)
        if not options.score_only:
            made[media] = fit(fitted_on, first_look, media)
            for name, forest in made.items():
                (MODELS / f"{name}.npz").write_bytes(forest.to_bytes())
                print(f"{name}: {len(forest.names)} features, {len(forest.columns)} trees")


if __name__ == "__main__":
    main()
