"""Plain text, as people paste and scrape it, into blocks; wrapped lines are joined again."""

from collections.abc import Sequence

from sourcecompare.model import Block, Kind, PageSpan

from .lines import Line, read_lines
from .shapes import Shape, kind_of, read_shapes
from .wrapping import join

__all__ = ["split_text"]


def split_text(text: str) -> tuple[Block, ...]:
    """Blocks of a plain text: paragraphs, headings, list items, table rows, quotations.

    A block is a line, or several lines that were wrapped at one width; its span begins and ends at
    a visible character, line ends and quotation marks of mails inside it stay as they are. Nothing
    is removed: the blocks hold all characters that are not white space.
    """
    lines = read_lines(text)
    shapes = read_shapes(lines)
    quoted = 2 * sum(line.depth > 0 for line in lines) > len(lines)
    return tuple(_block(index, run, text, quoted) for index, run in enumerate(join(lines, shapes)))


def _block(index: int, run: Sequence[tuple[Line, Shape]], text: str, quoted: bool) -> Block:
    lines = [line for line, _ in run]
    kind = kind_of(lines, run[0][1])
    if kind is Kind.PARAGRAPH and lines[0].depth and not quoted:
        kind = Kind.QUOTE  # a text that is quoted as a whole is just a forwarded one
    span = PageSpan(lines[0].start, lines[-1].end)
    return Block(index=index, kind=kind, text=text[span.start : span.end], span=span, path="")
