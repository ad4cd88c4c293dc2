"""When the story's pages were published: who was first in the sample, on one clock."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo

from sourcecompare.report.sources import Source
from sourcecompare.report.view import Appearance, Timeline
from sourcecompare.times import machine_time, published_order

from .ticks import labels, marks

_MINUTE = len("2025-09-03T10:00")
_DAY = timedelta(days=1)

FAR = 2
"""A change later than this many times the span of publication is told in words only: on the axis it
would crush everything else. Our judgement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """A page that tells its day at least; moments are on the story's clock."""

    name: str
    iso: str
    start: datetime
    end: datetime
    """of the day; the start itself where a time is told"""
    changed: datetime | None
    no_zone: bool

    @property
    def exact(self) -> bool:
        """Whether its place among others of its kind is certain."""
        return self.start == self.end and not self.no_zone


@dataclass(frozen=True, slots=True, kw_only=True)
class _Axis:
    """A span of time as a length of 100: the marks stand at equal distances."""

    marks: tuple[datetime, ...]

    def place(self, at: datetime) -> str:
        return f"{self._place(at):.4g}"

    def width(self, start: datetime, end: datetime) -> str:
        return f"{self._place(end) - self._place(start):.4g}"

    def _place(self, at: datetime) -> float:
        before = max(0, bisect_right(self.marks[:-1], at) - 1)
        left, right = self.marks[before], self.marks[before + 1]
        return 100 * (before + (at - left) / (right - left)) / (len(self.marks) - 1)


def timeline(sources: Iterable[Source]) -> Timeline:
    """The pages in order of publication; a day without a time follows the times of that day.

    Times are told in the zone that most pages give. One without a zone is taken to be in that, but
    is not called first for it.
    """
    pages = list(sources)
    zone, zoned = _clock(pages)
    found = [(one, _read(one, zone, zoned)) for one in pages]
    told = sorted((one for _, one in found if one), key=lambda one: (one.end, one.start))
    earliest = _earliest(told)
    sure = [one for one in earliest if one.exact] or (earliest if len(earliest) == 1 else [])
    axis = _axis(told)
    return Timeline(
        rows=tuple(_row(one, [*sure, *told][0], one in sure, axis) for one in told),
        undated=tuple(
            (page.name, page.article.published or "") for page, one in found if one is None
        ),
        zone=_zone_name(zone) if zoned else "",
        ticks=labels(axis.marks) if axis else (),
        first=tuple(one.name for one in sure),
        first_when=_when(sure[0]) if sure else "",
        maybe=tuple(one.name for one in earliest if one not in sure),
    )


def _clock(pages: Sequence[Source]) -> tuple[tzinfo, bool]:
    """The zone that most pages give, the eastern of two; and whether any page gives one."""
    offsets = Counter[timedelta]()
    for page in pages:
        text = machine_time(page.article.published)
        offset = datetime.fromisoformat(text).utcoffset() if text else None
        if offset is not None:
            offsets[offset] += 1
    if not offsets:
        return UTC, False
    return timezone(max(offsets, key=lambda one: (offsets[one], one))), True


def _read(source: Source, zone: tzinfo, zoned: bool) -> _Told | None:
    text = machine_time(source.article.published)
    if not text:
        return None
    moment = datetime.fromisoformat(text)
    day_only = len(text) < _MINUTE
    try:
        start = moment.replace(tzinfo=zone) if day_only else _on_clock(text, zone)
        end = start + _DAY if day_only else start
        changed = _changed(source, start, zone)
    except OverflowError:  # a year that no clock reaches in another zone
        return None
    no_zone = zoned and not day_only and moment.tzinfo is None
    return _Told(name=source.name, iso=text, start=start, end=end, changed=changed, no_zone=no_zone)


def _on_clock(text: str, zone: tzinfo) -> datetime:
    moment = datetime.fromisoformat(text)
    return moment.astimezone(zone) if moment.tzinfo else moment.replace(tzinfo=zone)


def _changed(source: Source, start: datetime, zone: tzinfo) -> datetime | None:
    """When the page says that it was changed, to the minute, if that is after its publication."""
    text = machine_time(source.article.page.markup.head.modified)
    if len(text) < _MINUTE:
        return None
    changed = _on_clock(text, zone)
    return changed if changed.replace(second=0, microsecond=0) > start else None


def _earliest(told: Sequence[_Told]) -> list[_Told]:
    """Those that no other one is surely before."""
    return [
        one for one in told if not any(published_order(other.iso, one.iso) < 0 for other in told)
    ]


def _axis(told: Sequence[_Told]) -> _Axis | None:
    """None where one page, or one moment, is all there is."""
    if not told:
        return None
    low, high = min(one.start for one in told), max(one.end for one in told)
    if len(told) < 2 or high == low:
        return None
    near = (one.changed for one in told if one.changed and one.changed - low <= FAR * (high - low))
    found = marks(low, max([high, *near]))
    return _Axis(marks=found) if found else None


def _row(one: _Told, first: _Told, is_first: bool, axis: _Axis | None) -> Appearance:
    day_only = one.end > one.start
    on_axis = axis if one.changed and axis and one.changed <= axis.marks[-1] else None
    return Appearance(
        name=one.name,
        when=_when(one),
        iso=one.iso,
        day_only=day_only,
        no_zone=one.no_zone,
        after="" if is_first or one is first else _after(one, first),
        first=is_first,
        changed=_minute(one.changed) if one.changed else "",
        start=axis.place(one.start) if axis else "",
        width=axis.width(one.start, one.end) if axis and day_only else "",
        changed_at=on_axis.place(one.changed) if on_axis and one.changed else "",
    )


def _when(one: _Told) -> str:
    return one.start.date().isoformat() if one.end > one.start else _minute(one.start)


def _minute(moment: datetime) -> str:
    precision = "seconds" if moment.second else "minutes"
    return moment.replace(tzinfo=None).isoformat(" ", precision)


def _after(one: _Told, first: _Told) -> str:
    """How long after the first; by days where one of the two tells no more than its day."""
    if one.exact and first.exact:
        return lapse(one.start - first.start)
    days = (one.start.date() - first.start.date()).days
    return lapse(timedelta(days=days)) if days > 0 else "the same day"


def lapse(time: timedelta) -> str:
    """A span of time in words, as precise as an editor needs.

    >>> lapse(timedelta(minutes=42)), lapse(timedelta(hours=5, minutes=7))
    ('42 min later', '5 h 7 min later')
    >>> lapse(timedelta(days=1)), lapse(timedelta(days=2, hours=3)), lapse(timedelta(days=800))
    ('1 day later', '2 days 3 h later', '2 years later')
    """
    minutes = round(time.total_seconds()) // 60
    days, hours, rest = time.days, minutes // 60 % 24, minutes % 60
    if minutes < 1:
        return "within a minute"
    if days >= 730:
        words = [f"{days // 365} years"]
    elif days >= 60:
        words = [f"{days // 30} months"]
    elif days:
        words = [f"{days} day{'s' if days > 1 else ''}", f"{hours} h" if hours else ""]
    else:
        words = [f"{hours} h" if hours else "", f"{rest} min" if rest else ""]
    return f"{' '.join(filter(None, words))} later"


def _zone_name(zone: tzinfo) -> str:
    return zone.tzname(None) or "UTC"
