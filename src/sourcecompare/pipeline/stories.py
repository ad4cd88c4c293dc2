"""Which articles make a story: what the user says, the folders, else what they tell."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sourcecompare.group import group
from sourcecompare.model import Article, Rejected, Story
from sourcecompare.store import Inputs, Sources
from sourcecompare.text import slug
from sourcecompare.versions import find_versions

from .reading import spoken


def find_stories(
    results: Sequence[Article | Rejected], listed: Inputs, sources: Sources
) -> tuple[Story, ...]:
    """One story a folder; files straight in the input folder are grouped by what they tell.

    A story that an article names takes the article out of all that. Where no folder has that
    name, it is the grouped story with that id, which is what its page is called after, or a new
    one. A page that is called a version of another goes where that one goes.
    """
    folders = {item.id: item.story for item in listed.pages}
    names = set(folders.values())
    articles = {one.page.id: one for one in results if isinstance(one, Article)}
    of_folder: dict[str, list[Article]] = {}
    named: dict[str, list[Article]] = {}
    loose: list[Article] = []
    followers: dict[str, list[Article]] = {}
    for page, article in articles.items():
        leader = _leader(page, articles, sources)
        name = sources.article(leader).story
        if name or folders[leader]:
            story = name or folders[leader]
            known = of_folder if story in names else named
            known.setdefault(story, []).append(article)
        elif leader != page:
            followers.setdefault(leader, []).append(article)
        else:
            loose.append(article)
    grouped = [_joined(story, followers) for story in group(loose)]
    stories = [_story(folder, some, sources) for folder, some in sorted(of_folder.items())]
    for name, some in sorted(named.items()):
        found = next((one for one in grouped if one.id == slug(name)), None)
        if found is None:
            stories.append(_story(name, some, sources))
        else:
            grouped.remove(found)
            title = sources.story_title(name) or found.title
            stories.append(replace(found, title=title, articles=(*found.articles, *some)))
    said = {page: one.version_of for page, one in sources.articles.items() if one.version_of}
    return tuple(_told(story, said) for story in _numbered([*stories, *grouped]))


def _leader(page: str, articles: Mapping[str, Article], sources: Sources) -> str:
    """The page that this one follows into its story: the newest of its versions, as told."""
    newer = sources.article(page).version_of
    while newer and newer != page and newer in articles and not sources.article(page).story:
        page, newer = newer, sources.article(newer).version_of
    return page


def _story(name: str, articles: Sequence[Article], sources: Sources) -> Story:
    title = sources.story_title(name) or spoken(name)
    return Story(id=slug(name), title=title, articles=tuple(articles))


def _joined(story: Story, followers: Mapping[str, Sequence[Article]]) -> Story:
    """The story with those that follow its articles."""
    more = [one for each in story.articles for one in followers.get(each.page.id, ())]
    return replace(story, articles=(*story.articles, *more))


def _told(story: Story, said: Mapping[str, str]) -> Story:
    """The story with its articles by page id, and with the versions among them."""
    articles = tuple(sorted(story.articles, key=lambda one: one.page.id))
    return replace(story, articles=articles, versions=find_versions(articles, said))


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
