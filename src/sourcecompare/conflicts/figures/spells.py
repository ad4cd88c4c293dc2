"""What a page tells one of: the length of a sentence or a closure, how often somebody has won."""

import re

from sourcecompare.conflicts.pairs import Pair
from sourcecompare.conflicts.statements import Statement, amount
from sourcecompare.values import read_names
from sourcecompare.values.figures.lengths import SPELLS

from .evidence import names_of

HEADS = frozenset(SPELLS.values())
SURE = 0.62
"""How sure it is, with what the sentences share: a guess, too few are known to calibrate it."""
MOST_RATIO = 3
"""What is longer by more is another one: that of an accomplice, or of the whole works."""

# Who decides is not the one of whom it is told. The name follows.
DECIDING = re.compile(r"(?:Judge|Justice|Magistrate|Recorder|Sheriff|Mr Justice|Mrs Justice) \Z")
TITLE_REACH = 20

TALLIES = frozenset("win term title defeat medal championship".split())
"""What somebody has had so many of, as `CANONICAL` has them; this is the last of them."""

PRONOUN = re.compile(r"\b(?:he|she|it|him|her|them|they)\b", re.IGNORECASE)
"""Stands for whoever the page is about, so that the sentences need not share a word."""


def one_spell(pair: Pair) -> float:
    """As in "was jailed for six years" against "Judge Holt, who jailed her for eight years"."""
    head = pair.a.value.head
    if head not in HEADS or head != pair.b.value.head or pair.same_page or not pair.only:
        return 0.0
    low, high = sorted((amount(pair.a), amount(pair.b)))
    if are_two_persons(pair) or not low or high > MOST_RATIO * low:
        return 0.0
    told = pair.shared or any(PRONOUN.search(one.sentence.text) for one in (pair.left, pair.right))
    return SURE + 0.2 * pair.overlap if told else 0.0


def are_two_persons(pair: Pair) -> bool:
    """Whether each sentence names somebody, judges apart, and they name nobody in common."""
    own, other = _persons(pair.left), _persons(pair.right)
    return bool(own and other) and not own & other


def one_tally(pair: Pair) -> float:
    """As in "a second straight mandate for Redsky" against "a third term for Redsky"."""
    head = pair.a.value.head
    if head not in TALLIES or head != pair.b.value.head or pair.same_page or not pair.only:
        return 0.0
    return SURE + 0.2 * pair.overlap if names_of(pair.left) & names_of(pair.right) else 0.0


def _persons(one: Statement) -> set[str]:
    """The surnames of a sentence, but for those who decide."""
    text = one.sentence.text
    return {
        name.surname
        for name in read_names(text)
        if not DECIDING.search(text, max(0, name.start - TITLE_REACH), name.start)
    }
