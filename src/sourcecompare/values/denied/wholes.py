"""What a sentence tells with or without something, of all or all but some, or will not say.

Like deeds, each has a sign; the noun or the verb that it is told of must be the same in both.
"""

import re
from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from sourcecompare.values.lexicon import UNITS

from .denying import UNWILLING
from .roots import root
from .scopes import Word

WITH, ALL, SAY = "with", "all", "say"

# Each with words of which it needs one, as they are soon looked up; None where that says it all.
_CUES = (
    (WITH, -1, frozenset(("without",)), None),
    (WITH, 1, frozenset(("with",)), None),
    (
        ALL,
        -1,
        frozenset(("but", "except")),
        re.compile(r"\b(?:all|every\w*) (?:but|except)\b"),  # No match: "overall but".
    ),
    (ALL, 1, frozenset(("all", "every", "each")), None),
    (
        SAY,
        -1,
        frozenset(("say", "decided")),
        re.compile(r"\b(?:to|not|wouldn't) say\b|\bdecided\b"),
    ),
    (
        SAY,
        1,
        frozenset(("would", "will")),
        re.compile(r"\bsa(?:id|ys) (?:\w+ ){1,4}(?:would|will)\b"),
    ),
)
_PROMISES = ("promis", "vow", "pledg")
"""What words for a promise begin with."""

LONGEST_PHRASE = 5
"""Words from "with" or "all" to the noun."""
BEHIND = 8
"""Words behind "declined to say" among which the verb stands."""

_FILLING = frozenset("a an the of his her its their our this these those only just".split())
_ONES = frozenset("a one single two three four five few several brief short".split())
"""Behind "with" they tell of the very thing that "without" denies: "with a single break"."""
_QUESTIONS = frozenset("how whether if what when who where which why".split())
_SAYING = frozenset((root("say"),))
_PROMISING = frozenset(map(root, ("promise", "vow", "pledge")))
_WILL = frozenset("would will".split())
_LOOSE = frozenset(
    """way time part lot people regard respect exception help day year thing question doubt
    problem comment""".split()
)
"""Nouns of which nothing is told with them: "with the help of", "without comment"."""


class Told(NamedTuple):
    """A sign with what it is told of."""

    sort: str
    sign: int
    thing: str
    """root of the noun or verb"""
    start: int
    end: int
    """places in the words, both included"""


def wholes_told(key: str, words: Set[str]) -> Iterator[tuple[str, int]]:
    """The sorts and signs that a folded sentence of these words may tell."""
    for sort, sign, needed, cue in _CUES:
        if not needed.isdisjoint(words) and (cue is None or cue.search(key)):
            yield sort, sign
    promises = any(letters in key for letters in _PROMISES)
    if promises and any(word.startswith(_PROMISES) for word in words):
        yield SAY, 1


def read_wholes(words: Sequence[Word]) -> Iterator[Told]:
    """What the words of a sentence tell so, left to right."""
    for i, word in enumerate(words):
        if word.low in ("with", "without"):
            yield from _with(words, i)
        elif word.low in ("all", "every", "each"):
            yield from _all(words, i)
        elif word.low in ("say", "said", "says", "decided") or word.root in _PROMISING:
            yield from _said(words, i)


def _noun(words: Sequence[Word], start: int, *, plural: bool) -> int:
    """The noun of the phrase that begins at a place; -1 without one."""
    found = -1
    for k in range(start, min(len(words), start + LONGEST_PHRASE)):
        word = words[k]
        if not word.root or (found >= 0 and not word.content):
            break
        if not word.content and word.low not in _FILLING and word.low not in _ONES:
            break
        if word.content and not word.low.endswith(("'s", "'")) and not _number(word.low):
            found = k
            if plural and word.low.endswith("s"):
                break
    return found


def _number(low: str) -> str:
    return low if low.isdigit() else str(UNITS[low]) if low in UNITS else ""


def _with(words: Sequence[Word], i: int) -> Iterator[Told]:
    sign = 1 if words[i].low == "with" else -1
    behind = words[i + 1].low if i + 1 < len(words) else ""
    if sign > 0 and behind not in _ONES and not _number(behind):
        return
    noun = _noun(words, i + 1, plural=False)
    if noun >= 0 and words[noun].root not in _LOOSE and not words[noun].low.endswith("ing"):
        yield Told(WITH, sign, words[noun].root, i, noun)


def _all(words: Sequence[Word], i: int) -> Iterator[Told]:
    behind = words[i + 1].low if i + 1 < len(words) else ""
    if i and words[i - 1].low in ("not", "at", "after", "of", "above", "nearly", "almost"):
        return
    if behind in ("but", "except"):
        of = next((k for k in range(i + 2, min(len(words), i + 5)) if words[k].low == "of"), i + 2)
        noun = _noun(words, of + 1, plural=True)
        if noun >= 0:
            yield Told(ALL, -1, words[noun].root, i, noun)
        return
    noun = _noun(words, i + 1, plural=words[i].low == "all")
    if noun >= 0:
        yield Told(ALL, 1, words[noun].root, i, noun)


def _said(words: Sequence[Word], i: int) -> Iterator[Told]:
    """Whether somebody says what he will do, or will not say, or has not decided."""
    word = words[i]
    before = words[max(0, i - 2) : i]
    ahead = range(i + 1, min(len(words), i + 1 + BEHIND))
    asked = any(words[k].low in _QUESTIONS for k in ahead[:1])
    if asked and word.low in ("say", "decided") and _keeps_back(word, before):
        verb = next((k for k in ahead if k > i + 1 and words[k].content), -1)
        if verb >= 0:
            yield Told(SAY, -1, "", max(0, i - 2), verb)
        return
    if word.turned or word.unreal or asked:
        return
    promised = word.root in _PROMISING and any(words[k].low == "to" for k in ahead[:1])
    will = next((k for k in ahead if words[k].low in _WILL), -1)
    verb = next((k for k in ahead if k > (i if promised else will) and words[k].content), -1)
    if (promised or (will >= 0 and word.root in _SAYING)) and verb >= 0 and not words[verb].turned:
        yield Told(SAY, 1, "", i, verb)


def _keeps_back(word: Word, before: Sequence[Word]) -> bool:
    """Whether "say" or "decided" is refused or denied by the words before it."""
    lows = [one.low for one in before]
    if word.low == "decided":
        return word.turned or "yet" in lows
    refused = lows[-1:] == ["to"] and before[0].root in UNWILLING
    return refused or lows == ["would", "not"] or lows[-1:] == ["wouldn't"]
