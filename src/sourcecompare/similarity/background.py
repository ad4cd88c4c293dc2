"""How common a word is in its language, and so how little it says that two texts share it.

The texts of one event cannot tell: a word that stands in two of its thirty paragraphs may be a
function word or the name that matters. What is counted in whole languages can (`commonness/`).
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

import numpy as np
from numpy.typing import NDArray

_MOST_COMMON = 7.5
"""Zipf units at which sharing a word says nothing: "and". At 7, AP on real news falls by .003."""
_RAREST = 4.8
"""Zipf units at and below which all words count alike: where the files end."""
_LEAST = 0.02
"""What the commonest words weigh, so that a text of nothing else still has a row."""
_FOUND = 0.1
"""Share of a text's tokens that are among the commonest of a language it is written in; in running
text it is a third to a half."""
_PRESENT = 0.1
"""Share of all tokens that a language has from which its words count: one quotation does not."""
_COMMONEST = 5.5
"""Zipf units from which a word tells its language, some hundred words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Background:
    """What is known beforehand of some tokens."""

    languages: tuple[str, ...]
    """of each token, "" where it is not known"""
    weights: NDArray[np.float64]
    """of each token, above 0 to 1: how much sharing it says"""


def background(vocabulary: Sequence[str], texts: Sequence[Sequence[str]]) -> Background:
    """The background of a vocabulary, in the languages that the texts (tokens) are written in.

    A token has the language in which it is commonest of those present, and a text in none of the
    known ones has words of weight 1. The order of texts has no say.
    """
    present = languages(texts)
    tables = [(language, _common(language)) for language in present]
    spoken, units = [], np.full(len(vocabulary), _RAREST)
    for at, token in enumerate(vocabulary):
        best, language = max(
            ((table.get(token, _RAREST), name) for name, table in tables),
            key=lambda found: found[0],
            default=(_RAREST, ""),
        )
        units[at] = best
        spoken.append(language)
    weights = np.maximum((_MOST_COMMON - units) / (_MOST_COMMON - _RAREST), _LEAST)
    return Background(languages=tuple(spoken), weights=weights)


def languages(texts: Iterable[Sequence[str]]) -> tuple[str, ...]:
    """The languages that texts (tokens) are written in, as far as they are known; commonest first.

    >>> languages([["the", "bridge", "was", "closed", "on", "monday"], ["and", "it", "is"]])
    ('en',)
    """
    spoken: Counter[str] = Counter()
    total = 0
    for text in texts:
        total += len(text)
        language = _language(text)
        if language:
            spoken[language] += len(text)
    ranked = sorted(spoken.items(), key=lambda item: (-item[1], item[0]))
    return tuple(language for language, tokens in ranked if tokens >= _PRESENT * total)


def _language(text: Sequence[str]) -> str:
    """The language whose commonest words a text has most of; "" where it has too few of any."""
    scores: Counter[str] = Counter()
    known = 0
    signs = _signs()
    for token in text:
        found = signs.get(token)
        if found:
            known += 1
            for language, units in found:
                scores[language] += units
    if known < _FOUND * len(text) or not scores:
        return ""
    return min(scores, key=lambda language: (-scores[language], language))


@cache
def _signs() -> Mapping[str, tuple[tuple[str, int], ...]]:
    """The commonest words of all languages: where each is one, and by how many tenths of a unit.

    Whole numbers, so that their sum does not depend on the order of words.
    """
    found: dict[str, list[tuple[str, int]]] = {}
    for file in sorted(_folder().iterdir(), key=lambda file: file.name):
        if not file.name.endswith(".txt"):
            continue
        language = file.name.removesuffix(".txt")
        for level, words in _lines(file.read_text(encoding="utf-8")):
            if level < _COMMONEST:
                break
            for word in words:
                found.setdefault(word, []).append((language, round(10 * (level - _RAREST))))
    return {word: tuple(some) for word, some in found.items()}


@cache
def _common(language: str) -> Mapping[str, float]:
    """The Zipf units of a language's common words."""
    text = (_folder() / f"{language}.txt").read_text(encoding="utf-8")
    return {word: level for level, words in _lines(text) for word in words}


def _lines(text: str) -> Iterable[tuple[float, list[str]]]:
    for line in text.splitlines():
        level, *words = line.split()
        yield float(level), words


def _folder() -> Traversable:
    return files("sourcecompare.similarity") / "commonness"
