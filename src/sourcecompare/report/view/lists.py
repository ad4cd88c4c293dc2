"""What only one outlet says, what was removed, and where articles come from."""

from dataclasses import dataclass

from sourcecompare.model import Provenance

from .words import Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """A paragraph elsewhere that may tell the same."""

    name: str
    place: str
    href: str
    """id of the element that shows both, or empty"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Only:
    """Neighbouring sentences that one outlet alone tells."""

    quotes: tuple[Quote, ...]
    """one for each block"""
    near: Near | None
    """where a paragraph of them has nothing but an uncertain match"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """What all outlets but one tell."""

    quote: Quote
    """by the outlet that tells it most fully"""
    voices: int
    held: str
    """id of a removed line that tells it after all, or empty"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unique:
    """What only one outlet says, and what it alone lacks."""

    id: str
    slug: str
    name: str
    passages: tuple[Only, ...]
    sentences: int
    of: int
    """sentences of the article that tell something"""
    newer: str
    """name of the page with the newest version, which does not have these; or empty"""
    lacks: tuple[Missing, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """One removal."""

    id: str
    at: str
    """the page's slug and the span on the page, for the script: ``alpha/120/164``"""
    text: str
    opening: str
    """the first words of a text too long to show at once, or empty"""


@dataclass(frozen=True, slots=True, kw_only=True)
class CutRun:
    """Neighbouring removals by one rule, for one reason."""

    rule: str
    reason: str
    sureness: str
    place: str
    """where on the page, or empty"""
    first: int
    """number of the first, from 1 in page order"""
    cuts: tuple[Cut, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """Everything that was removed from one page."""

    name: str
    slug: str
    lang: str
    dir: str
    number: int
    rules: tuple[tuple[str, int], ...]
    """by number, then name"""
    runs: tuple[CutRun, ...]
    """in page order"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Retold:
    """A removed line that another outlet tells."""

    cut: str
    """id of the removal"""
    name: str
    lang: str
    dir: str
    rule: str
    text: str
    common: tuple[str, ...]
    """particulars that both have, as the removed line writes them"""
    quote: Quote
    """the likest sentence"""
    others: tuple[str, ...]
    """names of further pages that tell it"""


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
    link: str
    """the page's URL if it may be followed, or empty"""
