"""Places in a page, in a block, in an article."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class PageSpan:
    """Half-open run of characters of `Page.visible` (W3C TextPositionSelector)."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, order=True)
class TextSpan:
    """Half-open run of characters of one `Block.text`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, order=True)
class BlockRef:
    """A block of an article."""

    article: str
    """the page's id"""
    block: int
    """`Block.index`; -1 for a headline that stands on no block"""


@dataclass(frozen=True, slots=True, order=True)
class SentenceRef:
    """A sentence of an article."""

    article: str
    """the page's id"""
    block: int
    """`Block.index`; -1 for a headline that stands on no block"""
    sentence: int
    """from 0 within the block"""
