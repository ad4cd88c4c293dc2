"""Two sentences that are the same but for two words which exclude each other.

Either the words stand in the same place of two sentences that are otherwise one, or they are
verbs of which all is said alike: by whom, and of what.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sourcecompare.conflicts.compared import Compared
from sourcecompare.conflicts.pairs import Pair, overlap, pair
from sourcecompare.model import FindingKind, SentenceRef
from sourcecompare.text import words
from sourcecompare.values.denied.denials import clause_at
from sourcecompare.values.denied.modes import same_mode
from sourcecompare.values.denied.opposites import OPPOSED_VERBS, any_opposed, opposed
from sourcecompare.values.denied.roots import root
from sourcecompare.values.denied.same_words import same_word
from sourcecompare.values.denied.scopes import Word

from . import assertions
from . import deeds as decided
from .assertions import Side, are_quoted, assertion, has, is_partial, is_passive, same_subject

WORTH_READING = 0.4
"""Overlap from which two linked sentences are read for opposites."""

SAME_REST = 0.75
"""Share of the other content words that both sentences must have ..."""

SAME_CLAUSE = 0.5
"""... or of those of a verb's clause; of one of the two clauses all."""


class Meeting(NamedTuple):
    """Places of two opposites in the words of the left and of the right sentence."""

    left: int
    right: int


def opposites(compared: Compared) -> Iterator[Pair]:
    """Linked sentences that have two opposites in one place, and deeds told with two signs."""
    met: set[tuple[SentenceRef, SentenceRef]] = set()
    for found in _linked(compared):
        met.add((found.left.ref, found.right.ref))
        yield found
    yield from (one for one in decided.deeds(compared) if (one.left.ref, one.right.ref) not in met)


def _linked(compared: Compared) -> Iterator[Pair]:
    roots: dict[str, frozenset[str]] = {}
    for left_ref, right_ref in compared.links:
        left, right = compared.statements[left_ref], compared.statements[right_ref]
        if left.key == right.key:
            continue
        for one in (left, right):
            if one.key not in roots:
                roots[one.key] = frozenset(map(root, words(one.key)))
        own, other = roots[left.key], roots[right.key]
        if not any_opposed(own - other, other - own):
            continue
        if overlap(left, right, compared.weights) < WORTH_READING:
            continue
        # Which opposites are met first must not hang on the names of the pages.
        first, last = sorted((left, right), key=lambda one: one.key)
        sides = Side(first), Side(last)
        meeting = _meeting(*(side.reading.words for side in sides))
        if meeting is None:
            continue
        claims = (
            assertion(
                side,
                (place, place),
                normal=side.reading.words[place].root,
                head=min(s.reading.words[k].root for s, k in zip(sides, meeting, strict=True)),
                mode=(sides[0].reading.words, meeting.left),
                before=[w.root for w in side.reading.words[:place] if w.content],
                after=[w.root for w in side.reading.words[place + 1 :] if w.content],
            )
            for side, place in zip(sides, meeting, strict=True)
        )
        a, b = sorted(claims, key=lambda claim: claim.value.ref)
        if not are_quoted(a, b):
            yield pair(left, right, a, b, compared.weights, linked=True)


def _meeting(left: Sequence[Word], right: Sequence[Word]) -> Meeting | None:
    """The first two opposites that are said of the same."""
    roots = [{word.root for word in words} for words in (left, right)]
    own = [i for i, word in enumerate(left) if word.root and word.root not in roots[1]]
    other = [i for i, word in enumerate(right) if word.root and word.root not in roots[0]]
    for i in own:
        for j in other:
            if not opposed(left[i].root, right[j].root):
                continue
            if left[i].turned != right[j].turned or left[i].unreal != right[j].unreal:
                continue
            if is_partial(left, i) and is_partial(right, j):
                continue
            if _same_place(left, i, right, j) or _same_clause(left, i, right, j):
                return Meeting(i, j)
    return None


def _same_place(left: Sequence[Word], i: int, right: Sequence[Word], j: int) -> bool:
    """Whether the two sentences are one but for these words."""
    if not any(
        own == other or (own and other and same_word(own, other))
        for own, other in ((_next(left, i, step), _next(right, j, step)) for step in (-1, 1))
    ):
        return False
    own = {word.root for k, word in enumerate(left) if word.content and k != i}
    other = {word.root for k, word in enumerate(right) if word.content and k != j}
    shared = sum(any(same_word(one, two) for two in other) for one in own)
    # What each of them has alone is another matter, not another wording.
    contained = shared >= min(len(own), len(other))
    return contained and 2 * shared >= SAME_REST * (len(own) + len(other)) > 0


def _next(words: Sequence[Word], i: int, step: int) -> str:
    """Root of the nearest content word; empty at the end of the sentence."""
    i += step
    while 0 <= i < len(words):
        if words[i].content:
            return words[i].root
        i += step
    return ""


def _same_clause(left: Sequence[Word], i: int, right: Sequence[Word], j: int) -> bool:
    """Whether two verbs have one subject and one object, whatever else is told."""
    if not {left[i].root, right[j].root} <= OPPOSED_VERBS or not same_mode(left, i, right, j):
        return False
    shares = _told(left, i, right, j), _told(right, j, left, i)
    return max(shares) == 1 and min(shares) >= SAME_CLAUSE


def _told(own: Sequence[Word], i: int, other: Sequence[Word], j: int) -> float:
    """The share of what the clause of this verb is about that the other sentence has."""
    clause = clause_at(own, i)
    if not clause.subject or not clause.objects:
        return 0.0
    if not (is_passive(own, i) or is_passive(other, j) or same_subject(own, clause, other, j)):
        return 0.0
    named = [own[k] for k in (*clause.subject, *clause.objects)]
    return sum(has(other, word) for word in named) / len(named)


def excludes(pair: Pair) -> float:
    """How sure it is that both are said of one thing."""
    if decided.is_decided(pair):
        return decided.sure(pair)
    return 0.5 + 0.35 * pair.overlap


def outcome(pair: Pair) -> FindingKind | None:
    """What the two are called whatever times and speakers say."""
    return decided.outcome(pair) if decided.is_decided(pair) else assertions.outcome(pair)
