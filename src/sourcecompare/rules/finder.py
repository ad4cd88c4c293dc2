"""Looks for the phrases of all rules in one pass over a text."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from sourcecompare.text import UNSPACED

RUN = re.compile(r"\w+")
PREFIX = 3  # characters by which phrases are put together that begin a text
UNSPACED_WORD = 2  # characters of a script without spaces that count as a word of the limits

_GLUES = rf"{UNSPACED}\u0590-\u06ff\u1100-\u11ff\uac00-\ud7af"
_GLUED = re.compile(rf"[{_GLUES}]")
"""A letter of a script that writes words, or particles and words, as one: Chinese, Japanese, Thai,
Hebrew, Arabic, Korean. Must not match: Latin, Greek, Cyrillic or Devanagari letters."""
_UNSPACED_CHARACTER = re.compile(rf"[{UNSPACED}]")
_QUOTING = frozenset("\"'([<")  # what they open is said or added by somebody: no furniture


class Place(StrEnum):
    """Where in a block a phrase has to stand."""

    WHOLE = "whole"
    START = "start"
    WITHIN = "within"


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A phrase that gives furniture away."""

    rule: str
    place: Place
    text: str
    """folded"""
    words: int
    """it gives no block away that has more words than this and is more than the phrase"""


class Finder:
    """Phrases, laid out so that a text is compared with the few that it can hold at all."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        whole: defaultdict[str, list[Phrase]] = defaultdict(list)
        start: defaultdict[str, list[Phrase]] = defaultdict(list)
        within: defaultdict[str, list[Phrase]] = defaultdict(list)
        glued: defaultdict[str, list[Phrase]] = defaultdict(list)
        # The longest first: it is the one that an editor wants to be shown.
        for phrase in sorted(phrases, key=_rank):
            if phrase.place is Place.WHOLE:
                whole[phrase.text].append(phrase)
            elif phrase.place is Place.START:
                start[phrase.text[:PREFIX]].append(phrase)
            elif _GLUED.search(phrase.text):
                glued[phrase.text[:PREFIX]].append(phrase)
            else:
                within[max(RUN.findall(phrase.text), key=len)].append(phrase)
        self._whole, self._start, self._within, self._glued = whole, start, within, glued
        every = [*_of(whole), *_of(start), *_of(within), *_of(glued)]
        self._longest = UNSPACED_WORD * max((phrase.words for phrase in every), default=0)

    def find(self, folded: str, bare: str, count: int) -> dict[str, str]:
        """The phrases that give a folded text of `count` words away, by rule.

        `bare` is the folded text without punctuation and numbers at its ends. A phrase that is all
        of the text is named before one that begins it, and this before one that stands inside.
        """
        if count > self._longest:
            return {}
        glues = not folded.isascii() and _GLUED.search(folded) is not None
        if glues:
            unspaced = len(_UNSPACED_CHARACTER.findall(folded))
            count -= unspaced - unspaced // UNSPACED_WORD
        found: dict[str, str] = {}
        for phrase in (*self._whole.get(bare, ()), *self._whole.get(folded, ())):
            found.setdefault(phrase.rule, phrase.text)
        self._find_start(folded, count, found)
        opening = _opening(folded)
        if opening:
            self._find_start(folded[opening:], count, found)
        self._find_within(folded, count, found)
        if glues:
            self._find_glued(folded, count, found)
        return found

    def _find_start(self, folded: str, count: int, found: dict[str, str]) -> None:
        for size in range(PREFIX, 0, -1):
            for phrase in self._start.get(folded[:size], ()):
                text = phrase.text
                if (
                    count <= phrase.words
                    and folded.startswith(text)
                    and _ends_word(folded, len(text))
                ):
                    found.setdefault(phrase.rule, text)

    def _find_within(self, folded: str, count: int, found: dict[str, str]) -> None:
        runs = self._within.keys() & RUN.findall(folded)
        held = [
            phrase
            for run in runs
            for phrase in self._within[run]
            if count <= phrase.words and _holds(folded, phrase.text)
        ]
        _name(held, found)

    def _find_glued(self, folded: str, count: int, found: dict[str, str]) -> None:
        pieces = {folded[at : at + PREFIX] for at in range(len(folded))}
        held = [
            phrase
            for piece in self._glued.keys() & pieces
            for phrase in self._glued[piece]
            if count <= phrase.words and phrase.text in folded
        ]
        _name(held, found)


def _rank(phrase: Phrase) -> tuple[int, str, str]:
    """The longest first; the order of a set is another one in every run."""
    return -len(phrase.text), phrase.text, phrase.rule


def _name(held: Iterable[Phrase], found: dict[str, str]) -> None:
    """Name the longest phrase of each rule that has none yet."""
    for phrase in sorted(held, key=_rank):
        found.setdefault(phrase.rule, phrase.text)


def bare(text: str) -> str:
    """The text from its first letter to its last.

    >>> bare("» 3. Read on! (2)"), bare("1. 2.")
    ('Read on', '')
    """
    first, last = 0, len(text)
    # A pattern that ends in "$" would try every one of a long run of marks.
    while first < last and not text[first].isalpha():
        first += 1
    while last > first and not (text[last - 1].isalpha() or _is_mark(text[last - 1])):
        last -= 1
    return text[first:last]


def _of(table: Mapping[str, list[Phrase]]) -> Iterable[Phrase]:
    return (phrase for phrases in table.values() for phrase in phrases)


def _is_mark(character: str) -> bool:
    """Whether it is written as a part of the letter before it, as vowels are in Hindi."""
    return character > "\u02ff" and unicodedata.category(character)[0] == "M"


def _opening(folded: str) -> int:
    """Where the words begin after bullets, arrows, pictograms; folding makes » a quotation mark."""
    at = 2 if folded.startswith('" ') else 0
    while at < len(folded) and not folded[at].isalnum() and folded[at] not in _QUOTING:
        at += 1
    return at


def _ends_word(text: str, end: int) -> bool:
    """Whether a phrase that ends before `end` does not end inside a word."""
    if end >= len(text) or not text[end - 1].isalnum() or _GLUED.match(text[end - 1]):
        return True
    return not (text[end].isalnum() or text[end] == "_" or _is_mark(text[end]))


def _begins_word(text: str, start: int) -> bool:
    """Whether a phrase that begins at `start` does not begin inside a word."""
    if not start or not text[start].isalnum():
        return True
    before = text[start - 1]
    return not (before.isalnum() or before == "_" or _is_mark(before))


def _holds(text: str, phrase: str) -> bool:
    """Whether the phrase stands in the text, at the bounds of words."""
    start = text.find(phrase)
    while start >= 0:
        if _begins_word(text, start) and _ends_word(text, start + len(phrase)):
            return True
        start = text.find(phrase, start + len(phrase))
    return False
