"""Questions to a judge of sentences that no rule compares, and what a language model answered.

    python benchmarks/judged.py --news --half 0|1 --questions FILE      # of real events
    python benchmarks/judged.py --planted first|second --questions FILE # of slips planted in them
    python benchmarks/judged.py --record QUESTIONS ANSWERS ...          # answers into labels/
    python benchmarks/judged.py --again --record QUESTIONS ANSWERS ...  # those of a second judge
    python benchmarks/conflicts.py --news --half 1 --judged             # what is found with them
    python benchmarks/conflicts.py --news --half 1 --judged again       # by the second judge
    python benchmarks/planted.py --set second --judged

A question is {"id", "left", "right"}, an answer {"id", "chance"}, the chance of a contradiction
from 0 to 100; a question without an answer counts as 0. `labels/judged.tsv` holds questions as
hashes, for their text is the outlets'. Only questions that are not on record are written, and none
is of an event's own rules: these are what `sc.JUDGED` adds. benchmarks/README.md says who answered.
"""

import argparse
import csv
import hashlib
import json
from collections.abc import Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path
from typing import Any

import sourcecompare as sc

ANSWERS = Path(__file__).parent / "labels" / "judged.tsv"
DIGITS = 12  # of a hash: among 20,000 questions no two are alike by chance

NEUTRAL = (0.0, 1.0, 0.0)

CHECKS = (*sc.CHECKS, sc.JUDGED)


def name(left: str, right: str) -> str:
    """What a question is called, in whichever order it is asked."""
    return hashlib.sha256("\n".join(sorted((left, right))).encode()).hexdigest()[:DIGITS]


FIRST, AGAIN = COLUMNS = ("first", "again")
"""Columns of the record: what the judge answered, and what another one did."""


@cache
def answers(column: str) -> Mapping[str, float]:
    """The chance of a contradiction, 0..1, by the name of the question."""
    if not ANSWERS.exists():
        return {}
    with ANSWERS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    return {row["question"]: int(row[column]) / 100 for row in rows if row[column]}


class Recorded:
    """A judge that answers from the record, and keeps what it was asked beyond it."""

    def __init__(self, column: str = FIRST) -> None:
        self.answers = answers(column)
        self.unanswered: dict[str, tuple[str, str]] = {}

    def __call__(self, left: str, right: str) -> tuple[float, float, float]:
        """Neutral of what is not on record."""
        question = name(left, right)
        if question not in self.answers:
            self.unanswered[question] = (left, right)
            return NEUTRAL
        chance = self.answers[question]
        return (0.0, 1.0 - chance, chance)

    def tell(self) -> None:
        """Print how many questions were left without an answer."""
        print(f"questions without an answer on record: {len(self.unanswered)}")


def questions(articles: Iterable[sc.Article]) -> dict[str, tuple[str, str]]:
    """What a judge would be asked about a story and is not on record."""
    judge = Recorded()
    sc.compare(list(articles), checks=CHECKS, judge=judge)
    return judge.unanswered


def record(column: str, asked: Path, answered: Iterable[Path]) -> None:
    """Write the answers to all questions of a file into a column of the record."""
    known = {row["id"]: 0.0 for row in _rows(asked)}
    for path in answered:
        for row in _rows(path):
            if row["id"] not in known:
                raise SystemExit(f"{path} answers {row['id']!r}, which {asked} does not ask.")
            known[row["id"]] = row["chance"] / 100
    columns = {name: dict(answers(name)) for name in COLUMNS}
    columns[column] |= known
    with ANSWERS.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, delimiter="\t", lineterminator="\n")
        rows.writerow(("question", *columns))
        for question in sorted({name for own in columns.values() for name in own}):
            told = (own.get(question) for own in columns.values())
            rows.writerow((question, *("" if one is None else round(100 * one) for one in told)))
    print(f"{len(known)} answers, {sum(map(bool, known.values()))} of them above 0.")


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--news", action="store_true")
    parser.add_argument("--half", type=int, choices=(0, 1))
    parser.add_argument("--planted", choices=("first", "second"))
    parser.add_argument("--questions", type=Path)
    parser.add_argument("--again", action="store_true", help="answers of a second judge")
    parser.add_argument("--record", type=Path, nargs="+", metavar="FILE")
    options = parser.parse_args()
    if options.record:
        column = AGAIN if options.again else FIRST
        record(column, options.record[0], options.record[1:])
        return
    from conflicts import real  # beside, not a package
    from planted import trials

    if options.news:
        events = list(real(options.half))
    else:
        known = {event.id: event for event in real(0)}
        events = [one.event for one in trials(known, options.planted)]
    with ProcessPoolExecutor() as workers:
        found = workers.map(questions, [event.built() for event in events], chunksize=4)
        new = {question: texts for some in found for question, texts in some.items()}
    # In the order of the hashes no event's questions stand together.
    rows = [{"id": one, "left": left, "right": right} for one, (left, right) in sorted(new.items())]
    lines = [json.dumps(row, ensure_ascii=False) for row in rows]
    options.questions.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(rows)} questions")


if __name__ == "__main__":
    main()
