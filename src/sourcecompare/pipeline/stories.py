"""Which articles make a story: what the user says, the folders, else what they tell."""

from collections.abc import Sequence
from dataclasses import replace

from sourcecompare.group import group
from sourcecompare.model import Article, Rejected, Story
from sourcecompare.store import Inputs, Sources
from sourcecompare.text import slug

from .reading import spoken


def find_stories(
    results: Sequence[Article | Rejected], listed: Inputs, sources: Sources
) -> tuple[Story, ...]:
    """One story a folder; files straight in the input folder are grouped by what they tell."""
    folders = {item.id: item.story for item in listed.pages}
    named: dict[str, list[Article]] = {}
    loose: list[Article] = []
    for result in results:
        if isinstance(result, Rejected):
            continue
        folder = sources.article(result.page.id).story or folders[result.page.id]
        if folder:
            named.setdefault(folder, []).append(result)
        else:
            loose.append(result)
    stories = [
        Story(
            id=slug(folder),
            title=sources.story_title(folder) or spoken(folder),
            articles=tuple(articles),
        )
        for folder, articles in sorted(named.items())
    ]
    return _numbered([*stories, *group(loose)])


def _numbered(stories: Sequence[Story]) -> tuple[Story, ...]:
    """The stories by id, made different where several have the same one; the first one keeps it."""
    taken = {story.id for story in stories}
    met: set[str] = set()
    named = []
    for story in stories:
        name, number = story.id, 1
        while name in met or (number > 1 and name in taken):
            number += 1
            name = f"{story.id}-{number}"
        met.add(name)
        named.append(replace(story, id=name))
    return tuple(sorted(named, key=lambda story: story.id))
