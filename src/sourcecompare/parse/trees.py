"""Markup to a flat stream of events; the only door to lxml and BeautifulSoup.

libxml2 ends a page silently at 256 nested elements or at a text of 10 MB: its error log says so.
Then the page is parsed again with raised limits, and where these do not suffice either (2,048
nested elements) by BeautifulSoup over Python's own parser, which has none. A page that needed it
says so in its notes.
"""

import re
import warnings
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from lxml import etree

Event = tuple[str, str, Mapping[str, str]]
"""("start", tag, attributes), ("text", text, {}) or ("end", tag, {})"""

NOTHING: Mapping[str, str] = MappingProxyType({})

RAISED_NOTE = (
    "The page nests more than 256 elements or holds a text of over 10 MB; "
    "it was parsed with raised limits."
)
RECOVERED_NOTE = (
    "libxml2 gave up on this page (too deeply nested); it was parsed again by BeautifulSoup."
)

_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,500}\?>")


def read_events(markup: str) -> tuple[Iterator[Event], tuple[str, ...]]:
    """The page as events in document order, and notes on what had to be repaired."""
    # libxml2 takes an XML declaration's encoding for true, although the text is decoded already.
    data = _XML_DECLARATION.sub("", markup, count=1).encode("utf-8", "replace")
    root, complete = _by_libxml2(data, huge=False)
    if complete:
        return _walk(root), ()
    root, complete = _by_libxml2(data, huge=True)
    if complete:
        return _walk(root), (RAISED_NOTE,)
    return _by_beautifulsoup(markup), (RECOVERED_NOTE,)


def _by_libxml2(data: bytes, *, huge: bool) -> tuple[Any, bool]:
    """The root (None where there is no element) and whether libxml2 read the page to its end."""
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=huge, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, AssertionError):
        root = None
    gave_up = any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log)
    return root, not gave_up


def _walk(first: Any) -> Iterator[Event]:
    if first is None:
        return
    # What follows </html>, libxml2 puts into a second root beside the first.
    for root in (first, *first.itersiblings()):
        yield from _walk_below(root)


def _walk_below(root: Any) -> Iterator[Event]:
    for action, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag
        if not isinstance(tag, str):
            continue  # an entity
        if action == "start":
            yield "start", tag.lower(), element.attrib
            if element.text:
                yield "text", element.text, NOTHING
        else:
            yield "end", tag.lower(), NOTHING
            if element.tail and element is not root:
                yield "text", element.tail, NOTHING


def _by_beautifulsoup(markup: str) -> Iterator[Event]:
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
                yield "end", tag, NOTHING
        elif isinstance(child, Tag):
            name = child.name.lower()
            yield "start", name, {k: v for k, v in child.attrs.items() if isinstance(v, str)}
            open_tags.append((name, iter(child.contents)))
        elif isinstance(child, str) and not isinstance(child, PreformattedString):
            # Comments, doctypes and the like are strings too, but of their own kinds.
            yield "text", str(child), NOTHING
