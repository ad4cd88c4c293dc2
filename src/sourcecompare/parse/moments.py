"""Times as pages write them, to ISO 8601; none is guessed, and none depends on the clock."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone

from sourcecompare.text import fold

FIRST_YEAR = 1990  # before it no page was published on the Web
LAST_YEAR = 2100
MAX_MOMENT = 120  # characters; a date line, not a paragraph

_SPACED_ISO = re.compile(
    r"(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})\.?"
    r"(?:(?:[T ,]|UTC)\s*(\d{1,2}:\d\d(?::\d\d)?)(?:[.,]\d{1,9})?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d)?)?",
    re.IGNORECASE,
)
"""Year first. Must not match whole: "2025-09-03 to 2025-09-05"."""

_EAST_ASIAN = re.compile(r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")
_DAY_FIRST = re.compile(
    r"\b(\d{1,2})(?:\.|st|nd|rd|th|er|º)?\s+(?:de\s+|of\s+)?([^\W\d_]{3,12})\.?,?\s+"
    r"(?:de\s+|del\s+)?(\d{4})\b"
)
_MONTH_FIRST = re.compile(r"\b([^\W\d_]{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b")
_UNIX_DATE = re.compile(r"\b([^\W\d_]{3})\s+(\d{1,2})\s+\d\d:\d\d:\d\d\s+[a-z]{3,5}\s+(\d{4})\b")
_NUMERIC = re.compile(r"\b(\d{1,2})([./-])(\d{1,2})\2(\d{4})\b")
_CLOCK = re.compile(
    r"\b(\d{1,2}):(\d\d)(?::(\d\d))?(?:\s*([ap])\.?m\b)?"
    r"(?:\s*(z\b|utc\b|gmt\b)?\s*([+-]\d\d):?(\d\d)\b|\s*(z|utc|gmt)\b|\s*([a-z]{3,5})\b)?"
)

# Month names in English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Russian,
# Turkish, Swedish, Danish, Czech and Arabic, in the case that stands in a date.
_MONTH_NAMES = (
    "january januar janvier enero gennaio janeiro januari stycznia января ocak ledna يناير jänner",
    "february februar februari février febrero febbraio fevereiro lutego февраля şubat února "
    "فبراير",
    "march märz mars marzo março maart marca марта mart marts března مارس",
    "april avril abril aprile kwietnia апреля nisan dubna أبريل ابريل",
    "may mai mayo maggio maio mei maja мая mayıs maj května مايو",
    "june juni juin junio giugno junho czerwca июня haziran června يونيو",
    "july juli juillet julio luglio julho lipca июля temmuz července يوليو",
    "august août agosto augustus sierpnia августа ağustos augusti srpna أغسطس اغسطس",
    "september septembre septiembre settembre setembro września сентября eylül září سبتمبر",
    "october oktober octobre octubre ottobre outubro października октября ekim října أكتوبر اكتوبر",
    "november novembre noviembre novembro listopada ноября kasım listopadu نوفمبر",
    "december dezember décembre diciembre dicembre dezembro grudnia декабря aralık prosince ديسمبر",
)


def iso_time(text: str) -> str:
    """ISO 8601 as given, if it is a date or a time that exists; else "".

    >>> iso_time("2025-09-03T10:00:00Z"), iso_time(" 2025-09-03 "), iso_time("soon")
    ('2025-09-03T10:00:00+00:00', '2025-09-03', '')
    """
    text = text.strip()
    if not 8 <= len(text) <= 40:
        return ""
    try:
        moment = datetime.fromisoformat(text)
    except (ValueError, OverflowError):
        return ""
    return moment.date().isoformat() if len(text) <= 10 else moment.isoformat()


def read_moment(text: str) -> str:
    """ISO 8601 for a time as pages write it, as precise as it is written; "" if it is not clear.

    ``03/09/2025`` is March to some and September to others: it is left empty.

    >>> read_moment("2025-09-03 10:00:29 +0800"), read_moment("Wed, 03 Sep 2025 10:00:00 GMT")
    ('2025-09-03T10:00:29+08:00', '2025-09-03T10:00:00+00:00')
    >>> read_moment("3 de septiembre de 2025"), read_moment("1756864800"), read_moment("03/09/2025")
    ('2025-09-03', '2025-09-03T02:00:00+00:00', '')
    """
    text = " ".join(text[: 2 * MAX_MOMENT].split())[:MAX_MOMENT]
    if not any(char.isdigit() for char in text):
        return ""
    for found in _readings(text):
        if found:
            return found if FIRST_YEAR <= int(found[:4]) <= LAST_YEAR else ""
    return ""


def _readings(text: str) -> Iterator[str]:
    if text.isdecimal():
        yield _digits(text)
        return
    yield iso_time(text)
    if match := _SPACED_ISO.fullmatch(text):
        day = _day(match[1], match[2], match[3])
        zone = (match[5] or "").upper()
        zone = "+00:00" if zone in {"Z", "UTC", "GMT"} else zone
        clock = f"{match[4]:0>5}" if match[4] and match[4][1:2] != ":" else f"0{match[4]}"
        yield iso_time(f"{day}T{clock}{zone}") if match[4] else day
        return
    folded = fold(text)
    if match := _EAST_ASIAN.search(folded):
        yield _with_clock(_day(match[1], match[2], match[3]), folded[match.end() :])
    elif match := _UNIX_DATE.search(folded):
        yield _day(match[3], _month(match[1]), match[2])
    elif match := _DAY_FIRST.search(folded):
        yield _with_clock(_day(match[3], _month(match[2]), match[1]), folded[match.end() :])
    elif match := _MONTH_FIRST.search(folded):
        yield _with_clock(_day(match[3], _month(match[1]), match[2]), folded[match.end() :])
    elif match := _NUMERIC.search(folded):
        # With dots the day comes first wherever dots are written; else only what leaves no doubt.
        first, second = int(match[1]), int(match[3])
        if match[2] == "." or first > 12:
            yield _with_clock(_day(match[4], second, first), folded[match.end() :])
        elif second > 12:
            yield _with_clock(_day(match[4], first, second), folded[match.end() :])


def _digits(text: str) -> str:
    """``20250903``, ``20250903100000``, or seconds or milliseconds since 1970."""
    if len(text) == 8:
        return _day(text[:4], text[4:6], text[6:])
    if len(text) == 14:
        return iso_time(f"{text[:8]}T{text[8:]}")
    # Ten digits from 19 on would lie behind 2030, and may be a year with month, day and hour.
    if len(text) in {10, 13} and text[0] == "1" and text[1] != "9":
        seconds = timedelta(seconds=int(text[:10]))
        return (datetime(1970, 1, 1, tzinfo=UTC) + seconds).isoformat()
    return ""


def _day(year: str, month: str | int, day: str | int) -> str:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""


def _month(name: str) -> int:
    """1 to 12; 0 for what is no month, or may be several."""
    found = {
        number
        for number, names in enumerate(_MONTH_NAMES, 1)
        for one in names.split()
        if one == name or (len(name) < 5 and one.startswith(name))
    }
    exact = {n for n, names in enumerate(_MONTH_NAMES, 1) if name in names.split()}
    found = exact or found
    return found.pop() if len(found) == 1 else 0


def _with_clock(day: str, rest: str) -> str:
    """The day with the time of day that follows it; without, where its zone has only a name."""
    match = _CLOCK.search(rest[:40])
    if not day or not match or (match[9] or "uhr") != "uhr":
        return day
    hour = int(match[1])
    if match[4]:
        hour = hour % 12 + (12 if match[4] == "p" else 0)
    zone = None
    if match[6]:
        sign = -1 if match[6][0] == "-" else 1
        zone = timezone(sign * timedelta(hours=int(match[6][1:]) % 24, minutes=int(match[7]) % 60))
    elif match[8]:
        zone = UTC
    try:
        start = datetime.fromisoformat(day)
        return start.replace(
            hour=hour, minute=int(match[2]), second=int(match[3] or 0), tzinfo=zone
        ).isoformat()
    except ValueError:
        return day
