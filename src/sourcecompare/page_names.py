"""What a page is called where its story is told: its outlet, and more only where that is needed."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from pathlib import PurePosixPath

from sourcecompare.model import Article
from sourcecompare.times import day, machine_time

_TO_THE_HOUR = len("2025-09-03T10")


def page_names(articles: Sequence[Article]) -> dict[str, str]:
    """A name for each page id: the outlet; two pages of one are told apart by time, else by file.

    ``Harbour Gazette (21:05)`` if their times differ on one day, ``(14 Oct 2025)`` if their days
    do, ``(14 Oct 2025, 21:05)`` if some do; the file, or its path, where a time is not known or
    is the same.
    """
    often = Counter(article.page.outlet.strip() for article in articles)
    names: dict[str, str] = {}
    for outlet in often:
        pages = [one for one in articles if one.page.outlet.strip() == outlet]
        if outlet and len(pages) == 1:
            names[pages[0].page.id] = outlet
        else:
            details = (_times(pages) if outlet else None) or _files(pages, articles)
            for page, detail in zip(pages, details, strict=True):
                names[page.page.id] = f"{outlet} ({detail})".strip()
    return names


def _times(articles: Sequence[Article]) -> list[str] | None:
    """The shortest form of their publication times that tells all of them apart."""
    published = [machine_time(article.published) for article in articles]
    if not all(published):
        return None
    moments = [datetime.fromisoformat(one) for one in published]
    days = [day(one) for one in moments]
    if len(set(days)) == len(days):
        return days
    if any(len(one) < _TO_THE_HOUR for one in published):
        return None
    times = [f"{one:%H:%M}" for one in moments]
    if len(set(days)) > 1:
        times = [f"{day}, {time}" for day, time in zip(days, times, strict=True)]
    return times if len(set(times)) == len(times) else None


def _files(pages: Sequence[Article], articles: Sequence[Article]) -> list[str]:
    files = Counter(PurePosixPath(article.page.id).name for article in articles)
    paths = [PurePosixPath(article.page.id) for article in pages]
    return [path.name if files[path.name] == 1 else str(path) for path in paths]
