"""Aligned paragraphs."""

from dataclasses import dataclass

from .words import Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One paragraph in a row of aligned ones."""

    quote: Quote
    tags: tuple[str, ...]
    """how it relates to the row's first paragraph; empty for that one"""
    mark: str
    """what is marked: ``own`` words, ``common`` ones, or nothing"""
    both: tuple[str, ...] = ()
    """the most telling words that it has in common with the row's first paragraph, where neither
    marks nor a sure match explain the pair"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Swap:
    """Words in place of others; either may be empty, but not both."""

    here: str
    there: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Echo:
    """A paragraph in nearly the words of one that stands above it."""

    paragraph: Paragraph
    of: str
    """name of the page whose words they are"""
    swaps: tuple[Swap, ...]
    """what it says in place of words of that paragraph; empty if it says the same"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """A paragraph that tells the row's news loosely, and that of another row more closely."""

    paragraph: Paragraph
    row: str
    """id of that row"""
    number: int
    """of that row"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Twosome:
    """Two paragraphs of a row that tell the same, neither of which leads it."""

    first: str
    second: str
    how: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A paragraph and all that tells the same, outlet by outlet."""

    id: str
    number: int
    lead: Paragraph
    """the paragraph that the others are compared with"""
    columns: tuple[tuple[Paragraph, ...], ...]
    """sure matches that are shown in full, one column for each page"""
    echoes: tuple[Echo, ...]
    """sure matches that say nearly the same"""
    asides: tuple[Aside, ...]
    """sure matches that are closer to another row"""
    uncertain: tuple[tuple[Paragraph, ...], ...]
    """one column for each page"""
    uncertain_pairs: int
    among: tuple[Twosome, ...]
    """pairs inside the row that do not touch its first paragraph"""
    outlets: int
    """that surely tell it"""
    voices: int
