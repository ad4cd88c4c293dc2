"""Conflicts, updates and differences, and what the search for them covered."""

from dataclasses import dataclass

from .words import Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """One of the statements that exclude each other."""

    values: tuple[str, ...]
    """as written, each once"""
    names: tuple[str, ...]
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A conflict, an update or a difference."""

    id: str
    kind: str
    severity: str
    sureness: str
    confidence: str
    about: str
    """what is compared: ``number of passengers``"""
    reason: str
    positions: tuple[Position, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """What the search for conflicts covered, and what it did not."""

    articles: int
    sentences: int
    pairs: int
    """of sentences that tell the same or may do so"""
    kinds: tuple[str, ...]
    alone: tuple[tuple[str, int, int], ...]
    """outlet, sentences without a counterpart in another article, all of its sentences"""
    undated: tuple[str, ...]
    """outlets whose pages tell no date: their weekdays are of no known day"""
    unread: tuple[tuple[str, str], ...]
    """outlet and language ("" where not told), if values are not read in that language"""
