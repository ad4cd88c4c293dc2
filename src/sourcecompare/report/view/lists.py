"""What only one outlet says, what was removed, and where articles come from."""

from dataclasses import dataclass

from sourcecompare.model import Provenance

from .words import Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Unique:
    """What only one outlet says, neighbours joined."""

    id: str
    name: str
    passages: tuple[tuple[Quote, ...], ...]
    """each a run of neighbouring sentences, a quote for each block"""
    sentences: int
    newer: str
    """name of the page with the newest version, which does not have these; or empty"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """One removal."""

    id: str
    number: int
    """from 1, in page order"""
    rule: str
    reason: str
    place: str
    unsure: bool
    text: str
    opening: str
    """the first words of a text too long to show at once, or empty"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """Everything that was removed from one page."""

    name: str
    lang: str
    dir: str
    number: int
    rules: tuple[tuple[str, int], ...]
    """by number, then name"""
    cuts: tuple[Cut, ...]
    """in page order"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where an article comes from."""

    name: str
    page: str
    title: str
    author: str
    published: str
    published_iso: str
    """what a machine can read, or empty"""
    modified: str
    """empty where the page does not say that it was changed after it was published"""
    retrieved: str
    url: str
    link: str
    """the URL if it may be followed, or empty"""
    language: str
    sources: Provenance
    """where title, author, times and language were found; each may be empty"""
    sha256: str
    sureness: str
    """of the cleaning"""
    cautions: tuple[str, ...]
    """those of the notes that an editor should know before reading on"""
    notes: tuple[str, ...]
    version: int
    """from 1, the oldest"""
    versions: int
    """how many there are of the article"""
    newest: str
    """name of the page with the newest"""


@dataclass(frozen=True, slots=True, kw_only=True)
class RejectedPage:
    """A page without an article."""

    page: str
    name: str
    reason: str
    detail: str
    url: str
    link: str
