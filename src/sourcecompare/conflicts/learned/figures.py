"""Pairs of figures that no rule ties, and that are nevertheless likely of one thing."""

from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from itertools import combinations, product

import numpy as np

from sourcecompare.conflicts.compared import Compared
from sourcecompare.conflicts.dates.times import agree, days_differ
from sourcecompare.conflicts.figures.bounds import compatible
from sourcecompare.conflicts.figures.elsewhere import other_event, other_place, other_subject
from sourcecompare.conflicts.figures.evidence import are_two_owners, are_two_polls, points_of
from sourcecompare.conflicts.figures.reckoning import (
    PAST,
    adds_up,
    may_be_part,
    other_sense,
    other_span,
    parts_of_a_whole,
    share_of_whole,
    size_of_a_whole,
)
from sourcecompare.conflicts.figures.sides import (
    margin_of_error,
    moving_quantity,
    other_aim,
    other_partner,
    other_side,
    other_stage,
    sides_of,
)
from sourcecompare.conflicts.figures.spells import are_two_persons
from sourcecompare.conflicts.figures.vetoes import (
    Veto,
    better_partner,
    compatible_figures,
    denied,
    one_day,
    one_sort,
    other_reach,
    out_of_proportion,
    said_by_copy,
    said_elsewhere,
    said_in_both,
    vetoed,
)
from sourcecompare.conflicts.pairs import (
    YEAR,
    Pair,
    is_later_news,
    is_only,
    lone_values,
    slot_noun,
)
from sourcecompare.conflicts.pairs import pair as make_pair
from sourcecompare.conflicts.statements import Statement, same_noun, thing
from sourcecompare.model import ValueKind
from sourcecompare.quotations import quoted_places
from sourcecompare.values import Claim
from sourcecompare.values.dates.calendar import published_day
from sourcecompare.values.figures.lengths import SPELLS
from sourcecompare.values.figures.synonyms import may_be_one

from .choosing import how_sure, one_to_one
from .figure_signals import KINDS, figure_signals
from .near import near_statements, worthiest
from .trees import shipped_trees

FOREST = "figures.npz"

EXCUSES: tuple[Veto, ...] = (
    compatible_figures,
    one_day,
    out_of_proportion,
    said_in_both,
    said_elsewhere,
    parts_of_a_whole,
    size_of_a_whole,
    other_reach,
    moving_quantity,
    denied,
    margin_of_error,
    other_side,
    other_stage,
    other_aim,
    other_partner,
    said_by_copy,
    better_partner,
    other_sense,
    other_span,
    adds_up,
    share_of_whole,
    other_place,
    other_subject,
    other_event,
)
"""What makes two figures compatible, or of two things, whatever else speaks for them. Fitted with
the forest: it has only seen pairs that none of these excuses."""

FIGURES = frozenset((ValueKind.NUMBER, *KINDS))
NEAR = 0.06
"""Overlap of two sentences from which figures of theirs may be of one thing, whatever the nouns."""

MAGNITUDE = "magnitude"
"""Of earthquakes: the aftershock has one of its own."""

RESTS = frozenset(
    """other others another more additional further remaining extra each per every separate previous
    prior past last next former different""".split()
)
"""Words that make a figure one of something else; "average" and "total" may be left out."""

FRONT = 16
"""Characters with which a sentence begins: "Two months ago", "In February"."""
LONG_BEFORE = 20
"""Days before its page that are no longer the news."""

MOST_RIVALS = 1
"""Other figures of one sort that differ as well; more of them are of another case."""

LEAST_POINTS = 3.0
"""Evidence without which the forest need not be asked: hardly a pair below it was of one thing."""

MOST_ASKED = 20_000
"""Pairs of a story that the forest is asked about, those with most evidence first."""

LEAST_CHANCE, SURE_CHANCE = 0.42, 0.55
"""From the first on it is told, from the second on it is a conflict; by reading what it called on
events that it had not seen (docs/CONFLICTS.md)."""


def likely_figures(
    pairs: Sequence[tuple[Pair, float]], compared: Compared, is_free: Callable[[Claim, Claim], bool]
) -> Iterator[tuple[Pair, float]]:
    """The pairs that are likely of one thing, and how sure that is, the likeliest first.

    `pairs` are those that no rule ties and that `is_asked`, each with how sure the
    rules of its check are of it; `is_free` says of two values whether no rule is sure
    that either is disputed with another.
    """
    more = ((one, 0.0) for one in figure_pairs(compared) if is_asked(one))
    free = [one for one in (*pairs, *more) if is_free(one[0].a, one[0].b)]
    asked = [one for one in _worthiest(free) if not vetoed(one[0], compared.told, EXCUSES)]
    if not asked:
        return
    trees = shipped_trees(FOREST)
    rows = []
    for pair, score in asked:
        found = figure_signals(pair, compared, score)
        rows.append([found[name] for name in trees.names])
    chances = map(float, trees.chances(np.array(rows, np.float32)))
    likely = ((pair, one) for (pair, _), one in zip(asked, chances, strict=True))
    for pair, chance in one_to_one((pair, one) for pair, one in likely if one >= LEAST_CHANCE):
        yield pair, how_sure(chance, LEAST_CHANCE, SURE_CHANCE)


def figure_pairs(compared: Compared) -> Iterator[Pair]:
    """Figures of one kind and unit on two pages that `value_pairs` leaves out: of two nouns.

    Their sentences are not linked, but have something in common.
    """
    told = [one for one in compared.statements.values() if any(map(_is_figure, one.claims))]
    if not any(
        one.page != other.page and (one.ref, other.ref) not in compared.links
        for one, other in combinations(told, 2)
    ):
        return  # as in a pair of sentences that are linked
    lone = lone_values(compared.statements.values())
    for near in worthiest(near_statements(compared, told, NEAR)):
        left, right = near.left, near.right
        for a, b in product(left.claims, right.claims):
            if not near.linked and _are_of_two_nouns(a, b) and a.value.normal != b.value.normal:
                only = is_only(left, right, a, b, lone)
                yield make_pair(left, right, a, b, compared.weights, only=only)


def _is_figure(claim: Claim) -> bool:
    return claim.value.kind in FIGURES and claim.amount is not None


def _are_of_two_nouns(a: Claim, b: Claim) -> bool:
    """Whether two figures of one kind and unit have other nouns, or one has none."""
    if not _is_figure(a) or (a.value.kind, a.value.unit) != (b.value.kind, b.value.unit):
        return False
    return slot_noun(a) != slot_noun(b) or not slot_noun(a)


def is_asked(pair: Pair) -> bool:
    """Whether the forest has a say: two figures of two pages, and nothing plain parts them."""
    a, b = pair.a, pair.b
    if pair.same_page or a.amount is None or b.amount is None or a.value.unit == MAGNITUDE:
        return False
    nouns = a.value.head, b.value.head
    if all(nouns) and not same_noun(a, b) and not may_be_one(*nouns):
        return False  # "destroyed 12 boats", "destroyed 20 houses"
    if (a.whole and b.whole and a.whole != b.whole) or _are_quoted(pair):
        return False
    if a.value.kind is ValueKind.AGE and not _are_one_person(a, b):
        return False
    if a.frame != b.frame and PAST & {a.frame, b.frame}:
        return False  # "carries 14,000 cars", "before the storm it carried 19,000"
    if a.value.kind is ValueKind.DURATION and nouns[0] in SPELLS.values() and are_two_persons(pair):
        return False
    if are_two_polls(pair) or are_two_owners(a, b) or _is_rest(a, b):
        return False
    if _years(pair) or days_differ(*pair.others) or is_later_news(pair):
        return False
    if _is_of_the_past(pair.left, pair.right) or _is_of_the_past(pair.right, pair.left):
        return False  # "In 2013, the river reached 8 metres"
    if a.attributes and b.attributes and not thing(a) & thing(b):
        return False  # "12 fishing boats", "20 police boats"
    return sum(_rivals(pair)) <= MOST_RIVALS and points_of(pair) >= LEAST_POINTS


def _are_quoted(pair: Pair) -> bool:
    """Whether both stand in quotations, which are compared as such."""
    return all(
        any(
            place.start <= claim.value.span.start - one.sentence.span.start < place.stop
            for place in quoted_places(one.sentence.text)
        )
        for one, claim in ((pair.left, pair.a), (pair.right, pair.b))
    )


def _are_one_person(a: Claim, b: Claim) -> bool:
    """Whether two ages are of one name, and at least one page has it in full."""
    own, other = sorted((set(a.complement), set(b.complement)), key=len)
    return bool(own) and own <= other and len(other) > 1


def _is_rest(a: Claim, b: Claim) -> bool:
    """Whether one counts what the other leaves out, a part of it, or for each of several."""
    if may_be_part(a, b) or may_be_part(b, a):
        return True
    return any(word in RESTS or word.startswith("per ") for word in set(a.scope) ^ set(b.scope))


def _years(pair: Pair) -> bool:
    """Whether each sentence names a year of its own: "300 guests in 2019", "500 in 2024"."""
    own, other = ({one[:4] for one in side.dates if YEAR.match(one)} for side in sides_of(pair))
    return bool(own and other and not own & other)


def _is_of_the_past(own: Statement, other: Statement) -> bool:
    """Whether a sentence begins with a day long before its page, and the other one has it not."""
    today = published_day(own.published)
    start = own.sentence.span.start
    fronted = [
        claim
        for claim in own.claims
        if claim.value.kind is ValueKind.DATE and claim.value.span.start < start + FRONT
    ]
    return any(
        today and max(last for _, last in claim.when.days) < today - timedelta(LONG_BEFORE)
        for claim in fronted
        if claim.when and claim.when.days
        if not any(b.value.kind is ValueKind.DATE and agree(claim, b) for b in other.claims)
    )


def _rivals(pair: Pair) -> Iterator[bool]:
    """For each two other figures of one sort whether they differ: of another model, or game."""
    for a in pair.others[0]:
        for b in pair.others[1]:
            if a.amount is not None and b.amount is not None and one_sort(a, b):
                yield not compatible(a, b)


def _worthiest(pairs: Sequence[tuple[Pair, float]]) -> Sequence[tuple[Pair, float]]:
    """Those with most evidence, where there are too many; of equal ones all or none."""
    if len(pairs) <= MOST_ASKED:
        return pairs
    points = [points_of(pair) for pair, _ in pairs]
    least = sorted(points, reverse=True)[MOST_ASKED]
    return [one for one, own in zip(pairs, points, strict=True) if own > least]
