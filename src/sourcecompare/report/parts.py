"""A story's page; in linked pages where it would be too large for one."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from .view import CutRun, Link, StoryView

Item = TypeVar("Item")

PAGE_BYTES = 5_000_000
"""Size from which a story is told on several pages: browsers open it in a second or two, and mail
takes it. Our judgement."""

OVERVIEW = ("conflicts", "overview", "sources")
"""Sections that stay together on the first page."""

ORDER = (
    "conflicts",
    "overview",
    "reprints",
    "passages",
    "doubtful",
    "unique",
    "removed",
    "sources",
)
"""All sections as they follow each other where they stand on one page."""

# Our own markup only: a quotation mark in a scraped text is escaped and ends no attribute.
_ID = re.compile(r' id="([^"]*)"')
_LINK = re.compile(r' href="#([^"]*)"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What stands on one page."""

    story: StoryView
    """with nothing but this page's items in the fields that were divided"""
    sections: Sequence[str]
    name: str


Draw = Callable[[Part, Sequence[Link]], str]
"""Makes the page, with links to all pages of the story."""

Divide = Callable[[StoryView], tuple[StoryView, StoryView] | None]
"""Puts half of a section's items on either side; None if it holds a single one."""


def story_files(
    story: StoryView, draw: Draw, *, limit: int, taken: Collection[str]
) -> dict[str, str]:
    """The story's page by its file name, or all of its pages: nothing is left out.

    A page has `limit` bytes or little more, unless a single item is larger: one passage, or one
    removal. Pages after the first are numbered from 2, leaving out the names that are `taken`.
    """
    whole = draw(Part(story=story, sections=ORDER, name=""), ())
    if len(whole.encode()) <= limit:
        return {story.file: whole}
    parts = [Part(story=story, sections=OVERVIEW, name="Overview")]
    for section, (name, divide) in DIVISIBLE.items():
        if (section == "doubtful" and not story.doubtful) or (
            section == "reprints" and not story.reprints
        ):
            continue
        part = Part(story=story, sections=(section,), name=name)
        found = list(_divided(part, divide, lambda one: len(draw(one, ()).encode()) <= limit))
        several = len(found) > 1
        parts += [
            replace(one, name=f"{name}, {number} of {len(found)}" if several else name)
            for number, one in enumerate(found, 1)
        ]
    names = _file_names(story.file, len(parts), taken)
    links = [Link(href=name, text=part.name) for name, part in zip(names, parts, strict=True)]
    pages = [draw(part, links) for part in parts]
    return _joined(dict(zip(names, pages, strict=True)))


def _divided(part: Part, divide: Divide, fits: Callable[[Part], bool]) -> Iterator[Part]:
    """The part, or its halves, or theirs, until each of them fits or is one item."""
    halves = None if fits(part) else divide(part.story)
    if halves is None:
        yield part
        return
    for half in halves:
        yield from _divided(replace(part, story=half), divide, fits)


def _file_names(first: str, number: int, taken: Collection[str]) -> list[str]:
    names = [first]
    following = 2
    while len(names) < number:
        name = f"{first.removesuffix('.html')}-{following}.html"
        names += [] if name in taken else [name]
        following += 1
    return names


def _joined(pages: dict[str, str]) -> dict[str, str]:
    """The pages with links to a place on another one of them led there."""
    home: dict[str, str] = {}
    own = {name: frozenset(_ID.findall(page)) for name, page in pages.items()}
    for name, ids in own.items():
        for anchor in ids:
            home.setdefault(anchor, name)

    def led(name: str, found: re.Match[str]) -> str:
        anchor = found[1]
        elsewhere = anchor not in own[name] and anchor in home
        return f' href="{home[anchor]}#{anchor}"' if elsewhere else found[0]

    return {name: _LINK.sub(partial(led, name), page) for name, page in pages.items()}


def _divide_reprints(story: StoryView) -> tuple[StoryView, StoryView] | None:
    halves = _halves(story.reprints)
    if not halves and story.reprints and (inner := _halves(story.reprints[0].twins)):
        halves = tuple((replace(story.reprints[0], twins=half),) for half in inner)
    return (
        (replace(story, reprints=halves[0]), replace(story, reprints=halves[1])) if halves else None
    )


def _divide_rows(story: StoryView) -> tuple[StoryView, StoryView] | None:
    halves = _halves(story.rows)
    return (replace(story, rows=halves[0]), replace(story, rows=halves[1])) if halves else None


def _divide_doubtful(story: StoryView) -> tuple[StoryView, StoryView] | None:
    halves = _halves(story.doubtful)
    return (
        (replace(story, doubtful=halves[0]), replace(story, doubtful=halves[1])) if halves else None
    )


def _divide_unique(story: StoryView) -> tuple[StoryView, StoryView] | None:
    halves = _halves(story.unique)
    if not halves and story.unique and (inner := _halves(story.unique[0].passages)):
        first, second = (replace(story.unique[0], passages=half) for half in inner)
        halves = ((first,), (replace(second, lacks=()),))
    return (replace(story, unique=halves[0]), replace(story, unique=halves[1])) if halves else None


def _divide_removed(story: StoryView) -> tuple[StoryView, StoryView] | None:
    halves = _halves(story.removed)
    if not halves and story.removed and (inner := _halved(story.removed[0].runs)):
        halves = tuple((replace(story.removed[0], runs=half),) for half in inner)
    if not halves:
        return None
    # What is to be looked at stands on the first page alone.
    return replace(story, removed=halves[0]), replace(story, removed=halves[1], retold=())


def _halved(runs: tuple[CutRun, ...]) -> tuple[tuple[CutRun, ...], ...]:
    """Two halves of the removals, also of a single run of them."""
    if len(runs) == 1 and (inner := _halves(runs[0].cuts)):
        middle = runs[0].first + len(inner[0])
        return (replace(runs[0], cuts=inner[0]),), (replace(runs[0], cuts=inner[1], first=middle),)
    return _halves(runs)


def _halves(items: tuple[Item, ...]) -> tuple[tuple[Item, ...], ...]:
    """Two runs of the items; none of a single one."""
    middle = len(items) // 2
    return (items[:middle], items[middle:]) if middle else ()


DIVISIBLE: Mapping[str, tuple[str, Divide]] = {
    "reprints": ("Printed alike", _divide_reprints),
    "passages": ("Aligned passages", _divide_rows),
    "doubtful": ("Uncertain matches", _divide_doubtful),
    "unique": ("Only one outlet", _divide_unique),
    "removed": ("Removed", _divide_removed),
}
"""The other sections: what their pages are called, and how one is divided."""
