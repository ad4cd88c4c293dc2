"""Names and titles as pages state them, without what is no part of them: outlets, roles, links."""

import html
import re
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from sourcecompare.text import fold, folded_words

from .moments import read_moment

MAX_FIELD = 500  # characters of a title, a list of authors, a name
MAX_NAME = 120  # characters of one author's name; longer ones are paragraphs about the author

_WHITE = re.compile(r"\s+")
_STRAY = re.compile("[\0\ud800-\udfff]")
"""JSON can write half a character ("\\ud83d"), which no file can hold."""

_TAIL = re.compile(r"\s*(?:[|·•»ㅣ]|--)\s*|\s+[-–—:]\s+")
_BY = re.compile(r"(?:written by|posted by|by)[\s:]+(?=\S)", re.IGNORECASE)
_LEGAL_FORM = re.compile(
    r"\b(?:AG|GmbH|KG|SE|eG|Inc|LLC|Ltd|PLC|Corp|AB|AS|Oy|S\.?[AL]\.?|S\.?r\.?l|B\.?V)\.?$"
)
_ADDRESS = re.compile(r"://|\bwww\.|^[@/#]|@[\w-]+\.|\w\.html?\b", re.IGNORECASE)
"""Must not match: "J. R. Lee", "andrew.keaveney"."""
_TEMPLATE = re.compile(r"[{}%<>\[\]]|^\w+(?:\.\w+){2,}$|^(?:undefined|null|none|nan|n/a)$")
"""What a template left unfilled: "{{author}}", "page.head.author". Must not match: "J.R. Lee"."""

_NOBODY = frozenset(
    """admin administrator webmaster anonymous unknown staff editor editors editorial author authors
    redaktion rédaction redacción redazione redação redactie guest user root developer
    by default""".split()
)
_SECTIONS = frozenset("blog home news homepage website site start startseite".split())


def tidy(text: str) -> str:
    r"""One line, entities resolved, at most `MAX_FIELD` characters.

    >>> tidy(" Fish &#8216;n&#8217; chips\n")
    'Fish ‘n’ chips'
    """
    text = html.unescape(text[: 4 * MAX_FIELD])
    return _WHITE.sub(" ", storable(text)).strip()[:MAX_FIELD]


def storable(text: str) -> str:
    """The text with a replacement for what no file can hold."""
    return _STRAY.sub("\ufffd", text)


def outlet_keys(names: Iterable[str]) -> frozenset[str]:
    """The forms in which a title or an author may name the outlet."""
    return frozenset(map(name_key, names)) - {""}


def host_of(address: str) -> str:
    """The host of this address, without "www."; "" where it has none."""
    return (urlsplit(address).hostname or "").removeprefix("www.")


def name_key(name: str) -> str:
    """What two spellings of one outlet share: "The Harbour-Post" and "harbourpost"."""
    words = folded_words(name[:MAX_FIELD])
    return "".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)


def tidy_title(title: str, outlets: frozenset[str]) -> str:
    """The title without outlet and date at its end; "" where it is nothing but the outlet's name.

    >>> tidy_title("Quay closed again | The Harbour Post", frozenset({"harbourpost"}))
    'Quay closed again'
    """
    title = tidy(title)
    while title:
        if name_key(title) in outlets:
            return ""
        cuts = list(_TAIL.finditer(title))
        tail = title[cuts[-1].end() :] if cuts else ""
        if name_key(tail) not in outlets and not (" " not in tail and read_moment(tail)):
            return title
        title = title[: cuts[-1].start()].rstrip()
    return ""


def title_tail(title: str, headline: str) -> str:
    """What a page's title adds to the headline at its end: the outlet's name; else "".

    >>> title_tail("Quay closed - Harbour Post", "Quay closed"), title_tail("Quay", "Quay")
    ('Harbour Post', '')
    """
    title, headline = tidy(title), tidy(headline)
    if not headline or not fold(title).startswith(fold(headline)):
        return ""
    cuts = list(_TAIL.finditer(title))
    if len(cuts) == 0 or cuts[-1].start() < len(headline) - 1:
        return ""
    return title[cuts[-1].end() :].strip()


def author_names(stated: Sequence[str], outlets: frozenset[str]) -> str:
    """The persons and agencies among the stated authors, apart by commas.

    >>> author_names(["By Ann Lee", "admin", "Harbour Post", "https://x.example/tom", "Tom Oyo"],
    ...              frozenset({"harbourpost"}))
    'Ann Lee, Tom Oyo'
    """
    names: list[str] = []
    for one in stated:
        name = _author(one, outlets)
        if name and name not in names and len(", ".join((*names, name))) <= MAX_FIELD:
            names.append(name)
    return ", ".join(names)


def _author(stated: str, outlets: frozenset[str]) -> str:
    name = tidy(stated).strip(" ,;|/-–·")
    if match := _BY.match(name):
        name = name[match.end() :]
    if not name or len(name) > MAX_NAME or _ADDRESS.search(name) or _TEMPLATE.search(name):
        return ""
    words = folded_words(name)
    nobody = not words or all(word in _NOBODY for word in words)
    if nobody or name_key(name) in outlets or not any(map(str.isalpha, name)):
        return ""
    return "" if read_moment(name) else name


def best_site_name(stated: Sequence[tuple[str, str]]) -> tuple[str, str]:
    """The outlet's name as a reader knows it, and where it was found; names with their sources.

    The first is taken, but not a section ("Blog"), nor an address or a name written in one word
    where another writes it in several, nor one with a motto or a legal form where another has none.

    >>> best_site_name([("harbourpost", "og:site_name"), ("Harbour Post", "publisher")])
    ('Harbour Post', 'publisher')
    """
    named = [(tidy(name), source) for name, source in stated]
    named = [
        (name, source)
        for name, source in named
        if name and "://" not in name and name.casefold() not in _SECTIONS
    ]
    best = named[0] if named else ("", "")
    for name, source in named[1:]:
        if not _LEGAL_FORM.search(name) and _reads_better(name, best[0]):
            best = (name, source)
    return best


def _reads_better(name: str, other: str) -> bool:
    if _LEGAL_FORM.search(other) or _is_host(other) > _is_host(name):
        return True
    if name_key(name) == name_key(other):
        return name.count(" ") > other.count(" ")
    start, *motto = _TAIL.split(other.replace(": ", " : "), maxsplit=1)
    return bool(motto) and name_key(start) == name_key(name)


def _is_host(name: str) -> bool:
    return " " not in name and "." in name.strip(".")
