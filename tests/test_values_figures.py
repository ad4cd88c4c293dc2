"""What a claim knows besides its value: time, denial, scope, bounds, unit, and whose age it is."""

from decimal import Decimal

import pytest

from sourcecompare.model import Sentence, SentenceRef, TextSpan
from sourcecompare.values import Claim, read_claims


def claims(text: str) -> tuple[Claim, ...]:
    ref = SentenceRef("alpha", 0, 0)
    return read_claims(Sentence(ref=ref, span=TextSpan(0, len(text)), text=text))


@pytest.mark.parametrize(
    ("text", "frames"),
    [
        ("Turnout rose from 12 to 15 boats.", ["prior", ""]),
        ("It has 15 boats, up from 12 last year.", ["", "prior", ""]),
        ("It had 12 boats a year earlier.", ["prior", ""]),
        ("The town is expected to draw a crowd of 300 guests.", ["forecast"]),
        ("The board will buy 12 boats.", ["planned"]),
        ("The board bought 12 boats; it will sail.", [""]),
        ("She left at the age of 14.", ["then"]),
        ("When Ana Ruiz was 14, she left.", ["then"]),
        ("Ana Ruiz, 68, left.", [""]),
    ],
)
def test_the_time_of_a_value(text: str, frames: list[str]) -> None:
    assert [claim.frame for claim in claims(text)] == frames


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("The fee is not $12 but $15.", [True, False]),
        ("It sent 14 boats rather than 12.", [False, True]),
        ("It sent not only 12 boats.", [False]),
        ("It sent 12 boats, not the 14 that were due.", [False, True]),
    ],
)
def test_a_value_that_is_said_not_to_be_one(text: str, negated: list[bool]) -> None:
    assert [claim.negated for claim in claims(text)] == negated


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("It costs $12 an hour.", ("per hour",)),
        ("It costs $12 per hour.", ("per hour",)),
        ("It paid 12 euros a year earlier.", ()),
        ("Only 12 of the 40 boats came, led by two cars.", ("of",)),
        ("Prices rose by 12 percent.", ("by",)),
        ("The motion was signed by 12 members.", ()),
        ("All but two members came.", ("but",)),
        ("They sent 12 or more boats.", ()),
        ("They sent 12 other boats.", ("other",)),
    ],
)
def test_a_rest_a_part_a_change_and_a_rate(text: str, scope: tuple[str, ...]) -> None:
    assert claims(text)[0].scope == scope


def test_an_interval_knows_its_ends() -> None:
    (fans,) = claims("Between 10 and 20 fans came.")
    (birds,) = claims("It counted 5 to 10 million birds.")
    (crowd,) = claims("Dozens of fans came.")
    assert fans.bounds == (Decimal(10), Decimal(20))
    assert birds.bounds == (Decimal(5_000_000), Decimal(10_000_000))
    low, high = crowd.bounds or (Decimal(0), None)
    assert Decimal(12) < low <= Decimal(30)
    assert high is not None
    assert high > Decimal(60)


def test_a_measure_keeps_what_was_written() -> None:
    (mile,) = claims("The dam is 10 miles long.")
    assert (mile.measure, mile.written, mile.value.unit) == ("mile", Decimal(10), "km")
    assert mile.amount == Decimal("16.09344")
    assert mile.rounding == Decimal("0.804672")


def test_an_age_knows_whose_it_is() -> None:
    apposed, before, girl = claims("Ana M. Ruiz, 43, met 68-year-old Ben Holt and a boy aged 12.")
    assert apposed.complement == ("ana", "ruiz")
    assert before.complement == ("ben", "holt")
    assert girl.complement == ()
    assert [c.value.head for c in (apposed, before, girl)] == ["ruiz", "holt", "boy"]


def test_no_name_is_made_of_what_is_none() -> None:
    assert [c.value.kind for c in claims("On Monday, 12, and in May, 14, were seen.")] == [
        "date",
        "number",
        "date",
        "number",
    ]
