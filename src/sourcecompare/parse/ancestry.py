"""Open elements: what each says of itself, and the XPath that finds it again."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from .elements import BREAKING, BREAKS, CONTAINERS, roles

DEEP = 60  # elements; below this depth a path counts from the page's start, so that it stays short
NEAR = 12  # elements, itself counted, whose names an element knows
MAX_WORDS = 60  # words of class and id that it knows, of itself and all round it
MAX_ATTRIBUTE = 300  # characters of a class or id that are read

_NAME = re.compile(r"[a-z][a-z0-9_.-]{0,40}")
_WORD = re.compile(r"[A-Z]?[a-z]{2,}|[A-Z]{2,}")
_HIDING_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_SAID_BY = ("class", "id", "role", "itemprop", "aria-label", "data-testid", "data-component")
_SAYING = frozenset(_SAID_BY)


class Place(NamedTuple):
    """An element and its nearest ancestors, itself first; made once for all its blocks."""

    tags: tuple[str, ...]
    words: tuple[str, ...]
    """of class, id and the like, lower case"""
    numbers: tuple[int, ...]
    """the elements' own, counted over the page from 1"""


NOWHERE = Place(tags=(), words=(), numbers=())


class Element:
    """An open element, or the page itself (which has no tag and no parent)."""

    __slots__ = (
        "_place",
        "_said",
        "_sayings",
        "attributes",
        "children",
        "container",
        "depth",
        "hidden",
        "name",
        "nth_child",
        "nth_on_page",
        "number",
        "parent",
        "tag",
    )

    def __init__(
        self, tag: str, name: str, attributes: Mapping[str, str], parent: "Element | None"
    ) -> None:
        self.tag = tag
        self.name = name  # as a path states it; "*" for what XPath cannot hold
        self.attributes = attributes
        self.parent = parent
        self.number = 0
        self.depth = 0  # elements above it, itself counted
        self.hidden = False
        self.container = 0  # number of the nearest element that holds blocks
        self.children: dict[str, int] | None = None  # how many of each name so far; "*" for all
        self.nth_child = self.nth_on_page = 1
        self._said: tuple[str, ...] | None = None
        # Many elements of a page say the same: the page's elements share what was read.
        self._sayings: dict[str, tuple[str, ...]] = {} if parent is None else parent._sayings
        self._place: Place | None = None

    def words(self) -> tuple[str, ...]:
        """Words of class, id and the like, in lower case; read once, when first asked for."""
        if self._said is None:
            if _SAYING.isdisjoint(self.attributes) or self.tag == "html":
                self._said = ()
            else:
                values = [self.attributes.get(name) for name in _SAID_BY]
                text = " ".join([value[:MAX_ATTRIBUTE] for value in values if value])
                said = self._sayings.get(text)
                if said is None:
                    said = tuple([word.lower() for word in _WORD.findall(text)])
                    self._sayings[text] = said
                self._said = said
        return self._said

    def place(self) -> Place:
        """What the element and its nearest ancestors are called; made once for each element."""
        unplaced: list[Element] = []
        element: Element | None = self
        while element is not None and element._place is None:
            unplaced.append(element)
            element = element.parent
        place = NOWHERE if element is None or element._place is None else element._place
        for below in reversed(unplaced):
            if below.parent is not None:
                place = Place(
                    tags=(below.tag, *place.tags[: NEAR - 1]),
                    words=(below.words() + place.words)[:MAX_WORDS],
                    numbers=(below.number, *place.numbers[: NEAR - 1]),
                )
            below._place = place
        return place

    def upward(self) -> Iterator["Element"]:
        """The element itself, then its ancestors, without the page."""
        element: Element | None = self
        while element is not None and element.parent is not None:
            yield element
            element = element.parent

    def path(self) -> str:
        """The XPath that finds this element; "/" for the page itself."""
        if self.depth > DEEP:
            return f"(//{self.name})[{self.nth_on_page}]"
        steps = [f"/{element.name}[{element.nth_child}]" for element in self.upward()]
        return "".join(reversed(steps)) or "/"


class Nursery:
    """Enters elements under their parents and counts them."""

    def __init__(self) -> None:
        self.page = Element("", "", {}, None)
        self._on_page: dict[str, int] = {"*": 0}
        self._containers = 0

    def pass_by(self, parent: Element) -> None:
        """Count an element that holds nothing, the parent's last child so far."""
        if parent.children is None:
            parent.children = {"*": 0}
        parent.children["*"] += 1
        self._on_page["*"] += 1

    def enter(self, tag: str, attributes: Mapping[str, str], parent: Element) -> Element:
        """A new element, the parent's last child so far."""
        # Names that XPath cannot hold (o:p) are found by their place among all elements.
        name = tag if tag in BREAKING or _NAME.fullmatch(tag) else "*"
        element = Element(tag, name, attributes, parent)
        element.depth = parent.depth + 1
        children = parent.children
        if children is None:
            children = parent.children = {"*": 0}
        on_page = self._on_page
        children["*"] += 1
        on_page["*"] += 1
        element.number = on_page["*"]
        if name != "*":
            children[name] = children.get(name, 0) + 1
            on_page[name] = on_page.get(name, 0) + 1
        element.nth_child, element.nth_on_page = children[name], on_page[name]
        element.container = parent.container
        if tag in CONTAINERS:
            self._containers += 1
            element.container = self._containers
        element.hidden = parent.hidden or (bool(attributes) and _hides(attributes))
        return element


def breaks(tag: str) -> bool:
    """Whether an element of this name begins and ends a block."""
    return bool(roles(tag) & BREAKS)


def _hides(attributes: Mapping[str, str]) -> bool:
    if "style" in attributes and _HIDING_STYLE.search(attributes["style"][:2000]):
        return True
    return "hidden" in attributes
