"""Whole pages of the report."""

from dataclasses import dataclass

from .findings import Card, Compared
from .lists import Origin, RejectedPage, Removed, Unique
from .overview import Share
from .passages import Row
from .reprints import Reprint


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryView:
    """One story's page."""

    file: str
    title: str
    outlets: int
    voices: int
    copies: tuple[tuple[str, ...], ...]
    """outlets whose articles share much of one text"""
    reprints: tuple[Reprint, ...]
    origins: tuple[Origin, ...]
    conflicts: tuple[Card, ...]
    updates: tuple[Card, ...]
    differs: tuple[Card, ...]
    compared: Compared
    shares: tuple[Share, ...]
    longest: Share | None
    """of the article with most text, for the summary"""
    rows: tuple[Row, ...]
    doubtful: tuple[Row, ...]
    """rows of uncertain matches only"""
    unique: tuple[Unique, ...]
    removed: tuple[Removed, ...]
    rejected: tuple[RejectedPage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexView:
    """The page that leads to all stories and accounts for all inputs."""

    stories: tuple[StoryView, ...]
    pages: int
    rejected: tuple[RejectedPage, ...]
    errors: tuple[tuple[str, str], ...]
    """path and what to do"""
    loose: tuple[Origin, ...]
    """articles that stand in no story"""
    ignored: tuple[str, ...]
