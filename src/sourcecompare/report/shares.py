"""How much of each article is shared, uncertain, unique and in conflict; and what is unique."""

from collections.abc import Iterable, Mapping

from sourcecompare.model import Finding, FindingKind, Sentence, SentenceRef, TextSpan

from .pieces import pieces
from .sources import Source
from .view import Quote, Share, Unique


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


def unique(findings: Iterable[Finding], desk: Mapping[str, Source]) -> tuple[Unique, ...]:
    """What only one outlet says, outlet by outlet, in page order.

    What several versions of an article say stands with the newest of these.
    """
    alone = _newest(findings, desk)
    return tuple(
        Unique(
            id=f"o-{source.slug}",
            name=source.name,
            passages=tuple(_passage(run, source) for run in _neighbours(source, alone)),
            sentences=sum(1 for ref in source.sentences if ref in alone),
            newer="" if source.is_newest else source.versions[-1],
        )
        for source in desk.values()
    )


def _newest(findings: Iterable[Finding], desk: Mapping[str, Source]) -> set[SentenceRef]:
    """The sentences of unique findings, each finding's in the newest version that has it."""
    found: set[SentenceRef] = set()
    for finding in findings:
        if finding.kind is not FindingKind.UNIQUE:
            continue
        refs = [evidence.ref for evidence in finding.evidence]
        newest = max(refs, key=lambda ref: _version(desk[ref.article])).article
        found.update(ref for ref in refs if ref.article == newest)
    return found


def _version(source: Source) -> int:
    return source.versions.index(source.name)


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
    sizes = {ref: len(sentence.text) for ref, sentence in source.sentences.items()}
    sizes = {ref: size for ref, size in sizes.items() if ref not in source.announcing}
    shared = sum(size for ref, size in sizes.items() if ref in told[FindingKind.SHARED])
    alone = sum(
        size
        for ref, size in sizes.items()
        if ref in told[FindingKind.UNIQUE] and ref not in told[FindingKind.SHARED]
    )
    disputed = sum(size for ref, size in sizes.items() if ref in told[FindingKind.CONFLICT])
    total = sum(sizes.values())
    percent = whole_percent([shared, total - shared - alone, alone])
    return Share(
        name=source.name,
        href=f"o-{source.slug}",
        sentences=len(sizes),
        shared=percent[0],
        uncertain=percent[1],
        unique=percent[2],
        conflict=whole_percent([disputed, total - disputed])[0],
    )


def _neighbours(source: Source, alone: set[SentenceRef]) -> list[list[Sentence]]:
    """The sentences told alone, those that follow each other on the page joined.

    A sub-heading between two of them parts them.
    """
    runs: list[list[Sentence]] = []
    joins = False
    for ref, sentence in source.sentences.items():
        if ref in alone:
            if not joins:
                runs.append([])
            runs[-1].append(sentence)
        joins = ref in alone
    return runs


def _passage(run: list[Sentence], source: Source) -> tuple[Quote, ...]:
    blocks: dict[int, list[Sentence]] = {}
    for sentence in run:
        blocks.setdefault(sentence.ref.block, []).append(sentence)
    return tuple(
        source.quote(
            block,
            pieces(
                source.text(block),
                TextSpan(members[0].span.start, members[-1].span.end),
                cuts=source.cuts.get(block, ()),
            ),
        )
        for block, members in blocks.items()
    )
