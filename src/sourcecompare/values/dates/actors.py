"""Who or what a clause names, and who acts in it."""

from collections.abc import Sequence
from unicodedata import combining, normalize

from sourcecompare.values.lexicon import FUNCTION, MONTHS, WEEKDAYS
from sourcecompare.values.nouns import stem
from sourcecompare.values.tokens import Token, Tokens

from .event_words import EVENTS, LIGHT, POST_LASTS, POST_STARTED, SAYING

EVENT_WORDS = frozenset((*LIGHT, *EVENTS, *POST_LASTS, *POST_STARTED))
"""What happens is not what it happens to."""

FIRST = frozenset("first born".split())
"""Words with which a clause without a subject begins."""

NO_NAMES = frozenset((*FUNCTION, *MONTHS, *WEEKDAYS, *SAYING, *FIRST))

OWNERS = frozenset("his her their its whose".split())
FIRST_PERSON = frozenset("i my".split())
PRONOUNS = frozenset("he she they it".split())

TITLES = frozenset(
    """mr mrs ms dr sen rep gov president prime minister senator governor representative jr sr ii
    iii""".split()
)
"""Words with a capital that name no one by themselves."""

DASHES = frozenset("—–―-")
LONGEST_DATELINE = 12
"""Tokens before the dash of a dateline."""
BRACKETS = frozenset("()")
JOINTS = frozenset(".-‐‑")
PARTICLES = frozenset("de van von der bin al la du".split())
"""What stands between two words of one name."""

LONGEST_SUBJECT = 16
"""Tokens between a verb and its subject, with what stands between commas: "Gray, 68, had said"."""

LONGEST_NAME = 4
"""Tokens of a name with its title."""

MOST_NAMES = 6
"""Words of names that a pronoun may stand for; among more it is nobody's."""

LONGEST_BEFORE = 600
"""Characters of the sentence before in which the name of a pronoun is sought."""


def actor_of(
    tokens: Tokens, place: int, dated: frozenset[int], *, owner: bool = False
) -> tuple[frozenset[str], bool]:
    """The words of the name nearest before a verb, and whether a pronoun stands for it.

    Where a comma stands before the verb the subject stands in front of what is added to it: of
    "Ana Ruiz, a niece of Paul Gray, died" it is Ana Ruiz. Of "his lawyer resigned" and "Gray's
    lawyer resigned" nobody is known; but whoever owns it with `owner`: "his term", "Gray's term".
    """
    low, first = place, min(place, dateline(tokens))
    while low > max(first, place - LONGEST_SUBJECT) and tokens[low - 1].text not in "“”;":
        low -= 1
    added = place > 0 and tokens[place - 1].text == ","
    order = range(low, place) if added else range(place - 1, low - 1, -1)
    if tokens[place - 1].low == "who" and any(token.text == "," for token in tokens[low:place]):
        return names_of(tokens[low:place]), True  # "Ruiz, a Marine veteran who resigned"
    found: list[str] = []
    opened = False
    for i in order:
        if not added and tokens[i].text in BRACKETS:
            opened = tokens[i].text == ")"  # "Ruiz (R-Ohio) was elected"
            continue
        if opened:
            continue
        if tokens[i].low.split("'")[0] in PRONOUNS or (owner and tokens[i].low in ("his", "her")):
            if not found:
                return names_of(tokens[low:i]) if i > low else frozenset(), True
            break
        if not found and not owner and is_owner(tokens, i):
            if not added:
                return frozenset(), False
            continue  # "Gray's husband, Paul Ruiz, died"
        if _is_name(tokens, i) and i not in dated:
            found.append(_plain(tokens[i]))
        elif found and tokens[i].text not in JOINTS and tokens[i].low not in PARTICLES:
            break
    return frozenset(found) - TITLES, False


def dateline(tokens: Tokens) -> int:
    """Where a text begins behind the place that it is from: "HOLM, Ohio (AP) — The mayor left".

    0 where it has none.
    """
    for i in range(1, LONGEST_DATELINE):
        if i >= len(tokens) or not tokens[i].text:
            return 0
        before = tokens[i - 1]
        if tokens[i].text in DASHES and tokens[i].start > before.start + len(before.text):
            return i + 1
        if tokens[i].is_word and not tokens[i].text[0].isupper():
            return 0
    return 0


def fronted(tokens: Tokens, high: int) -> frozenset[str]:
    """The name behind a clause without a subject: "Born in 1941 in Holm, Ruiz was a pilot"."""
    comma = next((i for i in range(high, high + LONGEST_SUBJECT) if _ends_clause(tokens, i)), -1)
    if comma < 0 or not tokens[comma].text:
        return frozenset()
    return names_of(tokens[comma + 1 : comma + 1 + LONGEST_NAME])


def _ends_clause(tokens: Tokens, i: int) -> bool:
    return i >= len(tokens) or not tokens[i].text or tokens[i].text == ","


def is_owner(tokens: Tokens, i: int) -> bool:
    """Whether a token says whose the next thing is: "his", "whose", "Gray's"."""
    return tokens[i].low in OWNERS or (tokens[i].low.endswith("'s") and _is_name(tokens, i))


def names_of(tokens: Sequence[Token]) -> frozenset[str]:
    """All names of a sentence: a pronoun of the next one may stand for any of them."""
    found = (_plain(token) for token in tokens if _names(token))
    return frozenset(found) - TITLES


def _is_name(tokens: Tokens, i: int) -> bool:
    return _names(tokens[i])


def _names(token: Token) -> bool:
    if not token.is_word or not token.text[0].isupper() or len(token.text) < 2:
        return False
    return token.low.split("'")[0] not in NO_NAMES


def _plain(token: Token) -> str:
    """A name as other outlets may write it, without accents and without "'s"."""
    low = token.low.removesuffix("'s")
    if low.isascii():
        return low
    return "".join(char for char in normalize("NFKD", low) if not combining(char))


def content(
    tokens: Tokens, low: int, high: int, dated: frozenset[int]
) -> tuple[frozenset[str], frozenset[str]]:
    """Words with a capital, and the stems of the other content words of a clause."""
    names: set[str] = set()
    words: set[str] = set()
    opened = False
    for i in range(low, high):
        token = tokens[i]
        opened = token.text == "(" or (opened and token.text != ")")
        if opened or i in dated or not token.is_word or token.low.split("'")[0] in FUNCTION:
            continue
        if _is_name(tokens, i):
            if i > 0:
                names.add(_plain(token))
            elif token.low not in TITLES:
                words.add(stem(_plain(token)))  # any word has a capital there
        elif token.low not in EVENT_WORDS:
            words.add(stem(_plain(token)))
    return frozenset(names) - TITLES, frozenset(words)
