"""Two sentences that are the same but for two words which exclude each other."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sourcecompare.model import SentenceRef, TextSpan, Value, ValueKind
from sourcecompare.values import Claim
from sourcecompare.values.alike import alike
from sourcecompare.values.clauses import Word
from sourcecompare.values.denials import Reading, read_denials
from sourcecompare.values.opposites import opposed

from .compared import Compared
from .pairs import Pair, overlap, pair
from .statements import Statement

WORTH_READING = 0.5
"""Overlap from which two linked sentences are read for opposites."""

SAME_REST = 0.75
"""Share of the other content words that both sentences must have."""


class Meeting(NamedTuple):
    """Places of two opposites, and how alike the rest of their sentences is."""

    left: int
    right: int
    rest: float


def opposites(compared: Compared) -> Iterator[Pair]:
    """Linked sentences that have two opposites in one place."""
    readings: dict[SentenceRef, Reading] = {}
    for left_ref, right_ref in compared.links:
        left, right = compared.statements[left_ref], compared.statements[right_ref]
        if left.key == right.key or overlap(left, right, compared.weights) < WORTH_READING:
            continue
        for one in (left, right):
            if one.ref not in readings:
                readings[one.ref] = read_denials(one.sentence.text)
        meeting = _meeting(readings[left_ref].words, readings[right_ref].words)
        if meeting is not None:
            a = _claim(left, readings[left_ref].words, meeting.left, meeting.rest)
            b = _claim(right, readings[right_ref].words, meeting.right, meeting.rest)
            yield pair(left, right, a, b, compared.weights, linked=True)


def _meeting(left: Sequence[Word], right: Sequence[Word]) -> Meeting | None:
    """The first two opposites that stand in one place, if the rest is the same."""
    roots = [{word.root for word in words if word.root} for words in (left, right)]
    own = [i for i, word in enumerate(left) if word.root and word.root not in roots[1]]
    other = [i for i, word in enumerate(right) if word.root and word.root not in roots[0]]
    for i in own:
        for j in other:
            if opposed(left[i].root, right[j].root) and _same_place(left, i, right, j):
                rest = _rest(left, i, right, j)
                if rest >= SAME_REST:
                    return Meeting(i, j, rest)
    return None


def _same_place(left: Sequence[Word], i: int, right: Sequence[Word], j: int) -> bool:
    """Whether both are said of the same words, both affirmed or both denied."""
    if left[i].turned != right[j].turned or left[i].unreal != right[j].unreal:
        return False
    return any(
        own == other or (own and other and alike(own, other))
        for own, other in (
            (_next(left, i, step), _next(right, j, step)) for step in (-1, 1)
        )
    )


def _next(words: Sequence[Word], i: int, step: int) -> str:
    """Root of the nearest content word; empty at the end of the sentence."""
    i += step
    while 0 <= i < len(words):
        if words[i].content:
            return words[i].root
        i += step
    return ""


def _rest(left: Sequence[Word], i: int, right: Sequence[Word], j: int) -> float:
    """Dice coefficient of the other content words."""
    own = {word.root for k, word in enumerate(left) if word.content and k != i}
    other = {word.root for k, word in enumerate(right) if word.content and k != j}
    shared = sum(any(alike(one, two) for two in other) for one in own)
    whole = len(own) + len(other)
    return 2 * shared / whole if whole else 0.0


def _claim(one: Statement, words: Sequence[Word], place: int, rest: float) -> Claim:
    word = words[place]
    offset = one.sentence.span.start
    span = TextSpan(offset + word.start, offset + word.end)
    return Claim(
        value=Value(
            kind=ValueKind.ASSERTION,
            normal=word.root,
            unit="",
            head="",
            modifier="",
            ref=one.ref,
            span=span,
        ),
        before=tuple(w.root for w in words[:place] if w.content),
        after=tuple(w.root for w in words[place + 1 :] if w.content),
        phrase=span,
        shown=f"“{one.sentence.text[word.start : word.end]}”",
    )


def excludes(pair: Pair) -> float:
    """The rest of the two sentences is the same."""
    return 0.5 + 0.35 * pair.overlap
