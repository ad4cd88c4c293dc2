"""What outlets share and what only one of them tells, as findings.

Versions of one article are one article: what only they tell is unique, with the place in each of
them as evidence, and the reason says what the newest added or dropped. A story of nothing else has
these changes alone.

A sub-heading or a line that only announces is no telling: a sentence that has no more than that
elsewhere is not shared, and may be unique.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence, Set

from sourcecompare.headings import announcements, labels
from sourcecompare.model import (
    Alignment,
    Core,
    Evidence,
    Finding,
    FindingKind,
    Group,
    Kind,
    Sentence,
    SentenceRef,
    Severity,
    Story,
)
from sourcecompare.similarity import SCORERS, Scorer, Scores, score_story
from sourcecompare.text import short_hash
from sourcecompare.versions import newest

from .alone import UNLIKE, Told, told_alone
from .likely import likeliest, likeliest_in
from .reasons import shared_reason, unique_reason

__all__ = ["find_shared"]

_WELL_KNOWN = 3
"""Voices from which something shared matters more than other things shared."""


def find_shared(
    story: Story,
    sentences: Mapping[str, tuple[Sentence, ...]],
    alignments: Sequence[Alignment],
    groups: Sequence[Group],
    *,
    scorers: Sequence[Scorer] = SCORERS,
    scores: Scores | None = None,
) -> tuple[Finding, ...]:
    """Shared and unique findings of a story: shared first, by severity, then page id and place.

    - shared: a group's core with sentences of two articles or more, its confidence the core's
      score; where all outlets but one tell it, and no sentence of that one is like it, the reason
      says so;
    - unique: the sentences of one block that are like none of another article, its confidence that
      of the article's cleaning or the chance that they are told nowhere else, whichever is less.
      What may be told elsewhere, by its score, a link or a group, is neither shared nor unique, nor
      is what only announces others: a headline, a sub-heading, "Key points:".

    A story of one article has none: where nothing was compared, nothing is only here. Two articles
    of one outlet, if they are no versions, are compared like any others. `scores` are made of the
    sentences with `scorers` unless they are handed in.
    """
    if len(story.articles) < 2:
        return ()
    scores = scores or score_story(sentences, scorers=scorers)
    silent = {ref for one in story.articles for ref in labels(one, sentences[one.page.id])}
    quiet = {ref for one in story.articles for ref in announcements(one, sentences[one.page.id])}
    newer = newest(story.versions)
    said = {one.ref: one for some in sentences.values() for one in some}
    shared, told = _told(alignments, groups, silent, newer)
    found = [
        _shared(story, core, [said[ref] for ref in telling], scores, silent)
        for core, telling in shared
    ]
    found.sort(key=lambda one: (one.severity is not Severity.MEDIUM, one.evidence[0].ref))
    best = likeliest(scores, silent, newer)
    alone = told_alone(story, sorted(said.keys() - quiet), told, best)
    for place in sorted(alone):
        told_here = [said[ref] for ref in alone[place]]
        chance = max(best[one.ref] for one in told_here)
        found.append(_unique(story, place.page, place.block, place.change, told_here, 1.0 - chance))
    return tuple(found)


def _told(
    alignments: Sequence[Alignment],
    groups: Sequence[Group],
    silent: Set[SentenceRef],
    newer: Mapping[str, str],
) -> tuple[list[tuple[Core, Sequence[SentenceRef]]], Told]:
    """What several articles surely tell, and what is told elsewhere or in another version."""

    def sources(refs: Iterable[SentenceRef]) -> set[str]:
        return {newer.get(ref.article, ref.article) for ref in refs if ref not in silent}

    shared: list[tuple[Core, Sequence[SentenceRef]]] = []
    elsewhere: set[SentenceRef] = set()
    versions: list[Sequence[SentenceRef]] = []
    for group in groups:
        if len(sources(group.sentences)) > 1:
            elsewhere.update(group.sentences)
        for core in group.cores:
            telling = [ref for ref in core.sentences if ref not in silent] or core.sentences
            if len({newer.get(ref.article, ref.article) for ref in telling}) > 1:
                shared.append((core, telling))
            else:
                versions.append(telling)
    for pair in alignments:
        for ends in ((link.left, link.right) for link in pair.links):
            if silent.isdisjoint(ends) and len(sources(ends)) > 1:
                elsewhere.update(ends)
            elif silent.isdisjoint(ends):
                versions.append(ends)
    return shared, Told(elsewhere=frozenset(elsewhere), versions=tuple(versions))


def _shared(
    story: Story,
    core: Core,
    told: Sequence[Sentence],
    scores: Scores,
    silent: Collection[SentenceRef],
) -> Finding:
    evidence = _evidence(told)
    pages = sorted({one.ref.article for one in evidence})
    outlets = _outlets(story, pages)
    missing = [name for name in _outlets(story) if name not in outlets]
    if len(missing) == 1 and len(outlets) > 1:
        lacking = {one.page.id for one in story.articles if one.page.outlet == missing[0]}
        chance = likeliest_in(scores, [one.ref for one in told], lacking, silent)
        missing = missing if chance < UNLIKE else []
    else:
        missing = []
    return Finding(
        id=short_hash("shared", *pages, _place(evidence[0].ref)),
        digest=short_hash(*(one.text for one in told)),
        kind=FindingKind.SHARED,
        severity=Severity.MEDIUM if core.voices >= _WELL_KNOWN else Severity.LOW,
        confidence=core.score,
        evidence=evidence,
        check="shared",
        reason=shared_reason(outlets, core.voices, [one.text for one in told], missing=missing),
    )


def _unique(
    story: Story, page: str, block: int, change: str, told: Sequence[Sentence], chance: float
) -> Finding:
    article = next(one for one in story.articles if one.page.id == page)
    evidence = _evidence(told)
    texts = {one.ref: one.text for one in told}
    kinds = {one.index: one.kind for one in article.page.blocks}
    caption = kinds.get(block) is Kind.CAPTION
    return Finding(
        id=short_hash("unique", page, str(block), *([change] if change else [])),
        digest=short_hash(*(texts[one.ref] for one in evidence)),
        kind=FindingKind.UNIQUE,
        severity=Severity.LOW,
        confidence=min(article.confidence, round(chance, 6)),
        evidence=evidence,
        check="unique",
        reason=unique_reason(article.page.outlet, change, caption=caption),
    )


def _evidence(told: Iterable[Sentence]) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(ref=one.ref, span=one.span, value=None, position=0)
        for one in sorted(told, key=lambda one: one.ref)
    )


def _place(ref: SentenceRef) -> str:
    return f"{ref.block}.{ref.sentence}"


def _outlets(story: Story, pages: Collection[str] | None = None) -> list[str]:
    """The outlets of these pages, or of all, each once, in the order of pages."""
    names = [one.page.outlet for one in story.articles if pages is None or one.page.id in pages]
    return list(dict.fromkeys(names))
