"""How well paragraphs are aligned and sentences grouped, on real news and on rewrites.

    python benchmarks/alignment.py [--data FOLDER] [--marks training/marks/news_facts.json]

`FOLDER` is by default `bench/data` in the folder that SOURCECOMPARE_SHARED names (default
../shared). It holds `news/basil_dev.jsonl.gz` (events, each told by three outlets),
`news/pairs.json` (pairs of their paragraphs, marked by reading), `news/key.json` (whose sorted ids
give the halves) and `alignment/onestop_*.jsonl.gz` (rewrites with their pairs).
benchmarks/README.md says what the figures mean.
"""

import argparse
import gzip
import json
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np

import sourcecompare as sc
from sourcecompare.model import FindingKind
from sourcecompare.sentences import sentences

ROOT = Path(__file__).parents[1]
MARKS = ROOT / "training" / "marks" / "news_facts.json"

Place = tuple[str, int]  # outlet and number of a paragraph
Pair = tuple[Place, Place]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One event with the pairs of paragraphs that were marked."""

    id: str
    articles: tuple[Mapping[str, Any], ...]
    kinds: Mapping[Pair, str]
    """same, partial or related; what is missing was not marked"""

    @property
    def told(self) -> set[Pair]:
        """The pairs that tell a fact in common."""
        return {pair for pair, kind in self.kinds.items() if kind != "related"}

    def built(self) -> list[sc.Article]:
        """The articles, by the names of their outlets."""
        return [
            sc.article_from_paragraphs(
                one["paragraphs"],
                id=one["outlet"],
                outlet=one["outlet"],
                title=one["title"],
                published=one.get("date"),
            )
            for one in self.articles
        ]


def rows(path: Path) -> list[Any]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def events(data: Path, marks: Path) -> dict[str, list[Event]]:
    """Events by what they are for: `fitted` (marked here, or half 0 of the key), `held out`."""
    by_id = {row["id"]: row for row in rows(data / "news" / "basil_dev.jsonl.gz")}
    pairs = json.loads((data / "news" / "pairs.json").read_text(encoding="utf-8"))
    ids = sorted(json.loads((data / "news" / "key.json").read_text(encoding="utf-8")))
    ours = json.loads(marks.read_text(encoding="utf-8"))
    keyed = {
        name: {((a, i), (b, j)): kind for a, i, b, j, kind in marked}
        for name, marked in pairs.items()
    }
    found: dict[str, dict[str, Mapping[Pair, str]]] = {"fitted": {}, "held out": {}}
    found["fitted"] |= {name: _kinds(marked) for name, marked in ours.items()}
    for name, kinds in keyed.items():
        found["fitted" if name in ids[0::2] else "held out"][name] = kinds
    return {
        use: [
            Event(id=name, articles=tuple(by_id[name]["articles"]), kinds=kinds)
            for name, kinds in sorted(some.items())
        ]
        for use, some in found.items()
    }


def auc(truth: Any, score: Any) -> float:
    """Area under the ROC curve; equal scores count half."""
    _, inverse, counts = np.unique(score, return_inverse=True, return_counts=True)
    ranks = np.cumsum(counts) - (counts - 1) / 2
    positive, negative = int(truth.sum()), int((~truth).sum())
    above = ranks[inverse][truth].sum() - positive * (positive + 1) / 2
    return float(above / (positive * negative))


def average_precision(truth: Any, score: Any) -> float:
    order = np.argsort(-score, kind="stable")
    hits = np.cumsum(truth[order])
    precision = hits / np.arange(1, len(hits) + 1)
    return float((precision * truth[order]).sum() / truth.sum())


def scored(some: Iterable[Event]) -> tuple[Any, Any]:
    """Truth and score of all pairs of paragraphs of two outlets, by `sc.score_matrix`."""
    truth, score = [], []
    for event in some:
        texts = {one["outlet"]: one["paragraphs"] for one in event.articles}
        told = event.told
        for left, right in combinations(sorted(texts), 2):
            matrix = sc.score_matrix(texts[left], texts[right])
            for (i, j), value in np.ndenumerate(matrix):
                truth.append(((left, i), (right, j)) in told)
                score.append(value)
    return np.array(truth), np.array(score)


def news(some: Sequence[Event]) -> dict[str, str]:
    """The figures of one set of events."""
    truth, score = scored(some)
    taken = Counts()
    grouped = Counts()
    same = [0, 0]
    sure, shared, unique = [0, 0], [0, 0], [0, 0]
    for event in some:
        articles = event.built()
        found = sc.compare(articles)
        told = event.told
        both = told | {(right, left) for left, right in told}
        pairs = {
            (_place(one.left), _place(one.right)): one.sure
            for one in found.alignments
            if min(one.left.block, one.right.block) >= 0
        }
        taken.add(set(pairs), told)
        grouped.add(_group_pairs(found), told)
        first = {pair for pair, kind in event.kinds.items() if kind == "same"}
        same = [same[0] + len(first & pairs.keys()), same[1] + len(first)]
        certain = [pair for pair, is_sure in pairs.items() if is_sure]
        sure = [sure[0] + sum(pair in told for pair in certain), sure[1] + len(certain)]
        for right, whole in _shared(found, both):
            shared = [shared[0] + right, shared[1] + whole]
        partners = {place for pair in told for place in pair}
        alone = _wholly_unique(found, articles)
        unique = [unique[0] + sum(p not in partners for p in alone), unique[1] + len(alone)]
    return {
        "AUC": f"{auc(truth, score):.3f}",
        "AP": f"{average_precision(truth, score):.3f}",
        "pairs F1": taken.line(),
        "same found": f"{same[0] / max(same[1], 1):.3f}",
        "sure pairs right": _share(sure),
        "groups F1": grouped.line(),
        "shared right": _share(shared),
        "unique right": _share(unique),
    }


@dataclass(slots=True)
class Counts:
    """Pairs found, pairs marked, and pairs that are both."""

    right: int = 0
    found: int = 0
    gold: int = 0

    def add(self, found: set[Pair], gold: set[Pair]) -> None:
        """Count those of one event."""
        self.right += len(found & gold)
        self.found += len(found)
        self.gold += len(gold)

    def line(self) -> str:
        """F1, precision and recall as text."""
        f1 = 2 * self.right / max(self.found + self.gold, 1)
        p, r = self.right / max(self.found, 1), self.right / max(self.gold, 1)
        return f"{f1:.3f} (P {p:.2f}, R {r:.2f})"


def onestop(path: Path) -> str:
    """F1 of the pairs of one set of rewrites."""
    counts = Counts()
    for row in rows(path):
        articles = [
            sc.article_from_paragraphs(row[side], id=side, outlet=side)
            for side in ("left", "right")
        ]
        found = {
            (("", one.left.block), ("", one.right.block)) for one in sc.compare(articles).alignments
        }
        counts.add(found, {(("", i), ("", j)) for i, j in row["gold"]})
    return counts.line()


def _kinds(marked: Mapping[str, Any]) -> Mapping[Pair, str]:
    kinds: dict[Pair, str] = {}
    for fact in marked["facts"]:
        for left, right in combinations(sorted({_read(one) for one in fact["told"]}), 2):
            if left[0] != right[0]:
                kinds[left, right] = "partial"
    for kind in ("same", "related"):
        for one in marked[kind]:
            first, second = sorted(map(_read, one.split(", ")))
            if kind == "same" or (first, second) not in kinds:
                kinds[first, second] = kind
    return kinds


def _read(text: str) -> Place:
    outlet, number = text.split()
    return outlet, int(number)


def _place(ref: Any) -> Place:
    return ref.article, ref.block


def _group_pairs(found: sc.Comparison) -> set[Pair]:
    pairs = set()
    for group in found.groups:
        places = sorted({_place(ref) for ref in group.sentences if ref.block >= 0})
        pairs |= {(a, b) for a, b in combinations(places, 2) if a[0] != b[0]}
    return pairs


def _shared(found: sc.Comparison, both: set[Pair]) -> Iterable[tuple[bool, int]]:
    """Paragraphs of shared findings: whether one of another outlet in it tells the same, and 1."""
    for finding in found.findings:
        places = {_place(one.ref) for one in finding.evidence if one.ref.block >= 0}
        if finding.kind is FindingKind.SHARED and len({outlet for outlet, _ in places}) > 1:
            for place in places:
                others = [other for other in places if other[0] != place[0]]
                yield any((place, other) in both for other in others), 1


def _wholly_unique(found: sc.Comparison, articles: Sequence[sc.Article]) -> list[Place]:
    """Paragraphs of which every sentence is called unique."""
    alone = {
        one.ref
        for finding in found.findings
        if finding.kind is FindingKind.UNIQUE
        for one in finding.evidence
    }
    whole: dict[Place, bool] = {}
    for article in articles:
        for one in sentences(article):
            place = _place(one.ref)
            whole[place] = whole.get(place, True) and one.ref in alone
    return [place for place, is_alone in whole.items() if is_alone]


def _share(counts: Sequence[int]) -> str:
    return f"{counts[0] / max(counts[1], 1):.3f} of {counts[1]}"


def read_options(description: str) -> argparse.Namespace | None:
    """The folders that the command line names; None, and it is said, where there are no events."""
    shared = Path(os.environ.get("SOURCECOMPARE_SHARED", ROOT.parent / "shared"))
    parser = argparse.ArgumentParser(description=description.splitlines()[0])
    parser.add_argument("--data", type=Path, default=shared / "bench" / "data")
    parser.add_argument("--marks", type=Path, default=MARKS)
    options = parser.parse_args()
    if not (options.data / "news" / "pairs.json").exists():
        print(f"{options.data} holds no news/pairs.json: name the folder with --data.")
        return None
    return options


def main() -> int:
    options = read_options(__doc__)
    if options is None:
        return 2
    for use, some in events(options.data, options.marks).items():
        print(f"\nreal news, {use}: {len(some)} events")
        for name, value in news(some).items():
            print(f"  {name:18} {value}")
    print("\nrewrites")
    for path in sorted((options.data / "alignment").glob("onestop_*.jsonl.gz")):
        print(f"  {path.name.split('.')[0]:18} {onestop(path)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
