"""Vetoes on values of another place or person: "in Alder Creek", "his brother", "another ship"."""

import re

from sourcecompare.conflicts.compared import Said
from sourcecompare.conflicts.pairs import NEAR_TWIN, Pair
from sourcecompare.conflicts.statements import Statement
from sourcecompare.values import stem

from .evidence import TIMELY, names_of

PLACED = re.compile(r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside) ((?:[A-Z]\w+ ?){1,4})")
"""Names of places, as prepositions tell them."""

OTHERS = frozenset(
    stem(word)
    for word in """brother sister wife husband cousin uncle aunt nephew niece accomplice rival
    competitor elsewhere""".split()
)
"""Words of one sentence only that put somebody else in the place of whom the other tells of."""

ANOTHER = re.compile(r"(?:Another|A (?:second|third|fourth|separate|different)|Elsewhere)\b")
"""What opens a sentence on one more of a sort."""


def other_place(pair: Pair, _: Said) -> str:
    """Each sentence has a place of its own: homes in Alder Creek, homes in Pine Ridge."""
    left, right = pair.left, pair.right
    if pair.overlap >= NEAR_TWIN or names_of(left) & names_of(right):
        return ""
    own, other = _places(left), _places(right)
    return "each is of its own place" if own and other and not own & other else ""


def other_subject(pair: Pair, _: Said) -> str:
    """Only one sentence is on somebody else: his brother, another ship."""
    left, right = pair.left, pair.right
    if pair.overlap >= NEAR_TWIN:
        return ""
    kin = [one.words.keys() & OTHERS for one in (left, right)]
    more = [bool(ANOTHER.match(one.sentence.text)) for one in (left, right)]
    return (
        "one is of somebody or something else"
        if bool(kin[0]) != bool(kin[1]) or (more[0] != more[1])
        else ""
    )


def _places(one: Statement) -> set[str]:
    found = PLACED.findall(one.sentence.text)
    return {word for name in found for word in name.split()} - TIMELY
