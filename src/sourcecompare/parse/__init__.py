"""An HTML page into blocks, with what its markup says of them and of itself."""

from dataclasses import dataclass

from sourcecompare.model import Block, Fault, Markup, Reason

from .attributes import CUT_NOTE, cut_attributes
from .blocks import PageBuilder
from .moments import iso_time, read_moment
from .trees import read_events

__all__ = ["DEEP_NOTE", "Parsed", "cut_attributes", "iso_time", "parse", "read_moment"]


DEEP_NEST = 256  # elements; parsers that build a tree lose what stands deeper
DEEP_NOTE = "The page nests {} elements in each other; it was read to its end."


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """A parsed page."""

    visible: str
    """the blocks' text, one block a line"""
    blocks: tuple[Block, ...]
    markup: Markup
    notes: tuple[str, ...]
    """what the parser had to repair, a sentence each"""
    fault: Fault | None


def parse(markup: str) -> Parsed:
    """All visible text of a page in document order, as blocks.

    Left out: script, style, noscript, template, title, alternative texts, and what only other
    browsers show (iframe, noframes, object). Text hidden by attribute or inline style is in.
    Never raises for whatever is on the page; a page without text has the fault ``empty``.
    """
    cut = cut_attributes(markup)
    builder, notes = read_events(cut, PageBuilder)
    if builder.depth > DEEP_NEST:
        notes = (DEEP_NOTE.format(builder.depth), *notes)
    if cut != markup:
        notes = (CUT_NOTE, *notes)
    fault = None
    if not builder.blocks:
        detail = (
            "The page shows no text at all; save it again from the browser, as it is displayed."
        )
        fault = Fault(reason=Reason.EMPTY, detail=detail)
    return Parsed(
        visible=builder.visible,
        blocks=tuple(builder.blocks),
        markup=Markup(head=builder.head.head(), hints=tuple(builder.hints)),
        notes=notes,
        fault=fault,
    )
