"""What a duration is the length of: "the 70-minute parade", "the parade lasts 70 minutes"."""

from sourcecompare.values.lexicon import FUNCTION, VERBS
from sourcecompare.values.nouns import Phrase, complement_at, nothing, noun_phrase, singular, stem
from sourcecompare.values.tokens import HYPHENS, Tokens

AGES = frozenset("old ago later earlier long".split())
"""What stands behind a duration that is no length of anything."""

LASTING = frozenset("last lasts lasted lasting run runs ran running held spread went".split())

HELPERS = frozenset(
    """is was were are be been to will would shall should can could may might must has have had set
    due expected planned scheduled likely going supposed meant now also""".split()
)
"""Words between a noun and its verb: "the parade is set to run for 70 minutes"."""

MOST_HELPERS = 6

_SPELLS = {
    "sentence": "jailed jails jail imprisoned sentenced sentences sentencing prison bars",
    "closure": "closed shut closing shuttered",
    "ban": "banned bans barred disqualified",
    "delay": "delayed delays",
}
SPELLS = {word: noun for noun, words in _SPELLS.items() for word in words.split()}
"""Verbs of what lasts for a time to the noun of that time: "was jailed for six years"."""
SPELL_REACH = 6
"""Tokens from such a verb to "for": "will be closed to all traffic for nine months"."""
CUSTODY = frozenset("prison jail custody imprisonment detention".split())
NOT_SERVED = frozenset("suspended probation supervised community parole".split())
"""Words that make it a time which nobody spends in prison."""
TERMS = frozenset(("term", "sentence", "stretch"))

ENDS = frozenset(",.;:")

OF_LENGTHS = frozenset("of on to into".split())
"""Words with which a length goes on to say what it is of: "a two-week tour of the islands"."""


def period(tokens: Tokens, j: int, start: int) -> Phrase:
    """The noun of a duration: "14 years old", "70-minute event", "the event lasts 70 minutes"."""
    if tokens[j].low in AGES:
        return Phrase(tokens[j].low, (), (), (), j + 1)
    if tokens[j - 2].text in HYPHENS:
        phrase = noun_phrase(tokens, j, plural=False)
        # "The 48-hour strike after the refusal": only some words say what the strike is of.
        own = tokens[phrase.end].low in OF_LENGTHS
        if phrase.head in TERMS and not CUSTODY.isdisjoint(phrase.before):
            phrase = phrase._replace(head="sentence", before=())
        return phrase if own else phrase._replace(complement=())
    return (
        _lasting(tokens, j, start)
        or _spell(tokens, j, start)
        or _filled(tokens, j)
        or nothing(j, complement_at(tokens, j))
    )


def _spell(tokens: Tokens, j: int, start: int) -> Phrase | None:
    """The noun of what somebody or something undergoes for a time: a sentence, a closure, a ban."""
    served = tokens[j].low in ("in", "of", "behind") and (
        tokens[j + 1].low in CUSTODY or tokens[j + 1].low == "bars"
    )
    if served:
        return Phrase("sentence", (), (), (), j)
    idle = any(token.low in NOT_SERVED for token in tokens[j : j + 3])
    if idle or tokens[start - 1].low not in ("for", "to"):
        return None
    for i in range(start - 2, max(-1, start - 2 - SPELL_REACH), -1):
        low = tokens[i].low
        if not low or low in ENDS or low in NOT_SERVED:
            return None
        if low in SPELLS and (tokens[start - 1].low == "for" or SPELLS[low] == "sentence"):
            return Phrase(SPELLS[low], (), (), (), j)
    return None


def _filled(tokens: Tokens, j: int) -> Phrase | None:
    """As in "six hours of questioning": what fills a time lasts as long."""
    if tokens[j].low != "of" or not is_common_noun(tokens, j + 1):
        return None
    phrase = noun_phrase(tokens, j + 1, plural=False)
    return phrase if phrase.head else None


def _lasting(tokens: Tokens, j: int, start: int) -> Phrase | None:
    """The noun of a verb of lasting just before the duration; a pronoun or a name is none."""
    i = start - 1
    if tokens[i].low in ("for", "over"):
        i -= 1
    if i < 1 or tokens[i].low not in LASTING:
        return None
    for _ in range(MOST_HELPERS):
        i -= 1
        if i < 0 or tokens[i].low not in HELPERS:
            break
    if tokens[i].low in ("which", "that"):
        i -= 1
    if tokens[i].text == ",":
        i -= 1  # "the consultation, which ran for eight weeks"
    if i < 0 or not is_common_noun(tokens, i):
        return None
    first = i
    while first > max(0, i - 2) and is_common_noun(tokens, first - 1):
        if tokens[first - 1].low.endswith(("'s", "'")):
            break
        first -= 1
    before = tuple(stem(token.low) for token in tokens[first:i])
    return Phrase(singular(tokens[i].low), before, (), (), j, first)


def is_common_noun(tokens: Tokens, i: int) -> bool:
    """Whether a word may be a noun with a small letter: none of a closed class, no common verb."""
    token = tokens[i]
    return token.is_word and token.text.islower() and token.low not in FUNCTION | VERBS | HELPERS
