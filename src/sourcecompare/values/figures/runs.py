"""The words of one value, before it is known what they are said of."""

from decimal import Decimal
from typing import NamedTuple

from sourcecompare.model import ValueKind
from sourcecompare.values.lexicon import SCALES

from .numerals import Numeral, normal

Bounds = tuple[Decimal, Decimal | None]
"""What an amount may lie between, both ends included; None is no upper end."""

EXACT_PLACES = Decimal("0.000000000001")
"""Twelve places keep a conversion to well below what anybody measures."""


class Run(NamedTuple):
    """The words of one value."""

    kind: ValueKind
    normal: str
    unit: str
    amount: Decimal | None
    """None for a date and a score; the upper end of a range"""
    start: int
    end: int
    """indices of tokens, half-open"""
    vague: str
    """the modifier that the words themselves carry: "a dozen" is about twelve; or empty"""
    bounds: Bounds | None = None
    """where the words are an interval: "10 to 20", "dozens", "in his 30s" """
    head: str = ""
    """the noun, where the words of the value name it themselves: "no one was killed" """
    names: tuple[str, ...] = ()
    """folded words of the person whose age it is"""
    reach: int = -1
    """index of the token behind the noun that `head` is; else -1"""
    scope: str = ""
    """what the value's own words say of its scope"""
    frame: str = ""
    """what they say of its time: "at the age of 14" """
    measure: str = ""
    """the unit of a measure as written"""
    written: Decimal | None = None
    """... and the number as written"""
    rounding: Decimal | None = None
    """half of the last place written, in `unit`"""


def run_of(kind: ValueKind, numeral: Numeral, unit: str, start: int, end: int) -> Run:
    """A value with the number of a numeral."""
    vague = "about" if numeral.words and numeral.scaled and _is_dozen(numeral.amount) else ""
    return Run(
        kind, normal(numeral.amount), unit, numeral.amount, start, end, vague or numeral.vague
    )


def _is_dozen(amount: Decimal) -> bool:
    return amount % SCALES["dozen"] == 0 and amount % 100 != 0


def spread(low: Run, high: Run, start: int) -> Run | None:
    """The interval between two values of one kind and unit; None if it is none."""
    if low.amount is None or high.amount is None or low.amount >= high.amount:
        return None
    return high._replace(
        normal=f"{low.normal}/{high.normal}",
        start=start,
        vague="between",
        bounds=(low.amount, high.amount),
    )


ROUGHEST = Decimal("0.05")
"""Final zeros make a measure as rough as this share of it at most: "70" is no 75."""


def half_place(amount: Decimal) -> Decimal:
    """Half of the last place that a number is written to; final zeros are hardly places.

    >>> half_place(Decimal(12)), half_place(Decimal("1.5")), half_place(Decimal(300))
    (Decimal('0.5'), Decimal('0.05'), Decimal('15.00'))
    """
    exponent = int(amount.normalize().as_tuple().exponent) if amount else 0
    half = Decimal(1).scaleb(exponent) / 2
    return half if exponent <= 0 else min(half, abs(amount) * ROUGHEST)
