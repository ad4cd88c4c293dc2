"""Percentages, durations, ordinals, ranks and plain counts, once their number has been read."""

from decimal import Decimal

from sourcecompare.model import ValueKind
from sourcecompare.values.nouns import singular
from sourcecompare.values.tokens import HYPHENS, Tokens, glued

from .counting import is_count, is_counted_one
from .numerals import PARTS, Numeral, normal, read_numeral
from .runs import Run, run_of
from .scores import GAMES
from .units import DURATIONS

OWNERS = frozenset("the a his her its their our my your this that another".split())

SURE = frozenset(
    """sure certain confident committed behind right wrong true false accurate correct honest real
    clear convinced responsible""".split()
)
"""What "100 percent" only stresses."""

PERCENT = frozenset(("percent", "pct"))

LEAD_REACH = 6
LEADS = frozenset(
    """by lead leads led leading leader ahead behind margin advantage edge trails trailed trailing
    up down slipped swing gap difference""".split()
)
"""Words near "3 points" that make them percentage points."""

SUPERLATIVES = frozenset("most least best worst".split())
NO_SUPERLATIVES = frozenset(
    """guest request interest protest contest arrest forest harvest invest test quest west rest
    conquest midwest northwest southwest request interest nest vest chest suggest west""".split()
)
PLACED = frozenset("ranked ranks rank ranking finished finishes finish placed".split())
"""Verbs behind which an ordinal is a place."""


def percent(tokens: Tokens, i: int, numeral: Numeral) -> Run | None:
    """A share: "90%", "90 per cent", "3.7 percentage points", "a 5-point lead"."""
    if numeral.ordinal:
        return None
    j = numeral.end
    if tokens[j].text in HYPHENS and glued(tokens[j - 1], tokens[j]):
        j += 1
    low = tokens[j].low
    if tokens[j].text == "%" or low in PERCENT:
        end = j + 1
    elif low == "per" and tokens[j + 1].low == "cent":
        end = j + 2
    elif low == "percentage" and singular(tokens[j + 1].low) == "point":
        return run_of(ValueKind.PERCENT, numeral, "pp", i, j + 2)
    elif low in ("point", "points") and _is_lead(tokens, i, j + 1):
        return run_of(ValueKind.PERCENT, numeral, "pp", i, j + 1)
    else:
        return None
    if tokens[end].text in HYPHENS and glued(tokens[end - 1], tokens[end]):
        end += tokens[end + 1].low == "point"
    if singular(tokens[end].low) == "point":
        return run_of(ValueKind.PERCENT, numeral, "pp", i, end + 1)
    if numeral.amount == 100 and tokens[end].low in SURE:
        return None
    return run_of(ValueKind.PERCENT, numeral, "%", i, end)


def _is_lead(tokens: Tokens, i: int, end: int) -> bool:
    """Whether points are those of a poll: "by 3 points", "a 5-point lead", "leads by 3 points"."""
    if tokens[end].low in LEADS and tokens[end].low not in ("up", "down", "by"):
        return True
    if tokens[i - 1].low != "by":
        return False
    near = range(max(0, i - LEAD_REACH), i - 1)
    return any(tokens[k].low in LEADS or tokens[k].low in GAMES for k in near)


def duration(tokens: Tokens, i: int, numeral: Numeral) -> Run | None:
    """A length of time: "70-minute", "14 years", "an hour and a half" behind its number."""
    if not is_count(tokens, i, numeral):
        return None
    j = numeral.end
    if tokens[j].text in HYPHENS and glued(tokens[j - 1], tokens[j]):
        j += 1
    name = singular(tokens[j].low)
    if name not in DURATIONS or tokens[j].low == "seconds" != tokens[j].text:
        return None
    unit, factor = DURATIONS[name]
    amount, end = numeral.amount, j + 1
    if [token.low for token in tokens[end : end + 2]] == ["and", "a"]:
        part = PARTS.get(tokens[end + 2].low)
        amount, end = (amount + part, end + 3) if part else (amount, end)
    amount *= factor
    vague = "about" if numeral.words and numeral.scaled else numeral.vague
    return Run(ValueKind.DURATION, normal(amount), unit, amount, i, end, vague)


def ordinal(tokens: Tokens, i: int, numeral: Numeral) -> Run | None:
    """An ordinal or a rank: "80th", "the third"; "third-largest", "ranked 7th" are ranks.

    Not "First Lady", "two-thirds", "second to none".
    """
    if not numeral.ordinal or numeral.amount < 1:
        return None
    j, hyphen = numeral.end, False
    if tokens[j].text in HYPHENS and glued(tokens[j - 1], tokens[j]):
        j, hyphen = j + 1, True
    if _is_superlative(tokens[j].low):
        return run_of(ValueKind.RANK, numeral, tokens[j].low, i, j + 1)
    if hyphen or (tokens[j].low == "to" and tokens[j + 1].low == "none"):
        return None
    before = tokens[i - 1]
    if before.low in PLACED or (before.low == "in" and tokens[j].low == "place"):
        return run_of(ValueKind.RANK, numeral, "place", i, j + (tokens[j].low == "place"))
    if numeral.words:
        # "his first visit", "China's third", but not "when they first met" or "the First Lady".
        owner = before.low in OWNERS or before.low.endswith(("'s", "s'"))
        if tokens[i].text[0].isupper() == bool(before.text) or (before.text and not owner):
            return None
    return run_of(ValueKind.ORDINAL, numeral, "", i, numeral.end)


def _is_superlative(low: str) -> bool:
    if low in SUPERLATIVES:
        return True
    return low.endswith("est") and len(low) > 5 and low not in NO_SUPERLATIVES


def titled(tokens: Tokens, i: int) -> Run | None:
    """A rank with "No.": "the No. 2 Democrat", "the world's No. 1"; not "Psalm No. 2"."""
    j = i + 1 + (tokens[i + 1].text == ".")
    numeral = read_numeral(tokens, j) if tokens[j].is_digits else None
    before = tokens[i - 1]
    owned = before.low in OWNERS or before.low.endswith(("'s", "s'")) or before.low in PLACED
    if numeral is None or numeral.scaled or numeral.ordinal or not owned:
        return None
    return run_of(ValueKind.RANK, numeral, "no", i, numeral.end)


def number(tokens: Tokens, i: int, numeral: Numeral) -> Run | None:
    """A count: "26", "twelve"; not "No. 2", "G7", "10:30", "3-1"."""
    if not is_count(tokens, i, numeral) or tokens[numeral.end].text == "°":
        return None
    if tokens[numeral.end].low in PERCENT or tokens[numeral.end].text == "%":
        return None  # "100 percent sure"
    if tokens[numeral.end].text in HYPHENS and tokens[numeral.end + 1].low in ("to", "or"):
        return None  # "a 9-to-5 job"
    if numeral.amount == 1 and numeral.words and not is_counted_one(tokens, numeral.end):
        return None
    return run_of(ValueKind.NUMBER, numeral, "", i, numeral.end)


AMOUNTS = frozenset("amount number sum figure rate level size total".split())
"""What stands behind "twice that": there it is a factor."""


def times(tokens: Tokens, i: int) -> Run | None:
    """How often: "twice" is two times; "twice as many" and "twice the size" are none."""
    after, second = tokens[i + 1].low, tokens[i + 2].low
    if after in ("as", "the", "its", "their", "his", "her") or second in AMOUNTS:
        return None
    many = Decimal(2 if tokens[i].low == "twice" else 3)
    return Run(ValueKind.NUMBER, normal(many), "", many, i, i + 1, "", head="time", reach=i + 1)


def single(tokens: Tokens, i: int) -> Run | None:
    """As in "a single boat"; "not a single boat" and "every single boat" are something else."""
    before = tokens[i - 1].low
    if before not in ("a", "one", "just", "only") or tokens[i - 2].low in ("not", "without"):
        return None
    if not tokens[i + 1].is_word or tokens[i + 1].low in ("most", "biggest", "largest", "day"):
        return None
    one = Decimal(1)
    return Run(ValueKind.NUMBER, normal(one), "", one, i, i + 1, "")
