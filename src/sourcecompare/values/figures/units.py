"""Units of money, time and measure."""

from decimal import Decimal
from typing import NamedTuple

CURRENCY_SIGNS = {
    "$": "USD",
    "£": "GBP",
    "€": "EUR",
    "¥": "JPY",
    "₹": "INR",
    "₽": "RUB",
    "₩": "KRW",
}
"""A bare dollar is read as the United States' and a bare yen sign as Japan's."""

DOLLARS = {
    "us": "USD",
    "a": "AUD",
    "au": "AUD",
    "c": "CAD",
    "ca": "CAD",
    "nz": "NZD",
    "hk": "HKD",
    "s": "SGD",
    "nt": "TWD",
}
"""Letters before a dollar sign."""

CURRENCY_CODES = frozenset(
    "usd eur gbp jpy cny rmb chf cad aud nzd inr rub krw brl mxn zar sek nok dkk pln try".split()
)

CURRENCY_WORDS = {
    "dollar": "USD",
    "dollars": "USD",
    "euro": "EUR",
    "euros": "EUR",
    "yuan": "CNY",
    "renminbi": "CNY",
    "yen": "JPY",
    "rupee": "INR",
    "rupees": "INR",
    "ruble": "RUB",
    "rubles": "RUB",
    "rouble": "RUB",
    "roubles": "RUB",
}

CENTS = {"cent": "USD", "cents": "USD", "pence": "GBP"}
"""Hundredths of a currency; a cent is read as the dollar's, as its sign is."""

CURRENCY_SCALED = {"won": "KRW", "pounds": "GBP", "pesos": "MXN", "francs": "CHF", "lira": "TRY"}
"""Read as money only behind a million or more: they are other words as well."""

DURATIONS = {
    "second": ("second", 1),
    "minute": ("minute", 1),
    "hour": ("minute", 60),
    "day": ("day", 1),
    "week": ("day", 7),
    "fortnight": ("day", 14),
    "month": ("month", 1),
    "year": ("year", 1),
    "decade": ("year", 10),
    "century": ("year", 100),
}
"""Unit of time to the unit it is normalised to, and how many of it."""


class Measure(NamedTuple):
    """A unit as written, and how to turn it into the one that its dimension is compared in."""

    unit: str
    """the unit of the dimension: km, km2, kg, °C, km/h, l, m3, MW, magnitude ..."""
    factor: Decimal
    shift: Decimal = Decimal(0)
    """added before the factor: Fahrenheit begins 32 below"""


def _measures(unit: str, table: str) -> dict[str, Measure]:
    """Every name of a line that ends with its factor."""
    found: dict[str, Measure] = {}
    for line in table.strip().splitlines():
        *names, factor = line.split()
        found.update((name, Measure(unit, Decimal(factor))) for name in names)
    return found


LENGTHS = _measures(
    "km",
    """
    km kilometer kilometre 1
    m meter metre 0.001
    cm centimeter centimetre 0.00001
    mm millimeter millimetre 0.000001
    mile 1.609344
    yard 0.0009144
    foot ft 0.0003048
    inch 0.0000254
    """,
)
WEIGHTS = _measures(
    "kg",
    """
    kg kilo kilogram kilogramme 1
    gram gramme 0.001
    milligram mg 0.000001
    tonne 1000
    ton 907.18474
    pound lb 0.45359237
    ounce oz 0.028349523125
    """,
)
SPEEDS = _measures(
    "km/h",
    """
    kph kmh 1
    mph 1.609344
    knot 1.852
    """,
)
VOLUMES = _measures(
    "l",
    """
    l liter litre 1
    gallon 3.785411784
    """,
)
AREAS = _measures(
    "km2",
    """
    hectare ha 0.01
    acre 0.0040468564224
    """,
)
POWERS = _measures(
    "MW",
    """
    mw megawatt 1
    gw gigawatt 1000
    kw kilowatt 0.001
    """,
)

MEASURES: dict[str, Measure] = {
    **LENGTHS,
    **WEIGHTS,
    **SPEEDS,
    **VOLUMES,
    **AREAS,
    **POWERS,
    "barrel": Measure("barrel", Decimal(1)),
    "bushel": Measure("bushel", Decimal(1)),
    "decibel": Measure("dB", Decimal(1)),
    "degree": Measure("degree", Decimal(1)),
}
"""Singular of a unit of measure to what it is converted to, exactly where the unit is exact; a
gallon is the United States', a ton their short one."""

GLUED_MEASURES = frozenset("km m cm mm ft kg kph kmh mph lb lbs oz mw gw kw ha".split())
"""Signs that touch their number: "70mph"."""

GLUED_METRES = frozenset("long high tall deep wide away from race sprint dash below above".split())
"""What stands behind "100m" where it is no hundred million."""

CELSIUS = Measure("°C", Decimal(1))
FAHRENHEIT = Measure("°C", Decimal(5) / Decimal(9), Decimal(-32))
MAGNITUDE = Measure("magnitude", Decimal(1))

DEGREES = {
    "celsius": CELSIUS,
    "centigrade": CELSIUS,
    "c": CELSIUS,
    "fahrenheit": FAHRENHEIT,
    "f": FAHRENHEIT,
}

LONG_TON = Decimal("0.12")
"""A ton of 907, 1,000 or 1,016 kg is one word; so far do they lie apart."""
