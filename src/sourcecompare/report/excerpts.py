"""Quotations cut short, for a report that is passed on."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sourcecompare.decisions import LEFT_OUT

from .view import Piece

EXCERPT_WORDS = 25
"""Words that a report of excerpts quotes round a particular in dispute: a sentence of news. Our
judgement; what a law allows depends on the country and on what the quotation is for."""

OPENING_WORDS = 10
"""Words of any other passage: enough to find it on its page. With 25 of each, more than half of an
article in short paragraphs was still there."""

_WORD = re.compile(r"\S+")


def excerpt(runs: Sequence[Piece], *, disputed: bool = False) -> tuple[Piece, ...]:
    """The runs, or a few words of them round the first particular, or else from the beginning.

    `disputed` is a sentence that is in dispute as a whole. Where words are left out at an end, a
    piece without text stands for them.

    >>> [p.text or p.omitted for p in excerpt([Piece(text="a b c d e f g h i j k l")])]
    ['a b c d e f g h i j', True]
    """
    words = EXCERPT_WORDS if disputed or any(run.value for run in runs) else OPENING_WORDS
    text = "".join(run.text for run in runs)
    found = [match.span() for match in _WORD.finditer(text)]
    if len(found) <= words:
        return tuple(runs)
    at = next((start for start, run in _placed(runs) if run.value), 0)
    here = next((n for n, (_, end) in enumerate(found) if end > at), 0)
    first = min(max(here - words // 2, 0), len(found) - words)
    begin, end = found[first][0], found[first + words - 1][1]
    kept = [
        _clipped(run, begin - start, end - start)
        for start, run in _placed(runs)
        if start < end and start + len(run.text) > begin
    ]
    ahead = [Piece(text="", omitted=True)] if begin else []
    behind = [Piece(text="", omitted=True)] if end < len(text) else []
    return (*ahead, *kept, *behind)


def opening(text: str) -> str:
    """The text, or its first words where it has more than stand round a particular."""
    said = text.split()
    return text if len(said) <= EXCERPT_WORDS else f"{' '.join(said[:EXCERPT_WORDS])}{LEFT_OUT}"


def _placed(runs: Sequence[Piece]) -> Iterable[tuple[int, Piece]]:
    start = 0
    for run in runs:
        yield start, run
        start += len(run.text)


def _clipped(run: Piece, begin: int, end: int) -> Piece:
    return replace(run, text=run.text[max(begin, 0) : max(end, 0)])
