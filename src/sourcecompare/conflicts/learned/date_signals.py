"""What is known of two dates and their clauses, as numbers with names.

None says how far the dates lie apart: the forest learns from dates that two outlets agree on, and
is asked about others. All are the same whichever of the two pages stands on the left. Shares and
flags are 0..1, counts are cut off where more of them say nothing more.
"""

from collections.abc import Sequence, Set

from sourcecompare.conflicts.compared import Compared
from sourcecompare.conflicts.dates.evidence import are_two_objects
from sourcecompare.conflicts.dates.times import length
from sourcecompare.conflicts.figures.evidence import names_of
from sourcecompare.conflicts.pairs import Pair
from sourcecompare.conflicts.statements import Statement, Weights
from sourcecompare.values import Claim, When
from sourcecompare.values.dates.calendar import published_day

from .figure_signals import capitals

MOST_WORDS, MOST_NAMES, MOST_IN_CLAUSE = 12, 5, 5
"""How many shared words, names, and words of the two clauses count ..."""
MOST_WEIGHT, MOST_IN_CLAUSE_WEIGHT = 20.0, 12.0
"""... and what they weigh together at most."""
MOST_OWN, MORE_OWN = 10, 25
MOST_OWN_NAMES = 3
DEEP, HIGH = 20, 10
"""Paragraphs above the lower and the higher sentence, from which on it does not matter."""
MOST_DAYS = 400
"""Days of a stretch; what is longer than a year is of long ago."""
MOST_LATER = 10
"""Days between two pages."""

DEICTIC = frozenset(("relative", "ago"))
"""Units of dates that are told from the day of the page: "last month"."""
YEARS = frozenset(("year", "years"))


def date_signals(pair: Pair, compared: Compared) -> dict[str, float]:
    """All signals of a pair of dates; both claims have a `When`."""
    x, y = pair.a.when or When(), pair.b.when or When()
    return {
        "linked": float(pair.linked),
        "later": _later(pair.left, pair.right),
        **_form(pair.a, pair.b),
        **_words(pair, compared.weights),
        **_clauses(x, y, compared.weights),
        **_action(x, y),
        **_names(pair.left, pair.right),
    }


def _later(left: Statement, right: Statement) -> float:
    """Days between the two pages; the next day's page tells the next day's news."""
    days = [published_day(one.published) for one in (left, right)]
    if days[0] is None or days[1] is None:
        return 0.0
    return float(min(abs((days[0] - days[1]).days), MOST_LATER))


def _form(a: Claim, b: Claim) -> dict[str, float]:
    """How the two are written, not what they say."""
    units = a.value.unit, b.value.unit
    shorter, longer = sorted((length(a), length(b)))
    return {
        "same unit": float(units[0] == units[1]),
        "weekdays": _count(units, frozenset(("weekday",))),
        "deictic": _count(units, DEICTIC),
        "years": _count(units, YEARS),
        "unknown days": float((not shorter) + (not longer)),
        "longer": float(min(longer, MOST_DAYS)),
        "lengths": shorter / max(1, longer),
    }


def _count(units: Sequence[str], sort: frozenset[str]) -> float:
    return float(sum(unit in sort for unit in units))


def _words(pair: Pair, weights: Weights) -> dict[str, float]:
    left, right = pair.left.words.keys(), pair.right.words.keys()
    own = sorted((len(left - right), len(right - left)))
    lighter = min(_weight(words, weights) for words in (left, right))
    depths = sorted((pair.left.depth, pair.right.depth))
    return {
        "overlap": pair.overlap,
        "near": pair.near,
        "weight": min(pair.weight, MOST_WEIGHT),
        "share of the lighter": pair.weight / lighter if lighter else 0.0,
        "shared words": float(min(len(left & right), MOST_WORDS)),
        "fewer own words": float(min(own[0], MOST_OWN)),
        "more own words": float(min(own[1], MORE_OWN)),
        "higher": float(min(depths[0], HIGH)),
        "lower": float(min(depths[1], DEEP)),
    }


def _weight(words: Set[str], weights: Weights) -> float:
    return sum(weights.get(word, 0.0) for word in sorted(words))


def _clauses(x: When, y: When, weights: Weights) -> dict[str, float]:
    """What is common to the words of the two clauses alone."""
    common = x.words & y.words
    return {
        "clause words": float(min(len(common), MOST_IN_CLAUSE)),
        "clause weight": min(_weight(common, weights), MOST_IN_CLAUSE_WEIGHT),
        "clauses alike": len(common) / max(1, len(x.words | y.words)),
        "clause held": len(common) / max(1, min(len(x.words), len(y.words))),
    }


def _action(x: When, y: When) -> dict[str, float]:
    """What happens, and who does it."""
    events = bool(x.event), bool(y.event)
    actors = bool(x.actor and y.actor)
    names = x.names | x.actor, y.names | y.actor
    return {
        "same event": float(events[0] and x.event == y.event),
        "other event": float(all(events) and x.event != y.event),
        "no event": float(2 - sum(events)),
        "other objects": float(are_two_objects(x, y)),
        "shared actor": float(min(len(x.actor & y.actor), 2)),
        "other actor": float(actors and not x.actor & y.actor),
        "clause names": float(min(len(names[0] & names[1]), MOST_OWN_NAMES)),
        "other names": float(all(names) and not names[0] & names[1]),
        "same role": float(x.role == y.role),
        "same tense": float(x.tense == y.tense),
        "past and coming": float({x.tense, y.tense} == {"past", "coming"}),
        "coming": float("coming" in (x.tense, y.tense)),
    }


def _names(left: Statement, right: Statement) -> dict[str, float]:
    own, other = names_of(left), names_of(right)
    first, second = capitals(left.sentence.text), capitals(right.sentence.text)
    return {
        "shared names": float(min(len(own & other), MOST_NAMES - 1)),
        "own names": float(min(len(own - other), len(other - own), MOST_OWN_NAMES)),
        "shared capitals": float(min(len(first & second), MOST_NAMES)),
        "own capitals": float(min(len(first - second), len(second - first), MOST_NAMES)),
    }


DATE_SIGNALS = (
    *("linked", "later", "same unit", "weekdays", "deictic", "years", "unknown days", "longer"),
    *("lengths", "overlap", "near", "weight", "share of the lighter", "shared words"),
    *("fewer own words", "more own words", "higher", "lower", "clause words", "clause weight"),
    *("clauses alike", "clause held", "same event", "other event", "no event", "other objects"),
    *("shared actor", "other actor", "clause names", "other names", "same role", "same tense"),
    *("past and coming", "coming", "shared names", "own names", "shared capitals"),
    "own capitals",
)
"""The signals, in the order of the forest's columns."""
