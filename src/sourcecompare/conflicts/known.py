"""What rules have put in dispute already, in whichever sentences it is told again."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from sourcecompare.model import ValueKind
from sourcecompare.text import fold
from sourcecompare.values import Claim

from .pairs import Pair
from .statements import Statement, figure_of
from .verdicts import Dispute

NAMED = frozenset((ValueKind.NAME, ValueKind.ROLE))
"""Kinds whose values are found again by their words: sentences have no claims of them."""


class Known:
    """The disputes of a story, to be asked whether two more sentences only tell one of them."""

    def __init__(self, disputes: Iterable[Dispute]) -> None:
        """Take all disputes that rules found."""
        self._by_wording: dict[str, list[Pair]] = defaultdict(list)
        for one in disputes:
            for side in {one.pair.left.key, one.pair.right.key}:
                self._by_wording[side].append(one.pair)

    def has(self, left: Statement, right: Statement) -> bool:
        """Whether the two are in dispute, or one of them is and the other takes the other side."""
        return any(
            (_takes(left, a) and _takes(right, b)) or (_takes(left, b) and _takes(right, a))
            for pair in self._of(left, right)
            for a, b in (((pair.left, pair.a), (pair.right, pair.b)),)
        )

    def _of(self, left: Statement, right: Statement) -> Iterator[Pair]:
        for key in {left.key, right.key}:
            yield from self._by_wording.get(key, ())


def wordings(pair: Pair) -> frozenset[str]:
    """The two sentences of a pair, on whatever pages they stand."""
    return frozenset((pair.left.key, pair.right.key))


def _takes(one: Statement, side: tuple[Statement, Claim]) -> bool:
    """Whether a sentence says a disputed value, of the same noun."""
    statement, claim = side
    if one.key == statement.key:
        return True
    if claim.value.kind in NAMED:
        return bool(claim.shown) and fold(claim.shown) in one.key
    figure, head = figure_of(claim), claim.value.head
    return any(figure_of(own) == figure and own.value.head == head for own in one.claims)
