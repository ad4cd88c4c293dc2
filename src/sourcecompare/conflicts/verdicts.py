"""What a disputed pair is: a conflict, an update or a mere difference; how grave, how sure."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from sourcecompare.model import FindingKind, Severity, ValueKind
from sourcecompare.times import published_order
from sourcecompare.values import Claim, stem

from .checks import Check
from .pairs import Pair, is_later_news, past_year
from .statements import TOLLS, amount, figure_of

Judge = Callable[[str, str], tuple[float, float, float]]
"""Two sentences to how likely the one entails, is neutral to, or contradicts the other."""

JUDGE_WEIGHT = 0.15
"""A judge moves the confidence by this much at most, and never finds anything by itself."""

DOUBT = 0.05
"""What it takes from the confidence that one side is vague, or that only one names its source."""

LEAST_SURE, MOST_SURE = 0.05, 0.95
SPREAD = 0.5
"""What is left of how much surer than a bare conflict a ground holds itself. On 45 findings in news
that no ground was made on, grounds stated .75 on average and .62 were right, the surest no oftener
than the rest; so halved they state .67. docs/CONFLICTS.md has the table."""

SURE_OF_A_PAIR = 0.9
"""No more than this from two sentences alone: the rest is for a judge and for further pages."""

LEAST_CONFLICT, LEAST_TOLD = 0.6, 0.5
"""What is less sure than the first is only told differently; less than the second is nothing."""

LEAST_JUDGED = 0.4
"""How likely a judge must think a contradiction of two sentences that no rule compares. On real
events a careful one was right about as often between .4 and .5 as above."""
JUDGED_SPREAD = 0.25
"""What its certainty adds to a bare conflict's confidence, for each 1 of chance: up to .75."""

REVISED = 0.3
"""Overlap from which such a word is about the value, and not about something beside it."""

REVISIONS = frozenset(
    stem(word)
    for word in """revised revising revise corrected correction updated raised lowered upgraded
    downgraded reclassified recount postponed rescheduled delayed brought moved extended
    shortened""".split()
)
"""Words with which a later page says that it changes what was told before."""

GROWN = frozenset("doubled tripled rose risen rises rising grew grown grows climbed climbs".split())
"""With "to" before a figure they tell that it changes while the news goes on ..."""
REACHED = frozenset("reached reaches hit topped passed".split())
"""... as these do next to it."""
EARLY = re.compile(
    r"\b(?:early|initial|preliminary|latest) (?:\w+ )?"
    r"(?:counts?|tolls?|figures?|estimates?|surveys?|tally|reports?)\b",
    re.IGNORECASE,
)
SO_FAR = re.compile(r"\b(?:so far|thus far|latest (?:toll|count|figures?|tally))\b", re.IGNORECASE)
"""A figure of which more is to come, on pages of which nobody knows which is the later one."""

DEPLOYED = frozenset(
    """firefighter rescuer officer policeman crew team engine helicopter volunteer diver
    aircraft plane ambulance appliance ship searcher""".split()
)
"""What is sent to where something happens: on another day there are more of them, or fewer."""

RUNNING = frozenset("day week month year".split())
"""An ordinal of one of these runs with the calendar: "the 14th day of the shutdown"."""

GRAVE = frozenset(("killed", "injured", "missing"))
VAGUE = frozenset(("about", "nearly", "just over", "at least", "more than", "up to", "less than"))

CHANGING = frozenset(
    (ValueKind.NUMBER, ValueKind.MONEY, ValueKind.PERCENT, ValueKind.MEASURE, ValueKind.SCORE)
)
"""Of which a page of another week may have another one; ages, ranks and lengths stay."""

KINDS_OF_GRAVITY = frozenset(
    (ValueKind.MONEY, ValueKind.DATE, ValueKind.NAME, ValueKind.ROLE, ValueKind.QUOTATION)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """A pair that survived its check and all vetoes."""

    pair: Pair
    check: Check
    kind: FindingKind
    severity: Severity
    confidence: float
    """0..1"""


def decide(
    pair: Pair, check: Check, sure: float, judge: Judge | None, *, calibrated: bool = False
) -> Dispute | None:
    """What the pair is called; None for nothing.

    `sure` is what the grounds of a check state, or a chance as it was `calibrated`.
    """
    stated = sure if calibrated else _stated(pair, sure)
    if _confidence(pair, stated, None) < LEAST_TOLD:
        return None  # whatever a judge would say: it neither makes nor drops a finding
    confidence = _confidence(pair, stated, judge)
    kind = (check.outcome(pair) if check.outcome else None) or _kind(pair)
    old = pair.a.value.kind in CHANGING and is_later_news(pair)
    if kind is FindingKind.CONFLICT and (old or confidence < LEAST_CONFLICT):
        kind = FindingKind.DIFFERS
    if kind is FindingKind.DIFFERS and pair.a.value.kind is ValueKind.ASSERTION:
        return None  # one says yes and another no: of six read in real news none told anything
    return Dispute(
        pair=pair,
        check=check,
        kind=kind,
        severity=_severity(pair, kind),
        confidence=confidence,
    )


def judged(pair: Pair, check: Check, chance: float) -> Dispute:
    """What two sentences are called that no rule compares, by a judge's chance that they clash.

    Whether two who are named as sources speak of one thing is part of what it was asked.
    """
    kind = FindingKind.UPDATE if _is_update(pair) else FindingKind.CONFLICT
    return Dispute(
        pair=pair,
        check=check,
        kind=kind,
        severity=Severity.HIGH
        if kind is FindingKind.CONFLICT and _is_grave(pair)
        else Severity.MEDIUM,
        confidence=round(LEAST_CONFLICT + JUDGED_SPREAD * (chance - LEAST_JUDGED), 3),
    )


def _is_grave(pair: Pair) -> bool:
    """Whether the sentences tell tolls, sums or dates of which none is the same."""

    def is_grave(claim: Claim) -> bool:
        return claim.value.kind in KINDS_OF_GRAVITY or claim.value.head in GRAVE

    left, right = (
        {figure_of(claim) for claim in claims if is_grave(claim)} for claims in pair.others
    )
    return bool(left and right) and left.isdisjoint(right)


def _kind(pair: Pair) -> FindingKind:
    if _is_update(pair):
        return FindingKind.UPDATE
    left, right = pair.left.speaker, pair.right.speaker
    return FindingKind.DIFFERS if left and right and not left & right else FindingKind.CONFLICT


def _is_update(pair: Pair) -> bool:
    """Whether the later page has a later state: more of what grows, or a figure that it revises."""
    order = published_order(pair.left.published, pair.right.published)
    counts = pair.a.amount is not None and pair.a.value.kind is not ValueKind.ORDINAL
    sides = pair.left, pair.right
    if not all(one.published for one in sides):
        return counts and any(SO_FAR.search(one.sentence.text) for one in sides)
    if not order:
        return False
    if counts and _grows(pair) and (amount(pair.a) < amount(pair.b)) == (order < 0):
        return True
    if counts and {pair.a.value.head, pair.b.value.head} <= DEPLOYED:
        return True
    later = pair.right if order < 0 else pair.left
    if later.words.keys() & REVISIONS and pair.overlap >= REVISED:
        return True
    head = pair.a.value.head
    if past_year(pair):
        return False  # the toll of 1994 grows no more
    grows = head in TOLLS or (pair.a.value.kind is ValueKind.ORDINAL and head in RUNNING)
    return grows and (amount(pair.a) < amount(pair.b)) == (order < 0)


def _grows(pair: Pair) -> bool:
    """Whether words beside one of two figures say that it changes."""
    if any(EARLY.search(one.sentence.text) for one in (pair.left, pair.right)):
        return True
    return any(
        ("to" in claim.before[:2] and GROWN.intersection(claim.before[:4]))
        or REACHED.intersection(claim.before[:1])
        for claim in (pair.a, pair.b)
    )


def _severity(pair: Pair, kind: FindingKind) -> Severity:
    values = pair.a.value, pair.b.value
    casualties = any(one.head in GRAVE for one in values)
    if kind is FindingKind.DIFFERS or any(one.modifier in VAGUE for one in values):
        grave = casualties and kind is FindingKind.CONFLICT
        return Severity.MEDIUM if grave else Severity.LOW
    if kind is FindingKind.UPDATE or any(one.unit == "weekday" for one in values):
        return Severity.MEDIUM
    if casualties or any(one.kind in KINDS_OF_GRAVITY for one in values):
        return Severity.HIGH
    return Severity.MEDIUM


def _stated(pair: Pair, sure: float) -> float:
    """What grounds state, less what makes a pair doubtful; half of what is beyond a conflict."""
    figure = pair.a.amount is not None
    if figure and bool(pair.left.speaker) != bool(pair.right.speaker):
        sure -= DOUBT  # one of them may only report what somebody claims
    if {pair.a.value.modifier, pair.b.value.modifier} & VAGUE:
        sure -= DOUBT
    sure = min(SURE_OF_A_PAIR, sure)
    if sure > LEAST_CONFLICT:
        sure = LEAST_CONFLICT + SPREAD * (sure - LEAST_CONFLICT)
    return sure


def _confidence(pair: Pair, sure: float, judge: Judge | None) -> float:
    if judge is not None:
        sure += JUDGE_WEIGHT * _judged(pair, judge)
    return round(min(MOST_SURE, max(LEAST_SURE, sure)), 3)


def _judged(pair: Pair, judge: Judge) -> float:
    """-1..1: contradiction less entailment; of both orders, for few judges are symmetric."""
    left, right = sorted((pair.left.sentence.text, pair.right.sentence.text))
    asked = judge(left, right), judge(right, left)
    return sum(contradiction - entailment for entailment, _, contradiction in asked) / len(asked)
