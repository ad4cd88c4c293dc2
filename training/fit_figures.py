"""Fit the forest that says whether two figures are said of one thing.

    python training/fit_figures.py [--data FOLDER] [--score-only] [--unseen FILE]

FOLDER is by default `bench/data` in the folder that SOURCECOMPARE_SHARED names (default
../shared): `conflict/msrp_train.jsonl.gz` (pairs of sentences; two readers' marks of them stand in
benchmarks/labels/pairs.tsv) and `news/basil_dev.jsonl.gz` with `news/key.json`, of which only the
half that rules were made on is used. Invented events are those of benchmarks/events. Copies of all
in which a figure was changed (altered.py) are added with less weight.

First a forest that has not seen every second marked pair nor benchmarks/held is scored on these;
then the shipped one is fitted on all marked pairs. The same data gives the same forest.
"""

import argparse
import csv
import gzip
import json
import os
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import average_precision_score

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "benchmarks"))

import conflicts as bench  # noqa: E402  # beside, not a package
from altered import altered  # noqa: E402
from forests import as_trees, is_keyed, story_of  # noqa: E402

import sourcecompare as sc  # noqa: E402
from sourcecompare.conflicts.checks import CHECKS  # noqa: E402
from sourcecompare.conflicts.compared import Compared  # noqa: E402
from sourcecompare.conflicts.figures.vetoes import vetoed  # noqa: E402
from sourcecompare.conflicts.learned import (  # noqa: E402
    EXCUSES,
    FIGURE_SIGNALS,
    Trees,
    figure_pairs,
    figure_signals,
    is_asked,
)
from sourcecompare.conflicts.pairs import Pair, value_pairs  # noqa: E402
from sourcecompare.model import Article  # noqa: E402

MODEL = ROOT / "src" / "sourcecompare" / "conflicts" / "learned" / "figures.npz"
MARKS = ROOT / "benchmarks" / "labels" / "pairs.tsv"
TREES: dict[str, Any] = {
    "n_estimators": 200,
    "min_samples_leaf": 4,
    "max_features": 8,
    "max_depth": 10,
    "random_state": 7,
    "n_jobs": 2,
}
SIZES = (1, 8, 25)
"""Pairs of sentences that are put together as one story, so that words weigh as in a story."""
GROUP = 12
STRANGERS = 0.3
"""Overlap from which two sentences of different pairs may be of one event after all."""
MARKED = ("conflict", "update", "differs")
SAME = ("conflict", "update", "changed")
WEIGHTS = {"pairs": 1 / len(SIZES), "changed pairs": 0.15, "changed news": 0.1}
WEIGHTS |= {"changed events": 0.15, "changed slips": 0.15}
DENSE = 0.3
"""What a slip of benchmarks/slips weighs: they are several times as frequent there as in news."""
STEPS = (0.45, 0.5, 0.55, 0.6, 0.7)


@dataclass(frozen=True, slots=True)
class Row:
    """A pair of figures."""

    mark: str
    """conflict, update, differs, trap, changed; "-" for what nobody marked"""
    columns: tuple[float, ...]
    name: tuple[str, ...]


def row(pair: Pair, compared: Compared, mark: str, name: tuple[str, ...]) -> Row | None:
    """The row of a pair, if the forest would be asked about it."""
    kind = pair.a.value.kind
    if not any(kind in one.kinds for one in CHECKS if one.likely) or not is_asked(pair):
        return None
    if vetoed(pair, compared.told, EXCUSES):
        return None
    score = max(
        (one.find(pair) for one in CHECKS if one.pairs is value_pairs and kind in one.kinds),
        default=0.0,
    )
    found = figure_signals(pair, compared, score)
    return Row(mark, tuple(found[one] for one in FIGURE_SIGNALS), (*name, kind))


def pairs_of(compared: Compared) -> Iterator[Pair]:
    """Whatever the forest may be asked about."""
    yield from value_pairs(compared)
    yield from figure_pairs(compared)


def changed(compared: Compared, dice: random.Random) -> Iterator[Row]:
    for pair, story in altered(compared, dice):
        if found := row(pair, story, "changed", ()):
            yield found


Marks = Mapping[str, Sequence[tuple[str, range, range]]]


def read_marks() -> Marks:
    """What either reader marked: the mark and the places of its words in both sentences."""
    found: dict[str, list[tuple[str, range, range]]] = defaultdict(list)
    with MARKS.open(encoding="utf-8") as lines:
        for one in csv.DictReader(lines, delimiter="\t"):
            if one["mark"] in MARKED:
                sides = [range(*map(int, one[side].split("-"))) for side in ("left", "right")]
                found[one["id"]].append((one["mark"], sides[0], sides[1]))
    return found


def marked(rows: Sequence[Any], size: int, marks: Marks, seed: int) -> Iterator[Row]:
    """Marked pairs of sentences, so many as one story."""
    rows = list(rows)
    random.Random(seed).shuffle(rows)
    for start in range(0, len(rows), size):
        some = rows[start : start + size]
        compared = story_of(_articles(some))
        for pair in pairs_of(compared):
            left, right = sorted((pair.left, pair.right), key=lambda one: one.page)
            claims = {one.page: claim for one, claim in ((pair.left, pair.a), (pair.right, pair.b))}
            if len(claims) < 2:
                continue
            if left.ref.block != right.ref.block:
                mark = "-" if pair.overlap < STRANGERS else ""
            else:
                spans = [claims[side].value.span for side in ("left", "right")]
                told = {
                    name
                    for name, own, other in marks.get(some[left.ref.block]["id"], ())
                    if _meets(own, spans[0]) and _meets(other, spans[1])
                }
                mark = next((name for name in MARKED if name in told), "-")
            name = (some[left.ref.block]["id"],)
            if mark and (found := row(pair, compared, mark, name)):
                yield found


def _articles(rows: Iterable[Mapping[str, str]]) -> list[Article]:
    rows = list(rows)
    return [
        sc.article_from_paragraphs([one[side] for one in rows], id=side, outlet=side)
        for side in ("left", "right")
    ]


def _meets(place: range, span: Any) -> bool:
    return place.start < span.end and span.start < place.stop


def told(events: Iterable[bench.Event]) -> Iterator[tuple[Compared, list[Row]]]:
    """Events with a key: what it says of each pair of figures."""
    for event in events:
        compared = story_of(event.built())
        rows = []
        for pair in pairs_of(compared):
            mark = next((kind for kind in bench.KINDS if is_keyed(event, kind, pair)), "-")
            if found := row(pair, compared, mark, (event.id,)):
                rows.append(found)
        yield compared, rows


def gathered(data: Path) -> dict[str, list[Row]]:
    """All rows, by where they come from."""
    with gzip.open(data / "conflict" / "msrp_train.jsonl.gz", "rt", encoding="utf-8") as lines:
        pairs = [json.loads(line) for line in lines]
    halves = [[one for one in pairs if int(one["id"].split("-")[1]) % 2 == k] for k in (0, 1)]
    marks, dice = read_marks(), random.Random(3)
    found: dict[str, list[Row]] = {}
    for name, half in zip(("even", "odd"), halves, strict=True):
        found[f"{name} pairs"] = [
            one for k, size in enumerate(SIZES) for one in marked(half, size, marks, k)
        ]
        found[f"changed {name} pairs"] = [
            one
            for start in range(0, len(half), GROUP)
            for one in changed(story_of(_articles(half[start : start + GROUP])), dice)
        ]
    told_of = (
        ("news", bench.real(0)),
        ("events", bench.invented(bench.EVENTS)),
        ("slips", bench.invented(bench.HERE / "slips")),
    )
    for name, events in told_of:
        found[name], found[f"changed {name}"] = [], []
        for compared, rows in told(events):
            found[name] += rows
            found[f"changed {name}"] += changed(compared, dice)
    held = told(bench.invented(bench.HERE / "held"))
    found["held"] = [one for _, rows in held for one in rows]
    return found


def fit(sets: Mapping[str, Sequence[Row]]) -> RandomForestClassifier:
    rows = [
        (one, weight_of(name) * (DENSE if name == "slips" and one.mark in SAME else 1.0))
        for name, own in sets.items()
        for one in own
        if one.mark != "differs"
    ]
    forest = RandomForestClassifier(**TREES)
    return forest.fit(
        np.array([one.columns for one, _ in rows], np.float32),
        np.array([one.mark in SAME for one, _ in rows]),
        sample_weight=np.array([weight for _, weight in rows]),
    )


def weight_of(name: str) -> float:
    return WEIGHTS.get(name.replace("even ", "").replace("odd ", ""), 1.0)


def score(trees: Trees, rows: Sequence[Row], name: str) -> None:
    chances = trees.chances(np.array([one.columns for one in rows], np.float32))
    known = [(one, chance) for one, chance in zip(rows, chances, strict=True)]
    clear = [(one.mark in SAME, chance) for one, chance in known if one.mark != "differs"]
    precision = average_precision_score(*zip(*clear, strict=True))
    print(f"{name}: {len(rows)} pairs of figures, average precision {precision:.2f}")
    for step in STEPS:
        counts = Counter(one.mark for one, chance in known if chance >= step)
        print(f"  from {step:.2f} on: " + ", ".join(f"{k} {n}" for k, n in sorted(counts.items())))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    shared = Path(os.environ.get("SOURCECOMPARE_SHARED", "../shared"))
    parser.add_argument("--data", type=Path, default=shared / "bench" / "data")
    parser.add_argument("--score-only", action="store_true")
    parser.add_argument("--unseen", type=Path, help="where to write the forest that is scored")
    options = parser.parse_args()
    found = gathered(options.data)
    for name, rows in found.items():
        counts = Counter(one.mark for one in rows)
        print(name, ", ".join(f"{mark} {count}" for mark, count in sorted(counts.items())))
    held = found.pop("held")
    unseen = {name: rows for name, rows in found.items() if "odd" not in name}
    trees = as_trees(fit(unseen), FIGURE_SIGNALS)
    score(trees, found["odd pairs"], "odd pairs, not seen")
    score(trees, held, "held, not seen")
    if options.unseen:
        options.unseen.write_bytes(trees.to_bytes())
    if not options.score_only:
        MODEL.write_bytes(as_trees(fit(found), FIGURE_SIGNALS).to_bytes())
        print(f"{MODEL}: {MODEL.stat().st_size} bytes")


if __name__ == "__main__":
    main()
