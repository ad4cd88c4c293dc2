"""Two quotations word by word: what they have in common, and where one says another word.

Both are read from a common pair of words outwards, over small differences, as long as they run
together. So a quotation that was cut at either end is compared where both have it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sourcecompare.values import CUT, Word

REACH = 5
"""Words that one side may have more, or both have otherwise, before they must meet again."""

_STEPS = tuple(
    sorted(
        ((a, b) for a in range(REACH + 1) for b in range(REACH + 1) if a + b),
        key=lambda step: (step[0] + step[1], abs(step[0] - step[1]), step),
    )
)
"""How many words of each side to pass over, the least first."""

EDGE = 3
"""Words up to the common end of both quotations that may be other ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A place where two quotations differ: indices into the words of each, half-open."""

    left: tuple[int, int]
    right: tuple[int, int]
    excused: bool
    """one side says that it left words out here, or its reporter's words stand between"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """A stretch that two quotations have in common."""

    matched: tuple[tuple[int, int], ...]
    """indices of equal words, in order"""
    sites: tuple[Site, ...]


def chains(
    left: Sequence[Word], right: Sequence[Word], seeds: Iterable[tuple[int, int]]
) -> Iterator[Chain]:
    """The stretches that run through these pairs of equal words, each once."""
    done: set[int] = set()
    left_back, right_back = left[::-1], right[::-1]
    n, m = len(left), len(right)
    for i, j in sorted(seeds):
        if i in done:
            continue
        forward, after = _run(left, right, i, j)
        back, before = _run(left_back, right_back, n - 1 - i, m - 1 - j)
        matched = [(n - 1 - a, m - 1 - b) for a, b in reversed(back[1:])] + forward
        spans = [((n - a[1], n - a[0]), (m - b[1], m - b[0])) for a, b in reversed(before)]
        done.update(a for a, _ in matched)
        sites = tuple(
            Site(left=a, right=b, excused=_excused(left, a, b) or _excused(right, b, a))
            for a, b in _slid(left, right, matched, [*spans, *after])
        )
        yield Chain(matched=tuple(matched), sites=sites)


Two = tuple[tuple[int, int], tuple[int, int]]


def _run(
    left: Sequence[Word], right: Sequence[Word], i: int, j: int
) -> tuple[list[tuple[int, int]], list[Two]]:
    """Equal words from `i` and `j` on, and what stands between them."""
    matched: list[tuple[int, int]] = []
    sites: list[Two] = []
    while i < len(left) and j < len(right):
        if left[i].form == right[j].form:
            matched.append((i, j))
            i, j = i + 1, j + 1
            continue
        step = next((s for s in _STEPS if _meets(left, right, i + s[0], j + s[1])), None)
        if step is None:
            ends = _end(left, i), _end(right, j)
            if max(ends[0] - i, ends[1] - j) <= EDGE:
                sites.append(((i, ends[0]), (j, ends[1])))
            break
        sites.append(((i, i + step[0]), (j, j + step[1])))
        i, j = i + step[0], j + step[1]
    return matched, sites


def _slid(
    left: Sequence[Word], right: Sequence[Word], matched: list[tuple[int, int]], sites: list[Two]
) -> Iterator[Two]:
    """The sites, words that only one side has moved to the sentence which they belong to.

    In "no dime I did not earn. I will go" against "no dime. I will go" it is the first "I".
    """
    for a, b in sites:
        if a[0] == a[1] and b[0] and _is_shared(right, b):
            matched[matched.index((a[0] - 1, b[0] - 1))] = a[0] - 1, b[1] - 1
            yield (a[0] - 1, a[0] - 1), (b[0] - 1, b[1] - 1)
        elif b[0] == b[1] and a[0] and _is_shared(left, a):
            matched[matched.index((a[0] - 1, b[0] - 1))] = a[1] - 1, b[0] - 1
            yield (a[0] - 1, a[1] - 1), (b[0] - 1, b[0] - 1)
        else:
            yield a, b


def _is_shared(words: Sequence[Word], span: tuple[int, int]) -> bool:
    """Whether inserted words end, in the next sentence, with the word that stands before them."""
    before, last = words[span[0] - 1], words[span[1] - 1]
    return span[1] > span[0] and last.form == before.form and last.sentence > before.sentence


def _meets(left: Sequence[Word], right: Sequence[Word], i: int, j: int) -> bool:
    """Whether two equal words follow, or one with which both quotations end."""
    if i >= len(left) or j >= len(right) or left[i].form != right[j].form:
        return False
    if i + 1 == len(left) or j + 1 == len(right) or (_ends(left, i) and _ends(right, j)):
        return _ends(left, i) and _ends(right, j)
    return left[i + 1].form == right[j + 1].form


def _ends(words: Sequence[Word], i: int) -> bool:
    """Whether a quotation ends, or in reverse begins, with word `i`."""
    return i + 1 == len(words) or words[i + 1].piece != words[i].piece


def _end(words: Sequence[Word], i: int) -> int:
    """Where the quotation that holds word `i` ends, `EDGE` words further at most."""
    end = i
    while end < len(words) and words[end].piece == words[i].piece and end - i <= EDGE:
        end += 1
    return end


def _excused(own: Sequence[Word], here: tuple[int, int], there: tuple[int, int]) -> bool:
    """Whether a side has a gap where the other one says more."""
    if there[0] == there[1]:
        return False
    gaps = {own[k].gap for k in range(here[0], min(here[1] + 1, len(own)))}
    return CUT in gaps or (bool(max(gaps, default=0)) and there[1] - there[0] > here[1] - here[0])
