"""Pairs of sentences that may tell of one thing and that no rule compares: for a judge alone.

Two outlets tell a fact in words of their own, and no value, name or quotation of both can be put
side by side. Of such pairs the most promising are chosen, by the words that they share: how much
these weigh, times how large a part of both sentences they are. Measured on slips that readers
planted in real events (`benchmarks/planted.py`), 80 of 100 pairs that contradict each other are
among twice as many pairs as a story has sentences; with a part of it all that shared words can
find, 88, is among four times as many.
"""

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from math import ceil
from typing import NamedTuple

from sourcecompare.model import Value, ValueKind
from sourcecompare.values import STATEMENT, Claim

from .compared import Compared
from .pairs import Pair, pair
from .statements import Statement, Weights

PAIRS_A_SENTENCE = 2.0
"""Pairs of two pages that are asked about, for each sentence of the story."""
OWN_PAIRS_A_SENTENCE = 0.25
"""Pairs inside one page: pages contradict themselves seldom."""
MOST_PAIRS, MOST_OWN_PAIRS = 2000, 500
"""Of a story: each is a question, which may cost money."""
MOST_POSTED = 200
"""Sentences that have a word; one that stands in more tells little, and brings no two together."""

TELLING = 4
"""Words in common that name what two sentences are about."""

UNTOLD = 0.3
"""How sure the rules are of such a pair: not enough to tell anything."""

_DIGITS = 9  # of what pairs promise: sums of floats in another order must not change their order


class _Sentence(NamedTuple):
    """One wording, on every page that has it."""

    key: str
    words: tuple[str, ...]
    weight: float
    pages: frozenset[str]
    where: tuple[Statement, ...]


class _Lead(NamedTuple):
    """How promising two wordings are, and which; compared by all of it."""

    promise: float
    left: str
    right: str


def leads(compared: Compared) -> Iterator[Pair]:
    """Pairs of sentences, the most promising first, that share words and are no copies."""
    told = _sentences(compared)
    for lead in _chosen(told, compared.weights):
        one, other = told[lead.left], told[lead.right]
        inside = bool(one.pages & other.pages)
        for left, right in product(one.where, other.where):
            if inside == (left.page == right.page):
                yield _pair(left, right, compared)


def untold(_: Pair) -> float:
    """How sure the rules are that two such sentences contradict each other."""
    return UNTOLD


def _sentences(compared: Compared) -> Mapping[str, _Sentence]:
    """By wording, in the order of these, so that no name of a page has a say in what follows."""
    where: dict[str, list[Statement]] = defaultdict(list)
    for one in compared.statements.values():
        where[one.key].append(one)
    found = {}
    for key in sorted(where):
        words = tuple(sorted(where[key][0].words.keys() & compared.weights.keys()))
        found[key] = _Sentence(
            key=key,
            words=words,
            weight=sum(compared.weights[word] for word in words),
            pages=frozenset(one.page for one in where[key]),
            where=tuple(where[key]),
        )
    return found


def _chosen(told: Mapping[str, _Sentence], weights: Weights) -> list[_Lead]:
    """The most promising pairs of two pages and of one page, those of two pages first."""
    across: list[_Lead] = []
    inside: list[_Lead] = []
    room = min(MOST_PAIRS, ceil(PAIRS_A_SENTENCE * len(told)))
    room_inside = min(MOST_OWN_PAIRS, ceil(OWN_PAIRS_A_SENTENCE * len(told)))
    for one, other, promise in _sharing(list(told.values()), weights):
        lead = _Lead(round(promise, _DIGITS), one.key, other.key)
        if one.pages & other.pages:
            _keep(inside, lead, room_inside)
        else:
            _keep(across, lead, room)
    return [*sorted(across, reverse=True), *sorted(inside, reverse=True)]


def _keep(best: list[_Lead], lead: _Lead, room: int) -> None:
    if len(best) < room:
        heapq.heappush(best, lead)
    elif best:
        heapq.heappushpop(best, lead)


def _sharing(
    told: Sequence[_Sentence], weights: Weights
) -> Iterator[tuple[_Sentence, _Sentence, float]]:
    """Each two that share words, and what they promise: the weight of these times their share."""
    having = Counter(word for one in told for word in one.words)
    posted: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(told):
        shared: dict[int, float] = defaultdict(float)
        for word in one.words:
            if having[word] <= MOST_POSTED:
                for other in posted[word]:
                    shared[other] += weights[word]
                posted[word].append(number)
        for place, weight in shared.items():
            share = 2 * weight / (one.weight + told[place].weight)
            yield told[place], one, weight * share


def _pair(left: Statement, right: Statement, compared: Compared) -> Pair:
    left, right = sorted((left, right), key=lambda one: one.ref)
    common = left.words.keys() & right.words.keys()
    telling = sorted(common, key=lambda word: (-compared.weights.get(word, 0.0), word))[:TELLING]
    linked = (left.ref, right.ref) in compared.links
    a, b = _claim(left, telling), _claim(right, telling)
    return pair(left, right, a, b, compared.weights, linked=linked)


def _claim(one: Statement, telling: Sequence[str]) -> Claim:
    """A whole sentence as what is disputed; it is of what both sentences are about."""
    span = one.sentence.span
    return Claim(
        value=Value(
            kind=ValueKind.ASSERTION,
            normal=one.key,
            unit=STATEMENT,
            head="",
            modifier="",
            ref=one.ref,
            span=span,
        ),
        complement=tuple(telling),
        phrase=span,
        shown=f"“{one.sentence.text}”",
    )
