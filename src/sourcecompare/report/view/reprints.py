"""Texts that several outlets print."""

from dataclasses import dataclass

from .words import Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Twin:
    """A passage as two outlets print it."""

    words: int
    """that are the same"""
    left: Quote
    right: Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Reprint:
    """One text that several outlets print."""

    id: str
    number: int
    whole: bool
    """whether its outlets are one voice throughout"""
    printers: tuple[tuple[str, str], ...]
    """name, and how much of its article is the text; most first"""
    source: str
    """name of the likely source, or empty"""
    why: str
    credit: str
    """what a page calls the source, or empty"""
    twins: tuple[Twin, ...]
