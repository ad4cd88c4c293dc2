"""What outlets share and what only one of them tells, as findings."""

from collections.abc import Iterable, Mapping, Sequence

from .headings import announcements, labels
from .model import (
    Alignment,
    BlockRef,
    Evidence,
    Finding,
    FindingKind,
    Group,
    Sentence,
    SentenceRef,
    Severity,
    Story,
)
from .text import short_hash

_WELL_KNOWN = 3
"""Voices from which something shared matters more than other things shared."""


def find_shared(
    story: Story,
    sentences: Mapping[str, tuple[Sentence, ...]],
    alignments: Sequence[Alignment],
    groups: Sequence[Group],
) -> tuple[Finding, ...]:
    """Shared and unique findings of a story: shared first, by severity, then page id and place.

    - shared: a group with sentences of two articles or more, its confidence the group's score;
    - unique: the sentences of one block that no other article tells, its confidence that of the
      article's cleaning. A sentence that is linked in the review band only is neither, nor is one
      that only announces others: a headline, a sub-heading, "Key points:".

    A sub-heading or such a line is no telling: a sentence that has no more than that elsewhere is
    not shared, and may be unique.

    A story of one article has none: where nothing was compared, nothing is only here. Two articles
    of one outlet are compared like any others.
    """
    if len(story.articles) < 2:
        return ()
    said = {one.ref: one for some in sentences.values() for one in some}
    silent = {ref for one in story.articles for ref in labels(one, sentences[one.page.id])}
    shared = []
    for group in groups:
        telling = [ref for ref in group.sentences if ref not in silent] or group.sentences
        if len({ref.article for ref in telling}) > 1:
            shared.append((group, telling))
    met = {ref for _, telling in shared for ref in telling}
    for link in (link for pair in alignments for link in pair.links):
        if silent.isdisjoint((link.left, link.right)):
            met |= {link.left, link.right}
    for article in story.articles:
        met |= announcements(article, sentences[article.page.id])
    alone: dict[BlockRef, list[Sentence]] = {}
    for ref in sorted(said.keys() - met):
        alone.setdefault(BlockRef(ref.article, ref.block), []).append(said[ref])
    found = [_shared(story, group, [said[ref] for ref in telling]) for group, telling in shared]
    found.sort(key=lambda one: (one.severity is not Severity.MEDIUM, one.evidence[0].ref))
    return (*found, *(_unique(story, block, some) for block, some in alone.items()))


def _shared(story: Story, group: Group, told: Sequence[Sentence]) -> Finding:
    evidence = _evidence(told)
    pages = sorted({one.ref.article for one in evidence})
    return Finding(
        id=short_hash("shared", *pages, _place(evidence[0].ref)),
        digest=short_hash(*(one.text for one in told)),
        kind=FindingKind.SHARED,
        severity=Severity.MEDIUM if group.voices >= _WELL_KNOWN else Severity.LOW,
        confidence=group.score,
        evidence=evidence,
        check="shared",
        reason=_shared_reason(_outlets(story, pages), group.voices),
    )


def _unique(story: Story, block: BlockRef, told: Sequence[Sentence]) -> Finding:
    article = next(one for one in story.articles if one.page.id == block.article)
    return Finding(
        id=short_hash("unique", block.article, str(block.block)),
        digest=short_hash(*(one.text for one in told)),
        kind=FindingKind.UNIQUE,
        severity=Severity.LOW,
        confidence=article.confidence,
        evidence=_evidence(told),
        check="unique",
        reason=f"Only {article.page.outlet} tells this.",
    )


def _evidence(told: Iterable[Sentence]) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(ref=one.ref, span=one.span, value=None, position=0)
        for one in sorted(told, key=lambda one: one.ref)
    )


def _place(ref: SentenceRef) -> str:
    return f"{ref.block}.{ref.sentence}"


def _outlets(story: Story, pages: Sequence[str]) -> list[str]:
    """The outlets of these pages, each once, in the order of pages."""
    outlet = {article.page.id: article.page.outlet for article in story.articles}
    return list(dict.fromkeys(outlet[page] for page in pages))


def _shared_reason(outlets: Sequence[str], voices: int) -> str:
    if len(outlets) == 1:
        return f"Several articles of {outlets[0]} tell this."
    names = f"{', '.join(outlets[:-1])} and {outlets[-1]}"
    if voices == len(outlets):
        return f"{names} tell this."
    if voices == 1:
        return f"{names} tell this; they print one text: one voice."
    return f"{names} tell this: {voices} voices, for some of them print one text."
