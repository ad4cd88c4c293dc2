"""What is counted: the noun phrase behind a value, without a tagger.

English puts the noun behind its number and marks it as plural, so the first plural of the
phrase is the head of a count, the last word that of an ordinal. What the phrase goes on with
("of Japan's surrender") is its complement.
"""

from functools import lru_cache
from typing import NamedTuple

from .figures.units import DURATIONS
from .lexicon import (
    DETERMINERS,
    FUNCTION,
    IRREGULAR,
    MONTHS,
    NOT_PLURAL,
    ORDINALS,
    VERBS,
    WEEKDAYS,
)
from .tokens import HYPHENS, Token, Tokens, glued

REMEMBERED = 1 << 15
"""Words whose stems are kept: more than a story has; the words of a language recur."""

LONGEST_PHRASE = 5
"""Words from a number to its noun: "800 low-paid young factory workers"."""

LONGEST_COMPLEMENT = 8
"""Words of "of the fire in the mill and the loss of both bridges" that are worth keeping."""

COMPLEMENT_WORDS = frozenset("of in for from to on over above below against at since after".split())

CLAUSE_WORDS = frozenset(
    """that who whom which what when where while as but because if is are was were has have had
    will would could should can may might did does do""".split()
)
"""What ends a complement although it is no noun phrase that ends."""

# The noun that an ordinal belongs to although another follows: "75th anniversary parade".
ORDINAL_NOUNS = frozenset(
    "anniversary birthday day week month year term round time straight day century".split()
)
OBJECTS = DETERMINERS - {"this", "these"}
"""Words with which the object of a verb begins; "this" begins "this week" as well."""

PARTICIPLES = frozenset(
    "known seen found held built recorded reported made ever named elected killed won".split()
)
"""What stands behind the noun of an ordinal without being one."""

TITLES = frozenset("mr mrs ms dr sen rep gov".split())


class Phrase(NamedTuple):
    """A noun phrase; all words folded to their stems."""

    head: str
    before: tuple[str, ...]
    """content words between the value and its head"""
    complement: tuple[str, ...]
    """content words behind the head that belong to it"""
    host: tuple[str, ...]
    """content words of the noun that the head itself only describes: "parade" in "75th
    anniversary parade" """
    end: int
    """index of the token behind the head; where the phrase began if there is no head"""
    start: int = -1
    """index of its first token where the phrase stands before its value; else -1"""


@lru_cache(maxsize=REMEMBERED)
def singular(word: str) -> str:
    """The noun without its plural ending.

    >>> [singular(word) for word in ("leaders", "parties", "people", "buses", "crisis", "boss's")]
    ['leader', 'party', 'person', 'bus', 'crisis', 'boss']
    """
    word = word.removesuffix("'s").removesuffix("'")
    if word in IRREGULAR:
        return IRREGULAR[word]
    if not is_plural(word):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    return word[:-1]


def is_plural(word: str) -> bool:
    """Whether a folded word looks like the plural of a noun."""
    if word in IRREGULAR:
        return word != IRREGULAR[word] or word in ("troops", "aircraft", "personnel", "sheep")
    return (
        len(word) > 3
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is", "ous"))
        and word not in NOT_PLURAL
    )


@lru_cache(maxsize=REMEMBERED)
def stem(word: str) -> str:
    """A folded word without the endings that differ from one telling to the next.

    >>> stem("leaders"), stem("marking"), stem("marked"), stem("marks")
    ('leader', 'mark', 'mark', 'mark')
    """
    short = singular(word)
    for ending in ("ing", "ed"):
        cut = short.removesuffix(ending)
        if cut != short and len(cut) >= 4:
            return cut[:-1] if cut[-1] == cut[-2] and cut[-1] not in "sl" else cut
    return short.removesuffix("e") if len(short) > 4 else short


def noun_phrase(tokens: Tokens, i: int, *, plural: bool) -> Phrase:
    """The phrase that begins at token `i`; `plural` asks for a head that looks like a plural."""
    run = _run(tokens, i, plural=plural)
    if not run:
        return nothing(i)
    place = _head(tokens, run, plural=plural)
    if place is None:
        return nothing(i)
    head = run[place]
    # Behind a plural the run has often gone on into a verb: "26 leaders raises questions".
    host = [] if plural else run[place + 1 :]
    complement = _complement(tokens, (head if plural else run[-1]) + 1)
    return Phrase(
        singular(tokens[head].low),
        tuple(stem(tokens[j].low) for j in run[:place]),
        tuple(complement),
        tuple(stem(tokens[j].low) for j in host),
        head + 1,
    )


def nothing(i: int, complement: tuple[str, ...] = ()) -> Phrase:
    """The phrase of a value without a noun, at token `i`."""
    return Phrase("", (), complement, (), i)


def complement_at(tokens: Tokens, i: int) -> tuple[str, ...]:
    """Content words of the prepositional phrase that begins at token `i`."""
    return tuple(_complement(tokens, i))


def _run(tokens: Tokens, i: int, *, plural: bool) -> list[int]:
    """Indices of the words that may belong to one noun phrase."""
    run: list[int] = []
    j = i
    while len(run) < LONGEST_PHRASE:
        token = tokens[j]
        if not token.is_word or _ends_phrase(token) or (run and not plural and _is_verb(tokens, j)):
            break
        run.append(j)
        if token.low.endswith("'s") and len(run) > 1:
            break
        j += 1
        if tokens[j].text in HYPHENS and glued(token, tokens[j]) and tokens[j + 1].is_word:
            j += 1
    return run


def _ends_phrase(token: Token) -> bool:
    return (
        token.low in FUNCTION
        or token.low in VERBS
        or token.low in TITLES
        or (token.low in WEEKDAYS and token.text[0].isupper())
        or (token.low in MONTHS and token.text[0].isupper())
    )


def _is_verb(tokens: Tokens, j: int) -> bool:
    """Whether a word behind a noun is its verb: "the 90-minute parade puts a guest there"."""
    rate = tokens[j + 2].low in DURATIONS  # "the first boats a day"
    return tokens[j].low.endswith(("s", "ed")) and tokens[j + 1].low in OBJECTS and not rate


def _head(tokens: Tokens, run: list[int], *, plural: bool) -> int | None:
    """The place of the head within the run."""
    lows = [tokens[j].low for j in run]
    if plural:
        return next((k for k, low in enumerate(lows) if is_plural(low)), None)
    for k, low in enumerate(lows):
        if singular(low) in ORDINAL_NOUNS:
            straight = low == "straight" and k + 1 < len(lows)
            return k + 1 if straight else k
    # "the first clash since": an ordinal's noun is the last word before anything else follows.
    lower = [k for k, j in enumerate(run) if tokens[j].text[0].islower()]
    if len(lower) > 1 and lows[lower[-1]] in PARTICIPLES:
        lower.pop()  # "the second field known there"
    return lower[-1] if lower else len(run) - 1


def _complement(tokens: Tokens, i: int) -> list[str]:
    if tokens[i].low not in COMPLEMENT_WORDS:
        return []
    found: list[str] = []
    for j in range(i + 1, i + 3 * LONGEST_COMPLEMENT):
        token = tokens[min(j, len(tokens) - 1)]
        if token.low in TITLES or (token.text == "." and tokens[j - 1].low in TITLES):
            continue
        if token.is_word:
            # "of the end of the war": behind an article no verb can stand.
            noun = token.low in VERBS and tokens[j - 1].low in DETERMINERS
            if _ends_phrase(token) and token.low not in FUNCTION and not noun:
                break
            if token.low in CLAUSE_WORDS:
                break
            if token.low not in FUNCTION and token.low not in ORDINALS:
                found.append(stem(token.low))
        elif not token.is_digits and token.text not in HYPHENS:
            break
        if len(found) >= LONGEST_COMPLEMENT:
            break
    return found
