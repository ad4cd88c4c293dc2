"""Numbers written in digits or in words."""

import re
from decimal import Decimal
from typing import NamedTuple

from .lexicon import ORDINALS, SCALES, TENS, UNITS
from .tokens import Token, Tokens, glued

# Fifteen digits and six decimals are more than a fact has. No match: "1.2.3", "1,23", 10**20.
PLAIN = re.compile(r"[0-9]{1,15}(?:\.[0-9]{1,6})?")
GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3}){1,4}(?:\.[0-9]{1,6})?")

LARGEST = Decimal(10) ** 18
"""Nothing in the news is counted beyond it."""

HYPHENS = frozenset("-‐‑")
LONGEST = 10
"""Words of one number: "nine hundred and ninety-nine thousand nine hundred and ninety-nine"."""


class Numeral(NamedTuple):
    """A number and where its words end."""

    amount: Decimal
    end: int
    """index of the token behind it"""
    ordinal: bool
    scaled: bool
    """ends in thousand, million, dozen ..."""
    words: bool


def read_numeral(tokens: Tokens, i: int) -> Numeral | None:
    """The number that begins at token `i`: "1.2 million", "80th", "twenty-one", "a dozen"."""
    numeral = _in_digits(tokens, i) if tokens[i].is_digits else _in_words(tokens, i)
    return numeral if numeral and numeral.amount < LARGEST else None


def normal(amount: Decimal) -> str:
    """A canonical decimal: no exponent, no needless zero.

    >>> normal(Decimal("2.50")), normal(Decimal("1E+3"))
    ('2.5', '1000')
    """
    shortest = amount.normalize()
    return format(shortest, "f") if shortest else "0"


def digits(text: str) -> Decimal | None:
    """The number that a numeral in digits means, if it means one.

    >>> digits("1,234.5"), digits("1.2.3"), digits("1,23")
    (Decimal('1234.5'), None, None)
    """
    if PLAIN.fullmatch(text) or GROUPED.fullmatch(text):
        return Decimal(text.replace(",", ""))
    return None


def _in_digits(tokens: Tokens, i: int) -> Numeral | None:
    amount = digits(tokens[i].text)
    if amount is None:
        return None
    suffix = tokens[i + 1]
    if suffix.is_word and glued(tokens[i], suffix):
        if "." in tokens[i].text or suffix.low != _ending(int(amount)):
            return None
        return Numeral(amount, i + 2, ordinal=True, scaled=False, words=False)
    amount, end = _scale(tokens, i + 1, amount)
    return Numeral(amount, end, ordinal=False, scaled=end > i + 1, words=False)


def _scale(tokens: Tokens, i: int, amount: Decimal) -> tuple[Decimal, int]:
    """The number multiplied by the scale words from `i` on ("million", "-million")."""
    end = i
    for _ in range(2):
        j = end + 1 if tokens[end].text in HYPHENS and glued(tokens[end], tokens[end + 1]) else end
        if tokens[j].low not in SCALES:
            break
        amount, end = amount * SCALES[tokens[j].low], j + 1
    return amount, end


def _ending(number: int) -> str:
    if 10 <= number % 100 <= 20:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _in_words(tokens: Tokens, i: int) -> Numeral | None:
    total, current, last, j = Decimal(0), Decimal(0), "", i
    if tokens[i].low in ("a", "an") and tokens[i + 1].low in SCALES:
        current, last, j = Decimal(1), "unit", i + 1
    for _ in range(LONGEST):
        part = _part(tokens[j], last)
        if part is None:
            break
        last, amount = part
        if last == "scale" and amount == 100:
            current *= amount
        elif last == "scale":
            total, current = total + current * amount, Decimal(0)
        else:
            current += amount
        j += 1
        if last == "ordinal":
            break
        j = _joint(tokens, j, last)
    if not last:
        return None
    return Numeral(
        total + current,
        j,
        ordinal=last == "ordinal",
        scaled=last == "scale",
        words=True,
    )


def _part(token: Token, last: str) -> tuple[str, Decimal] | None:
    """What one word adds to a number, if it may stand behind a part of the sort `last`."""
    low = token.low
    if low in UNITS and (last in ("", "scale") or (last == "ten" and 0 < UNITS[low] < 10)):
        return "unit", Decimal(UNITS[low])
    if low in TENS and last in ("", "scale"):
        return "ten", Decimal(TENS[low])
    if low in SCALES and last:
        return "scale", SCALES[low]
    if low in ORDINALS and (last in ("", "scale") or (last == "ten" and ORDINALS[low] < 10)):
        return "ordinal", Decimal(ORDINALS[low])
    return None


def _joint(tokens: Tokens, j: int, last: str) -> int:
    """`j`, or the index behind a hyphen or an "and" that goes on with the same number."""
    following = tokens[j + 1].low
    if tokens[j].text in HYPHENS and glued(tokens[j - 1], tokens[j]):
        if last == "ten" and (following in UNITS or following in ORDINALS):
            return j + 1
        return j + 1 if following in SCALES else j
    if tokens[j].low == "and" and last == "scale" and tokens[j + 2].low not in SCALES:
        # Not "between two hundred and three hundred".
        return j + 1 if following in UNITS or following in TENS else j
    return j
