"""Dates by whatever words: absolute ones, weekdays, and those that count from another day.

The normal form of what counts from the day of writing is a number and a unit ("-1 week"); `unit`
says from where it counts: ``relative`` ("last week"), ``ago`` ("a week ago"), ``apart`` from
another date of the text ("a week later"). `values.calendar` makes days of them.
"""

from sourcecompare.values.figures.numerals import read_numeral
from sourcecompare.values.lexicon import MONTHS, WEEKDAYS
from sourcecompare.values.nouns import singular
from sourcecompare.values.tokens import HYPHENS, Tokens, glued

from .days import YEAR, DateRun, read_date
from .time_words import (
    ANCHORED,
    ANCHORED_UNITS,
    AWAY,
    COUNTED,
    DAY_WORDS,
    HALF_YEARS,
    LEADS,
    NEEDS_OF,
    PARTIAL,
    PARTS,
    QUARTERS,
    SEASONS,
    STRETCHES,
)

OWNERS = frozenset("the his her its their our my your a an of".split())
"""Words before "last", "next" or "same" that make it count something else: "the last week of"."""

LONGEST_COUNT = 1000
"""Units of time; nobody says more of them ago."""

LONGEST_AWAY = 6
"""Tokens of "twenty-five years ago"."""

MOMENT_STARTERS = frozenset(
    (*DAY_WORDS, *LEADS, *ANCHORED, *PARTIAL, *SEASONS, *QUARTERS, *HALF_YEARS, "fiscal")
)
"""Words that a date can begin with, beside months, weekdays and numbers."""


def read_moment(tokens: Tokens, i: int) -> DateRun | None:
    """The date that begins at token `i`, whatever it counts from; None if there is none."""
    return _partial(tokens, i) or _whole(tokens, i)


def _whole(tokens: Tokens, i: int) -> DateRun | None:
    """A date without a word that narrows it."""
    low = tokens[i].low.removesuffix("'s")
    if low in DAY_WORDS:
        return DateRun(f"{DAY_WORDS[low]:+d} day", "relative", i + 1, range=False)
    if low in LEADS:
        return _led(tokens, i)
    if low in ANCHORED:
        return _anchored(tokens, i)
    if low in SEASONS:
        return _season(tokens, i)
    if low in QUARTERS or low in HALF_YEARS:
        quarter = _half(tokens, i) or _quarter(tokens, i)
        if quarter:
            return quarter
    if low == "fiscal":
        return _fiscal(tokens, i)
    return _counted(tokens, i) or read_date(tokens, i)


def _partial(tokens: Tokens, i: int) -> DateRun | None:
    """As in "early 2018", "mid-May", "the end of February", "earlier this month", "late Friday"."""
    low = tokens[i].low
    if low not in PARTIAL:
        return None
    j = i + 1
    if low in NEEDS_OF:
        if tokens[j].low != "of":
            return None
        j += 1
    elif tokens[j].low in ("in", "on") or (
        tokens[j].text in HYPHENS and glued(tokens[i], tokens[j])
    ):
        j += 1
    if tokens[j].low == "the" and tokens[j + 1].low in (*STRETCHES, *SEASONS):
        if singular(tokens[j + 1].low) not in STRETCHES:
            return None
        return DateRun(f"+0 {singular(tokens[j + 1].low)}", "relative", j + 2, False, PARTIAL[low])
    core = _bare(tokens, j) or _whole(tokens, j)
    if core is None or core.unit in ("ago", "apart", "day", "month-day", "day-range"):
        return None
    return core._replace(vague=PARTIAL[low])


def _bare(tokens: Tokens, j: int) -> DateRun | None:
    """A month or year alone, where the word before it leaves no doubt that it is one."""
    if tokens[j].low in MONTHS and tokens[j].text[0].isupper() and not tokens[j + 1].is_digits:
        return DateRun(f"--{MONTHS[tokens[j].low]:02d}", "month-name", j + 1, range=False)
    if _is_year(tokens, j):
        return DateRun(tokens[j].text, "year", j + 1, range=False)
    return None


def _is_year(tokens: Tokens, j: int) -> bool:
    """Whether it is a year and goes on into nothing longer: "2018-19", "1990s"."""
    after = tokens[j + 1]
    longer = glued(tokens[j], after) and (after.is_word or after.text in HYPHENS)
    return bool(YEAR.fullmatch(tokens[j].text)) and not longer


def _led(tokens: Tokens, i: int, *, anywhere: bool = False) -> DateRun | None:
    """As in "last Friday", "this weekend", "next year", "last summer", "last night"."""
    word, follower = tokens[i], tokens[i + 1]
    if tokens[i].low not in LEADS or not follower.is_word:
        return None
    if (not anywhere and tokens[i - 1].low in OWNERS - {"of"}) or not follower.is_word:
        return None
    low, lead = follower.low.removesuffix("'s"), LEADS[word.low]
    if low in WEEKDAYS:
        return DateRun(low, "weekday", i + 2, False, word.low) if _is_name(follower.text) else None
    if low in STRETCHES:
        return DateRun(f"{lead:+d} {low}", "relative", i + 2, range=False)
    if low in PARTS and (lead == 0 or (word.low, low) == ("last", "night")):
        return DateRun(f"{lead:+d} day", "relative", i + 1, range=False)
    if low in SEASONS:
        return DateRun(f"{lead:+d} {low}", "relative", i + 2, range=False)
    if low in MONTHS and _is_name(follower.text) and not tokens[i + 2].is_digits:
        return DateRun(f"--{MONTHS[low]:02d}", "month-name", i + 2, False, word.low)
    return None


def _is_name(text: str) -> bool:
    return text[0].isupper()


def _anchored(tokens: Tokens, i: int) -> DateRun | None:
    """As in "the previous day", "the following week", "the same day"."""
    unit = tokens[i + 1].low
    if unit not in ANCHORED_UNITS or tokens[i - 1].low not in ("the", "that"):
        return None
    unit = "day" if unit == "night" else unit
    return DateRun(f"{ANCHORED[tokens[i].low]:+d} {unit}", "apart", i + 2, range=False)


def _counted(tokens: Tokens, i: int) -> DateRun | None:
    """As in "three weeks ago", "two days earlier", "a year later"."""
    if AWAY.keys().isdisjoint([token.low for token in tokens[i + 2 : i + LONGEST_AWAY]]):
        return None
    if tokens[i].low in ("a", "an"):
        amount, j = 1, i + 1
    else:
        numeral = read_numeral(tokens, i)
        if numeral is None or numeral.ordinal or not 0 < numeral.amount <= LONGEST_COUNT:
            return None
        if numeral.amount != int(numeral.amount):
            return None
        amount, j = int(numeral.amount), numeral.end
    unit, away = singular(tokens[j].low), tokens[j + 1].low
    if unit not in COUNTED or away not in AWAY or tokens[j + 2].low == "than":
        return None
    name, factor = COUNTED[unit]
    origin = "ago" if away == "ago" else "apart"
    return DateRun(f"{AWAY[away] * amount * factor:+d} {name}", origin, j + 2, range=False)


def _season(tokens: Tokens, i: int) -> DateRun | None:
    """As in "summer 2017", "the fall of 2016"."""
    j = i + 2 if tokens[i + 1].low == "of" else i + 1
    if not _is_year(tokens, j):
        return None
    name = "autumn" if tokens[i].low == "fall" else tokens[i].low
    return DateRun(f"{tokens[j].text}-{name}", "season", j + 1, range=False)


def _quarter(tokens: Tokens, i: int) -> DateRun | None:
    """As in "the first quarter of 2018"."""
    if tokens[i + 1].low != "quarter" or tokens[i].low not in QUARTERS:
        return None
    j = i + 3 if tokens[i + 2].low == "of" else i + 2
    if not _is_year(tokens, j):
        return None
    return DateRun(f"{tokens[j].text}-Q{QUARTERS[tokens[i].low]}", "quarter", j + 1, range=False)


def _half(tokens: Tokens, i: int) -> DateRun | None:
    """As in "the first half of 2018", "the second half of next year"."""
    if tokens[i + 1].low != "half" or tokens[i + 2].low != "of" or tokens[i].low not in HALF_YEARS:
        return None
    core = _led(tokens, i + 3, anywhere=True) or _bare(tokens, i + 3)
    if core is None or not (core.unit == "year" or core.normal.endswith(" year")):
        return None
    half = HALF_YEARS[tokens[i].low]
    if core.unit == "year":
        return core._replace(normal=f"{core.normal}-{half}", unit="half")
    return core._replace(normal=f"{core.normal} {half}", vague=half)


def _fiscal(tokens: Tokens, i: int) -> DateRun | None:
    j = i + 2 if tokens[i + 1].low == "year" else i + 1
    if not _is_year(tokens, j):
        return None
    return DateRun(f"FY{tokens[j].text}", "fiscal", j + 1, range=False)
