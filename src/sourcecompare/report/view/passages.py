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
    id: str = ""
    """of its element; empty for the row's first, which has the row's"""
    both: tuple[str, ...] = ()
    """the most telling words that it has in common with what it stands beside, where neither marks
    nor a sure match explain the pair"""
    inflected: bool = False
    """whether one of the two writes each of `both` in another form"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Swap:
    """Words in place of others; either may be empty, but not both."""

    here: str
    there: str
    strong: bool
    """whether a figure, a name or a negation is among them"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Folded:
    """A paragraph that is told in a line; its text is at hand."""

    paragraph: Paragraph
    of: str
    """name of the page in nearly whose words it is, or empty"""
    swaps: tuple[Swap, ...]
    """what it says in place of words of that one; empty if only small words differ"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A paragraph in the words of another one."""

    id: str
    at: str
    """as in a quotation"""
    name: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Same:
    """Paragraphs in exactly the words of one that the row shows."""

    of: str
    """name of its page"""
    at: str
    """its page's slug and block"""
    outlets: int
    copies: tuple[Copy, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """A paragraph in another row, or where there are many, that row."""

    name: str
    """of the paragraph's page; empty for a whole row"""
    place: str
    href: str
    """id of the paragraph's element, or of the row's heading"""
    number: int
    """of the other row"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A paragraph and all that tells the same, outlet by outlet."""

    id: str
    number: int
    slugs: tuple[str, ...]
    """of all pages with a paragraph here"""
    lead: tuple[Paragraph, ...]
    """the paragraph that the others are compared with, and what its article tells in others"""
    columns: tuple[tuple[Paragraph, ...], ...]
    """sure matches that are shown in full, one column for each page"""
    same: tuple[Same, ...]
    folded: tuple[Folded, ...]
    """the other sure matches, a line each"""
    more: tuple[Folded, ...]
    """those of them for which there is no room"""
    uncertain: tuple[tuple[Paragraph, ...], ...]
    """one column for each page"""
    uncertain_pairs: int
    also: tuple[Elsewhere, ...]
    """where something of this row is surely told too"""
    may: tuple[Elsewhere, ...]
    """and where it may be"""
    outlets: int
    """that surely tell it"""
    voices: int
    outlet: str
    """the only one if there is one only, else empty: its versions"""
    conflicts: tuple[str, ...]
    """ids of the possible conflicts in which one of these paragraphs stands"""
