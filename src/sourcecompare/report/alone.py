"""What one outlet alone says, and what it alone lacks."""

from collections.abc import Iterable, Mapping, Sequence

from sourcecompare.model import (
    Alignment,
    BlockRef,
    Finding,
    FindingKind,
    Gaps,
    Lack,
    Sentence,
    SentenceRef,
    TextSpan,
)

from .rows import Homes
from .sources import Source
from .view import Missing, Near, Only, Quote, Unique


def unique(
    findings: Iterable[Finding],
    alignments: Iterable[Alignment],
    gaps: Gaps,
    desk: Mapping[str, Source],
    homes: Homes,
) -> tuple[Unique, ...]:
    """What only one outlet says, outlet by outlet, in page order, and what it alone lacks.

    What several versions of an article say stands with the newest of these.
    """
    alone = {ref for ref, listed in listed_with(findings, desk).items() if ref == listed}
    near = _nearest(alignments)
    lacks = _lacks(gaps, desk, homes)
    return tuple(
        Unique(
            id=f"o-{source.slug}",
            slug=source.slug,
            name=source.name,
            passages=tuple(
                _only(run, source, near, desk, homes) for run in _neighbours(source, alone)
            ),
            sentences=sum(1 for ref in source.sentences if ref in alone),
            of=len(source.sentences.keys() - source.announcing),
            newer="" if source.is_newest else source.versions[-1],
            lacks=tuple(lacks.get(page, ())),
        )
        for page, source in desk.items()
    )


def listed_with(
    findings: Iterable[Finding], desk: Mapping[str, Source]
) -> dict[SentenceRef, SentenceRef]:
    """For each sentence told alone: the one that stands for it, in the newest version that has it.

    A sentence that stands for itself is listed as what only its page says.
    """
    found: dict[SentenceRef, SentenceRef] = {}
    for finding in findings:
        if finding.kind is FindingKind.UNIQUE:
            refs = [evidence.ref for evidence in finding.evidence]
            newest = max(refs, key=lambda ref: _version(desk[ref.article]))
            found |= {ref: ref if ref.article == newest.article else newest for ref in refs}
    return found


def _version(source: Source) -> int:
    return source.versions.index(source.name)


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


def _only(
    run: list[Sentence],
    source: Source,
    nearest: Mapping[BlockRef, tuple[float, BlockRef]],
    desk: Mapping[str, Source],
    homes: Homes,
) -> Only:
    blocks: dict[int, list[Sentence]] = {}
    for sentence in run:
        blocks.setdefault(sentence.ref.block, []).append(sentence)
    page = source.article.page.id
    near = [nearest[ref] for ref in (BlockRef(page, one) for one in blocks) if ref in nearest]
    return Only(
        quotes=tuple(_quote(block, members, source, "") for block, members in blocks.items()),
        near=_near(min(near, key=lambda one: (-one[0], one[1]))[1], desk, homes) if near else None,
    )


def _quote(block: int, members: Sequence[Sentence], source: Source, href: str) -> Quote:
    """These neighbouring sentences of a block."""
    span = TextSpan(members[0].span.start, members[-1].span.end)
    return source.quote_words(block, span, href, said=members[0].text)


def _nearest(alignments: Iterable[Alignment]) -> dict[BlockRef, tuple[float, BlockRef]]:
    """For each paragraph without a sure match the likest of those that may be one."""
    sure: set[BlockRef] = set()
    found: dict[BlockRef, tuple[float, BlockRef]] = {}
    for pair in alignments:
        for one, other in ((pair.left, pair.right), (pair.right, pair.left)):
            if pair.sure:
                sure.add(one)
            elif one not in found or (-pair.score, other) < (-found[one][0], found[one][1]):
                found[one] = (pair.score, other)
    return {one: near for one, near in found.items() if one not in sure}


def _near(ref: BlockRef, desk: Mapping[str, Source], homes: Homes) -> Near:
    source = desk[ref.article]
    return Near(
        name=source.name,
        place=source.place(ref.block),
        href=homes.get((ref.article, ref.block), ""),
    )


def _lacks(gaps: Gaps, desk: Mapping[str, Source], homes: Homes) -> dict[str, list[Missing]]:
    """What each page's outlet alone lacks; it stands with the first of the outlet's pages."""
    found: dict[str, list[Missing]] = {}
    for lack in gaps.lacking:
        source = desk[lack.fullest.article]
        said = source.sentences[lack.fullest]
        block = lack.fullest.block
        href = homes.get((lack.fullest.article, block), "")
        made = Missing(
            quote=_quote(block, [said], source, href),
            voices=lack.voices,
            held=_held(lack, gaps, desk),
        )
        found.setdefault(lack.pages[0], []).append(made)
    return found


def _held(lack: Lack, gaps: Gaps, desk: Mapping[str, Source]) -> str:
    """Id of a removed line of the outlet that tells it after all; "" if none is known."""
    for one in gaps.overlooked:
        if one.page in lack.pages and lack.fullest in one.told:
            return desk[one.page].removals[one.removal]
    return ""
