"""Dates that no rule ties, and that are nevertheless likely of one occasion.

The forest says how likely two dates are of one occasion, whatever they say: it learned that from
dates on which outlets agree. Two that exclude each other are told where that is likely, and where
the other page has no date that agrees and is as likely of the same occasion.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, product

import numpy as np

from sourcecompare.conflicts.compared import Compared
from sourcecompare.conflicts.dates.events import differ, other_event
from sourcecompare.conflicts.dates.evidence import are_two_objects, are_two_parties
from sourcecompare.conflicts.dates.parties import rivals, two_bodies
from sourcecompare.conflicts.dates.times import agree, gap, length
from sourcecompare.conflicts.pairs import NEAR_TWIN, Pair, overlap, pair
from sourcecompare.conflicts.statements import Statement
from sourcecompare.model import ValueKind
from sourcecompare.values import HABITS, Claim, stem
from sourcecompare.values.dates.calendar import published_day

from .choosing import how_sure, one_to_one
from .date_signals import date_signals
from .near import Near, is_copied, near_statements, worthiest
from .trees import shipped_trees

FOREST = "dates.npz"

NEAR, NEAR_OF_ONE = 0.06, 0.02
"""Overlap of two sentences from which their dates may be of one occasion; the lower one where both
clauses name one event."""

BRIEF, NEAR_DAYS = 7, 14
"""Days of the longest stretch that says when something happened, and days between two of them."""
A_YEAR = 360
NEAR_YEARS = 3660
"""The same of years, which people recall less well. Months and seasons say too little."""

LEAST_CHANCE, SURE_CHANCE = 0.42, 0.55
"""How much likelier a date is of the occasion than all that agree with the other one: from the
first on it is told, from the second on it is a conflict; by reading what was called on events that
the forest had not seen (docs/CONFLICTS.md)."""

MOVED = frozenset(
    stem(word) for word in "postponed rescheduled deferred originally initially".split()
)
"""Words with which a page says that the day was another one once ..."""
MAY_BE_MOVED = frozenset(stem(word) for word in "delayed extended moved pushed".split())
"""... and those which say it where they stand in the clause of the date."""


SURE_OF_TWO = 0.6
"""From which on it is a conflict where neither event nor end is the same."""
EDGES = frozenset(("start", "end"))

DAYS = {"day": 1, "week": 7}
"""Of a unit in which a sentence counts from one day to another."""

LIVES = frozenset(("birth", "death"))
"""What everybody of a story has one of."""


def likely_dates(
    _: Sequence[tuple[Pair, float]], compared: Compared, is_free: Callable[[Claim, Claim], bool]
) -> Iterator[tuple[Pair, float]]:
    """Pairs of dates that exclude each other, likely of one occasion, and how sure that is.

    The likeliest come first; `is_free` says of two whether no rule is sure that either is
    disputed with another.
    """
    if not _any_lie_near(compared):
        return
    asked = [
        pair(one.left, one.right, a, b, compared.weights, linked=one.linked)
        for one in worthiest([one for one in _near(compared) if not is_copied(one, compared)])
        for a, b in product(dates_of(one.left), dates_of(one.right))
        if _lie_near(a, b) and _may_be_of_one(one, a, b) and _is_asked(one, a, b) and is_free(a, b)
    ]
    asked = [one for one in asked if not _are_two_events(one)]
    kept = [
        (one, chance)
        for one, chance in zip(asked, _chances(asked, compared), strict=True)
        if chance >= LEAST_CHANCE
    ]
    agreeing = [list(_agreeing(one, compared)) for one, _ in kept]
    chances = iter(_chances([two for own in agreeing for two in own], compared))
    surplus = [
        (one, chance - max((next(chances) for _ in own), default=0.0))
        for (one, chance), own in zip(kept, agreeing, strict=True)
    ]
    for one, chance in one_to_one(two for two in surplus if two[1] >= LEAST_CHANCE):
        enough = SURE_CHANCE if _is_one_action(one) else SURE_OF_TWO
        yield one, how_sure(chance, LEAST_CHANCE, enough)


def date_pairs(compared: Compared) -> Iterator[Pair]:
    """All pairs of dates of two pages, agreeing or not, that may be of one occasion."""
    for one in _near(compared):
        for a, b in product(dates_of(one.left), dates_of(one.right)):
            if _may_be_of_one(one, a, b):
                yield pair(one.left, one.right, a, b, compared.weights, linked=one.linked)


def dates_of(one: Statement) -> list[Claim]:
    """The dates of a statement that are tied to something."""
    return [c for c in one.claims if c.value.kind is ValueKind.DATE and c.when]


def _near(compared: Compared) -> list[Near]:
    """Statements with dates that have something in common, in order of place."""
    dated = [one for one in compared.statements.values() if one.claims and dates_of(one)]
    return near_statements(compared, dated, NEAR_OF_ONE)


def _may_be_of_one(one: Near, a: Claim, b: Claim) -> bool:
    """Whether two of their dates may be of one occasion."""
    if one.linked or one.overlap >= NEAR:
        return True
    return bool(a.when and b.when and a.when.event and a.when.event == b.when.event)


def _is_asked(one: Near, a: Claim, b: Claim) -> bool:
    """Whether two dates that lie near exclude each other, and nothing plain makes them of two."""
    x, y = a.when, b.when
    if not x or not y or {x.tense, y.tense} == {"past", "coming"}:
        return False
    if x.role != y.role and "during" in (x.role, y.role):
        return False  # "were still battling the fire on Sunday", "broke out on Wednesday"
    if not differ(a, b) or _is_news_of_two_days(one, a, b) or _is_told_too(one, a, b):
        return False
    if _is_counted(one.right, b, a) or _is_counted(one.left, a, b):
        return False
    if (x.words | y.words) & MAY_BE_MOVED or (
        one.left.words.keys() | one.right.words.keys()
    ) & MOVED:
        return False
    return one.overlap >= NEAR_TWIN or not rivals(one.left, one.right, x, y)


def _are_two_events(one: Pair) -> bool:
    """Whether what happens, or to whom, is plainly another thing in each clause."""
    x, y = one.a.when, one.b.when
    if not x or not y or other_event(x, y) or two_bodies(x, y) or are_two_parties(one, x, y):
        return True
    named = (x.names | x.actor) & (y.names | y.actor)
    if are_two_objects(x, y) and (not named or length(one.a) >= A_YEAR):
        return True  # in a life or in history such a thing is done again and again
    own = x.event == y.event and x.event in LIVES
    return (own or bool(HABITS & {x.event, y.event})) and not x.actor & y.actor


def _is_one_action(one: Pair) -> bool:
    """Whether both clauses name one event, or one end of something."""
    x, y = one.a.when, one.b.when
    if not x or not y:
        return False
    return bool(x.event and x.event == y.event) or (x.role == y.role and x.role in EDGES)


def _lie_near(a: Claim, b: Claim) -> bool:
    """Whether both are days or both are years, and not too far apart to be taken for each other."""
    shorter, longer = sorted((length(a), length(b)))
    if not shorter:
        return False
    if longer <= BRIEF:
        return gap(a, b) <= NEAR_DAYS
    return shorter >= A_YEAR and gap(a, b) <= NEAR_YEARS


def _any_lie_near(compared: Compared) -> bool:
    """Whether there is anything to ask: most pairs of sentences have no two such dates."""
    told = [
        (one.page, claim)
        for one in compared.statements.values()
        if one.claims
        for claim in dates_of(one)
    ]
    return any(page != other and _lie_near(a, b) for (page, a), (other, b) in combinations(told, 2))


def _is_news_of_two_days(one: Near, a: Claim, b: Claim) -> bool:
    """Whether each page, of a day of its own, tells of the same day before it: "on Tuesday"."""
    before = []
    for side, claim in ((one.left, a), (one.right, b)):
        page = published_day(side.published)
        if not page or not claim.when:
            return False
        before.append((page - claim.when.days[0][0], page))
    return before[0][0] == before[1][0] and before[0][1] != before[1][1]


def _is_told_too(one: Near, a: Claim, b: Claim) -> bool:
    """Whether one of the sentences has a date, of something else, that agrees with the other's."""
    sides = ((a, one.right.claims, b), (b, one.left.claims, a))
    return any(
        rival is not partner and rival.value.kind is ValueKind.DATE and agree(claim, rival)
        for claim, rivals, partner in sides
        for rival in rivals
    )


def _is_counted(one: Statement, claim: Claim, other: Claim) -> bool:
    """Whether a sentence counts from its date to the other one: "on 28 August, 13 days after"."""
    days = [first for when in (claim.when, other.when) if when for first, _ in when.days[:1]]
    if len(days) < 2:
        return False
    apart = abs((days[0] - days[1]).days)
    return any(
        span.value.kind is ValueKind.DURATION
        and span.after[:1] in (("after",), ("before",))
        and span.amount is not None
        and apart == span.amount * DAYS.get(span.value.unit, 0)
        for span in one.claims
    )


def _agreeing(one: Pair, compared: Compared) -> Iterator[Pair]:
    """Each date of the pair with all of the other page that it does not exclude."""
    for own, claim, page in ((one.left, one.a, one.right.page), (one.right, one.b, one.left.page)):
        for other in compared.pages[page]:
            left, right = sorted((own, other), key=lambda side: side.ref)
            linked = (left.ref, right.ref) in compared.links
            near = Near(left, right, linked, overlap(left, right, compared.weights))
            if not linked and near.overlap < NEAR_OF_ONE:
                continue
            for rival in dates_of(other):
                if _may_be_of_one(near, claim, rival) and not differ(claim, rival):
                    a, b = (claim, rival) if own is left else (rival, claim)
                    yield pair(left, right, a, b, compared.weights, linked=linked)


def _chances(pairs: Sequence[Pair], compared: Compared) -> list[float]:
    """How likely each pair is of one occasion, 0..1."""
    if not pairs:
        return []
    trees = shipped_trees(FOREST)
    rows = []
    for one in pairs:
        found = date_signals(one, compared)
        rows.append([found[name] for name in trees.names])
    return [float(chance) for chance in trees.chances(np.array(rows, np.float32))]
