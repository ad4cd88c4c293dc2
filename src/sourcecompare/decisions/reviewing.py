"""Decisions laid on a whole run: all that a report has to say of them, story by story."""

from collections.abc import Mapping
from dataclasses import dataclass

from sourcecompare.model import Comparison, Decision, Decisions, Mark, Run

from .changes import Changes, changes, lost_stories
from .places import Fate, PlacedMark, PlacedRestoration, place_mark, place_restoration
from .standing import Standing, find_gone, outdated, speaks, standings


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryReview:
    """What editors decided about one story."""

    standings: Mapping[str, Standing]
    """of each finding, by its id and in the order of the findings"""
    gone: tuple[Decision, ...]
    """on findings of this story that are no more"""
    marks: tuple[PlacedMark, ...]
    restorations: tuple[PlacedRestoration, ...]
    """on pages of this story, by page id, then the place that was recorded"""
    changes: Changes | None
    """None where no earlier run was given"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many entries of the decisions came to what; what was taken back is not counted."""

    applied: int
    stale: int
    """verdicts on evidence that changed; words that have not one place; rejected pages"""
    gone: int
    """on findings, stories and pages that are no more"""
    pending: int
    """restorations that the run was made without"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """What editors decided, laid on a run; every entry is in it, but for what was taken back."""

    stories: Mapping[str, StoryReview]
    """by story id, one for each comparison"""
    gone: tuple[Decision, ...]
    """on findings of stories that are not in the run"""
    gone_marks: tuple[Mark, ...]
    """of stories that are not in the run"""
    restorations: tuple[PlacedRestoration, ...]
    """on pages that are in no story: rejected or gone"""
    lost: tuple[Comparison, ...]
    """stories that only the earlier run has, by id"""
    tally: Tally


def review(run: Run, decisions: Decisions | None = None, since: Run | None = None) -> Review:
    """All that a report says of decisions and of an earlier run; without both, all is open."""
    decisions = decisions or Decisions()
    results = {result.page.id: result for result in run.results}
    restored = [place_restoration(one, results.get(one.page)) for one in decisions.restored]
    gone = find_gone(decisions, run.comparisons)
    stories = {
        one.story.id: _story(one, run, decisions, gone, restored, since) for one in run.comparisons
    }
    told = {article.page.id for one in run.comparisons for article in one.story.articles}
    gone_marks = tuple(mark for mark in decisions.missed if mark.story not in stories)
    return Review(
        stories=stories,
        gone=tuple(one for one in gone if one.story not in stories),
        gone_marks=gone_marks,
        restorations=tuple(one for one in restored if one.restoration.page not in told),
        lost=lost_stories(run, since) if since else (),
        tally=_tally(
            run,
            [one for one in decisions.findings if speaks(one)],
            [mark for story in stories.values() for mark in story.marks],
            restored,
            len(gone) + len(gone_marks),
        ),
    )


def _story(
    comparison: Comparison,
    run: Run,
    decisions: Decisions,
    gone: tuple[Decision, ...],
    restored: list[PlacedRestoration],
    since: Run | None,
) -> StoryReview:
    story = comparison.story
    pages = {article.page.id for article in story.articles}
    return StoryReview(
        standings=standings(decisions, comparison),
        gone=tuple(one for one in gone if one.story == story.id),
        marks=tuple(place_mark(mark, story) for mark in decisions.missed if mark.story == story.id),
        restorations=tuple(one for one in restored if one.restoration.page in pages),
        changes=changes(comparison, run, since) if since else None,
    )


def _tally(
    run: Run,
    said: list[Decision],
    marks: list[PlacedMark],
    restored: list[PlacedRestoration],
    gone: int,
) -> Tally:
    found = {finding.id: finding for one in run.comparisons for finding in one.findings}
    known = [outdated(one, found[one.id]) for one in said if one.id in found]
    old = known + [mark.stale for mark in marks]
    fates = [one.fate for one in restored]
    return Tally(
        applied=old.count(False) + fates.count(Fate.APPLIED),
        stale=old.count(True) + fates.count(Fate.STALE) + fates.count(Fate.REJECTED),
        gone=gone + fates.count(Fate.GONE),
        pending=fates.count(Fate.PENDING),
    )
