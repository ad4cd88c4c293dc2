"""What outlets share and what only one of them tells, as findings."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from .headings import announcements, labels
from .model import (
    Alignment,
    BlockRef,
    Core,
    Evidence,
    Finding,
    FindingKind,
    Group,
    Sentence,
    SentenceRef,
    Severity,
    Story,
)
from .similarity import SCORERS, Scorer, Scores, score_story
from .text import short_hash

UNLIKE = 0.2
"""Chance below which no other article's sentence tells the same as one: of paragraphs called unique
so, 85 % had no counterpart marked on the events that scores were fitted on, 88 % on those held out;
of all that are in no group and not linked, 60 %."""

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
      score;
    - unique: the sentences of one block that are like none of another article, its confidence that
      of the article's cleaning or the chance that they are told nowhere else, whichever is less.
      What may be told elsewhere, by its score, a link or a group, is neither shared nor unique, nor
      is what only announces others: a headline, a sub-heading, "Key points:".

    `scores` are made of the sentences with `scorers` unless they are handed in.

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
    met: set[SentenceRef] = set()
    for group in groups:
        for core in group.cores:
            telling = [ref for ref in core.sentences if ref not in silent] or core.sentences
            if len({ref.article for ref in telling}) > 1:
                shared.append((core, telling))
        if len({ref.article for ref in group.sentences if ref not in silent}) > 1:
            met.update(group.sentences)
    for link in (link for pair in alignments for link in pair.links):
        if silent.isdisjoint((link.left, link.right)):
            met |= {link.left, link.right}
    for article in story.articles:
        met |= announcements(article, sentences[article.page.id])
    likeliest = _likeliest(scores or score_story(sentences, scorers=scorers), silent)
    alone: dict[BlockRef, list[Sentence]] = {}
    for ref in sorted(said.keys() - met):
        if likeliest[ref] < UNLIKE:
            alone.setdefault(BlockRef(ref.article, ref.block), []).append(said[ref])
    found = [_shared(story, core, [said[ref] for ref in telling]) for core, telling in shared]
    found.sort(key=lambda one: (one.severity is not Severity.MEDIUM, one.evidence[0].ref))
    for block, some in alone.items():
        found.append(_unique(story, block, some, 1.0 - max(likeliest[one.ref] for one in some)))
    return tuple(found)


def _likeliest(scores: Scores, silent: Collection[SentenceRef]) -> Mapping[SentenceRef, float]:
    """The best score that each sentence has with one of another article that is not silent."""
    pages = sorted({ref.article for ref in scores.sentences})
    rows: dict[str, set[int]] = {page: set() for page in pages}
    for ref, row in zip(scores.sentences, scores.sentence_rows.tolist(), strict=True):
        rows[ref.article].add(row)
    telling = {
        (ref.article, row)
        for ref, row in zip(scores.sentences, scores.sentence_rows.tolist(), strict=True)
        if ref not in silent
    }
    often = Counter(row for _, row in telling)
    found: dict[tuple[str, int], float] = {}
    for page in pages:
        own = sorted(rows[page])
        others = [row for row in sorted(often) if often[row] > ((page, row) in telling)]
        if others:
            best = scores.by_sentence[own][:, others].max(axis=1).toarray().ravel().tolist()
            found |= {(page, row): score for row, score in zip(own, best, strict=True)}
    return {
        ref: found.get((ref.article, row), 0.0)
        for ref, row in zip(scores.sentences, scores.sentence_rows.tolist(), strict=True)
    }


def _shared(story: Story, core: Core, told: Sequence[Sentence]) -> Finding:
    evidence = _evidence(told)
    pages = sorted({one.ref.article for one in evidence})
    return Finding(
        id=short_hash("shared", *pages, _place(evidence[0].ref)),
        digest=short_hash(*(one.text for one in told)),
        kind=FindingKind.SHARED,
        severity=Severity.MEDIUM if core.voices >= _WELL_KNOWN else Severity.LOW,
        confidence=core.score,
        evidence=evidence,
        check="shared",
        reason=_shared_reason(_outlets(story, pages), core.voices),
    )


def _unique(story: Story, block: BlockRef, told: Sequence[Sentence], confidence: float) -> Finding:
    article = next(one for one in story.articles if one.page.id == block.article)
    return Finding(
        id=short_hash("unique", block.article, str(block.block)),
        digest=short_hash(*(one.text for one in told)),
        kind=FindingKind.UNIQUE,
        severity=Severity.LOW,
        confidence=min(article.confidence, round(confidence, 6)),
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
