"""Which of the likely pairs are told: each value has one partner on a page."""

from collections.abc import Iterable, Iterator

from sourcecompare.conflicts.pairs import Pair
from sourcecompare.model import SentenceRef, TextSpan

LEAST, LEAST_SURE, MOST = 0.5, 0.6, 0.8
"""How sure a pair is at the least chance at which it is told, from which it is a conflict, and
at 1."""


def one_to_one(pairs: Iterable[tuple[Pair, float]]) -> Iterator[tuple[Pair, float]]:
    """The likeliest first, and each value with one of each other page."""
    taken: set[tuple[SentenceRef, TextSpan, str]] = set()
    for pair, chance in sorted(pairs, key=lambda one: (-one[1], sorted(_ends(one[0])))):
        left, right = pair.a.value, pair.b.value
        ends = {
            (left.ref, left.span, right.ref.article),
            (right.ref, right.span, left.ref.article),
        }
        if not taken & ends:
            taken |= ends
            yield pair, chance


def _ends(pair: Pair) -> Iterator[tuple[str, str]]:
    """The two statements by their words: which come first must not hang on the pages' names."""
    return ((one.key, c.value.normal) for one, c in ((pair.left, pair.a), (pair.right, pair.b)))


def how_sure(chance: float, least: float, enough: float) -> float:
    """A chance as the verdict takes it, .5 at `least` and .6, which is a conflict, at `enough`.

    >>> how_sure(0.4, 0.4, 0.5), how_sure(0.5, 0.4, 0.5), how_sure(1.0, 0.4, 0.5)
    (0.5, 0.6, 0.8)
    """
    if chance < enough:
        return LEAST + (LEAST_SURE - LEAST) * (chance - least) / (enough - least)
    return LEAST_SURE + (MOST - LEAST_SURE) * (chance - enough) / (1 - enough)
