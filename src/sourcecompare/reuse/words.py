"""An article as one row of words, each with its place, and whether the article says it itself."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sourcecompare.model import Article, Sentence
from sourcecompare.quotations import quoted_places
from sourcecompare.text import WORD, fold

_SHORT, _LONG = 2, 4
"""Characters that count for one word where a script has no blanks: a Chinese or Japanese word has
about two, a Thai, Lao, Burmese or Khmer one about four, its vowel signs counted."""

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """The words of an article, headline first, in page order; arrays have an entry a word."""

    page: str
    outlet: str
    words: tuple[str, ...]
    """folded"""
    ids: Ints
    """equal for equal words of the story"""
    own: Flags
    """false in a quotation; true throughout where the article does nothing but quote"""
    blocks: Ints
    """index of the block; -1 for a headline on no block"""
    starts: Ints
    """first character in the block's text"""
    ends: Ints
    """one past the last one"""
    unit: int
    """entries that count for one word: 1, more in a script without blanks"""


def read_texts(
    articles: Sequence[Article], sentences: Mapping[str, tuple[Sentence, ...]]
) -> tuple[Text, ...]:
    """The articles as rows of words, by page id."""
    numbers: dict[str, int] = {}
    ordered = sorted(articles, key=lambda article: article.page.id)
    return tuple(_read(one, sentences[one.page.id], numbers) for one in ordered)


def _read(article: Article, said: Sequence[Sentence], numbers: dict[str, int]) -> Text:
    words: list[str] = []
    places: list[tuple[int, int, int]] = []
    own: list[bool] = []
    blocks: dict[int, list[Sentence]] = {}
    for one in said:
        blocks.setdefault(one.ref.block, []).append(one)
    for block, some in blocks.items():
        quoted = _quoted([one.text for one in some])
        for one, is_quoted in zip(some, quoted, strict=True):
            for word, start, end in _words(one.text):
                words.append(word)
                places.append((block, one.span.start + start, one.span.start + end))
                own.append(not is_quoted[start])
    table = np.array(places, dtype=np.int64).reshape(-1, 3)
    # What only quotes is compared all the same: as if it said all of it itself.
    flags = np.array(own, dtype=bool) if any(own) else np.ones(len(words), dtype=bool)
    return Text(
        page=article.page.id,
        outlet=article.page.outlet,
        words=tuple(words),
        ids=np.array([numbers.setdefault(word, len(numbers)) for word in words], dtype=np.int64),
        own=flags,
        blocks=table[:, 0],
        starts=table[:, 1],
        ends=table[:, 2],
        unit=_unit(words),
    )


def _words(text: str) -> Iterator[tuple[str, int, int]]:
    """Each folded word of a text with its first character and one past its last one."""
    folded = fold(text)
    if len(folded) == len(text):
        for match in WORD.finditer(folded):
            yield match[0], match.start(), match.end()
        return
    # Folding moved the characters, so each word has the place of the run between blanks it is in.
    for run in re.finditer(r"\S+", text):
        inside = fold(run[0])
        same = len(inside) == len(run[0])
        for match in WORD.finditer(inside):
            if same:
                yield match[0], run.start() + match.start(), run.start() + match.end()
            else:
                yield match[0], run.start(), run.end()


def _quoted(texts: Sequence[str]) -> list[bytearray]:
    """For each sentence of one block a mark a character: 1 inside a quotation."""
    whole = " ".join(texts)
    marks = bytearray(len(whole))
    for place in quoted_places(whole):
        marks[place] = b"\x01" * (place.stop - place.start)
    found: list[bytearray] = []
    start = 0
    for text in texts:
        found.append(marks[start : start + len(text)])
        start += len(text) + 1
    return found


def _unit(words: Sequence[str]) -> int:
    signs = [word for word in words if len(word) == 1 and ord(word) >= ord("\u0e00")]
    if 2 * len(signs) <= len(words):
        return 1
    long = sum(word < "\u1800" for word in signs)
    return _LONG if 2 * long > len(signs) else _SHORT
