"""Markup to a flat stream of events; the only door to lxml and BeautifulSoup.

libxml2 calls us for each tag and each text and builds no tree: half the time and a fraction of the
memory, and no limit on depth. Its other limit ends a page silently at a text or an attribute of
10 MB: the error log says so. Then the page is read again with raised limits, and where these do not
suffice either by BeautifulSoup over Python's own parser, which has none. A page that needed it says
so in its notes.
"""

import re
import warnings
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Protocol, TypeVar

from lxml import etree

NOTHING: Mapping[str, str] = MappingProxyType({})

RAISED_NOTE = "The page holds a text of over 10 MB; it was parsed with raised limits."
RECOVERED_NOTE = "libxml2 gave up on this page; it was parsed again by BeautifulSoup."

_XML_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,500}\?>")


class Listener(Protocol):
    """What hears a page's events in document order."""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins; its name is in lower case."""

    def data(self, text: str) -> None:
        """Text inside the innermost open element; one text may come in several pieces."""

    def end(self, tag: str) -> None:
        """The innermost open element ends."""

    def close(self) -> None:
        """The page ends."""


Heard = TypeVar("Heard", bound=Listener)


def read_events(markup: str, listener: Callable[[], Heard]) -> tuple[Heard, tuple[str, ...]]:
    """A listener that heard the whole page, and notes on what had to be repaired.

    `listener` makes a new one, for a page that is read once more begins from its start.
    """
    # libxml2 takes an XML declaration's encoding for true, although the text is decoded already.
    declared = _XML_DECLARATION.match(markup)
    data = markup[declared.end() if declared else 0 :].encode("utf-8", "replace")
    for huge, notes in ((False, ()), (True, (RAISED_NOTE,))):
        heard = listener()
        if _by_libxml2(data, heard, huge=huge):
            return heard, notes
    heard = listener()
    _by_beautifulsoup(markup, heard)
    return heard, (RECOVERED_NOTE,)


def _by_libxml2(data: bytes, listener: Listener, *, huge: bool) -> bool:
    """Whether libxml2 read the page to its end."""
    parser = etree.HTMLParser(target=listener, encoding="utf-8", huge_tree=huge)
    try:
        etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        # Raised for a page without an element too: it has no text, and so nothing was lost.
        return not data.strip() or _is_whole(parser)
    return _is_whole(parser)


def _is_whole(parser: Any) -> bool:
    return all(entry.type_name != "ERR_RESOURCE_LIMIT" for entry in parser.error_log)


def _by_beautifulsoup(markup: str, listener: Listener) -> None:
    from bs4 import BeautifulSoup, Tag
    from bs4.element import PreformattedString

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns of text that looks like a file name or XML
        soup = BeautifulSoup(markup, "html.parser", multi_valued_attributes=None)
    # A list of iterators, not recursion: these pages are nested deeper than Python's stack.
    open_tags: list[tuple[str, Iterator[Any]]] = [("", iter(soup.contents))]
    while open_tags:
        tag, children = open_tags[-1]
        child = next(children, None)
        if child is None:
            open_tags.pop()
            if tag:
                listener.end(tag)
        elif isinstance(child, Tag):
            name = child.name.lower()
            stated = {k: v for k, v in child.attrs.items() if isinstance(v, str)}
            listener.start(name, stated or NOTHING)
            open_tags.append((name, iter(child.contents)))
        elif isinstance(child, str) and not isinstance(child, PreformattedString):
            # Comments, doctypes and the like are strings too, but of their own kinds.
            listener.data(str(child))
    listener.close()
