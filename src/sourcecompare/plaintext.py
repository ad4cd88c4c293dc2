"""Plain text, as people paste and scrape it, into blocks; wrapped lines are joined again."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .model import Block, Kind, PageSpan
from .text import words

WRAP_MIN, WRAP_MAX = 50, 110  # characters; mail and terminals wrap at 60 to 100
WRAP_ROOM = 14  # a wrapped line ends within one long word of the width
WRAP_SHARE = 0.4  # of all long lines must end so close to the width that they were wrapped
HEADING_WORDS = 18
HEADING_CHARACTERS = 140

BULLET = re.compile(r"\s*(?:[•‣▪●○◦·∙■–—*-]|\(?\d{1,2}[.)]|[a-z]\))\s+(?=\S)")
"""Begins a list item. Must not match: "3.7 million", "-5"."""

_LINE_END = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_ENDS_SENTENCE = re.compile(r"[.!?…。！？।؟:;,][\"'”’»)\]]*$")


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    """without white space at either end"""
    text: str
    paragraph: int
    """counts blank lines passed so far: lines with the same number stand together"""


def split_text(text: str) -> tuple[Block, ...]:
    """Blocks of a plain text: paragraphs, headings, list items, table rows.

    A block is a line, or several lines that were wrapped at the text's width; its span begins and
    ends at a visible character, line ends inside it stay as they are. Nothing is removed: the
    blocks hold all characters that are not white space.
    """
    lines = _lines(text)
    width = _wrap_width(lines)
    widths = {} if width else _paragraph_widths(lines)
    runs: list[list[_Line]] = []
    for line in lines:
        if runs and _continues(runs[-1][-1], line, width or widths.get(line.paragraph, 0)):
            runs[-1].append(line)
        else:
            runs.append([line])
    return tuple(
        Block(
            index=index,
            kind=_kind(run, text),
            text=text[run[0].start : run[-1].end],
            span=PageSpan(run[0].start, run[-1].end),
            path="",
        )
        for index, run in enumerate(runs)
    )


def _lines(text: str) -> list[_Line]:
    found: list[_Line] = []
    start = paragraph = 0
    for match in [*_LINE_END.finditer(text), None]:
        end = match.start() if match else len(text)
        line = text[start:end]
        stripped = line.strip()
        if stripped:
            left = start + len(line) - len(line.lstrip())
            found.append(_Line(left, left + len(stripped), stripped, paragraph))
        else:
            paragraph += 1
        start = match.end() if match else end
    return found


def _wrap_width(lines: Sequence[_Line]) -> int:
    """The width at which the text was wrapped, in characters; 0 where it was not."""
    long = sorted(len(line.text) for line in lines if len(line.text) >= WRAP_MIN)
    if len(long) < 4 or long[int(len(long) * 0.95)] > WRAP_MAX:
        return 0
    width = long[int(len(long) * 0.95)]
    close = sum(length >= width - WRAP_ROOM for length in long)
    return width if close >= WRAP_SHARE * len(long) else 0


def _paragraph_widths(lines: Sequence[_Line]) -> dict[int, int]:
    """The width of each paragraph between blank lines that was wrapped by itself.

    Every line of such a paragraph but the last is full, and either half of them go on with a small
    letter or only the last one ends a sentence: a few lines pasted from a mail have no one width.
    """
    paragraphs: dict[int, list[str]] = {}
    for line in lines:
        paragraphs.setdefault(line.paragraph, []).append(line.text)
    widths = {}
    for number, texts in paragraphs.items():
        width = max(map(len, texts))
        following = texts[1:]
        full = all(
            len(text) + 1 + len(after.split(maxsplit=1)[0]) > width
            for text, after in zip(texts, following, strict=False)
        )
        small = sum(text[0].islower() for text in following)
        open_ends = sum(not _ENDS_SENTENCE.search(text) for text in texts[:-1])
        prose = open_ends == len(following) and bool(_ENDS_SENTENCE.search(texts[-1]))
        wrapped = 2 * small >= len(following) or prose
        if following and full and wrapped and WRAP_MIN <= width <= WRAP_MAX:
            widths[number] = width
    return widths


def _continues(line: _Line, following: _Line, width: int) -> bool:
    """Whether a line was broken only because the next word did not fit."""
    if not width or line.paragraph != following.paragraph or BULLET.match(following.text):
        return False
    if " | " in line.text or following.text.startswith(("©", "Copyright")):
        return False  # menus and notices stand one a line
    first_word = following.text.split(maxsplit=1)[0]
    if len(line.text) + 1 + len(first_word) <= width:
        return False
    return not (_looks_like_heading(line.text) and following.text[:1].isupper())


def _looks_like_heading(line: str) -> bool:
    """A line in title case, as headings of English-language outlets have it."""
    tokens = [word for word in words(line) if len(word) > 3]
    return len(tokens) > 2 and all(not word[0].islower() for word in tokens)


def _kind(run: Sequence[_Line], text: str) -> Kind:
    first = run[0].text
    if BULLET.match(first):
        return Kind.LIST_ITEM
    if "\t" in first.strip() and len(run) == 1:
        return Kind.TABLE_ROW
    count = len(words(first))
    short = count <= HEADING_WORDS and len(first) <= HEADING_CHARACTERS
    if len(run) == 1 and short and not _ENDS_SENTENCE.search(first):
        return Kind.HEADING
    return Kind.PARAGRAPH
