"""What a line is by its own form and its neighbours': item, table row, heading, rule, or prose."""

import re
from collections.abc import Iterator, Sequence
from enum import IntEnum, auto
from itertools import islice

from sourcecompare.model import Kind
from sourcecompare.text import WORD, words

from .lines import Line

HEADING_WORDS = 18
HEADING_CHARACTERS = 140
HEADING_LINES = 2
DRAWN_INDENT = 2  # columns; an "o" drawn for a bullet is indented
CELL_CHARACTERS = 100  # a longer cell is a sentence; a tab before it only indents
GAPS = 12  # of a line that are compared; more say no more
SCANNED = 2_000  # characters of a line in which columns are looked for


class Shape(IntEnum):
    """The form of a line."""

    PROSE = auto()
    """may go on in the next line, or go on with the one before"""
    ITEM = auto()
    """begins a list item"""
    MAYBE_ITEM = auto()
    """begins with what may mark an item or belong to a sentence that was wrapped before it"""
    ENTRY = auto()
    """begins a question, an answer or an entry of a live blog"""
    HEADING = auto()
    """is marked as a heading: by "#" before it or by a line drawn below"""
    ROW = auto()
    """is a row of a table"""
    RULE = auto()
    """is drawn, not written"""


_ITEM = re.compile(
    r"""
    (?: [•‣▪▸►▶●○◦∙■□◆◇★☆✓✔➤・･※⁃*+]  # must not match: "*bold*", "+5"
      | \(?\d{1,2}[.):]               # "1.", "2)", "(3)", "4:"; must not match: "3.7 million"
      | \(?[a-zA-Z]\) | \([ivx]{1,5}\) | [ivx]{2,5}[.)]
      | \[(?:\d{1,3}|[ xX])\]         # links of a terminal's browser, boxes to tick
    ) \s+ (?=\S)
    | [①-⑳⓪-⓿・●■◆▪•] (?=\S)
    | (?:\d{1,2}、 | [（(][一二三四五六七八九十]{1,3}[）)] | [一二三四五六七八九十]{1,3}、
      | 第[一二三四五六七八九十\d]{1,3}[、，：:\s] )
    """,
    re.VERBOSE,
)
_DASH = re.compile(r"[-–—―·]\s+(?=\S)")
"""Marks an item, or stands in mid-sentence. Must not match: "-5 degrees", "--"."""
_LONE_O = re.compile(r"o\s+(?=\S)")
"""What some terminal browsers draw for a bullet. Must not match: "of"."""
_ENTRY = re.compile(
    r"""
    (?: [01]?\d | 2[0-3] )
      (?: [:h] [0-5]\d (?: \s?[ap]\.?m\.? | \s?Uhr | \s?[A-Z]{2,4} )?
          (?: \s*[:|–—-] | \s (?=[^\W\d]) )
        | \. [0-5]\d (?: \s?[ap]\.?m\.? \b | \s?Uhr \b | \s [–—-] ) )
    | [QAFPRВО问答問] [:：]
    """,
    re.VERBOSE,
)
"""Begins "10:42 The fire ...", "9.15 Uhr: ...", "Q: ...". Must not match: "3.50 dollars", "2:1"."""
_HASHES = re.compile(r"\#{1,6}\s+(?=\S)")
_UNDERLINE = re.compile(r"([=~^_*#+-])\1{2,}")
_MARKUP_ROW = re.compile(r"\|.*\|")
_GAP = re.compile(r"(?<=[^\s.!?:;…])[ \u00a0\u3000]{2,}(?=\S)")
"""Parts columns; the two blanks that some type after a sentence do not. Must not match: "a b"."""
_BLANKS = ("  ", "\u00a0", "\u3000")
_MENU = re.compile(r"\s[|·•»›/]\s")
_FINAL = re.compile(r"[.!?…。！？।؟۔][\"'”’»)\]）」』】]*$")
ENDS_SENTENCE = re.compile(r"[.!?…。！？।؟۔:;,，、；：][\"'”’»)\]）」』】]*$")


def read_shapes(lines: Sequence[Line]) -> list[Shape]:
    """The shape of each line."""
    shapes = [_own_shape(line, before) for line, before in _with_previous(lines)]
    for at, (line, before) in enumerate(_with_previous(lines)):
        together = before is not None and before.paragraph == line.paragraph
        if not together or before is None:
            continue
        if shapes[at] is Shape.RULE and shapes[at - 1] is Shape.PROSE and _underlines(line, before):
            alone = at < 2 or lines[at - 2].paragraph != line.paragraph
            if alone or shapes[at - 2] is not Shape.PROSE:
                shapes[at - 1] = Shape.HEADING
        elif _same_columns(before, line) and {shapes[at - 1], shapes[at]} <= _TABLE:
            shapes[at - 1] = shapes[at] = Shape.ROW
    return shapes


_TABLE = frozenset({Shape.PROSE, Shape.ROW, Shape.RULE, Shape.MAYBE_ITEM, Shape.ENTRY})


def _with_previous(lines: Sequence[Line]) -> Iterator[tuple[Line, Line | None]]:
    before: Line | None = None
    for line in lines:
        yield line, before
        before = line


def _own_shape(line: Line, before: Line | None) -> Shape:
    text = line.text[:SCANNED]
    if WORD.search(text) is None:
        return Shape.ROW if text.count("|") > 1 else Shape.RULE
    if _HASHES.match(text):
        return Shape.HEADING
    if _ITEM.match(text):
        return Shape.MAYBE_ITEM if text[0].isalnum() or text[0] == "(" else Shape.ITEM
    if _LONE_O.match(text):
        apart = before is None or line.indent != before.indent or _LONE_O.match(before.text)
        return Shape.ITEM if line.indent >= DRAWN_INDENT and apart else Shape.PROSE
    if _DASH.match(text):
        return Shape.MAYBE_ITEM
    if "\t" in text and all(len(cell) <= CELL_CHARACTERS for cell in text.split("\t")):
        return Shape.ROW
    return Shape.ENTRY if _ENTRY.match(text) else Shape.PROSE


def _underlines(rule: Line, title: Line) -> bool:
    return (
        _UNDERLINE.fullmatch(rule.text) is not None
        and len(title.text) <= HEADING_CHARACTERS
        and abs(rule.indent - title.indent) <= 1
        and 2 * (rule.edge - rule.indent) >= title.edge - title.indent
    )


def _same_columns(one: Line, other: Line) -> bool:
    """Whether two lines under one another have their columns in the same places."""
    upper, lower = one.text[:SCANNED], other.text[:SCANNED]
    pipes = upper.count("|"), lower.count("|")
    if min(pipes):
        framed = _MARKUP_ROW.fullmatch(upper) and _MARKUP_ROW.fullmatch(lower)
        figures = any(map(str.isdigit, upper + lower)) or not WORD.search(lower)
        return pipes[0] == pipes[1] and bool(framed or figures)
    over, under = _gaps(one, upper), _gaps(other, lower)
    fewer, more = (over, under) if len(over) <= len(under) else (under, over)
    if not fewer or len(more) > 2 * len(fewer) + 1:
        return False
    return all(any(a < end and start < b for a, b in more) for start, end in fewer)


def _gaps(line: Line, text: str) -> list[tuple[int, int]]:
    """Where a line has its first gaps of two blanks or more, in columns, half-open."""
    if not any(blanks in text for blanks in _BLANKS):
        return []
    return [
        (line.indent + gap.start(), line.indent + gap.end())
        for gap in islice(_GAP.finditer(text), GAPS)
    ]


def is_menu(text: str) -> bool:
    """Whether a line lists entries apart by strokes: "Home | News"."""
    return _MENU.search(text) is not None


_MARKED = {
    Shape.ITEM: Kind.LIST_ITEM,
    Shape.MAYBE_ITEM: Kind.LIST_ITEM,
    Shape.ROW: Kind.TABLE_ROW,
    Shape.HEADING: Kind.HEADING,
    Shape.RULE: Kind.PARAGRAPH,
}


def ends_finally(text: str) -> bool:
    """Whether a line ends with a full stop or the like, brackets and quotation marks apart."""
    return _FINAL.search(text[-8:]) is not None


def kind_of(lines: Sequence[Line], shape: Shape) -> Kind:
    """The kind of the block that these lines make, of which the first has this shape."""
    if shape in _MARKED:
        return _MARKED[shape]
    short = (
        len(lines) <= HEADING_LINES
        and sum(len(line.text) for line in lines) <= HEADING_CHARACTERS
        and not ENDS_SENTENCE.search(lines[-1].text)
        and sum(len(words(line.text)) for line in lines) <= HEADING_WORDS
    )
    return Kind.HEADING if short else Kind.PARAGRAPH
