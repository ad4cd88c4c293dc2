"""From events to blocks: what a browser would show as one run of lines is one block."""

import re
from collections.abc import Mapping
from itertools import islice

from sourcecompare.model import Block, Hint, Kind, PageSpan, TextSpan

from .ancestry import Element, Nursery, breaks
from .elements import INHERITED, KINDS, PREFORMATTED, UNSEEN
from .gather import CELL, Gatherer, Run

NEAR = 12  # ancestors whose names and words a hint holds
KIND_REACH = 8  # ancestors that may give a block its kind
MAX_WORDS = 60  # words of class and id that a hint holds

_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_CELLS = frozenset({"td", "th"})
_CAPTION_WORDS = frozenset({"caption", "figcaption"})
_BYLINE_WORDS = frozenset({"byline", "author", "authors"})


class BlockBuilder:
    """Takes the page's events one by one; `blocks`, `hints` and `visible` are what came of them."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.hints: list[Hint] = []
        self._nursery = Nursery()
        self._inside = self._nursery.page
        self._unseen = 0
        self._links = 0
        self._breaks = 0
        self._length = 0
        self._gatherer = Gatherer()
        self._after_link = False

    @property
    def visible(self) -> str:
        """All text of the page, one block a line."""
        return "\n".join(block.text for block in self.blocks)

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if tag == "br":
            self._line_break()
        else:
            self._breaks = 0
            if tag in _CELLS:
                self._gatherer.next_cell()
            elif breaks(tag):
                self._flush()
            # Menus are often written <a>Home</a><a>News</a>: two words, not one.
            if tag == "a" and self._after_link:
                self._add(" ")
            self._after_link = False
        self._inside = self._nursery.enter(tag, attributes, self._inside)
        self._links += tag == "a"
        self._unseen += tag in UNSEEN

    def text(self, text: str) -> None:
        """Text inside the innermost open element."""
        if self._unseen or not text:
            return
        if not text.isspace():
            self._breaks = 0
            self._after_link = False
        if self._inside.tag in PREFORMATTED:
            *paragraphs, text = _BLANK_LINE.split(text)
            for paragraph in paragraphs:
                self._add(paragraph)
                self._flush()
        self._add(text)

    def end(self) -> None:
        """The innermost open element ends."""
        element = self._inside
        if element.parent is None:
            return
        if element.tag in _CELLS:
            self._gatherer.next_cell()
        elif breaks(element.tag):
            self._flush()
        self._unseen -= element.tag in UNSEEN
        if element.tag == "a":
            self._links -= 1
            self._after_link = True
        self._inside = element.parent

    def close(self) -> None:
        """The page ends."""
        self._flush()

    def _line_break(self) -> None:
        self._breaks += 1
        if self._breaks > 1:
            self._flush()
        elif not self._unseen:
            self._gatherer.next_line()

    def _add(self, text: str) -> None:
        if not self._unseen:
            self._gatherer.add(text, self._inside, linked=self._links > 0)

    def _flush(self) -> None:
        """End the block that is being gathered, if there is one."""
        for run in self._gatherer.take():
            self._emit(run)

    def _emit(self, run: Run) -> None:
        element, text = _block_element(run), run.text
        start = self._length
        self._length += len(text) + 1
        self.blocks.append(
            Block(
                index=len(self.blocks),
                kind=_kind(element, run),
                text=text,
                span=PageSpan(start, start + len(text)),
                path=element.path(),
            )
        )
        self.hints.append(_hint(element, run))


def _block_element(run: Run) -> Element:
    """The innermost element that breaks lines round a run: for a row of cells, what holds them."""
    passed = _CELLS if run.row else frozenset()
    outermost = run.owner
    for element in run.owner.upward():
        if breaks(element.tag) and element.tag not in passed:
            return element
        outermost = element
    return outermost


def _hint(element: Element, run: Run) -> Hint:
    near = list(islice(element.upward(), NEAR))
    words = [word for ancestor in near if ancestor.tag != "html" for word in ancestor.words()]
    # White space between two hidden runs is no text that is shown.
    covered = sum(len("".join(run.text[start:end].split())) for start, end in run.hidden)
    hidden = bool(run.hidden) and covered == len("".join(run.text.split()))
    return Hint(
        tags=tuple(ancestor.tag for ancestor in near),
        words=tuple(words[:MAX_WORDS]),
        link=min(run.link, len(run.text)),
        hidden=hidden,
        container=element.container,
        veiled=() if hidden else tuple(TextSpan(start, end) for start, end in run.hidden),
    )


def _kind(element: Element, run: Run) -> Kind:
    near = list(islice(element.upward(), KIND_REACH))
    if run.time > 0.6 * len(run.text):
        return Kind.DATE
    named = _kind_by_name(near, len(run.text))
    if named:
        return named
    for distance, ancestor in enumerate(near):
        kind = KINDS.get(ancestor.tag)
        if kind and (distance <= 1 or ancestor.tag in INHERITED):
            is_column = kind is Kind.TABLE_ROW and not run.row and len(run.text) > CELL
            return Kind.PARAGRAPH if is_column else kind
        if ancestor.tag == "figure":
            return Kind.CAPTION
    return Kind.PARAGRAPH


def _kind_by_name(near: list[Element], length: int) -> Kind | None:
    """The kind that class or id state, of the block's own element or of a wrapper round it."""
    own = {
        word
        for distance, element in enumerate(near[:2])
        if distance == 0 or element.tag in {"p", "span", "div"}
        for word in element.words()
    }
    if own & _CAPTION_WORDS and length < 600:
        return Kind.CAPTION
    if own & _BYLINE_WORDS and length < 120 and near[0].tag not in {"h1", "li"}:
        return Kind.BYLINE
    return None
