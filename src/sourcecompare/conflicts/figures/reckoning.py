"""Vetoes that reckon: sums, shares of a stated whole, values of another time, values denied."""

import re
from collections.abc import Iterator
from decimal import Decimal

from sourcecompare.conflicts.compared import Said
from sourcecompare.conflicts.pairs import NEAR_TWIN, Pair, same_place
from sourcecompare.conflicts.statements import Statement, amount, same_noun
from sourcecompare.model import ValueKind
from sourcecompare.values import Claim

from .evidence import make_a_whole, points_of, same_whole

PERCENT = Decimal(100)

SHARE_SLACK = Decimal("0.06")
"""How far "half of the 40" may lie from the count that it stands for, as a share of it."""

SMALL_PART = 2
AND_ONE = re.compile(r"\b(?:and|plus) (?:one|another)\b")
"""A count that no reader takes for one: "six were moved and one was dismissed"."""

SURE_POINTS = 8.0
"""So much evidence is not of a plan and what came of it."""


# "more than 800 flights in two days"; the length follows.
SPAN = re.compile(
    r"(?: \w+){0,2}?,? (?:in|over|within|across|during|inside) (?:(?:the|just|only|barely) )?"
    r"(?:(?:past|last|first|previous|next|coming) )?"
)

A_DAY = "1 day"

PAST = frozenset(("prior", "then"))
AHEAD = frozenset(("forecast", "planned"))


def other_frame(pair: Pair, _: Said) -> str:
    """Up from 12, to 15: a former value is not the present one, a forecast not what came of it."""
    left, right = pair.a.frame, pair.b.frame
    if left == right or {left, right} <= AHEAD:
        return ""
    rates = {*pair.a.scope} & {*pair.b.scope}
    if any(word.startswith("per ") for word in rates) and not PAST & {left, right}:
        return ""  # the terms of a plan are its terms: "would cost $35 a month"
    if {left, right} == {"", "planned"} and points_of(pair) >= SURE_POINTS:
        return ""  # "will close 14 shops", "is to shut 17 shops": there are many ways to say a plan
    if PAST & {left, right} or pair.overlap < NEAR_TWIN:
        return "they are values of different times"
    return ""


def other_sense(pair: Pair, _: Said) -> str:
    """Not 12 but 15: what is said not to be the value contradicts none that is."""
    if pair.a.negated != pair.b.negated:
        return "one of the values is said not to be the one"
    return ""


def adds_up(pair: Pair, _: Said) -> str:
    """12 others and 14 including two; 7 men and 5 women, and 12 people."""
    if pair.a.amount is None or pair.b.amount is None or pair.a.bounds or pair.b.bounds:
        return ""
    sides = ((pair.a, pair.b, pair.others[1]), (pair.b, pair.a, pair.others[0]))
    for whole, part, beside in sides:
        rest = amount(whole) - amount(part)
        if rest == 1 and AND_ONE.search(_sentence(pair, part)):
            return "the values of the other sentence add up to it"
        if rest > 0 and any(amount(one) == rest for one in _alike(part, beside)):
            return "the values of the other sentence add up to it"
    for claim, other, beside in (
        (pair.a, pair.b, pair.others[0]),
        (pair.b, pair.a, pair.others[1]),
    ):
        rest = amount(claim) - amount(other)
        scoped = (one for one in _alike(claim, beside) if one.scope)
        if any(abs(rest) == amount(one) for one in scoped):
            return "one of them counts what the other leaves out"
    return ""


def _sentence(pair: Pair, claim: Claim) -> str:
    return (pair.left if claim is pair.a else pair.right).sentence.text


def share_of_whole(pair: Pair, _: Said) -> str:
    """Half of the 40 boats, and 20 boats."""
    if pair.a.value.kind is ValueKind.PERCENT:
        return ""
    for whole, part, beside in (
        (pair.a, pair.b, pair.others[0]),
        (pair.b, pair.a, pair.others[1]),
    ):
        for one in beside:
            if one.value.kind is not ValueKind.PERCENT or one.value.unit != "%":
                continue
            expected = amount(whole) * amount(one) / PERCENT
            if expected and abs(expected - amount(part)) <= SHARE_SLACK * expected:
                return "the one is the stated share of the other"
    return ""


def _alike(claim: Claim, others: tuple[Claim, ...]) -> Iterator[Claim]:
    """The other counts of the same kind and unit in a sentence."""
    for one in others:
        same = (one.value.kind, one.value.unit) == (claim.value.kind, claim.value.unit)
        if same and one.amount is not None and not one.bounds:
            yield one


def size_of_a_whole(pair: Pair, _: Said) -> str:
    """The 25-member union has them all; "12 members of the union use it" counts some of them."""
    if pair.a.value.kind is not ValueKind.NUMBER:
        return ""
    own, other = (
        any(one.whole and Decimal(one.whole) == amount(claim) for one in beside)
        for claim, beside in zip((pair.a, pair.b), pair.others, strict=True)
    )
    if own != other and amount(pair.a) != amount(pair.b) and same_noun(pair.a, pair.b):
        whole, part = (pair.a, pair.b) if own else (pair.b, pair.a)
        if amount(part) < amount(whole):
            return "one is the size of a whole, the other may count a part of it"
    for whole, part in ((pair.a, pair.b), (pair.b, pair.a)):
        if whole.host and not part.host and not part.definite:
            return "one is the size of a whole, the other may count a part of it"
    return ""


def may_be_part(part: Claim, whole: Claim) -> bool:
    """Whether "five of the boats" may be some of "six boats": "nine of the boats" are none."""
    if same_whole(part, whole):
        return False
    told_closer = part.complement and not whole.complement
    if part.value.kind is ValueKind.NUMBER and told_closer and _is_small(part, whole):
        return True  # "two counts of fraud" of "six counts"
    if "of" not in part.scope or "of" in whole.scope:
        return False
    return amount(part) < amount(whole) or bool(part.whole)


def parts_of_a_whole(pair: Pair, _: Said) -> str:
    """23 and 77 per cent are the two sides of one count."""
    shares = pair.a.value.kind is ValueKind.PERCENT and pair.a.value.unit == "%"
    if make_a_whole(pair.a, pair.b):
        return "together they make a whole"
    if shares and not same_place(pair) and amount(pair.a) + amount(pair.b) == 100:
        return "together they make a whole"
    return ""


def _is_small(part: Claim, whole: Claim) -> bool:
    return SMALL_PART * amount(part) <= amount(whole)


def other_span(pair: Pair, _: Said) -> str:
    """What came together in days or years against what did in others, or in one: "in two days"."""
    own, other = (
        _span(claim, one)
        for claim, one in zip((pair.a, pair.b), (pair.left, pair.right), strict=True)
    )
    if own == other or pair.a.amount is None:
        return ""
    return "they are counted over spans of different length"


def _span(claim: Claim, one: Statement) -> str:
    """Over how long the value is counted, as a number and a unit; or empty."""
    text, offset = one.sentence.text, one.sentence.span.start
    found = SPAN.match(text, claim.phrase.end - offset)
    start = found.end() + offset if found else -1
    spans = (o.value for o in one.claims if o.value.kind is ValueKind.DURATION)
    told = next((f"{v.normal} {v.unit}" for v in spans if v.span.start == start), "")
    return "" if told == A_DAY else told  # as in "on Tuesday"
