"""Texts that several outlets print."""

from dataclasses import dataclass

from .words import Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A row in which outlets' prints of a passage stand side by side."""

    number: int
    """of the row"""
    words: int
    """that are the same, of the two that have most in common"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart:
    """A passage as two outlets print it, each in a row of its own."""

    words: int
    """that are the same, of the two that have most in common in these rows"""
    left: str
    """id of the element that shows the one"""
    right: str
    numbers: tuple[int, int]
    """of their rows"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Twin:
    """A passage as two outlets print it, which no row shows."""

    left: Quote
    right: Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Reprint:
    """One text that several outlets print."""

    id: str
    whole: bool
    """whether its outlets are one voice throughout"""
    printers: tuple[tuple[str, str], ...]
    """name, and how much of its article is the text; most first"""
    source: str
    """name of the likely source, or empty"""
    why: str
    credit: str
    """what a page calls the source, or empty"""
    shown: tuple[Shown, ...]
    """by number"""
    apart: tuple[Apart, ...]
    twins: tuple[Twin, ...]
