"""Conflicts in pairs of sentences from real reports, against the marks of two readers.

    python benchmarks/sentence_pairs.py [--half even|odd] [--trees FILE] [--listing FILE]

The pairs are the Microsoft Research Paraphrase Corpus (`bench/data/conflict/msrp_train.jsonl.gz` in
the folder that SOURCECOMPARE_SHARED names, default ../shared). labels/pairs.tsv holds, without any
text, what two readers marked: the first read all 3,576 pairs, the second those that the first had
marked and 150 more, without seeing the marks. A conflict is one that both call so.

Rules and thresholds were looked at on the even pairs alone. The shipped forest is fitted on both
halves: `--trees` takes one that has not seen the odd ones (training/fit_figures.py --unseen FILE).
"""

import argparse
import csv
import gzip
import json
import os
import sys
from collections import Counter, defaultdict
from collections.abc import Mapping
from pathlib import Path

import sourcecompare as sc
from sourcecompare.conflicts.learned import likely_figures, trees_from_bytes
from sourcecompare.model import Finding

MARKS = Path(__file__).parent / "labels" / "pairs.tsv"
CALLED = ("conflict", "update", "differs")

Marks = Mapping[str, Mapping[str, set[tuple[str, str]]]]
"""id -> reader -> marks, each with its type; empty for a pair that was read and not marked"""


def read_marks() -> Marks:
    found: dict[str, dict[str, set[tuple[str, str]]]] = defaultdict(dict)
    with MARKS.open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            own = found[row["id"]].setdefault(row["reader"], set())
            if row["mark"] in CALLED:
                own.add((row["mark"], row["type"]))
    return found


def gravest(marks: set[tuple[str, str]] | None) -> str:
    """What a reader says of a pair: "-" for nothing, "unread" if it was not read."""
    if marks is None:
        return "unread"
    named = {mark for mark, _ in marks}
    return next((mark for mark in CALLED if mark in named), "-")


def findings(row: Mapping[str, str]) -> tuple[Finding, ...]:
    articles = [
        sc.article_from_paragraphs([row[side]], id=side, outlet=side) for side in ("left", "right")
    ]
    return tuple(
        one
        for one in sc.compare(articles).findings
        if one.kind in CALLED and len({evidence.ref.article for evidence in one.evidence}) > 1
    )


def score(rows: list[Mapping[str, str]], marks: Marks, listing: Path | None) -> None:
    called, found, wanted = Counter[str](), Counter[str](), Counter[str]()
    listed: list[str] = []
    for row in rows:
        own = marks.get(row["id"], {"first": set()})
        first, second = gravest(own.get("first", set())), gravest(own.get("second"))
        told = findings(row)
        hit = any(one.kind == "conflict" for one in told)
        if first == second == "conflict":
            kind = min(type_ for mark, type_ in own["first"] if mark == "conflict")
            for label in ("all", f"  {kind}"):
                wanted[label] += 1
                found[label] += hit
        for one in told:
            called[f"{one.kind:9} the readers say {first}, {second}"] += 1
            if one.kind == "conflict" and not first == second == "conflict":
                listed.append(f"{row['id']}\t{one.reason}\n  {row['left']}\n  {row['right']}\n")
    for label in sorted(wanted, key=lambda one: (one.startswith(" "), one)):
        print(f"found {label:14} {found[label]} of {wanted[label]}")
    for label, count in sorted(called.items()):
        print(f"called {label}: {count}")
    if listing:
        listing.write_text("\n".join(listed), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--half", choices=("even", "odd"), help="by the number of the pair")
    parser.add_argument("--trees", type=Path, help="ask this forest in place of the shipped one")
    parser.add_argument("--listing", type=Path, help="what was called and is no agreed conflict")
    options = parser.parse_args()
    shared = Path(os.environ.get("SOURCECOMPARE_SHARED", "../shared"))
    data = shared / "bench/data/conflict/msrp_train.jsonl.gz"
    if not data.is_file():
        sys.exit(f"{data} is missing: name the folder of development data (SOURCECOMPARE_SHARED).")
    if options.trees:
        trees = trees_from_bytes(options.trees.read_bytes())
        sys.modules[likely_figures.__module__].shipped_trees = lambda _: trees  # type: ignore[attr-defined]
    with gzip.open(data, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    if options.half:
        odd = options.half == "odd"
        rows = [row for row in rows if int(row["id"].split("-")[1]) % 2 == odd]
    score(rows, read_marks(), options.listing)


if __name__ == "__main__":
    main()
