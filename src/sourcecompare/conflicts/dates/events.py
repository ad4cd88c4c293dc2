"""Whether two dates, or two times, can be of one event, by what happens, when, and to whom."""

from sourcecompare.conflicts.pairs import Pair
from sourcecompare.conflicts.statements import LEAD, Statement
from sourcecompare.model import ValueKind
from sourcecompare.values import CLASHES, HABITS, KNOWN, POST, Claim, When

from .parties import rivals, same_object, two_bodies
from .times import agree, gap, length

LIFELONG = frozenset(("birth", "death", "founding", POST))
"""Events that are dated by the year as well as by the day."""

NEAR_DAYS = 10
"""Days that lie further apart are days of two actions: nobody takes last month for Tuesday."""
NEAR_OF = {"effect": 200, "polling": 45, "deadline": 30}
"""The same for what is to come, of which people keep the month better than the day."""
NEAR_YEARS = 10
"""Years by which two pages may be at odds on what happened long ago."""
NEAR_LENGTHS = 3
"""The same for months and years, as a multiple of the longer one."""

NEWS_DAYS = 3
"""Days of the longest stretch that says when the event of the day was."""

A_YEAR = 366
"""Days between an election and the day on which the post begins, at most."""

OUTCOMES = frozenset("vote collapse sinking defeat victory falling ending dismissal".split())
"""What a vote may be called by its outcome: a bill that "collapsed", or that somebody sank."""


def differ(a: Claim, b: Claim) -> bool:
    """Whether two dates are written otherwise and cannot be one."""
    if a.value.normal == b.value.normal or agree(a, b):
        return False
    chosen = bool(a.when and a.when.chosen), bool(b.when and b.when.chosen)
    # Who is elected in November takes office in January.
    return chosen[0] == chosen[1] or gap(a, b) > A_YEAR


def may_be_one(left: Statement, right: Statement, a: Claim, b: Claim) -> bool:
    """Whether two dates, or two times, can be of one event: one sort, near, nobody else's."""
    x, y = a.when, b.when
    if not x or not y or not x.event or x.event != y.event or not _same_edge(x, y):
        return False
    kinds = {a.value.kind, b.value.kind}
    clock = ValueKind.TIME in kinds
    if (clock and len(kinds) > 1) or (not clock and not _near(a, b, x)):
        return False
    if {x.tense, y.tense} == {"past", "coming"} and not (clock and x.days and y.days):
        return False  # what was planned may have come otherwise
    return not rivals(left, right, x, y) and not (x.event == "vote" and two_bodies(x, y))


def has_anchor(left: Statement, right: Statement, a: Claim, b: Claim) -> bool:
    """Whether two days may be of one event that a figure names: each is its sentence's only one."""
    x, y = a.when, b.when
    if left.page == right.page or not x or not y or not (x.event and y.event):
        return False
    if (a.value.kind is ValueKind.TIME) != (b.value.kind is ValueKind.TIME):
        return False  # "Saturday" is answered by "Monday", not by "in the afternoon"
    if {x.tense, y.tense} == {"past", "coming"}:
        return False
    if other_event(x, y):
        return False
    brief = 0 < length(a) <= NEWS_DAYS >= length(b) > 0
    if not brief or not _near(a, b, x) or x.event in HABITS:
        return False
    return all(
        sum(claim.value.kind is ValueKind.DATE for claim in one.claims) == 1
        for one in (left, right)
    )


def other_event(x: When, y: When) -> bool:
    """Whether two clauses tell of two sorts of event: "was arrested", "was charged"."""
    two = x.event != y.event and x.event in KNOWN and y.event in KNOWN
    return two and not {x.event, y.event} <= OUTCOMES


def same_names(pair: Pair) -> bool:
    """Whether the same takes part in both, in the same."""
    x, y = pair.a.when, pair.b.when
    if not x or not y:
        return False
    names = (x.names | x.actor) & (y.names | y.actor)
    return bool(names and same_object(x, y, names, pair.left, pair.right))


def is_the_news(left: Statement, right: Statement, a: Claim, b: Claim) -> bool:
    """Whether both open their pages with what a story tells one of, whoever took part in it."""
    x, y = a.when, b.when
    if not x or not y or x.event not in CLASHES or left.page == right.page:
        return False
    if max(left.depth, right.depth) > LEAD:
        return False
    # Two houses of one parliament vote on two days; a ship is often not named at all.
    named = bool(x.names or y.names) if x.event == "vote" else bool(x.names and y.names)
    if named and not x.names & y.names:
        return False
    return a.value.kind is ValueKind.TIME or (0 < length(a) <= NEWS_DAYS >= length(b) > 0)


def _same_edge(x: When, y: When) -> bool:
    if x.event == POST and "at" in (x.role, y.role):
        return False
    return x.role == y.role or "both" in (x.role, y.role)


def _near(a: Claim, b: Claim, x: When) -> bool:
    """Whether the two dates lie so near each other that they can be two datings of one event."""
    if x.event in LIFELONG:
        return True
    long, short = max(length(a), length(b)), min(length(a), length(b))
    if long > NEAR_LENGTHS * NEAR_DAYS and short <= NEAR_DAYS:
        return False
    if short >= A_YEAR - 1:
        return gap(a, b) <= NEAR_YEARS * A_YEAR
    near = NEAR_OF.get(x.event, NEAR_DAYS)
    return gap(a, b) <= max(near, NEAR_LENGTHS * long if long > NEAR_DAYS else 0)
