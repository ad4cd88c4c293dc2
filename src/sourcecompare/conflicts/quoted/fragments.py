"""Short quotations of a few words that are the same but for one: "a race to the bottom".

They have too few words in common to be found by them, so what the sentences tell besides has to
say that both quote one utterance.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sourcecompare.attribution import surname
from sourcecompare.conflicts.compared import Compared
from sourcecompare.conflicts.pairs import overlap
from sourcecompare.values import Passage

from .senses import EDITORIAL, Sense, sense

SHORTEST, LONGEST = 3, 9
"""Words of a fragment: of two words one in common says too little."""
LEAST_COMMON = 0.5
"""Share of its words that the other quotation has too."""
WIDEST = 2
"""Words that may stand for the one."""
TOLD_ALIKE = 0.2
"""Overlap of the two sentences without which nothing says that both quote one utterance ..."""
TOLD_OF_ONE = 0.08
"""... or where one person is named for both."""
MOST_FRAGMENTS = 400
"""Fragments of a page that are read."""


class Fragment(NamedTuple):
    """A short quotation as a whole."""

    passage: Passage
    start: int
    end: int
    """its words in the passage, half-open"""


class Slip(NamedTuple):
    """One other word in a fragment and in another quotation."""

    left: Passage
    right: Passage
    own: tuple[int, int]
    other: tuple[int, int]
    """the words that differ, in each passage"""
    sense: Sense
    alike: float
    """how sure it is that both quote one utterance, 0..1"""


def slips(passages: Sequence[Passage], compared: Compared) -> Iterator[Slip]:
    """Fragments of two pages that differ in one word, in sentences that tell of one thing."""
    fragments = [one for passage in passages for one in _fragments(passage)]
    slots: dict[str, list[Fragment]] = defaultdict(list)
    for one in fragments:
        for form in {w.form for w in one.passage.words[one.start : one.end]} - EDITORIAL:
            slots[form].append(one)
    seen: set[tuple[Fragment, Fragment]] = set()
    for form in sorted(slots):
        for a in slots[form][:MOST_FRAGMENTS]:
            for b in slots[form][:MOST_FRAGMENTS]:
                if a.passage.page < b.passage.page and (a, b) not in seen:
                    seen.add((a, b))
                    yield from _compared(a, b, compared)


def _fragments(passage: Passage) -> Iterator[Fragment]:
    start = 0
    for k in range(1, len(passage.words) + 1):
        if k == len(passage.words) or passage.words[k].piece != passage.words[start].piece:
            if SHORTEST <= k - start <= LONGEST:
                yield Fragment(passage, start, k)
            start = k


def _compared(a: Fragment, b: Fragment, compared: Compared) -> Iterator[Slip]:
    own = [word.form for word in a.passage.words[a.start : a.end]]
    other = [word.form for word in b.passage.words[b.start : b.end]]
    before = after = 0
    shorter = min(len(own), len(other))
    while before < shorter and own[before] == other[before]:
        before += 1
    while after < shorter - before and own[-1 - after] == other[-1 - after]:
        after += 1
    mine, theirs = own[before : len(own) - after], other[before : len(other) - after]
    if not (mine and theirs) or max(len(mine), len(theirs)) > WIDEST:
        return
    if before + after < LEAST_COMMON * shorter:
        return
    told = sense(mine, theirs)
    alike = _alike(a, b, compared)
    if told is not Sense.SAME and alike:
        span = a.start + before, a.start + len(own) - after
        yield Slip(
            a.passage,
            b.passage,
            span,
            (b.start + before, b.start + len(other) - after),
            told,
            alike,
        )


def _alike(a: Fragment, b: Fragment, compared: Compared) -> float:
    """How alike the two sentences tell; 0 where nothing says that both quote one utterance."""
    places = [(one.passage, one.passage.words[one.start].sentence) for one in (a, b)]
    left, right = (compared.statements[passage.refs[at]] for passage, at in places)
    names = [surname(passage.speakers[at].name) for passage, at in places]
    if all(names) and names[0] != names[1]:
        return 0.0
    first, second = sorted((left, right), key=lambda one: one.ref)
    alike = overlap(first, second, compared.weights)
    linked = (first.ref, second.ref) in compared.links
    enough = alike >= TOLD_ALIKE or linked or (all(names) and alike >= TOLD_OF_ONE)
    return max(alike, TOLD_OF_ONE) if enough else 0.0
