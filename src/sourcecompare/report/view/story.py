"""Whole pages of the report."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .findings import Card, Compared, History
from .lists import Origin, RejectedPage, Removed, Retold, Unique
from .overview import Overview, Share
from .passages import Row
from .reprints import Reprint


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryView:
    """One story's page."""

    file: str
    title: str
    span: str
    """days or hours of publication"""
    outlets: int
    voices: int
    copies: tuple[tuple[str, ...], ...]
    """outlets whose articles share much of one text"""
    reprints: tuple[Reprint, ...]
    origins: tuple[Origin, ...]
    newest: tuple[Origin, ...]
    """those with the newest version of their article"""
    conflicts: tuple[Card, ...]
    updates: tuple[Card, ...]
    differs: tuple[Card, ...]
    marked: tuple[Card, ...]
    """by an editor's hand"""
    needs: int
    """conflicts that an editor has to look at"""
    history: History
    compared: Compared
    shares: tuple[Share, ...]
    longest: Share | None
    """of the article with most text, for the summary"""
    overview: Overview
    rows: tuple[Row, ...]
    doubtful: tuple[Row, ...]
    """rows of uncertain matches only"""
    unique: tuple[Unique, ...]
    removed: tuple[Removed, ...]
    retold: tuple[Retold, ...]
    """removed lines that other outlets tell"""
    rejected: tuple[RejectedPage, ...]
    facts: Mapping[str, Any]
    """what the script has to know of story and pages"""
    decided: Mapping[str, Any]
    """this story's decisions, as their file has them"""


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
    gone: tuple[str, ...]
    """what editors decided about stories and pages that are no more, a sentence each"""
    lost: tuple[str, ...]
    """titles of stories that only the earlier run has"""
