"""Where a sentence says a value, and of what kind: the readers in the order they are tried."""

import re
from collections.abc import Callable
from decimal import Decimal

from sourcecompare.model import ValueKind
from sourcecompare.values.dates.clock import CLOCK_STARTERS, read_clock
from sourcecompare.values.dates.moments import LONGEST_AWAY, MOMENT_STARTERS, read_moment
from sourcecompare.values.dates.time_words import AWAY
from sourcecompare.values.lexicon import (
    CROWDS,
    MONTHS,
    ORDINALS,
    PERSONS,
    SCALES,
    SEVERAL,
    TENS,
    UNITS,
    WEEKDAYS,
)
from sourcecompare.values.nouns import is_plural, singular
from sourcecompare.values.tokens import DASHES, Token, Tokens, glued

from .ages import AGED, DECADES, age, decade
from .amounts import duration, number, ordinal, percent, single, times, titled
from .counting import is_joined, is_name
from .measuring import below_zero, measure
from .money import as_money, signed, worded
from .numerals import Numeral, normal, read_numeral
from .ranges import interval, joint_behind, lower
from .runs import Run
from .scores import score
from .shares import PARTS, crowd, nobody, out_of, part_of, several, whole_of
from .units import CURRENCY_CODES, CURRENCY_SIGNS, DOLLARS

__all__ = ["DASHES", "FIGURES", "WORDS", "Run", "may_hold", "read_runs"]

Reader = Callable[[Tokens, int], Run | None]
FigureReader = Callable[[Tokens, int, Numeral], Run | None]


def read_runs(tokens: Tokens) -> tuple[Run, ...]:
    """All values of a sentence, left to right, none inside another."""
    found: list[Run] = []
    end = 0
    for i, token in enumerate(tokens):
        if i < end or not (token.is_digits or token.low in BEGINNINGS):
            continue
        run = _read(tokens, i)
        if run and (not found or run.start >= found[-1].end):
            found.append(run)
            end = run.end
        else:
            end = _behind(tokens, i)
    return tuple(found)


def may_hold(text: str) -> bool:
    """Whether a text can hold a value at all: most sentences hold none, which is soon seen."""
    return bool(SIGNS.search(text)) or not TRIGGERS.isdisjoint(LETTERS.findall(text))


def _behind(tokens: Tokens, i: int) -> int:
    """The index behind what is no value: a rejected number is skipped whole."""
    if not tokens[i].is_digits:
        return i + 1
    while tokens[i + 1].text and glued(tokens[i], tokens[i + 1]) and not _closes(tokens[i + 1]):
        i += 1
    return i + 1


def _closes(token: Token) -> bool:
    return token.text in '.,;!?)]}"”’'


def _read(tokens: Tokens, i: int) -> Run | None:
    """The value that begins at token `i`."""
    if _is_idle(tokens, i):
        return None
    run = date(tokens, i) or time(tokens, i)
    if run:
        return run
    run = signed(tokens, i)
    if run:
        return _extended(tokens, run)
    if is_joined(tokens, i):
        return None
    numeral = read_numeral(tokens, i)
    if numeral is None:
        special = decade if tokens[i].is_digits else WORDS.get(tokens[i].low)
        return special(tokens, i) if special else None
    return (
        score(tokens, i, numeral)
        or out_of(tokens, i, numeral)
        or _bare_range(tokens, i, numeral)
        or _extended(tokens, figure(tokens, i, numeral))
    )


def _is_idle(tokens: Tokens, i: int) -> bool:
    """Whether token `i` is an article and no "dozen", "third" or "year ago" follows it."""
    if tokens[i].low not in ARTICLES or tokens[i + 1].text in CURRENCY_SIGNS:
        return False
    return BEHIND_ARTICLES.isdisjoint([token.low for token in tokens[i + 1 : i + LONGEST_AWAY]])


def figure(tokens: Tokens, i: int, numeral: Numeral) -> Run | None:
    """The value that a numeral at token `i` is the number of."""
    for reader in FIGURES:
        run = reader(tokens, i, numeral)
        if run:
            return run
    return None


def _bare_range(tokens: Tokens, i: int, numeral: Numeral) -> Run | None:
    """A range whose unit follows its upper end only: "10 to 20 miles", "two or three dogs"."""
    joint = 0 if numeral.ordinal else joint_behind(tokens, i, numeral.end)
    upper = read_numeral(tokens, joint) if joint else None
    if upper is None or upper.ordinal or tokens[i - 1].is_digits or tokens[i - 1].low in AGED:
        return None
    if not numeral.words and is_name(tokens, i):
        return None
    high = figure(tokens, joint, upper)
    low = figure(tokens, joint, upper._replace(amount=lower(numeral, upper).amount, words=False))
    if high is None or low is None:
        return None
    return interval(tokens, low._replace(start=i, end=numeral.end), high)


def _extended(tokens: Tokens, run: Run | None) -> Run | None:
    """The range that a value begins, else the value: "$800 to $1,000", "5% to 6%"."""
    if run is None or run.amount is None or run.kind in (ValueKind.ORDINAL, ValueKind.RANK):
        return run
    joint = joint_behind(tokens, run.start, run.end)
    if not joint:
        return run
    low, high = run, signed(tokens, joint)
    upper = None if high else read_numeral(tokens, joint)
    if upper and not upper.ordinal:
        high = figure(tokens, joint, upper)
        if run.kind is ValueKind.MONEY and (high is None or high.kind is ValueKind.NUMBER):
            high = as_money(upper, run.unit, joint)
        elif high and run.kind is ValueKind.AGE and high.kind is ValueKind.NUMBER:
            high = run._replace(normal=high.normal, amount=high.amount, end=high.end, start=joint)
    if upper and high:
        bare = Numeral(run.amount, run.end, ordinal=False, scaled=_is_scaled(run), words=False)
        amount = lower(bare, upper).amount
        low = run._replace(amount=amount, normal=normal(amount))
    found = interval(tokens, low, high) if high else None
    return found._replace(head=run.head, names=run.names) if found else run


def _is_scaled(run: Run) -> bool:
    return run.kind is not ValueKind.MONEY or (run.amount or 0) >= SCALES["thousand"]


def date(tokens: Tokens, i: int) -> Run | None:
    """A date: "3 September 2025", "2025-09-03", "in 1959", "Tuesday", "last week"."""
    run = read_moment(tokens, i)
    if run is None or (tokens[i].is_digits and is_joined(tokens, i)):
        return None
    vague = "between" if run.range else run.vague
    return Run(ValueKind.DATE, run.normal, run.unit, None, i, run.end, vague)


def time(tokens: Tokens, i: int) -> Run | None:
    """A time of day: "4:20 p.m. EDT", "11am", "noon", "Tuesday afternoon"."""
    run = read_clock(tokens, i)
    if run is None or (tokens[i].is_digits and is_joined(tokens, i)):
        return None
    return Run(ValueKind.TIME, run.normal, run.unit, None, i, run.end, "")


def both(tokens: Tokens, i: int) -> Run | None:
    """Two people: "both men were arrested"; "both sides" count nothing."""
    low = tokens[i + 1].low
    if not is_plural(low) or singular(low) not in PERSONS:
        return None
    return Run(ValueKind.NUMBER, "2", "", Decimal(2), i, i + 1, "")


def no(tokens: Tokens, i: int) -> Run | None:
    """Either "No. 2" or nobody: "no one was hurt"."""
    return titled(tokens, i) or nobody(tokens, i)


FIGURES: tuple[FigureReader, ...] = (
    age,
    percent,
    worded,
    ordinal,
    duration,
    measure,
    number,
)
"""What a number can be the number of, the more special first."""

WORDS: dict[str, Reader] = {
    **dict.fromkeys(CROWDS, crowd),
    **dict.fromkeys(SEVERAL, several),
    **dict.fromkeys(DECADES, decade),
    **dict.fromkeys(("a", "one", "half"), part_of),
    **dict.fromkeys(("all", "none"), whole_of),
    "tens": crowd,
    "no": no,
    "nobody": nobody,
    "both": both,
    "single": single,
    "twice": times,
    "thrice": times,
    "minus": below_zero,
}
"""Words that begin a value without a number."""

STARTERS = frozenset(
    (
        *UNITS,
        *TENS,
        *ORDINALS,
        *("a", "an", "quarter"),
        *MONTHS,
        *WEEKDAYS,
        *DOLLARS,
        *CURRENCY_CODES,
        *WORDS,
        *MOMENT_STARTERS,
        *CLOCK_STARTERS,
    )
)
"""Words that a value can begin with."""

BEGINNINGS = frozenset((*STARTERS, *(f"{word}'s" for word in STARTERS), *CURRENCY_SIGNS))
"""Words and signs at which it is worth trying the readers."""

ARTICLES = frozenset(("a", "an"))
BEHIND_ARTICLES = frozenset((*SCALES, *PARTS, *AWAY))

CAPITALS = frozenset((*MONTHS, *WEEKDAYS))
"""Those that begin one with a capital only."""

BESIDE_DIGITS = frozenset((*CURRENCY_CODES, *DOLLARS, "a", "an"))
"""Those that begin one only where digits, or another of these words, follow."""


def _triggers() -> frozenset[str]:
    """Every word without which a sentence in letters holds no value, as it may be written."""
    words = {*STARTERS, *SCALES, *PARTS, *AWAY} - BESIDE_DIGITS - CAPITALS
    written = {form for word in words for form in (word, word.capitalize(), word.upper())}
    return frozenset(written | {f for w in CAPITALS for f in (w.capitalize(), w.upper())})


TRIGGERS = _triggers()
LETTERS = re.compile(r"[^\W\d_]+")
SIGNS = re.compile(r"[0-9]")
