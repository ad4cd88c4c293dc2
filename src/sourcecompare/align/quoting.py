"""Pairs of paragraphs that only a quotation makes alike."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sourcecompare.model import BlockRef, Sentence, SentenceRef, TextSpan
from sourcecompare.quotations import own_words, quoted_words
from sourcecompare.similarity import Scorer, Scores, score_story
from sourcecompare.text import words
from sourcecompare.wording import MOST_WORDS, kept_in_order

from .choosing import TOLD
from .sides import Place, Side, Two

_LEAST = 4
"""Words in common, in order, from which two paragraphs have a quotation in common."""
_MOSTLY = 0.5
"""Share of a paragraph's words from which the quotation is what it tells."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoting:
    """A paragraph that quotes something."""

    quoted: tuple[str, ...]
    """the words of its quotations"""
    words: int
    """all of its words"""
    row: int
    """of its own words, in the scores of `Quotations`; -1 if it has none"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotations:
    """All paragraphs of a story that quote something, and how alike their own words are."""

    by_block: Mapping[BlockRef, Quoting]
    scores: Scores | None
    """None where no paragraph has both"""


def quotations(sides: Sequence[Side], scorers: Sequence[Scorer]) -> Quotations:
    """The quotations of a story's articles."""
    found: dict[BlockRef, tuple[tuple[str, ...], int]] = {}
    own: dict[str, list[Sentence]] = {}
    for one in sides:
        for block, folded in zip(one.blocks, one.folded, strict=True):
            text = " ".join(folded)
            quoted = tuple(words(quoted_words(text)))
            if len(quoted) < _LEAST:
                continue
            found[block] = (quoted, len(words(text)))
            rest = " ".join(own_words(text).split())
            if words(rest):
                ref = SentenceRef(block.article, block.block, 0)
                sentence = Sentence(ref=ref, span=TextSpan(0, len(rest)), text=rest)
                own.setdefault(block.article, []).append(sentence)
    scores = None
    if own:
        scores = score_story({page: tuple(some) for page, some in own.items()}, scorers=scorers)
    rows = dict(zip(scores.blocks, scores.block_rows.tolist(), strict=True)) if scores else {}
    by_block = {
        block: Quoting(quoted=quoted, words=count, row=rows.get(block, -1))
        for block, (quoted, count) in found.items()
    }
    return Quotations(by_block=by_block, scores=scores)


def by_quotation_alone(
    both: Two, places: Iterable[Place], quotations: Quotations
) -> frozenset[Place]:
    """Those of the pairs that only a quotation makes alike, while both say other things round it.

    Where the quotation is most of a paragraph, it is what that paragraph tells.
    """
    found = []
    for i, j in places:
        left = quotations.by_block.get(both.left.blocks[i])
        right = quotations.by_block.get(both.right.blocks[j])
        if (
            left
            and right
            and both.plain[i, j] < 1.0
            and _says_other_things(left, right, quotations)
        ):
            found.append((i, j))
    return frozenset(found)


def _says_other_things(left: Quoting, right: Quoting, quotations: Quotations) -> bool:
    if quotations.scores is None or left.row < 0 or right.row < 0:
        return False
    if quotations.scores.by_block[left.row, right.row] >= TOLD:
        return False
    common = kept_in_order(left.quoted[:MOST_WORDS], right.quoted[:MOST_WORDS])
    least = max(_LEAST, min(len(left.quoted), len(right.quoted)) / 2)
    return least <= common < _MOSTLY * min(left.words, right.words)
