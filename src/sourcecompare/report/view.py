"""What the templates show: plain values in the order in which they are shown.

Everything is decided before a template sees it: order, numbers, which words are marked. Strings
are as on the page; the templates escape them.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of a quotation; at most one of `own`, `value` and `cut` is set."""

    text: str
    own: bool = False
    """words that the text beside it does not have"""
    value: bool = False
    """the particular that a finding is about"""
    cut: str = ""
    """id of the removal that took this run out; its text is not shown here"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words of one outlet, as they stand on its page."""

    name: str
    """of the outlet"""
    lang: str
    """BCP 47, or empty"""
    dir: str
    """rtl or auto"""
    place: str
    """where on the page: ``block 7`` or ``headline``"""
    href: str
    """id of the element below that shows the words in their passage, or empty"""
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """One of the statements that exclude each other."""

    values: tuple[str, ...]
    """as written, each once"""
    names: tuple[str, ...]
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A conflict, an update or a difference."""

    id: str
    kind: str
    severity: str
    sureness: str
    confidence: str
    about: str
    """what is compared: ``number of passengers``"""
    reason: str
    positions: tuple[Position, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """What the search for conflicts covered, for the case that it found none."""

    articles: int
    sentences: int
    pairs: int
    """of sentences that tell the same"""
    kinds: tuple[str, ...]
    unread: tuple[tuple[str, str], ...]
    """outlet and language, where values are not read in that language"""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One paragraph in a row of aligned ones."""

    quote: Quote
    tags: tuple[str, ...]
    """how it relates to the row's first paragraph; empty for that one"""
    unmarked: bool
    """too different or too large for word marks"""
    sure: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A paragraph and all that tells the same, outlet by outlet."""

    id: str
    columns: tuple[tuple[Paragraph, ...], ...]
    """one for each outlet; the first holds the paragraph that the others are compared with"""
    voices: str
    """remark on copies of one text, or empty"""
    links: tuple[str, ...]
    """pairs inside the row that do not touch its first paragraph"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unique:
    """What only one outlet says, neighbours joined."""

    id: str
    name: str
    passages: tuple[tuple[Quote, ...], ...]
    """each a run of neighbouring sentences, a quote for each block"""
    sentences: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """One removal."""

    id: str
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
    retrieved: str
    url: str
    link: str
    """the URL if it may be followed, or empty"""
    language: str
    sha256: str
    confidence: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RejectedPage:
    """A page without an article."""

    page: str
    name: str
    reason: str
    detail: str
    url: str
    link: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryView:
    """One story's page."""

    file: str
    title: str
    outlets: int
    voices: int
    origins: tuple[Origin, ...]
    conflicts: tuple[Card, ...]
    updates: tuple[Card, ...]
    differs: tuple[Card, ...]
    compared: Compared
    shares: tuple[Share, ...]
    longest: Share | None
    """of the article with most text, for the summary"""
    rows: tuple[Row, ...]
    unique: tuple[Unique, ...]
    removed: tuple[Removed, ...]
    rejected: tuple[RejectedPage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexView:
    """The page that leads to all stories and accounts for all inputs."""

    stories: tuple[StoryView, ...]
    pages: int
    rejected: tuple[RejectedPage, ...]
    errors: tuple[tuple[str, str], ...]
    """path and what to do"""
    loose: tuple[Origin, ...]
    """articles that stand in no story"""
    ignored: tuple[str, ...]
