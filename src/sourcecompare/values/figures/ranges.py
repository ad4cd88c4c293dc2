"""Intervals: "10 to 20", "between 10 and 20", "two or three", "$5-10 million"."""

from sourcecompare.model import ValueKind
from sourcecompare.values.lexicon import CHANGES
from sourcecompare.values.nouns import is_plural
from sourcecompare.values.tokens import DASHES, HYPHENS, Tokens, glued

from .numerals import Numeral
from .runs import Run, spread
from .scores import GAMES, VOTES

CHANGE_REACH = 6
"""Words before "from 12 to 15" in which "rose" makes them two values of two times."""

OR_FACTOR = 2
"""The larger of two guesses is at most this many times the smaller."""

CONTESTS = GAMES | VOTES | frozenset("favored favoured over against".split())
"""Words near "41 percent to 46 percent" that make them the shares of two rivals."""


def joint_behind(tokens: Tokens, start: int, end: int) -> int:
    """The index behind what joins a value to the upper end of a range; 0 if nothing does.

    `start` is the lower end's first token, `end` the one behind it.
    """
    j = end
    if tokens[j].text in HYPHENS and tokens[j + 1].low in ("to", "or"):
        if tokens[j + 2].text in HYPHENS:
            return j + 3  # "two-to-three-week"
        j += 1  # "10- to 20-foot"
    low = tokens[j].low
    if low == "and":
        return j + 1 if _is_between(tokens, start) else 0
    if low == "to":
        return 0 if _is_change(tokens, start) else j + 1
    if low == "or":
        return j + 1
    if tokens[j].text in DASHES and glued(tokens[j - 1], tokens[j]):
        return j + 1 if glued(tokens[j], tokens[j + 1]) else 0
    return 0


def _is_between(tokens: Tokens, start: int) -> bool:
    return "between" in (tokens[start - 1].low, tokens[start - 2].low)


def _is_change(tokens: Tokens, start: int) -> bool:
    """Whether "from 12 to 15" tells of a change: "rose from 12 to 15"."""
    if tokens[start - 1].low != "from":
        return False
    return any(tokens[k].low in CHANGES for k in range(max(0, start - CHANGE_REACH), start - 1))


def interval(tokens: Tokens, low: Run, high: Run) -> Run | None:
    """The range between two values, the second of which stands behind a joint."""
    if low.kind is not high.kind or low.unit != high.unit or low.bounds or high.bounds:
        return None
    if low.kind is ValueKind.PERCENT:
        nearby = {tokens[k].low for k in range(max(0, low.start - CHANGE_REACH), low.start)}
        if nearby & CONTESTS:
            return None
    if tokens[high.start - 1].low == "or" and not _are_close(low, high):
        return None
    dash = tokens[high.start - 1].text in DASHES
    if dash and high.kind is ValueKind.NUMBER and not _has_noun(tokens, high.end):
        return None
    found = spread(low, high, low.start)
    return found._replace(end=high.end) if found else None


def _are_close(low: Run, high: Run) -> bool:
    """Whether "or" joins two guesses: "two or three", not "$952 million or $2.8 billion"."""
    if low.amount is None or high.amount is None or high.kind is ValueKind.MONEY:
        return False
    return high.amount <= OR_FACTOR * low.amount


def _has_noun(tokens: Tokens, j: int) -> bool:
    """Whether a plural follows, so that "10-20" is a number of something."""
    return any(tokens[k].is_word and is_plural(tokens[k].low) for k in (j, j + 1))


def lower(numeral: Numeral, upper: Numeral) -> Numeral:
    """The lower figure of a range with the scale that the upper one says: "5 to 10 million"."""
    bare = upper.amount / upper.scale if upper.scale else upper.amount
    if upper.scale == 1 or numeral.scaled or numeral.amount >= bare:
        return numeral
    return numeral._replace(amount=numeral.amount * upper.scale, scaled=True)
