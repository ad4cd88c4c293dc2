"""How much is compared at once: time and memory grow with the square of it."""

from collections.abc import Callable, Mapping, Sequence

from sourcecompare.errors import SettingError
from sourcecompare.model import Article, Rejected, Sentence, Story
from sourcecompare.sentences import sentences

from .reading import MOST_SENTENCES, too_complex

MOST_TOGETHER = 25_000
"""Sentences of a story that are compared, six times those of fifty outlets of forty paragraphs
(docs/PERFORMANCE.md says what they take)."""

Results = tuple[Article | Rejected, ...]


def comparable_together(
    results: Results, find: Callable[[Results], tuple[Story, ...]]
) -> tuple[Results, tuple[Story, ...]]:
    """The results and the stories that `find` makes of them, none of which is too long.

    Of a story that is, the longest articles are rejected, one by one. Of equally long ones the text
    decides, so that the order and the names of outlets have no say.
    """
    stories = find(results)
    while over := {page: count for story in stories for page, count in _over(story)}:
        results = tuple(
            too_complex(one.page, _detail(over[one.page.id])) if one.page.id in over else one
            for one in results
        )
        stories = find(results)
    return results, stories


def check(told: Mapping[str, Sequence[Sentence]]) -> None:
    """Refuse what would take hours, or more memory than there is.

    Raises:
        SettingError: an article has too many sentences, or all of them together have.
    """
    for page, some in sorted(told.items()):
        if len(some) > MOST_SENTENCES:
            raise SettingError(
                f"compare takes articles of {MOST_SENTENCES:,} sentences at most, but {page!r} "
                f"has {len(some):,}; cut it into several."
            )
    total = sum(map(len, told.values()))
    if total > MOST_TOGETHER:
        raise SettingError(
            f"compare takes {MOST_TOGETHER:,} sentences at most, but the {len(told)} articles "
            f"have {total:,} together; leave some out."
        )


def _over(story: Story) -> list[tuple[str, int]]:
    """Pages that make a story too long, with the number of their sentences."""
    if sum(len(one.text) for one in story.articles) < MOST_TOGETHER:
        return []  # no sentence is shorter than a character
    counts = {one.page.id: len(sentences(one)) for one in story.articles}
    total = sum(counts.values())
    found = []
    for one in sorted(
        story.articles, key=lambda one: (-counts[one.page.id], one.text, one.page.id)
    ):
        if total <= MOST_TOGETHER:
            break
        total -= counts[one.page.id]
        found.append((one.page.id, counts[one.page.id]))
    return found


def _detail(count: int) -> str:
    return (
        f"The articles of its story have more than {MOST_TOGETHER:,} sentences together, the most "
        f"that are compared, and it is one of the longest ({count:,}). Divide the story, or cut "
        "the page."
    )
