"""Rates: "12 euros a day", "40 apiece", "annual savings of 5 million"."""

from sourcecompare.values.tokens import Tokens

from .modifiers import CLAUSE_SIGNS
from .units import DURATIONS

RATES = {
    "annual": "per year",
    "annually": "per year",
    "yearly": "per year",
    "monthly": "per month",
    "weekly": "per week",
    "daily": "per day",
    "hourly": "per hour",
}
RATE_REACH = 4
"""Words from "annual" to its sum: "annual savings of about 5 million"."""

LATER = frozenset("ago earlier before later after".split())
"""Behind "a day" these make it a date: "12 boats a day later"."""
EACH = frozenset("person head gallon barrel ton tonne share ounce mile worker student".split())
"""What an amount is said for one of: "3 dollars a gallon"."""


def rate_around(tokens: Tokens, start: int, end: int) -> str:
    """The rate that stands before or behind a sum: "annual savings of $5", "$5 annually"."""
    for k in (*range(start - 1, max(-1, start - 1 - RATE_REACH), -1), end, end + 1):
        if tokens[k].low in RATES:
            return RATES[tokens[k].low]
        if tokens[k].text in CLAUSE_SIGNS:
            break
    return ""


def rate(tokens: Tokens, j: int) -> str:
    """The rate that follows: "a day" and "per day" are "per day", "apiece" is "each"; or empty."""
    low, following = tokens[j].low, tokens[j + 1].low
    unit = following in DURATIONS or following in EACH
    if low in ("a", "an", "per", "every", "each") and unit and tokens[j + 2].low not in LATER:
        return f"per {following}"
    return "each" if low == "apiece" else ""
