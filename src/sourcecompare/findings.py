"""What outlets share and what only one of them tells, as findings."""

from collections.abc import Iterable, Mapping, Sequence, Set

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
from .versions import newest

Refs = Sequence[SentenceRef]

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

    Versions of one article are one article: what only they tell is unique, with the place in each
    of them as evidence, and the reason says what the newest added or dropped. A story of nothing
    else has these changes alone.

    A sub-heading or such a line is no telling: a sentence that has no more than that elsewhere is
    not shared, and may be unique.

    A story of one article has none: where nothing was compared, nothing is only here. Two articles
    of one outlet, if they are no versions, are compared like any others.
    """
    if len(story.articles) < 2:
        return ()
    silent = {ref for one in story.articles for ref in labels(one, sentences[one.page.id])}
    quiet = {ref for one in story.articles for ref in announcements(one, sentences[one.page.id])}
    newer = newest(story.versions)
    said = {one.ref: one for some in sentences.values() for one in some}
    shared: list[tuple[Group, Refs]] = []
    same: list[Refs] = []
    for group in groups:
        telling = [ref for ref in group.sentences if ref not in silent] or group.sentences
        if len(_sources(telling, newer)) > 1:
            shared.append((group, telling))
        else:
            same.append(telling)
    met = {ref for _, telling in shared for ref in telling}
    for pair in alignments:
        for ends in ((link.left, link.right) for link in pair.links):
            if silent.isdisjoint(ends) and len(_sources(ends, newer)) > 1:
                met.update(ends)
            elif silent.isdisjoint(ends):
                same.append(ends)
    found = [_shared(story, group, [said[ref] for ref in telling]) for group, telling in shared]
    found.sort(key=lambda one: (one.severity is not Severity.MEDIUM, one.evidence[0].ref))
    alone = _alone(sorted(said.keys() - quiet), same, met)
    return (*found, *_uniques(story, [[said[ref] for ref in told] for told in alone]))


def _sources(refs: Refs, newer: Mapping[str, str]) -> set[str]:
    """The articles of these sentences, all versions of one counted once."""
    return {newer.get(ref.article, ref.article) for ref in refs}


def _alone(
    refs: Sequence[SentenceRef], same: Iterable[Refs], met: Set[SentenceRef]
) -> list[list[SentenceRef]]:
    """Sentences that no other article tells, those that `same` versions of one tell together.

    What one version has in common with another article, all versions that tell it have.
    """
    together = {ref: [ref] for ref in refs}
    for some in same:
        if len({ref.article for ref in some}) < 2:
            continue
        told = [ref for ref in some if ref in together]
        for ref in told[1:]:
            joined, other = together[told[0]], together[ref]
            if joined is not other:
                joined += other
                together.update(dict.fromkeys(other, joined))
    once = {id(told): told for told in together.values()}
    return [told for told in once.values() if met.isdisjoint(told)]


def _uniques(story: Story, alone: Iterable[Sequence[Sentence]]) -> list[Finding]:
    """A finding for each block of the newest version that tells something alone, by place.

    Where all articles are versions of one, only what changed between them is one.
    """
    versions = {page: some for some in story.versions for page in some}
    compared = {versions.get(one.page.id, one.page.id) for one in story.articles}
    found: dict[tuple[BlockRef, str], list[Sentence]] = {}
    for told in alone:
        pages = {one.ref.article for one in told}
        order = versions.get(told[0].ref.article, (told[0].ref.article,))
        newest_page = next(page for page in reversed(order) if page in pages)
        block = min(one.ref.block for one in told if one.ref.article == newest_page)
        change = _change(order, pages)
        if change or len(compared) > 1:
            found.setdefault((BlockRef(newest_page, block), change), []).extend(told)
    return [_unique(story, *place, some) for place, some in sorted(found.items())]


def _change(versions: Sequence[str], pages: Set[str]) -> str:
    """What became of something that these of an article's versions tell; "" if nothing did."""
    if versions[-1] not in pages:
        return "the newest version of its article leaves it out"
    if versions[0] not in pages:
        return "a newer version of its article added it"
    return ""


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


def _unique(story: Story, block: BlockRef, change: str, told: Sequence[Sentence]) -> Finding:
    article = next(one for one in story.articles if one.page.id == block.article)
    evidence = _evidence(told)
    texts = {one.ref: one.text for one in told}
    return Finding(
        id=short_hash("unique", block.article, str(block.block), *([change] if change else [])),
        digest=short_hash(*(texts[one.ref] for one in evidence)),
        kind=FindingKind.UNIQUE,
        severity=Severity.LOW,
        confidence=article.confidence,
        evidence=evidence,
        check="unique",
        reason=f"Only {article.page.outlet} tells this{f'; {change}' if change else ''}.",
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
        return f"{names} tell this; their articles share much of one text: one voice."
    return f"{names} tell this: {voices} voices, for some of the articles share much of one text."
