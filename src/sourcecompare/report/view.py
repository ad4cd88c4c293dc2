"""What the templates show: plain values in the order in which they are shown.

Everything is decided before a template sees it: order, numbers, which words are marked. Strings
are as on the page; the templates escape them.
"""

from dataclasses import dataclass

from sourcecompare.model import Provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of a quotation; at most one of `marked`, `value` and `cut` is set."""

    text: str
    marked: bool = False
    """words that the text beside it does not have, or has too: `Paragraph.mark` says which"""
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
    """What the search for conflicts covered, and what it did not."""

    articles: int
    sentences: int
    pairs: int
    """of sentences that tell the same or may do so"""
    kinds: tuple[str, ...]
    alone: tuple[tuple[str, int, int], ...]
    """outlet, sentences without a counterpart in another article, all of its sentences"""
    undated: tuple[str, ...]
    """outlets whose pages tell no date: their weekdays are of no known day"""
    unread: tuple[tuple[str, str], ...]
    """outlet and language ("" where not told), if values are not read in that language"""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Another page of the same story."""

    href: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryView:
    """One story's page."""

    file: str
    title: str
    outlets: int
    voices: int
    copies: tuple[tuple[str, ...], ...]
    """outlets whose articles share much of one text"""
    reprints: tuple[Reprint, ...]
    origins: tuple[Origin, ...]
    conflicts: tuple[Card, ...]
    updates: tuple[Card, ...]
    differs: tuple[Card, ...]
    compared: Compared
    shares: tuple[Share, ...]
    longest: Share | None
    """of the article with most text, for the summary"""
    rows: tuple[Row, ...]
    doubtful: tuple[Row, ...]
    """rows of uncertain matches only"""
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
