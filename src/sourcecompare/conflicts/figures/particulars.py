"""When two ages, measures, scores or ranks are said of one thing, and how sure that is."""

from sourcecompare.conflicts.pairs import NEAR_TWIN, Pair
from sourcecompare.conflicts.statements import LEAD
from sourcecompare.values import Claim

from . import grounds as figures
from .grounds import TOLD_OVERLAP, TWIN_NEAR, TWIN_OVERLAP

SAME_PERSON = 0.75
"""Two ages of one full name, whatever else the sentences tell."""
SAME_SURNAME = 0.6
"""Where one sentence has no more than the surname: hardly ever another one of the family."""
SURNAME_OVERLAP = 0.05

QUAKE_WORDS = 2
"""Words that two sentences on one earthquake share besides its magnitude."""

SHARED_FIGURE = 0.2
"""Overlap from which "98 to 96" and "98 to 97" are one vote: one side is the same."""


THAT_VOTE = 0.6
MISCOUNTED, LARGE_VOTE = 3, 20
"""Two counts of one vote have one side in common and are few votes apart; five votes to four are
those of many a ruling."""


def age(pair: Pair) -> float:
    """As in "Ana Ruiz, 68," against "the 66-year-old Ms. Ruiz"."""
    return max(_twin(pair), _same_person(pair))


def measure(pair: Pair) -> float:
    """As in "the 12-km tunnel" against "the 14-km tunnel", in whatever unit."""
    return max(figures.number(pair), _same_quake(pair))


def score(pair: Pair) -> float:
    """As in "won the vote 98 to 96" against "98 to 95"; one vote has one count."""
    own, other = (set(claim.value.normal.split("-")) for claim in (pair.a, pair.b))
    # "A narrow victory, 98 to 96" may be won by votes.
    if pair.same_page or (pair.a.value.head != pair.b.value.head and not own & other):
        return 0.0
    told = pair.linked and pair.overlap >= TOLD_OVERLAP
    if not told and _is_that_vote(pair):
        return THAT_VOTE + 0.2 * pair.overlap
    if not told and not (own & other and pair.overlap >= SHARED_FIGURE):
        return 0.0
    return 0.5 + 0.4 * pair.overlap + 0.1 * bool(own & other)


def _is_that_vote(pair: Pair) -> bool:
    """Whether two counts that open their pages, or that each page has alone, are nearly one."""
    if not pair.only and max(pair.left.depth, pair.right.depth) > LEAD:
        return False
    counts = [[int(n) for n in c.value.normal.split("-")] for c in (pair.a, pair.b)]
    (high, low), (other_high, other_low) = counts
    same = high == other_high or low == other_low
    close = abs(high - other_high) + abs(low - other_low) <= MISCOUNTED
    return same and close and min(high, other_high) >= LARGE_VOTE


def rank(pair: Pair) -> float:
    """As in "the third-largest port of the island" against "the second-largest"."""
    if pair.a.value.unit == "no":
        # Of seeds and numbers two there are as many as lists.
        return _twin(pair) if pair.overlap >= NEAR_TWIN else 0.0
    return figures.ordinal(pair)


def _twin(pair: Pair) -> float:
    """The same words around both values."""
    if pair.a.value.head != pair.b.value.head or _are_two(pair):
        return 0.0
    linked = pair.linked or (pair.overlap >= NEAR_TWIN and not pair.same_page)
    if not linked or pair.overlap < TWIN_OVERLAP or pair.near < TWIN_NEAR:
        return 0.0
    return 0.52 + 0.2 * pair.overlap + 0.15 * pair.near


def _are_two(pair: Pair) -> bool:
    """Whether both ages are of persons with different first names."""
    first, second = pair.a.complement[:-1], pair.b.complement[:-1]
    return bool(first and second) and first[0] != second[0]


def _same_person(pair: Pair) -> float:
    """The same name beside both ages, at least once with its first name."""
    own, other = pair.a.complement, pair.b.complement
    if not own or not other or own[-1] != other[-1] or pair.a.value.unit != "year":
        return 0.0
    first, second = own[:-1], other[:-1]
    if not (first or second) or _are_two(pair) or not (_is_apposed(pair.a) or _is_apposed(pair.b)):
        return 0.0  # "a 68-year-old Northerner" is anybody
    if first and second:
        return SAME_PERSON + 0.15 * pair.overlap
    if pair.overlap < SURNAME_OVERLAP and not pair.linked:
        return 0.0
    return SAME_SURNAME + 0.2 * pair.overlap


def _is_apposed(claim: Claim) -> bool:
    """Whether the name stands before the age: "Ana Ruiz, 68,"."""
    return claim.phrase.end == claim.value.span.end and len(claim.complement) > 1


def _same_quake(pair: Pair) -> float:
    """Two magnitudes of the earthquake that both pages tell of."""
    if pair.a.value.unit != "magnitude" or pair.same_page:
        return 0.0
    if pair.a.value.head != pair.b.value.head or len(pair.shared) < QUAKE_WORDS:
        return 0.0
    return 0.6 + 0.3 * pair.overlap
