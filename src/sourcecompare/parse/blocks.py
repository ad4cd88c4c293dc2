"""From events to blocks: what a browser would show as one run of lines is one block."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from sourcecompare.model import Block, Hint, Kind, PageSpan

from .elements import BREAKING, CONTAINERS, INHERITED, KINDS, UNSEEN, VOID
from .gather import CELL, Gatherer, Run

DEEP = 60  # elements; below this depth a path counts from the page's start, so that it stays short
NEAR = 12  # ancestors whose names and words a hint holds
MAX_WORDS = 60  # words of class and id that a hint holds
MAX_ATTRIBUTE = 300  # characters of a class or id that are read

_NAME = re.compile(r"[a-z][a-z0-9]{0,19}")
_WORD = re.compile(r"[A-Z]?[a-z]{2,}|[A-Z]{2,}")
_HIDING_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_CAPTION_WORDS = frozenset({"caption", "figcaption"})
_BYLINE_WORDS = frozenset({"byline", "author", "authors"})
_SAID_BY = ("class", "id", "role", "itemprop", "aria-label", "data-testid", "data-component")


@dataclass(slots=True)
class _Element:
    """An open element."""

    tag: str
    attributes: Mapping[str, str]
    number: int
    """of this element among its parent's children of the same name, from 1"""
    hidden: bool
    container: int
    order: int
    """of this element among all of its name on the page, from 1"""
    children: dict[str, int] = field(default_factory=dict)
    said: tuple[str, ...] | None = None

    def words(self) -> tuple[str, ...]:
        """Words of class, id and the like, in lower case; read once, when first asked for."""
        if self.said is None:
            values = (self.attributes.get(name) for name in _SAID_BY)
            text = " ".join(value[:MAX_ATTRIBUTE] for value in values if value)
            self.said = tuple(word.lower() for word in _WORD.findall(text))
        return self.said


class BlockBuilder:
    """Takes the page's events one by one; `blocks`, `hints` and `visible` are what came of them."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.hints: list[Hint] = []
        self._stack: list[_Element] = []
        self._unseen = 0
        self._links = 0
        self._breaks = 0
        self._containers = 0
        self._names: dict[str, int] = {}
        self._length = 0
        self._owner: _Element | None = None
        self._gatherer = Gatherer()
        self._after_link = False

    @property
    def visible(self) -> str:
        """All text of the page, one block a line."""
        return "\n".join(block.text for block in self.blocks)

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if tag == "br":
            self._breaks += 1
            if self._breaks > 1:
                self._flush()
            elif not self._unseen:
                self._gatherer.next_line()
            return
        self._breaks = 0
        if tag == "td" or tag == "th":
            self._gatherer.next_cell()
        elif tag in BREAKING or "-" in tag:
            self._flush()
        if tag in VOID:
            return
        if tag == "a":
            # Menus are often written <a>Home</a><a>News</a>: two words, not one.
            if self._after_link:
                self._add(" ")
            self._links += 1
        self._after_link = False
        self._push(tag, attributes)

    def text(self, text: str) -> None:
        """Text inside the innermost open element."""
        if self._unseen or not text:
            return
        if not text.isspace():
            self._breaks = 0
            self._after_link = False
        if self._stack and self._stack[-1].tag in {"pre", "plaintext", "listing", "xmp"}:
            paragraphs = re.split(r"\n[ \t]*\n", text)
            for paragraph in paragraphs[:-1]:
                self._add(paragraph)
                self._flush()
            text = paragraphs[-1]
        self._add(text)

    def end(self, tag: str) -> None:
        """The innermost open element ends."""
        if tag in VOID or not self._stack:
            return
        if tag == "tr" or ((tag in BREAKING or "-" in tag) and tag not in {"td", "th"}):
            self._flush()
        element = self._stack.pop()
        self._unseen -= element.tag in UNSEEN
        if element.tag == "a":
            self._links -= 1
            self._after_link = True

    def close(self) -> None:
        """The page ends."""
        self._flush()

    def _push(self, tag: str, attributes: Mapping[str, str]) -> None:
        parent = self._stack[-1] if self._stack else None
        number = 1
        if parent is not None:
            number = parent.children[tag] = parent.children.get(tag, 0) + 1
        order = self._names[tag] = self._names.get(tag, 0) + 1
        hidden = bool(parent and parent.hidden) or "hidden" in attributes
        style = attributes.get("style")
        if style and _HIDING_STYLE.search(style[:2000]):
            hidden = True
        container = parent.container if parent else 0
        if tag in CONTAINERS:
            self._containers += 1
            container = self._containers
        self._stack.append(_Element(tag, attributes, number, hidden, container, order))
        self._unseen += tag in UNSEEN

    def _add(self, text: str) -> None:
        if self._unseen:
            return
        if self._owner is None and not text.isspace():
            self._owner = self._stack[-1] if self._stack else None
        timed = bool(self._stack) and self._stack[-1].tag == "time"
        self._gatherer.add(text, linked=self._links > 0, timed=timed)

    def _flush(self) -> None:
        """End the block that is being gathered, if there is one."""
        self._owner = None
        for run in self._gatherer.take():
            self._emit(run)

    def _emit(self, run: Run) -> None:
        stack, text = self._block_ancestors(), run.text
        hint = self._hint(stack, min(run.link, len(text)))
        kind = _kind(stack, run)
        start = self._length
        self._length += len(text) + 1
        self.blocks.append(
            Block(
                index=len(self.blocks),
                kind=kind,
                text=text,
                span=PageSpan(start, start + len(text)),
                path=self._path(stack),
            )
        )
        self.hints.append(hint)

    def _block_ancestors(self) -> list[_Element]:
        """The open elements down to the innermost that breaks lines."""
        depth = len(self._stack)
        while depth > 1 and not _breaks(self._stack[depth - 1].tag):
            depth -= 1
        return self._stack[:depth] if depth < len(self._stack) else self._stack

    def _hint(self, stack: list[_Element], linked: int) -> Hint:
        near = stack[: -NEAR - 1 : -1]
        words = [
            word for element in near if element.tag not in {"html"} for word in element.words()
        ]
        return Hint(
            tags=tuple(element.tag for element in near),
            words=tuple(words[:MAX_WORDS]),
            link=linked,
            hidden=bool(self._stack and self._stack[-1].hidden),
            container=stack[-1].container if stack else 0,
        )

    def _path(self, stack: list[_Element]) -> str:
        if not stack:
            return "/"
        if len(stack) > DEEP:
            last = stack[-1]
            return f"(//{_step(last.tag)})[{last.order}]"
        return "".join(f"/{_step(e.tag)}[{e.number}]" for e in stack)


def _breaks(tag: str) -> bool:
    return tag in BREAKING or "-" in tag


def _step(tag: str) -> str:
    """A name that XPath can hold; what pages invent beyond that is asked for by local-name()."""
    return tag if _NAME.fullmatch(tag) else "*"


def _kind(stack: list[_Element], run: Run) -> Kind:
    text = run.text
    if not stack:
        return Kind.PARAGRAPH
    if run.time > 0.6 * len(text):
        return Kind.DATE
    own = set(stack[-1].words())
    if len(stack) > 1:
        own |= set(stack[-2].words()) if stack[-2].tag in {"p", "span", "div"} else set()
    if own & _CAPTION_WORDS and len(text) < 600:
        return Kind.CAPTION
    if own & _BYLINE_WORDS and len(text) < 120 and stack[-1].tag not in {"h1", "li"}:
        return Kind.BYLINE
    for distance, element in enumerate(reversed(stack[-8:])):
        kind = KINDS.get(element.tag)
        if kind and (distance <= 1 or element.tag in INHERITED):
            is_column = kind is Kind.TABLE_ROW and not run.row and len(text) > CELL
            return Kind.PARAGRAPH if is_column else kind
        if element.tag == "figure":
            return Kind.CAPTION
    return Kind.PARAGRAPH
