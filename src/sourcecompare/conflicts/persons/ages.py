"""When two pages give one person two ages, wherever each has the full name."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from sourcecompare.conflicts.compared import Compared
from sourcecompare.conflicts.pairs import Pair, pair
from sourcecompare.conflicts.statements import Statement, by_height
from sourcecompare.model import ValueKind
from sourcecompare.values import Claim

from .people import MOST_MENTIONS, People

APPOSED = (", ", " (", ", aged ", ", age ")
"""What stands between a name and an age: "Mr. Gray, 68,", "Gray (68)"."""
AGED = 0.68
"""How sure two ages of one person are: a guess."""
NOW = ""
"""The frame of an age that is told as of the page's day."""


def age_pairs(compared: Compared, people: People) -> Iterator[Pair]:
    """Ages of one person on two pages, each of which tells one alone."""
    ages: dict[str, dict[str, list[tuple[Statement, Claim]]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for ref in people.names:
        one = compared.statements[ref]
        for claim in one.claims:
            if claim.value.kind is ValueKind.AGE and claim.value.unit == "year":
                person = _person(one, claim, people)
                if person and claim.frame == NOW:
                    ages[person][one.page].append((one, claim))
    for person in sorted(ages):
        lone = [
            min(own, key=lambda told: by_height(told[0]))
            for own in ages[person].values()
            if len({claim.value.normal for _, claim in own}) == 1
        ]
        lone.sort(key=lambda told: told[0].ref)
        for (left, a), (right, b) in combinations(lone[:MOST_MENTIONS], 2):
            if a.value.normal != b.value.normal:
                yield pair(left, right, a, b, compared.weights)


def _person(one: Statement, claim: Claim, people: People) -> str:
    """Who stands right before an age, by the full name; empty if that is open."""
    text, start = one.sentence.text, claim.value.span.start - one.sentence.span.start
    for name in people.names[one.ref]:
        if text[name.end : start] in APPOSED:
            who = people.who(name, one.page)
            return who if " " in who else ""
    return ""


def aged(pair: Pair) -> float:
    """As in "Mr. Gray, 68," against "Gray, 67," of Omar Gray; the pairs are chosen."""
    return AGED if not pair.same_page else 0.0
