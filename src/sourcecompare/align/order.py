"""The order that most pairs of two articles keep, and the pairs that do not keep it."""

from bisect import bisect_left
from collections.abc import Sequence

from .sides import Place


def longest_chain(pairs: Sequence[Place], *, turned: bool) -> list[Place]:
    """The longest run of pairs in which both sides go on at every step, in order.

    Of two equally long ones the side that leads decides: the left one, or if `turned` the right
    one, which the caller chooses by the texts and not by their names.
    """
    ordered = sorted(
        ((j, i) if turned else (i, j) for i, j in pairs), key=lambda at: (at[0], -at[1])
    )
    ends: list[int] = []  # the smallest end of a chain of each length
    at_end: list[int] = []
    before: list[int] = []
    for number, (_, second) in enumerate(ordered):
        length = bisect_left(ends, second)
        before.append(at_end[length - 1] if length else -1)
        ends[length : length + 1] = [second]
        at_end[length : length + 1] = [number]
    chain: list[Place] = []
    number = at_end[-1] if at_end else -1
    while number >= 0:
        first, second = ordered[number]
        chain.append((second, first) if turned else (first, second))
        number = before[number]
    return chain[::-1]


def crosses(place: Place, chain: Sequence[Place]) -> bool:
    """Whether a pair goes back on one side of a chain where it goes on on the other."""
    i, j = place
    before = bisect_left(chain, (i, -1))
    after = bisect_left(chain, (i + 1, -1))
    return (before > 0 and chain[before - 1][1] > j) or (after < len(chain) and chain[after][1] < j)
