"""Round moments that an axis of time is marked with, from minutes to centuries."""

from collections.abc import Iterator, Sequence
from datetime import MAXYEAR, datetime, timedelta

from sourcecompare.times import MONTHS, day

MOST = 5
"""Marks on an axis: their labels stand side by side on a phone."""

_MINUTES = (1, 2, 5, 10, 15, 20, 30, 60, 120, 180, 240, 360, 720)
_DAYS = (1, 2, 3, 5, 7, 10, 14)
_MONTHS = (1, 2, 3, 4, 6, 12, 24, 36, 60, 120, 240, 600, 1200, 2400, 6000, 12000)


def marks(low: datetime, high: datetime) -> tuple[datetime, ...]:
    """The finest row of round moments from `low` or before to `high` or after, `MOST` at most.

    Empty where the calendar ends before `high` does.

    >>> at = datetime.fromisoformat
    >>> [f"{mark:%H:%M}" for mark in marks(at("2025-10-14T12:05"), at("2025-10-14T14:30"))]
    ['12:00', '13:00', '14:00', '15:00']
    """
    midnight = low.replace(hour=0, minute=0, second=0, microsecond=0)
    steps = [timedelta(minutes=one) for one in _MINUTES] + [timedelta(days=one) for one in _DAYS]
    try:
        for step in steps:
            first = midnight + step * ((low - midnight) // step)
            number = -((first - high) // step)
            if number < MOST:
                return tuple(first + step * one for one in range(max(number, 1) + 1))
        for months in _MONTHS:
            found = tuple(_months(midnight, high, months))
            if len(found) <= MOST:
                return found
    except (OverflowError, ValueError):
        return ()
    return ()


def labels(found: Sequence[datetime]) -> tuple[tuple[str, str], ...]:
    """What the marks are called, in two lines; the second says what is new since the one before.

    >>> at = datetime.fromisoformat
    >>> labels([at("2025-10-14T18:00"), at("2025-10-15T00:00"), at("2025-10-15T06:00")])
    (('18:00', '14 Oct 2025'), ('00:00', '15 Oct'), ('06:00', ''))
    """
    names: list[tuple[str, str]] = []
    clock = any(one.hour or one.minute for one in found)
    days = not clock and any(one.day != 1 for one in found)
    years = not clock and not days and all(one.month == 1 for one in found)
    for number, one in enumerate(found):
        last = found[number - 1] if number else None
        new_year = last is None or last.year != one.year
        new_day = last is None or last.date() != one.date()
        if clock:
            names.append((f"{one:%H:%M}", day(one, year=new_year) if new_day else ""))
        elif years:
            names.append((str(one.year), ""))
        else:
            name = day(one, year=False) if days else MONTHS[one.month - 1]
            names.append((name, str(one.year) if new_year else ""))
    return tuple(names)


def _months(low: datetime, high: datetime, months: int) -> Iterator[datetime]:
    """Firsts of months, a whole number of steps after year 0, until `high` is reached."""
    count = 12 * low.year + low.month - 1
    count -= count % months
    count = max(count, 12)  # there is no year 0
    for number in range(MOST + 1):
        year, month = divmod(count + number * months, 12)
        if year > MAXYEAR:
            raise OverflowError
        at = low.replace(year=year, month=month + 1, day=1)
        yield at
        if number and at >= high:
            return
