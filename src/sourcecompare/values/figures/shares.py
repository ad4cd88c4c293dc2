"""Shares and amounts in words: "half of", "two-thirds", "one in five", "none of", "dozens"."""

from decimal import Decimal

from sourcecompare.model import ValueKind
from sourcecompare.values.lexicon import (
    CASUALTY,
    CROWDS,
    CROWDS_OF,
    DETERMINERS,
    ORDINALS,
    PERSONS,
    SCALES,
    SEVERAL,
)
from sourcecompare.values.nouns import is_plural, singular
from sourcecompare.values.tokens import HYPHENS, Tokens, glued

from .numerals import Numeral, normal, read_numeral
from .runs import Bounds, Run

PARTS = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
"""Parts of a whole and how many of them make it."""

SHARE_PLACES = Decimal("0.01")
WHOLE = Decimal(100)

HALVES = frozenset("other last latter better top bottom upper lower opening closing".split())
"""What "half" stands behind where it is a part of its own: "the second half of the match"."""

LARGEST_OF = 10
"""Of how many "one in five", "three out of four" may be said as a share."""


def share(start: int, end: int, part: Decimal, whole: Decimal, vague: str) -> Run:
    """A part of a whole as a percentage."""
    amount = (WHOLE * part / whole).quantize(SHARE_PLACES)
    text = normal(amount)
    return Run(ValueKind.PERCENT, text, "%", Decimal(text), start, end, vague)


def out_of(tokens: Tokens, i: int, numeral: Numeral) -> Run | None:
    """A part in small numbers: "one in five", "three out of four", "two-thirds"."""
    if numeral.ordinal or numeral.scaled or numeral.amount > LARGEST_OF:
        return None
    j = numeral.end
    if numeral.words:
        k = j + 1 if tokens[j].text in HYPHENS and glued(tokens[j - 1], tokens[j]) else j
        part = PARTS.get(singular(tokens[k].low))
        if part and numeral.amount < part and tokens[k + 1].text not in HYPHENS:
            plural = is_plural(tokens[k].low) == (numeral.amount > 1)
            vague = "about" if part == 3 else ""
            if plural and (k > j or tokens[k + 1].low == "of"):
                return share(i, k + 1, numeral.amount, Decimal(part), vague)
    if tokens[j].low == "in":
        k = j + 1
    elif tokens[j].low == "out" and tokens[j + 1].low == "of":
        k = j + 2
    else:
        return None
    if tokens[k].low == "every":
        k += 1
    whole = read_numeral(tokens, k)
    if whole is None or whole.ordinal or whole.scaled or whole.words != numeral.words:
        return None
    if not numeral.amount < whole.amount <= LARGEST_OF or not _is_people(tokens, whole.end):
        return None
    return share(i, whole.end, numeral.amount, whole.amount, "about")


def _is_people(tokens: Tokens, j: int) -> bool:
    """Whether a plural follows: "one in five voters", not "two in four days"."""
    found = (tokens[k].low for k in (j, j + 1) if tokens[k].is_word)
    return any(is_plural(low) and singular(low) not in TIMES for low in found)


TIMES = frozenset("day week month year hour minute second game match season decade".split())


def part_of(tokens: Tokens, i: int) -> Run | None:
    """As in "half of", "half the", "a third of", "a quarter of the", "nearly a fifth of"."""
    if tokens[i - 1].low in ORDINALS or tokens[i - 1].low in HALVES:
        return None
    j = i
    if tokens[j].low in ("a", "one"):
        j += 1
        if tokens[j].text in HYPHENS:
            j += 1
    part = PARTS.get(tokens[j].low)
    if part is None or (part != 2 and j == i):
        return None
    k = j + 1
    if tokens[k].low == "of":
        k += 1
    elif part != 2 or tokens[k].low not in DETERMINERS - {"a", "an"}:
        return None
    if tokens[k].low in ("a", "an", "an", "it", "that", "this", "which"):
        return None
    return share(i, j + 1, Decimal(1), Decimal(part), "about")


def whole_of(tokens: Tokens, i: int) -> Run | None:
    """As in "all of the boats", "none of the boats"."""
    of, the = tokens[i + 1].low, tokens[i + 2].low
    if (
        of != "of"
        or the not in ("the", "its", "his", "her", "their")
        or not _is_people(tokens, i + 3)
    ):
        return None
    part = Decimal(1) if tokens[i].low == "all" else Decimal(0)
    return share(i, i + 1, part, Decimal(1), "")


def nobody(tokens: Tokens, i: int) -> Run | None:
    """No casualties: "no one was killed", "nobody was hurt", "no injuries", "no deaths"."""
    j = i + 1
    if tokens[i].low == "no" and tokens[j].low in CASUALTY:
        end = j if tokens[j].low not in ("dead", "missing") else 0
        head = CASUALTY[tokens[j].low]
        return _none(i, end, head, j + 1) if end else None
    if tokens[i].low == "no":
        people = tokens[j].low == "one" or (singular(tokens[j].low) in PERSONS)
        if not people:
            return None
        j += 1
    if tokens[j].low not in ("was", "were", "is", "has", "had", "have"):
        return None
    j += 1 + (tokens[j + 1].low == "been")
    head = CASUALTY.get(tokens[j].low, "")
    return _none(i, i + 1, head, j + 1) if head and tokens[j].low.endswith(("ed", "hurt")) else None


def _none(start: int, end: int, head: str, reach: int) -> Run:
    return Run(ValueKind.NUMBER, "0", "", Decimal(0), start, end, "", head=head, reach=reach)


def crowd(tokens: Tokens, i: int) -> Run | None:
    """A vague amount: "dozens of boats", "hundreds of thousands", "thousands gathered"."""
    low, j = tokens[i].low, i + 1
    bounds = CROWDS.get(low)
    if low == "tens" or (low in CROWDS and tokens[j].low == "of"):
        wider = CROWDS_OF.get((low, tokens[j + 1].low)) if tokens[j].low == "of" else None
        bounds, j = (wider, j + 2) if wider else (bounds, j)
    if bounds is None or (low == "scores" and tokens[j].low != "of"):
        return None
    if tokens[j].low == "of" and tokens[j + 1].low == "times":
        return None
    return _vague(bounds, i, j)


def several(tokens: Tokens, i: int) -> Run | None:
    """As in "several hundred", "a few thousand", "many millions", "a couple of dozen"."""
    few = SEVERAL[tokens[i].low]
    j = i + 1 + (tokens[i + 1].low == "of")
    scale = SCALES.get(tokens[j].low)
    if scale is None:
        return None
    nested = SCALES.get(tokens[j + 1].low, Decimal(1))
    bounds = (few[0] * scale * nested, few[1] * scale * nested if few[1] else None)
    return _vague(bounds, i, j + 1 + (nested > 1))


def _vague(bounds: Bounds, start: int, end: int) -> Run:
    amount = bounds[0]
    return Run(ValueKind.NUMBER, normal(amount), "", amount, start, end, "about", bounds=bounds)
