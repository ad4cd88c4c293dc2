"""Rules by wording: what a line of furniture says of itself, in any of the lexicon's languages."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache

from sourcecompare.model import Block, Kind, Rule
from sourcecompare.text import fold, words

from .context import Context
from .lexicon import (
    byline_closers,
    byline_openers,
    date_words,
    function_words,
    home_names,
    lexicon,
    month_names,
    staff_names,
    weekday_names,
)

Finder = Callable[[Block, Context], str | None]

BYLINE_WORDS = 9  # as many as two names and what joins them have
DATE_LENGTH = 80  # characters, of a date with its weekday, time and zone
ADDRESS_SHARE = 0.6  # of a line that is there for the mail address

_NUMERIC_DATE = re.compile(
    r"""(?<!\d)(?:
        (?:19|20)\d\d (?P<a>[-./]) \d{1,2} (?P=a) \d{1,2}            # 2025-09-03
      | \d{1,2} (?P<b>[-./]) \d{1,2} (?P=b) (?:(?:19|20)\d\d|\d\d)  # 3.9.2025
      | (?:19|20)\d\d \s? [年년]\ ? \d{1,2} \s? [月월]\ ? \d{1,2} \s? [日일]
    )(?!\d)""",
    re.VERBOSE,
)
"""Must not match: "9.5/10", "192.168.1.10"."""

_FIGURE = re.compile(r"[%+=$€£¥*]")  # a line of a table

_NUMBER = re.compile(
    r"\d{1,4}(?:st|nd|rd|th|er|h|u|t\d\d|z|am|pm|a|o|h\d\d|년|월|일|시|분|초)?", re.ASCII
)
"""A number in a date or a time: "3rd", "10h42", "03t10", "9월". Must not match: "10km"."""

_PARTS = re.compile(r"[,|/·•(]|\s[-–—]\s")
"""Between the author's name and what else a byline tells of the author."""

_COPYRIGHT = re.compile(r"(?:copyright|©|\(c\))\b[^.]{0,60}\b(?:19|20)\d\d\b")
_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5}")
_CRUMB_MARK = re.compile(r"[»›>→/|]|::")
_CRUMBS = re.compile(r"\s*(?:»|›|>|→|/|\||::)\s*")
# Small words in and between names, in languages whose names have any.
_BETWEEN_NAMES = frozenset(
    "and und et y e i en och og ja ve és a și si & de del della di da das do dos van von vom der "
    "den ten ter zu zur bin ibn al el la le du for".split()
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
    name = rule.value  # looked up once: this is asked for each rule and block

    def find(block: Block, context: Context) -> str | None:
        phrase = context.phrases[block.index].get(name)
        return reason.format(phrase) if phrase else None

    return find


def is_breadcrumb(block: Block, context: Context) -> str | None:
    """A path of sections that leads from the home page to this one."""
    if len(context.folded[block.index]) > 300 or not _CRUMB_MARK.search(block.text):
        return None
    # Folding makes » a quotation mark, so the text is split as it stands, but for its white space:
    # a run of blanks costs the pattern the square of its length.
    plain = " ".join(block.text.split())
    crumbs = [fold(crumb) for crumb in _CRUMBS.split(plain) if crumb.strip()]
    if len(crumbs) >= 2 and crumbs[0] in home_names():
        return f"A breadcrumb: the path of sections from “{crumbs[0]}” to this page."
    if len(crumbs) >= 3 and context.title and crumbs[-1] == context.title:
        return "A breadcrumb: the path of sections that ends in this page's title."
    return None


def is_byline(block: Block, context: Context) -> str | None:
    """Who wrote it."""
    count = context.counts[block.index]
    stated = block.kind is Kind.BYLINE and count <= 25
    if not stated:
        if not 2 <= count <= BYLINE_WORDS:
            return None
        tokens = context.tokens[block.index]
        opened = tokens[0] in _openers() and _names_author(block)
        if not (opened or tokens[-1] in byline_closers()):
            return None
    return "The byline: who wrote the article; it is kept as metadata."


@cache
def _openers() -> Mapping[str, Sequence[str]]:
    """What opens a byline, the longest first, by its first word."""
    openers: dict[str, list[str]] = {}
    for opener in sorted(byline_openers(), key=lambda opener: (-len(opener), opener)):
        openers.setdefault(words(opener)[0], []).append(opener)
    return openers


def _names_author(block: Block) -> bool:
    """Whether a line goes on with a name after what opens a byline."""
    plain = " ".join(block.text.split())
    for opener in _openers()[words(fold(plain))[0]]:
        head, rest = plain[: len(opener)], plain[len(opener) :]
        is_word = opener[-1].islower()  # of a script with spaces: "by", not "text:" or "作者"
        cut = is_word and rest[:1] != " "
        if fold(head) != opener or cut:
            continue
        name, *more = _PARTS.split(rest, maxsplit=1)
        parts = [part for part in name.split() if part.strip(".:")]
        if _is_staff(parts):
            return True
        proper = [part for part in parts if part.casefold() not in _BETWEEN_NAMES]
        # "Di Maio" and "De Gaulle" are names, "By Category, ..." is a headline.
        unsure = more or block.kind is Kind.HEADING or opener in _BETWEEN_NAMES
        needed = 2 if is_word and unsure else 1
        return len(proper) >= needed and all(map(_is_name, proper))
    return False


def _is_staff(parts: Sequence[str]) -> bool:
    """Whether a byline names no person but a desk: "by our staff", "by the Courier news team"."""
    small = [fold(part) for part in parts if not _is_name(part)]
    told = [word for word in small if word not in function_words()]
    return bool(told) and staff_names().issuperset(told)


def _is_name(word: str) -> bool:
    """Whether a word may be of a name: it has no small initial and is no month, day or number."""
    folded = fold(word).strip(".")
    first = word.lstrip("\"'“„«@")[:1]
    return (
        (first.isalpha() and not first.islower())
        and folded not in month_names()
        and folded not in weekday_names()
        and word[-1:] not in "!?…"
    )


def is_date(block: Block, context: Context) -> str | None:
    """When it was published; headlines and entries of lists are the article's own."""
    if block.kind is Kind.LIST_ITEM:
        return None
    if block.kind is Kind.HEADING and context.page.markup.hints:
        return None
    return is_dated(block, context)


def is_dated(block: Block, context: Context) -> str | None:
    """A line that is a date and nothing else."""
    stated = block.kind is Kind.DATE and context.counts[block.index] <= 20
    if stated or (len(block.text) <= DATE_LENGTH and _is_date_line(block.index, context)):
        return "The date line: when the page was published or changed."
    return None


def _is_date_line(index: int, context: Context) -> bool:
    tokens, told = context.tokens[index], _dated()
    numbers = months = days = 0
    for token in tokens:
        if token in month_names():
            months += 1
        elif token in weekday_names():
            days += 1
        elif _NUMBER.fullmatch(token):
            numbers += 1
        elif token not in told:
            return False
    if not numbers or _FIGURE.search(context.folded[index]):
        return False
    if months and numbers + days >= 2 and numbers <= 7:
        return True
    return _NUMERIC_DATE.search(context.folded[index]) is not None


@cache
def _dated() -> frozenset[str]:
    """Words that may stand in a date line, as a text is split into them."""
    return frozenset(part for word in date_words() for part in words(word))


def is_network_list(block: Block, context: Context) -> str | None:
    """A row of names of social networks."""
    tokens = context.tokens[block.index]
    if not 1 <= len(tokens) <= 24 or SURE_NETWORKS.isdisjoint(tokens):
        return None
    if sum(token in _NETWORKS for token in tokens) < 0.75 * len(tokens):
        return None
    return "A row of links to social networks."


def is_labelled_advertisement(block: Block, context: Context) -> str | None:
    """What stands in one element with the label "advertisement"."""
    if not block.path or context.counts[block.index] > 40:
        return None
    phrases = lexicon()[Rule.ADVERTISEMENT.value]
    for other in reversed(context.page.blocks[max(0, block.index - 6) : block.index]):
        if other.path != block.path:
            return None
        if context.bare[other.index] in phrases.whole:
            return f"Stands in one element with the label “{other.text}”."
    return None


def is_copyright(block: Block, context: Context) -> str | None:
    """A copyright line with its year."""
    folded = context.folded[block.index]
    if (
        folded[:1] in {"c", "©", "("}
        and context.counts[block.index] <= 60
        and _COPYRIGHT.match(folded)
    ):
        return "A copyright line."
    return None


def is_address(block: Block, context: Context) -> str | None:
    """A line that is little more than a mail address."""
    if "@" not in block.text or context.counts[block.index] > 12:
        return None
    address = _ADDRESS.search(block.text[:400])
    if address and len(address.group()) > ADDRESS_SHARE * len(block.text):
        return "A mail address of the outlet or the author."
    return None
