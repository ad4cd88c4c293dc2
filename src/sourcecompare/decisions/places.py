"""Where the words of a decision stand now: at their place, or at the one other that has them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import islice

from sourcecompare.model import (
    Article,
    BlockRef,
    Mark,
    MarkedPassage,
    Page,
    PageSpan,
    Rejected,
    Restoration,
    Story,
    TextSpan,
)
from sourcecompare.text import UNSPACED, WORD

LONGEST = 1_000
"""Characters on each side of an edge that are looked at for a word: no language has longer ones."""
MOST_PLACES = 100
"""Places that are tried for words that moved; what stands inside so many words is not looked for
further: it is no line of a page."""
LEFT_OUT = " […]"
"""What a report of excerpts ends a removed text with that it cuts short."""

_BREAK = re.compile(rf"(?!['’])[\W_{UNSPACED}]")
"""What no word of several characters holds. Must not match: letters, digits, apostrophes."""


class Fate(StrEnum):
    """What became of a restoration."""

    APPLIED = "applied"
    """the words are part of the article"""
    PENDING = "pending"
    """they are still removed: the run was made without the restoration"""
    STALE = "stale"
    """they stand nowhere on the page any more, or at several places"""
    REJECTED = "rejected"
    """the page holds no article that they could be part of"""
    GONE = "gone"
    """the page is not among the inputs any more"""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedRestoration:
    """A restoration, and what became of it."""

    restoration: Restoration
    fate: Fate
    place: PageSpan | None
    """where the words stand now; None unless applied or pending"""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedMark:
    """A conflict marked by hand, and where its passages stand now."""

    mark: Mark
    places: tuple[MarkedPassage | None, ...]
    """one for each passage of the mark: itself at its present place, None where it has none"""
    stale: bool
    """true if any has none"""


def locate_passage(
    passage: MarkedPassage, page: Page, *, title: str | None = None
) -> MarkedPassage | None:
    """The passage at its present place on the page; None if it has none, or several.

    `title` is the article's, for a headline that stands on no block.
    """
    texts = {-1: title or ""} | {block.index: block.text for block in page.blocks}
    span = passage.span
    if texts.get(passage.ref.block, "")[span.start : span.end] == passage.text:
        return passage
    found = [
        (index, start)
        for index, text in texts.items()
        for start in islice(_starts(text, passage.text), 2)
    ]
    if len(found) != 1:
        return None
    ((index, start),) = found
    return replace(
        passage,
        ref=BlockRef(page.id, index),
        span=TextSpan(start, start + len(passage.text)),
    )


def locate_restoration(restoration: Restoration, page: Page) -> PageSpan | None:
    """Where the words of the restoration stand on the page; None if nowhere, or at several places.

    They never begin or end inside a word.
    """
    visible, span, text = page.visible, restoration.span, restoration.text
    if _stands(text, visible[span.start : span.end]) and not _splits(visible, span):
        return span
    found = []
    for start in islice(_starts(visible, text), MOST_PLACES):
        place = PageSpan(start, start + len(text))
        if not _splits(visible, place):
            found.append(place)
        if len(found) > 1:
            return None
    return found[0] if found else None


def place_restoration(
    restoration: Restoration, result: Article | Rejected | None
) -> PlacedRestoration:
    """What became of a restoration on its page; None is a page that is no more."""
    place = None
    if result is None:
        fate = Fate.GONE
    elif isinstance(result, Rejected):
        fate = Fate.REJECTED
    else:
        place = locate_restoration(restoration, result.page)
        fate = Fate.STALE if place is None else _fate(result, place)
    return PlacedRestoration(restoration=restoration, fate=fate, place=place)


def place_mark(mark: Mark, story: Story) -> PlacedMark:
    """Where the passages of a mark stand in the story's articles."""
    articles = {article.page.id: article for article in story.articles}
    places: list[MarkedPassage | None] = []
    for passage in mark.passages:
        article = articles.get(passage.ref.article)
        found = locate_passage(passage, article.page, title=article.title) if article else None
        places.append(found)
    return PlacedMark(mark=mark, places=tuple(places), stale=None in places)


def _fate(article: Article, place: PageSpan) -> Fate:
    for removal in article.removals:
        start = max(removal.span.start, place.start)
        if article.page.visible[start : min(removal.span.end, place.end)].strip():
            return Fate.PENDING
    return Fate.APPLIED


def _stands(words: str, text: str) -> bool:
    """Whether the text is these words, or begins with them where excerpts cut them short.

    The report knows no more of a text then, and the place says how far it goes.
    """
    opening = words.removesuffix(LEFT_OUT)
    if words == text or opening == words or not opening:
        return words == text
    said = text.split()
    return said[: len(opening.split())] == opening.split()


def _starts(text: str, words: str) -> Iterator[int]:
    """Every place at which the words stand in the text, those that overlap too."""
    start = text.find(words)
    while start >= 0:
        yield start
        start = text.find(words, start + 1)


def _splits(text: str, span: PageSpan) -> bool:
    """Whether the span begins or ends inside a word."""
    return _inside_word(text, span.start) or _inside_word(text, span.end)


def _inside_word(text: str, edge: int) -> bool:
    left = _BREAK.split(text[max(0, edge - LONGEST) : edge])[-1]
    right = _BREAK.split(text[edge : edge + LONGEST], maxsplit=1)[0]
    if not left or not right:
        return False
    return any(match.start() < len(left) < match.end() for match in WORD.finditer(left + right))
