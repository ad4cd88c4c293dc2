"""The words that explain why two paragraphs are a pair."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sourcecompare.model import BlockRef
from sourcecompare.similarity import Scores, tokens, written

from .sides import Side

_MOST = 6
"""Words that explain a pair, at most."""
_TELLING = 1.0
"""Rarity from which a word explains something: "the" has .05, a name told once 4."""

_SIGNS = 4
"""Signs of a script whose vowels are signs of their own that make a word; our judgement."""
_SYLLABIC = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
"""Thai, Lao, Burmese, Khmer."""
_NUMBER = re.compile(r"(?<!\d)\d++(?:[.,:]\d++)+")
"""84,000 or 6.40: compared in its parts, but "84" explains nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A word of a paragraph that says much if another has it too.

    In a script without spaces it is two neighbouring signs.
    """

    rarity: float
    written: str
    """as the paragraph writes it first"""
    place: int
    """its number in the paragraph"""
    goes_on: bool
    """whether the next number overlaps it by a sign"""


def telling_words(
    sides: Iterable[Side], scores: Scores
) -> Mapping[BlockRef, Mapping[int, Telling]]:
    """The telling words of all paragraphs, by the number of their stem."""
    rarity = scores.rarity.round(6).tolist()
    read: dict[str, Sequence[str]] = {}
    found = {}
    for one in sides:
        for block, some in zip(one.blocks, one.sentences, strict=True):
            told: dict[int, Telling] = {}
            place = 0
            numbers = _numbers(sentence.text for sentence in some)
            for stretch in (stretch for sentence in some for stretch in written(sentence.text)):
                if stretch not in read:
                    read[stretch] = tokens(stretch)
                pieces = read[stretch]
                for number, token in enumerate(pieces):
                    place += 1
                    stem = scores.stems.get(token, -1)
                    if stem < 0 or stem in told or rarity[stem] < _TELLING:
                        continue
                    told[stem] = Telling(
                        rarity=rarity[stem],
                        written=numbers.get(stretch, stretch) if len(pieces) == 1 else token,
                        place=place,
                        goes_on=number + 1 < len(pieces),
                    )
            found[block] = told
    return found


def common_words(left: Mapping[int, Telling], right: Mapping[int, Telling]) -> tuple[str, ...]:
    """The most telling words of both, as the first one writes them, most telling first.

    Signs of unspaced script that follow each other make one word. A number of several parts is one
    word if both have the whole of it, and else none.
    """
    common = [(left[stem], right[stem]) for stem in left.keys() & right.keys()]
    both = sorted(
        (one for one, other in common if _is_whole(one.written, other.written)),
        key=lambda one: one.place,
    )
    runs: list[Telling] = []
    for one in both:
        last = runs[-1] if runs else None
        if last is not None and last.goes_on and one.place == last.place + 1:
            runs[-1] = replace(
                one,
                rarity=max(last.rarity, one.rarity),
                written=last.written + one.written[-1],
            )
        else:
            runs.append(one)
    runs.sort(key=lambda one: (-one.rarity, one.written.casefold()))
    return tuple(dict.fromkeys(one.written for one in runs if _is_word(one.written)))[:_MOST]


def _numbers(texts: Iterable[str]) -> Mapping[str, str]:
    """The parts of numbers, each with the number that it stands in first."""
    found: dict[str, str] = {}
    for text in texts:
        for number in _NUMBER.findall(text):
            for part in re.findall(r"\d+", number):
                found.setdefault(part, number)
    return found


def _is_whole(ours: str, theirs: str) -> bool:
    return ours == theirs or not (_NUMBER.fullmatch(ours) or _NUMBER.fullmatch(theirs))


def _is_word(text: str) -> bool:
    """Whether a run may stand for itself: an initial does not, as the R in "R-Texas".

    Few signs of Thai and its like are part of a syllable.
    """
    if _SYLLABIC.match(text):
        return len(text) >= _SIGNS
    return len(text) > 1 or text.lower() == text.upper()
