"""Rules by wording: what a line of furniture says of itself, in any of the lexicon's languages."""

import re
from collections.abc import Callable

from sourcecompare.model import Block, Kind, Rule
from sourcecompare.text import fold

from .context import Context
from .lexicon import lexicon

Finder = Callable[[Block, Context], str | None]

BYLINE = re.compile(
    r"(?:by|von|par|por|di|door|written by|reported by|story by|edited by|author:)\s+"
    r"(?:[^\W\d_][\w.'-]*(?:,| and| &| und| et| y)?\s*){1,8}[|,/-]?",
    re.IGNORECASE,
)
"""Must not match: "By Tuesday the water had reached the second floor of the house and ..."."""

DATE_LINE = re.compile(
    r"(?:(?:first )?(?:published|posted|updated|last updated|modified)(?: on|:)?\s+)?"
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+|(?:mon|tue|wed|thu|fri|sat|sun),?\s+)?"
    r"(?:\d{1,2}(?:st|nd|rd|th)?\.?\s+(?:of\s+)?[^\W\d_]{3,10}\.?,?\s+\d{4}"
    r"|[^\W\d_]{3,10}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}"
    r"|\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4})"
    r"(?:[\s,|@·-]+(?:at\s+)?\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s*[ap]\.?m\.?)?(?:\s*[a-z]{2,4})?)?\W*",
    re.IGNORECASE,
)
"""A line that is a date and nothing else. Must not match: "On 3 September 2025 the square ..."."""

_COPYRIGHT = re.compile(r"(?:copyright|©|\(c\))\b[^.]{0,60}\b(?:19|20)\d\d\b")
_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5}")
_CRUMBS = re.compile(r"\s*(?:»|›|>|→|/|\||::)\s*")
_HOMES = frozenset(
    {"home", "start", "startseite", "accueil", "inicio", "início", "home page", "news"}
)
_NETWORKS = frozenset(
    "facebook twitter x instagram whatsapp telegram linkedin pinterest reddit youtube tiktok "
    "threads tumblr mastodon bluesky email print copy link share messenger rss vk viber line "
    "flipboard google news follow us on and tweet pin mail snapchat".split()
)
SURE_NETWORKS = frozenset(
    "facebook twitter instagram whatsapp telegram linkedin pinterest reddit youtube tiktok".split()
)


def by_phrase(rule: Rule, reason: str) -> Finder:
    """A rule that removes what one of its phrases in the lexicon gives away."""

    def find(block: Block, context: Context) -> str | None:
        phrase = context.phrases[block.index].get(rule.value)
        return reason.format(phrase) if phrase else None

    return find


def is_breadcrumb(block: Block, context: Context) -> str | None:
    """A path of sections that leads from the home page to this one."""
    folded = context.folded[block.index]
    if len(folded) > 300:
        return None
    # Folding makes » a quotation mark, so the text is split as it stands, but for its white space:
    # a run of blanks costs the pattern the square of its length.
    plain = " ".join(block.text.split())
    crumbs = [fold(crumb) for crumb in _CRUMBS.split(plain) if crumb.strip()]
    if len(crumbs) >= 2 and crumbs[0] in _HOMES:
        return f"A breadcrumb: the path of sections from “{crumbs[0]}” to this page."
    if len(crumbs) >= 3 and context.title and crumbs[-1] == context.title:
        return "A breadcrumb: the path of sections that ends in this page's title."
    return None


def is_byline(block: Block, context: Context) -> str | None:
    """Who wrote it."""
    count = context.counts[block.index]
    if block.kind is Kind.BYLINE and count <= 25:
        return "The byline: who wrote the article; it is kept as metadata."
    if 2 <= count <= 9 and block.kind is not Kind.HEADING and BYLINE.fullmatch(block.text.strip()):
        return "The byline: who wrote the article; it is kept as metadata."
    if 2 <= count <= 6 and block.text[:3] == "By " and BYLINE.fullmatch(block.text.strip()):
        return "The byline: who wrote the article; it is kept as metadata."
    return None


def is_date(block: Block, context: Context) -> str | None:
    """When it was published."""
    stated = block.kind is Kind.DATE and context.counts[block.index] <= 20
    if stated or (len(block.text) <= 80 and DATE_LINE.fullmatch(block.text.strip())):
        return "The date line: when the page was published or changed."
    return None


def is_network_list(block: Block, context: Context) -> str | None:
    """A row of names of social networks."""
    tokens = [token for token in re.split(r"\W+", context.folded[block.index]) if token]
    if not 1 <= len(tokens) <= 24 or not SURE_NETWORKS.intersection(tokens):
        return None
    if sum(token in _NETWORKS for token in tokens) < 0.75 * len(tokens):
        return None
    return "A row of links to social networks."


def is_labelled_advertisement(block: Block, context: Context) -> str | None:
    """What stands in one element with the label "advertisement"."""
    phrases = lexicon()[Rule.ADVERTISEMENT.value]
    if not block.path or context.counts[block.index] > 40:
        return None
    for other in reversed(context.page.blocks[max(0, block.index - 6) : block.index]):
        if other.path != block.path:
            return None
        if context.bare[other.index] in phrases.whole:
            return f"Stands in one element with the label “{other.text}”."
    return None


def is_copyright(block: Block, context: Context) -> str | None:
    """A copyright line with its year."""
    folded = context.folded[block.index]
    if context.counts[block.index] <= 60 and _COPYRIGHT.match(folded):
        return "A copyright line."
    return None


def is_address(block: Block, context: Context) -> str | None:
    """A line that is little more than a mail address."""
    if context.counts[block.index] > 12:
        return None
    address = _ADDRESS.search(block.text[:400])
    if address and len(address.group()) > 0.4 * len(block.text):
        return "A mail address of the outlet or the author."
    return None
