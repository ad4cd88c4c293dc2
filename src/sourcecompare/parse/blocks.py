"""From events to blocks: what a browser would show as one run of lines is one block."""

import re
from collections.abc import Mapping

from sourcecompare.model import Block, Hint, Kind, PageSpan, TextSpan

from .ancestry import Element, Nursery, breaks
from .elements import (
    BREAKS,
    EMPTY,
    HEAD,
    HIDES,
    INHERITED,
    KINDS,
    PREFORMATTED,
    roles,
)
from .elements import CELL as CELL_ROLE
from .gather import CELL, Gatherer, Run
from .head import HeadReader

KIND_REACH = 8  # ancestors that may give a block its kind

_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_CELLS = frozenset({"td", "th"})
_WRAPPERS = frozenset({"p", "span", "div"})
_CAPTION_WORDS = frozenset({"caption", "figcaption"})
_BYLINE_WORDS = frozenset({"byline", "author", "authors"})


class PageBuilder:
    """Hears the page's events; `blocks`, `hints` and `head` are what came of them."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.hints: list[Hint] = []
        self.head = HeadReader()
        self.depth = 0
        """of the innermost element that there was"""
        self._nursery = Nursery()
        self._inside = self._nursery.page
        self._pieces: list[str] = []
        self._unseen = 0
        self._links = 0
        self._breaks = 0
        self._length = 0
        self._gatherer = Gatherer()
        self._after_link = False
        self._looks: dict[tuple[object, ...], int] = {}

    @property
    def visible(self) -> str:
        """All text of the page, one block a line."""
        return "\n".join([block.text for block in self.blocks])

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if self._pieces:
            self._text()
        role = roles(tag)
        if role & HEAD:
            self.head.start(tag, attributes)
        if role & EMPTY:
            self._pass_by(tag)
            return
        self._breaks = 0
        if role & CELL_ROLE:
            self._gatherer.next_cell()
        elif role & BREAKS and self._gatherer.holds:
            self._flush()
        # Menus are often written <a>Home</a><a>News</a>: two words, not one.
        if tag == "a":
            if self._after_link:
                self._add(" ")
            self._links += 1
        self._after_link = False
        inside = self._inside = self._nursery.enter(tag, attributes, self._inside)
        if inside.depth > self.depth:
            self.depth = inside.depth
        if role & HIDES:
            self._unseen += 1

    def data(self, text: str) -> None:
        """Text inside the innermost open element; one text may come in several pieces."""
        if self._unseen:
            self.head.text(text)
        else:
            self._pieces.append(text)

    def end(self, tag: str) -> None:
        """The innermost open element ends."""
        if self._pieces:
            self._text()
        element = self._inside
        if element.parent is None:
            return
        role = roles(tag)
        if role & HEAD:
            self.head.end()
        if role & EMPTY:
            return
        if role & CELL_ROLE:
            self._gatherer.next_cell()
        elif role & BREAKS and self._gatherer.holds:
            self._flush()
        if role & HIDES:
            self._unseen -= 1
        elif tag == "a":
            self._links -= 1
            self._after_link = True
        self._inside = element.parent

    def close(self) -> None:
        """The page ends."""
        if self._pieces:
            self._text()
        self._flush()

    def _text(self) -> None:
        """Take up the text that stands between two tags."""
        text = self._pieces[0] if len(self._pieces) == 1 else "".join(self._pieces)
        self._pieces.clear()
        if text.isspace():
            if not self._gatherer.holds:
                return  # white space between two blocks
        else:
            self._breaks = 0
            self._after_link = False
        if self._inside.tag in PREFORMATTED:
            *paragraphs, text = _BLANK_LINE.split(text)
            for paragraph in paragraphs:
                self._add(paragraph)
                self._flush()
        self._add(text)

    def _pass_by(self, tag: str) -> None:
        """An element that holds nothing; some part what stands round them."""
        if tag == "br":
            self._line_break()
        else:
            self._breaks = 0
            self._after_link = False
            if roles(tag) & BREAKS:
                self._flush()
        self._nursery.pass_by(self._inside)

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
        if self._gatherer.holds:
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
        self.hints.append(self._hint(element, run))

    def _hint(self, element: Element, run: Run) -> Hint:
        place = element.place()
        # White space between two hidden runs is no text that is shown.
        covered = sum(len("".join(run.text[start:end].split())) for start, end in run.hidden)
        hidden = bool(run.hidden) and covered == len("".join(run.text.split()))
        around = element.parent or element
        look = (element.tag, element.words(), around.tag, around.words())
        return Hint(
            tags=place.tags,
            words=place.words,
            link=min(run.link, len(run.text)),
            hidden=hidden,
            container=element.container,
            ancestors=place.numbers,
            depth=element.depth,
            look=self._looks.setdefault(look, len(self._looks)),
            veiled=()
            if hidden or not run.hidden
            else tuple(TextSpan(start, end) for start, end in run.hidden),
        )


def _block_element(run: Run) -> Element:
    """The innermost element that breaks lines round a run: for a row of cells, what holds them."""
    outermost = element = run.owner
    while element.parent is not None:
        if breaks(element.tag) and not (run.row and element.tag in _CELLS):
            return element
        outermost = element
        element = element.parent
    return outermost


def _kind(element: Element, run: Run) -> Kind:
    if run.time > 0.6 * len(run.text):
        return Kind.DATE
    named = _kind_by_name(element, len(run.text))
    if named:
        return named
    kind = _kind_by_tags(element.place().tags[:KIND_REACH])
    # A cell as long as a paragraph is a column of the page's layout.
    is_column = kind is Kind.TABLE_ROW and not run.row and len(run.text) > CELL
    return Kind.PARAGRAPH if is_column else kind


def _kind_by_tags(tags: tuple[str, ...]) -> Kind:
    """The kind that the nearest elements give."""
    for distance, tag in enumerate(tags):
        kind = KINDS.get(tag)
        if kind and (distance <= 1 or tag in INHERITED):
            return kind
        if tag == "figure":
            return Kind.CAPTION
    return Kind.PARAGRAPH


def _kind_by_name(element: Element, length: int) -> Kind | None:
    """The kind that class or id state, of the block's own element or of a wrapper round it."""
    own = element.words()
    around = element.parent
    if around is not None and around.tag in _WRAPPERS:
        own = own + around.words()
    if not own:
        return None
    if length < 600 and not _CAPTION_WORDS.isdisjoint(own):
        return Kind.CAPTION
    if length < 120 and not _BYLINE_WORDS.isdisjoint(own) and element.tag not in {"h1", "li"}:
        return Kind.BYLINE
    return None
