"""What of an event a date is: its day, its start or its end; and deadlines and posts by these."""

from collections.abc import Sequence

from sourcecompare.model import ValueKind
from sourcecompare.values.figures.runs import Run
from sourcecompare.values.tokens import Tokens

from .event_words import (
    EXITS,
    POST,
    POST_ENDS,
    POST_ENTRIES,
    POST_LASTS,
    POST_LEFT,
    POST_NOUNS,
)
from .time_words import STAYING

DONE = frozenset("complete completed done finalise finalize closing".split())
DEALS = frozenset("deal sale transaction purchase merger takeover acquisition".split())
"""Words of what is to be completed on a day to come: "the deal is to close in June"."""

OUTBREAKS = frozenset(("fire", "eruption", "disappearance"))
"""Events that are dated by their first day: "broke out on Wednesday", "burning since Thursday"."""

CHOICES = frozenset(("election", "appointment"))
"""Events with which a post begins, on that day or within a year."""
ALLOWED = frozenset("has have had give gives gave given giving".split())
"""Verbs that make the end of a stretch a deadline: "has until Friday to answer"."""


def role_of(
    tokens: Tokens, runs: Sequence[Run], k: int, low: int, high: int, event: str, tense: str
) -> tuple[str, str, bool]:
    """What of an event a date is (its day, start or end), the event, and whether it is a choice.

    The start of a post may be the day on which somebody was chosen for it.
    """
    run = runs[k]
    lows = frozenset(token.low for token in tokens[low:high])
    if run.kind is ValueKind.TIME:
        return "at", event, False
    if (lows & POST_LEFT and lows & POST_ENDS) or _is_exit(event, lows, tense):
        return "end", POST, False
    long = run.unit in ("year", "month")
    if long and event in CHOICES and lows & (POST_ENTRIES | POST_NOUNS):
        return "start", POST, True
    done = (lows & DONE and event in ("", "completion")) or (event == "closing" and lows & DEALS)
    if tense == "coming" and done:
        return "at", "completion", False
    role = _edge(tokens, runs, k)
    if lows & STAYING and tokens[run.start - 1].low in ("through", "until", "till"):
        return "end", POST, False
    if role == "end" and lows & ALLOWED and not long:
        return "at", "deadline", False
    if role == "start" and event in OUTBREAKS:
        return "at", event, False
    if role != "at":
        return role, event or (POST if lows & POST_NOUNS else ""), False
    return ("start" if event == POST and not lows & POST_LASTS else "at"), event, False


def _is_exit(event: str, lows: frozenset[str], tense: str) -> bool:
    """Whether a post ends then: "will step down on Friday", "his resignation takes effect"."""
    if event == "effect":
        return bool(lows & EXITS)
    return event in ("resignation", "retirement", "exit") and (
        tense == "coming" and not lows & EXITS
    )


def _edge(tokens: Tokens, runs: Sequence[Run], k: int) -> str:
    """Whether the word before a date makes it a start or an end."""
    run, before = runs[k], tokens[runs[k].start - 1].low
    if run.unit == "years":
        return "both"
    if before == "since" or (
        before == "from" and tokens[run.end].low in ("to", "until", "through")
    ):
        return "start"
    closes = before in ("to", "through") and k and runs[k - 1].end == run.start - 1
    if before in ("until", "till") or (closes and tokens[runs[k - 1].start - 1].low == "from"):
        return "end"
    return "at"
