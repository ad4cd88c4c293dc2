"""Whether two dates, or two times of day, can be one; by the days they may mean where known."""

from collections.abc import Iterable
from datetime import date
from itertools import product

from sourcecompare.conflicts.figures.bounds import compatible, dates_agree
from sourcecompare.model import ValueKind
from sourcecompare.values import Claim, Days

PLAIN = frozenset("day month-day month month-name year".split())
"""Units of dates that are compared as they are written: by year, month and day."""

A_DAY = 24 * 60
AN_HOUR = 60

COUNTED = frozenset(("ago", "apart"))
"""Units of dates that are a number of days, months or years away from another."""
ROUGHLY = 0.25
"""Share by which such a number may be off where nobody can say from which day it counts."""

BRIEF = 10
"""Days of the longest stretch that says when something happened: a week, a weekend, a day."""


def agree(a: Claim, b: Claim) -> bool:
    """Whether two values of one kind and unit can both be true."""
    if a.value.normal == b.value.normal:
        return True
    if a.value.kind is b.value.kind is ValueKind.DATE:
        return one_day(a, b)
    if a.value.kind is not b.value.kind:
        # A date and the length of a stay, which ends on a date as well.
        return not _days(a) or not _days(b) or _meet(_days(a), _days(b))
    if a.value.kind is b.value.kind is ValueKind.TIME:
        return one_hour(a, b)
    return a.amount is not None and b.amount is not None and compatible(a, b)


def one_day(a: Claim, b: Claim) -> bool:
    """Whether two dates can be one day; also where nobody can tell.

    "Tuesday" on a page of Thursday, 4 September can be "2 September" and "earlier this week", not
    "last Friday". The night from one day to the next belongs to both.
    """
    left, right = a.value, b.value
    if "between" in (left.modifier, right.modifier) and not _terms(a, b):
        return True
    if left.unit == right.unit == "years":
        return False  # two terms: they are written otherwise
    if left.unit in PLAIN and right.unit in PLAIN:
        return dates_agree(left.normal, right.normal) or _is_one_night(a, b)
    if a.when and b.when and a.when.days and b.when.days:
        return _meet(_edge(a, b), _edge(b, a)) or _is_one_night(a, b)
    if left.unit == right.unit == "weekday":
        return left.normal == right.normal
    if left.unit == right.unit and left.unit in COUNTED:
        return _counts_agree(left.normal, right.normal)
    return True


def _counts_agree(left: str, right: str) -> bool:
    """Whether two counts of days, weeks or months from days that are not known can be one."""
    (one, unit), (other, another) = left.split(), right.split()
    a, b = int(one), int(other)
    if unit != another or a * b < 0:
        return True
    return abs(a - b) <= max(1, ROUGHLY * max(abs(a), abs(b)))


def one_hour(a: Claim, b: Claim) -> bool:
    """Whether two times of day can be one; also where they are of different days."""
    left, right = a.when, b.when
    if "between" in (a.value.modifier, b.value.modifier):
        return True
    if not left or not right or not left.minutes or not right.minutes:
        return True
    if left.days and right.days and not _meet(left.days, right.days):
        return True
    shift, slack = 0, 0
    if left.zone is not None and right.zone is not None and left.zone != right.zone:
        # An hour more or less: not every name of a zone says whether it is summer.
        shift, slack = round(AN_HOUR * (left.zone - right.zone)), AN_HOUR
    elif left.zone != right.zone:
        gap = abs(sum(left.minutes) - sum(right.minutes)) // 2
        if gap % AN_HOUR == 0:
            return True
    first, last = right.minutes[0] + shift - slack, right.minutes[1] + shift + slack
    return any(
        first + day <= left.minutes[1] and left.minutes[0] <= last + day
        for day in (-A_DAY, 0, A_DAY)
    )


def rival_times(left: Iterable[Claim], right: Iterable[Claim]) -> bool:
    """Whether one side names a day, week, month or year that none of the other side can be.

    Only like is held against like: a year in the background is no rival of the day of the news.
    """
    sides = [[c for c in side if c.value.kind is ValueKind.DATE] for side in (left, right)]
    for own, others in (sides, reversed(sides)):
        others = list(others)
        for claim in own:
            rivals = [other for other in others if _is_brief(other) == _is_brief(claim)]
            if rivals and not any(agree(claim, rival) for rival in rivals):
                return True
    return False


def days_differ(left: Iterable[Claim], right: Iterable[Claim]) -> bool:
    """Whether both sides name days or weeks, and no two of them can be one."""
    sides = [
        [c for c in side if c.value.kind is ValueKind.DATE and _is_brief(c)]
        for side in (left, right)
    ]
    return all(sides) and not any(agree(a, b) for a, b in product(*sides))


def length(claim: Claim) -> int:
    """Days of the longest stretch that a date may mean; 0 if that is unknown."""
    days = claim.when.days if claim.when else ()
    return max(((last - first).days + 1 for first, last in days), default=0)


def gap(a: Claim, b: Claim) -> int:
    """Days between the nearest days that two dates may mean; 0 if that is unknown."""
    pairs = product(_days(a), _days(b))
    return min((max((y[0] - x[1]).days, (x[0] - y[1]).days, 0) for x, y in pairs), default=0)


def _days(claim: Claim) -> tuple[Days, ...]:
    return claim.when.days if claim.when else ()


def _edge(claim: Claim, facing: Claim) -> tuple[Days, ...]:
    """The days of a date; of a term of years the edge that the other date is one of."""
    own, other = claim.when, facing.when
    if own and other and own.role == "both" and other.role in ("start", "end"):
        edge = 0 if other.role == "start" else 1
        year = own.days[0][edge].year
        return ((date(year, 1, 1), date(year, 12, 31)),)
    return _days(claim)


def _meet(left: Iterable[Days], right: Iterable[Days]) -> bool:
    return any(a[0] <= b[1] and b[0] <= a[1] for a, b in product(left, right))


def _is_one_night(a: Claim, b: Claim) -> bool:
    """Whether two dates are neighbours, the first one late or the second one early: one night."""
    if not _days(a) or not _days(b):
        return False
    pairs = ((a, b), (b, a))
    return any(
        (second[0] - first[1]).days == 1 and not _is_late(y) and not _is_early(x)
        for x, y in pairs
        if _is_late(x) or _is_early(y)
        for first, second in product(_days(x), _days(y))
    )


def _is_late(claim: Claim) -> bool:
    minutes = claim.when.minutes if claim.when else None
    return minutes is not None and minutes[1] > A_DAY


def _is_early(claim: Claim) -> bool:
    minutes = claim.when.minutes if claim.when else None
    return minutes is not None and minutes[1] <= A_DAY // 2


def _terms(a: Claim, b: Claim) -> bool:
    """Whether both are years at the edge of a term: "from 2000 to 2006"."""
    return all(claim.when and claim.when.role in ("start", "end") for claim in (a, b))


def _is_brief(claim: Claim) -> bool:
    return claim.value.unit in ("weekday", "day", "month-day") or 0 < length(claim) <= BRIEF
