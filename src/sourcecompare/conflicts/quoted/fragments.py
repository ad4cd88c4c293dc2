"""Short quotations of a few words that are the same but for one: "a race to the bottom".

They have too few words in common to be found by them, so what the sentences tell besides has to
say that both quote one utterance.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
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
LEAST_OF_PART = 3
"""Words in common with a part of a longer quotation."""
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


Laid = tuple[Fragment, Fragment, int, int]
"""Two fragments, and how many words they begin and end with alike."""


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
    """Fragments that differ in one word from what another page quotes of one thing."""
    fragments = [one for passage in passages for one in _fragments(passage)]
    slots: dict[str, list[tuple[Fragment, int]]] = defaultdict(list)
    for one in fragments:
        for k, word in enumerate(one.passage.words[one.start : one.end]):
            if word.form not in EDITORIAL:
                slots[word.form].append((one, k))
    seen: set[Laid] = set()
    for form in sorted(slots):
        for (a, i), (b, j) in combinations(slots[form][:MOST_FRAGMENTS], 2):
            if a.passage.page == b.passage.page:
                continue
            if a.passage.page > b.passage.page:
                a, i, b, j = b, j, a, i
            both = _laid(a, b, i, j)
            laid = _narrowed(*both) if both else None
            if laid and laid not in seen:
                seen.add(laid)
                yield from _compared(*laid, compared)


def _fragments(passage: Passage) -> Iterator[Fragment]:
    """The quotations of a passage, each as a whole."""
    start = 0
    for k in range(1, len(passage.words) + 1):
        if k == len(passage.words) or passage.words[k].piece != passage.words[start].piece:
            if k - start >= SHORTEST:
                yield Fragment(passage, start, k)
            start = k


def _is_whole(one: Fragment) -> bool:
    """Whether nothing more is quoted there."""
    words = one.passage.words
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


def _narrowed(a: Fragment, b: Fragment) -> Laid:
    """Both, and how many words they begin and end with alike."""
    own = [word.form for word in a.passage.words[a.start : a.end]]
    other = [word.form for word in b.passage.words[b.start : b.end]]
    before = after = 0
    shorter = min(len(own), len(other))
    while before < shorter and own[before] == other[before]:
        before += 1
    while after < shorter - before and own[-1 - after] == other[-1 - after]:
        after += 1
    return a, b, before, after


def _compared(
    a: Fragment, b: Fragment, before: int, after: int, compared: Compared
) -> Iterator[Slip]:
    """What stands between the words that both begin and end with, if it says something else."""
    own, other = (a.start + before, a.end - after), (b.start + before, b.end - after)
    widths = own[1] - own[0], other[1] - other[0]
    if not all(widths) or max(widths) > WIDEST:
        return
    least = LEAST_COMMON * min(a.end - a.start, b.end - b.start)
    if before + after < (least if _is_whole(a) and _is_whole(b) else max(least, LEAST_OF_PART)):
        return
    mine, theirs = (
        [word.form for word in one.passage.words[slice(*span)]]
        for one, span in ((a, own), (b, other))
    )
    told = sense(mine, theirs)
    if told is not Sense.SAME and _tell_of_one(a, b, compared):
        shared = {word.form for word in a.passage.words[a.start : a.end]} - set(mine)
        yield Slip(a.passage, b.passage, own, other, told, frozenset(shared))


def _tell_of_one(a: Fragment, b: Fragment, compared: Compared) -> bool:
    """Whether the two sentences say that both quote one utterance."""
    places = [(one.passage, one.passage.words[one.start].sentence) for one in (a, b)]
    left, right = (compared.statements[passage.refs[at]] for passage, at in places)
    names = [surname(passage.speakers[at].name) for passage, at in places]
    if all(names) and names[0] != names[1]:
        return False
    if (left.ref, right.ref) in compared.links or (right.ref, left.ref) in compared.links:
        return True
    return overlap(left, right, compared.weights) >= (TOLD_OF_ONE if all(names) else TOLD_ALIKE)
