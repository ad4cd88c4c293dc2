"""When a story's pages were published, in a few words."""

from collections.abc import Sequence
from datetime import date, datetime

from sourcecompare.model import Article
from sourcecompare.times import day, machine_time

_DAY = len("2025-09-03")
_MINUTE = len("2025-09-03T10:00")


def time_span(articles: Sequence[Article]) -> str:
    """The first and the last day of publication, on one day the times, as the pages tell them.

    ``14 Oct 2025, 12:05 to 21:05``; ``30 Sep to 2 Oct 2025``; ``3 Sep 2025, 1 without a date``.
    Days are those of each page's own zone; times are told where all pages tell them in one zone.
    """
    told = [time for one in articles if len(time := machine_time(one.published)) >= _DAY]
    if not told:
        return "No page tells its date" if articles else ""
    missing = len(articles) - len(told)
    without = f", {missing} without a date" if missing else ""
    return f"{_span(told)}{without}"


def _span(told: list[str]) -> str:
    days = sorted(date.fromisoformat(time[:_DAY]) for time in told)
    first, last = days[0], days[-1]
    if first != last:
        if (first.year, first.month) == (last.year, last.month):
            return f"{first.day} to {day(last)}"
        return f"{day(first, year=first.year != last.year)} to {day(last)}"
    moments = [datetime.fromisoformat(time) for time in told if len(time) >= _MINUTE]
    zones = {moment.utcoffset() for moment in moments}
    if len(moments) < len(told) or len(zones) > 1:
        return day(first)
    times = sorted(f"{moment:%H:%M}" for moment in moments)
    return f"{day(first)}, {times[0]}" + (f" to {times[-1]}" if times[0] != times[-1] else "")
