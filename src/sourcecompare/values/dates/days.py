"""Dates: days, months, years and weekdays, as far as a sentence gives them.

The normal form follows ISO 8601, with the part that is not said left out as
XML Schema does: ``2025-09-03``, ``--09-03``, ``2025-09``, ``--09``, ``2025``;
a weekday is its own name. "1967-79" is ``1967/1979``, "the 1990s" ``199X``.
"""

import re
from typing import NamedTuple

from sourcecompare.values.lexicon import MONTHS, WEEKDAYS
from sourcecompare.values.nouns import is_plural
from sourcecompare.values.tokens import Token, Tokens, glued

YEAR = re.compile(r"(?:1[0-9]|20)[0-9]{2}")  # No match: "2100", "999", "02019".
DAY = re.compile(r"(?:0?[1-9]|[12][0-9]|3[01])")  # No match: "0", "32", "3.5".

ENDINGS = frozenset(("st", "nd", "rd", "th"))
WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTH_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
DASHES = frozenset("-–—‐‑")

TO_DAYS = frozenset("to through until and or".split())
"""Words between the first and the last of several days."""

WHOLE_NAMES = frozenset(("may", "june", "july"))
"""Short names of months that are no abbreviations: a full stop behind them ends the sentence."""

# A bare month or year is one only behind a word like these: "May", "march" and "2000" are other
# words as well.
BEFORE_MONTH = frozenset(
    """in since by until till last this next early late mid of from through during before
    after""".split()
)
BEFORE_YEAR = BEFORE_MONTH | {"the"}


class DateRun(NamedTuple):
    """A date and where its words end."""

    normal: str
    unit: str
    """day, month-day, month, month-name, year or weekday: what the normal form says"""
    end: int
    """index of the token behind it"""
    range: bool
    """the first of several days: "July 4-8" """
    vague: str = ""
    """what narrows it, or says which one: early, mid, late, end; last, next, this; or empty"""


def read_date(tokens: Tokens, i: int) -> DateRun | None:
    """The date that begins at token `i`; None also where the calendar has no such day."""
    token = tokens[i]
    weekday = token.low.removesuffix("'s")
    if weekday in WEEKDAYS and token.text[0].isupper():
        if tokens[i + 1].low == "week":
            return None  # "on Saturday week" is a week later
        night = _night(tokens, i)
        return DateRun(weekday, "weekday", night or i + 1, False, "late" if night else "")
    if token.low in MONTHS and token.text[0].isupper():
        return _month_first(tokens, i)
    if token.is_digits:
        return (
            _iso(tokens, i)
            or _slashed(tokens, i)
            or _day_first(tokens, i)
            or _years(tokens, i)
            or _year(tokens, i)
        )
    return None


def _night(tokens: Tokens, i: int) -> int:
    """Where "(the night of) Saturday to Sunday" ends, one night; 0 if there is none."""
    before = {token.low for token in tokens[max(0, i - 3) : i]}
    j = i + 1
    if tokens[j].low not in ("to", "into") or not before & {"night", "overnight"}:
        return 0
    j += 1 + (tokens[j + 1].low == "early")
    days = list(WEEK)
    follower = days[(days.index(tokens[i].low) + 1) % len(days)] if tokens[i].low in days else ""
    return j + 1 if tokens[j].low == follower else 0


def _month_first(tokens: Tokens, i: int) -> DateRun | None:
    month, j = MONTHS[tokens[i].low], i + 1
    if tokens[j].text == "." and len(tokens[i].text) <= 4 and tokens[i].low not in WHOLE_NAMES:
        j += 1
    day = tokens[j].text
    if DAY.fullmatch(day):
        end = j + 1
        if glued(tokens[j], tokens[end]) and tokens[end].low in ENDINGS:
            end += 1
        if tokens[end].text == ":" and tokens[end + 1].is_digits:
            return None
        several = _goes_on(tokens, end)
        after = end + 1 if tokens[end].text == "," else end
        if YEAR.fullmatch(tokens[after].text) and not several:
            return _day(tokens[after].text, month, int(day), after + 1)
        return _day("", month, int(day), end, several=several)
    after = j + 1 if tokens[j].text == "," else j
    if YEAR.fullmatch(tokens[after].text):
        return DateRun(f"{tokens[after].text}-{month:02d}", "month", after + 1, range=False)
    if tokens[i - 1].low in BEFORE_MONTH and not tokens[j].is_digits:
        return DateRun(f"--{month:02d}", "month-name", j, range=False)
    return None


def _goes_on(tokens: Tokens, end: int) -> bool:
    """Whether another day of the month follows: "April 8-14", "April 8 to 14", "April 8 and 9"."""
    joint, day, behind = tokens[end : end + 3]
    if joint.text in DASHES:
        return day.is_digits
    plain = joint.low in TO_DAYS and DAY.fullmatch(day.text) is not None
    return plain and not (behind.is_word and is_plural(behind.low)) and behind.text not in "%:"


def _day_first(tokens: Tokens, i: int) -> DateRun | None:
    if not DAY.fullmatch(tokens[i].text):
        return None
    j = i + 1
    if glued(tokens[i], tokens[j]) and tokens[j].low in ENDINGS:
        j += 1
    if tokens[j].low == "of":
        j += 1
    name = tokens[j]
    if name.low not in MONTHS or not name.text[0].isupper() or glued(tokens[j - 1], name):
        return None
    month, j = MONTHS[name.low], j + 1
    if tokens[j].text == "." and YEAR.fullmatch(tokens[j + 1].text):
        j += 1
    if YEAR.fullmatch(tokens[j].text):
        return _day(tokens[j].text, month, int(tokens[i].text), j + 1)
    dated = j + 1 if tokens[j].text == "." else j
    if DAY.fullmatch(tokens[dated].text):
        return None  # "the 19 Sept. 11 hijackers"
    return _day("", month, int(tokens[i].text), j)


def _iso(tokens: Tokens, i: int) -> DateRun | None:
    run = tokens[i : i + 5]
    shape = [len(token.text) for token in run]
    if shape != [4, 1, 2, 1, 2] or not run[2].is_digits or not run[4].is_digits:
        return None
    if run[1].text not in DASHES or run[3].text not in DASHES or not YEAR.fullmatch(run[0].text):
        return None
    if run[4].end - run[0].start != 10 or not DAY.fullmatch(run[4].text):
        return None
    month = int(run[2].text) if run[2].text.isdecimal() else 0
    follower = tokens[i + 5]
    if not 1 <= month <= 12 or (follower.text in DASHES and glued(run[4], follower)):
        return None
    return _day(run[0].text, month, int(run[4].text), i + 5)


def _slashed(tokens: Tokens, i: int) -> DateRun | None:
    """As in "25/03/2019"; "05/03/2019" is one day in London and another in New York: no date."""
    run = tokens[i : i + 5]
    if [token.text for token in (run[1], run[3])] != ["/", "/"] or run[4].end - run[0].start > 10:
        return None
    first, second, year = run[0].text, run[2].text, run[4].text
    if not (DAY.fullmatch(first) and DAY.fullmatch(second) and YEAR.fullmatch(year)):
        return None
    month, day = sorted((int(first), int(second)))
    if month > 12 or (day <= 12 and day != month) or tokens[i + 5].text == "/":
        return None
    return _day(year, month, day, i + 5)


def _years(tokens: Tokens, i: int) -> DateRun | None:
    """Several years: "1967-79", "the 1990s"."""
    first, joint, last = tokens[i : i + 3]
    if not YEAR.fullmatch(first.text) or _is_joined(tokens[i - 1], first):
        return None
    if joint.low == "s" and glued(first, joint) and first.text.endswith("0"):
        return DateRun(f"{first.text[:3]}X", "decade", i + 2, range=False)
    if joint.text not in DASHES or not (glued(first, joint) and glued(joint, last)):
        return None
    text = last.text if len(last.text) == 4 else first.text[:2] + last.text
    follower = tokens[i + 3]
    if not YEAR.fullmatch(text) or len(last.text) == 3 or text <= first.text:
        return None
    if glued(last, follower) and (follower.is_word or follower.text in DASHES):
        return None
    return DateRun(f"{first.text}/{text}", "years", i + 3, range=False)


def _day(year: str, month: int, day: int, end: int, *, several: bool = False) -> DateRun | None:
    leap = not year or (int(year) % 4 == 0 and (int(year) % 100 != 0 or int(year) % 400 == 0))
    if day > MONTH_DAYS[month - 1] or (month == 2 and day == 29 and not leap):
        return None
    if year:
        return DateRun(f"{year}-{month:02d}-{day:02d}", "day", end, several)
    return DateRun(f"--{month:02d}-{day:02d}", "month-day", end, several)


def _year(tokens: Tokens, i: int) -> DateRun | None:
    """A bare year; "2000 people" is a count and "2018-2025" a range."""
    before, after = tokens[i - 1], tokens[i + 1]
    if not YEAR.fullmatch(tokens[i].text) or (after.is_word and glued(tokens[i], after)):
        return None
    if after.low in ("gmt", "utc"):
        return None
    span = after.text in DASHES and tokens[i + 2].is_digits
    counts = after.is_word and is_plural(after.low) and after.text.islower()
    if counts and before.low not in BEFORE_YEAR:
        return None
    if _is_joined(before, tokens[i]):
        return None
    return DateRun(tokens[i].text, "year", i + 1, range=span)


def _is_joined(before: Token, token: Token) -> bool:
    """Whether the number is part of a longer sign: "Covid-2019", "A2025", "10/2019"."""
    return glued(before, token) and (before.is_word or before.text in "-–/:.#_@&=~")
