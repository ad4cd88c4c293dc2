"""How many conflicts are found, and how many of those called are right.

    python benchmarks/conflicts.py                        # invented events of benchmarks/events
    python benchmarks/conflicts.py --news [--half 0|1]    # real ones, with key and readers' marks
    python benchmarks/conflicts.py ... --listing FILE     # what was called and nobody has marked
    python benchmarks/conflicts.py --news ... --judged    # with a judge's recorded answers
    python benchmarks/conflicts.py --speed FILE           # pairs of sentences a processor second

Events have a key: passages that cannot both be true, updates, looser differences, traps. A finding
matches an entry if it has evidence at both of its places. Real events come from `bench/data/news`
in the folder that SOURCECOMPARE_SHARED names (default ../shared). benchmarks/README.md says what
the figures mean.
"""

import argparse
import gzip
import hashlib
import json
import os
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt
from pathlib import Path
from typing import Any

from judged import COLUMNS, FIRST, Recorded  # beside, not a package

import sourcecompare as sc
from sourcecompare.conflicts import Judge, find_conflicts
from sourcecompare.model import (
    Alignment,
    BlockRef,
    Evidence,
    Finding,
    FindingKind,
    Label,
    Link,
    Shape,
    Story,
)

HERE = Path(__file__).parent
EVENTS = HERE / "events"
MARKS = HERE / "labels" / "conflicts.tsv"
NEAR = 20  # characters by which evidence may miss a place
KINDS = ("conflict", "update", "differs", "trap")
CALLED = (FindingKind.CONFLICT, FindingKind.UPDATE, FindingKind.DIFFERS)
STEPS = (0.0, 0.6, 0.7, 0.8, 0.9, 1.01)  # of confidence

Place = tuple[str, int, int, int]
"""Outlet, paragraph (-1 is the headline), start and end of a run in it, half-open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Two passages of the key."""

    kind: str
    type: str
    visible: str
    """typed (two explicit values) or reading"""
    places: tuple[Place, Place]

    def matches(self, finding: Finding) -> bool:
        """Whether a finding has evidence at both places."""
        return all(any(_near(e, place) for e in finding.evidence) for place in self.places)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One event as several outlets tell it, with its key."""

    id: str
    articles: tuple[Mapping[str, Any], ...]
    key: tuple[Entry, ...]

    def text(self, outlet: str, block: int) -> str:
        """A paragraph of an outlet, or its headline."""
        told = next(one for one in self.articles if one["outlet"] == outlet)
        return str(told["title"] if block < 0 else told["paragraphs"][block])

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

    def findings(self, judge: Judge | None = None) -> tuple[Finding, ...]:
        """Conflicts, updates and differences; of what rules leave, those that a judge sees."""
        checks = (*sc.CHECKS, sc.JUDGED) if judge else sc.CHECKS
        found = sc.compare(self.built(), checks=checks, judge=judge).findings
        return tuple(f for f in found if f.kind in CALLED)

    def word(self, finding: Finding) -> str:
        """What the key says of a finding; empty if it does not know it."""
        known = {entry.kind for entry in self.key if entry.matches(finding)}
        return next((kind for kind in KINDS if kind in known), "")

    def mark_id(self, finding: Finding) -> str:
        """A name that lasts as long as the same words are the evidence."""
        places = sorted({_place(one) for one in finding.evidence})
        texts = [(o, b, self.text(o, b)[start:end]) for o, b, start, end in places]
        return hashlib.sha256(repr((self.id, texts)).encode()).hexdigest()[:10]


def _place(one: Evidence) -> Place:
    return one.ref.article, one.ref.block, one.span.start, one.span.end


def _near(one: Evidence, place: Place) -> bool:
    outlet, block, start, end = _place(one)
    return (outlet, block) == place[:2] and start < place[3] + NEAR and place[2] - NEAR < end


def invented(folder: Path) -> Iterator[Event]:
    """Events whose key names passages by their words."""
    for file in sorted(folder.glob("*.json")):
        row = json.loads(file.read_text(encoding="utf-8"))
        bare = Event(id=row["id"], articles=tuple(row["articles"]), key=())
        entries = [(kind, entry) for kind in KINDS for entry in row["key"][kind]]
        key = tuple(
            Entry(
                kind=kind,
                type=entry["type"],
                visible=entry.get("visible", ""),
                places=(_found(bare, entry["left"]), _found(bare, entry["right"])),
            )
            for kind, entry in entries
        )
        yield Event(id=row["id"], articles=bare.articles, key=key)


def _found(event: Event, side: Sequence[Any]) -> Place:
    outlet, block, words = side
    start = event.text(outlet, block).index(words)
    return outlet, block, start, start + len(words)


def real(half: int | None) -> Iterator[Event]:
    """Events whose key names passages by their places."""
    data = Path(os.environ.get("SOURCECOMPARE_SHARED", "../shared")) / "bench/data/news"
    if not data.is_dir():
        sys.exit(f"{data} is missing: name the folder of development data (SOURCECOMPARE_SHARED).")
    key = json.loads((data / "key.json").read_text(encoding="utf-8"))
    wanted = set(sorted(key) if half is None else sorted(key)[half::2])
    with gzip.open(data / "basil_dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    for row in rows:
        if row["id"] in wanted:
            entries = tuple(
                Entry(
                    kind=kind,
                    type=entry["type"],
                    visible=entry.get("visible", ""),
                    places=(tuple(entry["left"]), tuple(entry["right"])),
                )
                for kind in KINDS
                for entry in key[row["id"]][kind]
            )
            yield Event(id=row["id"], articles=tuple(row["articles"]), key=entries)


def read_marks(path: Path) -> dict[str, tuple[str, ...]]:
    """The verdicts of each reader (right, wrong or unsure) on a finding, by its mark's id."""
    found: dict[str, tuple[str, ...]] = {}
    if path.exists():
        for line in path.read_text(encoding="utf-8").splitlines()[1:]:
            name, _, *verdicts = line.split("\t")
            found[name] = tuple(verdict for verdict in verdicts if verdict)
    return found


def verdict(word: str, marks: Sequence[str]) -> str:
    """right, wrong, unsure, or unread: readers outrank the key, and must agree."""
    if marks:
        return marks[0] if len(set(marks)) == 1 else "unsure"
    return {"": "unread", "conflict": "right"}.get(word, "wrong")


def interval(hits: int, size: int) -> str:
    """A share with its Wilson interval of 95 %."""
    if not size:
        return "- of 0"
    share, z = hits / size, 1.96
    middle = (share + z * z / (2 * size)) / (1 + z * z / size)
    half = z * sqrt(share * (1 - share) / size + z * z / (4 * size * size)) / (1 + z * z / size)
    return f"{share:.3f} of {size} [{middle - half:.2f}, {middle + half:.2f}]"


def score(
    events: Iterable[Event],
    marks: Mapping[str, Sequence[str]],
    listing: Path | None,
    judge: Judge | None = None,
) -> None:
    found, wanted, words = Counter[str](), Counter[str](), Counter[tuple[str, str]]()
    judged: list[tuple[Finding, str]] = []
    unread: list[str] = []
    for event in events:
        findings = event.findings(judge)
        for entry in (one for one in event.key if one.kind == "conflict"):
            hit = any(f.kind is FindingKind.CONFLICT and entry.matches(f) for f in findings)
            for label in ("all", entry.visible, f"  {entry.type}"):
                wanted[label] += 1
                found[label] += hit
        for finding in findings:
            word = event.word(finding)
            words[finding.kind, word or "not in the key"] += 1
            if finding.kind is FindingKind.CONFLICT:
                name = event.mark_id(finding)
                judged.append((finding, verdict(word, marks.get(name, ()))))
                if name not in marks and word != "conflict":
                    unread.append(_listed(event, finding, name, word))
    for label in sorted(wanted, key=lambda one: (one.startswith(" "), one)):
        print(f"found {label:18} {found[label]} of {wanted[label]}")
    for (kind, word), count in sorted(words.items()):
        print(f"called {kind:9} the key says {word:15} {count}")
    _precision(judged)
    if listing:
        listing.write_text("\n".join(unread), encoding="utf-8")


def _precision(judged: Sequence[tuple[Finding, str]]) -> None:
    """Of all, of each check, and of each step of confidence."""
    rows: dict[str, list[tuple[Finding, str]]] = {"all": list(judged)}
    for finding, word in judged:
        rows.setdefault(f"  {finding.check}", []).append((finding, word))
    for low, high in pairwise(STEPS):
        rows[f"  confidence from {low:.1f}"] = [
            (f, word) for f, word in judged if low <= f.confidence < high
        ]
    for label, own in rows.items():
        counts = Counter(word for _, word in own)
        known = counts["right"] + counts["wrong"]
        stated = sum(f.confidence for f, _ in own) / max(1, len(own))
        print(
            f"right {label:22} {interval(counts['right'], known)}; stated {stated:.2f}; "
            f"unsure {counts['unsure']}, unread {counts['unread']}"
        )


def _listed(event: Event, finding: Finding, name: str, word: str) -> str:
    """A finding for a reader: its sentences, not its verdict."""
    quoted = "".join(
        f"    [{o} {b}] {event.text(o, b)[:start]}[[{event.text(o, b)[start:end]}]]"
        f"{event.text(o, b)[end:]}\n"
        for o, b, start, end in sorted({_place(one) for one in finding.evidence})[:8]
    )
    head = f"{name}\t{event.id[:8]}\t{finding.check}\t{finding.confidence}\tkey: {word or '-'}"
    return f"{head}\n  {finding.reason}\n{quoted}"


def speed(path: Path) -> None:
    """Values and checks alone, on pairs of sentences (rows with left and right), aligned."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    work = [_aligned(row["left"], row["right"]) for row in rows]
    find_conflicts(*work[0], ())
    start = time.process_time()
    for story, told, alignments in work:
        find_conflicts(story, told, alignments, ())
    print(f"{len(work) / (time.process_time() - start):.0f} pairs a processor second")


def _aligned(
    left: str, right: str
) -> tuple[Story, dict[str, tuple[sc.Sentence, ...]], tuple[Alignment, ...]]:
    articles = tuple(
        sc.article_from_paragraphs([text], id=name, outlet=name, language="en")
        for name, text in (("left", left), ("right", right))
    )
    told = {article.page.id: sc.sentences(article) for article in articles}
    links = tuple(
        Link(left=one.ref, right=other.ref, score=0.5)
        for one in told["left"]
        for other in told["right"]
    )
    alignment = Alignment(
        left=BlockRef("left", 0),
        right=BlockRef("right", 0),
        score=0.5,
        links=links,
        label=Label.PARAPHRASE,
        shape=Shape.SAME,
        moved=False,
        sure=True,
    )
    return Story(id="pair", title="", articles=articles), told, (alignment,)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--events", type=Path, default=EVENTS, help="a folder of invented events")
    parser.add_argument("--news", action="store_true", help="real events instead")
    parser.add_argument("--half", type=int, choices=(0, 1), help="every second real event")
    parser.add_argument("--marks", type=Path, default=MARKS)
    parser.add_argument("--listing", type=Path)
    parser.add_argument("--speed", type=Path, metavar="FILE")
    parser.add_argument(
        "--judged", nargs="?", const=FIRST, choices=COLUMNS, help="with a judge's recorded answers"
    )
    options = parser.parse_args()
    if options.speed:
        speed(options.speed)
        return
    events = real(options.half) if options.news else invented(options.events)
    judge = Recorded(options.judged) if options.judged else None
    score(events, read_marks(options.marks), options.listing, judge)
    if judge:
        judge.tell()


if __name__ == "__main__":
    main()
