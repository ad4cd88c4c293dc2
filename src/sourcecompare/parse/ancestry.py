"""Open elements: what each says of itself, and the XPath that finds it again."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from .elements import BREAKING, CONTAINERS

DEEP = 60  # elements; below this depth a path counts from the page's start, so that it stays short
MAX_ATTRIBUTE = 300  # characters of a class or id that are read

_NAME = re.compile(r"[a-z][a-z0-9_.-]{0,40}")
_WORD = re.compile(r"[A-Z]?[a-z]{2,}|[A-Z]{2,}")
_HIDING_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_SAID_BY = ("class", "id", "role", "itemprop", "aria-label", "data-testid", "data-component")


@dataclass(slots=True, eq=False, kw_only=True)
class Element:
    """An open element, or the page itself (which has no tag and no parent)."""

    tag: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)
    parent: "Element | None" = None
    depth: int = 0
    """elements above it, itself counted; 0 for the page"""
    step: str = ""
    """what finds it among its siblings"""
    anywhere: str = ""
    """what finds it from the page's start"""
    hidden: bool = False
    container: int = 0
    """number of the nearest element that holds blocks"""
    children: dict[str, int] = field(default_factory=dict)
    """how many of each name it has so far; "*" for all"""
    said: tuple[str, ...] | None = None

    def words(self) -> tuple[str, ...]:
        """Words of class, id and the like, in lower case; read once, when first asked for."""
        if self.said is None:
            values = (self.attributes.get(name) for name in _SAID_BY)
            text = " ".join(value[:MAX_ATTRIBUTE] for value in values if value)
            self.said = tuple(word.lower() for word in _WORD.findall(text))
        return self.said

    def upward(self) -> Iterator["Element"]:
        """The element itself, then its ancestors, without the page."""
        element: Element | None = self
        while element is not None and element.parent is not None:
            yield element
            element = element.parent

    def path(self) -> str:
        """The XPath that finds this element; "/" for the page itself."""
        if self.depth > DEEP:
            return self.anywhere
        return "".join(reversed([f"/{element.step}" for element in self.upward()])) or "/"


class Nursery:
    """Enters elements under their parents and counts them."""

    def __init__(self) -> None:
        self.page = Element()
        self._names: dict[str, int] = {}
        self._containers = 0

    def enter(self, tag: str, attributes: Mapping[str, str], parent: Element) -> Element:
        """A new element, the parent's last child so far."""
        # Names that XPath cannot hold (o:p) are found by their place among all elements.
        name = tag if _NAME.fullmatch(tag) else "*"
        container = parent.container
        if tag in CONTAINERS:
            self._containers += 1
            container = self._containers
        return Element(
            tag=tag,
            attributes=attributes,
            parent=parent,
            depth=parent.depth + 1,
            step=f"{name}[{_count(parent.children, tag, name)}]",
            anywhere=f"(//{name})[{_count(self._names, tag, name)}]",
            hidden=parent.hidden or _hides(attributes),
            container=container,
        )


def breaks(tag: str) -> bool:
    """Whether an element of this name begins and ends a block."""
    return tag in BREAKING or "-" in tag


def _count(counts: dict[str, int], tag: str, name: str) -> int:
    """The number of one more element, among those that its step's name stands for."""
    for key in {tag, "*"}:
        counts[key] = counts.get(key, 0) + 1
    return counts[name]


def _hides(attributes: Mapping[str, str]) -> bool:
    style = attributes.get("style")
    return "hidden" in attributes or bool(style and _HIDING_STYLE.search(style[:2000]))
