"""Ages: "68-year-old Holt", "Ana Ruiz, 68,", "a boy aged 12", "in his 30s"."""

from decimal import Decimal

from sourcecompare.attribution import SUFFIXES
from sourcecompare.model import ValueKind
from sourcecompare.values.lexicon import FUNCTION, MONTHS, PERSONS, UNITS, VERBS, WEEKDAYS
from sourcecompare.values.nouns import TITLES, noun_phrase, singular
from sourcecompare.values.tokens import HYPHENS, Token, Tokens, glued

from .numerals import Numeral, normal
from .runs import Run

OLDEST = 125
"""Years; nobody has been older."""

MOST_NAMES = 4
"""Words of a name before its age: "Maria del Carmen Ruiz, 68"."""

NOUN_REACH = 4
"""Words from an age to its person: "a 12-year-old local school girl"."""

NAME_REACH = 5
"""Words from an age to its person's name: "the 26-year-old former line cook Ana Holt"."""

DEATH_REACH = 6
"""Tokens from a death to the age at it: "died at home on Monday at 87"."""

RELATIVES = frozenset(
    """son daughter mother father brother sister baby infant toddler suspect grandmother grandfather
    widow""".split()
)
PARTICLES = frozenset("de del la le van von der den di da al el bin".split())
YEARS = {"year": "year", "month": "month", "week": "week", "day": "day"}
LIVING = frozenset("is was be turned turns turning he's she's".split())
WHENS = frozenset("when since until before after while".split())
WHOSE = frozenset("he she who".split())
DECADES = {"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60} | {
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
    "teens": 13,
}
STAGES = {"early": (0, 4), "mid": (3, 7), "late": (6, 9)}
"""What part of ten years "in his early 30s" leaves; the parts overlap as people use them."""

OFFICES = frozenset(
    """secretary senator president governor mayor minister chief justice judge chairman chairwoman
    director representative congressman congresswoman general colonel captain sergeant officer
    professor premier chancellor king queen prince princess pope bishop father sister attorney
    defense state vice deputy actor actress singer author however meanwhile""".split()
)
"""Capitalised words before a name that are none of it."""

NO_NAMES = frozenset((*MONTHS, *WEEKDAYS, *TITLES, *UNITS, *OFFICES))
ENDS = frozenset((",", ".", ";", ")", "", "—", "–"))
AGED = frozenset(("aged", "age", "ages"))
THEN = "then"
"""The frame of an age at a time that the clause is about, not when it was written."""


def age(tokens: Tokens, i: int, numeral: Numeral) -> Run | None:
    """The age that a numeral says."""
    if numeral.ordinal:
        return None
    found = _old(tokens, i, numeral)
    if found or numeral.amount > OLDEST or numeral.scaled:
        return found
    if _is_apposition(tokens, i, numeral.end):
        names = names_before(tokens, i - 2)
        if names:
            return _age(numeral, i, numeral.end)._replace(head=names[-1], names=names)
    return _at_death(tokens, i, numeral) or _aged(tokens, i, numeral) or _turned(tokens, i, numeral)


def _age(numeral: Numeral, start: int, end: int, unit: str = "year") -> Run:
    """An age of which nothing else is known."""
    amount = numeral.amount
    return Run(ValueKind.AGE, normal(amount), unit, amount, start, end, numeral.vague)


def _old(tokens: Tokens, i: int, numeral: Numeral) -> Run | None:
    """As in "68-year-old Holt", "12-year-olds", "is 68 years old", "68 years of age"."""
    j = _behind_hyphen(tokens, numeral.end)
    unit = YEARS.get(singular(tokens[j].low), "")
    if not unit:
        return None
    k = _behind_hyphen(tokens, j + 1)
    if tokens[k].low == "of" and tokens[k + 1].low == "age":
        k += 1
    elif tokens[k].low not in ("old", "olds"):
        return None
    end = k + 1
    if j == numeral.end and tokens[j].low.endswith("s"):
        who = i - 1 if tokens[i - 1].low not in LIVING else i - 2
        names = names_before(tokens, who)
        return _age(numeral, i, end, unit=unit)._replace(
            names=names, head=names[-1] if names else "old"
        )
    names = names_behind(tokens, end)
    if names:
        return _age(numeral, i, end, unit=unit)._replace(
            names=names, head=names[-1], reach=end + len(names)
        )
    names = _named_around(tokens, i, end)
    if names:
        return _age(numeral, i, end, unit=unit)._replace(names=names, head=names[-1])
    head, reach = _noun(tokens, end) if tokens[k].low == "old" else ("old", -1)
    return _age(numeral, i, end, unit=unit)._replace(head=head, reach=reach)


def _named_around(tokens: Tokens, i: int, end: int) -> tuple[str, ...]:
    """The full name that an age with its noun stands beside.

    As in "Ana Holt, a 26-year-old cook", "a 26-year-old line cook named Ana Holt", "the
    26-year-old cook, Ana Holt,".
    """
    if tokens[i - 1].low in ("a", "an", "the") and tokens[i - 2].text == ",":
        names = names_before(tokens, i - 3)
        if len(names) > 1:
            return names
    j = end
    while j < end + NAME_REACH and tokens[j].is_word and tokens[j].text.islower():
        if tokens[j].low in FUNCTION | VERBS or tokens[j].low.endswith("ed"):
            break
        j += 1
    named = tokens[j - 1].low in ("named", "called")
    if tokens[j].low in ("named", "called"):
        named, j = True, j + 1
    comma = tokens[j].text == ","
    names = names_behind(tokens, j + comma)
    behind = tokens[j + comma + len(names)]
    if len(names) < 2 or (comma and behind.text not in ENDS and behind.low not in ("of", "from")):
        return ()
    return names if named or comma or j > end else ()


def _noun(tokens: Tokens, j: int) -> tuple[str, int]:
    """Whose age it is, and the index behind: the first word for a person, else the noun phrase."""
    for k in range(j, j + NOUN_REACH):
        if not tokens[k].is_word or tokens[k].low in FUNCTION:
            break
        if singular(tokens[k].low) in PERSONS or tokens[k].low in RELATIVES:
            return singular(tokens[k].low), k + 1
    phrase = noun_phrase(tokens, j, plural=False)
    return (phrase.head, phrase.end) if phrase.head else ("old", -1)


def _behind_hyphen(tokens: Tokens, j: int) -> int:
    return j + 1 if tokens[j].text in HYPHENS and glued(tokens[j - 1], tokens[j]) else j


def _is_apposition(tokens: Tokens, i: int, end: int) -> bool:
    """Whether the number stands between commas behind a name: "Ana Ruiz, 68, ..."."""
    if tokens[i - 1].text != "," or "." in tokens[i].text or "," in tokens[i].text:
        return False
    return tokens[i].is_digits and tokens[end].text in ENDS


def names_before(tokens: Tokens, i: int) -> tuple[str, ...]:
    """Folded words of the name that ends at token `i`, in order; () if there is none."""
    found: list[str] = []
    while i >= 0 and len(found) < MOST_NAMES:
        token = tokens[i]
        if token.text in (".", ",") and tokens[i + 1].low in SUFFIXES:
            i -= 1
            continue
        if token.text == "." and len(tokens[i - 1].text) == 1:
            i -= 1
            continue
        if not is_name_word(token) and not (found and token.low in PARTICLES):
            break
        if token.low not in SUFFIXES and len(token.text) > 1:
            found.append(token.low)
        i -= 1
    first = i < 0 or tokens[i].text in '.!?:“"'
    if len(found) == 1 and first and found[0].endswith("ly"):
        return ()
    return tuple(reversed(found))


def names_behind(tokens: Tokens, i: int) -> tuple[str, ...]:
    """Folded words of the name that begins at token `i`."""
    found: list[str] = []
    for token in tokens[i : i + MOST_NAMES]:
        if not is_name_word(token):
            break
        found.append(token.low.removesuffix("'s"))
    return tuple(found)


def is_name_word(token: Token) -> bool:
    """Whether a word can be one of a person's name, by its capital."""
    if not token.is_word or not token.text[0].isupper():
        return False
    low = token.low.removesuffix("'s")
    return not (low in FUNCTION or low in NO_NAMES)


def _aged(tokens: Tokens, i: int, numeral: Numeral) -> Run | None:
    """As in "a boy aged 12", "age 12", "at the age of 14", "girls ages 12 to 15"."""
    before, start = tokens[i - 1], i - 1
    if before.low == "of" and tokens[i - 2].low == "age":
        start = i - 2
    if tokens[start].low not in AGED:
        return None
    j = start - 1
    if tokens[j].low in ("the", "an"):
        j -= 1
    if tokens[j].low in ("at", "by", "from", "since", "until", "before", "after"):
        return _age(numeral, i, numeral.end)._replace(frame=THEN)
    if tokens[j].text == ",":
        j -= 1
    names = names_before(tokens, j)
    noun = singular(tokens[j].low)
    head = names[-1] if names else noun if noun in PERSONS else ""
    return _age(numeral, i, numeral.end)._replace(head=head, names=names)


def _at_death(tokens: Tokens, i: int, numeral: Numeral) -> Run | None:
    """As in "Ana Ruiz, who ran the yard, dies at 87", "Ana Ruiz has died aged 87"."""
    if tokens[i - 1].low not in ("at", "aged") or not tokens[i].is_digits:
        return None
    unit = tokens[numeral.end].low
    if tokens[numeral.end].is_word and unit not in FUNCTION | WHENS:
        return None  # "died at 11 Mill Street"
    verb = next((j for j in range(i - 2, max(-1, i - 2 - DEATH_REACH), -1) if _dies(tokens[j])), -1)
    if verb < 0:
        return None
    names = _full_name(tokens, verb)
    return _age(numeral, i, numeral.end)._replace(head=names[-1] if names else "", names=names)


def _dies(token: Token) -> bool:
    return token.low in ("dies", "died", "dead")


def _full_name(tokens: Tokens, end: int) -> tuple[str, ...]:
    """The full name that a sentence begins with, else the last one before token `end`."""
    first = names_behind(tokens, 0)
    if len(first) > 1:
        return first
    ends = (j for j in range(end - 1, 0, -1) if is_name_word(tokens[j]))
    return next((name for j in ends if len(name := names_before(tokens, j)) > 1), ())


def _turned(tokens: Tokens, i: int, numeral: Numeral) -> Run | None:
    """As in "who is 68", "when she was 14" and "then 14", before a comma or an end."""
    before = tokens[i - 1].low
    after = tokens[numeral.end]
    then = after.low == "at" and tokens[numeral.end + 1].low in ("the", "that")
    if numeral.end != i + 1 or not (after.text in ENDS or after.low in ("and", "when") or then):
        return None
    if before == "then" and tokens[i - 2].text in (",", "—", "("):
        names = names_before(tokens, i - 3)
        return _age(numeral, i, i + 1)._replace(
            frame=THEN, names=names, head=names[-1] if names else ""
        )
    if before not in LIVING or tokens[i - 2].low not in WHOSE | {"will", "just"}:
        return _is_named(tokens, i, numeral)
    alone = i == 2 and not tokens[numeral.end + 1].text  # "She was 87.", of whom was spoken last
    past = not alone and (before == "was" or tokens[i - 3].low in WHENS)
    return _age(numeral, i, i + 1)._replace(frame=THEN if past else "")


def _is_named(tokens: Tokens, i: int, numeral: Numeral) -> Run | None:
    """As in "Ana Ruiz is 68", "Ruiz was 68 and had two sons"."""
    names = names_before(tokens, i - 2) if tokens[i - 1].low in LIVING else ()
    if not names:
        return None
    past = tokens[i - 2 - len(names)].low in WHENS or tokens[i + 1].low in ("at", "when")
    return _age(numeral, i, i + 1)._replace(head=names[-1], names=names, frame=THEN if past else "")


def decade(tokens: Tokens, i: int) -> Run | None:
    """A decade of a life: "in his 30s", "in her early twenties"."""
    if tokens[i].is_digits:
        low, end = Decimal(tokens[i].text) if tokens[i].text.isdecimal() else None, i + 2
        if tokens[i + 1].low != "s" or not glued(tokens[i], tokens[i + 1]) or low is None:
            return None
    else:
        low, end = Decimal(DECADES.get(tokens[i].low, 0)), i + 1
    if not low or low % 10 not in (0, 3) or low >= 100:
        return None
    j = i - 1
    if tokens[j].text in HYPHENS:
        j -= 1
    stage = STAGES.get(tokens[j].low, (0, 9))
    start = j if tokens[j].low in STAGES else i
    if tokens[start - 1].low not in ("his", "her", "their", "my", "your"):
        return None
    bounds = (low + stage[0], low + stage[1])
    text = f"{normal(bounds[0])}/{normal(bounds[1])}"
    head = "old"
    return Run(ValueKind.AGE, text, "year", bounds[1], start, end, "between", bounds, head)
