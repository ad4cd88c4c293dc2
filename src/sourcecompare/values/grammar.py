"""Where a sentence says a value, and of what kind: the readers in the order they are tried."""

from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from sourcecompare.model import ValueKind

from .clock import CLOCK_STARTERS, read_clock
from .lexicon import (
    CURRENCY_CODES,
    CURRENCY_SCALED,
    CURRENCY_SIGNS,
    CURRENCY_WORDS,
    DOLLARS,
    DURATIONS,
    FUNCTION,
    GLUED_SCALES,
    MEASURES,
    MONTHS,
    NUMBERED,
    ORDINALS,
    PERSONS,
    TENS,
    UNITS,
    WEEKDAYS,
)
from .moments import MOMENT_STARTERS, read_moment
from .nouns import singular
from .numerals import HYPHENS, Numeral, digits, normal, read_numeral
from .tokens import Token, Tokens, glued

DASHES = frozenset("-–—‐‑")
GLUE = frozenset("-‐‑–/.,:#_@&=~^*×−°²³½¼¾'’\\+%")
"""Signs that make a numeral part of something longer when they touch it from the left."""

STARTERS = frozenset(
    (
        *(*UNITS, *TENS, *ORDINALS, "a", "an", *MONTHS, *WEEKDAYS, *DOLLARS, *CURRENCY_CODES),
        *(*MOMENT_STARTERS, *CLOCK_STARTERS),
    )
)
"""Words that a value can begin with."""

SPAN_WORDS = frozenset(("to", "or", "and"))


class Run(NamedTuple):
    """The words of one value."""

    kind: ValueKind
    normal: str
    unit: str
    amount: Decimal | None
    """None for a date"""
    start: int
    end: int
    """indices of tokens, half-open"""
    vague: str
    """the modifier that the words themselves carry: "a dozen" is about twelve; or empty"""


Reader = Callable[[Tokens, int], Run | None]


def read_runs(tokens: Tokens) -> tuple[Run, ...]:
    """All values of a sentence, left to right, none inside another."""
    found: list[Run] = []
    i = 0
    while tokens[i].text:
        run = None
        if _may_begin(tokens[i]):
            run = next(filter(None, (reader(tokens, i) for reader in READERS)), None)
        if run:
            found.append(run)
            i = run.end
        else:
            i = _behind(tokens, i)
    return tuple(found)


def _may_begin(token: Token) -> bool:
    """Whether it is worth trying the readers."""
    return (
        token.is_digits or token.low.removesuffix("'s") in STARTERS or token.text in CURRENCY_SIGNS
    )


def _behind(tokens: Tokens, i: int) -> int:
    """The index behind what is no value: a rejected number is skipped whole."""
    if not tokens[i].is_digits:
        return i + 1
    while tokens[i + 1].text and glued(tokens[i], tokens[i + 1]) and not _closes(tokens[i + 1]):
        i += 1
    return i + 1


def _closes(token: Token) -> bool:
    return token.text in '.,;!?)]}"”’'


def date(tokens: Tokens, i: int) -> Run | None:
    """A date: "3 September 2025", "2025-09-03", "in 1959", "Tuesday", "last week"."""
    run = read_moment(tokens, i)
    if run is None or (tokens[i].is_digits and _is_joined(tokens, i)):
        return None
    vague = "between" if run.range else run.vague
    return Run(ValueKind.DATE, run.normal, run.unit, None, i, run.end, vague)


def time(tokens: Tokens, i: int) -> Run | None:
    """A time of day: "4:20 p.m. EDT", "11am", "noon", "Tuesday afternoon"."""
    run = read_clock(tokens, i)
    if run is None or (tokens[i].is_digits and _is_joined(tokens, i)):
        return None
    return Run(ValueKind.TIME, run.normal, run.unit, None, i, run.end, "")


def money(tokens: Tokens, i: int) -> Run | None:
    """A sum: "US$ 3.2 billion", "£500m", "EUR 5", "4.2 million euros", "30 yuan"."""
    token, following = tokens[i], tokens[i + 1]
    if token.text in CURRENCY_SIGNS:
        return _sum(tokens, i, i + 1, CURRENCY_SIGNS[token.text])
    if following.text == "$" and token.low in DOLLARS and glued(token, following):
        return _sum(tokens, i, i + 2, DOLLARS[token.low])
    if token.low in CURRENCY_CODES and token.text.isupper() and following.is_digits:
        unit = "CNY" if token.low == "rmb" else token.text
        return _sum(tokens, i, i + 1, unit)
    numeral = None if _is_joined(tokens, i) else read_numeral(tokens, i)
    if numeral is None or numeral.ordinal:
        return None
    j = numeral.end
    if tokens[j].text in HYPHENS:
        j += 1
    unit = CURRENCY_WORDS.get(tokens[j].low, "")
    if numeral.scaled and numeral.amount >= 10**6 and j == numeral.end:
        unit = unit or CURRENCY_SCALED.get(tokens[j].low, "")
    if not unit:
        return None
    return _of(ValueKind.MONEY, numeral, unit, i, j + 1)


def _sum(tokens: Tokens, start: int, i: int, unit: str) -> Run | None:
    """A sum whose digits begin at `i`, behind its sign."""
    amount = digits(tokens[i].text) if tokens[i].is_digits else None
    if amount is None:
        return None
    suffix = tokens[i + 1]
    if suffix.low in GLUED_SCALES and glued(tokens[i], suffix):
        amount *= GLUED_SCALES[suffix.low]
        return Run(ValueKind.MONEY, normal(amount), unit, amount, start, i + 2, "")
    numeral = read_numeral(tokens, i)
    if numeral is None or numeral.ordinal:
        return None
    return _of(ValueKind.MONEY, numeral, unit, start, numeral.end)


def percent(tokens: Tokens, i: int) -> Run | None:
    """A share: "90%", "90 per cent", "3.7 percentage points"."""
    numeral = None if _is_joined(tokens, i) else read_numeral(tokens, i)
    if numeral is None or numeral.ordinal:
        return None
    j = numeral.end
    if tokens[j].text in HYPHENS and glued(tokens[j - 1], tokens[j]):
        j += 1
    if tokens[j].text == "%" or tokens[j].low in ("percent", "pct"):
        end, unit = j + 1, "%"
    elif tokens[j].low == "per" and tokens[j + 1].low == "cent":
        end, unit = j + 2, "%"
    elif tokens[j].low == "percentage" and singular(tokens[j + 1].low) == "point":
        return _of(ValueKind.PERCENT, numeral, "pp", i, j + 2)
    else:
        return None
    if singular(tokens[end].low) == "point":
        return _of(ValueKind.PERCENT, numeral, "pp", i, end + 1)
    return _of(ValueKind.PERCENT, numeral, unit, i, end)


def duration(tokens: Tokens, i: int) -> Run | None:
    """A length of time: "70-minute", "14 years"."""
    numeral = _counted(tokens, i)
    if numeral is None:
        return None
    j = numeral.end
    if tokens[j].text in HYPHENS and glued(tokens[j - 1], tokens[j]):
        j += 1
    name = singular(tokens[j].low)
    if name not in DURATIONS or tokens[j].low == "seconds" != tokens[j].text:
        return None
    unit, factor = DURATIONS[name]
    amount = numeral.amount * factor
    vague = "about" if numeral.words and numeral.scaled else ""
    return Run(ValueKind.DURATION, normal(amount), unit, amount, i, j + 1, vague)


def ordinal(tokens: Tokens, i: int) -> Run | None:
    """A rank: "80th", "the third"; not "second-largest", "First Lady", "two-thirds"."""
    numeral = None if _is_joined(tokens, i) else read_numeral(tokens, i)
    if numeral is None or not numeral.ordinal or numeral.amount < 1:
        return None
    if glued(tokens[numeral.end - 1], tokens[numeral.end]) and tokens[numeral.end].text in HYPHENS:
        return None
    if numeral.words:
        before = tokens[i - 1]
        # "his first visit", "China's third", but not "when they first met" or "the First Lady".
        owner = before.low in _OWNERS or before.low.endswith(("'s", "s'"))
        if tokens[i].text[0].isupper() == bool(before.text) or (before.text and not owner):
            return None
    return _of(ValueKind.ORDINAL, numeral, "", i, numeral.end)


_OWNERS = frozenset("the a his her its their our my your this that another".split())


def number(tokens: Tokens, i: int) -> Run | None:
    """A count or a measure: "26", "twelve", "12 km"; not "No. 2", "G7", "10:30", "3-1"."""
    numeral = _counted(tokens, i)
    if numeral is None:
        return None
    j = numeral.end
    if tokens[j].text in HYPHENS and glued(tokens[j - 1], tokens[j]):
        j += 1
    unit = MEASURES.get(singular(tokens[j].low), "")
    if unit:
        return _of(ValueKind.NUMBER, numeral, unit, i, j + 1)
    if numeral.amount == 1 and numeral.words and not _is_counted_one(tokens, numeral.end):
        return None
    return _of(ValueKind.NUMBER, numeral, "", i, numeral.end)


def _of(kind: ValueKind, numeral: Numeral, unit: str, start: int, end: int) -> Run:
    vague = "about" if numeral.words and numeral.scaled and _is_dozen(numeral.amount) else ""
    return Run(kind, normal(numeral.amount), unit, numeral.amount, start, end, vague)


def _is_dozen(amount: Decimal) -> bool:
    return amount % 12 == 0 and amount % 100 != 0


def _is_counted_one(tokens: Tokens, i: int) -> bool:
    """Whether "one" counts people: else it is mostly a pronoun."""
    return tokens[i].low in PERSONS or tokens[i].low in ("dead", "killed", "injured")


def _counted(tokens: Tokens, i: int) -> Numeral | None:
    """A cardinal that may count something: no name, score, time, list number or address."""
    if _is_joined(tokens, i):
        return None
    numeral = read_numeral(tokens, i)
    if numeral is None or numeral.ordinal or tokens[i].low == "zero":
        return None
    other = numeral.words and _is_other_word(tokens, i, numeral.end)
    refused = other or (not numeral.words and _is_name(tokens, i))
    if refused or _goes_on(tokens, numeral.end):
        return None
    if tokens[i - 1].is_digits or _is_list_number(tokens, i, numeral.end):
        return None
    return None if _is_clock(tokens, numeral.end) else numeral


def _is_other_word(tokens: Tokens, i: int, end: int) -> bool:
    """Whether number words are no count: "half a dozen", "the Group of Seven", "one-on-one"."""
    before = tokens[i - 1]
    if before.low == "half" or (before.text in HYPHENS and tokens[i - 2].low == "half"):
        return True
    if tokens[i].text[0].isupper() and before.text[:1].islower():
        return True
    return end == i + 1 and _is_joined_word(tokens, end)


def _goes_on(tokens: Tokens, end: int) -> bool:
    """Whether the number is not over: "555 123", "2 ½", "three and a half", "3-1"."""
    last, after, following = tokens[end - 1], tokens[end], tokens[end + 1]
    if after.is_digits or (after.text and after.text in "½¼¾⅓⅔"):
        return True
    if after.low == "and" and following.low in ("a", "one"):
        return True
    if after.low in MONTHS and after.text[0].isupper():
        return True
    if not glued(last, after):
        return False
    return after.text in ":/°²³@_&=" or (after.text in DASHES and following.is_digits)


def _is_joined(tokens: Tokens, i: int) -> bool:
    """Whether the number touches a sign or a word on its left: "Covid-19", "F-16", "9/11"."""
    before = tokens[i - 1]
    if not glued(before, tokens[i]):
        return False
    if before.text in ("–", "—"):
        return tokens[i - 2].is_digits
    return before.is_word or before.is_digits or before.text in GLUE


def _is_joined_word(tokens: Tokens, j: int) -> bool:
    """Whether a number word begins a longer one that counts nothing: "one-on-one", "two-faced"."""
    after = tokens[j + 1]
    return (
        glued(tokens[j - 1], tokens[j])
        and tokens[j].text in HYPHENS
        and (after.low in FUNCTION or after.low in ("thirds", "fifths", "quarters", "third"))
    )


def _is_name(tokens: Tokens, i: int) -> bool:
    """Whether digits belong to the name before them: "No. 2", "Section 8", "Apollo 11"."""
    before = tokens[i - 1]
    if before.text == ".":
        return tokens[i - 2].low in ("no", "nos", "vol", "fig", "art", "sec", "ch", "pp", "p")
    if before.text == "#":
        return True
    if not before.is_word:
        return False
    if singular(before.low) in NUMBERED or before.low in NUMBERED or before.low in MONTHS:
        return True
    capital = before.text[0].isupper() and before.low not in FUNCTION
    first = not tokens[i - 2].text or tokens[i - 2].text in '.!?:“"'
    return capital and not first


def _is_list_number(tokens: Tokens, i: int, end: int) -> bool:
    """Whether the number only counts the line: "2. What...", "(3) ..."."""
    after = tokens[end]
    if after.text == ")":
        return tokens[i - 1].text in ("(", "")
    first = tokens[i - 1].text in ("", ".", "!", "?", "•", "*")
    return first and after.text in (".", ":", "•", "|")


def _is_clock(tokens: Tokens, end: int) -> bool:
    """Whether a time of day follows: "5 p.m.", "11am", "10 o'clock", "1400 GMT"."""
    low = tokens[end].low
    if low in ("am", "pm", "o'clock", "gmt", "utc", "noon", "midnight"):
        return True
    return low in ("a", "p") and tokens[end + 1].text == "." and tokens[end + 2].low == "m"


READERS: tuple[Reader, ...] = (date, time, money, percent, ordinal, duration, number)
"""In the order they are tried: the more special first."""
