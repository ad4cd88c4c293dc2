"""Which sorts of characters each block holds, counted over the whole page at once."""

import unicodedata
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from sourcecompare.model import Page

from .arrays import Floats

UPPER, LOWER, LETTER, DIGIT, SPACE, STOP, COMMA, QUOTE, MARK = (1 << bit for bit in range(9))
ALPHABETIC = UPPER | LOWER | LETTER
CHUNK = 1_000_000  # characters looked at together; a page of any size then needs little memory

_STOPS = ".!?…。！？।؟"
_COMMAS = ",;、，،؛"
_QUOTES = "\"'“”„«»‘’「」『』"
_MARKS = "|/›>•·:©→#@*_+=<[]{}()"
_ASKS = "?？؟"
# Scripts written without spaces: about two characters a word.
_UNSPACED = ((0x0E00, 0x0EFF), (0x3040, 0x30FF), (0x3400, 0x9FFF))
_WIDE = 0x3000  # from here on a stop ends a sentence without a blank after it
_LAST = 0xFFFF


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Characters of each block by sort, each of shape (blocks,)."""

    all: Floats
    letters: Floats
    upper: Floats
    digits: Floats
    commas: Floats
    quotes: Floats
    marks: Floats
    """signs that menus, tables and code are full of"""
    questions: Floats
    sentences: Floats
    """stops that end a sentence"""
    unspaced: Floats
    """characters of scripts written without spaces"""
    words: Floats
    """runs of letters and digits; of an unspaced script half its characters"""
    capitalised: Floats
    """words that begin with a capital"""
    first: NDArray[np.uint16]
    """sort of the block's first character"""


@cache
def sorts() -> NDArray[np.uint16]:
    """The sort of each character of the basic plane, shape (65536,); 0 for others."""
    table = np.zeros(_LAST + 1, np.uint16)
    by_category = {"Lu": UPPER, "Lt": UPPER, "Ll": LOWER, "Nd": DIGIT, "Mn": LETTER, "Mc": LETTER}
    for code in range(_LAST):
        category = unicodedata.category(chr(code))
        table[code] = by_category.get(category, LETTER if category[0] == "L" else 0)
        if category[0] in "ZC" and chr(code).isspace():
            table[code] = SPACE
    for characters, sort in (
        (_STOPS, STOP),
        (_COMMAS, COMMA),
        (_QUOTES, QUOTE),
        (_MARKS, MARK),
    ):
        table[[ord(character) for character in characters]] = sort
    return table


def count(page: Page) -> Counts:
    """The counts of all blocks of a page."""
    starts = np.array([block.span.start for block in page.blocks])
    ends = np.array([block.span.end for block in page.blocks])
    columns: list[list[Floats]] = []
    first: list[NDArray[np.uint16]] = []
    at = 0
    while at < len(starts):
        # As many blocks as fit into a chunk; at least one.
        stop = max(at + 1, int(np.searchsorted(ends, starts[at] + CHUNK)))
        text = page.visible[starts[at] : ends[stop - 1]]
        columns.append(
            _count_in(text, starts[at:stop] - starts[at], ends[at:stop] - starts[at], first)
        )
        at = stop
    joined = [np.concatenate(parts) for parts in zip(*columns, strict=True)]
    names = (
        "letters upper digits commas quotes marks questions sentences unspaced words capitalised"
    )
    return Counts(
        all=(ends - starts).astype(float),
        first=np.concatenate(first),
        **dict(zip(names.split(), joined, strict=True)),
    )


def _count_in(
    text: str,
    starts: NDArray[np.int_],
    ends: NDArray[np.int_],
    first: list[NDArray[np.uint16]],
) -> list[Floats]:
    """One array for each name of `Counts` but the first; `first` takes up the sorts."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    sort = sorts()[np.minimum(codes, _LAST)]
    bounds = np.stack([starts, ends], axis=1).ravel()
    first.append(sort[starts])

    def per_block(flags: NDArray[np.bool_]) -> Floats:
        # The sum from each start to its end; a last sign makes the text's end a place in it.
        sums = np.add.reduceat(np.append(flags, False), bounds, dtype=np.int32)
        return sums[::2].astype(float)

    def holds(sorts_: int) -> NDArray[np.bool_]:
        return (sort & sorts_) > 0

    in_word = holds(ALPHABETIC | DIGIT)
    begins = in_word & ~np.concatenate([[False], in_word[:-1]])
    unspaced = np.zeros(len(codes), bool)
    if codes.max(initial=0) >= _UNSPACED[0][0]:
        for low, high in _UNSPACED:
            unspaced |= (codes >= low) & (codes <= high)
    stops = holds(STOP)
    followed = np.append((sort[1:] & (SPACE | QUOTE)) > 0, True)
    asks = np.isin(codes, [ord(sign) for sign in _ASKS]) & stops
    half_words = per_block(unspaced) / 2
    return [
        per_block(holds(ALPHABETIC)),
        per_block(holds(UPPER)),
        per_block(holds(DIGIT)),
        per_block(holds(COMMA)),
        per_block(holds(QUOTE)),
        per_block(holds(MARK)),
        per_block(asks),
        per_block(stops & (followed | (codes > _WIDE))),
        2 * half_words,
        per_block(begins & ~unspaced) + half_words,
        per_block(begins & holds(UPPER)),
    ]
