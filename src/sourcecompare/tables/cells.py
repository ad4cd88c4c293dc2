"""Cells of CSV files that no spreadsheet takes for a formula, and the way back.

A spreadsheet runs a cell that starts with "=", "+", "-", "@" or a look-alike of them; what stands
before it, blanks, invisible characters or quotation marks, may be lost on the way (OWASP, "CSV
Injection"). Such a cell gets a leading apostrophe, which says "this is text". So that it can be
undone, a cell that begins with an apostrophe gets one more.
"""

import re

_CONTROLS_AND_SPACE = r"\x00-\x20\x7f-\xa0\s"
_QUOTATION_MARKS = "\"'`´‘-‟‹›«»＂＇"
# Soft hyphen, zero width, marks of direction, byte order mark.
_INVISIBLE = r"\u00ad\u034f\u061c\u115f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
_STARTS_FORMULA = r"=+\-@|%＝＋－＠"

_GUARDED = re.compile(
    rf"""
    '            # an apostrophe of the text's own, lest it be taken for ours
    | [\t\r\n]   # some programs cut the cell there and go on behind it
    | [{_CONTROLS_AND_SPACE}{_QUOTATION_MARKS}{_INVISIBLE}]* [{_STARTS_FORMULA}]
    """,
    re.VERBOSE,
)
"""The start of a cell that needs an apostrophe. Must not match: "1 = 1", "“Yes”", ""."""


def guard(text: str) -> str:
    """The text as a CSV cell that is not a formula.

    >>> guard("=1+1"), guard("'tis"), guard("1 = 1")
    ("'=1+1", "''tis", '1 = 1')
    """
    return f"'{text}" if _GUARDED.match(text) else text


def unguard(cell: str) -> str:
    """The text that `guard` made this cell of.

    >>> unguard("'=1+1"), unguard("''tis"), unguard("1 = 1")
    ('=1+1', "'tis", '1 = 1')
    """
    return cell.removeprefix("'")
