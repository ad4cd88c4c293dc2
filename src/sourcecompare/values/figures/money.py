"""Sums of money: "US$ 3.2 billion", "£500m", "EUR 5", "4.2 million euros", "99 cents"."""

from sourcecompare.model import ValueKind
from sourcecompare.values.lexicon import GLUED_SCALES
from sourcecompare.values.tokens import HYPHENS, Tokens, glued

from .numerals import Numeral, digits, normal, read_numeral
from .runs import Run, run_of
from .units import (
    CENTS,
    CURRENCY_CODES,
    CURRENCY_SCALED,
    CURRENCY_SIGNS,
    CURRENCY_WORDS,
    DOLLARS,
)

NAMED_DOLLARS = {
    "us": "USD",
    "u": "USD",
    "american": "USD",
    "canadian": "CAD",
    "australian": "AUD",
    "hong": "HKD",
}
"""Words before "dollars" that say whose they are."""


def signed(tokens: Tokens, i: int) -> Run | None:
    """A sum that begins with a sign or a code of its currency."""
    token, following = tokens[i], tokens[i + 1]
    if token.text in CURRENCY_SIGNS:
        return _sum(tokens, i, i + 1, CURRENCY_SIGNS[token.text])
    if following.text == "$" and token.low in DOLLARS and glued(token, following):
        return _sum(tokens, i, i + 2, DOLLARS[token.low])
    if token.low in CURRENCY_CODES and token.text.isupper() and following.is_digits:
        unit = "CNY" if token.low == "rmb" else token.text
        return _sum(tokens, i, i + 1, unit)
    return None


def _sum(tokens: Tokens, start: int, i: int, unit: str) -> Run | None:
    """A sum whose number begins at `i`, behind its sign."""
    amount = digits(tokens[i].text) if tokens[i].is_digits else None
    if amount is None:
        return None
    suffix, hyphen = tokens[i + 1], tokens[i + 1].text in HYPHENS
    if hyphen and tokens[i + 2].low in GLUED_SCALES and glued(suffix, tokens[i + 2]):
        suffix = tokens[i + 2]
    if suffix.low in GLUED_SCALES and glued(tokens[i], tokens[i + 1]):
        amount *= GLUED_SCALES[suffix.low]
        return Run(ValueKind.MONEY, normal(amount), unit, amount, start, i + 2 + hyphen, "")
    numeral = read_numeral(tokens, i)
    if numeral is None or numeral.ordinal:
        return None
    return run_of(ValueKind.MONEY, numeral, unit, start, numeral.end)


def worded(tokens: Tokens, i: int, numeral: Numeral) -> Run | None:
    """A sum whose currency follows: "30 yuan", "two million dollars", "50 pence"."""
    if numeral.ordinal:
        return None
    j = numeral.end
    if tokens[j].text in HYPHENS and glued(tokens[j - 1], tokens[j]):
        j += 1
    low = tokens[j].low
    if low in CENTS and not tokens[i - 1].low.endswith("per"):
        cents = numeral._replace(amount=numeral.amount / 100)
        return run_of(ValueKind.MONEY, cents, CENTS[low], i, j + 1)
    unit, end = CURRENCY_WORDS.get(low, ""), j + 1
    if not unit and low in NAMED_DOLLARS:
        end = _behind_adjective(tokens, j)
        unit = NAMED_DOLLARS[low] if end > j else ""
    if not unit and numeral.scaled and numeral.amount >= 10**6 and j == numeral.end:
        unit, end = CURRENCY_SCALED.get(low, ""), j + 1
    return run_of(ValueKind.MONEY, numeral, unit, i, end) if unit else None


def _behind_adjective(tokens: Tokens, j: int) -> int:
    """The index behind "Canadian dollars", "U.S. dollars", "Hong Kong dollars"; else `j`."""
    for k in range(j + 1, j + 5):
        if tokens[k].low in ("dollar", "dollars"):
            return k + 1
        if tokens[k].text != "." and tokens[k].low not in ("s", "kong"):
            break
    return j


def as_money(numeral: Numeral, unit: str, start: int) -> Run:
    """The upper end of "$5-10 million", whose sign stands before the lower one."""
    return run_of(ValueKind.MONEY, numeral, unit, start, numeral.end)
