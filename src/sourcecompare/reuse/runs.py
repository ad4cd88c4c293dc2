"""Where two articles have the same words in the same order."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from .words import Flags, Ints, Text

SEED = 3
"""Words of the shortest run that is looked at. A text of which every third word was changed keeps
runs of three where it has hardly one of five; that three words mean nothing alone is made up for
by what a passage must hold."""

_FEW = 2
"""Times that a run may stand in an article to be paired with each of its like in the other: a
standfirst and the paragraph it repeats. What stands there more often is paired first with first,
second with second, so that a thousand equal lines make a thousand pairs and no million."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seeds:
    """An article's runs of `SEED` words that stand in another outlet's article too.

    Keys name a run and which of its occurrences it is; sorted, each with the place of its first
    word in `at`.
    """

    keys: Ints
    at: Ints
    few: Ints
    """keys of the runs that stand here no more than `_FEW` times"""
    few_at: Ints
    swapped: Ints
    """the same, sorted, each with the number of the other occurrence"""
    swapped_at: Ints


def find_seeds(texts: Sequence[Text]) -> tuple[Seeds, ...]:
    """The seeds of each article; articles whose words are counted otherwise have none in common."""
    found: dict[int, Seeds] = {}
    for unit in sorted({text.unit for text in texts}):
        chosen = [at for at, text in enumerate(texts) if text.unit == unit]
        found |= zip(chosen, _of_unit([texts[at] for at in chosen], unit), strict=True)
    return tuple(found[at] for at in range(len(texts)))


def common_runs(left: Seeds, right: Seeds, size: int) -> Ints:
    """The longest runs that two articles have in common: first word left and right, length.

    A row a run, by place in the left article; `size` is the number of words of a seed. Runs may
    overlap.
    """
    here, there = _met(left.keys, left.at, right.keys, right.at)
    more, others = _met(left.few, left.few_at, right.swapped, right.swapped_at)
    here, there = np.concatenate((here, more)), np.concatenate((there, others))
    order = np.lexsort((here, there - here))
    here, there = here[order], there[order]
    slant = there - here
    first = np.ones(len(here), dtype=bool)
    first[1:] = (np.diff(slant) != 0) | (np.diff(here) != 1)
    begin = np.flatnonzero(first)
    length = np.diff(np.append(begin, len(here))) + size - 1
    runs = np.column_stack((here[begin], there[begin], length))
    return runs[np.lexsort((runs[:, 1], runs[:, 0]))]


def _met(keys: Ints, at: Ints, others: Ints, others_at: Ints) -> tuple[Ints, Ints]:
    """The places of equal keys, each of which stands once in either row."""
    if not len(keys) or not len(others):
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    place = np.minimum(np.searchsorted(others, keys), len(others) - 1)
    equal = others[place] == keys
    return at[equal], others_at[place[equal]]


def _of_unit(texts: Sequence[Text], unit: int) -> list[Seeds]:
    rows: list[Ints] = []
    outlets: list[Ints] = []
    names: dict[str, int] = {}
    words = max((int(text.ids.max()) + 1 for text in texts if len(text.ids)), default=0)
    for number, text in enumerate(texts):
        # A word of its own ends each article, so that no run leads from one into the next.
        rows.append(np.append(text.ids, words + number))
        outlet = names.setdefault(text.outlet, len(names))
        outlets.append(np.full(len(text.ids) + 1, outlet, dtype=np.int64))
    size = SEED * unit
    kinds = _kinds(np.concatenate(rows), size)
    shared = _in_two(kinds, np.concatenate(outlets)[: len(kinds)])
    found: list[Seeds] = []
    start = 0
    for row in rows:
        stretch = slice(start, max(start, min(start + len(row) - size, len(kinds))))
        at = np.flatnonzero(shared[stretch])
        found.append(_numbered(kinds[stretch][at], at))
        start += len(row)
    return found


def _kinds(row: Ints, size: int) -> Ints:
    """A number for the run of `size` words that starts at each word, equal for equal runs."""
    kinds, have = row, 1
    while have < size and len(kinds):
        step = min(have, size - have)
        pairs = kinds[:-step] * (int(kinds.max()) + 1) + kinds[step:]
        kinds = np.unique(pairs, return_inverse=True)[1].reshape(-1).astype(np.int64)
        have += step
    return kinds


def _in_two(kinds: Ints, outlets: Ints) -> Flags:
    """For each run whether two outlets have it."""
    if not len(kinds):
        return np.zeros(0, dtype=bool)
    most, least = np.full(int(kinds.max()) + 1, -1), np.full(int(kinds.max()) + 1, len(outlets))
    np.maximum.at(most, kinds, outlets)
    np.minimum.at(least, kinds, outlets)
    in_two: Flags = (most != least)[kinds]
    return in_two


def _numbered(kinds: Ints, at: Ints) -> Seeds:
    order = np.lexsort((at, kinds))
    kinds, at = kinds[order], at[order]
    begin = np.flatnonzero(np.append(True, np.diff(kinds) != 0)) if len(kinds) else kinds[:0]
    often = np.diff(np.append(begin, len(kinds)))
    nth = np.arange(len(kinds)) - np.repeat(begin, often)
    few = np.repeat(often, often) <= _FEW
    other = kinds[few] * _FEW + (1 - nth[few])
    turned = np.argsort(other, kind="stable")
    return Seeds(
        keys=kinds * (1 << 24) + nth,
        at=at,
        few=kinds[few] * _FEW + nth[few],
        few_at=at[few],
        swapped=other[turned],
        swapped_at=at[few][turned],
    )
