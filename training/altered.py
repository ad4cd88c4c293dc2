"""Pairs of figures that are surely of one thing and differ: one of two equal figures, changed.

Two outlets that state the same figure in linked sentences nearly always mean the same thing. So
the sentences show how differently outlets tell one thing, and a figure changed on one side makes
of them what a conflict would look like.
"""

import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from sourcecompare.conflicts.compared import Compared, said
from sourcecompare.conflicts.pairs import Pair, is_only, lone_values, pair
from sourcecompare.conflicts.statements import TELLING, Statement
from sourcecompare.model import SentenceRef
from sourcecompare.values import Claim

FACTORS = tuple(map(Decimal, (".6 .7 .8 .88 .93 1.07 1.12 1.25 1.4 1.6").split()))
STEPS = (-3, -2, -1, 1, 2, 3)
SMALL = 12
MOST = 60
"""Pairs of a story."""

Equal = tuple[SentenceRef, Claim, SentenceRef, Claim, bool]


def altered(compared: Compared, dice: random.Random) -> Iterator[tuple[Pair, Compared]]:
    """Changed pairs, each with the story as it is with the change."""
    equal = list(_equal(compared))
    dice.shuffle(equal)
    for left, a, right, b, linked in equal[:MOST]:
        changed = _changed(b, dice)
        if changed is None:
            continue
        statements = {
            ref: _with(one, b, changed, here=ref == right, page=right.article)
            for ref, one in compared.statements.items()
        }
        story = replace(compared, statements=statements, told=said(statements.values()))
        one, other = statements[left], statements[right]
        only = is_only(one, other, a, changed, lone_values(statements.values()))
        yield pair(one, other, a, changed, compared.weights, linked=linked, only=only), story


def _equal(compared: Compared) -> Iterator[Equal]:
    """Figures that two pages state alike: in linked sentences, or telling ones of one noun."""
    slots: dict[tuple[str, str, str], list[tuple[SentenceRef, Claim]]] = defaultdict(list)
    for ref in sorted(compared.statements):
        for claim in compared.statements[ref].claims:
            if claim.amount is not None:
                slots[claim.value.kind, claim.value.unit, claim.value.normal].append((ref, claim))
    for name in sorted(slots):
        for place, (left, a) in enumerate(slots[name]):
            for right, b in slots[name][place + 1 :]:
                linked = (left, right) in compared.links
                telling = a.value.head == b.value.head != "" and (a.amount or 0) >= TELLING
                if left.article == right.article or not (linked or telling):
                    continue
                if all(_is_alone(compared.statements[ref], a) for ref in (left, right)):
                    yield left, a, right, b, linked


def _is_alone(one: Statement, claim: Claim) -> bool:
    wanted = claim.value.kind, claim.value.normal
    return sum((own.value.kind, own.value.normal) == wanted for own in one.claims) == 1


def _changed(claim: Claim, dice: random.Random) -> Claim | None:
    was = claim.amount or Decimal(0)
    if was == was.to_integral_value() and abs(was) <= SMALL:
        step = dice.choice(STEPS)
        now = was + step if was + step > 0 else was + abs(step)
    else:
        digits = max(2, len(was.normalize().as_tuple().digits))
        now = Decimal(f"{float(was * dice.choice(FACTORS)):.{digits}g}")
    if now == was:
        return None
    normal = format(now.normalize(), "f")
    written = now if claim.written is not None else None
    value = replace(claim.value, normal=normal)
    return replace(claim, amount=now, written=written, bounds=None, value=value)


def _with(one: Statement, was: Claim, now: Claim, *, here: bool, page: str) -> Statement:
    """A sentence with the change, also where its page says the figure of the noun again."""
    if not here and one.page != page:
        return one

    def told(claim: Claim) -> Claim:
        if claim is was:
            return now
        same = (claim.value.kind, claim.value.normal, claim.value.head)
        if here or same != (was.value.kind, was.value.normal, was.value.head):
            return claim
        value = replace(claim.value, normal=now.value.normal)
        return replace(claim, amount=now.amount, value=value)

    return replace(one, claims=tuple(map(told, one.claims)))
