"""Whose voice is whose: outlets that print one text are one voice, however often it is printed."""

import re
from collections.abc import Mapping, Sequence

from .model import Article, Sentence
from .text import WORD, fold

_SHINGLE = 5
"""Words of a run that two texts hardly share by chance; usual for near-duplicates."""
_SIGNS = 10
"""The same for scripts without spaces, where `text.words` takes each character for a word."""

_COPIED = 0.25
"""Share of the shorter article's runs, quotations left out, that a copy has in common with the
longer one. Measured: three outlets' own reports on each of 50 events (150 pairs) reach .12, all but
two of them stay below .05; quotations included they reach .33, for two reporters who took down one
speech share it word for word. The example's wire text, cut, edited and rearranged by two outlets:
.37 and .34 against the agency's text; a local paper's report on the same facts: .17 at most. Of 66
articles rewritten for learners, 56 count as copies of what they were made from."""

_STUB = 0.6
_CHANCE = 20
"""Runs in common (a sentence of 24 words) that prove something. An article so short that a quarter
of it is less than that is a copy only where most of it is: two outlets may both have used one
sentence of a press release."""

_QUOTED = re.compile(
    r"""
      " [^"]* (?: " | \Z )                                  # an open one ends with its paragraph
    | (?<!\w) ' (?=\w) (?: [^'] | (?<=\w)'(?=\w) )* ' (?!\w)  # 'it isn't', not 'the crews' boats
    """,
    re.VERBOSE,
)
"""A quotation in folded text, where all double quotation marks are one sign. Must not match: the
apostrophe of "isn't". Linear: each search ends at the next mark."""

_Runs = frozenset[tuple[str, ...]]


def voices(
    articles: Sequence[Article], sentences: Mapping[str, tuple[Sentence, ...]]
) -> dict[str, int]:
    """A number for each page id, equal where one outlet or one wire text speaks.

    Articles of one outlet are one voice. So are outlets that print largely the same text: at least
    a quarter of the shorter one's runs of five words, quotations left out, stand in the longer
    one. Two copies of one text may so be joined by a third that has parts of both. `sentences` has
    those of each article by page id.
    """
    ordered = sorted(articles, key=lambda article: article.page.id)
    runs = [_runs(sentences[article.page.id]) for article in ordered]
    voice = list(range(len(ordered)))
    for second in range(len(ordered)):
        for first in range(second):
            same = ordered[first].page.outlet == ordered[second].page.outlet
            if voice[first] != voice[second] and (same or _is_copy(runs[first], runs[second])):
                old, new = sorted((voice[first], voice[second]), reverse=True)
                voice = [new if one == old else one for one in voice]
    return {article.page.id: one for article, one in zip(ordered, voice, strict=True)}


def _is_copy(left: _Runs, right: _Runs) -> bool:
    shorter = min(len(left), len(right))
    enough = max(_COPIED * shorter, min(_CHANCE, _STUB * shorter))
    return shorter > 0 and len(left & right) >= enough


def _runs(sentences: Sequence[Sentence]) -> _Runs:
    """All runs of five words that an article says itself; of one that only quotes, all runs.

    A run never lies across a quotation, and a text shorter than a run is one.
    """
    blocks: dict[int, list[str]] = {}
    for one in sentences:
        blocks.setdefault(one.ref.block, []).append(one.text)
    texts = [fold(" ".join(some)) for some in blocks.values()]
    # Paragraphs are joined where the article itself speaks on, because copies cut them anew.
    own = " ".join(_QUOTED.sub("\n", text) for text in texts)
    return _shingles(own.split("\n")) or _shingles([" ".join(texts)])


def _shingles(stretches: Sequence[str]) -> _Runs:
    spoken = [WORD.findall(stretch) for stretch in stretches]
    signs = sum(len(word) == 1 for some in spoken for word in some)
    size = _SIGNS if 2 * signs > sum(map(len, spoken)) else _SHINGLE
    if len(spoken) == 1 and len(spoken[0]) < size:
        return frozenset((tuple(spoken[0]),)) if spoken[0] else frozenset()
    runs = (zip(*(some[at:] for at in range(size)), strict=False) for some in spoken)
    return frozenset(run for of_stretch in runs for run in of_stretch)
