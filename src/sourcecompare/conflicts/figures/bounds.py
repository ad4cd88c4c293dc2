"""Whether two values that look different can both be true: rounding, bounds, vaguer dates."""

from decimal import Decimal

from sourcecompare.conflicts.statements import amount
from sourcecompare.model import ValueKind
from sourcecompare.values import Claim

SLACK = {"about": Decimal("0.15"), "nearly": Decimal("0.15"), "just over": Decimal("0.15")}
"""How far, as a share of it, a figure may lie from the fact: "nearly 90" stands for 77 to 90."""

FINE_SLACK = Decimal("0.05")
"""The same where the figure is told to a place of its own: "about 1.2 billion" is not 1.3."""
FINE_DIGITS = 2
HALF = 5

ROUND_SLACK = Decimal("0.125")
"""A round figure lies at most this far from the exact one: 700 for 716, 3 billion for 3.2."""

CUT_SLACK = Decimal("0.2")
"""More may be left away behind "more than": "over a million" for "more than 1.2 million"."""

ROUND_FROM = 2
"""Final zeros that make a whole number a round one; "10" for "12" people is no rounding."""

HARDLY = Decimal("0.005")
"""Two figures that are this near to each other differ by how they were rounded, or by nothing that
an editor would ask about: $247 and $247.7 billion."""

SCALES = (Decimal(10**6), Decimal(10**9), Decimal(10**12))

AT_LEAST = frozenset(("at least", "more than"))
AT_MOST = frozenset(("up to", "less than"))

Interval = tuple[Decimal, Decimal | None]


def compatible(a: Claim, b: Claim) -> bool:
    """Whether one fact can be behind both figures."""
    left, right = a.value.modifier, b.value.modifier
    if a.bounds and b.bounds:
        return _ranges_agree(a, b)
    if "between" in (left, right) and not (a.bounds or b.bounds):
        return True
    if a.measure != b.measure:
        return _converts(a, b)
    own, other = _written(a), _written(b)
    if abs(own - other) <= HARDLY * max(own, other):
        return True
    if _rounds(own, other) or _rounds(other, own) or _scale_is_missing(own, other):
        return True
    if left == right and left in AT_LEAST and _cut(*sorted((own, other))):
        return True
    if left == right and left in AT_LEAST | AT_MOST:
        # Two bounds of one side are always compatible in logic, but two outlets that say "at
        # least 12" and "at least 21" have counted differently.
        return False
    return _meet(_interval(a), _interval(b))


def _interval(claim: Claim) -> Interval:
    """What a figure with its modifier may stand for; None is no upper end."""
    figure, modifier = amount(claim), claim.value.modifier
    if modifier in AT_LEAST:
        return claim.bounds[0] if claim.bounds else figure, None
    if modifier in AT_MOST:
        return Decimal(0), figure
    if claim.bounds:
        return claim.bounds
    slack = abs(figure) * SLACK.get(modifier, Decimal(0))
    if modifier == "about" and _is_fine(claim):
        slack = abs(figure) * FINE_SLACK
    low = figure if modifier == "just over" else figure - slack
    return low, figure if modifier == "nearly" else figure + slack


def _is_fine(claim: Claim) -> bool:
    """Whether a sum is told to a place that nobody rounds to: 1.2 billion; not 1.5, 20.

    Not so counts: "about a dozen", "about a third", "about 48 hours" are all rough.
    """
    if claim.value.kind is not ValueKind.MONEY:
        return False
    digits = _written(claim).normalize().as_tuple().digits
    return len(digits) >= FINE_DIGITS and digits[-1] != HALF


def _meet(left: Interval, right: Interval) -> bool:
    return (right[1] is None or left[0] <= right[1]) and (left[1] is None or right[0] <= left[1])


def _ranges_agree(a: Claim, b: Claim) -> bool:
    """Whether two intervals can be two estimates of one thing.

    They cannot where they have nothing in common, nor where one end is the same and the other is
    not: then one of them was copied wrongly. "In his 30s" and "in his early 30s" are one age.
    """
    if a.value.modifier == b.value.modifier == "about":
        return True  # "thousands", "hundreds of thousands": nobody has counted
    if not _meet(_interval(a), _interval(b)):
        return False
    ranges = a.value.modifier == b.value.modifier == "between"
    if not ranges or a.value.kind is ValueKind.AGE or not a.bounds or not b.bounds:
        return True
    same = [own == other for own, other in zip(a.bounds, b.bounds, strict=True)]
    return not any(same)


def _written(claim: Claim) -> Decimal:
    """The number of a claim in the unit that it is written in."""
    return claim.written if claim.written is not None else amount(claim)


def _converts(a: Claim, b: Claim) -> bool:
    """Whether two measures are one, converted and rounded: "10 miles" and "16 km"."""
    slack = max(a.rounding or Decimal(0), b.rounding or Decimal(0))
    if abs(amount(a) - amount(b)) <= slack:
        return True
    return {a.value.modifier, b.value.modifier} != {""} and _meet(_interval(a), _interval(b))


def _rounds(rough: Decimal, exact: Decimal) -> bool:
    """Whether `rough` is `exact` rounded to its own last place."""
    if not rough or not exact or abs(rough - exact) > ROUND_SLACK * exact:
        return False
    place = int(rough.normalize().as_tuple().exponent)
    if 0 < place < ROUND_FROM or (place == 0 and exact == exact.to_integral_value()):
        return False
    half = Decimal(10) ** place / 2
    return -half < exact - rough < half or rough - exact == half


def _cut(rough: Decimal, exact: Decimal) -> bool:
    """Whether "more than 5,200" only drops the last digits of "more than 5,270"."""
    place = int(rough.normalize().as_tuple().exponent) if rough else 0
    last = min(Decimal(10) ** place, CUT_SLACK * exact)
    return place >= ROUND_FROM and rough <= exact < rough + last


def _scale_is_missing(a: Decimal, b: Decimal) -> bool:
    """Whether one figure is the other without its "million": a slip of the pen, not of fact."""
    low, high = sorted((a, b))
    return low > 0 and any(high == low * scale for scale in SCALES)


def dates_agree(left: str, right: str) -> bool:
    """Whether two dates in normal form can be one day: the vaguer one leaves it open.

    >>> dates_agree("2025-09-03", "--09-03"), dates_agree("2025-09-03", "2024")
    (True, False)
    """
    if left.isalpha() or right.isalpha():
        return left == right or left.isalpha() != right.isalpha()
    return all(
        one == other or not one or not other
        for one, other in zip(_parts(left), _parts(right), strict=True)
    )


def rival_dates(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether one side names a day, month or year that none of the other side can be.

    >>> rival_dates(frozenset({"2025-09-03"}), frozenset({"--09-03", "2024"}))
    True
    >>> rival_dates(frozenset({"2025-09-03"}), frozenset({"friday"}))
    False
    """
    for own, other in ((left, right), (right, left)):
        for date in own:
            rivals = [rival for rival in other if rival.isalpha() == date.isalpha()]
            if rivals and not any(dates_agree(date, rival) for rival in rivals):
                return True
    return False


def _parts(normal: str) -> tuple[str, str, str]:
    """Year, month and day; empty where not said."""
    year, rest = ("", normal[2:]) if normal.startswith("--") else (normal[:4], normal[5:])
    month, _, day = rest.partition("-")
    return year, month, day
