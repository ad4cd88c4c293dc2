"""An HTML page into blocks, with what its markup says of them and of itself."""

from dataclasses import dataclass

from sourcecompare.model import Block, Fault, Markup, Reason

from .attributes import CUT_NOTE, cut_attributes
from .blocks import BlockBuilder
from .head import HeadReader, iso_time
from .trees import read_events

__all__ = ["Parsed", "cut_attributes", "iso_time", "parse"]


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
    builder, reader = BlockBuilder(), HeadReader()
    cut = cut_attributes(markup)
    events, notes = read_events(cut)
    notes = notes if cut == markup else (CUT_NOTE, *notes)
    for action, value, attributes in events:
        if action == "text":
            builder.text(value)
            reader.text(value)
        elif action == "start":
            builder.start(value, attributes)
            reader.start(value, attributes)
        else:
            builder.end()
            reader.end()
    builder.close()
    fault = None
    if not builder.blocks:
        detail = (
            "The page shows no text at all; save it again from the browser, as it is displayed."
        )
        fault = Fault(reason=Reason.EMPTY, detail=detail)
    return Parsed(
        visible=builder.visible,
        blocks=tuple(builder.blocks),
        markup=Markup(head=reader.head(), hints=tuple(builder.hints)),
        notes=notes,
        fault=fault,
    )
