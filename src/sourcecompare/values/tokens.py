"""Words, numerals and signs of a sentence, each with its place: what the grammar reads."""

import re
from collections.abc import Sequence
from functools import lru_cache, partial
from typing import NamedTuple

# A numeral keeps its inner points and commas; a word its inner apostrophes; all else is one sign.
# Linear: a separator is never also a digit or a letter. No match: white space.
TOKEN = re.compile(r"([0-9]+(?:[.,][0-9]+)*)|([^\W\d_]+(?:['’][^\W\d_]+)*)|\S")
DIGITS, LETTERS = 1, 2  # its groups

HYPHENS = frozenset("-‐‑")
DASHES = HYPHENS | frozenset("–—")

KEPT = 1 << 6
"""Texts whose tokens are kept. Of a few sentences all readers find the same ones; of a whole story
one reader reads all before the next one begins, and so many objects would only be in the way."""

PADDING = 12
"""Empty tokens behind the last one, more than the grammar ever looks ahead or back."""


class Token(NamedTuple):
    """A word, a numeral or a sign."""

    text: str
    low: str
    """case-folded, with a straight apostrophe"""
    start: int
    end: int
    """in the text that was read, half-open"""

    is_word: bool = False
    """made of letters"""
    is_digits: bool = False
    """a numeral in digits"""


_token = partial(tuple.__new__, Token)
"""All fields at once, in a third of the time that the class takes with one each."""

Tokens = Sequence[Token]

END = Token("", "", -9, -9)
PADDED = (END,) * PADDING


@lru_cache(maxsize=KEPT)
def tokenise(text: str) -> tuple[Token, ...]:
    """All tokens of a text and `PADDING` empty ones, so that looking past either end is safe.

    >>> [token.text for token in tokenise("Japan’s 3.7% (1,234)") if token.text]
    ['Japan’s', '3.7', '%', '(', '1,234', ')']
    """
    found: list[Token] = []
    for match in TOKEN.finditer(text):
        kind, word = match.lastindex, match[0]
        start, end = match.span()
        if kind == DIGITS:
            found.append(_token((word, word, start, end, False, True)))
        else:
            low = word.casefold() if word.isascii() else word.replace("’", "'").casefold()
            is_word = kind == LETTERS and word[0].isalpha()  # "½" counts as a letter there
            found.append(_token((word, low, start, end, is_word, False)))
    return (*found, *PADDED)


def glued(left: Token, right: Token) -> bool:
    """Whether nothing stands between two neighbours."""
    return left.end == right.start and bool(left.text) and bool(right.text)
