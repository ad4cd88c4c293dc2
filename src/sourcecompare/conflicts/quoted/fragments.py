"""Short quotations of a few words that are the same but for one: "a race to the bottom".

They have too few words in common to be found by them, so what the sentences tell besides has to
say that both quote one utterance.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, takewhile
from typing import NamedTuple

from sourcecompare.attribution import surname
from sourcecompare.conflicts.compared import Compared
from sourcecompare.conflicts.pairs import overlap
from sourcecompare.values import Passage, Word

from .senses import EDITORIAL, Sense, sense

SHORTEST, LONGEST = 3, 9
"""Words of a fragment: of two words one in common says too little."""
LEAST_COMMON = 0.5
"""Share of its words that the other quotation has too."""
LEAST_OF_PART = 3
"""Words in common with a part of a longer quotation."""
WIDEST = 2
"""Words that may stand for the one."""
TOLD_ALIKE = 0.2
"""Overlap of the two sentences without which nothing says that both quote one utterance ..."""
TOLD_OF_ONE = 0.08
"""... or where one person is named for both."""
LARGEST_SLOT = 40
"""Quotations that have one word and are compared with each other for it, the highest first."""
MOST_PAIRS = 5_000
"""Pairs of quotations of a story that are laid upon each other."""


class Fragment(NamedTuple):
    """A quotation, or as many words of it as a short one has."""

    number: int
    """of its passage"""
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
    common: frozenset[str]
    """plain forms that both have"""


def slips(passages: Sequence[Passage], compared: Compared) -> Iterator[Slip]:
    """Quotations of two pages, one of them short, that differ in one word and tell of one thing."""
    slots: dict[str, list[tuple[Fragment, int]]] = defaultdict(list)
    for number, passage in enumerate(passages):
        for one in _fragments(number, passage):
            for k, word in enumerate(passage.words[one.start : one.end]):
                if word.form not in EDITORIAL:
                    slots[word.form].append((one, k))
    laid: set[tuple[Fragment, Fragment]] = set()
    for form in sorted(slots):
        for (a, i), (b, j) in combinations(slots[form][:LARGEST_SLOT], 2):
            both = _laid(a, b, i, j)
            if both and passages[a.number].page != passages[b.number].page:
                laid.add(both)
    for a, b in sorted(laid)[:MOST_PAIRS]:
        yield from _compared(a, b, passages, compared)


def _fragments(number: int, passage: Passage) -> Iterator[Fragment]:
    """The quotations of a passage, each as a whole."""
    start = 0
    for k in range(1, len(passage.words) + 1):
        if k == len(passage.words) or passage.words[k].piece != passage.words[start].piece:
            if k - start >= SHORTEST:
                yield Fragment(number, start, k)
            start = k


def _is_whole(one: Fragment, words: Sequence[Word]) -> bool:
    """Whether nothing more is quoted there."""
    at = [k for k in (one.start - 1, one.end) if 0 <= k < len(words)]
    return all(words[k].piece != words[one.start].piece for k in at)


def _laid(a: Fragment, b: Fragment, i: int, j: int) -> tuple[Fragment, Fragment] | None:
    """The shorter one, and as many words of the other with word `i` of it upon `j`; or both."""
    sizes = a.end - a.start, b.end - b.start
    if min(sizes) > LONGEST:
        return None
    if abs(sizes[0] - sizes[1]) < WIDEST:
        return a, b
    size = min(sizes)
    if sizes[0] < sizes[1]:
        start = b.start + j - i
        inside = b.start <= start and start + size <= b.end
        return (a, b._replace(start=start, end=start + size)) if inside else None
    start = a.start + i - j
    inside = a.start <= start and start + size <= a.end
    return (a._replace(start=start, end=start + size), b) if inside else None


def _compared(
    a: Fragment, b: Fragment, passages: Sequence[Passage], compared: Compared
) -> Iterator[Slip]:
    """What stands between the words that both begin and end with, if it says something else."""
    left, right = passages[a.number], passages[b.number]
    mine = [word.form for word in left.words[a.start : a.end]]
    theirs = [word.form for word in right.words[b.start : b.end]]
    before = _common_start(mine, theirs)
    after = _common_start(mine[before:][::-1], theirs[before:][::-1])
    own, other = (a.start + before, a.end - after), (b.start + before, b.end - after)
    widths = own[1] - own[0], other[1] - other[0]
    if not all(widths) or max(widths) > WIDEST:
        return
    least = LEAST_COMMON * min(len(mine), len(theirs))
    whole = _is_whole(a, left.words) and _is_whole(b, right.words)
    if before + after < (least if whole else max(least, LEAST_OF_PART)):
        return
    changed = mine[before : len(mine) - after]
    told = sense(changed, theirs[before : len(theirs) - after])
    if told is not Sense.SAME and _tell_of_one(a, b, passages, compared):
        yield Slip(left, right, own, other, told, frozenset(mine) - set(changed))


def _common_start(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words two quotations begin with alike.

    >>> _common_start(["a", "race", "to"], ["a", "race", "of"])
    2
    """
    same = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    return sum(1 for _ in same)


def _tell_of_one(a: Fragment, b: Fragment, passages: Sequence[Passage], compared: Compared) -> bool:
    """Whether the two sentences say that both quote one utterance."""
    both = [(passages[one.number], one.start) for one in (a, b)]
    places = [(passage, passage.words[start].sentence) for passage, start in both]
    left, right = (compared.statements[passage.refs[at]] for passage, at in places)
    names = [surname(passage.speakers[at].name) for passage, at in places]
    if all(names) and names[0] != names[1]:
        return False
    if (left.ref, right.ref) in compared.links or (right.ref, left.ref) in compared.links:
        return True
    return overlap(left, right, compared.weights) >= (TOLD_OF_ONE if all(names) else TOLD_ALIKE)
