"""Runs in common, joined over small edits into the passages that two articles have in common."""

from collections.abc import Iterator
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

_MOST = 0.75
"""Share of an item shorter than that which must be the same: of two lines of fifteen words on one
event eight are the same by chance."""

_DENSE = 0.4
"""Share of a passage's words that must be in runs. A copy with every fifth word changed at random
keeps .7 of its words in runs of three or more, one with every third changed .5."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """A near-verbatim passage of two articles, in words counted over each article."""

    runs: tuple[tuple[int, int, int], ...]
    """first word left, first word right, number of words; in order on both sides"""

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
        return (Chain(runs=((0, 0, len(left.words)),)),)
    unit = left.unit
    if not len(seeds[0].keys) or unit != right.unit:
        return ()
    runs = common_runs(*seeds, SEED * unit)
    if not len(runs) or int(runs[:, 2].max()) < _ANCHOR * unit:
        return ()
    found = [
        chain
        for runs_joined in _joined(runs, SEED * unit, _GAP * unit)
        if max(run[2] for run in runs_joined) >= _ANCHOR * unit
        and _is_passage(chain := Chain(runs=tuple(runs_joined)), left, right)
    ]
    return tuple(sorted(found, key=lambda chain: chain.runs))


def _is_passage(chain: Chain, left: Text, right: Text) -> bool:
    """Whether so much of it is the same that one text was the other's model.

    What lies between two quotations counts by itself, or all of it twice over: two reporters who
    took down one speech both say before and after it who gave it.
    """
    longer = max(chain.left.stop - chain.left.start, chain.right.stop - chain.right.start)
    if chain.same < _DENSE * longer:
        return False
    # Less is asked of an item that hardly holds as much itself.
    whole = min(int(np.count_nonzero(left.own)), int(np.count_nonzero(right.own)))
    least = min(_LEAST * left.unit, _MOST * whole)
    own = np.concatenate(
        [
            left.own[at : at + length] & right.own[facing : facing + length]
            for at, facing, length in chain.runs
        ]
    )
    if np.count_nonzero(own) >= 2 * least:
        return True
    breaks = np.flatnonzero(~own)
    stretches = np.diff(np.concatenate(([-1], breaks, [len(own)]))) - 1
    return int(stretches.max()) >= least


def _joined(runs: Ints, size: int, gap: int) -> Iterator[list[tuple[int, int, int]]]:
    """The runs, by place in the left article, in chains: each run continues the nearest one."""
    growing: list[list[tuple[int, int, int]]] = []
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
    return Chain(runs=runs)
