"""A page as scraped, and what cleaning makes of it."""

from dataclasses import dataclass, field

from .closed import Kind, Media, Reason, Rule
from .places import PageSpan, TextSpan


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """The smallest run of a page that is kept or removed whole."""

    index: int
    """from 0, in document order, counted on the page before cleaning"""
    kind: Kind
    text: str
    """never changed: equals ``page.visible[span.start:span.end]``"""
    span: PageSpan
    path: str
    """XPath of the element; empty on a text page"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """What the markup round one block says about it."""

    tags: tuple[str, ...]
    """tag names, the block's own element first, then its ancestors"""
    words: tuple[str, ...]
    """words of class, id, role and the like, lower case, nearest element first"""
    link: int
    """characters of the block's text that lie inside links"""
    hidden: bool
    """all of it, by attribute or inline style"""
    container: int
    """number of the nearest div, section, cell or the like; equal for siblings"""
    ancestors: tuple[int, ...] = ()
    """numbers of the elements that `tags` names, counted over the page"""
    depth: int = 0
    """elements round the block, its own counted"""
    look: int = 0
    """equal for blocks whose element and parent have the same names and words"""
    veiled: tuple[TextSpan, ...] = ()
    """runs that are hidden in a block that is not"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Where each of a page's metadata was found, in words: "og:title", "<time>"; "" for none."""

    title: str = ""
    site_name: str = ""
    author: str = ""
    published: str = ""
    modified: str = ""
    language: str = ""
    url: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What a page says of itself in JSON-LD, meta elements and the like; "" where it does not."""

    title: str = ""
    site_name: str = ""
    author: str = ""
    published: str = ""
    """ISO 8601"""
    modified: str = ""
    """ISO 8601"""
    language: str = ""
    """BCP 47"""
    url: str = ""
    """absolute http(s) address"""
    description: str = ""
    """the longest of the page's own summaries"""
    body: str = field(default="", repr=False)
    """JSON-LD articleBody, plain, a line for each paragraph where it tells them; not stored"""
    provenance: Provenance = Provenance()


@dataclass(frozen=True, slots=True, kw_only=True)
class Markup:
    """What a page's markup says; a text page has no hints."""

    head: Head = Head()
    hints: tuple[Hint, ...] = ()
    """one for each block of an HTML page"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Why bytes could not be read as a page: such a page is always rejected."""

    reason: Reason
    detail: str
    """one sentence: what, where, what to do"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page as scraped; nothing is judged yet."""

    id: str
    """unique in a run; the path below the input folder"""
    outlet: str
    media: Media
    content: str = field(repr=False)
    """the decoded markup or text; empty in a run that was loaded from its tables"""
    visible: str = field(repr=False)
    """all text of the page in document order; the decoded text itself for a text page"""
    blocks: tuple[Block, ...] = field(repr=False)
    """hold all words of `visible`, in order"""
    url: str | None
    retrieved: str | None
    """ISO 8601"""
    sha256: str
    """of the bytes as read (of the UTF-8 form where a string was handed in), hexadecimal"""
    notes: tuple[str, ...]
    """what decoding or parsing had to repair, a sentence each"""
    markup: Markup = field(default=Markup(), repr=False)
    fault: Fault | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Removal:
    """A whole block, or a run inside one, that is not the article."""

    span: PageSpan
    rule: Rule
    reason: str
    """a sentence that an editor understands"""
    confidence: float
    """0..1"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """The main content of one page.

    Kept spans and removed spans together cover every character of `Page.visible`
    that is not white space exactly once.
    """

    page: Page
    title: str | None
    author: str | None
    published: str | None
    """ISO 8601"""
    language: str | None
    """BCP 47"""
    blocks: tuple[Block, ...]
    """kept whole or in part, with their page-wide index"""
    removals: tuple[Removal, ...] = field(repr=False)
    """in page order"""
    confidence: float
    """0..1"""
    text: str = field(repr=False)
    """the kept words in order, blocks apart by a blank line"""
    kept: tuple[PageSpan, ...] = field(repr=False)
    """in page order, never splitting a word"""
    notes: tuple[str, ...] = ()
    """what an editor should know of the cleaning, a sentence each"""
    provenance: Provenance = Provenance()
    """of title, author, published and language; empty where nobody said"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """A page that holds no article: a value, never an exception."""

    page: Page
    reason: Reason
    detail: str
    """one sentence: what, where, what to do"""
    removals: tuple[Removal, ...] = field(repr=False)
    """cover the page as an article's do"""
    text: str = ""
    kept: tuple[PageSpan, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What recurs over the pages of one outlet: its template."""

    outlet: str
    repeated: tuple[str, ...]
    """folded texts of recurring blocks, sorted"""
