"""Words of a page as they are shown."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of a quotation; at most one of `marked`, `value` and `cut` is set."""

    text: str
    marked: bool = False
    """words that the text beside it does not have, or has too: `Paragraph.mark` says which"""
    strong: bool = False
    """of marked words: a figure, a name, a negation"""
    value: bool = False
    """the particular that a finding is about"""
    cut: str = ""
    """id of the removal that took this run out; its text is not shown here"""
    omitted: bool = False
    """whether it stands for words that a report of excerpts leaves out"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words of one outlet, as they stand on its page."""

    name: str
    """of the outlet"""
    lang: str
    """BCP 47, or empty"""
    dir: str
    """rtl or auto; empty where auto would change nothing"""
    place: str
    """where in the article: ``paragraph 7`` or ``headline``"""
    at: str
    """the page's slug and the block, for the script: ``alpha/12``; -1 is a title on no block"""
    href: str
    """id of the element below that shows the words in their passage, or empty"""
    pieces: tuple[Piece, ...]
    original: str = ""
    """address of the words on the page itself, or empty"""
    others: tuple["Quote", ...] = ()
    """the same words elsewhere"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Another page of the same story."""

    href: str
    text: str
