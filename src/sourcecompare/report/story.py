"""One story's page, and the index that leads to all of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Any

from sourcecompare.decisions import NEEDS_EDITOR, Review, StoryReview, as_record
from sourcecompare.model import (
    Article,
    Comparison,
    Decisions,
    Finding,
    FindingKind,
    Gaps,
    Quoting,
    Rejected,
    Rule,
    Run,
    Sentence,
    Severity,
    Story,
)
from sourcecompare.reuse import read_voices
from sourcecompare.text import slug
from sourcecompare.values import is_read

from .alone import unique
from .cards import cards
from .decided import history_of, lost_decisions
from .excerpts import opening
from .handmade import marked_cards
from .marks import Comparer
from .overview import overview, shares
from .passages import Context, disputed, passages
from .provenance import origin, rejected_page
from .removals import removed, retold
from .reprints import reprints
from .rows import Arrangement, arrange, homes, rows_of
from .sources import Source, sources, unique_slugs
from .span import time_span
from .view import Compared, IndexView, Share, StoryView
from .wording import KINDS_COMPARED, when

_WAITING = frozenset(status.value for status in NEEDS_EDITOR)


def story_views(
    run: Run,
    review: Review,
    decisions: Decisions | None = None,
    gaps: Mapping[str, Gaps] | None = None,
) -> tuple[StoryView, ...]:
    """The stories in the run's order, each with the pages that were rejected beside it."""
    names = unique_slugs([comparison.story.id for comparison in run.comparisons])
    folders = _folders(run)
    given = [
        _Given(
            comparison=comparison,
            file=f"story-{names[comparison.story.id]}.html",
            rejected=_beside(comparison.story, folders),
            decided=review.stories[comparison.story.id],
            decisions=_own(decisions or Decisions(), comparison, run.settings.quoting),
            gaps=(gaps or {}).get(comparison.story.id, Gaps()),
        )
        for comparison in run.comparisons
    ]
    return tuple(_story(one, _bench(one.comparison, run.settings.quoting)) for one in given)


def index_view(run: Run, stories: tuple[StoryView, ...], review: Review) -> IndexView:
    """Every input of the run: in a story, rejected, in error, or ignored."""
    placed = {article.page.id for one in run.comparisons for article in one.story.articles}
    loose = [
        result
        for result in run.results
        if isinstance(result, Article) and result.page.id not in placed
    ]
    return IndexView(
        stories=tuple(sorted(stories, key=_urgency)),
        pages=len(run.results),
        rejected=tuple(rejected_page(one) for one in run.results if isinstance(one, Rejected)),
        errors=tuple((error.path, error.detail) for error in run.errors),
        loose=tuple(origin(article, article.page.outlet) for article in loose),
        ignored=run.ignored,
        gone=lost_decisions(review),
        lost=tuple(one.story.title or slug(one.story.id) for one in review.lost),
    )


def _own(decisions: Decisions, comparison: Comparison, quoting: Quoting) -> Decisions:
    """What was decided about this story, its findings and its pages.

    A page of excerpts does not hand on whole lines either: they are found by their beginnings.
    """
    story = comparison.story
    pages = {article.page.id for article in story.articles}
    known = {finding.id for finding in comparison.findings}
    return Decisions(
        findings=tuple(
            one for one in decisions.findings if one.id in known or one.story == story.id
        ),
        restored=tuple(
            replace(one, text=opening(one.text)) if quoting is Quoting.EXCERPTS else one
            for one in decisions.restored
            if one.page in pages
        ),
        missed=tuple(one for one in decisions.missed if one.story == story.id),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Given:
    """What is known of a story."""

    comparison: Comparison
    file: str
    rejected: Sequence[Rejected]
    """pages beside it"""
    decided: StoryReview
    decisions: Decisions
    """those on this story"""
    gaps: Gaps


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bench:
    """What the sections of its page are made with."""

    findings: Sequence[Finding]
    """in page order"""
    arrangement: Arrangement
    context: Context


def _bench(comparison: Comparison, quoting: Quoting) -> _Bench:
    story = comparison.story
    findings = sorted(comparison.findings, key=lambda one: ([e.ref for e in one.evidence], one.id))
    desk = sources(story, quoting)
    arrangement = arrange(comparison.alignments, desk)
    said = {page: _said(source) for page, source in desk.items()}
    context = Context(
        desk=desk,
        compare=Comparer(desk),
        seats=arrangement.seats,
        voices=read_voices(story.articles, said, comparison.reuse),
        disputed=disputed(findings),
    )
    return _Bench(findings=findings, arrangement=arrangement, context=context)


def _story(given: _Given, bench: _Bench) -> StoryView:
    comparison, story, gaps = given.comparison, given.comparison.story, given.gaps
    findings, rows, context = bench.findings, bench.arrangement, bench.context
    desk, places, voices = context.desk, homes(rows), context.voices.pages
    conflicts, updates, differs = (
        cards(findings, kind, desk, places, given.decided)
        for kind in (FindingKind.CONFLICT, FindingKind.UPDATE, FindingKind.DIFFERS)
    )
    origins = tuple(origin(one.article, one.name, one.versions) for one in desk.values())
    parts = shares(findings, desk)
    return StoryView(
        file=given.file,
        title=story.title or slug(story.id),
        span=time_span([one.article for one in desk.values() if one.is_newest]),
        outlets=len({article.page.outlet for article in story.articles}),
        voices=len(set(voices.values())),
        copies=_copies(story, voices),
        reprints=reprints(comparison.reuse, context),
        origins=origins,
        newest=tuple(one for one in origins if one.version == one.versions),
        conflicts=conflicts,
        updates=updates,
        differs=differs,
        marked=marked_cards(given.decided.marks, desk, places),
        needs=sum(card.status in _WAITING for card in conflicts),
        history=history_of(given.decided),
        compared=_compared(comparison, desk.values()),
        shares=parts,
        longest=_longest(parts, desk),
        overview=overview(findings, desk, rows_of(rows)),
        rows=passages(rows.rows, context),
        doubtful=passages(rows.doubtful, context),
        unique=unique(findings, comparison.alignments, gaps, desk, places),
        removed=tuple(removed(source) for source in desk.values()),
        retold=retold(gaps.overlooked, desk, places),
        rejected=tuple(map(rejected_page, given.rejected)),
        facts=_facts(story, given.file, desk),
        decided=as_record(given.decisions),
    )


def _longest(parts: Sequence[Share], desk: Mapping[str, Source]) -> Share | None:
    """The share of the newest article with most text."""
    told = [
        (len(source.article.text), part)
        for part, source in zip(parts, desk.values(), strict=True)
        if source.is_newest
    ]
    return max(told, key=lambda one: one[0])[1] if told else None


def _facts(story: Story, file: str, desk: Mapping[str, Source]) -> dict[str, Any]:
    pages = {
        source.slug: {"id": page, "name": source.name, "url": source.link, **_cited(source.article)}
        for page, source in desk.items()
    }
    return {"story": story.id, "file": file, "rules": list(Rule), "pages": pages}


def _cited(article: Article) -> dict[str, str]:
    """What a citation names beside outlet and address, as far as it is known."""
    published, retrieved = article.published, article.page.retrieved
    told = {
        "title": article.title,
        "published": when(published) if published else "",
        "retrieved": retrieved and retrieved[: len("2025-09-03")],
    }
    return {key: text for key, text in told.items() if text}


def _urgency(story: StoryView) -> tuple[int, int, int, str]:
    """What an editor should open first: grave conflicts, then many, then news of any sort."""
    waiting = [card for card in story.conflicts if card.status in _WAITING]
    grave = sum(card.severity == Severity.HIGH.value for card in waiting)
    others = len(story.updates) + len(story.differs)
    return -grave, -len(waiting), -others, story.file


def _said(source: Source) -> tuple[Sentence, ...]:
    return tuple(source.sentences.values())


def _copies(story: Story, voice: Mapping[str, int]) -> tuple[tuple[str, ...], ...]:
    """The outlets of each voice that several of them share, by name."""
    outlets: dict[int, set[str]] = {}
    for article in story.articles:
        outlets.setdefault(voice[article.page.id], set()).add(article.page.outlet)
    return tuple(sorted(tuple(sorted(names)) for names in outlets.values() if len(names) > 1))


def _compared(comparison: Comparison, desk: Iterable[Source]) -> Compared:
    members = list(desk)
    links = [link for alignment in comparison.alignments for link in alignment.links]
    linked = {ref for link in links for ref in (link.left, link.right)}
    return Compared(
        articles=len({source.versions for source in members}),
        sentences=sum(len(source.sentences) for source in members),
        pairs=len(links),
        kinds=KINDS_COMPARED,
        alone=tuple(
            (source.name, len(source.sentences.keys() - linked), len(source.sentences))
            for source in members
        ),
        undated=tuple(source.name for source in members if not source.article.published),
        unread=tuple(
            (source.name, source.article.language or "")
            for source in members
            if not is_read(source.article.language, (one.text for one in _said(source)))
        ),
    )


def _folders(run: Run) -> dict[str, list[Rejected]]:
    found: dict[str, list[Rejected]] = {}
    for result in run.results:
        if isinstance(result, Rejected):
            found.setdefault(_folder(result.page.id), []).append(result)
    return found


def _folder(page: str) -> str:
    return str(PurePosixPath(page).parent)


def _beside(story: Story, folders: dict[str, list[Rejected]]) -> list[Rejected]:
    """The rejected pages that lie in a folder with one of the story's pages.

    The input folder itself says nothing about what belongs together.
    """
    own = {_folder(article.page.id) for article in story.articles} - {"."}
    return [rejected for folder in sorted(own) for rejected in folders.get(folder, ())]
