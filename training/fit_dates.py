"""Fit the forest that says whether two dates are of one occasion.

    python training/fit_dates.py [--score-only]

A reader gave every date of half the real events and of the invented ones a number for what it is
the date of (benchmarks/labels/occasions.tsv). Each two dates of two outlets make a row: of one
occasion or not, whatever they say. Real events come from `bench/data/news` in the folder that
SOURCECOMPARE_SHARED names (default ../shared).

First forests that have not seen a sixth of the events are scored on it, by the dates that exclude
each other; then the shipped one is fitted on all. The same data gives the same forest.
"""

import argparse
import csv
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import average_precision_score

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "benchmarks"))

import conflicts as bench  # noqa: E402  # beside, not a package
from forests import as_trees, story_of  # noqa: E402

from sourcecompare.conflicts.dates.events import differ  # noqa: E402
from sourcecompare.conflicts.learned import DATE_SIGNALS, date_pairs, date_signals  # noqa: E402
from sourcecompare.values import Claim  # noqa: E402

MODEL = ROOT / "src" / "sourcecompare" / "conflicts" / "learned" / "dates.npz"
MARKS = ROOT / "benchmarks" / "labels" / "occasions.tsv"
TREES: dict[str, Any] = {
    "n_estimators": 200,
    "min_samples_leaf": 4,
    "max_features": 8,
    "max_depth": 10,
    "random_state": 7,
    "n_jobs": 2,
}
FOLDS = 6
SURE = "2"

Marks = Mapping[tuple[str, str, int], Sequence[tuple[range, int, bool]]]
"""By event, outlet and paragraph: place, number of the occasion (0 for none), whether it is sure"""


@dataclass(frozen=True, slots=True)
class Row:
    """Two dates of two outlets."""

    event: str
    same: bool
    apart: bool
    """they exclude each other"""
    columns: tuple[float, ...]


def read_marks() -> Marks:
    found: dict[tuple[str, str, int], list[tuple[range, int, bool]]] = defaultdict(list)
    with MARKS.open(encoding="utf-8") as lines:
        for one in csv.DictReader(lines, delimiter="\t"):
            place = range(*map(int, one["place"].split("-")))
            key = one["event"], one["outlet"], int(one["paragraph"])
            found[key].append((place, int(one["occasion"]), one["sure"] == SURE))
    return found


def rows_of(event: bench.Event, marks: Marks) -> Iterator[Row]:
    """All marked pairs of dates of an event; of one occasion only where one mark is sure."""
    compared = story_of(event.built())
    for pair in date_pairs(compared):
        ends = [marked(event.id, claim, marks) for claim in (pair.a, pair.b)]
        if ends[0] is None or ends[1] is None:
            continue
        (own, sure), (other, surely) = ends[0], ends[1]
        if own and own == other and not (sure or surely):
            continue
        found = date_signals(pair, compared)
        yield Row(
            event=event.id,
            same=bool(own) and own == other,
            apart=differ(pair.a, pair.b),
            columns=tuple(found[name] for name in DATE_SIGNALS),
        )


def marked(event: str, claim: Claim, marks: Marks) -> tuple[int, bool] | None:
    """The number of its occasion, and whether that is sure; None for a date that nobody read."""
    value = claim.value
    for place, occasion, sure in marks.get((event, value.ref.article, value.ref.block), ()):
        if place.start < value.span.end and value.span.start < place.stop:
            return occasion, sure
    return None


def fit(rows: Sequence[Row]) -> RandomForestClassifier:
    columns = np.array([one.columns for one in rows], np.float32)
    return RandomForestClassifier(**TREES).fit(columns, np.array([one.same for one in rows]))


def score(rows: Sequence[Row]) -> None:
    """Average precision on events that the forest has not seen."""
    events = sorted({one.event for one in rows})
    told: list[tuple[bool, float, bool]] = []
    for k in range(FOLDS):
        unseen = set(events[k::FOLDS])
        trees = as_trees(fit([one for one in rows if one.event not in unseen]), DATE_SIGNALS)
        own = [one for one in rows if one.event in unseen]
        chances = trees.chances(np.array([one.columns for one in own], np.float32))
        told += [(one.same, float(c), one.apart) for one, c in zip(own, chances, strict=True)]
    for name, some in (("all", told), ("apart", [one for one in told if one[2]])):
        precision = average_precision_score([one[0] for one in some], [one[1] for one in some])
        same = sum(one[0] for one in some)
        print(f"{name}: {len(some)} pairs, {same} of one occasion, precision {precision:.2f}")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--score-only", action="store_true")
    options = parser.parse_args()
    marks = read_marks()
    events = [*bench.real(0), *bench.invented(bench.EVENTS)]
    rows = [row for event in events for row in rows_of(event, marks)]
    score(rows)
    if not options.score_only:
        MODEL.write_bytes(as_trees(fit(rows), DATE_SIGNALS).to_bytes())
        print(f"{MODEL}: {MODEL.stat().st_size} bytes")


if __name__ == "__main__":
    main()
