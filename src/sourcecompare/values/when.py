"""What a date or a time of day is tied to: the action of its clause, who acts, and which days it is.

There is no parser of sentences here: a clause ends at a sign or at a word that begins another one,
and a date belongs to the nearest verb of its own clause, the one before it first. Where that verb
only holds a noun ("the vote took place", "made an announcement") the noun is the event.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sourcecompare.model import ValueKind

from .calendar import Days, apart, resolve
from .clock import minutes_of
from .event_words import (
    ADJECTIVES,
    EVENTS,
    LIGHT,
    NO_ACTION,
    NOUNS,
    PHRASES,
    POST,
    POST_ENDS,
    POST_LASTS,
    POST_LEFT,
    POST_NOUNS,
    POST_STARTED,
    POST_STARTS,
    SAYING,
)
from .grammar import Run
from .lexicon import FUNCTION, MONTHS, WEEKDAYS
from .nouns import stem
from .time_words import AHEAD, COMING, HALVES, LOOSE_BEFORE, PARTS, PAST, PLANNING
from .tokens import Token, Tokens, tokenise

SIGNS = frozenset(',;:—–()“”"[]!?')
"""Signs that end a clause."""

BREAKS = frozenset(
    """and or but that which who whom whose when while because although though where whether if so
    than despite amid""".split()
)
"""Words that begin another clause or another part of it."""

LINKS = frozenset("after before since until till".split())
"""The same, unless a date follows: "after he left", "after Friday"."""

PRONOUNS = frozenset("he she they it".split())

TITLES = frozenset("mr mrs ms dr sen rep gov president prime minister senator governor".split())
"""Words with a capital that name no one by themselves."""

LONGEST_SUBJECT = 16
"""Tokens between a verb and its subject, with what stands between commas: "Mattis, 68, had said"."""

LONGEST_BEFORE = 600
"""Characters of the sentence before in which the name of a pronoun is sought."""

LONGEST_CLAUSE = 40
"""Tokens on either side of a date in which its verb may stand."""

ROUND_HOUR, ROUND_MINUTES = 15, 5
"""Minutes that "8 p.m." and "8:10 p.m." may be off; "8:07" is taken as it stands."""
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
    """at, start or end: what of the event it dates; "both" for a term of years"""
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


def read_when(
    tokens: Tokens,
    runs: Sequence[Run],
    k: int,
    known: Mapping[int, When],
    *,
    today: date | None,
    before: str,
) -> When:
    """What the date or time of day `runs[k]` is tied to; `known` are those before it.

    `today` is the day of publication, `before` the sentence before this one, where a pronoun's
    name may stand.
    """
    run = runs[k]
    dated = frozenset(i for own in runs if own.kind in TIMES for i in range(own.start, own.end))
    low, high = _clause(tokens, run, dated)
    tense = _tense(tokens, low, high, dated)
    place, event = _event(tokens, run, low, high, dated)
    role, event = _role(tokens, runs, k, low, high, event)
    actor, pronoun = _actor(tokens, place if event else low, dated)
    if pronoun and not actor:
        actor = _names(before)
    names, words = _content(tokens, low, high, dated)
    days = _days(run, k, runs, today, tense, known)
    minutes, zone = _minutes(tokens, run)
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
    )


TIMES = frozenset((ValueKind.DATE, ValueKind.TIME))
"""Kinds of values that are tied to something that happens."""


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


def _minutes(tokens: Tokens, run: Run) -> tuple[tuple[int, int] | None, float | None]:
    """The minutes that a time of day may mean, and its zone; also "early Friday"."""
    if run.kind is ValueKind.DATE:
        day = run.unit in ("weekday", "month-day", "day") or run.normal.endswith(" day")
        if tokens[run.end].low in PARTS and day:
            return PARTS[tokens[run.end].low], None
        return (HALVES.get(run.vague) if day else None), None
    if run.unit == "part":
        return PARTS[run.normal], None
    at, zone = minutes_of(run.normal)
    before = [token.low for token in tokens[max(0, run.start - 2) : run.start]]
    rough = before[-1:] and before[-1] in LOOSE_BEFORE | {"before", "after", "by", "until"}
    slack = ROUGHLY if rough else ROUND_HOUR if at % 30 == 0 else ROUND_MINUTES * (at % 5 == 0)
    return (at - slack, at + slack), zone


def _clause(tokens: Tokens, run: Run, dated: frozenset[int]) -> tuple[int, int]:
    """The tokens of the clause of a date, half-open."""
    low = run.start
    while low > max(0, run.start - LONGEST_CLAUSE) and not _breaks(tokens, low - 1, dated):
        low -= 1
    high = run.end
    while high < run.end + LONGEST_CLAUSE and not _breaks(tokens, high, dated):
        high += 1
    if low == 0 and tokens[high].text == "," and not _verbs(tokens, 0, high, dated):
        # "On Tuesday, the council voted": the date stands before its clause.
        high += 1
        while high < run.end + LONGEST_CLAUSE and not _breaks(tokens, high, dated):
            high += 1
    return low, high


def _breaks(tokens: Tokens, i: int, dated: frozenset[int]) -> bool:
    """Whether a clause ends at token `i`; the comma inside "Friday, Sept. 14" ends none."""
    token = tokens[i]
    if not token.text:
        return True
    if token.text == "," and i - 1 in dated and i + 1 in dated:
        return False
    if token.text in SIGNS or token.low in BREAKS:
        return i not in dated
    return (
        token.low in LINKS and not {i + 1, i + 2} & dated and tokens[i + 1].low not in LOOSE_BEFORE
    )


def _tense(tokens: Tokens, low: int, high: int, dated: frozenset[int]) -> str:
    """Whether a clause speaks of what is over or of what is to come; empty if it does not tell."""
    past = infinitive = False
    for i in range(low, high):
        word = tokens[i].low
        if i in dated:
            continue
        ahead = tokens[i + 1].low in AHEAD or i + 1 in dated
        if word in COMING or word.endswith("'ll") or (word in PLANNING and ahead):
            return "coming"
        past = past or word in PAST or (word.endswith("ed") and word not in ADJECTIVES | PLANNING)
        infinitive = infinitive or word == "to"
    return "past" if past else "coming" if infinitive else ""


def _verbs(tokens: Tokens, low: int, high: int, dated: frozenset[int]) -> list[int]:
    """Places of the words of a stretch that say that something happens."""
    return [i for i in range(low, high) if i not in dated and _is_verb(tokens[i])]


def _is_verb(token: Token) -> bool:
    low = token.low
    if not low.isalpha() or not (token.text.islower() or token.start == 0):
        return False
    known = low in EVENTS or low in SAYING or low in LIGHT or low in POST_LASTS | POST_STARTED
    regular = low.endswith("ed") and len(low) > 4 and low not in ADJECTIVES
    return (known and low not in NOUNS) or regular


def _event(tokens: Tokens, run: Run, low: int, high: int, dated: frozenset[int]) -> tuple[int, str]:
    """Where the event of a date stands, and its name; empty if it is nothing that can be told."""
    owned = _noun_behind(tokens, run, high, dated)
    if owned is not None:
        return owned, EVENTS[tokens[owned].low]
    before = _verbs(tokens, low, run.start, dated)
    behind = _verbs(tokens, run.end, high, dated)
    for i in (*reversed(before), *behind):
        if tokens[i].low in SAYING or (i < run.start and _goes_on(tokens, i + 1, run.start)):
            return i, ""
        two = tokens[i].low, tokens[i + 1].low
        if two in PHRASES or two in POST_STARTS:
            return i, POST if two in POST_STARTS else PHRASES[two]
        if tokens[i].low in LIGHT:
            noun = _noun_of(tokens, i, low, high, dated)
            if noun is not None:
                return noun, EVENTS[tokens[noun].low]
            continue
        return i, _name(tokens[i].low)
    return low, ""


def _goes_on(tokens: Tokens, start: int, end: int) -> bool:
    """Whether another action stands between a verb and its date: "voted to shut it in May"."""
    return any(
        tokens[i].low == "to"
        and tokens[i + 1].text.islower()
        and tokens[i + 1].low not in FUNCTION | NO_ACTION
        for i in range(start, end - 1)
    )


def _name(low: str) -> str:
    if low in POST_LASTS | POST_STARTED:
        return POST
    return EVENTS.get(low) or stem(low)


def _noun_behind(tokens: Tokens, run: Run, high: int, dated: frozenset[int]) -> int | None:
    """The noun that a date describes: "Thursday's vote", "the Dec. 11 board meeting"."""
    for i in range(run.end, min(high, run.end + 3)):
        if tokens[i].low in FUNCTION or not tokens[i].is_word or i in dated:
            return None
        if tokens[i].low in NOUNS:
            return i
    return None


def _noun_of(tokens: Tokens, verb: int, low: int, high: int, dated: frozenset[int]) -> int | None:
    """The noun that a light verb leaves its event to: the subject first, then the object."""
    nouns = [i for i in range(low, high) if tokens[i].low in NOUNS and i not in dated]
    before = [i for i in nouns if i < verb]
    return before[-1] if before else next(iter(nouns), None)


def _role(
    tokens: Tokens, runs: Sequence[Run], k: int, low: int, high: int, event: str
) -> tuple[str, str]:
    """What of an event the date is: its day, its start or its end; and the event."""
    run = runs[k]
    lows = frozenset(token.low for token in tokens[low:high])
    if run.kind is ValueKind.TIME:
        return "at", event
    if lows & POST_LEFT and lows & POST_ENDS:
        return "end", POST
    role = _edge(tokens, runs, k)
    if role != "at":
        return role, event or (POST if lows & POST_NOUNS else "")
    return ("start" if event == POST and not lows & POST_LASTS else "at"), event


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


def _actor(tokens: Tokens, place: int, dated: frozenset[int]) -> tuple[frozenset[str], bool]:
    """The words of the name nearest before a verb, and whether a pronoun stands for it."""
    pronoun = False
    found: list[str] = []
    for i in range(place - 1, max(-1, place - 1 - LONGEST_SUBJECT), -1):
        token = tokens[i]
        if token.text in "“”;":
            break
        if token.low.split("'")[0] in PRONOUNS:
            pronoun = True
        if _is_name(tokens, i) and i not in dated:
            found.append(_plain(token))
        elif found and token.text not in ".-":
            break
    return frozenset(found) - TITLES, pronoun


def _names(text: str) -> frozenset[str]:
    """All names of a sentence: a pronoun of the next one may stand for any of them."""
    tokens = tokenise(text[:LONGEST_BEFORE])
    found = (_plain(token) for i, token in enumerate(tokens) if _is_name(tokens, i))
    return frozenset(found) - TITLES


def _is_name(tokens: Tokens, i: int) -> bool:
    token = tokens[i]
    if not token.is_word or not token.text[0].isupper() or len(token.text) < 2:
        return False
    low = token.low.split("'")[0]
    return not (low in FUNCTION or low in MONTHS or low in WEEKDAYS or low in SAYING)


def _plain(token: Token) -> str:
    return token.low.removesuffix("'s")


def _content(
    tokens: Tokens, low: int, high: int, dated: frozenset[int]
) -> tuple[frozenset[str], frozenset[str]]:
    """Words with a capital, and the stems of the other content words of a clause."""
    names: set[str] = set()
    words: set[str] = set()
    for i in range(low, high):
        token = tokens[i]
        if i in dated or not token.is_word or token.low in FUNCTION or len(token.text) < 2:
            continue
        if _is_name(tokens, i) and i > 0:
            names.add(_plain(token))
        elif token.low not in LIGHT:
            words.add(stem(_plain(token)))
    return frozenset(names) - TITLES, frozenset(words)
