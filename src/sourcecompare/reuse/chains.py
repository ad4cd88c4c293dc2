"""Runs in common, joined over small edits into the passages that two articles have in common."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from .runs import SEED, Seeds, common_runs
from .words import Ints, Text

_ANCHOR = 5
"""Words in a row that a passage must have unchanged somewhere: two texts hardly share five by
chance. Without one, two articles are not looked at any closer."""

_GAP = 8
"""Words that may have been exchanged, dropped or put in between two runs of one passage. With 6
instead of 8, four articles less of 132 that were rewritten word by word are known for copies; the
reports of the 150 pairs below have no word more in common for it."""

_LEAST = 16
"""Words of a passage that must be the same, quotations left out: most of a sentence. Three outlets'
own reports on each of 50 events (150 pairs) have two passages of that size in common, both taken
from one agency, and a quotation whose marks are missing; what they share by chance, formulas such
as the full name of an association, reaches 15 words."""

_LESS = 0.5
"""Share of that which is enough for further passages of two articles that have one of full size: of
a text that one has from the other, short pieces are worth naming too."""

_MOST = 0.75
"""Share of an item shorter than that which must be the same: of two lines of fifteen words on one
event eight are the same by chance."""

_DENSE = 0.4
"""Share of a passage's words that must be in runs. A copy with every fifth word changed at random
keeps .7 of its words in runs of three or more, one with every third changed .5."""


_Run = tuple[int, int, int]
"""first word left, first word right, number of words"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """A near-verbatim passage of two articles, in words counted over each article."""

    runs: tuple[_Run, ...]
    """in order on both sides"""
    weight: float
    """how much it tells that one text was the other's model: 1 is enough by itself"""

    @property
    def left(self) -> slice:
        """From the first word of the left side to the last one that is the same."""
        return slice(self.runs[0][0], self.runs[-1][0] + self.runs[-1][2])

    @property
    def right(self) -> slice:
        """The same on the right side."""
        return slice(self.runs[0][1], self.runs[-1][1] + self.runs[-1][2])

    @property
    def same(self) -> int:
        """Words that are the same, quotations included."""
        return sum(length for _, _, length in self.runs)


def find_chains(left: Text, right: Text, seeds: tuple[Seeds, Seeds]) -> tuple[Chain, ...]:
    """The passages that two articles have in common, by place in the left one.

    Sides that change places give the same passages: which of the two is looked through first is
    told by their words. Time grows with the words of both, whatever they are.
    """
    if (len(left.words), left.words) > (len(right.words), right.words):
        turned = find_chains(right, left, (seeds[1], seeds[0]))
        return tuple(sorted(map(_turned, turned), key=lambda chain: chain.runs))
    if left.words and left.words == right.words:
        return (Chain(runs=((0, 0, len(left.words)),), weight=1.0),)
    unit = left.unit
    if not len(seeds[0].keys) or unit != right.unit:
        return ()
    runs = common_runs(*seeds, SEED * unit)
    if not len(runs) or int(runs[:, 2].max()) < _ANCHOR * unit:
        return ()
    found = [
        Chain(runs=tuple(joined), weight=_weight(joined, left, right))
        for joined in _joined(runs, SEED * unit, _GAP * unit)
        if max(run[2] for run in joined) >= _ANCHOR * unit
    ]
    if max((chain.weight for chain in found), default=0.0) < 1.0:
        return ()
    telling = (chain for chain in found if chain.weight >= _LESS)
    return tuple(sorted(telling, key=lambda chain: chain.runs))


def _weight(runs: Sequence[_Run], left: Text, right: Text) -> float:
    """How much joined runs tell that one text was the other's model: 1 is enough.

    What lies between two quotations counts by itself, or all of it by half: two reporters who took
    down one speech both say before and after it who gave it.
    """
    here, there, length = runs[-1]
    longer = max(here + length - runs[0][0], there + length - runs[0][1])
    if sum(run[2] for run in runs) < _DENSE * longer:
        return 0.0
    # Less is asked of an item that hardly holds as much itself.
    whole = min(int(np.count_nonzero(left.own)), int(np.count_nonzero(right.own)))
    own = np.concatenate(
        [
            left.own[at : at + length] & right.own[facing : facing + length]
            for at, facing, length in runs
        ]
    )
    breaks = np.concatenate(([-1], np.flatnonzero(~own), [len(own)]))
    stretch = max(int(np.diff(breaks).max()) - 1, np.count_nonzero(own) / 2)
    return stretch / min(_LEAST * left.unit, _MOST * whole)


def _joined(runs: Ints, size: int, gap: int) -> Iterator[list[_Run]]:
    """The runs, by place in the left article, in chains: each run continues the nearest one."""
    growing: list[list[_Run]] = []
    for at, facing, length in runs.tolist():
        still = []
        for chain in growing:
            if at - chain[-1][0] - chain[-1][2] <= gap:
                still.append(chain)
            else:
                yield chain
        growing = still
        best, chosen = (gap + 1, 0), None
        for chain in growing:
            here, there, had = chain[-1]
            skip = at - here - had, facing - there - had
            distance = max(skip), abs(skip[0] - skip[1])
            if min(skip) > -size and facing > there and at > here and distance < best:
                best, chosen = distance, chain
        if chosen is None:
            growing.append([(at, facing, length)])
            continue
        here, there, had = chosen[-1]
        over = max(0, here + had - at, there + had - facing)
        if over < length:
            chosen.append((at + over, facing + over, length - over))
    yield from growing


def _turned(chain: Chain) -> Chain:
    runs = tuple((facing, at, length) for at, facing, length in chain.runs)
    return Chain(runs=runs, weight=chain.weight)
