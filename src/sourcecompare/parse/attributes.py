"""Start tags with thousands of attributes, cut before any parser reads them.

libxml2 compares each attribute of an element with all before it: 40,000 of them cost 20 seconds
in which no limit can interrupt it, and ten times as many half an hour.
"""

import re

MOST = 500
"""Attributes of one element that are read; pages have up to 50."""
_LONG = 8 * MOST
"""Characters of a start tag from which it is looked at; as many attributes as fit into fewer cost
libxml2 nothing. Most tags of this length hold a picture's data in one attribute."""

CUT_NOTE = f"An element has more than {MOST} attributes; the others were left out."

_TAG = re.compile(r"<[A-Za-z][^\s/>]*")
_ATTRIBUTE = re.compile(
    r"""[\s/]* [^\s/=]+ (?: [ \t\r\n\f]* = [ \t\r\n\f]* (?: "[^"]*" | '[^']*' | [^\s"']* ) )?""",
    re.VERBOSE,
)


def cut_attributes(markup: str) -> str:
    """The markup; where an element has more than `MOST` attributes, with its first ones only.

    >>> cut_attributes("<p class=a>b") == "<p class=a>b"
    True
    """
    pieces = markup.split(">")
    if max(map(len, pieces)) < _LONG:
        return markup
    for number, piece in enumerate(pieces):
        if len(piece) >= _LONG:
            pieces[number] = _cut(piece)
    return ">".join(pieces)


def _cut(piece: str) -> str:
    """What stands before a ">", its last tag with no more than `MOST` attributes."""
    tag = _TAG.match(piece, piece.rfind("<")) if "<" in piece else None
    if tag is None or len(piece) - tag.start() < _LONG:
        return piece
    end = tag.end()
    for _ in range(MOST):
        attribute = _ATTRIBUTE.match(piece, end)
        if attribute is None:
            return piece
        end = attribute.end()
    return piece[:end]
