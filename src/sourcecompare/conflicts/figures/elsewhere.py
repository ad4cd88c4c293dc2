"""Vetoes on values of another place, person or event: "in Alder Creek", "another ship"."""

import re

from sourcecompare.conflicts.compared import Said
from sourcecompare.conflicts.pairs import NEAR_TWIN, Pair
from sourcecompare.conflicts.statements import ANNIVERSARIES, Statement
from sourcecompare.model import ValueKind
from sourcecompare.values import stem

from .evidence import TIMELY, names_of

ENDS = frozenset(stem(word) for word in "end ending conclusion surrender defeat close".split())
"""Words for one event, where it is the end of a war."""

SAME_EVENT = 0.7
"""Share of the shorter phrase that two phrases about one anniversary must have in common: "the end
of the Island War" and "the conclusion of the Island War", not "the outbreak of the Island War"."""

PLACED = re.compile(r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside) ((?:[A-Z]\w+ ?){1,4})")
"""Names of places, as prepositions tell them."""

WARS = frozenset(("World", "War", "Wars"))
"""Words of what one can be "in" that is no place."""

OF_PERSONS = frozenset(
    (ValueKind.MONEY, ValueKind.DURATION, ValueKind.AGE, ValueKind.DATE, ValueKind.TIME)
)
KIN = frozenset("brother sister wife husband cousin uncle aunt nephew niece accomplice".split())
"""Words of one sentence only that put somebody else in the place of whom the other tells of."""

ANOTHER = re.compile(r"(?:Another|A (?:second|third|fourth|separate|different)|Elsewhere)\b")
"""What opens a sentence on one more of a sort."""


def other_place(pair: Pair, _: Said) -> str:
    """Each sentence has a place of its own: homes in Alder Creek, homes in Pine Ridge."""
    left, right = pair.left, pair.right
    if pair.overlap >= NEAR_TWIN or pair.day or names_of(left) & names_of(right):
        return ""
    own, other = _places(left), _places(right)
    return "each is of its own place" if own and other and not own & other else ""


def other_subject(pair: Pair, _: Said) -> str:
    """Only one sentence is on somebody else: his brother, another ship."""
    left, right = pair.left, pair.right
    if pair.overlap >= NEAR_TWIN:
        return ""
    more = [bool(ANOTHER.match(one.sentence.text)) for one in (left, right)]
    kin = [bool(one.words.keys() & KIN) for one in (left, right)]
    personal = pair.a.value.kind in OF_PERSONS and kin[0] != kin[1]
    return "one is of somebody or something else" if personal or more[0] != more[1] else ""


def other_event(pair: Pair, _: Said) -> str:
    """Of one war there are many anniversaries: of its outbreak, of a battle, of its end."""
    own, other = (
        {"end" if word in ENDS else word for word in claim.complement} for claim in (pair.a, pair.b)
    )
    if pair.a.value.head not in ANNIVERSARIES or not own or not other:
        return ""
    alike = len(own & other) >= SAME_EVENT * min(len(own), len(other))
    return "" if alike else "they are anniversaries of different events"


def _places(one: Statement) -> set[str]:
    found = PLACED.findall(one.sentence.text)
    return {word for name in found for word in name.split()} - TIMELY - WARS
