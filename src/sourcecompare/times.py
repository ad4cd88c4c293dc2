"""What the times of pages tell: which of two appeared first, and whether one is told at all."""

from datetime import date, datetime

MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()

_WITH_TIME = len("2025-09-03T10:00")


def published_order(left: str | None, right: str | None) -> int:
    """-1 if the left time (ISO 8601) is before the right one, 1 if it is behind, 0 if none is told.

    Of a day and a time of that day neither is before the other. A time with a zone and one without
    are compared by their days. What is no day (a month, or nothing) is before nothing.

    >>> published_order("2025-09-03T08:00+02:00", "2025-09-03T09:00+00:00")
    -1
    >>> published_order("2025-09-03", "2025-09-03T09:00"), published_order("2025-09", "2025-10-01")
    (0, 0)
    """
    moments = _moment(left), _moment(right)
    if moments[0] and moments[1] and (not moments[0].tzinfo) == (not moments[1].tzinfo):
        return (moments[0] > moments[1]) - (moments[0] < moments[1])
    days = _day(left), _day(right)
    return (days[0] > days[1]) - (days[0] < days[1]) if days[0] and days[1] else 0


def days_between(left: str | None, right: str | None) -> int | None:
    """Days from the one to the other, whichever is first; None where either is no day.

    >>> days_between("2025-09-03", "2025-08-31T08:00"), days_between("2025-09", "2025-10-01")
    (3, None)
    """
    days = _day(left), _day(right)
    return abs((days[0] - days[1]).days) if days[0] and days[1] else None


def _moment(text: str | None) -> datetime | None:
    try:
        return datetime.fromisoformat(text) if text and len(text) >= _WITH_TIME else None
    except ValueError:
        return None


def _day(text: str | None) -> date | None:
    try:
        return datetime.fromisoformat(text or "").date()
    except ValueError:
        return None


def machine_time(value: str | None) -> str:
    """The value where it is a time that HTML's ``datetime`` takes, else ""."""
    if not value or value[4:5] != "-":
        return ""
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return ""
    return value


def day(moment: date, *, year: bool = True) -> str:
    """The day as a reader knows it.

    >>> day(date(2025, 9, 3)), day(date(2025, 9, 3), year=False)
    ('3 Sep 2025', '3 Sep')
    """
    return f"{moment.day} {MONTHS[moment.month - 1]}{f' {moment.year}' if year else ''}"
