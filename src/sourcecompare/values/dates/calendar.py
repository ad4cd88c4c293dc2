"""Which days a date can mean on a page that was published on a given day.

A date is resolved to all stretches of days that it may stand for, never to one guess: "Tuesday" in
a sentence about the past is the last Tuesday up to the day of publication, in one about the future
the next, and without a tense either. Nothing is known of what counts from the day of writing where
the page does not say when it appeared.
"""

from calendar import monthrange
from collections.abc import Sequence
from datetime import MAXYEAR, date, timedelta

from .time_words import SEASONS

Days = tuple[date, date]
"""First and last day of a stretch, both included."""

WEEKDAY_NUMBERS = {
    name: number
    for number, name in enumerate(
        "monday tuesday wednesday thursday friday saturday sunday".split()
    )
}

EARLIEST, LATEST = 1500, 2500
"""Years of publication; a page of another year has a false date."""

ALMOST_A_WEEK = 6
"""A weekday that lies so many days off is rather the day before or after: the page may have been
changed since it appeared, or appeared elsewhere by its own clock."""

WEEK = 7
SATURDAY = 5

AGO_SLACK = {"day": 1, "week": 4, "month": 20, "year": 270}
"""Days by which "two weeks ago" may be off either way."""
APART_SLACK = {"day": 0, "week": 3, "month": 15, "year": 200}
"""The same for "two weeks later", which counts from a day and not from the reader's today."""

LONGEST_STAY = 1000
"""Units of time that somebody may stay."""

LOOSER = 3
"""By how much a word like "about" or "more than" widens these."""

PARTS_OF_STRETCH = {
    "early": (0.0, 0.5),
    "mid": (0.2, 0.8),
    "late": (0.5, 1.0),
    "end": (0.9, 1.0),
    "H1": (0.0, 0.495),
    "H2": (0.5, 1.0),
}
"""Shares of a month or year that "early", "mid", "late" and "the end of" may stand for."""

SHORTEST_STRETCH = 20
"""Days of what can be narrowed so: "early this week" is any day of it."""


def published_day(published: str) -> date | None:
    """The day of a time in ISO 8601, as far as it gives one; None for all else.

    >>> published_day("2025-09-03T23:10:00+02:00"), published_day("2025-09"), published_day("")
    (datetime.date(2025, 9, 3), None, None)
    """
    try:
        day = date.fromisoformat(published[:10])
    except ValueError:
        return None
    return day if EARLIEST <= day.year <= LATEST else None


def resolve(
    normal: str, unit: str, which: str, today: date | None, *, tense: str = ""
) -> tuple[Days, ...]:
    """All stretches of days that a date of a page of `today` may mean; () where that is unknown.

    `which` is what narrows it (early, mid, late, end) or says which one (last, next, this),
    `tense` is "past", "coming" or "". What counts from another date is for `apart`.

    >>> resolve("tuesday", "weekday", "", date(2025, 9, 3), tense="past")
    ((datetime.date(2025, 9, 2), datetime.date(2025, 9, 2)),)
    """
    fixed = _fixed(normal, unit)
    if fixed:
        return (_narrowed(fixed, which),)
    if today is None:
        return ()
    match unit:
        case "weekday":
            days = _weekday(today, WEEKDAY_NUMBERS[normal], which, tense)
            return tuple((day, day) for day in days)
        case "month-day" | "month-name":
            return tuple(_narrowed(days, which) for days in _yearless(today, normal, which, tense))
        case "relative":
            return _relative(today, normal, which, tense)
        case "ago":
            loose = LOOSER if which else 1
            return _moved(((today, today),), normal, AGO_SLACK, loose)
        case _:
            return ()


def apart(normal: str, anchor: tuple[Days, ...]) -> tuple[Days, ...]:
    """The days that lie "two weeks later" or "a day earlier" than these."""
    return _moved(anchor, normal, APART_SLACK, 1)


def lasting(
    normal: str, unit: str, before: Sequence[str], start: tuple[Days, ...]
) -> tuple[Days, ...]:
    """When what begins on these days is over after so many units: "for more than two months"."""
    if not normal.isdecimal() or int(normal) > LONGEST_STAY or unit not in APART_SLACK:
        return ()
    count = int(normal)
    found = []
    for first, last in _moved(start, f"{count} {unit}", APART_SLACK, 1):
        longest = _shifted(last, count, unit)
        open_end = longest and any(word in ("than", "least", "over") for word in before)
        found.append((first, longest if open_end and longest else last))
    return tuple(found)


def _fixed(normal: str, unit: str) -> Days | None:
    """The stretch of a date that names its year."""
    match unit:
        case "day":
            day = date.fromisoformat(normal)
            return day, day
        case "month":
            return _month(int(normal[:4]), int(normal[5:]))
        case "year":
            return _years(int(normal), int(normal))
        case "years":
            return _years(int(normal[:4]), int(normal[5:]))
        case "decade":
            return _years(int(normal[:3] + "0"), int(normal[:3] + "9"))
        case "fiscal":
            # Fiscal years begin in April, July or October of the year before, or in January.
            return date(int(normal[2:]) - 1, 4, 1), date(int(normal[2:]), 12, 31)
        case "quarter":
            first = 3 * int(normal[-1]) - 2
            return date(int(normal[:4]), first, 1), _month(int(normal[:4]), first + 2)[1]
        case "half":
            return _narrowed(_years(int(normal[:4]), int(normal[:4])), normal[5:])
        case "season":
            start, end = SEASONS[normal[5:]]
            return date(int(normal[:4]), start, 1), _month(int(normal[:4]), end)[1]
        case _:
            return None


def _month(year: int, month: int) -> Days:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _years(first: int, last: int) -> Days:
    return date(first, 1, 1), date(last, 12, 31)


def _narrowed(days: Days, which: str) -> Days:
    length = (days[1] - days[0]).days
    if which not in PARTS_OF_STRETCH or length < SHORTEST_STRETCH:
        return days
    start, end = PARTS_OF_STRETCH[which]
    return days[0] + timedelta(int(start * length)), days[0] + timedelta(int(end * length))


def _weekday(today: date, number: int, which: str, tense: str) -> tuple[date, ...]:
    back = (today.weekday() - number) % WEEK
    ahead = (WEEK - back) % WEEK
    if which == "last":
        back = back or WEEK
        shifts = {-back, -back - WEEK} if back < WEEK else {-back}
    elif which == "next":
        shifts = {ahead or WEEK, (ahead or WEEK) + WEEK}
    elif tense == "past" and which != "this":
        shifts = {-back, 1} if back == ALMOST_A_WEEK else {-back}
    elif tense == "coming" and which != "this":
        shifts = {ahead, -1} if ahead == ALMOST_A_WEEK else {ahead, ahead or WEEK}
    else:
        shifts = {-back, ahead}
    return tuple(today + timedelta(shift) for shift in sorted(shifts))


def _yearless(today: date, normal: str, which: str, tense: str) -> list[Days]:
    """A day or month without its year: the last one, the next one, or both."""
    month, day = int(normal[2:4]), int(normal[5:] or 0)
    found: list[Days] = []
    for year in range(today.year - 4, today.year + 5):
        first, last = _month(year, month)
        if not day:
            found.append((first, last))
        elif day <= last.day:
            found.append((first.replace(day=day), first.replace(day=day)))
    past = [days for days in found if days[0] <= today]
    coming = [days for days in found if days[1] >= today]
    if which == "last":
        return past[-2:]
    if which == "next":
        return coming[:2]
    if tense == "past":
        return past[-1:]
    if tense == "coming":
        return coming[:1]
    return sorted({*past[-1:], *coming[:1]})


def _relative(today: date, normal: str, which: str, tense: str) -> tuple[Days, ...]:
    """What "last week" or "this weekend" or "tomorrow" is on a page of `today`."""
    count, unit = int(normal.split()[0]), normal.split()[1]
    match unit:
        case "day":
            # A page may bear the date of the morning after.
            day = today + timedelta(count)
            return ((day - timedelta(1), day),)
        case "week":
            return (_week(today, count),)
        case "weekend":
            return _weekend(today, count, tense)
        case "month":
            number = 12 * today.year + today.month - 1 + count
            return (_so_far(_month(number // 12, number % 12 + 1), today, count, which),)
        case "year":
            year = today.year + count
            return (_so_far(_years(year, year), today, count, which),)
        case _:
            years = {today.year, today.year + count}
            return tuple(
                (date(year, SEASONS[unit][0], 1), _month(year, SEASONS[unit][1])[1])
                for year in sorted(years)
            )


def _so_far(days: Days, today: date, count: int, which: str) -> Days:
    """As in "earlier this month" of this one is the part that is over."""
    if count == 0 and which == "early":
        return days[0], today
    if count == 0 and which == "late":
        return min(today, _narrowed(days, which)[0]), days[1]
    return _narrowed(days, which)


def _week(today: date, count: int) -> Days:
    """Weeks begin on Sunday or on Monday; on a Sunday "this week" may be the one that begins."""
    monday = today - timedelta(today.weekday()) + timedelta(WEEK * count)
    first, last = monday - timedelta(1), monday + timedelta(WEEK - 1)
    if today.weekday() < SATURDAY:
        return first, last
    if count < 0:
        return first, max(last, today - timedelta(1))
    return first, last + timedelta(WEEK)


def _weekend(today: date, count: int, tense: str) -> tuple[Days, ...]:
    """From Friday on: weekends begin on its evening."""
    saturday = today + timedelta(SATURDAY - today.weekday())
    over = today.weekday() < SATURDAY - 1
    shifts = {count}
    if count == 0 and over:
        shifts = {"past": {-1}, "coming": {0}}.get(tense, {-1, 0})
    return tuple(
        (
            saturday + timedelta(WEEK * shift - 1),
            saturday + timedelta(WEEK * shift + 1),
        )
        for shift in sorted(shifts)
    )


def _moved(
    anchor: tuple[Days, ...], normal: str, slack: dict[str, int], loose: int
) -> tuple[Days, ...]:
    """These days so many units earlier or later, give or take what the unit leaves open."""
    count, unit = int(normal.split()[0]), normal.split()[1]
    if unit in ("hour", "minute"):
        count, unit = round(count / (24 if unit == "hour" else 24 * 60)), "day"
        around = 1
    else:
        weeks = unit == "day" and count and count % WEEK == 0
        around = slack["week" if weeks else unit] * loose
    found = []
    for first, last in anchor:
        start, end = _shifted(first, count, unit), _shifted(last, count, unit)
        if start and end:
            found.append((start - timedelta(around), end + timedelta(around)))
    return tuple(found)


def _shifted(day: date, count: int, unit: str) -> date | None:
    if unit == "day":
        return day + timedelta(count)
    number = 12 * day.year + day.month - 1 + count * (12 if unit == "year" else 1)
    year, month = number // 12, number % 12 + 1
    if not 2 <= year < MAXYEAR - 1:
        return None
    return date(year, month, min(day.day, monthrange(year, month)[1]))
