"""How many slips that were planted in real events are found.

    python benchmarks/planted.py [--set first|second] [--judged] [--listing FILE]

Readers changed one outlet's text in half 0 of the real events so that it contradicts what another
outlet tells, mostly in other words (slips), or so that it only looks as if it did (harmless);
`labels/planted.jsonl` has their places and the new words. Each change is tried by itself in the
otherwise unchanged event. A slip is found if a conflict has evidence at its place and at one where
another page states the fact. The events come from `bench/data/news` in the folder that
SOURCECOMPARE_SHARED names (default ../shared). benchmarks/README.md says what the figures mean.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from conflicts import HERE, Entry, Event, real  # beside, not a package
from judged import Recorded

from sourcecompare.model import Finding, FindingKind

PLANTED = HERE / "labels" / "planted.jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """A changed event, the key of which is the slip alone."""

    event: Event
    kind: str
    """slip or harmless"""
    type: str
    wording: str
    """how like the two passages are: alike, reworded, far"""
    name: str
    changed: frozenset[tuple[str, int]]
    """outlets and paragraphs"""

    def touches(self, finding: Finding) -> bool:
        """Whether there is evidence in a changed paragraph."""
        return any((one.ref.article, one.ref.block) in self.changed for one in finding.evidence)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What is called in a changed event, and not in the event as it was."""

    trial: Trial
    found: tuple[Finding, ...]
    """at the planted places"""
    beside: tuple[Finding, ...]
    """elsewhere in the changed paragraphs"""
    unanswered: int
    """questions to the judge that are not on record"""


def trials(events: Mapping[str, Event], part: str) -> Iterator[Trial]:
    """All changes of one part, or of both."""
    for line in PLANTED.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if part in ("", row["set"]):
            event = events[row["event"]]
            yield Trial(
                event=Event(
                    id=event.id,
                    articles=tuple(_changed(one, row["changes"]) for one in event.articles),
                    key=tuple(_entries(row)),
                ),
                kind=row["kind"],
                type=row["type"],
                wording=row["wording"],
                name=f"{row['event'][:8]}/{row['number']}",
                changed=frozenset((outlet, block) for outlet, block, *_ in row["changes"]),
            )


def _changed(article: Mapping[str, Any], changes: Sequence[Sequence[Any]]) -> dict[str, Any]:
    found = {**article, "paragraphs": list(article["paragraphs"])}
    for outlet, block, start, end, words in sorted(changes, key=lambda one: one[2], reverse=True):
        if outlet == article["outlet"]:
            old = found["title"] if block < 0 else found["paragraphs"][block]
            new = old[:start] + words + old[end:]
            if block < 0:
                found["title"] = new
            else:
                found["paragraphs"][block] = new
    return found


def _entries(row: Mapping[str, Any]) -> Iterator[Entry]:
    for place in row["right"]:
        places = (tuple(row["left"]), tuple(place))
        yield Entry(kind="conflict", type=row["type"], visible=row["visible"], places=places)


def tried(trial: Trial, known: Mapping[str, frozenset[str]], judged: bool) -> Outcome:
    """What the checks say of a changed event; `known` are the reasons given without the change."""
    judge = Recorded() if judged else None
    findings = trial.event.findings(judge)
    at = [f for f in findings if trial.event.word(f)]
    new = [f for f in findings if trial.touches(f) and f.reason not in known[trial.event.id]]
    return Outcome(
        trial=trial,
        found=tuple(at),
        beside=tuple(f for f in new if f not in at),
        unanswered=len(judge.unanswered) if judge else 0,
    )


def reasons(event: Event, judged: bool) -> frozenset[str]:
    """What is called in an event as it is."""
    judge = Recorded() if judged else None
    return frozenset(finding.reason for finding in event.findings(judge))


def report(outcomes: Sequence[Outcome]) -> None:
    """Print how many slips were found, by wording and type, and what else was called."""
    found, differs, wanted = Counter[str](), Counter[str](), Counter[str]()
    for one in (one for one in outcomes if one.trial.kind == "slip"):
        kinds = {finding.kind for finding in one.found}
        for label in ("all", f" {one.trial.wording}", f"  {one.trial.type}"):
            wanted[label] += 1
            found[label] += FindingKind.CONFLICT in kinds
            differs[label] += bool(kinds) and FindingKind.CONFLICT not in kinds
    for label in sorted(wanted, key=lambda one: (one[0] == " ", one[:2] == "  ", one)):
        seen = f"; {differs[label]} as something else" if differs[label] else ""
        print(f"found {label:16} {found[label]} of {wanted[label]}{seen}")
    harmless = [one for one in outcomes if one.trial.kind == "harmless"]
    called = sum(
        any(f.kind is FindingKind.CONFLICT for f in (*one.found, *one.beside)) for one in harmless
    )
    print(f"harmless changes called a conflict: {called} of {len(harmless)}")
    beside = sum(f.kind is FindingKind.CONFLICT for one in outcomes for f in one.beside)
    print(f"conflicts called elsewhere in changed paragraphs: {beside}")


def listed(outcome: Outcome) -> str:
    """A trial for a reader."""
    said = "".join(
        f"  {where} {finding.kind} {finding.check} {finding.confidence:.2f} {finding.reason}\n"
        for where, some in (("at", outcome.found), ("beside", outcome.beside))
        for finding in some
    )
    trial = outcome.trial
    places = "".join(
        f"  [{o} {b}] {trial.event.text(o, b)[:start]}[[{trial.event.text(o, b)[start:end]}]]"
        f"{trial.event.text(o, b)[end:]}\n"
        for o, b, start, end in dict.fromkeys(p for one in trial.event.key for p in one.places)
    )
    return f"{trial.name} {trial.kind} {trial.type} {trial.wording}\n{said}{places}"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--set", dest="part", choices=("first", "second"), default="")
    parser.add_argument("--judged", action="store_true", help="with a judge's recorded answers")
    parser.add_argument("--listing", type=Path)
    options = parser.parse_args()
    events = {event.id: event for event in real(0)}
    with ProcessPoolExecutor() as workers:
        told = workers.map(partial(reasons, judged=options.judged), events.values())
        known = dict(zip(events, told, strict=True))
        work = list(trials(events, options.part))
        ask = partial(tried, known=known, judged=options.judged)
        outcomes = list(workers.map(ask, work, chunksize=8))
    report(outcomes)
    if options.judged:
        print(f"questions without an answer on record: {sum(one.unanswered for one in outcomes)}")
    if options.listing:
        options.listing.write_text("\n".join(map(listed, outcomes)), encoding="utf-8")


if __name__ == "__main__":
    main()
