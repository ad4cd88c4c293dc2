"""Numbers written in digits or in words."""

import re
from decimal import Decimal
from typing import NamedTuple

from sourcecompare.values.lexicon import FRACTION_SIGNS, GLUED_SCALES, ORDINALS, SCALES, TENS, UNITS
from sourcecompare.values.nouns import is_plural
from sourcecompare.values.tokens import HYPHENS, Token, Tokens, glued

from .units import GLUED_MEASURES, GLUED_METRES

# Fifteen digits and six decimals are more than a fact has. No match: "1.2.3", "1,23", 10**20.
PLAIN = re.compile(r"[0-9]{1,15}(?:\.[0-9]{1,6})?")
GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3}){1,4}(?:\.[0-9]{1,6})?")

LARGEST = Decimal(10) ** 18
"""Nothing in the news is counted beyond it."""

LONGEST = 10
"""Words of one number: "nine hundred and ninety-nine thousand nine hundred and ninety-nine"."""

PARTS = {"half": Decimal("0.5"), "quarter": Decimal("0.25"), "third": Decimal(1) / 3}
"""Parts that a larger number is said with: "half a million", "two and a half"."""


class Numeral(NamedTuple):
    """A number and where its words end."""

    amount: Decimal
    end: int
    """index of the token behind it"""
    ordinal: bool
    scaled: bool
    """ends in thousand, million, dozen ..."""
    words: bool
    scale: Decimal = Decimal(1)
    """what the scale words behind digits come to: a million in "1.2 million" """
    vague: str = ""
    """the modifier that the words themselves carry, or empty"""


def read_numeral(tokens: Tokens, i: int) -> Numeral | None:
    """The number that begins at token `i`: "1.2 million", "80th", "twenty-one", "a dozen".

    Also with a part of one: "2½", "two and a half million", "half a million".
    """
    if tokens[i].is_digits:
        numeral = _in_digits(tokens, i)
    else:
        numeral = _part_of_scale(tokens, i) or _in_words(tokens, i)
    if numeral is None or numeral.amount >= LARGEST:
        return None
    return numeral if numeral.ordinal or numeral.scaled else _with_part(tokens, numeral)


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
        return _suffixed(tokens, i, amount)
    scaled, end = _scale(tokens, i + 1, amount)
    factor = scaled / amount if amount else Decimal(1)
    return Numeral(scaled, end, ordinal=False, scaled=end > i + 1, words=False, scale=factor)


def _suffixed(tokens: Tokens, i: int, amount: Decimal) -> Numeral | None:
    """Digits that touch letters: "80th", "500k", "1.2m people", "5km"."""
    low, after = tokens[i + 1].low, tokens[i + 2]
    if "." not in tokens[i].text and low == _ending(int(amount)):
        return Numeral(amount, i + 2, ordinal=True, scaled=False, words=False)
    people = after.is_word and is_plural(after.low)
    if low in GLUED_SCALES and (low != "m" or people):
        scale = GLUED_SCALES[low]
        return Numeral(amount * scale, i + 2, ordinal=False, scaled=True, words=False, scale=scale)
    if low in GLUED_MEASURES and (low != "m" or after.low in GLUED_METRES):
        return Numeral(amount, i + 1, ordinal=False, scaled=False, words=False)
    return None


def _with_part(tokens: Tokens, numeral: Numeral) -> Numeral:
    """The number with the half that follows it: "2½", "2 1/2", "two and a half million"."""
    j, part, end = numeral.end, Decimal(0), numeral.end
    if tokens[j].text in FRACTION_SIGNS:
        part, end = FRACTION_SIGNS[tokens[j].text], j + 1
    elif tokens[j].low == "and" or (tokens[j].text in HYPHENS and tokens[j + 1].low == "and"):
        lows, end = _compound(tokens, j, 3)
        part = PARTS.get(lows[2], Decimal(0)) if lows[1] in ("a", "one") else part
    elif [token.text for token in tokens[j : j + 3]] == ["1", "/", "2"]:
        part, end = PARTS["half"], j + 3
    if not part:
        return numeral
    whole, behind = _scale(tokens, end, numeral.amount + part)
    return numeral._replace(amount=whole, end=behind, scaled=behind > end)


def _compound(tokens: Tokens, j: int, size: int) -> tuple[list[str], int]:
    """The next words, with or without hyphens between them, and the index behind them."""
    lows: list[str] = []
    for _ in range(size):
        if tokens[j].text in HYPHENS and glued(tokens[j - 1], tokens[j]):
            j += 1
        lows.append(tokens[j].low)
        j += 1
    return lows, j


def _part_of_scale(tokens: Tokens, i: int) -> Numeral | None:
    """Part of a scale word: "half a million", "a quarter of a million", "half-billion"."""
    low, j = tokens[i].low, i + 1
    if low in ("a", "one") and tokens[j].low in ("half", "quarter", "third"):
        low, j = tokens[j].low, j + 1
    if low not in ("half", "quarter") and not (low == "third" and j > i + 1):
        return None
    if tokens[j].text in HYPHENS and glued(tokens[j - 1], tokens[j]):
        j += 1
    if tokens[j].low == "of" and low != "half":
        j += 1
    if tokens[j].low in ("a", "one"):
        j += 1
    scale = SCALES.get(tokens[j].low)
    if scale is None or scale == SCALES["hundred"]:
        return None
    amount = (PARTS[low] * scale).quantize(Decimal("0.01")).normalize()
    return Numeral(amount, j + 1, ordinal=False, scaled=True, words=True, vague="about")


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
