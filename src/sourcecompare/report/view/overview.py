"""What the charts show."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """How an article's text divides; whole per cent of its characters."""

    name: str
    href: str
    sentences: int
    shared: int
    uncertain: int
    unique: int
    """shared, uncertain and unique add up to 100 (to 0 where there is no text)"""
    conflict: int
    """of the same text, whatever else it is"""
