"""Paragraphs of two articles that tell the same thing: many to many, in any order.

The score of a pair is the chance that the two tell a fact in common: their texts' own, raised where
both tell what a headline tells. One-to-one and in-order matching fail on news, where every outlet
arranges and merges as it likes. Nothing looks at names or at the order articles come in.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from sourcecompare.model import Alignment, Article, BlockRef, Sentence
from sourcecompare.similarity import SCORERS, Scorer, Scores, score_story

from .choosing import SURE, body_pairs, headline_pairs
from .details import Wordings, label, links, meeting, shape
from .evidence import Telling, common_words, telling_words
from .order import crosses, longest_chain
from .quoting import Quotations, by_quotation_alone, quotations
from .sides import Place, Two, headline_odds, side, strips, two

__all__ = ["align"]


def align(
    articles: Sequence[Article],
    sentences: Mapping[str, tuple[Sentence, ...]],
    *,
    scorers: Sequence[Scorer] = SCORERS,
    scores: Scores | None = None,
) -> tuple[Alignment, ...]:
    """Paragraphs of each two articles of a story that tell the same thing, by left, then right.

    `sentences` has those of each article by page id. `scores` are made of them with `scorers`
    unless they are handed in. Headlines are aligned with headlines and with paragraphs, but leave
    the choice between paragraphs alone; they are never called moved. No pair is sure that has a
    sub-heading, which states nothing, or that only a quotation in common makes alike.
    """
    scores = scores or score_story(sentences, scorers=scorers)
    sides = [side(article, sentences[article.page.id], scores) for article in articles]
    sides = sorted((one for one in sides if one.blocks), key=lambda one: one.blocks[0])
    odds = headline_odds(sides, scores)
    wordings, quoted = Wordings(), quotations(sides, scorers)
    telling = telling_words(sides, scores)
    found: list[Alignment] = []
    for number, left in enumerate(sides):
        rows = strips(left, scores)
        for right in sides[number + 1 :]:
            found += _alignments(two(left, right, rows, odds), quoted, wordings, telling)
    return tuple(sorted(found, key=_order))


def _order(one: Alignment) -> tuple[str, int, str, int]:
    """By left, then right: a plain tuple, which sorts five times as fast."""
    return one.left.article, one.left.block, one.right.article, one.right.block


def _alignments(
    both: Two,
    quoted: Quotations,
    wordings: Wordings,
    telling: Mapping[BlockRef, Mapping[int, Telling]],
) -> list[Alignment]:
    """All pairs of paragraphs of the two articles that tell the same."""
    body, heads = body_pairs(both), headline_pairs(both)
    chain = longest_chain(body, turned=both.left.folded > both.right.folded)
    lefts, rights = {i for i, _ in body}, {j for _, j in body}
    sure = _sure(both, [*body, *heads], quoted)
    # A paragraph is split between those that surely tell it; one that may is no part of it.
    of_left = Counter(i for i, j in body if (i, j) in sure)
    of_right = Counter(j for i, j in body if (i, j) in sure)
    found = []
    for place in [*body, *heads]:
        i, j = place
        places = meeting(both, i, j)
        found.append(
            Alignment(
                left=both.left.blocks[i],
                right=both.right.blocks[j],
                score=_score(both, place),
                links=links(both, place, places),
                label=label(both, place, places, wordings),
                shape=shape(both, place, (of_left[i], of_right[j])),
                moved=i in lefts and j in rights and crosses(place, chain),
                sure=place in sure,
                words=_words(both, place, telling),
            )
        )
    return found


def _words(
    both: Two, place: Place, telling: Mapping[BlockRef, Mapping[int, Telling]]
) -> tuple[str, ...]:
    """The words that explain a pair; which paragraph writes them, the texts decide."""
    i, j = place
    left, right = telling[both.left.blocks[i]], telling[both.right.blocks[j]]
    if both.left.folded[i] > both.right.folded[j]:
        left, right = right, left
    return common_words(left, right)


def _score(both: Two, place: Place) -> float:
    """A headline gains nothing from headlines."""
    is_head = place[0] == both.left.headline or place[1] == both.right.headline
    return float((both.plain if is_head else both.by_block)[place])


def _sure(both: Two, places: Sequence[Place], quoted: Quotations) -> frozenset[Place]:
    likely = [
        (i, j)
        for i, j in places
        if _score(both, (i, j)) >= SURE
        and i not in both.left.headings
        and j not in both.right.headings
    ]
    return frozenset(likely) - by_quotation_alone(both, likely, quoted)
