"""When digits or number words may count something: no name, time, list number or address."""

from sourcecompare.values.lexicon import FUNCTION, MONTHS, NUMBERED, PERSONS
from sourcecompare.values.nouns import is_plural, singular
from sourcecompare.values.tokens import DASHES, HYPHENS, Tokens, glued

from .numerals import Numeral

GLUE = frozenset("-‐‑–/.,:#_@&=~^*×−°²³½¼¾'’\\+%")
"""Signs that make a numeral part of something longer when they touch it from the left."""

NOT_COUNTED = frozenset(
    "faced fold way sided edged handed tone piece thirds third fifths quarters quarter half".split()
)
"""What a hyphenated number word does not count: "two-faced", "two-way", "two-thirds"."""

TIMES = frozenset("times thanks reasons".split())
"""What a thousand of is no count of."""

ABBREVIATIONS = frozenset("no nos vol fig art sec ch pp p".split())


def is_count(tokens: Tokens, i: int, numeral: Numeral) -> bool:
    """Whether a cardinal that begins at token `i` may count or measure something."""
    if numeral.ordinal or tokens[i].low == "zero" or tokens[i - 1].is_digits:
        return False
    if numeral.words:
        refused = _is_other_word(tokens, i, numeral.end)
    else:
        refused = is_name(tokens, i) or _is_title(tokens, i, numeral.end)
    if refused or _goes_on(tokens, numeral.end) or is_list_number(tokens, i, numeral.end):
        return False
    return not _is_clock(tokens, numeral.end)


def is_joined(tokens: Tokens, i: int) -> bool:
    """Whether the number touches a sign or a word on its left: "Covid-19", "F-16", "9/11"."""
    before = tokens[i - 1]
    if not glued(before, tokens[i]):
        return False
    if before.text in ("–", "—"):
        return tokens[i - 2].is_digits
    return before.is_word or before.is_digits or before.text in GLUE


def is_counted_one(tokens: Tokens, i: int) -> bool:
    """Whether "one" counts people: else it is mostly a pronoun."""
    return tokens[i].low in PERSONS or tokens[i].low in ("dead", "killed", "injured")


def is_name(tokens: Tokens, i: int) -> bool:
    """Whether digits belong to the name before them: "No. 2", "Section 8", "Apollo 11"."""
    before = tokens[i - 1]
    if before.text == ".":
        return tokens[i - 2].low in ABBREVIATIONS
    if before.text == "#":
        return True
    if not before.is_word:
        return False
    if singular(before.low) in NUMBERED or before.low in NUMBERED or before.low in MONTHS:
        return True
    capital = before.text[0].isupper() and before.low not in FUNCTION
    first = not tokens[i - 2].text or tokens[i - 2].text in '.!?:“"'
    return capital and not first


def is_list_number(tokens: Tokens, i: int, end: int) -> bool:
    """Whether the number only counts the line: "2. What...", "(3) ..."."""
    after = tokens[end]
    if after.text == ")":
        return tokens[i - 1].text in ("(", "")
    first = tokens[i - 1].text in ("", ".", "!", "?", "•", "*")
    return first and after.text in (".", ":", "•", "|")


def _is_title(tokens: Tokens, i: int, end: int) -> bool:
    """Whether digits stand inside the title of a work: "in The 39 Steps"."""
    before, after = tokens[i - 1], tokens[end]
    if before.text != "The" or not tokens[i - 2].is_word:
        return False
    return after.is_word and after.text[0].isupper() and is_plural(after.low)


def _is_other_word(tokens: Tokens, i: int, end: int) -> bool:
    """Whether number words are no count: "the Group of Seven", "one-on-one", "a thousand times"."""
    before, after = tokens[i - 1], tokens[end]
    if tokens[i].text[0].isupper() and before.text[:1].islower() and not _is_headline(tokens, i):
        return True
    if tokens[i].low in ("a", "an") and after.low in TIMES:
        return True
    return end == i + 1 and _is_joined_word(tokens, end)


def _is_headline(tokens: Tokens, i: int) -> bool:
    """Whether the words around have capitals too: "Crew Quits as Three Boats Burn"."""
    before, after = tokens[i - 2], tokens[i + 1]
    if tokens[i - 1].low == "of" or not (before.is_word and after.is_word):
        return False
    return all(one.text[0].isupper() for one in (before, after, tokens[i - 3]) if one.is_word) and (
        is_plural(after.low)
    )


def _is_joined_word(tokens: Tokens, j: int) -> bool:
    """Whether a number word begins a longer one that counts nothing: "one-on-one", "two-faced"."""
    after = tokens[j + 1]
    return (
        glued(tokens[j - 1], tokens[j])
        and tokens[j].text in HYPHENS
        and after.low not in ("to", "or")
        and (after.low in FUNCTION or after.low in NOT_COUNTED or after.low.endswith("ed"))
    )


def _goes_on(tokens: Tokens, end: int) -> bool:
    """Whether the number is not over: "555 123", "three and a bit", "3-1"."""
    last, after, following = tokens[end - 1], tokens[end], tokens[end + 1]
    if after.is_digits or (after.text and after.text in "½¼¾⅓⅔"):
        return True
    if after.low in MONTHS and after.text[0].isupper():
        return True
    if not glued(last, after):
        return after.low == "and" and following.low in ("a", "one") and tokens[end + 2].low == "bit"
    if after.is_word:
        return True
    return after.text in ":/²³@_&=" or (after.text in DASHES and following.is_digits)


def _is_clock(tokens: Tokens, end: int) -> bool:
    """Whether a time of day follows: "5 p.m.", "11am", "10 o'clock", "1400 GMT"."""
    low = tokens[end].low
    if low in ("am", "pm", "o'clock", "gmt", "utc", "noon", "midnight"):
        return True
    return low in ("a", "p") and tokens[end + 1].text == "." and tokens[end + 2].low == "m"
