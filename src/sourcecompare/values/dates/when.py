"""What a date or a time of day is tied to: which days it is, what happens then, and who acts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sourcecompare.model import ValueKind
from sourcecompare.values.figures.runs import Run
from sourcecompare.values.lexicon import DETERMINERS
from sourcecompare.values.tokens import Tokens, tokenise

from .actors import (
    FIRST_PERSON,
    LONGEST_BEFORE,
    MOST_NAMES,
    actor_of,
    content,
    fronted,
    is_owner,
    names_of,
)
from .calendar import Days, apart, lasting, resolve
from .clauses import clause_of, event_of, is_under_way, neighbour_of, tense_of
from .clock import minutes_of
from .edges import role_of
from .event_words import EXITS, NOUNS, POST, POST_LEFT, SAYING
from .time_words import HALVES, LOOSE_BEFORE, PARTS, STAYING

TIMES = frozenset((ValueKind.DATE, ValueKind.TIME))
"""Kinds of values that are tied to something that happens."""

LONGEST_ADDED = 14
"""Tokens between the commas of what is added to a subject."""
BE = frozenset("was were is are has had have will would".split())
"""Verbs with which a clause goes on behind that."""

LONGEST_ANTECEDENT = 6
"""Tokens of "the state health office", before ", which he led"."""


ROUND_HOUR, ROUND_MINUTES = 15, 5
"""Minutes that "8 p.m." and "8:10 p.m." may be off; "8:07" is taken as it stands."""

BEFORE_BOUND = 30
"""Days before a date "by" which something had happened."""
BOUNDS = frozenset(("by", "before"))
"""Words before a date that is only the last day that it may have been."""

MIDNIGHT = (24 * 60 - ROUND_HOUR, 24 * 60 + ROUND_HOUR)
"""Of "midnight on Tuesday", which is Wednesday as well."""

ROUGHLY = 45
"""The same for "about 8 p.m." and "shortly before 8 p.m."."""


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """When something happens, and what it is."""

    days: tuple[Days, ...] = ()
    """all that it can mean, each a first and a last day; () if that is unknown"""
    minutes: tuple[int, int] | None = None
    """first and last minute of the day, as widely as meant; beyond 1440 it is the next day"""
    zone: float | None = None
    """hours ahead of Greenwich, where a zone is named"""
    event: str = ""
    """what happens then, as `event_words` names it, or the stem of a verb; or empty"""
    role: str = "at"
    """at, start or end: what of the event it dates; "both" for a term of years, "during" for a day
    on which it goes on"""
    actor: frozenset[str] = frozenset()
    """folded words of the name before the verb; of an earlier one if that is a pronoun"""
    pronoun: bool = False
    """whoever acts is only called "he", "she", "they" or "it" """
    names: frozenset[str] = frozenset()
    """folded words with a capital in the clause, with those of the actor"""
    words: frozenset[str] = frozenset()
    """stems of the other content words of the clause"""
    tense: str = ""
    """past, coming, or empty where the clause does not tell"""
    beside: tuple[str, str] | None = None
    """before or after, and which event of the sentence it is told to have been"""
    chosen: bool = False
    """the start of a post is the day on which somebody was elected or appointed to it"""


def read_when(
    tokens: Tokens,
    runs: Sequence[Run],
    k: int,
    known: Mapping[int, When],
    *,
    dated: frozenset[int],
    today: date | None,
    before: str,
) -> When:
    """What the date or time of day `runs[k]` is tied to; `known` are those before it.

    `dated` are the places of all dates and times, `today` is the day of publication, `before` the
    sentence before, where a pronoun's name may stand.
    """
    run = runs[k]
    low, high = clause_of(tokens, run, dated)
    tense = tense_of(tokens, low, high, dated)
    place, named = event_of(tokens, run, low, high, dated)
    role, event, chosen = role_of(tokens, runs, k, low, high, named, tense)
    if role == "at" and not event and is_under_way(tokens, place):
        role = "during"
    tense = tense if event != "deadline" else tense.replace("past", "")  # "has until Friday"
    place = _place(tokens, low, high, place, event, role)
    actor, pronoun = _actor(tokens, place, low, high, dated, before)
    owned = not actor and _is_owned(tokens, place, low, dated) and event != POST
    event = "" if owned else event  # "his lawyer was arrested"
    names, words = content(tokens, _with_antecedent(tokens, low), high, dated)
    days = _days(run, k, runs, today, tense, known)
    days = _until(days, today) if _is_bound(tokens, run) else days
    minutes, zone = _minutes(tokens, runs, k)
    return When(
        days=days,
        minutes=minutes,
        zone=zone,
        event=event,
        role=role,
        actor=actor,
        pronoun=pronoun,
        names=names | (frozenset() if pronoun else actor),
        words=words,
        tense=tense,
        beside=neighbour_of(tokens, high, dated) if event else None,
        chosen=chosen,
    )


def _place(tokens: Tokens, low: int, high: int, place: int, event: str, role: str) -> int:
    """The word before which whoever acts is named; of the end of a post the noun for it."""
    if event == POST and role == "end":
        return next((i for i in range(low, high) if tokens[i].low in POST_LEFT | EXITS), place)
    return place if event or tokens[place].low in SAYING else low


def _is_bound(tokens: Tokens, run: Run) -> bool:
    """Whether a date is the last one that is possible: "by the end of May", "before Friday"."""
    at = run.start - 1 - (tokens[run.start - 1].low == "the")
    return run.kind is ValueKind.DATE and tokens[at].low in BOUNDS


def _with_antecedent(tokens: Tokens, low: int) -> int:
    """Where what a clause is about begins: "the health office, which he led until 2019"."""
    first = low - 2 if tokens[low - 2].text == "," else low - 1
    if tokens[low - 1].text == "," and tokens[low].low in BE:
        # "The tower, on the roof of the mill, was shut"
        commas = (
            i for i in range(low - 2, max(0, low - LONGEST_ADDED), -1) if tokens[i].text == ","
        )
        first = next(commas, 0)
    elif tokens[low - 1].low != "which":
        return low
    i = first
    while i > max(0, first - LONGEST_ANTECEDENT) and tokens[i - 1].is_word:
        i -= 1
        if tokens[i].low in DETERMINERS:
            break
    return i


def read_stay(
    tokens: Tokens,
    run: Run,
    known: Mapping[int, When],
    *,
    dated: frozenset[int],
    today: date | None,
) -> When | None:
    """When a stay of stated length will end: "would remain in office for more than two months".

    It is counted from a day that the sentence names, or else from the day of publication.
    """
    low, high = clause_of(tokens, run, dated)
    before = [token.low for token in tokens[low : run.start]]
    stays = [i for i, word in enumerate(before) if word in STAYING]
    if not stays or "for" not in before[-4:] or tense_of(tokens, low, high, dated) != "coming":
        return None
    anchors = (when.days for when in known.values() if when.days and not when.minutes)
    start = next(anchors, ((today, today),) if today else ())
    actor, pronoun = actor_of(tokens, low + stays[-1], dated)
    names, words = content(tokens, low, high, dated)
    return When(
        days=lasting(run.normal, run.unit, before[-3:], start),
        event=POST,
        role="end",
        actor=actor,
        pronoun=pronoun,
        names=names,
        words=words,
        tense="coming",
    )


def _actor(
    tokens: Tokens, place: int, low: int, high: int, dated: frozenset[int], before: str
) -> tuple[frozenset[str], bool]:
    """Who acts; of a pronoun the names that it may stand for, if they are few."""
    owned = tokens[place].low in NOUNS | POST_LEFT | EXITS
    actor, pronoun = actor_of(tokens, place, dated, owner=owned)
    if not actor and not pronoun and place <= 1:
        actor = fronted(tokens, high)
    if pronoun and not actor:
        actor = names_of(tokenise(before[:LONGEST_BEFORE]))
    if not pronoun and any(token.low in FIRST_PERSON for token in tokens[low:high]):
        actor, pronoun = names_of(tokens), True  # whoever is quoted is named in the sentence
    if pronoun and len(actor) > MOST_NAMES:
        actor = frozenset()
    return actor, pronoun


def _is_owned(tokens: Tokens, place: int, low: int, dated: frozenset[int]) -> bool:
    """Whether somebody's something acts; "Gray's resignation" is an act of Gray's."""
    if tokens[place].low in NOUNS:
        return False
    return any(is_owner(tokens, i) for i in range(low - 1, place) if i not in dated)


def _until(days: tuple[Days, ...], today: date | None) -> tuple[Days, ...]:
    """All days that "by Friday" may mean: from the page's day on, or those before."""
    found = []
    for first, last in days:
        start = today if today and today < first else first - timedelta(BEFORE_BOUND)
        found.append((start, last))
    return tuple(found)


def dated_tokens(runs: Sequence[Run]) -> frozenset[int]:
    """The places of all tokens of dates and times."""
    return frozenset(i for run in runs if run.kind in TIMES for i in range(run.start, run.end))


def _days(
    run: Run,
    k: int,
    runs: Sequence[Run],
    today: date | None,
    tense: str,
    known: Mapping[int, When],
) -> tuple[Days, ...]:
    """The days of a date; a time of day has those of the date beside it."""
    if run.kind is ValueKind.TIME:
        beside = [j for j in (k - 1, k + 1) if 0 <= j < len(runs) and _beside(runs[j], run)]
        # The date behind it has not been read yet: "at 8 p.m. on Friday".
        return next(
            (
                known[j].days
                if j < k
                else resolve(runs[j].normal, runs[j].unit, runs[j].vague, today, tense=tense)
                for j in beside
            ),
            (),
        )
    if run.unit == "apart":
        anchors = (known[j].days for j in range(k - 1, -1, -1) if runs[j].kind is ValueKind.DATE)
        return apart(run.normal, next(anchors, ()))
    return resolve(run.normal, run.unit, run.vague, today, tense=tense)


def _beside(other: Run, run: Run) -> bool:
    """Whether the date stands next to the time: "Tuesday afternoon", "8 p.m. on Friday"."""
    gap = max(other.start - run.end, run.start - other.end)
    return other.kind is ValueKind.DATE and other.unit != "apart" and gap <= 2


def _minutes(
    tokens: Tokens, runs: Sequence[Run], k: int
) -> tuple[tuple[int, int] | None, float | None]:
    """The minutes that a time of day may mean, and its zone; also "early Friday"."""
    run = runs[k]
    if k and runs[k - 1].normal == "00:00" and _beside(run, runs[k - 1]):
        return MIDNIGHT, None
    if run.kind is ValueKind.DATE:
        day = run.unit in ("weekday", "month-day", "day") or run.normal.endswith(" day")
        if tokens[run.end].low in PARTS and day:
            return PARTS[tokens[run.end].low], None
        return (HALVES.get(run.vague) if day else None), None
    if run.unit == "part":
        return PARTS[run.normal], None
    at, zone = minutes_of(run.normal)
    before = [token.low for token in tokens[max(0, run.start - 2) : run.start]]
    last = before[-1] if before else ""
    slack = ROUND_HOUR if at % 30 == 0 else ROUND_MINUTES * (at % 5 == 0)
    early, late = slack, slack
    if last in LOOSE_BEFORE | {"before", "by", "until"}:
        early = ROUGHLY
    if last in LOOSE_BEFORE | {"after"}:
        late = ROUGHLY
    return (at - early, at + late), zone
