"""When, and how sure, a clause tells its predicate: past, present, future, a duty, a wish."""

from collections.abc import Sequence

from sourcecompare.values.lexicon import DETERMINERS

from .denying import (
    CAN,
    FUTURE,
    HAVE,
    MUST,
    NO,
    PAST_AUXILIARIES,
    PLANNING,
    PRESENT_AUXILIARIES,
    TURNING_VERBS,
    UNWILLING,
    WOULD,
)
from .irregular import PAST
from .scopes import Word

LOOK = 5
"""Tokens before a predicate among which its auxiliary stands."""

HEADLINE = 4
"""Words before "to" in a headline that tells a future: "Mayor Gray to retire"."""

_MODES = {
    form: name
    for name, forms in (
        ("future", FUTURE),
        ("would", WOULD),
        ("can", CAN),
        ("must", MUST),
        ("perfect", HAVE),
        ("past", PAST_AUXILIARIES),
        ("present", PRESENT_AUXILIARIES),
    )
    for form in forms
}

OPEN = "open"
"""Fits every mode: who refuses to sign neither signed nor will sign."""

TELLING = frozenset(("past", "perfect"))
"""Modes that say one thing: "did not sign", "has signed"."""


def mode(words: Sequence[Word], place: int) -> str:
    """The mode of the predicate at this place; empty where its form leaves it open.

    The nearest auxiliary before it in its clause decides; without one its own form does.
    """
    for i in range(place - 1, max(-1, place - 1 - LOOK), -1):
        if words[i].clause != words[place].clause:
            break
        found = _told_by(words, i)
        if found:
            return found
    low = words[place].low
    if low in PAST or low.endswith("ed"):
        return "past"
    return "" if low.endswith("ing") else "present"


def _told_by(words: Sequence[Word], i: int) -> str:
    """The mode that the word at this place gives to what follows, if any."""
    low = words[i].low.removesuffix("n't")
    if low in HAVE and words[i + 1].low in DETERMINERS | NO:
        # A verb of its own: "had a licence"; in "did not have a" an auxiliary stands before.
        return {"have": "", "had": "past"}.get(low, "present")
    if low == "to" and i and words[i - 1].root in TURNING_VERBS:
        return ""  # "has refused to sign" tells of the refusal
    if low == "to" and i:
        planned = words[i - 1].root in PLANNING
        return "future" if planned or _is_headline(words, i) else "aim"
    if words[i].root in UNWILLING:
        return OPEN
    if words[i].root in TURNING_VERBS:
        return "past" if low.endswith("ed") else "present"
    return _MODES.get(low, "")


def _is_headline(words: Sequence[Word], i: int) -> bool:
    """Whether a name and "to" make a future of a text that does not end like a sentence."""
    before = words[:i]
    plain = all(word.content or not word.root for word in before)
    return plain and len(before) <= HEADLINE and words[-1].low != "."


def same_mode(left: Sequence[Word], i: int, right: Sequence[Word], j: int) -> bool:
    """Whether two predicates are told of one time and with one certainty."""
    own, other = mode(left, i), mode(right, j)
    if own == other or not own or not other or OPEN in (own, other) or {own, other} <= TELLING:
        return True
    # A headline tells in the present what has happened.
    headline = "." not in (left[-1].low, right[-1].low)
    return headline and {own, other} == {"past", "present"}
