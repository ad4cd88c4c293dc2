"""One story's page, and the index that leads to all of them."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any

from sourcecompare.decisions import NEEDS_EDITOR, Review, StoryReview, as_record
from sourcecompare.model import (
    Article,
    Comparison,
    Decisions,
    FindingKind,
    Gaps,
    Quoting,
    Rejected,
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
from .decided import desk_of, lost_decisions
from .handmade import marked_cards
from .marks import Comparer
from .overview import overview, shares
from .passages import Context, disputed, passages
from .provenance import origin, rejected_page
from .removals import removed, retold
from .reprints import reprints
from .rows import arrange, homes, rows_of
from .sources import Source, sources, unique_slugs
from .span import time_span
from .view import Compared, IndexView, StoryView
from .wording import KINDS_COMPARED

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
    return tuple(
        replace(
            _story(
                comparison,
                f"story-{names[comparison.story.id]}.html",
                folders,
                review.stories[comparison.story.id],
                run.settings.quoting,
                (gaps or {}).get(comparison.story.id, Gaps()),
            ),
            decided=as_record(_own(decisions or Decisions(), comparison)),
        )
        for comparison in run.comparisons
    )


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


def _own(decisions: Decisions, comparison: Comparison) -> Decisions:
    """What was decided about this story, its findings and its pages."""
    story = comparison.story
    pages = {article.page.id for article in story.articles}
    known = {finding.id for finding in comparison.findings}
    return Decisions(
        findings=tuple(
            one for one in decisions.findings if one.id in known or one.story == story.id
        ),
        restored=tuple(one for one in decisions.restored if one.page in pages),
        missed=tuple(one for one in decisions.missed if one.story == story.id),
    )


def _story(
    comparison: Comparison,
    file: str,
    folders: dict[str, list[Rejected]],
    decided: StoryReview,
    quoting: Quoting,
    gaps: Gaps,
) -> StoryView:
    story = comparison.story
    findings = sorted(comparison.findings, key=lambda one: ([e.ref for e in one.evidence], one.id))
    desk = sources(story, quoting)
    arrangement = arrange(comparison.alignments, desk)
    places = homes(arrangement)
    said = {page: _said(source) for page, source in desk.items()}
    voices = read_voices(story.articles, said, comparison.reuse)
    context = Context(
        desk=desk,
        compare=Comparer(desk),
        seats=arrangement.seats,
        voices=voices,
        disputed=disputed(findings),
    )
    parts = shares(findings, desk)
    newest = [n for n, source in enumerate(desk.values()) if source.is_newest]
    longest = max(newest, key=lambda n: len(story.articles[n].text), default=None)
    conflicts = cards(findings, FindingKind.CONFLICT, desk, places, decided)
    origins = tuple(origin(one.article, one.name, one.versions) for one in desk.values())
    title = story.title or slug(story.id)
    return StoryView(
        file=file,
        title=title,
        span=time_span([one.article for one in desk.values() if one.is_newest]),
        outlets=len({article.page.outlet for article in story.articles}),
        voices=len(set(voices.pages.values())),
        copies=_copies(story, voices.pages),
        reprints=reprints(comparison.reuse, context),
        origins=origins,
        newest=tuple(one for one in origins if one.version == one.versions),
        conflicts=conflicts,
        updates=cards(findings, FindingKind.UPDATE, desk, places, decided),
        differs=cards(findings, FindingKind.DIFFERS, desk, places, decided),
        marked=marked_cards(decided.marks, desk, places),
        needs=sum(card.status in _WAITING for card in conflicts),
        desk=desk_of(decided),
        compared=_compared(comparison, desk.values()),
        shares=parts,
        longest=None if longest is None else parts[longest],
        overview=overview(findings, desk, rows_of(arrangement)),
        rows=passages(arrangement.rows, context),
        doubtful=passages(arrangement.doubtful, context),
        unique=unique(findings, comparison.alignments, gaps, desk, places),
        removed=tuple(removed(source) for source in desk.values()),
        retold=retold(gaps.overlooked, desk, places),
        rejected=tuple(rejected_page(one) for one in _beside(story, folders)),
        facts=_facts(story, title, file, desk),
        decided={},
    )


def _facts(story: Story, title: str, file: str, desk: Mapping[str, Source]) -> dict[str, Any]:
    pages = {
        source.slug: {"id": page, "name": source.name, "url": source.link}
        for page, source in desk.items()
    }
    return {"story": story.id, "title": title, "file": file, "pages": pages}


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
