"""Lines of a plain text with what their layout says: indent, right edge, quotation, paragraph."""

import re
from dataclasses import dataclass

TAB = 8  # columns
MEASURED = 300  # characters; no text is wrapped so wide, and longer lines need no exact measure

_LINE_END = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_QUOTE_MARK = re.compile(r"(?:>[ \t]?)+")
"""Before each line of a quoted mail. Must not match: "->", "a > b"."""
_WIDE = re.compile(
    r"[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff"
    r"\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\U0001f300-\U0001faff\U00020000-\U0003fffd]"
)
"""A character that takes two columns of a terminal (Unicode's annex 11)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line that is not blank."""

    start: int
    end: int
    """half-open in the whole text, without white space at either end"""
    text: str
    """without the mail's quotation marks before it"""
    depth: int
    """quotation marks before it"""
    indent: int
    """columns before the text, quotation marks apart"""
    edge: int
    """columns to the end of the text, indent included"""
    paragraph: int
    """counts blank lines passed so far: lines with the same number stand together"""


def read_lines(text: str) -> list[Line]:
    """All lines that are not blank, in order.

    A form feed ends a line, but between two lines it is no blank one: a page ends in mid-sentence.
    """
    found: list[Line] = []
    start = paragraph = 0
    ended = ""
    for match in [*_LINE_END.finditer(text), None]:
        end = match.start() if match else len(text)
        raw = text[start:end]
        end_mark = match[0] if match else ""
        if raw and not raw.isspace():
            line = _line(raw, start, paragraph)
            if line.text:
                found.append(line)
            else:  # a blank line of a quotation: its marks are visible and stand by themselves
                found.append(_line(raw, start, paragraph + 1, bare=True))
                paragraph += 2
        elif "\x0c" not in (end_mark, ended):
            paragraph += 1
        ended = end_mark
        start = match.end() if match else end
    return found


def _line(raw: str, start: int, paragraph: int, *, bare: bool = False) -> Line:
    stripped = raw.strip()
    left = len(raw) - len(raw.lstrip())
    mark = None if bare else _QUOTE_MARK.match(stripped)
    inner = stripped[mark.end() :] if mark else stripped
    text = inner.lstrip()
    lead = inner[: len(inner) - len(text)] if mark else raw[:left]
    indent = len(lead.expandtabs(TAB))
    return Line(
        start=start + left,
        end=start + left + len(stripped),
        text=text,
        depth=mark[0].count(">") if mark else 0,
        indent=indent,
        edge=indent + columns(text),
        paragraph=paragraph,
    )


def columns(text: str) -> int:
    """How many columns of a terminal a text takes.

    >>> columns("bridge"), columns("老桥")
    (6, 4)
    """
    if text.isascii() or len(text) > MEASURED:
        return len(text)
    return len(text) + len(_WIDE.findall(text))


def is_wide(character: str) -> bool:
    """Whether a character takes two columns, as Chinese, Japanese and Korean ones do."""
    return _WIDE.match(character) is not None
