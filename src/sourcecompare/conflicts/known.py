"""What rules have put in dispute already, and the sentences that tell it again."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from sourcecompare.model import FindingKind, ValueKind
from sourcecompare.text import fold
from sourcecompare.values import Claim

from .pairs import pair, wordings
from .statements import Statement, Weights, figure_of
from .verdicts import Dispute

NAMED = frozenset((ValueKind.NAME, ValueKind.ROLE))
"""Kinds whose values are found again by their words: sentences have no claims of them."""


class Known:
    """The disputes of a story, to be asked whether two more sentences tell one of them again."""

    def __init__(self, disputes: Iterable[Dispute], weights: Weights) -> None:
        """Take all disputes that rules found."""
        self._weights = weights
        self._by_wording: Mapping[str, list[Dispute]] = defaultdict(list)
        for one in disputes:
            for side in {one.pair.left.key, one.pair.right.key}:
                self._by_wording[side].append(one)

    def has(self, left: Statement, right: Statement) -> bool:
        """Whether the two are in dispute, or one of them is and the other takes the other side."""
        return any(True for _ in self._sides(left, right))

    def again(self, left: Statement, right: Statement) -> Dispute | None:
        """The dispute with these two as its sentences; None if they are, or have no claim of it."""
        for one, own, other in self._sides(left, right):
            if own and other and not _is_of(one, left, right):
                return replace(one, pair=pair(left, right, own, other, self._weights))
        return None

    def _sides(
        self, left: Statement, right: Statement
    ) -> Iterator[tuple[Dispute, Claim | None, Claim | None]]:
        """Disputes that the two sentences tell, and the claims with which they do."""
        for key in sorted({left.key, right.key}):
            for one in self._by_wording.get(key, ()):
                if one.kind is not FindingKind.CONFLICT and not _is_of(one, left, right):
                    continue  # other sentences may tell more than a difference
                sides = (one.pair.left, one.pair.a), (one.pair.right, one.pair.b)
                for first, second in (sides, sides[::-1]):
                    if _takes(left, *first) and _takes(right, *second):
                        yield one, _claim_of(left, first[1]), _claim_of(right, second[1])


def _is_of(one: Dispute, left: Statement, right: Statement) -> bool:
    """Whether the two are the very sentences of a dispute, or copies of them."""
    return wordings(one.pair.left, one.pair.right) == wordings(left, right)


def _takes(one: Statement, statement: Statement, claim: Claim) -> bool:
    """Whether a sentence says a disputed value, of the same noun."""
    if one.key == statement.key or _claim_of(one, claim):
        return True
    return claim.value.kind in NAMED and bool(claim.shown) and fold(claim.shown) in one.key


def _claim_of(one: Statement, claim: Claim) -> Claim | None:
    """The sentence's claim of a value, of the same noun."""
    figure, head = figure_of(claim), claim.value.head
    equal = (own for own in one.claims if figure_of(own) == figure and own.value.head == head)
    return next(equal, None)
