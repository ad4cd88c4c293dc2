"""Conflicts, updates and differences, and what the search for them covered."""

from dataclasses import dataclass

from .words import Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A value in somebody's words."""

    value: str
    """as written"""
    names: tuple[str, ...]
    """of the pages that write it so"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """One of the statements that exclude each other."""

    told: tuple[Told, ...]
    """each wording once"""
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A conflict, an update or a difference."""

    id: str
    digest: str
    kind: str
    """conflict, update, differs or marked"""
    called: str
    """what it is called to a reader: ``Possible conflict``"""
    severity: str
    """high, medium or low"""
    outlets: str
    """slugs of the pages that it quotes, apart by blanks"""
    status: str
    """open, confirmed, dismissed, disputed or stale"""
    standing: tuple[str, ...]
    """what editors said of it, a sentence each"""
    change: str
    """what it is to the earlier run, if there is one and it is not the same"""
    sureness: str
    confidence: str
    about: str
    """what is compared: ``number of passengers``"""
    reason: str
    positions: tuple[Position, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """What editors decided and what an earlier run had, beside the findings."""

    gone: tuple[str, ...]
    """decisions on what is no more, a sentence each"""
    restored: tuple[str, ...]
    """lines that an editor wanted back, and what became of it, a sentence each"""
    compared_before: bool
    """whether an earlier run is told of"""
    told_before: bool
    """whether it has this story"""
    new: int
    changed: int
    resolved: tuple[str, ...]
    """reasons of findings that only the earlier run has"""
    judges: str
    """that another judge was asked then, a sentence; or empty"""


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
