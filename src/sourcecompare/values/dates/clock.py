"""Times of day: "4:20 p.m. EDT", "11am", "noon", "Tuesday afternoon".

The normal form is that of ISO 8601, hours and minutes, with the zone as it is named: ``16:20 EDT``;
a part of the day is its own name.
"""

import re
from typing import NamedTuple

from sourcecompare.values.lexicon import TENS, UNITS, WEEKDAYS
from sourcecompare.values.tokens import Token, Tokens, glued

from .time_words import CLOCK_WORDS, DAY_WORDS, PARTS, ZONES

HOURS = re.compile(r"[01]?[0-9]|2[0-4]")  # No match: "25", "007".
DOTTED = re.compile(r"([01]?[0-9]|2[0-3])\.([0-5][0-9])")  # No match: "4.5", "3.75", "25.10".
MINUTES = re.compile(r"[0-5][0-9]")
MILITARY = re.compile(r"([01][0-9]|2[0-3])([0-5][0-9])")  # No match: "2460", "930".

CLOCK_STARTERS = frozenset((*CLOCK_WORDS, *PARTS))
"""Words that a time of day can begin with, beside numbers."""

AT = frozenset("at by until from around about before after since".split())
"""Words before a time that could be a count or a score without them."""
_FRACTIONS = {"quarter": 15, "half": 30}
A_DAY = 24 * 60

BEFORE_PART = frozenset((*WEEKDAYS, *DAY_WORDS, "this", "that", "last"))
"""Words before "morning" that make it a time: "in the morning" is any day's."""


class ClockRun(NamedTuple):
    """A time of day and where its words end."""

    normal: str
    unit: str
    """clock or part: what the normal form says"""
    end: int
    """index of the token behind it"""


def read_clock(tokens: Tokens, i: int) -> ClockRun | None:
    """The time of day that begins at token `i`; None where it may be a score or a count."""
    low = tokens[i].low
    if low in CLOCK_WORDS:
        return _shown(CLOCK_WORDS[low], tokens, i + 1)
    if low in PARTS:
        before = tokens[i - 1].low.removesuffix("'s")
        return ClockRun(low, "part", i + 1) if before in BEFORE_PART else None
    told = _in_words(tokens, i)
    if told:
        return told
    if tokens[i].is_digits:
        return _in_digits(tokens, i)
    if low in UNITS and 1 <= UNITS[low] <= 12:
        return _suffixed(tokens, i + 1, UNITS[low], 0)
    return None


def _in_words(tokens: Tokens, i: int) -> ClockRun | None:
    """As in "ten past three in the morning", "a quarter to four that afternoon"."""
    past, hour = tokens[i + 1].low, _small(tokens[i + 2])
    minutes = _FRACTIONS.get(tokens[i].low) or _small(tokens[i])
    if past not in ("past", "to") or not 0 < minutes < 60 or minutes % 5 or not 1 <= hour <= 12:
        return None
    before = tokens[i - 1].low if tokens[i - 1].low != "a" else tokens[i - 2].low
    if past == "to" and before not in AT:
        return None  # "voted ten to five on Tuesday night"
    half = _half_of_day(tokens, i + 3)
    if not half:
        return None
    at = 60 * (hour % 12 + 12 * (half == "p")) + (minutes if past == "past" else -minutes)
    return _shown(at % A_DAY, tokens, i + 3)


def _small(token: Token) -> int:
    """A number below a hundred, in digits or in a word; 0 if it is none."""
    if token.is_digits and token.text.isdecimal() and len(token.text) <= 2:
        return int(token.text)
    return UNITS.get(token.low, 0) or TENS.get(token.low, 0)


def _in_digits(tokens: Tokens, i: int) -> ClockRun | None:
    text, colon, behind = tokens[i].text, tokens[i + 1], tokens[i + 2]
    dotted, military = DOTTED.fullmatch(text), MILITARY.fullmatch(text)
    if dotted:
        run = _suffixed(tokens, i + 1, int(dotted[1]), int(dotted[2]))
        return run or _of_half(tokens, i + 1, int(dotted[1]), int(dotted[2]))
    if military and tokens[i + 1].low in ("gmt", "utc"):
        return _shown(60 * int(military[1]) + int(military[2]), tokens, i + 1)
    if not HOURS.fullmatch(text):
        return None
    if colon.text != ":" or not glued(tokens[i], colon) or not glued(colon, behind):
        run = _suffixed(tokens, i + 1, int(text), 0)
        told = run is None and tokens[i - 1].low in AT
        return _of_half(tokens, i + 1, int(text), 0) if told else run
    if not MINUTES.fullmatch(behind.text) or tokens[i + 3].text == ":":
        return None
    run = _suffixed(tokens, i + 3, int(text), int(behind.text))
    run = run or _of_half(tokens, i + 3, int(text), int(behind.text))
    # "10:30" alone may be a score or a verse, and on the clock it may be either half of the day.
    certain = int(text) > 12 or tokens[i + 3].low in ("gmt", "utc", "hours")
    if run is None and certain and tokens[i - 1].low in AT:
        return _shown(60 * int(text) + int(behind.text), tokens, i + 3)
    return run


def _of_half(tokens: Tokens, j: int, hour: int, minute: int) -> ClockRun | None:
    """The time behind which token `j` names the half of the day: "9:30 Tuesday night"."""
    half = _half_of_day(tokens, j) if 1 <= hour <= 12 else ""
    return _shown(60 * (hour % 12 + 12 * (half == "p")) + minute, tokens, j) if half else None


def _half_of_day(tokens: Tokens, j: int) -> str:
    """A or p, where the part of the day is named behind a time: "9:30 Tuesday night"."""
    j += tokens[j].low in ("on", "in")
    j += tokens[j].low in BEFORE_PART or tokens[j].low == "the"
    return {"morning": "a", "afternoon": "p", "evening": "p", "night": "p"}.get(tokens[j].low, "")


def _suffixed(tokens: Tokens, j: int, hour: int, minute: int) -> ClockRun | None:
    """The time whose "a.m.", "pm" or "o'clock" stands at token `j`."""
    low = tokens[j].low
    if low in ("a", "p") and tokens[j + 1].text == "." and tokens[j + 2].low == "m":
        # The full stop of "p.m." may end the sentence as well: it belongs to both.
        half, end = low, j + 4 if tokens[j + 3].text == "." else j + 3
    elif low in ("am", "pm"):
        half, end = low[0], j + 1
    else:
        return None
    if not 1 <= hour <= 12:
        return None
    return _shown(60 * (hour % 12 + 12 * (half == "p")) + minute, tokens, end)


def _shown(minutes: int, tokens: Tokens, end: int) -> ClockRun:
    """A time with the zone that is named behind it."""
    normal = f"{minutes // 60:02d}:{minutes % 60:02d}"
    zone = tokens[end]
    named = zone.low in ZONES and (
        zone.text.isupper() or tokens[end + 1].low in ("time", "standard")
    )
    if not named or len(zone.text) < 2:
        return ClockRun(normal, "clock", end)
    longer = 1 + (tokens[end + 1].low == "time")
    return ClockRun(f"{normal} {zone.text.upper()}", "clock", end + longer)


def minutes_of(normal: str) -> tuple[int, float | None]:
    """Minutes since midnight and the zone's hours ahead of Greenwich, of a normal form.

    >>> minutes_of("16:20 EDT"), minutes_of("11:00")
    ((980, -4.0), (660, None))
    """
    clock, _, zone = normal.partition(" ")
    hours, _, minutes = clock.partition(":")
    return 60 * int(hours) + int(minutes), ZONES.get(zone.casefold())
