"""How much of each article is shared, uncertain, unique and in conflict."""

from collections.abc import Iterable, Mapping

from sourcecompare.model import Finding, FindingKind, SentenceRef
from sourcecompare.report.sources import Source
from sourcecompare.report.view import Share


def shares(findings: Iterable[Finding], desk: Mapping[str, Source]) -> tuple[Share, ...]:
    """One for each article, in the desk's order.

    A sentence that no finding calls shared or unique is uncertain. Headlines, sub-headings and
    lines that only introduce a list are left out of all of it.
    """
    told = told_as(findings)
    return tuple(_share(source, told) for source in desk.values())


def told_as(findings: Iterable[Finding]) -> dict[FindingKind, set[SentenceRef]]:
    """The sentences that findings of each kind rest on."""
    told: dict[FindingKind, set[SentenceRef]] = {kind: set() for kind in FindingKind}
    for finding in findings:
        told[finding.kind].update(evidence.ref for evidence in finding.evidence)
    return told


def nature(ref: SentenceRef, told: Mapping[FindingKind, set[SentenceRef]]) -> FindingKind | None:
    """Shared or unique; None where it is uncertain which."""
    for kind in (FindingKind.SHARED, FindingKind.UNIQUE):
        if ref in told[kind]:
            return kind
    return None


def sizes(source: Source) -> dict[SentenceRef, int]:
    """Characters of each sentence that counts."""
    return {
        ref: len(sentence.text)
        for ref, sentence in source.sentences.items()
        if ref not in source.announcing
    }


def whole_percent(amounts: list[int]) -> list[int]:
    """Whole per cent of the sum that add up to 100: the largest remainders are rounded up.

    >>> whole_percent([1, 1, 1]), whole_percent([0, 0])
    ([34, 33, 33], [0, 0])
    """
    total = sum(amounts)
    if not total:
        return [0 for _ in amounts]
    percent = [100 * amount // total for amount in amounts]
    by_remainder = sorted(range(len(amounts)), key=lambda n: (-(100 * amounts[n] % total), n))
    for n in by_remainder[: 100 - sum(percent)]:
        percent[n] += 1
    return percent


def _share(source: Source, told: Mapping[FindingKind, set[SentenceRef]]) -> Share:
    counted = sizes(source)
    parts = dict.fromkeys((FindingKind.SHARED, None, FindingKind.UNIQUE), 0)
    for ref, size in counted.items():
        parts[nature(ref, told)] += size
    disputed = sum(size for ref, size in counted.items() if ref in told[FindingKind.CONFLICT])
    shared, uncertain, alone = whole_percent(list(parts.values()))
    return Share(
        name=source.name,
        href=f"o-{source.slug}",
        sentences=len(counted),
        shared=shared,
        uncertain=uncertain,
        unique=alone,
        conflict=whole_percent([disputed, sum(parts.values()) - disputed])[0],
    )
