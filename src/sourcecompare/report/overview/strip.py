"""Every paragraph of every article as a block in a lane: what is shared stands where."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sourcecompare.model import Finding, FindingKind, SentenceRef
from sourcecompare.report.alone import listed_with
from sourcecompare.report.rows import Homes
from sourcecompare.report.sources import Source
from sourcecompare.report.view import Lane, Stretch, Strip

from .shares import nature, sizes, told_as

WIDTH = 400
"""Units that the longest article takes: few, so that its paths stay short, yet enough for a hundred
paragraphs."""
LANE = 28
"""Units from one lane to the next ..."""
TALL = 12
"""... of which a block has less than half: its label stands beside it, or above. Both are whole
stripes of what is uncertain."""
GAP = 1
LEAST = 2
"""Units of the shortest block: one that can be seen."""


FEW = 12
"""Lanes up to which the table links each paragraph; with more, each passage is linked once, where
it is met first: thousands of links are no way for the keyboard, and most of the page's weight."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What there is to look up."""

    told: Mapping[FindingKind, set[SentenceRef]]
    listed: Mapping[SentenceRef, SentenceRef]
    places: Homes
    desk: Mapping[str, Source]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Block:
    """A paragraph in its lane."""

    number: str
    """of the paragraph, as the passages have it"""
    kind: FindingKind | None
    """shared or unique; None where it is uncertain which"""
    conflict: bool
    start: int
    width: int
    href: str
    """id of what shows it: its passage, or the list of what only its outlet says; or empty"""


def strip(
    findings: Sequence[Finding],
    desk: Mapping[str, Source],
    places: Homes,
) -> Strip:
    """A lane for each page in the desk's order; a paragraph is what most of its characters are.

    Headlines, sub-headings and lines that only introduce a list have no block. One address has one
    link, whatever lanes its blocks stand in: fifty articles stay small, and a passage is seen in
    all of them at once.
    """
    known = _Known(
        told=told_as(findings), listed=listed_with(findings, desk), places=places, desk=desk
    )
    most = max((sum(sizes(one).values()) for one in desk.values()), default=0) or 1
    lanes = [_lane(one, known, WIDTH / most) for one in desk.values()]
    return Strip(
        few=len(lanes) <= FEW,
        lanes=tuple(
            _words(one.name, lane, links)
            for one, lane, links in zip(desk.values(), lanes, _linked(lanes), strict=True)
        ),
        width=max((lane[-1].start + lane[-1].width for lane in lanes if lane), default=1),
        height=LANE * len(lanes),
        stretches=_stretches(lanes),
        conflict="".join(
            f"M{block.start} {LANE * number + TALL + 2}h{block.width}"
            for number, lane in enumerate(lanes)
            for block in lane
            if block.conflict
        ),
    )


def _lane(source: Source, known: _Known, scale: float) -> list[_Block]:
    counted = sizes(source)
    paragraphs: dict[int, list[SentenceRef]] = {}
    for ref in counted:
        paragraphs.setdefault(ref.block, []).append(ref)
    lane: list[_Block] = []
    start = 0
    for block, refs in paragraphs.items():
        parts = dict.fromkeys((FindingKind.SHARED, None, FindingKind.UNIQUE), 0)
        for ref in refs:
            parts[nature(ref, known.told)] += counted[ref]
        kind = max(parts, key=lambda one: parts[one])
        made = _Block(
            number=str(source.numbers.get(block, block)),
            kind=kind,
            conflict=not known.told[FindingKind.CONFLICT].isdisjoint(refs),
            start=start,
            width=max(LEAST, round(scale * sum(parts.values())) - GAP),
            href=_address(kind, refs, known),
        )
        lane.append(made)
        start += made.width + GAP
    return lane


def _address(kind: FindingKind | None, refs: Sequence[SentenceRef], known: _Known) -> str:
    if kind is FindingKind.UNIQUE:
        listed = next(known.listed[ref] for ref in refs if ref in known.listed)
        return f"o-{known.desk[listed.article].slug}"
    return known.places.get((refs[0].article, refs[0].block), "")


def _stretches(lanes: Sequence[Sequence[_Block]]) -> tuple[Stretch, ...]:
    paths: dict[str, dict[FindingKind | None, list[str]]] = {}
    for number, lane in enumerate(lanes):
        top = LANE * number
        for block in lane:
            if block.kind is FindingKind.UNIQUE:  # an outline, so a box; the others are thick lines
                drawn = f"M{block.start} {top}h{block.width}v{TALL}h-{block.width}z"
            else:
                drawn = f"M{block.start} {top + TALL // 2}h{block.width}"
            paths.setdefault(block.href, {}).setdefault(block.kind, []).append(drawn)
    return tuple(
        Stretch(
            href=href,
            shared="".join(of.get(FindingKind.SHARED, ())),
            uncertain="".join(of.get(None, ())),
            unique="".join(of.get(FindingKind.UNIQUE, ())),
        )
        for href, of in paths.items()
    )


def _linked(lanes: Sequence[Sequence[_Block]]) -> list[list[str]]:
    """For each block of each lane the address that the table gives it, or empty."""
    if len(lanes) <= FEW:
        return [[one.href for one in lane] for lane in lanes]
    met: set[str] = {""}
    found: list[list[str]] = []
    for lane in lanes:
        found.append([])
        for one in lane:
            found[-1].append("" if one.href in met else one.href)
            met.add(one.href)
    return found


def _words(name: str, lane: Sequence[_Block], links: Sequence[str]) -> Lane:
    numbered = list(zip(lane, links, strict=True))
    unique = [one for one in lane if one.kind is FindingKind.UNIQUE]
    return Lane(
        name=name,
        shared=tuple(
            (one.number, href) for one, href in numbered if one.kind is FindingKind.SHARED
        ),
        uncertain=tuple((one.number, href) for one, href in numbered if one.kind is None),
        unique=_runs(int(one.number) for one in unique),
        unique_href=unique[0].href if unique else "",
        conflict=_runs(int(one.number) for one in lane if one.conflict),
    )


def _runs(numbers: Iterable[int]) -> str:
    """Ascending numbers in words, three neighbours or more as one run.

    >>> _runs([1, 3, 4, 6, 7, 8])
    '1, 3, 4, 6 to 8'
    """
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    words: list[str] = []
    for run in runs:
        words += [f"{run[0]} to {run[-1]}"] if len(run) > 2 else [str(one) for one in run]
    return ", ".join(words)
