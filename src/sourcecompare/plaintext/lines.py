"""Lines of a plain text with what their layout says: indent, right edge, quotation, paragraph."""

import re
from dataclasses import dataclass, replace

TAB = 8  # columns
MEASURED = 300  # characters; no text is wrapped so wide, and longer lines need no exact measure
WIDE_SLACK = 4  # columns; two characters
SPACELESS_WORD = 10  # columns
LONGEST_WORD = 30  # columns; only addresses are longer

_LINE_END = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_QUOTE_MARK = re.compile(r"(?:>[ \t]?)+")
"""Before each line of a quoted mail. Must not match: "->", "a > b"."""
_WIDE = re.compile(
    r"[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff"
    r"\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\U0001f300-\U0001faff\U00020000-\U0003fffd]"
)
"""A character that takes two columns of a terminal (Unicode's annex 11)."""
_BLANK_OR_WIDE = re.compile(r"\s|(?<!^)[\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff01-\uff60]")
_KOREAN = re.compile(r"[\uac00-\ud7a3]")
_SPACELESS = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
"""Thai, Lao, Burmese and Khmer letters: they are broken between words, but have no blanks there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line that is not blank."""

    start: int
    end: int
    """half-open in the whole text, without white space at either end; quotation marks included"""
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
    A blank line of a quotation has nothing but its marks, which are visible: it parts paragraphs
    and belongs to the line below, for blocks without words are in the way of everybody after us.
    """
    found: list[Line] = []
    bare: list[Line] = []
    start = paragraph = 0
    ended = ""
    for match in [*_LINE_END.finditer(text), None]:
        end = match.start() if match else len(text)
        raw = text[start:end]
        end_mark = match[0] if match else ""
        if raw and not raw.isspace():
            line = _line(raw, start, paragraph)
            if not line.text:  # a blank line of a quotation
                bare.append(line)
                paragraph += 1
            elif bare and line.depth:
                found.append(replace(line, start=bare[0].start, paragraph=paragraph))
                bare = []
            else:
                found += [*bare, line]
                bare = []
        elif "\x0c" not in (end_mark, ended):
            paragraph += 1
        ended = end_mark
        start = match.end() if match else end
    return [*found, *bare]


def _line(raw: str, start: int, paragraph: int) -> Line:
    stripped = raw.strip()
    left = len(raw) - len(raw.lstrip())
    mark = _QUOTE_MARK.match(stripped)
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


def has_words(text: str) -> bool:
    """Whether a line has several words; one alone is a name, a label or an address."""
    return " " in text or _WIDE.search(text, 0, LONGEST_WORD) is not None


def first_word(text: str) -> int:
    """Columns that the next line must offer at least before its text can be broken.

    A wide character is a word by itself; those after it may belong to it (no line begins with a
    comma), and some wrap by characters and not by columns.
    """
    if _KOREAN.match(text):  # some break it between words, some anywhere
        return min(columns(text[:LONGEST_WORD].split(maxsplit=1)[0]), LONGEST_WORD)
    if _WIDE.match(text):
        return WIDE_SLACK
    longest = SPACELESS_WORD if _SPACELESS.match(text) else LONGEST_WORD
    end = _BLANK_OR_WIDE.search(text, 0, longest)
    return end.start() if end else min(len(text), longest)
