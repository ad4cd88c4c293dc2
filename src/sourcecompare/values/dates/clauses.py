"""Which clause a word stands in, what happens there, and whether it is over or still to come.

There is no parser of sentences here: a clause ends at a sign or at a word that begins another one,
and a date belongs to the nearest verb of its own clause, the one before it first. Where that verb
only holds a noun ("the vote took place", "made an announcement") the noun is the event.
"""

from functools import lru_cache

from sourcecompare.values.figures.runs import Run
from sourcecompare.values.lexicon import FUNCTION
from sourcecompare.values.nouns import REMEMBERED, stem
from sourcecompare.values.tokens import Token, Tokens

from .actors import dateline
from .event_phrases import phrase_at
from .event_words import (
    ADJECTIVES,
    EVENTS,
    LIGHT,
    NO_ACTION,
    NOUNS,
    POST,
    POST_LASTS,
    POST_STARTED,
    SAYING,
    VEHICLES,
)
from .time_words import AHEAD, COMING, LOOSE_BEFORE, PAST, PLANNING

SIGNS = frozenset(',;:—–―()“”"[]!?')
"""Signs that end a clause."""

BREAKS = frozenset(
    """and or but that which who whom whose when while because although though where whether if so
    despite amid""".split()
)
"""Words that begin another clause or another part of it."""

LINKS = frozenset("after before since until till".split())
"""The same, unless a date follows: "after he left", "after Friday"."""

PREPOSITIONS = frozenset("for of over about against on in to from with following into".split())
LONGEST_NOUN = 4
"""Tokens from such a word to the noun: "for the mayor's early resignation"."""

QUOTES = frozenset('"“”')
"""Signs that end no clause next to a date: the exchange took place "late on Sunday"."""

LONGEST_ORDER = 6
"""Tokens from a clause to what it is told to be before or behind: ", three days after"."""

OPENINGS = frozenset("open opens opened".split())
"""Verbs that tell the opening of a place, or of whatever their subject is."""

CALLS = frozenset("called phoned rang telephoned".split())
"""Verbs of one who does by it what follows: "called her at noon to concede"."""

TRACES = frozenset(
    """witness witnesses report reports video videos footage pictures photos recording victim
    victims survivor survivors account accounts details cause aftermath scene site
    anniversary""".split()
)
"""What there is of an event on another day than its own."""
STILL = frozenset("still yet now also already".split())
BE = frozenset("was were is are been".split())
TACKLING = frozenset(
    """battling fighting tackling dousing containing combating investigating recovering mourning
    searching continuing raging""".split()
)
"""What is done about an event while it lasts, or long after it."""

POST_WORDS = POST_LASTS | POST_STARTED
NOT_DONE = ADJECTIVES | PLANNING
NOT_GOING_ON = FUNCTION | NO_ACTION

HAPPENED = frozenset("happened happens occurred occurs place came".split())
"""Words of a clause whose subject is the event, whatever it is: "the handover took place"."""

MOST_FRONTED = 2
"""Parts between commas in which a date may stand before its clause."""
LONGEST_BRACKET = 9
"""Tokens of a bracket with its signs."""

LONGEST_CLAUSE = 40
"""Tokens on either side of a date in which its verb may stand."""


def clause_of(tokens: Tokens, run: Run, dated: frozenset[int]) -> tuple[int, int]:
    """The tokens of the clause of a date, half-open."""
    low = _before_quote(tokens, run.start)
    first = min(low, dateline(tokens))
    while low > max(first, run.start - LONGEST_CLAUSE):
        low = _bracket(tokens, low)
        if _breaks(tokens, low - 1, dated):
            break
        low -= 1
    high = run.end + (low < run.start and tokens[run.end].text in QUOTES)
    while high < run.end + LONGEST_CLAUSE and not _breaks(tokens, high, dated):
        high += 1
    for _ in range(MOST_FRONTED):
        if low > dateline(tokens) or tokens[high].text != "," or _verbs(tokens, low, high, dated):
            break
        # "On Tuesday, the council voted", "In Holm, Ohio, on Friday, Ruiz said": before its clause.
        high += 1
        while high < run.end + LONGEST_CLAUSE and not _breaks(tokens, high, dated):
            high += 1
    return low, high


def _bracket(tokens: Tokens, i: int) -> int:
    """Where a short bracket begins that ends before token `i`: "Ruiz (R-Ohio) was"; else `i`."""
    if i and tokens[i - 1].text == ")":
        for k in range(i - 2, max(0, i - LONGEST_BRACKET), -1):
            if tokens[k].text == "(":
                return k
    return i


def _before_quote(tokens: Tokens, start: int) -> int:
    """Where a date begins, with a quotation mark and one word between them."""
    return next((i for i in (start - 1, start - 2) if i > 0 and tokens[i].text in QUOTES), start)


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


def tense_of(tokens: Tokens, low: int, high: int, dated: frozenset[int]) -> str:
    """Whether a clause speaks of what is over or of what is to come; empty if it does not tell."""
    past = infinitive = False
    for i in range(low, high):
        word = tokens[i].low
        if i in dated:
            continue
        ahead = tokens[i + 1].low in AHEAD or i + 1 in dated
        if word == "to" and tokens[i - 1].low in ("is", "are"):
            return "coming"  # "is to be completed"
        if word in COMING or word.endswith("'ll") or (word in PLANNING and ahead):
            return "coming"
        past = past or word in PAST or (word.endswith("ed") and word not in NOT_DONE)
        infinitive = infinitive or (word == "to" and not tokens[i + 1].text[:1].isupper())
    return "past" if past else "coming" if infinitive else ""


def _verbs(tokens: Tokens, low: int, high: int, dated: frozenset[int]) -> list[int]:
    """Places of the words of a stretch that say that something happens."""
    return [
        i
        for i in range(low, high)
        if i not in dated and (_is_verb(tokens[i]) or phrase_at(tokens, i, high))
    ]


def _is_verb(token: Token) -> bool:
    return _tells(token.low) and (token.text.islower() or token.start == 0)


@lru_cache(maxsize=REMEMBERED)
def _tells(low: str) -> bool:
    """Whether a folded word is a verb, as far as words tell."""
    if not low.isalpha():
        return False
    known = low in EVENTS or low in SAYING or low in LIGHT or low in POST_WORDS
    regular = low.endswith("ed") and len(low) > 4 and low not in ADJECTIVES
    return (known and low not in NOUNS) or regular


def event_of(
    tokens: Tokens, run: Run, low: int, high: int, dated: frozenset[int]
) -> tuple[int, str]:
    """Where the event of a date stands, and its name; empty if it is nothing that can be told."""
    owned = _noun_behind(tokens, run, high, dated)
    if owned is not None:
        return owned, EVENTS[tokens[owned].low]
    beside = _noun_before(tokens, run, low)
    if beside and _is_attested(tokens, beside[0], low):
        return beside
    before = _verbs(tokens, low, run.start, dated)
    behind = _verbs(tokens, run.end, high, dated)
    place, fallback = low, ""
    for i in (*reversed(before), *behind):
        told = _told_by(tokens, run, i, low, high, dated)
        if told:
            return beside if beside and tokens[i].low in SAYING and not told[1] else told
        if tokens[i].low not in LIGHT:
            return (place, fallback) if fallback else (i, _name(tokens[i].low))
        if tokens[i].low in OPENINGS and not fallback:
            place, fallback = i, "opening"  # "the mill opened in 1923"
    if fallback:
        return place, fallback
    return beside or (low, "")


def _told_by(
    tokens: Tokens, run: Run, i: int, low: int, high: int, dated: frozenset[int]
) -> tuple[int, str] | None:
    """The event that a verb tells by what stands around it; None where the verb alone has to."""
    phrase = phrase_at(tokens, i, high)
    if phrase:
        noun = _noun_of(tokens, i, low, high, dated) if phrase == "beginning" else None
        return (i, phrase) if noun is None else (noun, EVENTS.get(tokens[noun].low, phrase))
    if tokens[i].low in CALLS and tokens[run.end].low == "to":
        return i, EVENTS.get(tokens[run.end + 1].low, "")
    goes_on = i < run.start and _goes_on(tokens, i + 1, run.start)
    if tokens[i].low in SAYING or goes_on or is_under_way(tokens, i):
        return i, ""
    if tokens[i].low == "met" and tokens[i - 1].low in VEHICLES:
        return i, "collision"
    noun = _noun_of(tokens, i, low, high, dated) if tokens[i].low in LIGHT else None
    if noun is None:
        return None
    return noun, EVENTS.get(tokens[noun].low) or stem(tokens[noun].low)


def neighbour_of(tokens: Tokens, high: int, dated: frozenset[int]) -> tuple[str, str] | None:
    """What the rest of a sentence puts a dated clause before or behind: "after the House voted"."""
    for i in range(high, high + LONGEST_ORDER):
        if i >= len(tokens) or not tokens[i].text:
            return None
        if tokens[i].low in ("before", "after") and i + 1 not in dated:
            end = i + 1
            while end < i + LONGEST_CLAUSE and not _breaks(tokens, end, dated):
                end += 1
            verbs = [*_verbs(tokens, i + 1, end, dated)]
            verbs += [j for j in range(i + 1, end) if tokens[j].low in NOUNS]
            known = (phrase_at(tokens, j, end) or EVENTS.get(tokens[j].low, "") for j in verbs)
            event = next((name for name in known if name), "")
            return (tokens[i].low, event) if event else None
    return None


def _goes_on(tokens: Tokens, start: int, end: int) -> bool:
    """Whether another action stands between a verb and its date: "voted to shut it in May"."""
    return any(
        tokens[i].low == "to"
        and tokens[i + 1].text.islower()
        and tokens[i + 1].low not in NOT_GOING_ON
        for i in range(start, end - 1)
    )


def _name(low: str) -> str:
    if low in POST_WORDS:
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


def _noun_before(tokens: Tokens, run: Run, low: int) -> tuple[int, str] | None:
    """The noun right before a date, with its event: "witnesses to the assault on Saturday"."""
    noun = run.start - 2
    if noun <= low or tokens[run.start - 1].low != "on" or tokens[noun].low not in NOUNS:
        return None
    return noun, EVENTS[tokens[noun].low]


def _is_attested(tokens: Tokens, noun: int, low: int) -> bool:
    """Whether the event is what somebody saw, or what is left of it: "witnesses to the assault"."""
    first = max(low, noun - LONGEST_NOUN)
    return any(
        tokens[i].low in TRACES and tokens[i + 1].low in ("to", "of", "from")
        for i in range(first, noun)
    )


def is_under_way(tokens: Tokens, i: int) -> bool:
    """Whether something goes on that began before: "were still battling the fire on Sunday"."""
    behind = i + 1 + (tokens[i + 1].low in STILL)
    return tokens[i].low in BE and tokens[behind].low in TACKLING


def _noun_of(tokens: Tokens, verb: int, low: int, high: int, dated: frozenset[int]) -> int | None:
    """The noun that a light verb leaves its event to: the subject first, then the object."""
    nouns = [i for i in range(low, high) if tokens[i].low in NOUNS and i not in dated]
    before = [i for i in nouns if i < verb and not _depends(tokens, i, low)]
    behind = [i for i in nouns if i > verb and not _depends(tokens, i, verb + 1)]
    if before:
        return before[-1]
    if low > 1 and tokens[low].low in ("that", "which") and tokens[low - 1].low in NOUNS:
        return low - 1  # "the vote that made him known came in May"
    if behind:
        return behind[0]
    happens = tokens[verb].low in HAPPENED or tokens[verb + 1].low in HAPPENED
    first = low + (tokens[low].low in FUNCTION)
    return first if happens and first < verb and _is_thing(tokens, first, dated) else None


def _is_thing(tokens: Tokens, i: int, dated: frozenset[int]) -> bool:
    """Whether a clause begins with a noun that it goes on to describe: "the handover of the"."""
    return tokens[i].low.isalpha() and i not in dated and tokens[i + 1].low in ("of", "between")


def _depends(tokens: Tokens, noun: int, low: int) -> bool:
    """Whether a noun is only what another one is about: "calls for his resignation came"."""
    first = max(low, noun - LONGEST_NOUN)
    return any(tokens[i].low in PREPOSITIONS for i in range(first, noun))
