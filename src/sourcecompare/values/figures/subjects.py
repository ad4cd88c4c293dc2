"""What a value is said of: the noun that it counts, measures, ranks or is a share of."""

from sourcecompare.model import ValueKind
from sourcecompare.values.lexicon import CASUALTY, CHANGES, DETERMINERS, FUNCTION, PERSONS
from sourcecompare.values.nouns import (
    ORDINAL_NOUNS,
    Phrase,
    complement_at,
    is_plural,
    nothing,
    noun_phrase,
    singular,
    stem,
)
from sourcecompare.values.tokens import HYPHENS, Tokens, glued

from .lengths import is_common_noun, period
from .runs import Run
from .synonyms import ALIKE, CANONICAL
from .wholes import behind_of, behind_owner

TOLL_REACH = 5
"""Tokens from a number of people to "were killed" behind or "killing at least" before it."""

LONGEST_CLAUSE = 5
"""Words of a clause that says of what a share is one: "the food that North Korea imports"."""


QUAKES = frozenset("earthquake aftershock".split())
"""What has a magnitude."""

REACHING = CHANGES | frozenset(
    "reached reaches reach stood stands hit hits is was at passed exceeded topped".split()
)
NUMBERING = frozenset("numbered numbers number totaled totalled totals".split())
TALLIES = frozenset("number total tally count toll".split())
TALLY_REACH = 12
"""Tokens back to "the number" in "the number of boats that burned has now risen to 12"."""


def subject(tokens: Tokens, run: Run, start: int) -> Phrase:
    """The noun phrase of a value whose words, with its modifier, begin at token `start`."""
    phrase = _phrase(tokens, run, start)
    head, before = phrase.head, phrase.before
    if head == "mail" and before[-1:] == ("e",):
        head, before = "email", before[:-1]
    return phrase._replace(
        head=CANONICAL.get(head, head), before=tuple(ALIKE.get(word, word) for word in before)
    )


def is_definite(tokens: Tokens, phrase: Phrase, start: int) -> bool:
    """Whether it is a thing that there is one of: "the 70-minute parade".

    Not "a 70-minute film", nor "his 70-minute speech": of these there are as many as owners.
    """
    first = phrase.start if phrase.start >= 0 else start
    return tokens[first - 1].low in ("the", "this")


def _phrase(tokens: Tokens, run: Run, start: int) -> Phrase:
    if run.head:
        return Phrase(run.head, (), run.names, (), max(run.reach, run.end))
    j, hyphen = run.end, False
    if tokens[j].text in HYPHENS and glued(tokens[j - 1], tokens[j]):
        j, hyphen = j + 1, True
    match run.kind:
        case ValueKind.DATE | ValueKind.TIME | ValueKind.SCORE | ValueKind.AGE:
            return nothing(run.end)
        case ValueKind.ORDINAL:
            return _ranked(tokens, j)
        case ValueKind.RANK:
            return noun_phrase(tokens, j, plural=False)
        case ValueKind.DURATION:
            return period(tokens, j, start)
        case ValueKind.PERCENT | ValueKind.MONEY:
            phrase = _share(tokens, j)
            bare = run.kind is ValueKind.MONEY and not phrase.head
            return (_sum_of(tokens, start, phrase) if bare else None) or phrase
        case ValueKind.MEASURE:
            return _measured(tokens, j, run)
        case _ if hyphen and tokens[j].is_word:
            return _compound(tokens, j)
        case _:
            return _toll(tokens, run, _counted(tokens, run, start, j))


def _compound(tokens: Tokens, j: int) -> Phrase:
    """As in "12-nation cartel": the nations are counted, and the cartel is what they make."""
    if tokens[j].low == "plus":
        return noun_phrase(tokens, j + 1, plural=True)
    whole = noun_phrase(tokens, j + 1, plural=False)
    rest = (*whole.before, stem(whole.head)) if whole.head else ()
    return Phrase(singular(tokens[j].low), (), whole.complement, rest, j + 1)


def _counted(tokens: Tokens, run: Run, start: int, j: int) -> Phrase:
    """What is counted, behind the number as a rule: also "12 of the boats", "boats: 12"."""
    if tokens[j].text == "+":
        j += 1
    if tokens[j].low == "or" and tokens[j + 1].low in ("more", "so", "fewer", "less"):
        j += 2
    if tokens[j].low == "of" and run.bounds:
        j += 1
        while tokens[j].low in DETERMINERS or tokens[j].is_digits:
            j += 1
    j = behind_of(tokens, j)[0] or j
    phrase = noun_phrase(tokens, behind_owner(tokens, j), plural=run.normal != "1")
    return phrase if phrase.head else _counted_before(tokens, start) or phrase


def _counted_before(tokens: Tokens, start: int) -> Phrase | None:
    """The noun of "the number of boats rose to 12", "the boats numbered 12", "boats: 12"."""
    i = start - 1
    if tokens[i].text == ":" and is_plural(tokens[i - 1].low):
        return nothing(start)._replace(head=singular(tokens[i - 1].low))
    if tokens[i].low in NUMBERING and is_plural(tokens[i - 1].low):
        return nothing(start)._replace(head=singular(tokens[i - 1].low))
    if tokens[i].low in ("to", "at"):
        i -= 1
    if tokens[i].low not in REACHING:
        return None
    for k in range(i - 1, max(-1, i - 1 - TALLY_REACH), -1):
        if tokens[k].text in ",.;:":
            break
        if tokens[k].low in TALLIES and tokens[k + 1].low == "of":
            inner = k + 2 + (tokens[k + 2].low in DETERMINERS)
            phrase = noun_phrase(tokens, inner, plural=True)
            return phrase._replace(end=start, start=k) if phrase.head else None
    return None


def _measured(tokens: Tokens, j: int, run: Run) -> Phrase:
    """The noun that has a measure: "a 30-foot dam", "12 miles of road", "magnitude-6 quake"."""
    if run.unit == "magnitude":
        for k in range(max(0, run.start - TOLL_REACH), min(run.end + TOLL_REACH, len(tokens))):
            noun = CANONICAL.get(singular(tokens[k].low), singular(tokens[k].low))
            if noun in QUAKES:
                return nothing(j)._replace(head=noun)
    if tokens[j - 2].text in HYPHENS and glued(tokens[j - 2], tokens[j - 1]):
        return noun_phrase(tokens, j, plural=False)
    return nothing(j, complement_at(tokens, j))


def _ranked(tokens: Tokens, j: int) -> Phrase:
    """The noun of an ordinal; a name ("the 9th Circuit") is none."""
    phrase = noun_phrase(tokens, j, plural=False)
    name = phrase.head and tokens[phrase.end - 1].text[0].isupper()
    return nothing(j) if name and phrase.head not in ORDINAL_NOUNS else phrase


def _share(tokens: Tokens, j: int) -> Phrase:
    """The noun of a share or sum: "90% of its food imports", "$5 billion in funding"."""
    inner = j
    if tokens[inner].low == "worth":
        inner += 1
    if tokens[inner].low in ("of", "in"):
        inner += 1
        while tokens[inner].low in DETERMINERS or tokens[inner].low == "all":
            inner += 1
        if inner > j + 1 and tokens[inner].is_digits:
            inner += 1  # "half of the 40 boats"
    if tokens[inner].low in FUNCTION or not tokens[inner].is_word:
        return nothing(j, complement_at(tokens, j))
    behind = behind_owner(tokens, inner)
    phrase = noun_phrase(tokens, behind, plural=True)
    if not phrase.head:
        phrase = noun_phrase(tokens, behind, plural=False)
    if not phrase.head:
        return nothing(j, complement_at(tokens, j))
    owner = (stem(token.low) for token in tokens[inner:behind] if token.is_word)
    clause = () if phrase.complement else _clause(tokens, phrase.end)
    return phrase._replace(
        before=(*owner, *phrase.before), complement=(*phrase.complement, *clause)
    )


def _sum_of(tokens: Tokens, start: int, phrase: Phrase) -> Phrase | None:
    """The noun of "a reward of 50,000 euros"."""
    i = start - 2
    if tokens[start - 1].low != "of" or i < 0 or not is_common_noun(tokens, i):
        return None
    return phrase._replace(head=singular(tokens[i].low))


def _clause(tokens: Tokens, i: int) -> tuple[str, ...]:
    """Content words of a short clause behind a noun: "(the food) that North Korea imports"."""
    if tokens[i].low not in ("that", "which"):
        return ()
    found: list[str] = []
    for token in tokens[i + 1 : i + 1 + LONGEST_CLAUSE]:
        if not token.is_word or (found and token.low in FUNCTION):
            break
        if token.low not in FUNCTION:
            found.append(stem(token.low))
    return tuple(found)


def _toll(tokens: Tokens, run: Run, phrase: Phrase) -> Phrase:
    """The phrase with what became of the people as its head: "12 dead", "killing 12 people".

    The people themselves become an attribute, unless they are just people.
    """
    if phrase.head and phrase.head not in PERSONS:
        return phrase
    fate = CASUALTY.get(phrase.head) or _fate(tokens, run, phrase.end)
    if not fate:
        return phrase
    people = phrase.head not in ("", "person", "life", "death", "fatality", "injury", "casualty")
    named = (stem(phrase.head),) if people else ()
    return phrase._replace(head=fate, before=(*phrase.before, *named))


def _fate(tokens: Tokens, run: Run, end: int) -> str:
    """What became of the people counted; empty if nothing near says it."""
    nearest = tokens[run.start - 1].low
    if nearest in CASUALTY and nearest.endswith(("ed", "ing")):
        return CASUALTY[nearest]  # "killed two people and injured 150"
    for j in range(end, end + TOLL_REACH):
        if not tokens[j].is_word:
            break
        if tokens[j].low in ("lost", "lose", "losing") and tokens[j + 2].low in ("lives", "life"):
            return "killed"
        if tokens[j].low in CASUALTY:
            return CASUALTY[tokens[j].low]
    for j in range(run.start - 1, max(-1, run.start - 1 - TOLL_REACH), -1):
        if not tokens[j].is_word:
            break
        if tokens[j].low == "toll":
            return "killed"
        if tokens[j].low in CASUALTY and tokens[j].low.endswith(("ed", "ing")):
            return CASUALTY[tokens[j].low]
    return ""
