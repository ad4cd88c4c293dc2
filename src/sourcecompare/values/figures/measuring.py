"""Lengths, weights, areas, speeds, temperatures, magnitudes, in one unit for each dimension."""

from decimal import Decimal

from sourcecompare.model import ValueKind
from sourcecompare.values.nouns import singular
from sourcecompare.values.tokens import HYPHENS, Tokens, glued

from .counting import is_count, is_name
from .numerals import Numeral, normal, read_numeral
from .runs import EXACT_PLACES, Run, half_place
from .units import (
    DEGREES,
    LENGTHS,
    LONG_TON,
    MAGNITUDE,
    MEASURES,
    Measure,
)

FEET = Decimal(12)
"""Inches of a foot."""


def measure(tokens: Tokens, i: int, numeral: Numeral) -> Run | None:
    """A measure: "12 km", "30-foot", "95 degrees Fahrenheit", "60 miles an hour"."""
    if numeral.ordinal:
        return None
    j = numeral.end
    if tokens[j].text in HYPHENS and glued(tokens[j - 1], tokens[j]):
        j += 1
    name = singular(tokens[j].low)
    if name == "magnitude":
        return measured(numeral, MAGNITUDE, i, j + 1, name)
    if tokens[i - 1].low == "magnitude" or (
        tokens[i - 1].text in HYPHENS and tokens[i - 2].low == "magnitude"
    ):
        return measured(numeral, MAGNITUDE, i, numeral.end, "magnitude")
    found = _degrees(tokens, j, name) or _compound(tokens, j, name)
    touching = tokens[j].is_word and glued(tokens[numeral.end - 1], tokens[j])
    if found is None or (is_name(tokens, i) if touching else not is_count(tokens, i, numeral)):
        return None
    unit, end = found
    if unit is LENGTHS["foot"]:
        inches, behind = _and_inches(tokens, numeral, end)
        if behind > end:
            return measured(inches, LENGTHS["inch"], i, behind, name)
    return measured(numeral, unit, i, end, name)


def measured(numeral: Numeral, unit: Measure, start: int, end: int, name: str) -> Run:
    """A number of a unit, converted; what was written is kept for comparing rounded figures."""
    amount = _convert(numeral.amount, unit)
    rounding = abs(half_place(numeral.amount) * unit.factor)
    if name == "ton":
        rounding = max(rounding, abs(amount) * LONG_TON)
    return Run(
        ValueKind.MEASURE,
        normal(amount),
        unit.unit,
        amount,
        start,
        end,
        numeral.vague,
        measure=name,
        written=numeral.amount,
        rounding=rounding,
    )


def _convert(amount: Decimal, unit: Measure) -> Decimal:
    exact = (amount + unit.shift) * unit.factor
    return exact if unit.factor == 1 else exact.quantize(EXACT_PLACES)


def _degrees(tokens: Tokens, j: int, name: str) -> tuple[Measure, int] | None:
    """Celsius or Fahrenheit: "20°C", "68 degrees F", "20 Celsius"."""
    k = j
    if tokens[j].text == "°" or name == "degree":
        k = j + 1
    scale = DEGREES.get(tokens[k].low)
    if scale is None or (k == j and len(tokens[k].low) == 1):
        return None
    if k == j + 1 and len(tokens[k].low) == 1 and not tokens[k].text.isupper():
        return None
    return scale, k + 1


def _compound(tokens: Tokens, j: int, name: str) -> tuple[Measure, int] | None:
    """A unit of one word or several: "square miles", "km/h", "miles per hour", "metric tons"."""
    second = singular(tokens[j + 1].low)
    if name in ("square", "sq", "cubic") and second in LENGTHS:
        power = 3 if name == "cubic" else 2
        unit = Measure(f"km{power}", LENGTHS[second].factor ** power)
        return unit, j + 2
    if name == "metric" and second in ("ton", "tonne"):
        return MEASURES["tonne"], j + 2
    if name == "nautical" and second == "mile":
        return Measure("km", Decimal("1.852")), j + 2
    unit_found = MEASURES.get(name)
    if unit_found is None or (name in ("c", "f", "m", "l") and not glued(tokens[j - 1], tokens[j])):
        return None
    if unit_found.unit == "km" and _is_hourly(tokens, j + 1):
        return Measure("km/h", unit_found.factor), j + 3
    return unit_found, j + 1


def _is_hourly(tokens: Tokens, j: int) -> bool:
    low, after = tokens[j].low, tokens[j + 1].low
    return (low in ("per", "an") and after == "hour") or (low == "/" and after in ("h", "hr"))


def _and_inches(tokens: Tokens, numeral: Numeral, end: int) -> tuple[Numeral, int]:
    """A height in inches: "6 feet 4 inches", "6-foot-4"; the numeral itself where it is none."""
    j = end + 1 if tokens[end].text in HYPHENS and glued(tokens[end - 1], tokens[end]) else end
    inches = read_numeral(tokens, j) if tokens[j].is_digits else None
    if inches is None or inches.ordinal or inches.amount >= FEET:
        return numeral, end
    if singular(tokens[inches.end].low) in ("inch", "in"):
        behind = inches.end + 1
    elif j > end:
        behind = inches.end
    else:
        return numeral, end
    return numeral._replace(amount=numeral.amount * FEET + inches.amount), behind


def below_zero(tokens: Tokens, i: int) -> Run | None:
    """A temperature below zero: "minus 5 degrees Celsius"."""
    numeral = read_numeral(tokens, i + 1)
    if numeral is None or numeral.ordinal:
        return None
    run = measure(tokens, i + 1, numeral._replace(amount=-numeral.amount))
    return run._replace(start=i) if run and run.unit in ("°C", "degree") else None
