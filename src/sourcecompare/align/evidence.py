"""The words that explain why two paragraphs are a pair."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sourcecompare.model import BlockRef
from sourcecompare.similarity import Scores, tokens
from sourcecompare.text import words

from .sides import Side

_MOST = 6
"""Words that explain a pair, at most."""
_TELLING = 1.0
"""Rarity from which a word explains something: "the" has .05, a name told once 4."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A word of a paragraph that says much if another has it too."""

    rarity: float
    written: str
    """as the paragraph writes it first"""


def telling_words(
    sides: Iterable[Side], scores: Scores
) -> Mapping[BlockRef, Mapping[int, Telling]]:
    """The telling words of all paragraphs, by the number of their stem."""
    rarity = scores.rarity.round(6).tolist()
    stems: dict[str, Sequence[int]] = {}
    found = {}
    for one in sides:
        for block, some in zip(one.blocks, one.sentences, strict=True):
            told: dict[int, Telling] = {}
            for word in (word for sentence in some for word in words(sentence.text)):
                if word not in stems:
                    known = [scores.stems[token] for token in tokens(word) if token in scores.stems]
                    stems[word] = [stem for stem in known if rarity[stem] >= _TELLING]
                for stem in stems[word]:
                    told.setdefault(stem, Telling(rarity=rarity[stem], written=word))
            found[block] = told
    return found


def common_words(left: Mapping[int, Telling], right: Mapping[int, Telling]) -> tuple[str, ...]:
    """The most telling words of both, as the left one writes them, most telling first.

    Of equally telling ones the stem decides: another side may write them otherwise.
    """
    both = sorted(left.keys() & right.keys(), key=lambda stem: (-left[stem].rarity, stem))
    return tuple(dict.fromkeys(left[stem].written for stem in both))[:_MOST]
