"""One story's page, and the index that leads to all of them."""

from collections.abc import Iterable
from pathlib import PurePosixPath

from sourcecompare.model import Article, Comparison, FindingKind, Rejected, Run, Story
from sourcecompare.text import slug
from sourcecompare.values import COMPARED_LANGUAGES

from .cards import cards
from .passages import homes, passages
from .provenance import origin, rejected_page, removed
from .shares import shares, unique
from .sources import Source, sources, unique_slugs
from .view import Compared, IndexView, StoryView
from .wording import KINDS_COMPARED


def story_views(run: Run) -> tuple[StoryView, ...]:
    """The stories in the run's order, each with the pages that were rejected beside it."""
    names = unique_slugs([comparison.story.id for comparison in run.comparisons])
    folders = _folders(run)
    return tuple(
        _story(comparison, f"story-{names[comparison.story.id]}.html", folders)
        for comparison in run.comparisons
    )


def index_view(run: Run, stories: tuple[StoryView, ...]) -> IndexView:
    """Every input of the run: in a story, rejected, in error, or ignored."""
    placed = {article.page.id for one in run.comparisons for article in one.story.articles}
    loose = [
        result
        for result in run.results
        if isinstance(result, Article) and result.page.id not in placed
    ]
    return IndexView(
        stories=stories,
        pages=len(run.results),
        rejected=tuple(rejected_page(one) for one in run.results if isinstance(one, Rejected)),
        errors=tuple((error.path, error.detail) for error in run.errors),
        loose=tuple(origin(article, article.page.outlet) for article in loose),
        ignored=run.ignored,
    )


def _story(comparison: Comparison, file: str, folders: dict[str, list[Rejected]]) -> StoryView:
    story, findings = comparison.story, comparison.findings
    desk = sources(story)
    places = homes(comparison, desk)
    parts = shares(findings, desk)
    longest = max(range(len(parts)), key=lambda n: len(story.articles[n].text), default=None)
    return StoryView(
        file=file,
        title=story.title or slug(story.id),
        outlets=len({article.page.outlet for article in story.articles}),
        voices=independent_voices(comparison),
        origins=tuple(origin(source.article, source.name) for source in desk.values()),
        conflicts=cards(findings, FindingKind.CONFLICT, desk, places),
        updates=cards(findings, FindingKind.UPDATE, desk, places),
        differs=cards(findings, FindingKind.DIFFERS, desk, places),
        compared=_compared(comparison, desk.values()),
        shares=parts,
        longest=None if longest is None else parts[longest],
        rows=passages(comparison, desk),
        unique=unique(findings, desk),
        removed=tuple(removed(source) for source in desk.values()),
        rejected=tuple(rejected_page(one) for one in _beside(story, folders)),
    )


def independent_voices(comparison: Comparison) -> int:
    """Outlets of the story that do not merely carry another one's text, as far as groups tell.

    A group counts copies of one text as one voice: outlets of a group with one voice are one, and
    the story has at least as many copies as any of its groups.
    """
    outlet = {article.page.id: article.page.outlet for article in comparison.story.articles}
    voice = {name: name for name in sorted(set(outlet.values()))}
    copies = 0
    for group in comparison.groups:
        names = {outlet[ref.article] for ref in group.sentences}
        copies = max(copies, len(names) - group.voices)
        if group.voices == 1:
            joined = {voice[name] for name in names}
            voice = {name: min(joined) if own in joined else own for name, own in voice.items()}
    return min(len(set(voice.values())), len(voice) - copies)


def _compared(comparison: Comparison, desk: Iterable[Source]) -> Compared:
    members = list(desk)
    unread = [
        (source.name, source.article.language or "")
        for source in members
        if source.article.language
        and source.article.language.split("-")[0].lower() not in COMPARED_LANGUAGES
    ]
    return Compared(
        articles=len(members),
        sentences=sum(len(source.sentences) for source in members),
        pairs=sum(len(alignment.links) for alignment in comparison.alignments),
        kinds=KINDS_COMPARED,
        unread=tuple(unread),
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
