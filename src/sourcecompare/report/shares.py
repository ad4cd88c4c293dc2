"""What only one outlet says."""

from collections.abc import Iterable, Mapping

from sourcecompare.model import Finding, FindingKind, Sentence, SentenceRef, TextSpan

from .pieces import pieces
from .sources import Source
from .view import Quote, Unique


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
