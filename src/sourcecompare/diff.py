"""Which words of two texts are the same and which are not; the only door to diff-match-patch.

diff-match-patch compares characters, stops after a second of wall clock unless told not to, and
gives another answer when its two texts change places. Here every word becomes one character, the
clock is off, the work is bounded by size instead, and the two texts are put in an order that only
depends on them.
"""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from diff_match_patch import diff_match_patch

from .model import TextSpan
from .text import UNSPACED, fold

MAX_SIGNS = 200_000
"""Characters of both texts that are still cut into words, which takes a second."""

MAX_CELLS = 250_000
"""Words times words that are still compared, common ends left out: the worst two texts of this
size (500 by 500 words, one the other's reverse) take a fifth of a second."""

MAX_WORDS = 20_000
"""Words of both texts that are still compared, common ends left out: one word against a book."""

LEAST_COMMON = 0.2
"""Share of the shorter text's words that must be the same. Our judgement: where fewer than one
word in five stays unmarked, the marks hide the text instead of explaining it."""

CRUMB = 2
"""Words up to which a common run counts as chance where both its neighbours are as long. Looked
at on paraphrases of news sentences: with diff-match-patch's own rule, which has no such limit,
whole clauses that stand in both texts came out as different."""

_FIRST_SIGN = 0xF0000
"""Words become characters of the private planes: 131,072 of them, more than `MAX_WORDS`, no
surrogate, and none that diff-match-patch would take for a letter, a blank or a line end."""

_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"

_TOKEN = re.compile(
    rf"""
      \d+ (?: [.,:] \d+ )+                                       # 1,250.50  10:30
    | [{UNSPACED}]                                               # a script without spaces
    | [^\W{UNSPACED}_]+ (?: ['’{_UNSEEN}]+ [^\W{UNSPACED}_]+ )*  # a word, soft hyphens in it
    | [\s{_UNSEEN}]+                                             # a gap
    | [^\s{_UNSEEN}]                                             # any other sign
    """,
    re.VERBOSE,
)
_GAP = re.compile(rf"[\s{_UNSEEN}]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Two runs that face each other: the same words, or one in place of the other."""

    left: TextSpan
    """of the left text; empty where only the right one says something"""
    right: TextSpan
    """of the right text; empty where only the left one says something"""
    same: bool
    """equal but for case, typography and white space"""


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text cut into words and single signs, each with the gap behind it."""

    keys: tuple[str, ...]
    """what is compared"""
    ends: tuple[int, ...]
    """0, then where each token ends; the last one is the text's length"""


def tokens(text: str) -> Tokens:
    """The words and signs of a text, as they are compared."""
    cores: list[TextSpan] = []
    ends = [0]
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        is_gap = _GAP.match(text, start) is not None
        if cores and is_gap:
            ends[-1] = end
        elif cores and _joins(text, start):
            cores[-1] = TextSpan(cores[-1].start, end)
            ends[-1] = end
        elif not is_gap:
            cores.append(TextSpan(start, end))
            ends.append(end)
    ends[-1] = len(text)
    return Tokens(tuple(fold(text[core.start : core.end]) for core in cores), tuple(ends))


def diff_words(
    left: str, right: str, *, cut: Callable[[str], Tokens] = tokens
) -> tuple[Change, ...] | None:
    """The runs of two texts in order, or None where they are too different or too large to mark.

    Left spans follow each other without a hole and cover `left`; so do right spans and `right`.
    Same and different runs alternate. Case, white space, typographic quotation marks and
    invisible signs make no difference, and a gap belongs to the word before it.
    ``diff_words(b, a)`` is ``diff_words(a, b)`` with its sides exchanged. A text that is as large
    as one likes is the same as itself. Who compares a text with many hands in a `cut` that
    remembers its tokens.

    >>> [(c.left, c.right, c.same) for c in diff_words("12 people hurt", "21 people hurt") or ()]
    ... # doctest: +NORMALIZE_WHITESPACE
    [(TextSpan(start=0, end=3), TextSpan(start=0, end=3), False),
     (TextSpan(start=3, end=14), TextSpan(start=3, end=14), True)]
    """
    if len(left) + len(right) > MAX_SIGNS:
        whole = Change(left=TextSpan(0, len(left)), right=TextSpan(0, len(right)), same=True)
        return (whole,) if fold(left) == fold(right) else None
    ours, theirs = cut(left), cut(right)
    mirrored = theirs.keys < ours.keys
    first, second = (theirs, ours) if mirrored else (ours, theirs)
    runs = _runs(first.keys, second.keys)
    if runs is None or _too_different(first.keys, second.keys, runs):
        return None
    # Two texts without a word still have their gaps, which are the same.
    return _changes(
        runs or [(0, 0, True)] if left or right else [], first, second, mirrored=mirrored
    )


def _joins(text: str, at: int) -> bool:
    """Whether the sign here is a part of the word before it: an accent, or a letter after one.

    Vowel signs of Indian scripts are no letters to Python, so that words would fall apart.
    """
    if unicodedata.category(text[at])[0] == "M":
        return not text[at - 1].isspace()
    return unicodedata.category(text[at - 1])[0] == "M" and text[at].isalpha()


Run = tuple[int, int, bool]
"""Tokens of the first text, tokens of the second, and whether they are the same."""


def _runs(first: Sequence[str], second: Sequence[str]) -> list[Run] | None:
    """Alternating runs of tokens; None where comparing would take too long."""
    head = _common(first, second)
    tail = _common(first[head:][::-1], second[head:][::-1])
    one, two = first[head : len(first) - tail], second[head : len(second) - tail]
    if len(one) * len(two) > MAX_CELLS or (one and two and len(one) + len(two) > MAX_WORDS):
        return None
    runs: list[Run] = [(head, head, True)]
    if one and two:
        runs += _compare(one, two)
    else:
        runs.append((len(one), len(two), False))
    return _without_crumbs(first, second, _joined([*runs, (tail, tail, True)]))


def _common(one: Sequence[str], two: Sequence[str]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, two, strict=False)))


def _compare(one: Sequence[str], two: Sequence[str]) -> list[Run]:
    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    signs = {key: chr(_FIRST_SIGN + n) for n, key in enumerate(dict.fromkeys([*one, *two]))}
    edits = engine.diff_main(
        "".join(map(signs.__getitem__, one)), "".join(map(signs.__getitem__, two)), False
    )
    return [
        (
            0 if kind == engine.DIFF_INSERT else len(run),
            0 if kind == engine.DIFF_DELETE else len(run),
            kind == engine.DIFF_EQUAL,
        )
        for kind, run in edits
    ]


def _without_crumbs(first: Sequence[str], second: Sequence[str], runs: list[Run]) -> list[Run]:
    """The runs with little common words between two larger changes taken into the change.

    What is taken in makes the change larger, so that the run before it is looked at again.
    """
    kept: list[tuple[Run, int]] = []
    i = j = 0
    for one, two, same in runs:
        size = max(_words(first[i : i + one]), _words(second[j : j + two]))
        i, j = i + one, j + two
        kept.append(((one, two, same), size))
        while len(kept) > 2 and not kept[-1][0][2] and _is_crumb(*(n for _, n in kept[-3:])):
            joined, total = zip(*kept[-3:], strict=True)
            kept[-3:] = [
                ((sum(run[0] for run in joined), sum(run[1] for run in joined), False), sum(total))
            ]
    return [run for run, _ in kept]


def _is_crumb(before: int, size: int, after: int) -> bool:
    return size <= CRUMB and size <= before and size <= after


def _words(keys: Sequence[str]) -> int:
    """Words among these tokens; signs do not count."""
    return sum(key[:1].isalnum() for key in keys)


def _joined(runs: list[Run]) -> list[Run]:
    joined: list[Run] = []
    for one, two, same in runs:
        if not one and not two:
            continue
        if joined and joined[-1][2] == same:
            before = joined.pop()
            joined.append((before[0] + one, before[1] + two, same))
        else:
            joined.append((one, two, same))
    return joined


def _too_different(first: Sequence[str], second: Sequence[str], runs: list[Run]) -> bool:
    """Whether so few words are the same that marks would not help; signs do not count."""
    common = at = 0
    for one, _, same in runs:
        common += same * _words(first[at : at + one])
        at += one
    return common < LEAST_COMMON * min(_words(first), _words(second))


def _changes(
    runs: list[Run], first: Tokens, second: Tokens, *, mirrored: bool
) -> tuple[Change, ...]:
    changes = []
    i = j = a = b = 0
    for one, two, same in runs:
        i, j = i + one, j + two
        ours, theirs = TextSpan(a, first.ends[i]), TextSpan(b, second.ends[j])
        a, b = ours.end, theirs.end
        left, right = (theirs, ours) if mirrored else (ours, theirs)
        changes.append(Change(left=left, right=right, same=same))
    return tuple(changes)
